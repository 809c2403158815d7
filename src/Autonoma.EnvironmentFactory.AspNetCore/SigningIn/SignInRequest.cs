using Autonoma.EnvironmentFactory.AspNetCore.Serving;
using Autonoma.EnvironmentFactory.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Autonoma.EnvironmentFactory.AspNetCore.SigningIn;

/// <summary>A request made up for a sign-in: addressed as the real one, its response read instead of sent.</summary>
internal static class SignInRequest
{
    public static HttpContext For(AuthContext context)
    {
        var http = new DefaultHttpContext { RequestServices = context.Services };
        var request = CurrentRequest.Context?.Request;
        http.Request.Method = HttpMethods.Post;
        http.Request.Scheme = request?.Scheme ?? "http";
        http.Request.Host = request?.Host ?? new HostString("localhost");
        http.Request.PathBase = request?.PathBase ?? PathString.Empty;
        http.Request.Path = "/";
        http.RequestAborted = context.CancellationToken;
        return http;
    }

    public static Credentials CookiesOf(HttpContext http)
    {
        var cookies = Parse(http.Response.Headers.SetCookie.OfType<string>());
        return cookies.Count > 0
            ? new() { Cookies = cookies }
            : throw new InvalidOperationException("The sign-in set no cookie: is the scheme one of cookie authentication?");
    }

    // What an earlier sign-in left is removed with an empty value; a test starts without it anyway.
    public static List<CredentialCookie> Parse(IEnumerable<string> headers)
        => [.. SetCookieHeaderValue.ParseList([.. headers]).Where(cookie => cookie.Value.Length > 0).Select(Convert)];

    private static CredentialCookie Convert(SetCookieHeaderValue cookie) => new(cookie.Name.ToString(), cookie.Value.ToString())
    {
        Domain = cookie.Domain.HasValue ? cookie.Domain.ToString() : null,
        Path = cookie.Path.HasValue ? cookie.Path.ToString() : null,
        HttpOnly = cookie.HttpOnly,
        Secure = cookie.Secure,
        SameSite = cookie.SameSite switch
        {
            Microsoft.Net.Http.Headers.SameSiteMode.Strict => "strict",
            Microsoft.Net.Http.Headers.SameSiteMode.Lax => "lax",
            Microsoft.Net.Http.Headers.SameSiteMode.None => "none",
            _ => null,
        },
        MaxAge = cookie.MaxAge?.TotalSeconds,
        Expires = cookie.Expires?.ToUnixTimeSeconds(),
    };
}
