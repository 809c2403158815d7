using Autonoma.Cli.Configuration;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running.Suite;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Web;

namespace Autonoma.Cli.Running;

/// <summary>One browser for the whole suite and a fresh context for each test.</summary>
internal sealed class WebSessions : IAppSessions, IAsyncDisposable
{
    private readonly ToolSettings _settings;
    private readonly ToolEnvironment _environment;
    private readonly SharedBrowser _browser;
    private IReadOnlyList<string>? _hosts;

    public WebSessions(ToolSettings settings, ToolEnvironment environment)
    {
        _settings = settings;
        _environment = environment;
        _browser = new(Options);
    }

    public string Platform => _browser.Name;

    /// <summary>Begins to start the browser for these tests. A browser that may not talk to everybody is told so from the start: its own
    /// boundary also covers what a page cannot show (prefetching, workers).</summary>
    public void Warm(IReadOnlyList<TestCase> tests)
    {
        if (Restricted)
            _hosts = [.. _settings.Values.List("allowedHosts").Concat(tests.Select(AppUrl).OfType<Uri>().Where(url => url.Host.Length > 0).Select(url => url.Host)).Distinct(StringComparer.OrdinalIgnoreCase)];
        _browser.Warm();
    }

    public string KeyOf(TestCase test)
    {
        var size = SizeOf(test);
        var url = AppUrl(test);
        return $"{size?.Width}x{size?.Height} {url?.Scheme}://{url?.Authority}";
    }

    public async Task<IAppDriver> OpenAsync(TestCase test, SessionLogin login, CancellationToken cancellationToken)
    {
        var browser = await _browser.GetAsync(cancellationToken);
        var values = _settings.Values;
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
                Headers = Headers(HeaderSettings.Read(_environment, values), login.Headers),
                Cookies = login.Cookies,
                StorageStatePath = values.Text("storageState") is { } state ? _environment.FullPath(state) : null,
                IgnoreCertificateErrors = values.Flag("ignoreCertificateErrors"),
                AllowedHosts = AllowedHosts(url),
                NavigationTimeout = values.Duration("navigationTimeout") ?? TimeSpan.FromSeconds(30),
                Time = _environment.Time,
            },
            cancellationToken);
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

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
        var named = _settings.Values.List("allowedHosts");
        return app is null || app.IsFile || app.Host.Length == 0 ? named : [.. named, app.Host];
    }

    private bool Restricted => _settings.Values.Flag("offline") || _settings.Values.List("allowedHosts").Count > 0;

    private UiSize? SizeOf(TestCase test) => test.Viewport ?? _settings.Values.Size("viewport");

    private Uri? AppUrl(TestCase test)
    {
        var start = _settings.BaseUrl;
        if (Uri.TryCreate(test.Url, UriKind.Absolute, out var own) && own.Scheme is "http" or "https")
            return own;
        return Uri.TryCreate(start, UriKind.Absolute, out var url) ? url : null;
    }

    private BrowserOptions Options()
    {
        var values = _settings.Values;
        return new()
        {
            Engine = values.Text("browserName") ?? "chromium",
            Headed = values.Flag("headed"),
            ExecutablePath = values.Text("browserPath") is { } path ? _environment.FullPath(path) : null,
            AllowedHosts = _hosts,
            Endpoint = values.Text("browserUrl") is { } url ? Endpoint(url) : null,
        };
    }

    private static Uri Endpoint(string url) => Uri.TryCreate(url, UriKind.Absolute, out var endpoint) ? endpoint
        : throw new UserInputException($"The browser URL '{url}' is not an address. Examples: ws://127.0.0.1:3000/, http://127.0.0.1:9222.");
}
