using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Bugs;
using Shop.Ordering;
using Shop.Sessions;

namespace Shop.Pages.Admin;

internal sealed class SettingsModel(ShopState shop, BugSwitch bugs) : PageModel
{
    public Dictionary<string, string> Problems { get; } = [];

    public void OnGet()
    {
    }

    public IActionResult OnPost(TypedSettings typed)
    {
        if (string.IsNullOrWhiteSpace(typed.ShopName)) Problems["shopName"] = "The shop needs a name.";
        if (!EmailText.IsValid(typed.SupportEmail ?? "")) Problems["supportEmail"] = "Enter a valid email address.";
        if (typed.LowStockBelow is null or < 0 or > 99) Problems["lowStockBelow"] = "Enter a number from 0 to 99.";
        if (Problems.Count > 0) return Page();
        var settings = shop.Settings;
        settings.ShopName = typed.ShopName!.Trim();
        settings.SupportEmail = typed.SupportEmail!.Trim();
        settings.MailNewOrder = typed.MailNewOrder;
        settings.MailLowStock = typed.MailLowStock;
        settings.MailWeekly = typed.MailWeekly;
        if (!bugs.Has(SeededBug.SettingsNotStored))
        {
            settings.LowStockBelow = typed.LowStockBelow!.Value;
            settings.SoldOut = typed.SoldOut == "hide" ? "hide" : "show";
            settings.HoldStock = typed.HoldStock;
        }
        shop.Toast = new Toast("Settings saved");
        return Redirect("/admin/settings");
    }

    /// <summary>A new session with fresh data; the old cookie goes, so everybody signs in again.</summary>
    public async Task<IActionResult> OnPostResetAsync()
    {
        Response.Cookies.Delete(SessionMiddleware.CookieName);
        await HttpContext.SignOutAsync();
        return Redirect("/login");
    }
}

/// <summary>What was chosen in the settings.</summary>
internal sealed record TypedSettings(string? ShopName, string? SupportEmail, int? LowStockBelow, string? SoldOut, bool HoldStock, bool MailNewOrder, bool MailLowStock, bool MailWeekly);
