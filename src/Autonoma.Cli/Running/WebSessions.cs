using Autonoma.Cli.Configuration;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running.Suite;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Web;

namespace Autonoma.Cli.Running;

/// <summary>One browser for the whole suite and a fresh context for each test. A browser that died is started again.</summary>
internal sealed class WebSessions(ToolSettings settings, ToolEnvironment environment) : IAppSessions, IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Task<WebBrowser>? _browser;
    private IReadOnlyList<string>? _hosts;

    public string Platform => _browser is { IsCompletedSuccessfully: true } task ? task.Result.Name : "";

    /// <summary>Begins to start the browser for these tests. A browser that may not talk to everybody is told so from the start: its own
    /// boundary also covers what a page cannot show (prefetching, workers).</summary>
    public void Warm(IReadOnlyList<TestCase> tests)
    {
        if (Restricted)
            _hosts = [.. settings.Values.List("allowedHosts").Concat(tests.Select(AppUrl).OfType<Uri>().Where(url => url.Host.Length > 0).Select(url => url.Host)).Distinct(StringComparer.OrdinalIgnoreCase)];
        _browser ??= LaunchAsync(CancellationToken.None);
    }

    public string KeyOf(TestCase test)
    {
        var size = SizeOf(test);
        var url = AppUrl(test);
        return $"{size?.Width}x{size?.Height} {url?.Scheme}://{url?.Authority}";
    }

    public async Task<IAppDriver> OpenAsync(TestCase test, SessionLogin login, CancellationToken cancellationToken)
    {
        var browser = await BrowserAsync(cancellationToken);
        var values = settings.Values;
        var size = SizeOf(test);
        var url = AppUrl(test);
        if (url is null && (login.Headers.Count > 0 || login.Cookies.Any(cookie => cookie.Domain is null)))
            throw new UserInputException("The test's environment brings a login, and it is not known for which address. Give --base-url URL, or 'url' in the test.");
        return await browser.OpenAsync(
            new WebSessionOptions
            {
                AppUrl = url,
                ViewportWidth = (int?)size?.Width,
                ViewportHeight = (int?)size?.Height,
                Device = values.Text("device"),
                Locale = values.Text("locale") ?? "en-US",
                TimeZone = values.Text("timeZone"),
                Headers = Headers(HeaderSettings.Read(environment, values), login.Headers),
                Cookies = [.. login.Cookies.Select(cookie => new WebCookie(cookie.Name, cookie.Value, cookie.Domain, cookie.Path, cookie.Secure, cookie.HttpOnly) { SameSite = cookie.SameSite, Expires = cookie.Expires })],
                StorageStatePath = values.Text("storageState") is { } state ? environment.FullPath(state) : null,
                IgnoreCertificateErrors = values.Flag("ignoreCertificateErrors"),
                AllowedHosts = AllowedHosts(url),
                NavigationTimeout = values.Duration("navigationTimeout") ?? TimeSpan.FromSeconds(30),
                Time = environment.Time,
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

    private static Dictionary<string, string> Headers(IReadOnlyDictionary<string, string> configured, IReadOnlyDictionary<string, string> login)
    {
        var headers = new Dictionary<string, string>(configured, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in login)
            headers[name] = value;
        return headers;
    }

    // Offline: the app's own host and nothing else, so that no test can depend on the network. Otherwise the hosts that were named, if any.
    private IReadOnlyList<string>? AllowedHosts(Uri? app)
    {
        if (!Restricted)
            return null;
        var named = settings.Values.List("allowedHosts");
        return app is null || app.IsFile || app.Host.Length == 0 ? named : [.. named, app.Host];
    }

    private bool Restricted => settings.Values.Flag("offline") || settings.Values.List("allowedHosts").Count > 0;

    private UiSize? SizeOf(TestCase test) => test.Viewport ?? settings.Values.Size("viewport");

    private Uri? AppUrl(TestCase test)
    {
        var start = settings.BaseUrl;
        if (Uri.TryCreate(test.Url, UriKind.Absolute, out var own) && own.Scheme is "http" or "https")
            return own;
        return Uri.TryCreate(start, UriKind.Absolute, out var url) ? url : null;
    }

    private async Task<WebBrowser> BrowserAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_browser is { IsCompleted: true } old && (old.IsFaulted || old.IsCanceled || !old.Result.IsConnected))
            {
                if (old.IsCompletedSuccessfully)
                    await old.Result.DisposeAsync();
                else if (old.Exception?.InnerException is UserInputException wrong)
                    throw wrong; // it cannot be started: starting it again for each test helps nobody
                _browser = null;
            }

            return await (_browser ??= LaunchAsync(CancellationToken.None)).WaitAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    private Task<WebBrowser> LaunchAsync(CancellationToken cancellationToken)
    {
        var values = settings.Values;
        var options = new BrowserOptions
        {
            Engine = values.Text("browserName") ?? "chromium",
            Headed = values.Flag("headed"),
            ExecutablePath = values.Text("browserPath") is { } path ? environment.FullPath(path) : null,
            AllowedHosts = _hosts,
            Endpoint = values.Text("browserUrl") is { } url ? Endpoint(url) : null,
        };
        return Task.Run(() => WebBrowser.LaunchAsync(options, cancellationToken), cancellationToken);
    }

    private static Uri Endpoint(string url) => Uri.TryCreate(url, UriKind.Absolute, out var endpoint) ? endpoint
        : throw new UserInputException($"The browser URL '{url}' is not an address. Examples: ws://127.0.0.1:3000/, http://127.0.0.1:9222.");
}
