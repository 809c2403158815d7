using System.CommandLine;
using System.Text.Json.Nodes;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Environments;
using Autonoma.Cli.Output;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Preflight;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Cli.Commands.Env;

/// <summary><c>autonoma env preflight</c>: whether recipes can work, by looking at them.</summary>
internal static class EnvPreflight
{
    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("preflight", "Check recipes without making anything: scenarios, tokens, values, models and fields. Exit code 1 when there are errors.");
        var file = new Argument<string?>("recipes") { Description = "The recipes. Default: those of the settings.", Arity = ArgumentArity.ZeroOrOne };
        var discover = new Option<string>("--discover") { Description = "The schema. Default: what the recipes name, else what the endpoint answers.", HelpName = "FILE" };
        var scenarios = new Option<string>("--scenarios") { Description = "The scenarios in words. Default: what the recipes name, if it is there.", HelpName = "FILE" };
        command.Arguments.Add(file);
        command.Options.Add(discover);
        command.Options.Add(scenarios);
        var call = new EnvCall(environment, command);
        call.Does(async (parsed, settings, http, cancellationToken) =>
        {
            var recipes = call.Recipes(settings, parsed.GetValue(file));
            var schema = parsed.GetValue(discover) is { } path ? DiscoverDocument.Read(environment.FullPath(path))
                : Find(recipes, recipes.Source.DiscoverPath) is { } found ? DiscoverDocument.Read(found)
                : EndpointSettings.Url(settings.Values) is not null ? (await call.Client(settings, http).DiscoverAsync(cancellationToken)).Schema : null;
            if (schema is null)
                await environment.Error.WriteLineAsync($"Models and fields are not checked: {recipes.Source.DiscoverPath} is not there, and no endpoint was given (--sdk-url).");
            var problems = Check(environment, recipes, schema, parsed.GetValue(scenarios));
            await ReportAsync(call, parsed, recipes, problems);
            return problems.Any(problem => problem.Severity == ProblemSeverity.Error) ? ExitCodes.Failed : ExitCodes.Passed;
        });
        return command;
    }

    /// <summary>Everything that is wrong with recipes by themselves.</summary>
    public static IReadOnlyList<Problem> Check(ToolEnvironment environment, RecipeFile recipes, SchemaFacts? schema, string? scenarios)
    {
        var path = scenarios is not null ? environment.FullPath(scenarios) : Find(recipes, recipes.Source.ScenariosPath);
        return [.. new PreflightCheck(schema, path is null ? null : ScenarioDocument.Read(path)).Check(recipes).Select(problem => problem with { File = ToolSettings.Shown(environment, problem.File) })];
    }

    /// <summary>Prints problems.</summary>
    public static async Task ReportAsync(EnvCall call, ParseResult parsed, RecipeFile recipes, IReadOnlyList<Problem> problems)
    {
        if (!call.IsTable(parsed))
        {
            await call.JsonAsync(new JsonObject
            {
                ["passed"] = problems.All(problem => problem.Severity != ProblemSeverity.Error),
                ["recipes"] = recipes.Recipes.Count,
                ["problems"] = new JsonArray([.. problems.Select(Json)]),
            });
            return;
        }

        await ListAsync(call.Environment, problems);
        var errors = problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        await call.Environment.Out.WriteLineAsync($"{recipes.Recipes.Count} recipes, {errors} error{(errors == 1 ? "" : "s")}, {problems.Count - errors} warning{(problems.Count - errors == 1 ? "" : "s")}");
    }

    /// <summary>Prints problems for people.</summary>
    public static async Task ListAsync(ToolEnvironment environment, IReadOnlyList<Problem> problems)
    {
        var paint = new Paint(environment.HasColor);
        foreach (var problem in problems)
        {
            var severity = problem.Severity == ProblemSeverity.Error ? paint.Bad("error") : paint.Warn("warning");
            await environment.Out.WriteLineAsync($"{paint.Strong($"{problem.File}:{problem.Line}:{problem.Column}")}: {severity} {problem.Code}: {problem.Path}: {problem.Message}");
            if (problem.Fix is { } fix)
                await environment.Out.WriteLineAsync($"    {fix}");
        }
    }

    public static JsonNode Json(Problem problem)
    {
        var node = new JsonObject
        {
            ["code"] = problem.Code,
            ["severity"] = problem.Severity == ProblemSeverity.Error ? "error" : "warning",
            ["file"] = problem.File,
            ["line"] = problem.Line,
            ["column"] = problem.Column,
            ["path"] = problem.Path,
            ["message"] = problem.Message,
        };
        if (problem.Fix is { } fix)
            node["fix"] = fix;
        return node;
    }

    // Paths in recipes are meant from the application's repository: the folder of the file, or one above it.
    private static string? Find(RecipeFile recipes, string path)
    {
        if (Path.IsPathRooted(path))
            return File.Exists(path) ? path : null;
        for (var folder = new FileInfo(recipes.File).Directory; folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, path);
            if (File.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
