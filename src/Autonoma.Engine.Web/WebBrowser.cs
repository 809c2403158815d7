using Autonoma.Engine.Driving;
using Autonoma.Engine.Web.Boundary;
using Autonoma.Engine.Web.Browsers;
using Autonoma.Engine.Web.Driving;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web;

/// <summary>A running browser. Holds any number of sessions, each with its own cookies, storage and tabs. Disposal ends the browser, also one that hangs.</summary>
public sealed class WebBrowser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly BrowserOptions _options;
    private readonly bool _owned;
    private bool _disposed;

    private WebBrowser(IPlaywright playwright, IBrowser browser, BrowserOptions options, bool owned)
    {
        _playwright = playwright;
        Browser = browser;
        _options = options;
        _owned = owned;
    }

    /// <summary>Name and version (<c>Chromium 156.0.1.2</c>).</summary>
    public string Name => $"{char.ToUpperInvariant(Browser.BrowserType.Name[0])}{Browser.BrowserType.Name[1..]} {Browser.Version}";

    /// <summary>Whether it still runs.</summary>
    public bool IsConnected => Browser.IsConnected;

    /// <summary>Path of the program that was started; null when it was connected to.</summary>
    public string? ExecutablePath { get; private init; }

    internal IBrowser Browser { get; }

    // A Firefox that is not Playwright's own: neither double clicks nor drags of draggable elements can be sent to it.
    internal bool IsDrivenByBidi { get; private init; }

    /// <summary>The command line that a browser is started with for these options, beside what Playwright adds.</summary>
    public static IReadOnlyList<string> ArgumentsFor(BrowserOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Engine == "chromium" ? ChromiumArguments.For(options) : options.Arguments;
    }

    /// <summary>Starts a browser, or connects to a running one.</summary>
    /// <exception cref="UserInputException">No browser was found, or it did not start; the message says what to do.</exception>
    public static async Task<WebBrowser> LaunchAsync(BrowserOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var playwright = await Playwright.CreateAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var type = options.Engine switch
            {
                "chromium" => playwright.Chromium,
                "firefox" => playwright.Firefox,
                "webkit" => playwright.Webkit,
                _ => throw new UserInputException($"'{options.Engine}' is not a browser engine. Choose chromium, firefox or webkit."),
            };
            var browser = options.Endpoint is { } endpoint
                ? await ConnectAsync(type, endpoint, options).WaitAsync(cancellationToken).ConfigureAwait(false)
                : await StartAsync(type, options, cancellationToken).ConfigureAwait(false);
            var found = options.Endpoint is null ? BrowserDiscovery.Find(options, type.ExecutablePath) : null;
            return new(playwright, browser, options, options.Endpoint is null)
            {
                ExecutablePath = options.Endpoint is null ? found ?? type.ExecutablePath : null,
                IsDrivenByBidi = IsInstalledFirefox(options, found),
            };
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>Opens a session with one empty tab.</summary>
    /// <exception cref="UserInputException">An option cannot be used (unknown device, missing storage state file).</exception>
    /// <exception cref="DriverLostException">The browser is gone.</exception>
    public async Task<WebAppDriver> OpenAsync(WebSessionOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ObjectDisposedException.ThrowIf(_disposed, this);
        var contextOptions = SessionContext.Options(_playwright, options);
        var hosts = options.AllowedHosts ?? _options.AllowedHosts;
        var rules = hosts is null ? null : new HostRules(hosts);
        var log = new AppLog(options.Time);
        var proxy = BoundaryProxy.StartIfNeeded(rules, options, log);
        IBrowserContext? context = null;
        try
        {
            // Loopback is no exception: without the second part the browser would go past the proxy there.
            if (proxy is not null)
                contextOptions.Proxy = new() { Server = proxy.Address, Bypass = "<-loopback>" };
            context = await Browser.NewContextAsync(contextOptions).WaitAsync(cancellationToken).ConfigureAwait(false);
            return await WebAppDriver.OpenAsync(this, context, options, rules, log, proxy, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            if (context is not null && Browser.IsConnected)
                await context.CloseAsync().ConfigureAwait(false);
            if (proxy is not null)
                await proxy.DisposeAsync().ConfigureAwait(false);
            if (e is PlaywrightException && !Browser.IsConnected)
                throw new DriverLostException("The browser was closed.", e);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        try
        {
            // A browser that does not answer is ended with the process that started it.
            if (_owned || Browser.IsConnected)
                await Browser.CloseAsync().WaitAsync(TimeSpan.FromSeconds(5)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // Gone already, or about to be.
        }

        _playwright.Dispose();
    }

    private static async Task<IBrowser> ConnectAsync(IBrowserType type, Uri endpoint, BrowserOptions options)
    {
        var isDebugging = endpoint.Scheme is "http" or "https" || endpoint.AbsolutePath.Contains("/devtools/", StringComparison.Ordinal);
        if (isDebugging && options.Engine != "chromium")
            throw new UserInputException($"{options.Engine} cannot be driven over a debugging port ({endpoint.GetLeftPart(UriPartial.Path)}): only a Chromium can. Give the ws:// address of a Playwright server that runs {options.Engine}, or use Chromium.");
        try
        {
            return isDebugging
                ? await type.ConnectOverCDPAsync(endpoint.ToString(), new() { Timeout = (float)options.LaunchTimeout.TotalMilliseconds }).ConfigureAwait(false)
                : await type.ConnectAsync(endpoint.ToString(), new() { Timeout = (float)options.LaunchTimeout.TotalMilliseconds }).ConfigureAwait(false);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            throw new UserInputException($"No browser answers at {endpoint.GetLeftPart(UriPartial.Path)}: {Messages.FirstLine(e)}. Start one with a debugging port or a Playwright server there, or give no address of a browser: then one is started.", e);
        }
    }

    private static readonly Dictionary<string, object> FirefoxPreferences = new()
    {
        // A page kept in memory comes back without the events that are waited for.
        ["browser.sessionhistory.max_total_viewers"] = 0,
        ["fission.bfcacheInParent"] = false,
        // Else what is on this machine is reached past the proxy, and with it past the allowed hosts.
        ["network.proxy.allow_hijacking_localhost"] = true,
    };

    private static bool IsInstalledFirefox(BrowserOptions options, string? path) => options.Engine == "firefox" && path is not null;

    private static async Task<IBrowser> StartAsync(IBrowserType type, BrowserOptions options, CancellationToken cancellationToken)
    {
        var path = BrowserDiscovery.Find(options, type.ExecutablePath);
        var launch = type.LaunchAsync(new()
        {
            ExecutablePath = path,
            // Playwright's own Firefox is a changed one with a protocol of its own; one from elsewhere is driven by WebDriver BiDi.
            Channel = IsInstalledFirefox(options, path) ? "moz-firefox" : null,
            FirefoxUserPrefs = options.Engine == "firefox" ? FirefoxPreferences : null,
            Headless = !options.Headed,
            Args = ArgumentsFor(options),
            Timeout = (float)options.LaunchTimeout.TotalMilliseconds,
            HandleSIGINT = false, // Ctrl+C is the tool's to handle: the report is written before the browser goes
            HandleSIGTERM = false,
            HandleSIGHUP = false,
        });
        try
        {
            return await launch.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            throw new UserInputException($"The browser {path ?? type.ExecutablePath} did not start: {Messages.FirstLine(e)}", e);
        }
    }
}
