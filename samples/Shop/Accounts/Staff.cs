using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Shop.Sessions;

namespace Shop.Accounts;

/// <summary>The staff, and how a browser is kept signed in.</summary>
internal static class Staff
{
    public const string ManagerRole = "Manager";
    public const string ManagerPolicy = "Manager";
    private const string SessionClaim = "shop";

    /// <summary>Demo accounts; the login page shows them.</summary>
    public static readonly IReadOnlyList<Account> Accounts =
    [
        new("mara@larkspur.test", "Harbour-31", "Mara Lindholm", ManagerRole),
        new("tom@larkspur.test", "Packing-31", "Tom Hale", "Packer"),
    ];

    /// <summary>Who signs in: the shop's own staff, or one of the demonstration's accounts.</summary>
    public static Account? Find(ShopState shop, string email, string password) => shop.IsStored
        ? shop.Staff.FirstOrDefault(a => string.Equals(a.Email, email.Trim(), StringComparison.OrdinalIgnoreCase) && a.Knows(password))?.Account
        : Accounts.FirstOrDefault(a => string.Equals(a.Email, email.Trim(), StringComparison.OrdinalIgnoreCase) && a.Password == password);

    /// <summary>The ticket belongs to one session's data: it is worth nothing with another.</summary>
    public static ClaimsPrincipal Principal(Account account, string sessionId) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, account.Name), new(ClaimTypes.Email, account.Email), new(ClaimTypes.Role, account.Role), new(SessionClaim, sessionId)],
        CookieAuthenticationDefaults.AuthenticationScheme));

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "shop_staff";
        options.LoginPath = "/login";
        options.AccessDeniedPath = "/no-access";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = context =>
        {
            var session = context.HttpContext.Features.Get<Session>();
            if (context.Principal?.FindFirstValue(SessionClaim) != session?.Id) context.RejectPrincipal();
            return Task.CompletedTask;
        };
    }
}

/// <summary>A member of the staff.</summary>
internal sealed record Account(string Email, string Password, string Name, string Role);
