using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Ordering;
using Shop.Sessions;

namespace Shop.Pages.Admin;

internal sealed class CouponsModel(ShopState shop, ShopClock clock) : PageModel
{
    public TypedCoupon Typed { get; private set; } = new(null, null, Day(clock.Today), Day(clock.Today.AddMonths(1)));
    public Dictionary<string, string> Problems { get; } = [];

    public string State(Coupon coupon) => !coupon.Enabled ? "Disabled" : coupon.Until < clock.Today ? "Expired" : coupon.From > clock.Today ? "Planned" : "Active";

    public void OnGet()
    {
    }

    public IActionResult OnPostToggle(string code)
    {
        foreach (var coupon in shop.Coupons.Where(c => c.Code == code)) coupon.Enabled = !coupon.Enabled;
        return Redirect("/admin/coupons");
    }

    public IActionResult OnPostDelete(string code)
    {
        if (shop.Coupons.RemoveAll(c => c.Code == code) > 0) shop.Toast = new Toast($"Coupon {code} deleted");
        return Redirect("/admin/coupons");
    }

    public IActionResult OnPostCreate(TypedCoupon typed)
    {
        Typed = typed;
        var code = typed.Code?.Trim().ToUpperInvariant() ?? "";
        if (code.Length is < 4 or > 12 || !code.All(char.IsAsciiLetterOrDigit)) Problems["code"] = "Use 4 to 12 letters and digits.";
        else if (shop.Coupons.Any(c => c.Code == code)) Problems["code"] = "This code exists already.";
        if (!int.TryParse(typed.Percent, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) || percent is < 1 or > 50) Problems["percent"] = "Enter a number from 1 to 50.";
        var dates = DateOnly.TryParse(typed.From, CultureInfo.InvariantCulture, out var from) & DateOnly.TryParse(typed.Until, CultureInfo.InvariantCulture, out var until);
        if (!dates) Problems["until"] = "Choose both days.";
        else if (until < from) Problems["until"] = "The last day is before the first.";
        if (Problems.Count > 0) return Page();
        shop.Coupons.Add(new Coupon { Code = code, Percent = percent, From = from, Until = until });
        shop.Toast = new Toast($"Coupon {code} created");
        return Redirect("/admin/coupons");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What was typed into the coupon form.</summary>
internal sealed record TypedCoupon(string? Code, string? Percent, string? From, string? Until);
