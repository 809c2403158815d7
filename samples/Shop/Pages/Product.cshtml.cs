using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Bugs;
using Shop.Catalogue;
using Shop.Sessions;

namespace Shop.Pages;

internal sealed class ProductModel(ShopState shop, ShopClock clock, BugSwitch bugs) : PageModel
{
    public Product Product { get; private set; } = null!;
    public DateOnly Arrival => clock.Today.AddDays(3);
    public bool UnlimitedQuantity => bugs.Has(SeededBug.QuantityAboveStock);

    public IActionResult OnGet(string slug)
    {
        if (shop.Products.FirstOrDefault(p => p.Slug == slug && p.Status == ProductStatus.Active) is not { } product) return NotFound();
        Product = product;
        return Page();
    }
}
