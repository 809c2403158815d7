namespace Shop.Ordering;

/// <summary>Where an order stands. The fulfilment board shows the first three.</summary>
internal enum OrderStatus { New, Packing, Shipped, Delivered, Refunded }

/// <summary>One article of an order, with the price it was sold at.</summary>
internal sealed class OrderLine(int productId, string name, int quantity, decimal unitPrice)
{
    public int ProductId { get; private set; } = productId;
    public string Name { get; private set; } = name;
    public int Quantity { get; private set; } = quantity;
    public decimal UnitPrice { get; private set; } = unitPrice;
    public decimal Amount => Quantity * UnitPrice;
}

/// <summary>A remark of the staff.</summary>
internal sealed class OrderNote(string author, string text)
{
    public string Author { get; private set; } = author;
    public string Text { get; private set; } = text;
}

/// <summary>A placed order.</summary>
internal sealed class Order
{
    public required int Number { get; init; }
    public required string Customer { get; init; }
    public required string City { get; init; }
    public required DateOnly Date { get; init; }
    public required IReadOnlyList<OrderLine> Lines { get; init; } = new List<OrderLine>();
    public decimal Discount { get; init; }
    public decimal Shipping { get; init; }
    public string Delivery { get; init; } = "Standard";
    public OrderStatus Status { get; set; }
    public decimal Refunded { get; set; }
    public List<OrderNote> Notes { get; } = [];
    public decimal Subtotal => Lines.Sum(l => l.Amount);
    public decimal Total => Subtotal - Discount + Shipping;
    public int Pieces => Lines.Sum(l => l.Quantity);
}
