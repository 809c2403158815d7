using Microsoft.AspNetCore.Mvc;
using Shop.Sessions;

namespace Shop.Catalogue;

/// <summary>What the storefront's filters ask for.</summary>
internal sealed class ProductQuery
{
    public const int PageSize = 9;

    [FromQuery(Name = "q")] public string? Text { get; set; }
    [FromQuery(Name = "category")] public string? Category { get; set; }
    [FromQuery(Name = "sale")] public bool Sale { get; set; }
    [FromQuery(Name = "stock")] public bool InStock { get; set; }
    [FromQuery(Name = "price")] public string? Price { get; set; }
    [FromQuery(Name = "sort")] public string? Sort { get; set; }
    [FromQuery(Name = "shown")] public int Shown { get; set; }

    public int Limit => Math.Max(PageSize, Shown);

    /// <summary>The products sold that match, in the order asked for.</summary>
    public List<Product> Find(ShopState shop)
    {
        var names = shop.Categories.Concat(shop.Categories.SelectMany(c => c.Children)).FirstOrDefault(c => c.Name == Category)?.Names.ToHashSet();
        var found = shop.Products.Where(p => p.Status == ProductStatus.Active)
            .Where(p => shop.Settings.SoldOut != "hide" || p.Stock > 0)
            .Where(p => names is null || names.Contains(p.Category))
            .Where(p => string.IsNullOrWhiteSpace(Text) || p.Name.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase) || p.Description.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase))
            .Where(p => !Sale || p.SalePrice is not null)
            .Where(p => !InStock || p.Stock > 0)
            .Where(p => Price switch { "low" => p.CurrentPrice < 20, "mid" => p.CurrentPrice is >= 20 and <= 50, "high" => p.CurrentPrice > 50, _ => true });
        return Sort switch
        {
            "price-up" => [.. found.OrderBy(p => p.CurrentPrice)],
            "price-down" => [.. found.OrderByDescending(p => p.CurrentPrice)],
            "name" => [.. found.OrderBy(p => p.Name, StringComparer.Ordinal)],
            _ => [.. found],
        };
    }
}
