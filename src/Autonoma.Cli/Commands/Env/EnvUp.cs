using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Cli.Environments;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Instances;
using Autonoma.Scenarios.Variables;

namespace Autonoma.Cli.Commands.Env;

/// <summary><c>autonoma env up</c>: makes an instance of a scenario and leaves it standing.</summary>
internal static class EnvUp
{
    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("up", "Make an instance of a scenario and leave it standing, to look at it by hand. 'autonoma env down RUN' removes it.");
        var scenario = new Argument<string>("scenario") { Description = "Its name." };
        var runId = new Option<string>("--run-id") { Description = "Id of the run, which decides all invented values. Default: a new one.", HelpName = "ID" };
        command.Arguments.Add(scenario);
        command.Options.Add(runId);
        var call = new EnvCall(environment, command);
        call.CanPrint();
        call.Does(async (parsed, settings, http, cancellationToken) =>
        {
            var name = parsed.GetValue(scenario)!;
            var run = parsed.GetValue(runId) is { Length: > 0 } given ? new RunId(given) : RunId.New();
            var recipes = EndpointSettings.Recipes(environment, settings.Values);
            if (await call.PrintsAsync(parsed, settings, () => recipes?.Find(name) is { } recipe ? RequestBodies.Up(new VariableResolver(environment.Time).Resolve(recipe, run).Create, run.Value) : RequestBodies.Up(name, run.Value)))
                return ExitCodes.Passed;

            using var journal = call.Journal();
            var instance = await call.Instances(settings, http, recipes, journal).UpAsync(name, run, cancellationToken);
            journal.Kept(run.Value);
            if (call.IsTable(parsed))
                await ShowAsync(environment, call, instance);
            else
            {
                var answer = JsonNode.Parse(instance.Answer.Raw.GetRawText())!.AsObject();
                answer["scenario"] = name;
                answer["testRunId"] = run.Value;
                answer["variables"] = new JsonObject(instance.Variables.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
                await call.JsonAsync(answer);
            }

            return ExitCodes.Passed;
        });
        return command;
    }

    private static async Task ShowAsync(ToolEnvironment environment, EnvCall call, ScenarioInstance instance)
    {
        var rows = new List<IReadOnlyList<string>>();
        if (instance.Answer.Refs is { ValueKind: JsonValueKind.Object } refs)
            rows.AddRange(refs.EnumerateObject().Select(model => (IReadOnlyList<string>)["created", model.Name, model.Value.ValueKind == JsonValueKind.Array ? $"{model.Value.GetArrayLength()}" : ""]));
        // Whoever holds a cookie or a header is signed in; what is typed into a form is what the command is asked for.
        rows.AddRange((instance.Auth.Cookies ?? []).Select(cookie => (IReadOnlyList<string>)["cookie", cookie.Name, "(in the json output)"]));
        rows.AddRange((instance.Auth.Headers ?? new Dictionary<string, string>()).Select(header => (IReadOnlyList<string>)["header", header.Key, "(in the json output)"]));
        rows.AddRange(instance.Variables.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (IReadOnlyList<string>)["variable", $"{{{{{pair.Key}}}}}", pair.Value]));
        await call.TableAsync(["What", "Name", "Value"], rows);
        await environment.Out.WriteLineAsync($"{instance.Scenario} stands, made in {instance.Duration.TotalMilliseconds:0} ms. Remove it: autonoma env down {instance.Answer.RunId}");
    }
}
