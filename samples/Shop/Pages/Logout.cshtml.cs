using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Bugs;
using Shop.Sessions;

namespace Shop.Pages;

internal sealed class LogoutModel(BugSwitch bugs, ShopState shop) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        if (!bugs.Has(SeededBug.LogoutKeepsSession)) await HttpContext.SignOutAsync();
        shop.Toast = new Toast("You have been signed out");
        return Redirect("/login");
    }
}
