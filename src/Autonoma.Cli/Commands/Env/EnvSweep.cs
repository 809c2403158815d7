using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Autonoma.Cli.Environments;
using Autonoma.Engine.Driving;
using Autonoma.Scenarios.Journal;

namespace Autonoma.Cli.Commands.Env;

/// <summary><c>autonoma env sweep</c>: tears down what a crash left.</summary>
internal static class EnvSweep
{
    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("sweep", "Remove what runs left that crashed or were killed. Exit code 1 when something remains.");
        var dry = new Option<bool>("--dry-run") { Description = "List it and remove nothing." };
        var all = new Option<bool>("--all") { Description = "Also remove what 'autonoma env up' left standing." };
        var forget = new Option<string[]>("--forget") { Description = "Take a run off the list without removing anything; several times for several.", HelpName = "RUN", AllowMultipleArgumentsPerToken = false };
        command.Options.Add(dry);
        command.Options.Add(all);
        command.Options.Add(forget);
        var call = new EnvCall(environment, command);
        call.Does(async (parsed, settings, http, cancellationToken) =>
        {
            var forgotten = parsed.GetValue(forget) ?? [];
            return await call.SweepAsync(parsed, call.Sweep(settings, http, forgotten, parsed.GetValue(all), parsed.GetValue(dry), forget: forgotten.Length > 0), "", cancellationToken);
        });
        return command;
    }

    /// <summary>Says what was done, and whether something remains.</summary>
    public static async Task<int> ReportAsync(EnvCall call, ParseResult parsed, IReadOnlyList<Swept> swept)
    {
        if (!call.IsTable(parsed))
            await call.JsonAsync(new JsonObject { ["instances"] = new JsonArray([.. swept.Select(Json)]) });
        else if (swept.Count == 0)
            await call.Environment.Out.WriteLineAsync("Nothing is left.");
        else
            await call.TableAsync(["Run", "Scenario", "Endpoint", "Since", "Outcome", ""], swept.Select(found => (IReadOnlyList<string>)[found.RunId, found.Scenario, found.Endpoint?.ToString() ?? "", found.At?.ToString("u", CultureInfo.InvariantCulture) ?? "", Word(found.Outcome), found.Message]));
        return swept.Any(found => found.Outcome is SweepOutcome.Stayed or SweepOutcome.Lost or SweepOutcome.Damaged) ? ExitCodes.Failed : ExitCodes.Passed;
    }

    private static JsonNode Json(Swept found)
    {
        var node = new JsonObject { ["outcome"] = Word(found.Outcome), ["message"] = found.Message };
        if (found.RunId.Length > 0)
        {
            node["testRunId"] = found.RunId;
            node["scenario"] = found.Scenario;
            node["endpoint"] = found.Endpoint?.ToString();
            node["since"] = found.At;
        }

        return node;
    }

    private static string Word(SweepOutcome outcome) => outcome switch
    {
        SweepOutcome.Removed => "removed",
        SweepOutcome.Kept => "kept",
        SweepOutcome.InUse => "in use",
        SweepOutcome.Open => "stands",
        SweepOutcome.Stayed => "stays",
        SweepOutcome.Lost => "lost",
        SweepOutcome.Forgotten => "forgotten",
        SweepOutcome.Damaged => "damaged",
        _ => throw new InvalidOperationException($"The outcome {outcome} has no word."),
    };
}
