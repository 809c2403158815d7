namespace Autonoma.Engine.Web;

/// <summary>Which browser is started, and how.</summary>
public sealed record BrowserOptions
{
    /// <summary><c>chromium</c> (the default), <c>firefox</c> or <c>webkit</c>.</summary>
    public string Engine { get; init; } = "chromium";

    /// <summary>Shows the browser's window. Default: false.</summary>
    public bool Headed { get; init; }

    /// <summary>Path of the browser's executable; null: <c>AUTONOMA_BROWSER</c>, then the PATH (without a window a headless shell before the full browser), then the one Playwright installed.</summary>
    public string? ExecutablePath { get; init; }

    /// <summary>A running browser: <c>ws://</c> of a Playwright server, or <c>http://</c> or <c>ws://.../devtools/...</c> of a Chromium's debugging port. Null: start one.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Hosts that the browser may talk to (<c>shop.test</c>, <c>*.shop.test</c>, <c>127.0.0.1:5000</c>); null: any. Sessions can only narrow it.</summary>
    public IReadOnlyList<string>? AllowedHosts { get; init; }

    /// <summary>Further command line arguments of the browser.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>How long the start may take. Default: 30 seconds.</summary>
    public TimeSpan LaunchTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
