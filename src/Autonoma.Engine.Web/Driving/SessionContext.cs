using Autonoma.Engine.Driving;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Driving;

/// <summary>Translates the options of a session for Playwright.</summary>
internal static class SessionContext
{
    /// <summary>Options of the browser context.</summary>
    /// <exception cref="UserInputException">A device is unknown, a file is missing.</exception>
    public static BrowserNewContextOptions Options(IPlaywright playwright, WebSessionOptions options)
    {
        var context = new BrowserNewContextOptions();
        if (options.Device is { } device)
        {
            if (!playwright.Devices.TryGetValue(device, out var known))
            {
                var near = playwright.Devices.Keys.Where(name => name.Contains(device.Split(' ')[0], StringComparison.OrdinalIgnoreCase) && !name.Contains("landscape", StringComparison.Ordinal)).TakeLast(5).ToList();
                throw new UserInputException($"'{device}' is not a known device." + (near.Count > 0 ? $" Did you mean {string.Join(", ", near)}?" : " Try 'iPhone 15' or 'Pixel 7'."));
            }

            context = new(known);
        }

        if (options.ViewportWidth is not null || options.ViewportHeight is not null || options.Device is null)
        {
            context.ViewportSize = new()
            {
                Width = options.ViewportWidth ?? context.ViewportSize?.Width ?? 1280,
                Height = options.ViewportHeight ?? context.ViewportSize?.Height ?? 800,
            };
        }

        if (options.StorageStatePath is { } state)
        {
            if (!File.Exists(state))
                throw new UserInputException($"The storage state file '{state}' does not exist.");
            context.StorageStatePath = state;
        }

        context.Locale = options.Locale;
        context.TimezoneId = options.TimeZone;
        context.UserAgent = options.UserAgent ?? context.UserAgent;
        context.ReducedMotion = options.ReducedMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference;
        context.ColorScheme = options.ColorScheme == "dark" ? ColorScheme.Dark : ColorScheme.Light;
        context.IgnoreHTTPSErrors = options.IgnoreCertificateErrors;
        context.AcceptDownloads = true;
        // A service worker could answer from a cache of its own, unseen by log and boundary.
        context.ServiceWorkers = ServiceWorkerPolicy.Block;
        return context;
    }

    /// <summary>Cookies for Playwright.</summary>
    public static IEnumerable<Cookie> Cookies(WebSessionOptions options)
    {
        foreach (var cookie in options.Cookies)
        {
            var domain = cookie.Domain ?? options.AppUrl?.Host ?? throw new UserInputException($"The cookie '{cookie.Name}' has no domain, and the app's address is not known. Give one of them.");
            yield return new()
            {
                Name = cookie.Name,
                Value = cookie.Value,
                Domain = domain,
                Path = cookie.Path,
                Secure = cookie.Secure,
                HttpOnly = cookie.HttpOnly,
                SameSite = cookie.SameSite switch { "strict" => SameSiteAttribute.Strict, "lax" => SameSiteAttribute.Lax, "none" => SameSiteAttribute.None, _ => null },
                Expires = cookie.Expires?.ToUnixTimeSeconds(),
            };
        }
    }
}
