using System.Text.RegularExpressions;
using Autonoma.Engine.Language;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Documents;
using Autonoma.Scenarios.Client;
using R = Autonoma.Planner.Validation.Rules.DiscoverRules;

namespace Autonoma.Planner.Validation.Reading;

internal static partial class DiscoverReader
{
    public static DiscoverFile? Read(SourceText source, Report report)
    {
        if (JsonSource.Read(source.Text, report) is not { } root)
            return null;
        var before = Errors(report);
        var document = new Fields(root, "", report);
        var schema = document.Group("schema", R.Schema);
        document.NoOthers(R.Keys, "version", "sdk", "nested", "instanceMemory");
        if (schema is null)
            return null;
        var models = schema.Groups("models", R.Models, R.Models, least: 1)?.Select(entry => Model(entry, report)).ToList();
        var edges = schema.Groups("edges", R.Edges, R.Edges)?.Select(Edge).ToList();
        var relations = schema.Groups("relations", R.Relations, R.Relations)?.Select(Relation).ToList();
        var scope = schema.Text("scopeField", R.ScopeField);
        schema.NoOthers(R.Schema);
        Repeated(schema, report);
        if (Errors(report) > before)
            return null;
        var file = new DiscoverFile { Models = [.. models!.OfType<DiscoveredModel>()], Edges = [.. edges!.OfType<DiscoveredEdge>()], Relations = [.. relations!.OfType<DiscoveredRelation>()], ScopeField = scope!, Nested = Nested(root) };
        Known(file, schema, report);
        return file;
    }

    private static int Errors(Report report) => report.Problems.Count(problem => problem.Severity == Autonoma.Scenarios.Recipes.ProblemSeverity.Error);

    private static DiscoveredModel? Model(Fields entry, Report report)
    {
        var name = entry.Text("name", R.ModelName);
        var table = entry.Node("tableName") is ScalarNode { Kind: ScalarKind.Text } text ? text.Text : null;
        var fields = entry.Groups("fields", R.Fields, R.Fields)?.Select(field => Field(field, report)).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields?.OfType<DiscoveredField>() ?? [])
        {
            if (!seen.Add(field.Name))
                report.Add(R.RepeatedField, entry.Map.Find("fields")!.Value, entry.PathOf("fields"), $"The field '{DocumentNode.Short(field.Name)}' is listed twice.");
        }

        return name is null || fields is null ? null : new(name, table, [.. fields.OfType<DiscoveredField>()]);
    }

    private static DiscoveredField? Field(Fields entry, Report report)
    {
        var name = entry.Text("name", R.FieldName);
        var type = entry.Text("type", R.FieldType);
        if (type is not null && !TypeForm().IsMatch(type))
        {
            var word = Word().Match(type);
            report.Add(R.FieldType, entry.Map.Find("type")!.Value, entry.PathOf("type"), $"must be a word or enum(a,b), perhaps with [] behind it, and here it is '{DocumentNode.Short(type)}'.", word.Success ? $"Example: {word.Value}." : "Example: string.");
            type = null;
        }

        var required = entry.Truth("isRequired", R.FieldFlags);
        var id = entry.Truth("isId", R.FieldFlags);
        var hasDefault = entry.Truth("hasDefault", R.FieldFlags);
        return name is null || type is null || required is null || id is null || hasDefault is null ? null : new(name, type, required.Value, id.Value, hasDefault.Value);
    }

    private static DiscoveredEdge? Edge(Fields entry)
    {
        var from = entry.Text("from", R.EdgeTexts);
        var to = entry.Text("to", R.EdgeTexts);
        var local = entry.Text("localField", R.EdgeTexts);
        var foreign = entry.Text("foreignField", R.EdgeTexts);
        var nullable = entry.Truth("nullable", R.EdgeNullable);
        entry.NoOthers(R.Edges);
        return from is null || to is null || local is null || foreign is null || nullable is null ? null : new(from, to, local, foreign, nullable.Value);
    }

    // An addition of our own SDK; what another one may mean by the word is passed over.
    private static Dictionary<string, IReadOnlyList<DiscoveredNesting>>? Nested(MapNode root)
    {
        if (root.Find("nested")?.Value is not MapNode models)
            return null;
        var nested = new Dictionary<string, IReadOnlyList<DiscoveredNesting>>(StringComparer.Ordinal);
        foreach (var model in models.Entries)
        {
            var entries = (model.Value as ListNode)?.Items.OfType<MapNode>()
                .Select(entry => (Name: (entry.Find("name")?.Value as ScalarNode)?.Text, Model: (entry.Find("model")?.Value as ScalarNode)?.Text, Many: (entry.Find("many")?.Value as ScalarNode)?.Text)).ToList();
            if (entries is null || entries.Any(entry => entry.Name is null || entry.Model is null))
                return null;
            nested.TryAdd(model.Key, [.. entries.Select(entry => new DiscoveredNesting(entry.Name!, entry.Model!, entry.Many == "true"))]);
        }

        return nested;
    }

    private static DiscoveredRelation? Relation(Fields entry)
    {
        var parent = entry.Text("parentModel", R.RelationTexts);
        var child = entry.Text("childModel", R.RelationTexts);
        var parentField = entry.Text("parentField", R.RelationTexts);
        var childField = entry.Text("childField", R.RelationTexts);
        entry.NoOthers(R.Relations);
        return parent is null || child is null || parentField is null || childField is null ? null : new(parent, child, parentField, childField);
    }

    private static void Repeated(Fields schema, Report report)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in (schema.Map.Find("models")?.Value as ListNode)?.Items.OfType<MapNode>().Select(model => model.Find("name")?.Value).OfType<ScalarNode>() ?? [])
        {
            if (name.Kind == ScalarKind.Text && !seen.Add(name.Text.Trim()))
                report.Add(R.RepeatedModel, name, schema.PathOf("models"), $"The model '{DocumentNode.Short(name.Text)}' is listed twice.", "Records would be made by either.");
        }
    }

    private static void Known(DiscoverFile file, Fields schema, Report report)
    {
        var names = file.Models.Select(model => model.Name).ToHashSet(StringComparer.Ordinal);
        var named = file.Edges.SelectMany(edge => new[] { edge.From, edge.To }).Select(name => (Key: "edges", Name: name))
            .Concat(file.Relations.SelectMany(relation => new[] { relation.ParentModel, relation.ChildModel }).Select(name => (Key: "relations", Name: name)));
        foreach (var (key, name) in named.Distinct().Where(pair => !names.Contains(pair.Name)))
            report.Add(R.KnownModels, schema.Map.Find(key)!.Value, schema.PathOf(key), $"No model is called '{DocumentNode.Short(name)}'.", Spelling.Nearest(name, names) is { } near ? $"Did you mean '{near}'?" : null);
        if (file.Facts.ScopeModel is null && !file.Models.Any(model => model.Fields.Any(field => field.Name == file.ScopeField)))
            report.Add(R.KnownScope, schema.Map.Find("scopeField")!.Value, schema.PathOf("scopeField"), $"No model has a field '{DocumentNode.Short(file.ScopeField)}', and none is what it points at.", "It names the field that ties records to their tenant: organizationId.");
    }

    [GeneratedRegex(@"^(?:[A-Za-z][A-Za-z0-9_]*|enum\([^()]+\))(?:\[\])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex TypeForm();

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9_]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
