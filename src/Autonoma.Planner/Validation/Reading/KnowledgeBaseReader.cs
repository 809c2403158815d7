using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Documents;
using R = Autonoma.Planner.Validation.Rules.KnowledgeBaseRules;

namespace Autonoma.Planner.Validation.Reading;

internal static class KnowledgeBaseReader
{
    public static KnowledgeBase? Read(SourceText source, Report report)
    {
        if (FrontMatter.Read(source, report) is not { Root: { } root } front)
            return null;
        var fields = new Fields(root, "", report);
        var name = fields.Text("app_name", R.AppName);
        var description = fields.Text("app_description", R.AppDescription, least: 20);
        var flows = Flows(fields, report);
        var features = fields.Whole("feature_count", R.FeatureCount, 1);
        var skills = fields.Whole("skill_count", R.SkillCount, 1, optional: true);
        fields.NoOthers(R.Keys);
        return name is null || description is null || flows is null || features is null ? null : new()
        {
            AppName = name,
            AppDescription = description,
            CoreFlows = flows,
            FeatureCount = features.Value,
            SkillCount = skills,
            Body = front.Body.Trim('\n'),
        };
    }

    private static List<CoreFlow>? Flows(Fields fields, Report report)
    {
        if (fields.Groups("core_flows", R.CoreFlows, R.Entry, least: 1) is not { } entries)
            return null;
        var flows = new List<CoreFlow>();
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var readable = entries.Count > 0;
        foreach (var entry in entries)
        {
            var feature = entry.Text("feature", R.Feature);
            var description = entry.Text("description", R.Description);
            var core = entry.Truth("core", R.Core);
            entry.NoOthers(R.Entry);
            if (feature is not null && !names.TryAdd(feature, entry.Map.Line))
                report.Add(R.Repeated, entry.Map, entry.PathOf("feature"), $"The flow '{DocumentNode.Short(feature)}' is already in line {names[feature]}.", "Tests name their flow, and could mean either.");
            if (feature is null || description is null || core is null)
                readable = false;
            else
                flows.Add(new(feature, description, core.Value));
        }

        if (readable && !flows.Any(flow => flow.IsCore))
            report.Add(R.AnyCore, fields.Map.Find("core_flows")!.Value, "core_flows", $"None of the {flows.Count} flows is core.", "A flow is core when users would leave at once if it broke silently.");
        return readable ? flows : null;
    }
}
