using Autonoma.Engine.Driving;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Web;
using Autonoma.Platform.Executing;
using Autonoma.Server.Networks;

namespace Autonoma.Server.Work;

/// <summary>One browser for all runs of this process and a fresh context for each.</summary>
internal sealed class BrowserSessions(BrowserOptions options, AddressGuard addresses, TimeProvider time) : IRunSessions, IAsyncDisposable
{
    // Of a server that runs for weeks the browser may be mended while it runs.
    private readonly SharedBrowser _browser = new(() => options) { TriesAgain = true };

    public string Platform => _browser.Name;

    public async Task<IAppDriver> OpenAsync(TestCase test, string? baseUrl, SessionLogin login, CancellationToken cancellationToken)
    {
        var browser = await _browser.GetAsync(cancellationToken);
        var url = Uri.TryCreate(test.Url, UriKind.Absolute, out var own) && own.Scheme is "http" or "https" ? own : Uri.TryCreate(baseUrl, UriKind.Absolute, out var start) ? start : null;
        if (url is null && (login.Headers.Count > 0 || login.Cookies.Any(cookie => cookie.Domain is null)))
            throw new UserInputException("The test's environment brings a login, and it is not known for which address: give the application its address.");
        return await browser.OpenAsync(
            new()
            {
                AppUrl = url,
                ViewportWidth = (int?)test.Viewport?.Width,
                ViewportHeight = (int?)test.Viewport?.Height,
                Headers = login.Headers,
                Cookies = login.Cookies,
                // On a server of several people a test must not be a way into the server's own networks.
                AllowsAddress = addresses.IsStrict ? addresses.Allows : null,
                Time = time,
            },
            cancellationToken);
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();
}
