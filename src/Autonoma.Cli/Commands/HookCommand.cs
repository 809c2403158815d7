using System.CommandLine;
using System.CommandLine.Help;
using Autonoma.Cli.Planning;
using Autonoma.Planner.Gates;
using Autonoma.Planner.Hooks;
using Autonoma.Planner.Pipeline;

namespace Autonoma.Cli.Commands;

/// <summary><c>autonoma hook</c>: what a coding agent asks before and after it writes a file. It reads the agent's JSON and keeps the agent's exit codes.</summary>
internal static class HookCommand
{
    /// <summary>What agents take for "no": standard error is handed to the model.</summary>
    private const int Veto = 2;

    // Their values never leave, wherever they stand in a transcript.
    private static readonly string[] Secrets = ["AUTONOMA_API_KEY", "AUTONOMA_SHARED_SECRET", "AUTONOMA_SIGNING_SECRET", "AUTONOMA_PLAN_KEY", "ANTHROPIC_API_KEY", "OPENAI_API_KEY", "GEMINI_API_KEY"];

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("hook", "Judge what a coding agent writes into a plan. Reads the agent's JSON from standard input; exit code 2 refuses, with the reasons on standard error.");
        command.Subcommands.Add(Create(environment, "pre-write", "Before a file is written: refuse it when the gates would.", (hook, input) => hook.BeforeWrite(input)));
        command.Subcommands.Add(Create(environment, "post-write", "After a file was written: check it, move a refused one away, and move the plan on.", (hook, input) => hook.AfterWrite(input), reports: true));
        command.SetAction(parsed => new HelpAction().Invoke(parsed));
        return command;
    }

    private static Command Create(ToolEnvironment environment, string name, string description, Func<PlanHook, HookInput, HookVerdict> judge, bool reports = false)
    {
        var command = new Command(name, description);
        command.SetAction(async (_, cancellationToken) =>
        {
            var json = environment.Input is { } input ? await input.ReadToEndAsync(cancellationToken) : "";
            if (HookInput.Read(json, environment.Folder) is not { } told)
                return ExitCodes.Passed;
            var verdict = judge(new(() => PlanSettings.Key(environment), PlanSettings.Gates(environment)), told);
            if (verdict.Text.Length > 0)
                await environment.Error.WriteLineAsync(verdict.Text.TrimEnd());
            if (reports && verdict is { IsAllowed: true, Entry: { } entry })
                await ReportAsync(environment, entry, told.Transcript, cancellationToken);
            return verdict.IsAllowed ? ExitCodes.Passed : Veto;
        });
        return command;
    }

    // Best effort: what a platform does not take now is reported by the next file that is written.
    private static async Task ReportAsync(ToolEnvironment environment, PlanEntry entry, string? transcript, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        if (PlanSettings.Reporter(environment, entry.Folder, http, offline: environment.Variable("AUTONOMA_OFFLINE") is ("true" or "1"), topic: null) is not { } reporter)
            return;
        foreach (var step in PlanSteps.All.Where(step => File.Exists(entry.Folder.StepStarted(step.Index))))
        {
            await reporter.StartedAsync(step, cancellationToken);
            if (File.Exists(entry.Folder.StepCompleted(step.Index)))
                await reporter.CompletedAsync(step, cancellationToken);
        }

        if (transcript is not null && environment.Variable("AUTONOMA_STREAM_TRANSCRIPT") is ("true" or "1"))
            await reporter.StreamAsync(transcript, [.. Secrets.Select(environment.Variable).OfType<string>()], cancellationToken);
    }
}
