using Autonoma.Engine.Web;
using Xunit;

namespace Autonoma.TestKit;

/// <summary>One browser and one site for all tests of a class or collection; each test opens sessions of its own.</summary>
public class BrowserFixture : IAsyncLifetime
{
    private int _pages;

    /// <summary>The browser.</summary>
    public WebBrowser Browser { get; private set; } = null!;

    /// <summary>The site.</summary>
    public StaticSite Site { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Site = await StaticSite.StartAsync(Repository.Folder("tests/assets"));
        Browser = await WebBrowser.LaunchAsync(await PrepareAsync(), TestContext.Current.CancellationToken);
    }

    /// <summary>Opens a session; <paramref name="html"/>, if given, is served at a path of its own and opened.</summary>
    public async Task<WebAppDriver> OpenAsync(string? html = null, WebSessionOptions? options = null)
    {
        var driver = await Browser.OpenAsync(options ?? new WebSessionOptions(), TestContext.Current.CancellationToken);
        if (html is not null)
            await driver.Navigation!.GoToAsync(Serve(html), TestContext.Current.CancellationToken);
        return driver;
    }

    /// <summary>Serves a page at a path of its own. What is not a whole document is put into the body of one.</summary>
    public Uri Serve(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var whole = html.Contains("<html", StringComparison.OrdinalIgnoreCase) ? html : $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Test</title></head><body>{html}</body></html>";
        return Site.Add($"/page-{Interlocked.Increment(ref _pages)}.html", whole);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Browser is not null)
            await Browser.DisposeAsync();
        await EndAsync();
        await Site.DisposeAsync();
    }

    /// <summary>Which browser it is; one of our own, if not overridden.</summary>
    protected virtual Task<BrowserOptions> PrepareAsync() => Task.FromResult(new BrowserOptions());

    /// <summary>Ends what was prepared.</summary>
    protected virtual ValueTask EndAsync() => ValueTask.CompletedTask;
}
