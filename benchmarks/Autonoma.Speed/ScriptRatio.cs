using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Recording;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Web;
using Microsoft.Playwright;

namespace Autonoma.Speed;

/// <summary>
/// The same test as a script and in plain English, in turn, each in a fresh context of a browser that runs already. Both sides get the same
/// executable with the same arguments; the time runs from the creation of the context to its end. With artifacts, the script takes what
/// Playwright offers (a picture after each deed, its own video), the plain test what the tool leaves.
/// </summary>
public static class ScriptRatio
{
    private static readonly ConcurrentDictionary<string, (int Calls, double Milliseconds)> Times = new();

    public static async Task RunAsync(Uri shop, int rounds, string? executable, bool artifacts, bool trace, bool replay = false)
    {
        using var playwright = await Playwright.CreateAsync();
        var options = new BrowserOptions { ExecutablePath = executable };
        await using var browser = await WebBrowser.LaunchAsync(options, CancellationToken.None);
        await using var scripted = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = browser.ExecutablePath, Args = WebBrowser.ArgumentsFor(options) });
        var folder = Directory.CreateTempSubdirectory("autonoma-speed-").FullName;
        foreach (var (file, script) in Flows.All)
        {
            var test = TestFileReader.Read(Path.Combine(Repository.Root, "samples", "Shop", "tests", file)).TestCase!;
            var recording = replay ? await RecordAsync(browser, test, shop) : null;
            var ratios = new List<double>();
            var plainTimes = new List<double>();
            var scriptTimes = new List<double>();
            Times.Clear();
            for (var round = -2; round < rounds; round++)
            {
                // Who goes first changes from round to round, so that neither always finds the warmer machine.
                double scriptTime = 0, plainTime = 0;
                for (var turn = 0; turn < 2; turn++)
                {
                    if ((turn + round) % 2 == 0)
                        scriptTime = await ScriptAsync(scripted, script, shop, artifacts ? folder : null);
                    else
                        plainTime = await PlainAsync(browser, test, shop, artifacts ? folder : null, trace && round >= 0, recording);
                }

                if (round < 0)
                    continue;
                scriptTimes.Add(scriptTime);
                plainTimes.Add(plainTime);
                ratios.Add(plainTime / scriptTime);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {file,-46} plain {Median(plainTimes):0} ms, script {Median(scriptTimes):0} ms, ratio median {Median(ratios):0.00} (min {ratios.Min():0.00}, max {ratios.Max():0.00}, {rounds} rounds)"));
            if (trace)
                Console.WriteLine($"    {TimedDriver.Words(Times, rounds)}");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<double> ScriptAsync(IBrowser browser, Func<Script, Task> script, Uri shop, string? folder)
    {
        var start = Stopwatch.GetTimestamp();
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = 1280, Height = 800 },
            Locale = "en-US",
            RecordVideoDir = folder,
            RecordVideoSize = folder is null ? null : new() { Width = 1280, Height = 800 },
        });
        var page = await context.NewPageAsync();
        await script(new(page, shop, folder));
        await context.CloseAsync();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<double> PlainAsync(WebBrowser browser, TestCase test, Uri shop, string? folder, bool trace, TestRecording? recording)
    {
        var start = Stopwatch.GetTimestamp();
        RunResult result;
        long closing;
        await using (var opened = await browser.OpenAsync(new WebSessionOptions { AppUrl = shop }, CancellationToken.None))
        {
            if (trace)
                Note("open", start);
            IAppDriver driver = trace ? TimedDriver.Of(opened, Times) : opened;
            var options = new RunOptions { BaseUrl = shop.ToString() };
            if (folder is null)
                result = await new TestRunner(driver, options, new StepReader(), new Grounder(), new ClaimChecker(new Grounder()), TimeProvider.System) { Recording = recording is null ? null : new(RecordingMode.Replay, recording) }.RunAsync(test, CancellationToken.None);
            else
            {
                await using var writer = new ArtifactWriter(new() { ReportFolder = folder, RunFolder = Guid.NewGuid().ToString("N"), Video = true }, TimeProvider.System);
                result = await new TestRunner(driver, options, new StepReader(), new Grounder(), new ClaimChecker(new Grounder()), TimeProvider.System) { Observers = [writer] }.RunAsync(test, CancellationToken.None);
                result = await writer.CompleteAsync(result, CancellationToken.None);
                if (result.Video is null)
                    throw new InvalidOperationException($"{test.Title}: no video was made. {string.Join(' ', result.Notes)}");
            }

            closing = Stopwatch.GetTimestamp();
        }

        if (trace)
            Note("close", closing);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (recording is not null && result.Decisions > 0)
            throw new InvalidOperationException($"{test.Title}: {result.Decisions} decisions in a replay");
        return result.Success ? elapsed : throw new InvalidOperationException($"{test.Title}: {result.Reasoning}");
    }

    private static void Note(string what, long since)
    {
        var took = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        Times.AddOrUpdate(what, (1, took), (_, known) => (known.Calls + 1, known.Milliseconds + took));
    }

    private static async Task<TestRecording> RecordAsync(WebBrowser browser, TestCase test, Uri shop)
    {
        await using var driver = await browser.OpenAsync(new WebSessionOptions { AppUrl = shop }, CancellationToken.None);
        var session = new RecordingSession(RecordingMode.Record, null);
        var result = await new TestRunner(driver, new RunOptions { BaseUrl = shop.ToString() }, new StepReader(), new Grounder(), new ClaimChecker(new Grounder()), TimeProvider.System) { Recording = session }.RunAsync(test, CancellationToken.None);
        return session.Outcome ?? throw new InvalidOperationException($"{test.Title}: {result.Reasoning}");
    }
}
