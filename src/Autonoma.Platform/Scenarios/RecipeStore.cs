using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Platform.Access;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Preflight;
using Autonoma.Scenarios.Recipes;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Platform.Scenarios;

/// <summary>A recipe that was taken.</summary>
/// <param name="Scenario">Its scenario.</param>
/// <param name="Version">The version that is in use now.</param>
/// <param name="IsNew">Whether it is another than before.</param>
public sealed record TakenRecipe(Scenario Scenario, RecipeVersion Version, bool IsNew);

/// <summary>Takes recipes that can work, and keeps everything that was ever taken.</summary>
public sealed class RecipeStore(PlatformDbContext db, Caller caller)
{
    // These are for an author to hear and no reason to refuse: the upload contract asks for one recipe, of any name.
    private static readonly string[] OnlyOdd = ["missing-scenario", "unused-variable", "not-concrete"];

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads an upload.</summary>
    /// <param name="json">The file, as it was sent.</param>
    /// <param name="schema">What the endpoint can create; null when it could not be asked.</param>
    /// <param name="warnings">What is odd but taken.</param>
    /// <exception cref="RefusedException">With every problem and its path.</exception>
    public static RecipeFile Read(ReadOnlySpan<byte> json, SchemaFacts? schema, out IReadOnlyList<FieldProblem> warnings)
    {
        RecipeFile file;
        try
        {
            file = RecipeReader.Read(json, "", RecipeStage.Validated);
        }
        catch (RecipeFileException e)
        {
            throw Refuse(e.Problems);
        }

        var names = file.Recipes.GroupBy(recipe => recipe.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Last();
        if (names is not null)
            throw Refuse([new("duplicate-name", ProblemSeverity.Error, $"{names.Path}.name", $"Two recipes are called '{names.Name}'.")]);
        var found = new PreflightCheck(schema, scenarios: null).Check(file);
        var wrong = found.Where(problem => problem.Severity == ProblemSeverity.Error && !OnlyOdd.Contains(problem.Code, StringComparer.Ordinal)).ToList();
        if (wrong.Count > 0)
            throw Refuse(wrong);
        warnings = [.. file.Warnings.Concat(found.Except(wrong)).Select(Field)];
        return file;
    }

    /// <summary>Takes all recipes of a file: a recipe that is as it was stays, another is a new version and in use from now on. The caller saves.</summary>
    public async Task<IReadOnlyList<TakenRecipe>> TakeAsync(Guid application, RecipeFile file, Guid? setup, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        // Two uploads at once: numbers have no twin.
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM applications WHERE id = {application} FOR NO KEY UPDATE", cancellationToken).ConfigureAwait(false);
        var names = file.Recipes.Select(recipe => recipe.Name).ToList();
        var known = await db.Set<Scenario>().Where(scenario => scenario.ApplicationId == application && names.Contains(scenario.Name)).ToDictionaryAsync(scenario => scenario.Name, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
        var nodes = file.Document["recipes"]!.AsArray();
        var taken = new List<TakenRecipe>();
        for (var at = 0; at < file.Recipes.Count; at++)
        {
            var recipe = file.Recipes[at];
            if (!known.TryGetValue(recipe.Name, out var scenario))
            {
                scenario = new() { ApplicationId = application, Name = recipe.Name };
                db.Add(scenario);
            }

            scenario.Description = recipe.Description;
            taken.Add(await TakeAsync(scenario, nodes[at]!, file.ValidationMode, setup, cancellationToken).ConfigureAwait(false));
        }

        return taken;
    }

    private async Task<TakenRecipe> TakeAsync(Scenario scenario, JsonNode recipe, string mode, Guid? setup, CancellationToken cancellationToken)
    {
        var text = recipe.ToJsonString(AsWritten);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var newest = await db.Set<RecipeVersion>().Where(version => version.ScenarioId == scenario.Id).OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        var active = newest is null || newest.Id == scenario.ActiveRecipeId ? newest : await db.Set<RecipeVersion>().FirstOrDefaultAsync(version => version.Id == scenario.ActiveRecipeId, cancellationToken).ConfigureAwait(false);
        if (active?.Hash == hash)
            return new(scenario, active, IsNew: false);
        var version = new RecipeVersion { ScenarioId = scenario.Id, Number = (newest?.Number ?? 0) + 1, Recipe = text, Hash = hash, ValidationMode = mode, SetupId = setup, AuthorId = caller.UserId };
        db.Add(version);
        scenario.ActiveRecipeId = version.Id;
        return new(scenario, version, IsNew: true);
    }

    private static RefusedException Refuse(IEnumerable<Problem> problems)
    {
        var errors = problems.Select(Field).ToList();
        return new(RefusalKind.Invalid, "recipes.invalid", errors.Count == 1 ? $"{errors[0].Path}: {errors[0].Message}".TrimStart(':', ' ') : $"The recipes have {errors.Count} problems.", errors);
    }

    private static FieldProblem Field(Problem problem) => new(problem.Path, problem.Fix is null ? problem.Message : $"{problem.Message} {problem.Fix}");
}
