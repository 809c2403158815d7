using System.Globalization;
using System.Text;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Designing.Scoping;
using Autonoma.Planner.Designing.Values;

namespace Autonoma.Planner.Designing.Writing;

/// <summary>Writes scenarios.md from a design.</summary>
public static class ScenarioWriter
{
    private const string Strategy = """
        Values are fixed unless there is a reason below: a test may name them as they stand in the tables. Dates are fixed too: what is over was in 2024, what is to
        come is in 2039.

        In the tables `{{testRunId}}` stands where a value differs from run to run; recipes and tests write the short form of the run's id there,
        `{{testRunShortId}}`. The first record's value of each such field also has a name of its own (see `variable_fields`), which tests may use instead.

        In the tables below, text stands as it is, `→ name` is another record, what stands in backticks is JSON, and an empty cell is a field that is not sent.
        """;

    /// <summary>The scenarios as a plan's file.</summary>
    /// <param name="designer">Made the design.</param>
    /// <param name="design">The scenarios.</param>
    /// <param name="schema">What is stored.</param>
    /// <param name="audit">Who creates it.</param>
    /// <param name="scoping">What belongs to whom.</param>
    public static ScenarioPlan Write(ScenarioDesigner designer, DesignedScenarios design, DataSchema schema, EntityAudit audit, ScopingAnalysis scoping)
    {
        ArgumentNullException.ThrowIfNull(designer);
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(scoping);
        var types = design.Scenarios.SelectMany(scenario => scenario.Models).Distinct(StringComparer.Ordinal).ToList();
        var variables = Variables(designer, design);
        return new()
        {
            Scenarios = [.. design.Scenarios.Select(scenario => new PlannedScenario { Name = scenario.Name, Description = scenario.Description, EntityTypeNames = scenario.Models, TotalEntities = scenario.Records.Count })],
            EntityTypes = types,
            VariableFields = variables,
            PlanningSections = [.. ScenarioPlan.RequiredSections, "scoping_analysis"],
            Body = Body(design, schema, audit, scoping, variables),
        };
    }

    /// <summary>The name of the variable for a field: <c>staff_member_email</c>.</summary>
    public static string TokenOf(string model, string field) => string.Join('_', [.. NameWords.Of(model), .. NameWords.Of(field)]);

    private static List<VariableField> Variables(ScenarioDesigner designer, DesignedScenarios design)
        => [.. design.Scenarios.SelectMany(scenario => designer.Varying(scenario).Select(field => (scenario.Name, field.Model, field.Field, field.Reason)))
            .GroupBy(field => (field.Model, field.Field)).Select(group => new VariableField
            {
                Token = TokenOf(group.Key.Model, group.Key.Field), Entity = $"{group.Key.Model}.{group.Key.Field}", Scenarios = [.. group.Select(field => field.Name)],
                Generator = "derived from the run's id", Reason = group.First().Reason, TestReference = $"({{{{{TokenOf(group.Key.Model, group.Key.Field)}}}}} variable)",
            })];

    private static string Body(DesignedScenarios design, DataSchema schema, EntityAudit audit, ScopingAnalysis scoping, List<VariableField> variables)
    {
        var text = new StringBuilder("# Scenarios\n\nDesigned from the entity audit and the code. Every value is one that is created; what is not here is not there.\n\n## Schema Summary\n\n| Model | Must have | Created by |\n| --- | --- | --- |\n");
        foreach (var model in schema.Models.Where(model => !model.IsPart))
            text.Append(CultureInfo.InvariantCulture, $"| {model.Name} | {string.Join(", ", model.Fields.Where(field => field is { IsRequired: true, HasDefault: false, IsId: false }).Select(field => $"{field.Name} ({field.Type})"))} | {Creator(audit.Find(model.Name))} |\n");
        text.Append("\n## Relationship Map\n\n");
        text.Append(schema.Links.Count == 0 ? "No model refers to another.\n" : "| Model | Refers to | By | Must it? |\n| --- | --- | --- | --- |\n");
        foreach (var link in schema.Links)
            text.Append(CultureInfo.InvariantCulture, $"| {link.Child} | {link.Parent} | {link.Field} | {(link.IsRequired ? "yes" : "no")} |\n");
        text.Append("\n## Scoping Analysis\n\n");
        text.Append(scoping.Root is { } root ? $"Every scenario begins at **{root}** (`{scoping.RootField}`). " : "There is no record that a scenario could begin at. ");
        text.Append(scoping.IsIsolated ? "Each run makes one of its own, and runs do not see each other's records.\n\n" : "That does not keep runs apart: what records are told apart by differs from run to run.\n\n");
        foreach (var reason in scoping.Reasons)
            text.Append(CultureInfo.InvariantCulture, $"- {reason}\n");
        text.Append("\n## Variable Data Strategy\n\n").Append(Strategy).Append('\n');
        if (variables.Count > 0)
            text.Append("\n| Variable | Field | Why |\n| --- | --- | --- |\n");
        foreach (var variable in variables)
            text.Append(CultureInfo.InvariantCulture, $"| `{{{{{variable.Token}}}}}` | {variable.Entity} | {variable.Reason} |\n");
        if (design.Undecided.Count > 0)
            text.Append("\n## Not Decided\n\n").AppendJoin('\n', design.Undecided.Select(sentence => $"- {sentence.ReplaceLineEndings(" ")}")).Append('\n');
        foreach (var scenario in design.Scenarios)
            Scenario(text, scenario);
        return text.ToString().TrimEnd() + "\n";
    }

    private static void Scenario(StringBuilder text, ScenarioDesign scenario)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## Scenario: {scenario.Name}\n\n{scenario.Description}\n\n### Credentials\n\n");
        text.Append(scenario.Credentials is { } login ? $"{login.Alias} ({login.Model}) signs in: `{login.Login}`{(login.Password is { } password ? $", password `{password}`" : ", by what the endpoint's auth callback gives")}.\n"
            : "Nobody is known to sign in; the endpoint's auth callback decides.\n");
        if (scenario.ComesAlong.Count > 0)
            text.Append("\n### Comes along\n\n").AppendJoin('\n', scenario.ComesAlong.Select(sentence => $"- {sentence}")).Append('\n');
        foreach (var model in scenario.Models)
            text.Append('\n').AppendJoin('\n', ScenarioBody.Table(model, [.. scenario.Records.Where(record => record.Model == model)])).Append('\n');
    }

    private static string Creator(AuditedModel? model) => model switch
    {
        null => "",
        { IndependentlyCreated: true } => $"`{model.CreationFunction}`",
        _ => $"with {string.Join(", ", model.CreatedBy.Select(owner => owner.Owner).Distinct(StringComparer.Ordinal))}",
    };
}
