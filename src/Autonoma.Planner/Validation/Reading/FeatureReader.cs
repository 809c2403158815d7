using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Documents;
using R = Autonoma.Planner.Validation.Rules.FeatureRules;

namespace Autonoma.Planner.Validation.Reading;

internal static class FeatureReader
{
    private static readonly string[] Types = [.. Enum.GetNames<FeatureType>().Select(name => name.ToLowerInvariant())];

    public static FeatureInventory? Read(SourceText source, Report report)
    {
        if (JsonSource.Read(source.Text, report) is not { } root)
            return null;
        var fields = new Fields(root, "", report);
        var entries = fields.Groups("features", R.Features, R.Entry, least: 1);
        var features = entries is null ? null : Features(entries, report);
        var total = fields.Whole("total_features", R.Total, 1);
        var routes = fields.Whole("total_routes", R.Routes, 0);
        var apiRoutes = fields.Whole("total_api_routes", R.ApiRoutes, 0);
        fields.NoOthers(R.Keys);
        if (total is { } said && root.Find("features")?.Value is ListNode { Items.Count: > 0 } list && said != list.Items.Count)
            report.Add(R.Counted, root.Find("total_features")!.Value, "total_features", $"says {said}, and 'features' has {list.Items.Count} {(list.Items.Count == 1 ? "entry" : "entries")}.");
        if (features is { Count: > 0 } && features.Count == entries!.Count && !features.Any(feature => feature.IsCore))
            report.Add(R.AnyCore, root.Find("features")!.Value, "features", $"None of the {features.Count} features is core.", "'core' agrees with the core flows of AUTONOMA.md.");
        return features is null || features.Count != entries!.Count || features.Count == 0 || total is null ? null : new() { Features = features, TotalRoutes = routes ?? 0, TotalApiRoutes = apiRoutes ?? 0 };
    }

    private static List<Feature> Features(List<Fields> entries, Report report)
    {
        var features = new List<Feature>();
        var seen = new Dictionary<(string, FeatureType, string), int>();
        foreach (var entry in entries)
        {
            var name = entry.Text("name", R.Name);
            var type = entry.OneOf("type", R.Type, Types);
            var path = entry.Text("path", R.Path);
            var core = entry.Truth("core", R.Core);
            entry.NoOthers(R.Entry);
            if (name is null || type is null || path is null || core is null)
                continue;
            var feature = new Feature(name, Enum.Parse<FeatureType>(type, ignoreCase: true), path, core.Value);
            if (!seen.TryAdd((feature.Name, feature.Type, feature.Path), entry.Map.Line))
                report.Add(R.Repeated, entry.Map, entry.Path, $"The same feature is already in line {seen[(feature.Name, feature.Type, feature.Path)]}.", "An entry that is there twice raises the number of tests that are asked for.");
            features.Add(feature);
        }

        return features;
    }
}
