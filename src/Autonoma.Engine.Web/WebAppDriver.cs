using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Web.Boundary;
using Autonoma.Engine.Web.Driving;
using Autonoma.Engine.Web.Observing;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web;

/// <summary>Drives one web app in one browser session.</summary>
public sealed class WebAppDriver : IAppDriver
{
    private readonly WebSession _session;
    private readonly WebFilesDriver _files;
    private readonly WebFrameStream? _frames;
    private readonly bool _ownsContext;
    private BoundaryProxy? _proxy;
    private bool _disposed;

    private WebAppDriver(WebSession session, HostRules? rules, bool ownsContext)
    {
        _session = session;
        _ownsContext = ownsContext;
        var dialogs = new WebDialogsDriver(session);
        _files = new(session);
        _frames = session.Context.Browser?.BrowserType.Name is null or "chromium" ? new(session) : null;
        Screen = new WebScreenDriver(session, dialogs, _files, new Settling(session));
        Mouse = new WebMouseDriver(session);
        Elements = new WebElementDriver(session, Mouse);
        Keyboard = new WebKeyboardDriver(session);
        Application = new WebApplicationDriver(session);
        Navigation = new WebNavigationDriver(session, rules);
        Tabs = new WebTabsDriver(session);
        Dialogs = dialogs;
        Clipboard = new WebClipboardDriver(session);
        _files.Click = ClickAsync;
    }

    /// <summary>The page of the active tab.</summary>
    public IPage Page => _session.Page;

    /// <inheritdoc/>
    public IScreenDriver Screen { get; }

    /// <inheritdoc/>
    public IElementDriver Elements { get; }

    /// <inheritdoc/>
    public IMouseDriver Mouse { get; }

    /// <inheritdoc/>
    public IKeyboardDriver Keyboard { get; }

    /// <inheritdoc/>
    public IApplicationDriver Application { get; }

    /// <inheritdoc/>
    public INavigationDriver? Navigation { get; }

    /// <inheritdoc/>
    public ITabsDriver? Tabs { get; }

    /// <inheritdoc/>
    public IDialogsDriver? Dialogs { get; }

    /// <inheritdoc/>
    public IFilesDriver? Files => _files;

    /// <inheritdoc/>
    public IClipboardDriver? Clipboard { get; }

    /// <inheritdoc/>
    public IFrameStream? Frames => _frames;

    /// <summary>
    /// Drives a page that the caller opened and goes on owning: disposing of the driver leaves it open. Listeners that the page registered
    /// before are not known; everything else is.
    /// </summary>
    public static async Task<WebAppDriver> AttachAsync(IPage page, WebSessionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        var context = page.Context;
        await context.AddInitScriptAsync(ObserverScript.Text).WaitAsync(cancellationToken).ConfigureAwait(false);
        var platform = context.Browser is { } browser ? $"{Capitalized(browser.BrowserType.Name)} {browser.Version}" : "Chromium";
        return new(new WebSession(context, page, options ?? new(), platform, new AppLog((options ?? new()).Time)), null, ownsContext: false);
    }

    internal static async Task<WebAppDriver> OpenAsync(WebBrowser browser, IBrowserContext context, WebSessionOptions options, HostRules? rules, AppLog log, BoundaryProxy? proxy, CancellationToken cancellationToken)
    {
        // None of these needs the one before: they travel together.
        var tasks = new List<Task> { context.AddInitScriptAsync(ObserverScript.Text) };
        if (options.Cookies.Count > 0)
            tasks.Add(context.AddCookiesAsync(SessionContext.Cookies(options)));
        if (context.Browser?.BrowserType.Name == "chromium")
            tasks.Add(context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]));
        var opening = context.NewPageAsync();
        tasks.Add(opening);
        tasks.Add(AppHeaders.AddAsync(context, options));
        await Task.WhenAll(tasks).WaitAsync(cancellationToken).ConfigureAwait(false);
        var page = await opening.ConfigureAwait(false);
        return new(new WebSession(context, page, options, browser.Name, log) { IsDrivenByBidi = browser.IsDrivenByBidi }, rules, ownsContext: true) { _proxy = proxy };
    }

    /// <summary>From now on no request leaves the session but those that read (GET, HEAD, OPTIONS). Cannot be taken back.</summary>
    public Task ReadOnlyFromNowAsync() => ReadingOnly.AddAsync(_session.Context, _session.Log);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        if (_session.Loss is null)
            await _files.FinishAsync(TimeSpan.FromSeconds(1)).ConfigureAwait(false);
        _session.BeginClose();
        if (_frames is not null)
            await _frames.DisposeAsync().ConfigureAwait(false);
        if (_ownsContext)
        {
            try
            {
                await _session.Context.CloseAsync().WaitAsync(TimeSpan.FromSeconds(5)).ConfigureAwait(false);
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                // Gone already; what hangs ends with the browser.
            }
        }

        if (_proxy is not null)
            await _proxy.DisposeAsync().ConfigureAwait(false);
        _session.Dispose();
        _files.Dispose();
    }

    private static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private async Task ClickAsync(NodeRef node, CancellationToken cancellationToken)
    {
        var reached = await Elements.ClickAsync(node, null, Autonoma.Engine.Driving.MouseButton.Left, 1, KeyModifiers.None, cancellationToken).ConfigureAwait(false);
        if (reached.Status != ReachStatus.Reachable)
            throw new CommandFailedException($"The element that should open a file chooser cannot be clicked: {reached.Status}{(reached.CoveredBy is { } by ? $" by {by}" : "")}.");
    }
}
