using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Sessions;

namespace Shop.Pages.Checkout;

internal sealed class PaymentModel(ShopState shop) : PageModel
{
    public IActionResult OnGet() => shop.Cart.Lines.Count == 0 || !shop.Cart.Address.IsComplete ? Redirect("/checkout/address")
        : shop.Cart.Delivery is null ? Redirect("/checkout/delivery") : Page();

    public IActionResult OnPost(string method, string? last4)
    {
        shop.Cart.PaidWith = method == "Invoice" ? "Invoice, 14 days" : $"Card ending in {last4}";
        return Redirect("/checkout/review");
    }
}
