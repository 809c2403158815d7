using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Bugs;
using Shop.Catalogue;
using Shop.Sessions;

namespace Shop.Pages.Admin;

internal sealed class ProductsModel(ShopState shop, BugSwitch bugs) : PageModel
{
    private const int PageSize = 8;

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string? Category { get; set; }
    [BindProperty(SupportsGet = true)] public string? Status { get; set; }
    [BindProperty(SupportsGet = true)] public bool Low { get; set; }
    [BindProperty(SupportsGet = true)] public string? Sort { get; set; }
    [BindProperty(SupportsGet = true)] public string? Dir { get; set; }
    [BindProperty(SupportsGet = true, Name = "p")] public int Number { get; set; } = 1;

    public List<Product> Rows { get; private set; } = [];
    public int Count { get; private set; }
    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    /// <summary>All pages, or the first, the last and those around this one: a hundred would not fit beside each other.</summary>
    public IEnumerable<int> PagesShown => Enumerable.Range(1, Pages).Where(n => Pages <= 9 || n == 1 || n == Pages || Math.Abs(n - Number) <= 2);

    public bool IsFiltered => !string.IsNullOrEmpty(Q) || !string.IsNullOrEmpty(Category) || !string.IsNullOrEmpty(Status) || Low;
    public string Showing => Count == 0 ? "Nothing to show" : $"Showing {(Number - 1) * PageSize + 1}–{Math.Min(Count, Number * PageSize)} of {Count}";
    public Dictionary<string, string> Problems { get; } = [];
    public TypedProduct Typed { get; private set; } = new(null, null, null, null, false);

    public void OnGet() => Load();

    public IActionResult OnPostCreate(TypedProduct typed)
    {
        Typed = typed;
        var name = typed.Name?.Trim() ?? "";
        if (name == "") Problems["name"] = "Enter a name.";
        else if (shop.Products.Any(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))) Problems["name"] = "There is already a product with this name.";
        var price = Amounts.Parse(typed.Price);
        if (price is not > 0) Problems["price"] = "Enter a price above 0.";
        var stock = int.TryParse(typed.Stock, NumberStyles.None, CultureInfo.InvariantCulture, out var pieces) ? pieces : (int?)null;
        if (stock is null) Problems["stock"] = "Enter a whole number.";
        if (Problems.Count > 0)
        {
            Load();
            return Page();
        }
        shop.Products.Insert(0, new Product
        {
            Id = shop.NextProductId(), Name = name, Category = typed.Group ?? "Coffee", Price = price!.Value, Stock = stock!.Value,
            Status = typed.Publish ? ProductStatus.Active : ProductStatus.Draft,
        });
        shop.Toast = new Toast($"{name} created");
        return Redirect("/admin/products");
    }

    public IActionResult OnPostDelete(int id) => Delete([id]);

    public IActionResult OnPostBulkDelete(int[] ids) => Delete(bugs.Has(SeededBug.BulkDeleteLeavesLast) && ids.Length > 1 ? ids[..^1] : ids, ids.Length);

    public IActionResult OnPostStatus(int[] ids, ProductStatus move)
    {
        foreach (var product in shop.Products.Where(p => ids.Contains(p.Id))) product.Status = move;
        shop.Toast = new Toast($"{Amounts.Products(ids.Length)} {(move == ProductStatus.Active ? "published" : "archived")}");
        return Back();
    }

    public IActionResult OnPostUndo()
    {
        foreach (var (index, product) in shop.Deleted.OrderBy(d => d.Index))
            shop.Products.Insert(bugs.Has(SeededBug.UndoLosesPosition) ? shop.Products.Count : index, product);
        shop.Toast = new Toast(shop.Deleted.Count == 1 ? $"{shop.Deleted[0].Product.Name} restored" : $"{Amounts.Products(shop.Deleted.Count)} restored");
        shop.Deleted = [];
        return Back();
    }

    /// <summary>The same list, sorted or paged otherwise.</summary>
    public string Link(string? sort, string? dir, int page) => "/admin/products" + Query(sort ?? Sort, dir ?? Dir, page);

    /// <summary>A handler that comes back to this list.</summary>
    public string Handler(string name)
    {
        var query = Query(Sort, Dir, Number);
        return "/admin/products" + query + (query == "" ? "?" : "&") + "handler=" + name;
    }

    private string Query(string? sort, string? dir, int page) => QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = Q, ["category"] = Category, ["status"] = Status, ["low"] = Low ? "true" : null, ["sort"] = sort, ["dir"] = dir,
        ["p"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
    }.Where(p => !string.IsNullOrEmpty(p.Value))).Value ?? "";

    private IActionResult Back() => Redirect("/admin/products" + Query(Sort, Dir, Number));

    private IActionResult Delete(int[] ids, int? told = null)
    {
        shop.Deleted = [.. shop.Products.Select((p, i) => (i, p)).Where(x => ids.Contains(x.p.Id))];
        shop.Products.RemoveAll(p => ids.Contains(p.Id));
        if (shop.Deleted.Count > 0)
            shop.Toast = new Toast(shop.Deleted.Count == 1 && told is null or 1 ? $"{shop.Deleted[0].Product.Name} deleted" : $"{Amounts.Products(told ?? ids.Length)} deleted", CanUndo: true);
        return Back();
    }

    private void Load()
    {
        var comparison = bugs.Has(SeededBug.SearchIsCaseSensitive) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        var found = shop.Products
            .Where(p => string.IsNullOrWhiteSpace(Q) || p.Name.Contains(Q.Trim(), comparison) || p.Sku.Contains(Q.Trim(), comparison))
            .Where(p => string.IsNullOrEmpty(Category) || p.Category == Category)
            .Where(p => string.IsNullOrEmpty(Status) || p.Status.ToString() == Status)
            .Where(p => !Low || p.Stock < shop.Settings.LowStockBelow);
        var sorted = Sort switch
        {
            "name" => found.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase),
            "category" => found.OrderBy(p => p.Category, StringComparer.Ordinal),
            "price" when bugs.Has(SeededBug.PriceSortedAsText) => found.OrderBy(p => p.CurrentPrice.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal),
            "price" => found.OrderBy(p => p.CurrentPrice),
            "stock" => found.OrderBy(p => p.Stock),
            "status" => found.OrderBy(p => p.Status),
            _ => found,
        };
        var all = Dir == "desc" && !string.IsNullOrEmpty(Sort) ? sorted.Reverse().ToList() : [.. sorted];
        Count = all.Count;
        Number = Math.Clamp(Number, 1, Pages);
        var skip = (Number - 1) * PageSize + (bugs.Has(SeededBug.PagingSkipsOne) && Number > 1 ? 1 : 0);
        Rows = [.. all.Skip(skip).Take(PageSize)];
    }
}

/// <summary>What was typed into the dialog.</summary>
internal sealed record TypedProduct(string? Name, string? Group, string? Price, string? Stock, bool Publish);
