using Autonoma.Server.Configuration;

namespace Autonoma.Server.Access;

/// <summary>The cookie that holds a session's token: out of reach of scripts, not sent by other sites' forms.</summary>
internal static class SessionCookie
{
    private const string Plain = "autonoma", Secure = "__Host-autonoma";

    public static string? Read(HttpContext context) => context.Request.Cookies[Name(context)] is { Length: > 0 } token ? token : null;

    public static void Write(HttpContext context, string token) => context.Response.Cookies.Append(Name(context), token, Options(context, TimeSpan.FromDays(90)));

    public static void Remove(HttpContext context) => context.Response.Cookies.Append(Name(context), "", Options(context, TimeSpan.Zero));

    private static bool IsSecure(HttpContext context) => context.Request.IsHttps || context.RequestServices.GetRequiredService<ServerSettings>().PublicUrl.Scheme == Uri.UriSchemeHttps;

    private static string Name(HttpContext context) => IsSecure(context) ? Secure : Plain;

    private static CookieOptions Options(HttpContext context, TimeSpan age) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = IsSecure(context), Path = "/", MaxAge = age, IsEssential = true };
}
