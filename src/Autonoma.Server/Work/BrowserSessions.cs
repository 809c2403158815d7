using Autonoma.Engine.Driving;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Web;
using Autonoma.Platform.Executing;

namespace Autonoma.Server.Work;

/// <summary>One browser for all runs of this process and a fresh context for each. A browser that died is started again.</summary>
internal sealed class BrowserSessions(BrowserOptions options, TimeProvider time) : IRunSessions, IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Task<WebBrowser>? _browser;

    public string Platform => _browser is { IsCompletedSuccessfully: true } task ? task.Result.Name : "";

    public async Task<IAppDriver> OpenAsync(TestCase test, string? baseUrl, SessionLogin login, CancellationToken cancellationToken)
    {
        var browser = await BrowserAsync(cancellationToken);
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
                Cookies = [.. login.Cookies.Select(cookie => new WebCookie(cookie.Name, cookie.Value, cookie.Domain, cookie.Path, cookie.Secure, cookie.HttpOnly) { SameSite = cookie.SameSite, Expires = cookie.Expires })],
                Time = time,
            },
            cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            try
            {
                await (await _browser).DisposeAsync();
            }
            catch (UserInputException)
            {
                // It never started; that was said when it was needed.
            }
        }

        _gate.Dispose();
    }

    private async Task<WebBrowser> BrowserAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_browser is { IsCompleted: true } old && (!old.IsCompletedSuccessfully || !old.Result.IsConnected))
            {
                _browser = null;
                if (old.IsCompletedSuccessfully)
                    await old.Result.DisposeAsync();
            }

            return await (_browser ??= Task.Run(() => WebBrowser.LaunchAsync(options, CancellationToken.None), CancellationToken.None)).WaitAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }
}
