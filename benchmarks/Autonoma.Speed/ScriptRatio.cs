using System.Diagnostics;
using System.Globalization;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Web;
using Microsoft.Playwright;

namespace Autonoma.Speed;

/// <summary>The same test as a script and in plain English, in turn, each in a fresh context of a browser that runs already.</summary>
public static class ScriptRatio
{
    public static async Task RunAsync(Uri shop, int rounds, string? executable)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await WebBrowser.LaunchAsync(new BrowserOptions { ExecutablePath = executable }, CancellationToken.None);
        await using var scripted = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(executable), Args = Quiet });
        foreach (var (file, script) in Flows.All)
        {
            var test = TestFileReader.Read(Path.Combine(Repository.Root, "samples", "Shop", "tests", file)).TestCase!;
            var ratios = new List<double>();
            var plainTimes = new List<double>();
            var scriptTimes = new List<double>();
            for (var round = -1; round < rounds; round++)
            {
                var scriptTime = await ScriptAsync(scripted, script, shop);
                var plainTime = await PlainAsync(browser, test, shop);
                if (round < 0)
                    continue;
                scriptTimes.Add(scriptTime);
                plainTimes.Add(plainTime);
                ratios.Add(plainTime / scriptTime);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {file,-46} plain {Median(plainTimes):0} ms, script {Median(scriptTimes):0} ms, ratio median {Median(ratios):0.00} (min {ratios.Min():0.00}, max {ratios.Max():0.00}, {rounds} rounds)"));
        }
    }

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string? Chromium(string? executable) => executable ?? Names
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    private static async Task<double> ScriptAsync(IBrowser browser, Func<IPage, Uri, Task> script, Uri shop)
    {
        var start = Stopwatch.GetTimestamp();
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 }, Locale = "en-US" });
        var page = await context.NewPageAsync();
        await script(page, shop);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<double> PlainAsync(WebBrowser browser, TestCase test, Uri shop)
    {
        var start = Stopwatch.GetTimestamp();
        await using var driver = await browser.OpenAsync(new WebSessionOptions { AppUrl = shop }, CancellationToken.None);
        var runner = new TestRunner(driver, new RunOptions { BaseUrl = shop.ToString() }, new StepReader(), new Grounder(), new ClaimChecker(), TimeProvider.System);
        var result = await runner.RunAsync(test, CancellationToken.None);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return result.Success ? elapsed : throw new InvalidOperationException($"{test.Title}: {result.Reasoning}");
    }
}
