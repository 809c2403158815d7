using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Bugs;
using Shop.Ordering;
using Shop.Sessions;

namespace Shop.Pages.Admin;

internal sealed class OrdersModel(ShopState shop, BugSwitch bugs) : PageModel
{
    private Dictionary<OrderStatus, int>? _stale;

    [BindProperty(SupportsGet = true)] public string? Status { get; set; }
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true, Name = "to")] public string? ToText { get; set; }
    public DateOnly? To => DateOnly.TryParseExact(ToText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    public string? Message { get; private set; }
    public List<Order> Found { get; private set; } = [];

    public IEnumerable<(string Status, string Text, int Count)> Tabs
    {
        get
        {
            var counts = _stale ?? Counts();
            return Enum.GetValues<OrderStatus>().Select(s => (s.ToString(), s.ToString(), counts.GetValueOrDefault(s))).Prepend(("", "All", shop.Orders.Count));
        }
    }

    public void OnGet() => Load();

    public IActionResult OnGetList()
    {
        Load();
        return Partial("/Pages/Admin/OrderList.cshtml", this);
    }

    public IActionResult OnPostBulk(int[] numbers, string? move)
    {
        var chosen = shop.Orders.Where(o => numbers.Contains(o.Number)).ToList();
        if (!Enum.TryParse<OrderStatus>(move, out var status)) Message = "Choose an action first.";
        else if (chosen.Count == 0) Message = "Tick at least one order.";
        else
        {
            if (bugs.Has(SeededBug.StatusCountersStale)) _stale = Counts();
            foreach (var order in chosen) order.Status = status;
            Message = $"{chosen.Count} {(chosen.Count == 1 ? "order" : "orders")} moved to {status}.";
        }
        Load();
        return Partial("/Pages/Admin/OrderList.cshtml", this);
    }

    private Dictionary<OrderStatus, int> Counts() => shop.Orders.GroupBy(o => o.Status).ToDictionary(g => g.Key, g => g.Count());

    private void Load() => Found = [.. shop.Orders
        .Where(o => string.IsNullOrEmpty(Status) || o.Status.ToString() == Status)
        .Where(o => string.IsNullOrWhiteSpace(Q) || $"#{o.Number} {o.Customer} {o.City}".Contains(Q.Trim(), StringComparison.OrdinalIgnoreCase))
        .Where(o => From is null || o.Date >= From)
        .Where(o => To is null || o.Date <= To)];
}
