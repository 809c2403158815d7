using Shop.Catalogue;
using Shop.Customers;
using Shop.Ordering;

namespace Shop.Sessions;

/// <summary>Everything one browser session sees and changes. Two sessions share nothing, so tests can run side by side.</summary>
internal sealed class ShopState
{
    public ShopState(DateOnly today)
    {
        Products = CatalogueSeed.Products();
        Orders = OrderSeed.Orders(Products, today);
        Coupons = Coupon.Seed(today);
    }

    public List<Product> Products { get; }
    public List<CategoryNode> Categories { get; } = CatalogueSeed.Categories();
    public List<Order> Orders { get; }
    public List<Customer> Customers { get; } = Customer.Seed();
    public List<Coupon> Coupons { get; }
    public ShopSettings Settings { get; } = new();
    public Cart Cart { get; } = new();
    public string Language { get; set; } = "en";
    public List<string> Subscribers { get; } = [];
    public HashSet<int> Wishlist { get; } = [];

    /// <summary>The message that the next page shows once.</summary>
    public Toast? Toast { get; set; }

    /// <summary>Products deleted last, with their places, for Undo.</summary>
    public IReadOnlyList<(int Index, Product Product)> Deleted { get; set; } = [];

    /// <summary>Tokens of forms that were already carried out: a second submit of the same form does nothing.</summary>
    public HashSet<string> UsedTokens { get; } = [];

    private int _lastProductId = 27;
    private int _lastOrderNumber = 1058;
    private int _tokens;

    public int NextProductId() => ++_lastProductId;
    public int NextOrderNumber() => ++_lastOrderNumber;
    public string NextToken() => $"t{++_tokens}";
    public Toast? TakeToast()
    {
        var toast = Toast;
        Toast = null;
        return toast;
    }
}

/// <summary>A message that shows for a moment.</summary>
internal sealed record Toast(string Text, bool CanUndo = false, bool IsError = false);

/// <summary>What the manager can set.</summary>
internal sealed class ShopSettings
{
    public string ShopName { get; set; } = "Larkspur Supply";
    public string SupportEmail { get; set; } = "help@larkspur.test";
    public int LowStockBelow { get; set; } = 5;
    public string SoldOut { get; set; } = "show";
    public bool HoldStock { get; set; } = true;
    public bool MailNewOrder { get; set; } = true;
    public bool MailLowStock { get; set; }
    public bool MailWeekly { get; set; }
}
