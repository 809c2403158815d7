using System.Security.Claims;
using Autonoma.EnvironmentFactory.Protocol;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.EnvironmentFactory.AspNetCore.SigningIn;

/// <summary>Real credentials of an ASP.NET Core app, made by the app's own sign-in.</summary>
public static class SignInExtensions
{
    /// <summary>The cookies that the app's cookie authentication issues for this user.</summary>
    /// <param name="context">The context of the auth callback.</param>
    /// <param name="user">Whom to sign in, with the claims the app expects.</param>
    /// <param name="scheme">The authentication scheme; null for the app's default.</param>
    /// <param name="properties">As for any sign-in, such as how long it holds.</param>
    /// <exception cref="InvalidOperationException">The sign-in set no cookie.</exception>
    public static async Task<Credentials> SignInAsync(this AuthContext context, ClaimsPrincipal user, string? scheme = null, AuthenticationProperties? properties = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(user);
        var http = SignInRequest.For(context);
        await http.SignInAsync(scheme, user, properties).ConfigureAwait(false);
        return SignInRequest.CookiesOf(http);
    }

    /// <summary>The cookies that ASP.NET Core Identity issues for this user, with all the claims the app's claims factory gives it.</summary>
    /// <param name="context">The context of the auth callback.</param>
    /// <param name="userId">The key of the user, as text.</param>
    /// <param name="isPersistent">True for a cookie that outlives the browser.</param>
    /// <exception cref="InvalidOperationException">There is no such user, or the sign-in set no cookie.</exception>
    public static async Task<Credentials> SignInWithIdentityAsync<TUser>(this AuthContext context, string userId, bool isPersistent = false)
        where TUser : class
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentException.ThrowIfNullOrEmpty(userId);
        var manager = context.Services.GetRequiredService<SignInManager<TUser>>();
        var user = await manager.UserManager.FindByIdAsync(userId).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"Identity knows no user with the id {userId}.");
        var http = SignInRequest.For(context);
        manager.Context = http;
        await manager.SignInAsync(user, isPersistent).ConfigureAwait(false);
        return SignInRequest.CookiesOf(http);
    }
}
