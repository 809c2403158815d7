using Shop.Accounts;
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
        Categories = CatalogueSeed.Categories();
        Customers = Customer.Seed();
    }

    /// <summary>A new shop with nothing in it but its settings.</summary>
    public ShopState(string name, string slug, string key)
    {
        (ShopId, Slug, Key) = (Guid.CreateVersion7(), slug, key);
        Settings.ShopName = name;
    }

    // One that is read from the database.
    private ShopState()
    {
    }

    /// <summary>Its key in the database; empty for the demonstration, which is not stored.</summary>
    public Guid ShopId { get; private set; }

    /// <summary>A name of its own in addresses, unlike that of any other shop.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>What the session cookie of a stored shop says.</summary>
    public string Key { get; private set; } = "";

    public bool IsStored => ShopId != Guid.Empty;
    public List<StaffMember> Staff { get; } = [];
    public List<Product> Products { get; } = [];
    public List<CategoryNode> Categories { get; } = [];
    public List<Order> Orders { get; } = [];
    public List<Customer> Customers { get; } = [];
    public List<Coupon> Coupons { get; } = [];
    public ShopSettings Settings { get; private set; } = new();
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

    public int NextProductId() => _lastProductId = Math.Max(_lastProductId, Products.Select(p => p.Id).DefaultIfEmpty().Max()) + 1;
    public int NextOrderNumber() => _lastOrderNumber = Math.Max(_lastOrderNumber, Orders.Select(o => o.Number).DefaultIfEmpty().Max()) + 1;
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
