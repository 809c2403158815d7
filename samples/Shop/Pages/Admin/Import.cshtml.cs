using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Catalogue;
using Shop.Sessions;

namespace Shop.Pages.Admin;

internal sealed class ImportModel(ShopState shop) : PageModel
{
    public string? Problem { get; private set; }
    public List<(int Number, string Name, string Result, bool Ok)> Lines { get; } = [];
    public string Summary => $"{Amounts.Products(Lines.Count(l => l.Ok))} imported, {Lines.Count(l => !l.Ok)} skipped";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? csv, bool publish)
    {
        if (csv is null || csv.Length == 0)
        {
            Problem = "Choose a CSV file first.";
            return Page();
        }
        using var reader = new StreamReader(csv.OpenReadStream());
        var rows = (await reader.ReadToEndAsync(HttpContext.RequestAborted)).ReplaceLineEndings("\n").Split('\n');
        if (!rows[0].Trim().Equals("name,category,price,stock", StringComparison.OrdinalIgnoreCase))
        {
            Problem = "The first line must be name,category,price,stock.";
            return Page();
        }
        for (var i = 1; i < rows.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(rows[i])) continue;
            var cells = rows[i].Split(',', StringSplitOptions.TrimEntries);
            var result = Add(cells, publish);
            Lines.Add((i + 1, cells[0], result ?? "Imported", result is null));
        }
        return Page();
    }

    /// <summary>Null when the row was added, else why it was not.</summary>
    private string? Add(string[] cells, bool publish)
    {
        if (cells.Length != 4) return "Expected 4 columns.";
        if (cells[0] == "") return "The name is missing.";
        if (shop.Categories.SelectMany(c => c.Children).All(c => c.Name != cells[1])) return $"Unknown category {cells[1]}.";
        if (Amounts.Parse(cells[2]) is not { } price || price <= 0) return $"{cells[2]} is not a price.";
        if (!int.TryParse(cells[3], NumberStyles.None, CultureInfo.InvariantCulture, out var stock)) return $"{cells[3]} is not a stock.";
        if (shop.Products.Any(p => p.Name == cells[0])) return "A product with this name exists.";
        shop.Products.Insert(0, new Product
        {
            Id = shop.NextProductId(), Name = cells[0], Category = cells[1], Price = price, Stock = stock, Status = publish ? ProductStatus.Active : ProductStatus.Draft,
        });
        return null;
    }
}
