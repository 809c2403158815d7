using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Documents;
using R = Autonoma.Planner.Validation.Rules.IndexRules;

namespace Autonoma.Planner.Validation.Reading;

/// <summary>Reads INDEX.md with what its numbers say by themselves.</summary>
internal static class TestIndexReader
{
    public static TestIndex? Read(SourceText source, Report report) => Read(source, report, out _);

    /// <summary>The same, with the groups of its folders, to say where something stands; empty when they cannot be read.</summary>
    public static TestIndex? Read(SourceText source, Report report, out IReadOnlyList<Fields> folders)
    {
        folders = [];
        if (FrontMatter.Read(source, report) is not { Root: { } root } front)
            return null;
        var fields = new Fields(root, "", report);
        var tests = fields.Whole("total_tests", R.TotalTests, 1);
        var total = fields.Whole("total_folders", R.TotalFolders, 1);
        var entries = fields.Groups("folders", R.Folders, R.Entry);
        folders = entries ?? [];
        var read = entries?.Select(entry => Folder(entry, report)).ToList();
        var coverage = Coverage(fields, report);
        fields.NoOthers(R.Keys);
        if (entries is not null && total is { } said && said != ((ListNode)root.Find("folders")!.Value).Items.Count)
            report.Add(R.FoldersCounted, root.Find("total_folders")!.Value, "total_folders", $"says {said}, and 'folders' has {((ListNode)root.Find("folders")!.Value).Items.Count}.");
        Sum(entries, tests, root, report);
        if (tests is { } number && coverage is { } range)
        {
            if (number < range.Least)
                report.Add(R.TooFew, root.Find("total_tests")!.Value, "total_tests", $"says {number}, and 'expected_test_range_min' asks for {range.Least}.", "Add tests for what is not covered yet.");
            else if (range.Most >= range.Least && number > range.Most)
                report.Add(R.TooMany, root.Find("total_tests")!.Value, "total_tests", $"says {number}, and 'expected_test_range_max' says {range.Most}.", "Drop tests that prove the same, or correct the range.");
        }

        return tests is null || coverage is null || read is null || read.Any(folder => folder is null) ? null
            : new() { Folders = [.. read.OfType<IndexedFolder>()], RoutesOrFeatures = coverage.Value.Features, ExpectedMinimum = coverage.Value.Least, ExpectedMaximum = coverage.Value.Most, Body = front.Body.Trim('\n') };
    }

    private static IndexedFolder? Folder(Fields entry, Report report)
    {
        var name = entry.Text("name", R.Name);
        if (name is not null && (name.Split('/', '\\').Any(part => part is ".." or "." or "") || Path.IsPathRooted(name) || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)))
        {
            report.Add(R.Name, entry.Map.Find("name")!.Value, entry.PathOf("name"), $"must be a path below qa-tests with forward slashes, and here it is '{DocumentNode.Short(name)}'.", "Example: payments/wire-transfer.");
            name = null;
        }

        var description = entry.Text("description", R.Description);
        var count = entry.Whole("test_count", R.TestCount, 1);
        var critical = entry.Whole("critical", R.Criticalities, 0);
        var high = entry.Whole("high", R.Criticalities, 0);
        var mid = entry.Whole("mid", R.Criticalities, 0);
        var low = entry.Whole("low", R.Criticalities, 0);
        entry.NoOthers(R.Entry);
        var sum = (long?)critical + high + mid + low;
        if (count is not null && sum is not null && sum != count)
        {
            report.Add(R.CriticalitiesCounted, entry.Map.Find("test_count")!.Value, entry.PathOf("test_count"), $"says {count}, and critical, high, mid and low add up to {sum}.");
            return null;
        }

        return name is null || description is null || count is null || sum is null ? null : new(name, description, critical!.Value, high!.Value, mid!.Value, low!.Value);
    }

    private static (int Features, int Least, int Most)? Coverage(Fields fields, Report report)
    {
        if (fields.Group("coverage_correlation", R.Coverage) is not { } group)
            return null;
        var features = group.Whole("routes_or_features", R.Features, 1);
        var least = group.Whole("expected_test_range_min", R.Range, 0);
        var most = group.Whole("expected_test_range_max", R.Range, 0);
        group.NoOthers(R.Coverage);
        if (least > most)
            report.Add(R.Range, group.Map.Find("expected_test_range_min")!.Value, group.PathOf("expected_test_range_min"), $"says {least}, which is above 'expected_test_range_max', {most}.");
        return features is null || least is null || most is null ? null : (features.Value, least.Value, most.Value);
    }

    private static void Sum(List<Fields>? entries, int? tests, MapNode root, Report report)
    {
        if (entries is null || tests is null)
            return;
        var counts = entries.Select(entry => entry.Map.Find("test_count")?.Value is ScalarNode { Kind: ScalarKind.Whole } count && int.TryParse(count.Text, out var number) && number > 0 ? number : (long?)null).ToList();
        if (counts.All(count => count is not null) && counts.Sum() != tests)
            report.Add(R.TestsCounted, root.Find("total_tests")!.Value, "total_tests", $"says {tests}, and the folders' 'test_count' add up to {counts.Sum()}.");
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.Map.Find("name")?.Value is ScalarNode { Kind: ScalarKind.Text } name && !seen.TryAdd(name.Text.Trim(), name.Line))
                report.Add(R.Repeated, name, entry.PathOf("name"), $"The folder '{DocumentNode.Short(name.Text.Trim())}' is already in line {seen[name.Text.Trim()]}.", "Put both entries together.");
        }
    }
}
