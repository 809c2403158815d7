using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Documents;
using Autonoma.Planner.Folders;
using R = Autonoma.Planner.Validation.Rules.IndexRules;

namespace Autonoma.Planner.Validation.Reading;

/// <summary>What INDEX.md says against features.json and the files that are there.</summary>
internal sealed class IndexComparison(TestIndex index, IReadOnlyList<Fields> entries, PlanContents plan, Report report)
{
    public void Run()
    {
        if (plan.Features is not { } features)
            report.Add(R.NeedsFeatures, 0, 0, "", "There is no valid features.json beside qa-tests, so what the tests cover cannot be told.", "Write it, or mend it, first.");
        else
        {
            var total = features.Features.Count;
            if (index.TotalTests < 2 * total)
                report.Add(R.TestsPerFeature, 0, 0, "total_tests", $"says {index.TotalTests}, and {total} features ask for {2 * total} tests at least.", "Add tests for the features that have fewer than two.");
            if (index.RoutesOrFeatures < total)
                report.Add(R.FeaturesCovered, 0, 0, "coverage_correlation.routes_or_features", $"says {index.RoutesOrFeatures}, and features.json has {total}.", "It counts what is to be covered, not what is.");
        }

        Files();
    }

    // A test belongs to the nearest listed folder above it.
    private void Files()
    {
        var names = index.Folders.Select(folder => folder.Name.TrimEnd('/')).Distinct(StringComparer.Ordinal).ToList();
        var files = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (path, _) in ArtifactPath.FilesOf(plan.Folder, plan.Files).Where(file => file.Kind == ArtifactKind.Test))
        {
            var folder = Path.GetDirectoryName(Path.GetRelativePath(plan.Folder.Tests, path))!.Replace('\\', '/');
            if (folder.Length == 0)
                continue; // what lies outside every folder is said of the file itself
            var owner = names.Where(name => folder == name || folder.StartsWith(name + "/", StringComparison.Ordinal)).MaxBy(name => name.Length);
            var key = owner ?? folder;
            if (!files.TryGetValue(key, out var list))
                files.Add(key, list = []);
            list.Add(path);
            if (owner is null && list.Count == 1)
                report.Add(R.FolderIsListed, 0, 0, "folders", $"The folder '{DocumentNode.Short(folder)}' holds tests, and no entry names it.", "Add an entry for it.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < index.Folders.Count; i++)
        {
            if (seen.Add(index.Folders[i].Name.TrimEnd('/')))
                Folder(index.Folders[i], entries[i], files.GetValueOrDefault(index.Folders[i].Name.TrimEnd('/'), []));
        }
    }

    private void Folder(IndexedFolder folder, Fields entry, List<string> files)
    {
        if (files.Count == 0)
        {
            report.Add(R.FolderIsThere, entry.Map.Find("name")!.Value, entry.PathOf("name"), $"The folder '{DocumentNode.Short(folder.Name)}' holds no test.", "Write its tests before the index, or drop the entry.");
            return;
        }

        if (files.Count != folder.TestCount)
        {
            report.Add(R.FilesCounted, entry.Map.Find("test_count")!.Value, entry.PathOf("test_count"), $"says {folder.TestCount}, and '{DocumentNode.Short(folder.Name)}' holds {files.Count}.");
            return;
        }

        var said = files.Select(file => plan.Test(file)?.Criticality).ToList();
        if (said.Any(criticality => criticality is null))
            return; // what cannot be read was reported there
        (string Key, int Count)[] counts = [("critical", folder.Critical), ("high", folder.High), ("mid", folder.Mid), ("low", folder.Low)];
        foreach (var (key, count) in counts)
        {
            var found = said.Count(criticality => criticality == key);
            if (found != count)
                report.Add(R.FileCriticalities, entry.Map.Find(key)!.Value, entry.PathOf(key), $"says {count}, and {found} of the tests in '{DocumentNode.Short(folder.Name)}' {(found == 1 ? "is" : "are")} {key}.");
        }
    }
}
