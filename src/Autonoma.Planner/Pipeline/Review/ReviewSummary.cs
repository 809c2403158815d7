using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Validation;

namespace Autonoma.Planner.Pipeline.Review;

/// <summary>What a step made, short enough to be read before going on.</summary>
public static class ReviewSummary
{
    private const int MostRows = 60;

    /// <summary>The summary, as Markdown.</summary>
    /// <param name="step">A step that is done.</param>
    /// <param name="folder">The plan.</param>
    public static string Of(StepDefinition step, PlanFolder folder)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(folder);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# Step {step.Number} of {PlanFolder.Steps}: {step.Name}\n\n");
        switch (step.Number)
        {
            case 1:
                KnowledgeBase(text, folder);
                break;
            case 2:
                Audit(text, folder);
                break;
            case 3:
                Scenarios(text, folder);
                break;
            case 4:
                Implementation(text, folder);
                break;
            case 5:
                Lifecycle(text, folder);
                break;
            default:
                break;
        }

        return text.ToString();
    }

    private static void KnowledgeBase(StringBuilder text, PlanFolder folder)
    {
        if (ArtifactReader.KnowledgeBase(Text(folder.KnowledgeBase)).Value is not { } knowledge)
            return;
        var features = ArtifactReader.Features(Text(folder.Features)).Value;
        Line(text, $"**{knowledge.AppName}**: {knowledge.AppDescription}\n");
        Table(text, ["Flow", "Core", "What it does"], knowledge.CoreFlows.Select(flow => new[] { flow.Feature, flow.IsCore ? "yes" : "", flow.Description }));
        if (features is not null)
            Line(text, $"{features.Features.Count} features, {features.Features.Count(feature => feature.IsCore)} of them core; {features.TotalRoutes} pages, {features.TotalApiRoutes} routes that answer data.\n");
        Line(text, "Core flows get half of all tests. Is any flow marked wrongly, or missing?");
    }

    private static void Audit(StringBuilder text, PlanFolder folder)
    {
        if (ArtifactReader.EntityAudit(Text(folder.EntityAudit)).Value is not { } audit)
            return;
        Line(text, $"{audit.Models.Count} models: {audit.FactoryCount} are created on their own, {audit.Models.Count(model => model.State == CreationState.Dual)} of those by others too, {audit.Models.Count(model => model.State == CreationState.Dependent)} by others only.\n");
        Table(text, ["Model", "Created by", "Side effects"], audit.Models.Where(model => model.IndependentlyCreated).Select(model => new[] { model.Name, $"{model.CreationFunction} ({model.CreationFile}){(model.NeedsExtraction ? ", must be lifted out first" : "")}", string.Join("; ", model.SideEffects) }));
        Table(text, ["Dependent or dual model", "Owner", "Why"], audit.Models.SelectMany(model => model.CreatedBy.Select(owner => new[] { model.Name, $"{owner.Owner} by {owner.Via}", owner.Why })));
        Line(text, "From here on `creation_file` is fixed. Does every model name the function that your application itself uses?");
    }

    private static void Scenarios(StringBuilder text, PlanFolder folder)
    {
        if (ArtifactReader.Scenarios(Text(folder.Scenarios)).Value is not { } plan)
            return;
        Table(text, ["Scenario", "Kinds", "Records", "What it is"], plan.Scenarios.Select(scenario => new[] { scenario.Name, Number(scenario.EntityTypeCount), Number(scenario.TotalEntities), scenario.Description }));
        Table(text, ["Variable", "Field", "Scenarios", "Why it differs"], plan.VariableFields.Select(field => new[] { $"{{{{{field.Token}}}}}", field.Entity, string.Join(", ", field.Scenarios), field.Reason }));
        Line(text, $"{plan.VariableFields.Count} {(plan.VariableFields.Count == 1 ? "value differs" : "values differ")} from run to run; all others are fixed, and tests rely on them.");
    }

    private static void Implementation(StringBuilder text, PlanFolder folder)
    {
        Line(text, $"```text\n{Text(folder.EndpointImplemented).TrimEnd()}\n```\n");
        if (File.Exists(folder.FactoryPlan))
            Line(text, $"The plan of the factories: `{Path.GetFileName(folder.Root)}/{Path.GetFileName(folder.FactoryPlan)}`.\n");
        Line(text, "The next step creates and removes records through this endpoint. Are both secrets set (AUTONOMA_SHARED_SECRET, AUTONOMA_SIGNING_SECRET, different from each other), does the app run, and on a database where that may happen?");
    }

    private static void Lifecycle(StringBuilder text, PlanFolder folder)
    {
        try
        {
            var proof = JsonNode.Parse(Text(folder.ScenarioValidation));
            var names = proof?["validatedScenarios"]?.AsArray().Select(name => name?.ToString() ?? "") ?? [];
            Line(text, $"Made and removed at {proof?["endpointUrl"]}: {string.Join(", ", names)}.\n");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            Line(text, "The proof cannot be read.\n");
        }

        Line(text, $"```text\n{Text(folder.EndpointValidated).TrimEnd()}\n```\n");
        Line(text, "From here on tests are written against these scenarios.");
    }

    private static void Table(StringBuilder text, string[] head, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        Line(text, $"| {string.Join(" | ", head)} |");
        Line(text, $"|{string.Concat(Enumerable.Repeat(" --- |", head.Length))}");
        foreach (var row in all.Take(MostRows))
            Line(text, $"| {string.Join(" | ", row.Select(Cell))} |");
        Line(text, all.Count > MostRows ? $"\n... and {all.Count - MostRows} more.\n" : "");
    }

    private static string Cell(string value) => value.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    private static string Text(string path) => File.Exists(path) ? File.ReadAllText(path) : "";
}
