using Autonoma.Engine.Driving;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.Planner.Pipeline.Proving;

/// <summary>What an Environment Factory says about signing in, as a browser session begins with it.</summary>
public static class ScenarioLogin
{
    /// <summary>Cookies and headers; credentials are typed, and are not in it.</summary>
    /// <param name="auth">Of an instance.</param>
    /// <param name="time">Ages of cookies count from its now.</param>
    public static SessionLogin Of(Credentials auth, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(auth);
        ArgumentNullException.ThrowIfNull(time);
        return new() { Headers = auth.Headers ?? new Dictionary<string, string>(), Cookies = [.. (auth.Cookies ?? []).Select(cookie => Cookie(cookie, time))] };
    }

    private static LoginCookie Cookie(CredentialCookie cookie, TimeProvider time) => new(cookie.Name, cookie.Value)
    {
        Domain = cookie.Domain ?? (Uri.TryCreate(cookie.Url, UriKind.Absolute, out var url) ? url.Host : null),
        Path = cookie.Path ?? "/",
        Secure = cookie.Secure ?? false,
        HttpOnly = cookie.HttpOnly ?? false,
        SameSite = cookie.SameSite,
        Expires = cookie.MaxAge is { } age ? time.GetUtcNow().AddSeconds(Math.Clamp(age, 0, 400d * 86400))
            : cookie.Expires is > 0 and var expires ? DateTimeOffset.FromUnixTimeSeconds((long)Math.Min(expires, 253402300799d)) : null,
    };
}
