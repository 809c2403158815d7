using System.CommandLine;
using System.Text.Json.Nodes;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Planning;
using Autonoma.Engine.Artifacts;
using Autonoma.Scenarios.Lifecycle;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Cli.Commands.Env;

/// <summary><c>autonoma env validate</c>: preflight and check of all recipes; writes the proofs into them.</summary>
internal static class EnvValidate
{
    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("validate", $"Preflight recipes, make and remove every scenario, and write the proofs: into the recipes when all is well, and into {ValidationReport.FileName} beside them always.");
        var file = new Argument<string?>("recipes") { Description = "The recipes. Default: those of the settings.", Arity = ArgumentArity.ZeroOrOne };
        var write = new Option<string>("--write") { Description = "Where the proven recipes go. Default: where they came from.", HelpName = "FILE" };
        var scenarios = new Option<string>("--scenarios") { Description = "The scenarios in words. Default: what the recipes name, if it is there.", HelpName = "FILE" };
        var database = EnvCheck.Database();
        command.Arguments.Add(file);
        command.Options.Add(write);
        command.Options.Add(scenarios);
        command.Options.Add(database);
        var call = new EnvCall(environment, command);
        call.Does(async (parsed, settings, http, cancellationToken) =>
        {
            var recipes = call.Recipes(settings, parsed.GetValue(file));
            using var journal = call.Journal();
            var instances = call.Instances(settings, http, recipes, journal);
            var discovery = await instances.DiscoverAsync(cancellationToken);
            var problems = EnvPreflight.Check(environment, recipes, discovery.Schema, parsed.GetValue(scenarios));
            var errors = problems.Where(problem => problem.Severity == ProblemSeverity.Error).ToList();
            var checks = errors.Count > 0 ? [] : await EnvCheck.RunAsync(environment, instances, [.. recipes.Recipes.Select(recipe => recipe.Name)], parsed.GetValue(database), isTwice: true, cancellationToken);

            var target = parsed.GetValue(write) is { } path ? environment.FullPath(path) : recipes.File;
            var report = new ValidationReport(errors.Count == 0, checks, [.. errors.Select(problem => problem.ToString()), .. checks.SelectMany(check => check.Problems)], ToolSettings.Shown(environment, target).Replace('\\', '/'), EnvCall.Url(settings));
            if (report.Passed)
                AtomicFile.Write(target, RecipeWriter.Write(recipes, ValidationReport.Mode, checks.ToDictionary(check => check.Scenario, check => new RecipeValidation("endpoint-up-down", check.UpMilliseconds, check.DownMilliseconds), StringComparer.Ordinal)));
            var beside = Path.Combine(Path.GetDirectoryName(target)!, ValidationReport.FileName);
            AtomicFile.Write(beside, report.Write());
            if (report.Passed)
                PlanSettings.SealProof(environment, target);

            if (call.IsTable(parsed))
            {
                await EnvPreflight.ListAsync(environment, problems);
                if (checks.Count > 0)
                    await EnvCheck.TableAsync(call, checks);
                await environment.Out.WriteLineAsync(report.Passed ? $"All {checks.Count} scenarios work. Written: {ToolSettings.Shown(environment, target)}, {ToolSettings.Shown(environment, beside)}" : $"The recipes are left as they were. Written: {ToolSettings.Shown(environment, beside)}");
            }
            else
            {
                var document = JsonNode.Parse(report.Write())!.AsObject();
                document["problems"] = new JsonArray([.. problems.Select(EnvPreflight.Json)]);
                document["scenarios"] = EnvCheck.Json(checks);
                await call.JsonAsync(document);
            }

            return report.Passed ? ExitCodes.Passed : ExitCodes.Failed;
        });
        return command;
    }
}
