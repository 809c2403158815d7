using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Bugs;
using Shop.Ordering;
using Shop.Sessions;

namespace Shop.Pages;

internal sealed class CartModel(ShopState shop, BugSwitch bugs, ShopClock clock) : PageModel
{
    public Totals Totals => Totals.Of(shop.Cart, shop.Products, bugs);
    public string? CouponError { get; private set; }
    public string TypedCode { get; private set; } = "";

    public void OnGet()
    {
    }

    public IActionResult OnPostQuantity(int index, int quantity)
    {
        if (index >= 0 && index < shop.Cart.Lines.Count)
        {
            var line = shop.Cart.Lines[index];
            var stock = bugs.Has(SeededBug.QuantityAboveStock) ? 99 : shop.Products.Single(p => p.Id == line.ProductId).Stock;
            line.Quantity = Math.Clamp(quantity, 1, stock);
            if (quantity > stock) shop.Toast = new Toast($"Only {stock} left in stock", IsError: true);
        }
        return Lines();
    }

    public IActionResult OnPostRemove(int index)
    {
        if (index >= 0 && index < shop.Cart.Lines.Count) shop.Cart.Lines.RemoveAt(index);
        return Lines();
    }

    public IActionResult OnPostEmpty()
    {
        shop.Cart.Clear();
        return Lines();
    }

    public IActionResult OnPostCoupon(string? code)
    {
        TypedCode = code?.Trim() ?? "";
        var coupon = shop.Coupons.FirstOrDefault(c => string.Equals(c.Code, TypedCode, StringComparison.OrdinalIgnoreCase));
        CouponError = TypedCode == "" ? "Enter a code."
            : coupon is null || !coupon.Enabled ? "This code is not known."
            : clock.Today > coupon.Until ? $"This code expired on {Languages.Speech.Day(coupon.Until)}."
            : clock.Today < coupon.From ? $"This code is valid from {Languages.Speech.Day(coupon.From)}."
            : null;
        if (CouponError is null) shop.Cart.Coupon = coupon;
        return Lines();
    }

    private IActionResult Lines()
    {
        Response.Headers["X-Cart-Count"] = shop.Cart.Pieces.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (shop.Toast is { } toast)
        {
            Response.Headers["X-Toast"] = Uri.EscapeDataString(toast.Text);
            shop.TakeToast();
        }
        return Partial("/Pages/Catalogue/CartLines.cshtml", this);
    }
}
