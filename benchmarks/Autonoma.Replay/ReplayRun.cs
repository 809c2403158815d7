using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Recording;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Web;
using Autonoma.Speed;

namespace Autonoma.Replay;

/// <summary>Records and replays tests on a browser that runs already, each in a context of its own.</summary>
public sealed class ReplayRun(WebBrowser browser)
{
    private static readonly Grounder Grounder = new();

    /// <summary>Hosts that the pages asked for, and hosts that they were kept from.</summary>
    public HashSet<string> Hosts { get; } = new(StringComparer.Ordinal);

    public static IReadOnlyList<TestCase> Suite { get; } = [.. SuiteFolder.Read(Path.Combine(Repository.Root, "samples", "Shop", "tests")).Files.Select(file => file.TestCase!)];

    public static TestCase Test(string path) => Suite.First(test => test.RelativePath == path);

    public async Task<(RunResult Run, TestRecording? Recording)> RunAsync(TestCase test, Uri app, RecordingMode mode, TestRecording? recording, RunOptions? options = null)
    {
        var session = new WebSessionOptions { AppUrl = app, AllowedHosts = [app.Authority], ViewportWidth = (int)(test.Viewport?.Width ?? 1280), ViewportHeight = (int)(test.Viewport?.Height ?? 800) };
        await using var driver = await browser.OpenAsync(session, CancellationToken.None);
        var kept = new RecordingSession(mode, recording);
        var run = await new TestRunner(driver, (options ?? new()) with { BaseUrl = app.ToString() }, new StepReader(), Grounder, new ClaimChecker(Grounder), TimeProvider.System) { Recording = kept }
            .RunAsync(test, CancellationToken.None);
        foreach (var entry in driver.Application.Log.Where(entry => entry.Source is "network" or "blocked"))
        {
            foreach (var word in entry.Text.Split(' '))
            {
                if (Uri.TryCreate(word, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "ws" or "wss")
                    Hosts.Add($"{(entry.Source == "blocked" ? "blocked " : "")}{address.Authority}");
            }
        }

        return (run, kept.Outcome);
    }

    public async Task<TestRecording> RecordAsync(TestCase test, Uri app)
    {
        var (run, recording) = await RunAsync(test, app, RecordingMode.Record, null);
        return recording ?? throw new InvalidOperationException($"{test.RelativePath} does not pass, so there is nothing to replay: {run.Reasoning}");
    }
}
