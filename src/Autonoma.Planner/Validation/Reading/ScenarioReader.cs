using System.Text.RegularExpressions;
using Autonoma.Engine.Language;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Documents;
using Autonoma.Scenarios.Preflight;
using R = Autonoma.Planner.Validation.Rules.ScenarioRules;

namespace Autonoma.Planner.Validation.Reading;

internal static partial class ScenarioReader
{
    public static ScenarioPlan? Read(SourceText source, Report report)
    {
        if (FrontMatter.Read(source, report) is not { Root: { } root } front)
            return null;
        var before = report.Problems.Count(problem => problem.Severity == Autonoma.Scenarios.Recipes.ProblemSeverity.Error);
        var fields = new Fields(root, "", report);
        var count = fields.Whole("scenario_count", R.Count, 3);
        var entries = fields.Groups("scenarios", R.Scenarios, R.Entry);
        var types = Types(fields);
        var scenarios = entries?.Select(entry => Scenario(entry, types, report)).ToList();
        var names = scenarios is null ? null : Names(entries!, report);
        var variables = Variables(fields, names, report);
        var sections = Sections(fields, report);
        fields.NoOthers(R.Keys);
        if (names is not null)
        {
            var listed = ((ListNode)root.Find("scenarios")!.Value).Items.Count;
            if (count is { } said && said != listed)
                report.Add(R.Counted, root.Find("scenario_count")!.Value, "scenario_count", $"says {said}, and 'scenarios' has {listed} {(listed == 1 ? "entry" : "entries")}.");
            foreach (var missing in PreflightCheck.RequiredScenarios.Except(names, StringComparer.Ordinal))
                report.Add(R.RequiredScenarios, root.Find("scenarios")!.Value, "scenarios", $"There is no scenario '{missing}': standard, empty and large are always needed.", Spelling.Nearest(missing, names.Except(PreflightCheck.RequiredScenarios)) is { } near ? $"Is '{near}' meant for it?" : null);
            Body(front, names, report);
        }

        return report.Problems.Count(problem => problem.Severity == Autonoma.Scenarios.Recipes.ProblemSeverity.Error) > before ? null : new()
        {
            Scenarios = [.. scenarios!.OfType<PlannedScenario>()],
            EntityTypes = types!,
            VariableFields = variables!,
            PlanningSections = sections!,
            Body = front.Body.Trim('\n'),
        };
    }

    private static List<string>? Types(Fields fields)
        => fields.Groups("entity_types", R.Types, R.Type, least: 1)?.Select(entry => entry.Text("name", R.Type)).OfType<string>().ToList() is { } names && names.Count == ((ListNode)fields.Map.Find("entity_types")!.Value).Items.Count ? names : null;

    private static PlannedScenario? Scenario(Fields entry, List<string>? types, Report report)
    {
        var name = entry.Text("name", R.Name);
        var description = entry.Text("description", R.Description);
        List<string>? named = null;
        int? count = null;
        if (entry.Node("entity_types") is ListNode)
            named = entry.Texts("entity_types", R.EntityTypes)?.Select(text => text.Text).ToList();
        else
            count = entry.Whole("entity_types", R.EntityTypes, 0);
        var total = entry.Whole("total_entities", R.TotalEntities, 0);
        entry.NoOthers(R.Entry);
        if (types is not null && named?.Except(types, StringComparer.Ordinal).ToList() is { Count: > 0 } unknown)
            report.Add(R.TypeOfPlan, entry.Map.Find("entity_types")!.Value, entry.PathOf("entity_types"), $"'{DocumentNode.Short(string.Join("', '", unknown), 100)}' {(unknown.Count == 1 ? "is no entry" : "are no entries")} of the file's 'entity_types'.");
        else if (types is not null && count > types.Count)
            report.Add(R.TypeOfPlan, entry.Map.Find("entity_types")!.Value, entry.PathOf("entity_types"), $"says {count}, and the file's 'entity_types' names {types.Count}.");
        return name is null || description is null || total is null ? null : new() { Name = name, Description = description, EntityTypeNames = named, EntityTypeCount = count ?? 0, TotalEntities = total.Value };
    }

