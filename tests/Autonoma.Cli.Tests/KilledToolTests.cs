using System.Diagnostics;
using System.Text.Json.Nodes;
using Autonoma.TestKit.Environments;

namespace Autonoma.Cli.Tests;

/// <summary>The tool as a process of its own, killed at each point of an instance's life; then the sweep.</summary>
public sealed class KilledToolTests : ToolFixture, IAsyncLifetime
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WireEndpoint _endpoint = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _endpoint = await WireEndpoint.StartAsync();
        Variables["AUTONOMA_SHARED_SECRET"] = _endpoint.SharedSecret;
        Variables["AUTONOMA_SDK_URL"] = _endpoint.Url.ToString();
        Variables["AUTONOMA_JOURNAL"] = Path.Combine(Folder, "journal");
        Write("recipes.json", EnvironmentCommandTests.Recipes);
        Variables["AUTONOMA_RECIPES"] = "recipes.json";
    }

    protected override ValueTask EndAsync() => _endpoint.DisposeAsync();

    /// <summary>Runs the tool until the endpoint has come to a point, kills it there, and lets the endpoint go on.</summary>
    private async Task KillAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "autonoma.exe" : "autonoma"), arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync(Stop);
        var first = await Task.WhenAny(_reached.Task, process.WaitForExitAsync(Stop));
        if (first != _reached.Task)
            Assert.Fail($"The tool ended before the point was reached: {await said}");
        process.Kill();
        await process.WaitForExitAsync(Stop);
        _killed.SetResult();
    }

    private async Task PauseAsync()
    {
        _reached.TrySetResult();
        await _killed.Task.WaitAsync(Stop);
    }

    private async Task<(int Code, string Outcomes)> SweepAsync()
    {
        _endpoint.Instead = (_, _, _) => Task.FromResult(false);
        _endpoint.BeforeUpAnswer = _ => Task.CompletedTask;
        var (code, output, error) = await RunAsync("env", "sweep");
        output.ShouldNotBeEmpty(error);
        return (code, string.Join(", ", JsonNode.Parse(output)!["instances"]!.AsArray().Select(instance => instance!["outcome"]!.GetValue<string>())));
    }

    private void PauseInstead(string at) => _endpoint.Instead = async (action, context, _) =>
    {
        if (action != at)
            return false;
        await PauseAsync();
        context.Abort();
        return true;
    };

    [Fact]
    public async Task Killed_BeforeAnythingWasAsked_NothingIsLeft()
    {
        PauseInstead("discover");

        await KillAsync("env", "check", "standard");

        (await SweepAsync()).Outcomes.ShouldBeEmpty();
        _endpoint.Rows.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("down", true)]
    [InlineData("down", false)]
    public async Task Killed_WhenItStands_TheSweepRemovesIt(string at, bool beforeRemoval)
    {
        if (beforeRemoval)
            PauseInstead(at);
        else
        {
            _endpoint.Instead = async (action, _, body) =>
            {
                if (action != "down")
                    return false;
                _endpoint.Rows.Clear(); // removed, and the answer never arrives
                await PauseAsync();
                return false;
            };
        }

        await KillAsync("env", "check", "standard");

        (await SweepAsync()).ShouldBe((ExitCodes.Passed, "removed"));
        _endpoint.Rows.ShouldBeEmpty();
        (await SweepAsync()).Outcomes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Killed_BetweenUpAndItsAnswer_Version2_TheSweepMakesTheTokenAgain()
    {
        _endpoint.IsVersion2 = true;
        _endpoint.BeforeUpAnswer = _ => PauseAsync();
        Variables["AUTONOMA_SIGNING_SECRET"] = _endpoint.SigningSecret;

        await KillAsync("env", "check", "standard");

        _endpoint.Rows.Count.ShouldBe(2);
        (await SweepAsync()).ShouldBe((ExitCodes.Passed, "removed"));
        _endpoint.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Killed_BetweenUpAndItsAnswer_Version1_IsNeverForgotten()
    {
        _endpoint.BeforeUpAnswer = _ => PauseAsync();

        await KillAsync("env", "check", "standard");

        (await SweepAsync()).ShouldBe((ExitCodes.Failed, "lost"));
        (await SweepAsync()).ShouldBe((ExitCodes.Failed, "lost"));
        var (_, output, _) = await RunAsync("env", "sweep", "--dry-run");
        var run = JsonNode.Parse(output)!["instances"]![0]!["testRunId"]!.GetValue<string>();
        _endpoint.Rows.Values.ShouldAllBe(row => row.Run == run, "the run that is named is the one to look for");
        (await RunAsync("env", "sweep", "--forget", run)).Code.ShouldBe(ExitCodes.Passed);
        (await SweepAsync()).Outcomes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Killed_WhileATestRuns_TheSweepRemovesItsEnvironment()
    {
        await using var site = await TestKit.StaticSite.StartAsync();
        site.Add("/", async _ => await PauseAsync());
        Write("e2e/a.md", "---\nurl: /\nscenario: standard\n---\n1. Verify that \"A\" is displayed\n");

        await KillAsync("test", "e2e", "--base-url", site.Url.ToString(), "--output", "out");

        _endpoint.Rows.Count.ShouldBe(2);
        (await SweepAsync()).ShouldBe((ExitCodes.Passed, "removed"));
        _endpoint.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sweep_WhileTheToolRuns_LeavesItsInstancesAlone()
    {
        _endpoint.Instead = async (action, _, _) =>
        {
            if (action == "down" && !_killed.Task.IsCompleted)
            {
                // The other process is alive and has its journal open.
                var (code, output, _) = await RunAsync("env", "sweep");
                code.ShouldBe(ExitCodes.Passed);
                output.ShouldContain("in use");
                _endpoint.Rows.Count.ShouldBe(2);
                await PauseAsync();
            }

            return false;
        };

        await KillAsync("env", "check", "standard");

        (await SweepAsync()).Outcomes.ShouldBe("removed");
    }
}
