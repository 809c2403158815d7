using Autonoma.Engine.Driving;
namespace Autonoma.Engine.Web;

/// <summary>How a session (its own cookies, storage and tabs) looks to the app under test.</summary>
public sealed record WebSessionOptions
{
    /// <summary>Address of the app under test: <see cref="Headers"/> go to its origin only. Null: the first address opened.</summary>
    public Uri? AppUrl { get; init; }

    /// <summary>Width of the viewport in CSS pixels. Default: 1280, or that of <see cref="Device"/>.</summary>
    public int? ViewportWidth { get; init; }

    /// <summary>Height of the viewport in CSS pixels. Default: 800, or that of <see cref="Device"/>.</summary>
    public int? ViewportHeight { get; init; }

    /// <summary>A device that Playwright can emulate, by its name (<c>iPhone 15</c>, <c>Pixel 7</c>); null: a desktop.</summary>
    public string? Device { get; init; }

    /// <summary>Language and region. Default: <c>en-US</c>.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>IANA time zone (<c>Europe/Berlin</c>); null: that of the machine.</summary>
    public string? TimeZone { get; init; }

    /// <summary>User agent; null: the browser's own, or that of <see cref="Device"/>.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Asks the page for less motion. Default: false.</summary>
    public bool ReducedMotion { get; init; }

    /// <summary><c>light</c> (the default) or <c>dark</c>.</summary>
    public string ColorScheme { get; init; } = "light";

    /// <summary>Accepts certificates that cannot be verified. Default: false.</summary>
    public bool IgnoreCertificateErrors { get; init; }

    /// <summary>Cookies present from the start.</summary>
    public IReadOnlyList<LoginCookie> Cookies { get; init; } = [];

    /// <summary>Headers sent with every request to the app's origin, and to no other.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Path of a storage state file (cookies and local storage) in Playwright's format; null: none.</summary>
    public string? StorageStatePath { get; init; }

    /// <summary>Which addresses pages may talk to, asked for what a name turns out to be at each connection; null: any. For servers that carry out tests of people who must not reach the server's own networks.</summary>
    public Func<System.Net.IPAddress, bool>? AllowsAddress { get; init; }

    /// <summary>Hosts that pages may talk to; null: any. See <see cref="BrowserOptions.AllowedHosts"/> for the form.</summary>
    public IReadOnlyList<string>? AllowedHosts { get; init; }

    /// <summary>How long loading a page may take. Default: 30 seconds.</summary>
    public TimeSpan NavigationTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