    private static HashSet<string> Names(List<Fields> entries, Report report)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.Map.Find("name")?.Value is ScalarNode { Kind: ScalarKind.Text } name && name.Text.Trim().Length > 0 && !names.Add(name.Text.Trim()))
                report.Add(R.RepeatedScenario, name, entry.PathOf("name"), $"There is a scenario '{DocumentNode.Short(name.Text.Trim())}' already.", "Give it a name of its own.");
        }

        return names;
    }

    private static List<VariableField>? Variables(Fields fields, HashSet<string>? scenarios, Report report)
    {
        if (fields.Groups("variable_fields", R.VariableFields, R.Variable) is not { } entries)
            return null;
        var variables = new List<VariableField>();
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var token = Token(entry, report);
            var entity = entry.Text("entity", R.Entity);
            var used = entry.Texts("scenarios", R.VariableScenarios, least: 1);
            var generator = entry.Text("generator", R.Generator, optional: true);
            var reason = entry.Text("reason", R.Reason);
            var reference = entry.Text("test_reference", R.TestReference);
            entry.NoOthers(R.Variable);
            foreach (var (name, at) in used?.Where(name => scenarios?.Contains(name.Text) == false) ?? [])
                report.Add(R.KnownScenario, at, entry.PathOf("scenarios"), $"There is no scenario '{DocumentNode.Short(name)}'.", Spelling.Nearest(name, scenarios!) is { } near ? $"Did you mean '{near}'?" : null);
            if (token is not null && !tokens.Add(token))
                report.Add(R.RepeatedToken, entry.Map, entry.PathOf("token"), $"{{{{{token}}}}} is declared already.", "Put both entries together.");
            if (entity is not null && !EntityForm().IsMatch(entity))
                report.Add(R.EntityForm, entry.Map.Find("entity")!.Value, entry.PathOf("entity"), $"'{DocumentNode.Short(entity)}' is not a model and a field.", "Example: Project.title.");
            if (token is not null && reference?.Contains(token, StringComparison.Ordinal) == false)
                report.Add(R.ReferenceNamesToken, entry.Map.Find("test_reference")!.Value, entry.PathOf("test_reference"), "does not name the token.", $"Example: ({{{{{token}}}}} variable).");
            if (token is not null && entity is not null && used is not null && reason is not null && reference is not null)
                variables.Add(new() { Token = token, Entity = entity, Scenarios = [.. used.Select(name => name.Text)], Generator = generator, Reason = reason, TestReference = reference });
        }

        return variables;
    }

    private static string? Token(Fields entry, Report report)
    {
        if (entry.Text("token", R.Token) is not { } text)
            return null;
        if (TokenForm().Match(text) is { Success: true } match)
            return match.Groups[1].Value;
        report.Add(R.Token, entry.Map.Find("token")!.Value, entry.PathOf("token"), $"must be a name of letters, digits and _ in two pairs of braces, and here it is '{DocumentNode.Short(text)}'.", "Example: \"{{project_title}}\".");
        return null;
    }

    private static List<string>? Sections(Fields fields, Report report)
    {
        if (fields.Texts("planning_sections", R.Sections, least: 1) is not { } sections)
            return null;
        var names = sections.Select(section => section.Text).ToList();
        foreach (var missing in ScenarioPlan.RequiredSections.Except(names, StringComparer.Ordinal))
            report.Add(R.RequiredSections, fields.Map.Find("planning_sections")!.Value, "planning_sections", $"'{missing}' is missing.", Spelling.Nearest(missing, names.Except(ScenarioPlan.RequiredSections)) is { } near ? $"Is '{DocumentNode.Short(near)}' meant for it?" : null);
        return names;
    }

    private static void Body(FrontMatter front, HashSet<string> scenarios, Report report)
    {
        var headings = front.Body.Split('\n').Where(line => line.StartsWith('#')).Select(Plain).ToList();
        foreach (var section in ScenarioPlan.RequiredSections.Select(name => name.Replace('_', ' ')).Concat(scenarios.Select(Plain)).Where(name => !headings.Any(heading => heading.Contains(name, StringComparison.Ordinal))))
            report.Add(R.Body, front.BodyLine, 1, "", $"No heading of the body names '{DocumentNode.Short(section)}'.", "Tests are written from what stands there.");
    }

    private static string Plain(string text) => NotWord().Replace(text.ToLowerInvariant(), " ").Trim();

    [GeneratedRegex(@"^\{\{(\w+)\}\}\z")]
    private static partial Regex TokenForm();

    [GeneratedRegex(@"^[\p{L}_][\w]*(?:\.[\p{L}_][\w]*)+\z")]
    private static partial Regex EntityForm();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NotWord();
}
