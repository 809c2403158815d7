using Autonoma.TestKit;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace Autonoma.Engine.Web.Tests.Recording;

/// <summary>A browser behind chromedriver, for code that is exported for Selenium; started when the first test asks for it.</summary>
public sealed class WebDriverFixture : IDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver", Repository.Folder("artifacts/chromedriver/usr/bin/chromedriver")];

    private ChromeDriver? _driver;

    /// <summary>The driver, with no page open; null when no chromedriver is installed.</summary>
    public IWebDriver? Open(string browser)
    {
        if (Environment.GetEnvironmentVariable("AUTONOMA_CHROMEDRIVER") is { Length: > 0 } set && !File.Exists(set))
            throw new InvalidOperationException($"There is no file '{set}' (from AUTONOMA_CHROMEDRIVER).");
        var path = Environment.GetEnvironmentVariable("AUTONOMA_CHROMEDRIVER") is { Length: > 0 } own ? own : Places.FirstOrDefault(File.Exists);
        if (path is null)
            return null;
        if (_driver is null)
        {
            var options = new ChromeOptions { BinaryLocation = browser };
            options.AddArguments("--headless", "--no-sandbox", "--window-size=1280,900", "--lang=en-US", "--disable-gpu", "--disable-dev-shm-usage");
            _driver = new ChromeDriver(ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(path)!, Path.GetFileName(path)), options);
        }

        _driver.SwitchTo().DefaultContent();
        _driver.Navigate().GoToUrl("about:blank");
        return _driver;
    }

    /// <inheritdoc/>
    public void Dispose() => _driver?.Dispose();
}
