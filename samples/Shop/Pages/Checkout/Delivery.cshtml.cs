using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Bugs;
using Shop.Languages;
using Shop.Ordering;
using Shop.Sessions;

namespace Shop.Pages.Checkout;

internal sealed class DeliveryModel(ShopState shop, BugSwitch bugs, Speech speech) : PageModel
{
    public string Chosen => shop.Cart.Delivery ?? "Standard";
    public Totals Totals => Totals.Of(shop.Cart, shop.Products, bugs);

    public IEnumerable<(string Name, string Text, string Cost)> Options => DeliveryOptions.Names.Select(n => (n, n switch
    {
        "Express" => "The next working day",
        "Pickup" => "From our warehouse in Halden, today",
        _ => "Within three days",
    }, DeliveryOptions.Cost(n, Totals.Subtotal - Totals.Discount) is var cost && cost == 0 ? "free" : speech.Money(cost)));

    public IActionResult OnGet() => shop.Cart.Lines.Count == 0 || !shop.Cart.Address.IsComplete ? Redirect("/checkout/address") : Page();

    public IActionResult OnPost(string delivery)
    {
        Choose(delivery);
        return Redirect("/checkout/payment");
    }

    /// <summary>The totals while an option is tried.</summary>
    public IActionResult OnPostTry(string delivery)
    {
        Choose(delivery);
        return Partial("/Pages/Catalogue/Sums.cshtml", Totals);
    }

    private void Choose(string delivery) => shop.Cart.Delivery = DeliveryOptions.Names.Contains(delivery) ? delivery : "Standard";
}
