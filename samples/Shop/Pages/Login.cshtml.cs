using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Accounts;
using Shop.Sessions;

namespace Shop.Pages;

internal sealed class LoginModel : PageModel
{
    public string Email { get; private set; } = "";
    public string? Problem { get; private set; }
    public string? ReturnUrl { get; private set; }

    public void OnGet(string? returnUrl) => ReturnUrl = returnUrl;

    public async Task<IActionResult> OnPostAsync(string? email, string? password, bool remember, string? returnUrl)
    {
        Email = email?.Trim() ?? "";
        ReturnUrl = returnUrl;
        if (Email == "" || string.IsNullOrEmpty(password))
        {
            Problem = "Enter your email address and your password.";
            return Page();
        }
        var session = HttpContext.Features.Get<Session>()!;
        if (Staff.Find(session.State, Email, password) is not { } account)
        {
            Problem = "The email address or the password is wrong.";
            return Page();
        }
        await HttpContext.SignInAsync(Staff.Principal(account, session.Id), new AuthenticationProperties { IsPersistent = remember });
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/admin");
    }
}
