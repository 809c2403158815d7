using System.Text.Json.Nodes;
using Autonoma.Cli.Output;
using Autonoma.Cli.Remote;
using Autonoma.Engine.Driving;

namespace Autonoma.Cli.Commands.Remote;

/// <summary>Starts tests on a server and shows how they go.</summary>
internal sealed class RemoteRuns(ToolEnvironment environment, ServerClient client)
{
    /// <summary>Starts what the body says and watches it to its end.</summary>
    /// <returns>The exit code that the same tests would have had here.</returns>
    public async Task<int> StartAsync(string? app, JsonObject body, string? test, CancellationToken cancellationToken)
    {
        var application = await client.ApplicationAsync(app, cancellationToken);
        if (test is not null)
            body["testIds"] = new JsonArray(await FindAsync(application["id"]!.GetValue<string>(), test, body["branch"]?.GetValue<string>(), cancellationToken));
        var started = await client.PostAsync($"/v1/applications/{application["id"]}/suite-runs", body, cancellationToken);
        return await WatchSuiteAsync(await client.GetAsync($"/v1/suite-runs/{started["id"]}", cancellationToken), cancellationToken);
    }

    /// <summary>Shows all runs of a suite run as they go on.</summary>
    /// <returns>The exit code that the same tests would have had here.</returns>
    public async Task<int> WatchSuiteAsync(JsonNode suite, CancellationToken cancellationToken)
    {
        var runs = suite["runs"]!.AsArray();
        await environment.Out.WriteLineAsync($"Suite run {suite["number"]} ({suite["id"]}): {runs.Count} {(runs.Count == 1 ? "test" : "tests")}");
        try
        {
            foreach (var run in runs)
                await WatchAsync(run!, showSteps: runs.Count == 1, cancellationToken);
            // The sums are there with the last verdict.
            suite = await client.GetAsync($"/v1/suite-runs/{suite["id"]}", cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await environment.Error.WriteLineAsync($"It goes on at {client.Url}: 'autonoma runs watch {suite["id"]}' looks at it again, 'autonoma runs cancel {suite["id"]}' stops it.");
            throw;
        }

        var counts = suite["counts"]!;
        await environment.Out.WriteLineAsync($"{suite["status"]}: {counts["passed"]} passed, {counts["failed"]} failed, {counts["errors"]} errors, {counts["cancelled"]} cancelled");
        return ExitOf(suite["status"]!.GetValue<string>());
    }

    /// <summary>Shows a run as it goes on.</summary>
    /// <returns>Its last status.</returns>
    public async Task<string> WatchAsync(JsonNode run, bool showSteps, CancellationToken cancellationToken)
    {
        var status = run["status"]!.GetValue<string>();
        var reasoning = "";
        await foreach (var happened in client.EventsAsync(run["id"]!.GetValue<string>(), cancellationToken))
        {
            var data = happened["data"]!;
            switch (happened["kind"]!.GetValue<string>())
            {
                case "step" when showSteps && data["step"] is JsonObject step:
                    await environment.Out.WriteLineAsync($"  {(step["status"]!.GetValue<string>() == "passed" ? "ok  " : "FAIL")} {step["number"]}. {TerminalText.Line(step["text"]!.GetValue<string>())} ({Durations.Say(TimeSpan.FromMilliseconds(step["durationMs"]?.GetValue<double>() ?? 0))})");
                    break;
                case "question" when data["answer"] is null:
                    await environment.Out.WriteLineAsync($"  asks: {TerminalText.Line(data["message"]!.GetValue<string>())} Answer it in the UI.");
                    break;
                case "state" when data["status"] is { } word:
                    (status, reasoning) = (word.GetValue<string>(), data["reasoning"]?.GetValue<string>() ?? reasoning);
                    break;
            }
        }

        await environment.Out.WriteLineAsync($"{status,-9} {TerminalText.Line(run["path"]!.GetValue<string>())}  {TerminalText.Line(run["title"]!.GetValue<string>())}");
        if (status != "passed" && reasoning.Length > 0)
            await environment.Out.WriteLineAsync($"          {TerminalText.Line(reasoning)}");
        return status;
    }

    public static int ExitOf(string status) => status switch
    {
        "passed" => ExitCodes.Passed,
        "cancelled" => ExitCodes.Stopped,
        "error" => ExitCodes.WrongInput,
        _ => ExitCodes.Failed,
    };

    private async Task<string> FindAsync(string application, string test, string? branch, CancellationToken cancellationToken)
    {
        var path = test.Replace('\\', '/');
        var query = branch is null ? "" : $"?branch={Uri.EscapeDataString(branch)}";
        var ending = new List<(string Id, string Path)>();
        await foreach (var known in client.ListAsync($"/v1/applications/{application}/tests{query}", int.MaxValue, cancellationToken))
        {
            var at = known["path"]!.GetValue<string>();
            if (at == path)
                return known["id"]!.GetValue<string>();
            // Here it lies under another folder than there.
            if (path.EndsWith("/" + at, StringComparison.Ordinal))
                ending.Add((known["id"]!.GetValue<string>(), at));
        }

        return ending.Count == 1 ? ending[0].Id : throw new UserInputException(ending.Count > 1
            ? $"The server has several tests that '{test}' can mean: {string.Join(", ", ending.Select(known => known.Path))}. Write the path as it is there."
            : $"The server has no test '{test}'. 'autonoma push' brings it there.");
    }
}
