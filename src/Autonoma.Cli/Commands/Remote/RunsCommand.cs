using System.CommandLine;
using System.Globalization;
using Autonoma.Cli.Output;
using Autonoma.Cli.Remote;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Language;

namespace Autonoma.Cli.Commands.Remote;

/// <summary><c>autonoma runs</c>: runs of a server.</summary>
internal static class RunsCommand
{
    private static readonly string[] Statuses = ["queued", "running", "passed", "failed", "error", "cancelled"];

    public static Command Create(ToolEnvironment environment) => new("runs", "Look at runs of a server, watch them, stop them.")
    {
        List(environment),
        Of(environment, "show", "Show a run with its steps.", ShowAsync),
        Of(environment, "watch", "Show a run, or all runs of a suite run, as they go on.", WatchAsync),
        Of(environment, "cancel", "Stop a run, or all runs of a suite run.", CancelAsync),
    };

    private static Command List(ToolEnvironment environment)
    {
        var command = new Command("list", "List runs, the newest first.");
        var app = RemoteOptions.App();
        var status = new Option<string>("--status") { Description = "queued, running, passed, failed, error or cancelled.", HelpName = "WORD" };
        var most = new Option<string>("--most") { Description = "How many, from 1 to 10000. Default: 20.", HelpName = "N" };
        foreach (var option in (Option[])[app, status, most])
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var count = parsed.GetValue(most) is not { } text ? 20 : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 10_000 ? number
                : throw new UserInputException($"--most: must be a whole number from 1 to 10000, and here it is '{text}'.");
            var word = parsed.GetValue(status);
            if (word is not null && !Statuses.Contains(word, StringComparer.Ordinal))
                throw new UserInputException($"--status: must be one of {string.Join(", ", Statuses)}, and here it is '{word}'.{(Spelling.Nearest(word, Statuses) is { } near ? $" Did you mean '{near}'?" : "")}");
            using var client = new ServerClient(ServerAccess.Read(environment), environment.Time);
            var query = word is null ? "?" : $"?status={word}";
            if (parsed.GetValue(app) is { } name)
                query += $"&applicationId={(await client.ApplicationAsync(name, cancellationToken))["id"]}";
            var any = false;
            await foreach (var run in client.ListAsync($"/v1/runs{query}", count, cancellationToken))
            {
                any = true;
                await environment.Out.WriteLineAsync($"{run["id"]}  {run["status"]!.GetValue<string>(),-9} {TerminalText.Line(run["path"]!.GetValue<string>())}  {TerminalText.Line(run["title"]!.GetValue<string>())}");
            }

            if (!any)
                await environment.Error.WriteLineAsync("There are no such runs. 'autonoma run --remote' starts some.");
            return ExitCodes.Passed;
        });
        return command;
    }

    private static Command Of(ToolEnvironment environment, string name, string meaning, Func<ToolEnvironment, ServerClient, Guid, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, meaning);
        var id = new Argument<string>("id") { Description = "Its id, as 'autonoma runs list' shows it." };
        command.Arguments.Add(id);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (!Guid.TryParse(parsed.GetValue(id), out var known))
                throw new UserInputException($"'{parsed.GetValue(id)}' is no id of a run. 'autonoma runs list' shows them.");
            using var client = new ServerClient(ServerAccess.Read(environment), environment.Time);
            return await run(environment, client, known, cancellationToken);
        });
        return command;
    }

    private static async Task<int> ShowAsync(ToolEnvironment environment, ServerClient client, Guid id, CancellationToken cancellationToken)
    {
        var run = await client.FindAsync(HttpMethod.Get, $"/v1/runs/{id}", cancellationToken) ?? throw Missing(id);
        await environment.Out.WriteLineAsync($"{TerminalText.Line(run["title"]!.GetValue<string>())}  {run["path"]}\n{run["status"]}{(run["failureKind"] is { } kind ? $" ({kind})" : "")}, attempt {run["attempt"]}{(run["worker"] is { } worker ? $", on {worker}" : "")}");
        foreach (var step in run["steps"]!.AsArray())
        {
            await environment.Out.WriteLineAsync($"  {step!["status"]!.GetValue<string>(),-8} {step["number"]}. {TerminalText.Line(step["text"]!.GetValue<string>())}");
            if (step["message"]?.GetValue<string>() is { Length: > 0 } message)
                await environment.Out.WriteLineAsync($"             {TerminalText.Line(message)}");
        }

        if (run["reasoning"]?.GetValue<string>() is { Length: > 0 } reasoning)
            await environment.Out.WriteLineAsync(TerminalText.Line(reasoning));
        return ExitCodes.Passed;
    }

    private static async Task<int> WatchAsync(ToolEnvironment environment, ServerClient client, Guid id, CancellationToken cancellationToken)
    {
        var runs = new RemoteRuns(environment, client);
        if (await client.FindAsync(HttpMethod.Get, $"/v1/runs/{id}", cancellationToken) is { } run)
            return RemoteRuns.ExitOf(await runs.WatchAsync(run, showSteps: true, cancellationToken));
        return await client.FindAsync(HttpMethod.Get, $"/v1/suite-runs/{id}", cancellationToken) is { } suite ? await runs.WatchSuiteAsync(suite, cancellationToken) : throw Missing(id);
    }

    private static async Task<int> CancelAsync(ToolEnvironment environment, ServerClient client, Guid id, CancellationToken cancellationToken)
    {
        if (await client.FindAsync(HttpMethod.Post, $"/v1/runs/{id}/cancel", cancellationToken) is not null)
            await environment.Out.WriteLineAsync("It is stopped.");
        else if (await client.FindAsync(HttpMethod.Post, $"/v1/suite-runs/{id}/cancel", cancellationToken) is { } suite)
            await environment.Out.WriteLineAsync($"{suite["cancelled"]} {(suite["cancelled"]!.GetValue<int>() == 1 ? "run is" : "runs are")} stopped.");
        else
            throw Missing(id);
        return ExitCodes.Passed;
    }

    private static UserInputException Missing(Guid id) => new($"The server has no run and no suite run {id}, or not for this key. 'autonoma runs list' shows what there is.");
}
