using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Sessions;

namespace Shop.Pages;

internal sealed class LanguageModel(ShopState shop) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public IActionResult OnPost(string language, string? back)
    {
        shop.Language = language == "de" ? "de" : "en";
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }
}
