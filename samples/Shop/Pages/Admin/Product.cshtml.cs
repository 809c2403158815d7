using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Bugs;
using Shop.Catalogue;
using Shop.Sessions;

namespace Shop.Pages.Admin;

internal sealed class EditProductModel(ShopState shop, BugSwitch bugs) : PageModel
{
    private const long LargestPicture = 1_000_000;

    public Product Product { get; private set; } = null!;
    public EditedProduct Typed { get; private set; } = new(null, null, null, null, null, null, null);
    public Dictionary<string, string> Problems { get; } = [];
    public string Mark(string field) => Problems.ContainsKey(field) ? "bad" : "";

    public IActionResult OnGet(int id)
    {
        if (!Find(id)) return NotFound();
        Typed = new EditedProduct(Product.Name, Product.Description, Text(Product.Price), Product.SalePrice is { } sale ? Text(sale) : "",
            Product.Stock.ToString(CultureInfo.InvariantCulture), Product.Category, Product.Status.ToString());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, EditedProduct typed, IFormFile? picture)
    {
        if (!Find(id)) return NotFound();
        Typed = typed;
        var price = Amounts.Parse(typed.Price);
        var sale = Amounts.Parse(typed.Sale);
        if (string.IsNullOrWhiteSpace(typed.Name)) Problems["name"] = "Enter a name.";
        if (price is not > 0) Problems["price"] = "Enter a price above 0.";
        if (!string.IsNullOrWhiteSpace(typed.Sale) && sale is not > 0) Problems["sale"] = "Enter an amount or leave it empty.";
        else if (sale >= price && !bugs.Has(SeededBug.SalePriceNotChecked)) Problems["sale"] = "The sale price must be lower than the price.";
        if (!int.TryParse(typed.Stock, NumberStyles.None, CultureInfo.InvariantCulture, out var stock)) Problems["stock"] = "Enter a whole number.";
        if (picture is not null && !picture.ContentType.StartsWith("image/", StringComparison.Ordinal)) Problems["picture"] = "Only pictures can be uploaded.";
        if (picture?.Length > LargestPicture) Problems["picture"] = "The picture is larger than 1 MB.";
        if (Problems.Count > 0) return Page();
        Product.Name = typed.Name!.Trim();
        Product.Description = typed.Description?.Trim() ?? "";
        Product.Price = price!.Value;
        Product.SalePrice = sale;
        Product.Stock = stock;
        Product.Category = typed.Category ?? Product.Category;
        Product.Status = Enum.TryParse<ProductStatus>(typed.Status, out var status) ? status : Product.Status;
        if (picture is not null)
        {
            using var bytes = new MemoryStream();
            await picture.CopyToAsync(bytes, HttpContext.RequestAborted);
            Product.Image = new UploadedImage(Path.GetFileName(picture.FileName), picture.ContentType, bytes.ToArray());
        }
        shop.Toast = new Toast("Changes saved");
        return Redirect($"/admin/products/{id}");
    }

    private bool Find(int id)
    {
        Product = shop.Products.FirstOrDefault(p => p.Id == id)!;
        return Product is not null;
    }

    private static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}

/// <summary>What was typed into the product form.</summary>
internal sealed record EditedProduct(string? Name, string? Description, string? Price, string? Sale, string? Stock, string? Category, string? Status);
