namespace Shop.Ordering;

/// <summary>An article put aside.</summary>
internal sealed class CartLine
{
    public required int ProductId { get; init; }
    public string Colour { get; init; } = "";
    public required int Quantity { get; set; }
}

/// <summary>What the visitor is about to buy, and how far the checkout got.</summary>
internal sealed class Cart
{
    public List<CartLine> Lines { get; } = [];
    public Coupon? Coupon { get; set; }
    public CheckoutAddress Address { get; set; } = new();
    public string? Delivery { get; set; }
    public string? PaidWith { get; set; }
    public int Pieces => Lines.Sum(l => l.Quantity);

    public void Clear()
    {
        Lines.Clear();
        Coupon = null;
        Delivery = null;
        PaidWith = null;
        Address = new CheckoutAddress();
    }
}

/// <summary>Where to send the parcel.</summary>
internal sealed class CheckoutAddress
{
    public string Name { get; set; } = "";
    public string Email { get; set; } = "";
    public string Street { get; set; } = "";
    public string Postcode { get; set; } = "";
    public string City { get; set; } = "";
    public string Country { get; set; } = "";
    public bool IsComplete => Name != "" && Email != "" && Street != "" && Postcode != "" && City != "" && Country != "";
}
