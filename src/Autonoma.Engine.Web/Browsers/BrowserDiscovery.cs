using Autonoma.Engine.Driving;

namespace Autonoma.Engine.Web.Browsers;

/// <summary>Finds the browser to start.</summary>
internal static class BrowserDiscovery
{
    /// <summary>Names an installed Chromium goes by, the plain one first.</summary>
    private static readonly string[] ChromiumNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge", "microsoft-edge-stable"];

    /// <summary>
    /// The same engine without windows, tab strips and their own renderers: half the processor time of the full browser (see docs/benchmarks.md), so it is taken wherever no window
    /// is wanted. Debian's command of that name is a script that stays in between; the program itself comes first.
    /// </summary>
    private static readonly string[] HeadlessShellNames = ["/usr/lib/chromium/chromium-headless-shell", "chromium-headless-shell", "chrome-headless-shell"];

    private static readonly string[] ChromiumPlaces =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static readonly string[] FirefoxNames = ["firefox", "firefox-esr"];

    private static readonly string[] FirefoxPlaces = ["/Applications/Firefox.app/Contents/MacOS/firefox", @"C:\Program Files\Mozilla Firefox\firefox.exe", @"C:\Program Files (x86)\Mozilla Firefox\firefox.exe"];

    /// <summary>Path of the executable; null when Playwright's own is to be used.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="playwrightsOwn">Where Playwright keeps its own, whether or not it is installed.</param>
    /// <exception cref="UserInputException">The one asked for does not exist, or there is none at all.</exception>
    public static string? Find(BrowserOptions options, string playwrightsOwn)
    {
        if (options.ExecutablePath is { Length: > 0 } asked)
            return Resolve(asked) ?? throw new UserInputException($"There is no browser at '{asked}' (given as the browser path). Give the path of an executable, or leave it out to use an installed Chromium.");
        var configured = Environment.GetEnvironmentVariable("AUTONOMA_BROWSER");
        if (options.Engine == "chromium" && !string.IsNullOrWhiteSpace(configured))
            return Resolve(configured) ?? throw new UserInputException($"There is no browser at '{configured}' (from AUTONOMA_BROWSER). Set it to the path of an executable, or unset it.");
        if (options.Engine == "firefox" && !File.Exists(playwrightsOwn))
        {
            return FirefoxNames.Select(OnPath).FirstOrDefault(found => found is not null) ?? FirefoxPlaces.FirstOrDefault(File.Exists) ?? throw new UserInputException(
                "Firefox is not installed. Install it ('apt-get install firefox-esr', 'brew install --cask firefox', 'winget install Mozilla.Firefox'), give its path, or use Chromium.");
        }

        if (options.Engine != "chromium")
        {
            return File.Exists(playwrightsOwn) ? null : throw new UserInputException(
                $"{options.Engine} is not installed. Install it with 'pwsh playwright.ps1 install {options.Engine}', or use Chromium.");
        }

        foreach (var name in options.Headed ? ChromiumNames : [.. HeadlessShellNames, .. ChromiumNames])
        {
            if (OnPath(name) is { } found)
                return found;
        }

        if (File.Exists(playwrightsOwn))
            return null;
        if (ChromiumPlaces.FirstOrDefault(File.Exists) is { } place)
            return place;
        throw new UserInputException(options.Headed && HeadlessShellNames.Any(name => OnPath(name) is not null)
            ? "Only a headless shell is installed, and it has no window to show. Install the full browser ('apt-get install chromium'), or run without --headed."
            : "No browser was found. Looked for the browser path option, AUTONOMA_BROWSER, Chromium, Chrome or Edge on the PATH, and Playwright's own. "
            + "Install one ('apt-get install chromium', 'brew install --cask chromium', 'winget install Google.Chrome'), or give its path.");
    }

    private static string? Resolve(string path) => File.Exists(path) ? Path.GetFullPath(path) : path.Contains(Path.DirectorySeparatorChar) ? null : OnPath(path);

    private static string? OnPath(string name)
    {
        if (Path.IsPathRooted(name))
            return File.Exists(name) ? name : null;
        var endings = OperatingSystem.IsWindows() ? new[] { ".exe", ".cmd" } : [""];
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var ending in endings)
            {
                var candidate = Path.Combine(folder, name + ending);
                if (File.Exists(candidate))
                    return candidate;
            }
        }

        return null;
    }
}
