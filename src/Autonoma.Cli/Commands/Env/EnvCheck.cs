using System.CommandLine;
using System.Text.Json.Nodes;
using Autonoma.Cli.Environments;
using Autonoma.Cli.Output;
using Autonoma.Engine.Driving;
using Autonoma.Scenarios.Instances;
using Autonoma.Scenarios.Lifecycle;
using Autonoma.Scenarios.Recipes;
using Autonoma.Scenarios.Variables;

namespace Autonoma.Cli.Commands.Env;

/// <summary><c>autonoma env check</c>: makes scenarios, looks at them, removes them; writes nothing.</summary>
internal static class EnvCheck
{
    public const string DatabaseVariable = "AUTONOMA_DATABASE";

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("check", "Make scenarios, look at what they bring, remove them, and look whether they are gone. Exit code 1 when something is wrong.");
        var scenarios = new Argument<string[]>("scenario") { Description = "Names. Default: all.", Arity = ArgumentArity.ZeroOrMore };
        var database = Database();
        var together = new Option<bool>("--together") { Description = "Make a second instance beside the first as well: both must stand, and go, each on its own." };
        command.Arguments.Add(scenarios);
        command.Options.Add(together);
        command.Options.Add(database);
        var call = new EnvCall(environment, command);
        call.Does(async (parsed, settings, http, cancellationToken) =>
        {
            var recipes = EndpointSettings.Recipes(environment, settings.Values);
            using var journal = call.Journal();
            var instances = call.Instances(settings, http, recipes, journal);
            var named = parsed.GetValue(scenarios) is { Length: > 0 } given ? given : await AllAsync(instances, recipes, cancellationToken);
            var checks = await RunAsync(environment, instances, named, parsed.GetValue(database), parsed.GetValue(together), cancellationToken);
            await ReportAsync(call, parsed, checks);
            return checks.All(check => check.Passed) ? ExitCodes.Passed : ExitCodes.Failed;
        });
        return command;
    }

    public static Option<string> Database() => new("--database") { Description = $"The app's PostgreSQL database, looked at read-only: whether rows came and went. Default: {DatabaseVariable}.", HelpName = "CONNECTION" };

    /// <summary>Checks scenarios one after the other; <paramref name="isTwice"/>: with a second instance beside each.</summary>
    public static async Task<IReadOnlyList<ScenarioCheck>> RunAsync(ToolEnvironment environment, ScenarioInstances instances, IReadOnlyList<string> scenarios, string? database, bool isTwice, CancellationToken cancellationToken)
    {
        DatabaseRows? rows;
        try
        {
            rows = (database ?? environment.Variable(DatabaseVariable)) is { Length: > 0 } connection ? new DatabaseRows(connection) : null;
        }
        catch (ArgumentException)
        {
            throw new UserInputException("--database: must be a connection string such as 'Host=localhost;Database=shop;Username=reader' or an address such as postgresql://reader@localhost/shop.");
        }

        try
        {
            var lifecycle = new ScenarioLifecycle(instances, rows) { IsTwice = isTwice };
            var checks = new List<ScenarioCheck>();
            foreach (var scenario in scenarios)
                checks.Add(await lifecycle.CheckAsync(scenario, RunId.New(), cancellationToken));
            return checks;
        }
        finally
        {
            if (rows is not null)
                await rows.DisposeAsync();
        }
    }

    public static async Task ReportAsync(EnvCall call, ParseResult parsed, IReadOnlyList<ScenarioCheck> checks)
    {
        if (!call.IsTable(parsed))
        {
            await call.JsonAsync(new JsonObject { ["passed"] = checks.All(check => check.Passed), ["scenarios"] = Json(checks) });
            return;
        }

        await TableAsync(call, checks);
    }

    public static async Task TableAsync(EnvCall call, IReadOnlyList<ScenarioCheck> checks)
    {
        var parts = checks.SelectMany(check => check.Parts.Select(part => part.Name)).Distinct().ToList();
        await call.TableAsync(["Scenario", .. parts, "up ms", "down ms"], checks.Select(check => (IReadOnlyList<string>)
            [check.Scenario, .. parts.Select(name => Word(check.Parts.First(part => part.Name == name).Outcome)), check.UpMilliseconds?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-", check.DownMilliseconds?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"]));
        var paint = new Paint(call.Environment.HasColor);
        foreach (var problem in checks.SelectMany(check => check.Problems))
            await call.Environment.Out.WriteLineAsync(paint.Bad(problem));
    }

    public static JsonArray Json(IReadOnlyList<ScenarioCheck> checks) => new([.. checks.Select(check =>
    {
        var node = new JsonObject
        {
            ["scenario"] = check.Scenario,
            ["testRunId"] = check.RunId,
            ["passed"] = check.Passed,
            ["parts"] = new JsonArray([.. check.Parts.Select(part => (JsonNode)new JsonObject { ["name"] = part.Name, ["outcome"] = Word(part.Outcome), ["message"] = part.Message })]),
        };
        if (check.UpMilliseconds is { } up)
            node["up_ms"] = up;
        if (check.DownMilliseconds is { } down)
            node["down_ms"] = down;
        return (JsonNode)node;
    })]);

    private static async Task<IReadOnlyList<string>> AllAsync(ScenarioInstances instances, RecipeFile? recipes, CancellationToken cancellationToken)
    {
        var discovery = await instances.DiscoverAsync(cancellationToken);
        if (discovery.IsVersion2)
            return [.. discovery.Scenarios.Select(scenario => scenario.Name)];
        return recipes is not null ? [.. recipes.Recipes.Select(recipe => recipe.Name)]
            : throw new UserInputException("Which scenarios? The endpoint creates what it is sent: name the file of the recipes with --env scenario-recipes.json.");
    }

    private static string Word(CheckOutcome outcome) => outcome switch { CheckOutcome.Passed => "ok", CheckOutcome.Failed => "FAILED", _ => "-" };
}
