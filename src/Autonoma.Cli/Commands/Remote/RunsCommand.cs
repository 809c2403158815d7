using System.CommandLine;
using Autonoma.Cli.Remote;
using Autonoma.Engine.Driving;

namespace Autonoma.Cli.Commands.Remote;

/// <summary><c>autonoma runs</c>: runs of a server.</summary>
internal static class RunsCommand
{
    public static Command Create(ToolEnvironment environment) => new("runs", "Look at runs of a server, watch them, stop them.")
    {
        List(environment),
        Of(environment, "show", "Show a run with its steps.", ShowAsync),
        Of(environment, "watch", "Show a run as it goes on.", WatchAsync),
        Of(environment, "cancel", "Stop a run, or all runs of a suite run.", CancelAsync),
    };

    private static Command List(ToolEnvironment environment)
    {
        var command = new Command("list", "List runs, the newest first.");
        var app = RemoteOptions.App();
        var status = new Option<string>("--status") { Description = "queued, running, passed, failed, error or cancelled.", HelpName = "WORD" };
        var most = new Option<int>("--most") { Description = "How many. Default: 20.", HelpName = "N", DefaultValueFactory = _ => 20 };
        foreach (var option in (Option[])[app, status, most])
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var client = new ServerClient(ServerAccess.Read(environment), environment.Time);
            var query = parsed.GetValue(status) is { } word ? $"?status={Uri.EscapeDataString(word)}" : "?";
            if (parsed.GetValue(app) is { } name)
                query += $"&applicationId={(await client.ApplicationAsync(name, cancellationToken))["id"]}";
            await foreach (var run in client.ListAsync($"/v1/runs{query}", Math.Max(1, parsed.GetValue(most)), cancellationToken))
                await environment.Out.WriteLineAsync($"{run["id"]}  {run["status"]!.GetValue<string>(),-9} {RemoteRuns.Line(run["path"]!.GetValue<string>())}  {RemoteRuns.Line(run["title"]!.GetValue<string>())}");
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
        var run = await client.GetAsync($"/v1/runs/{id}", cancellationToken);
        await environment.Out.WriteLineAsync($"{RemoteRuns.Line(run["title"]!.GetValue<string>())}  {run["path"]}\n{run["status"]}{(run["failureKind"] is { } kind ? $" ({kind})" : "")}, attempt {run["attempt"]}{(run["worker"] is { } worker ? $", on {worker}" : "")}");
        foreach (var step in run["steps"]!.AsArray())
        {
            await environment.Out.WriteLineAsync($"  {step!["status"]!.GetValue<string>(),-8} {step["number"]}. {RemoteRuns.Line(step["text"]!.GetValue<string>())}");
            if (step["message"]?.GetValue<string>() is { Length: > 0 } message)
                await environment.Out.WriteLineAsync($"             {RemoteRuns.Line(message)}");
        }

        if (run["reasoning"]?.GetValue<string>() is { Length: > 0 } reasoning)
            await environment.Out.WriteLineAsync(RemoteRuns.Line(reasoning));
        return ExitCodes.Passed;
    }

    private static async Task<int> WatchAsync(ToolEnvironment environment, ServerClient client, Guid id, CancellationToken cancellationToken)
        => RemoteRuns.ExitOf(await new RemoteRuns(environment, client).WatchAsync(await client.GetAsync($"/v1/runs/{id}", cancellationToken), showSteps: true, cancellationToken));

    private static async Task<int> CancelAsync(ToolEnvironment environment, ServerClient client, Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await client.PostAsync($"/v1/runs/{id}/cancel", null, cancellationToken);
            await environment.Out.WriteLineAsync("It is stopped.");
        }
        catch (UserInputException missing) when (missing.Message.StartsWith("There is no such run", StringComparison.Ordinal))
        {
            var answer = await client.PostAsync($"/v1/suite-runs/{id}/cancel", null, cancellationToken);
            await environment.Out.WriteLineAsync($"{answer["cancelled"]} runs are stopped.");
        }

        return ExitCodes.Passed;
    }
}
