using System.Diagnostics;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Recording;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Web;

namespace Autonoma.Replay;

/// <summary>Runs of 100, 200 and 300 steps: what they leave and what they hold grows with the number of steps and no faster.</summary>
public static class LongPart
{
    private const string Page = "data:text/html,<!doctype html><title>Counter</title><main><h1>Counter</h1><button onclick=\"n.textContent=++c\">Count</button><p>Counted <b id=n>0</b> times</p></main><script>c=0</script>";

    public static async Task<int> RunAsync(ReplayRun runs, WebBrowser browser)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var sizes = new List<(int Steps, int Recording, int Report, long Memory)>();
        foreach (var steps in (int[])[100, 200, 300])
        {
            var test = new TestCase
            {
                Title = "counts",
                Url = Page,
                Steps = [.. Enumerable.Range(1, steps).Select(i => new TestStep(i, i % 3 == 0 ? $"Verify that \"{i / 3 * 2}\" is displayed" : "Click \"Count\"", i))],
            };
            var options = new RunOptions { MaxSteps = 1000, MaxRepeats = 1000, RunTimeout = TimeSpan.FromMinutes(10) };
            GC.Collect(2, GCCollectionMode.Forced, blocking: true);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            await using var driver = await browser.OpenAsync(new WebSessionOptions(), CancellationToken.None);
            var session = new RecordingSession(RecordingMode.Record, null);
            var grounder = new Engine.Grounding.Grounder();
            var run = await new TestRunner(driver, options, new Engine.Instructions.StepReader(), grounder, new Engine.Checks.ClaimChecker(grounder), TimeProvider.System) { Recording = session }.RunAsync(test, CancellationToken.None);
            if (!run.Success)
                throw new InvalidOperationException(run.Reasoning);
            var held = GC.GetTotalMemory(forceFullCollection: true) - before;
            sizes.Add((steps, RecordingFile.Write(session.Outcome!).Length, RunDocuments.Result(run).Length, held));
        }

        foreach (var (steps, recording, report, memory) in sizes)
            Console.WriteLine($"long: {steps} steps: recording {recording / 1024.0:0} KB ({recording / steps} bytes a step), result {report / 1024.0:0} KB ({report / steps} bytes a step), memory held {memory / 1024.0:0} KB");
        var (first, last) = (sizes[0], sizes[^1]);
        var linear = (double)last.Recording / last.Steps <= 1.1 * first.Recording / first.Steps && (double)last.Report / last.Steps <= 1.1 * first.Report / first.Steps;
        Console.WriteLine(linear ? "long: linear" : "long: NOT linear");
        return linear ? 0 : 1;
    }
}
