using System.Globalization;
using System.Text;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Generating.Drafting;

namespace Autonoma.Planner.Generating;

/// <summary>The files of a suite: tests in the folders of their features, a brief for each folder, and the index.</summary>
internal static class SuiteFiles
{
    /// <summary>Fewest tests that a folder within a folder holds; with fewer they lie in the folder above.</summary>
    private const int FewestInPart = 3;

    /// <summary>Paths below qa-tests and the drafts that lie there.</summary>
    public static IReadOnlyList<(string Path, TestDraft Draft)> Place(IReadOnlyList<TestDraft> kept)
    {
        var counts = kept.GroupBy(draft => draft.Folder).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var placed = new List<(string, TestDraft)>();
        foreach (var draft in kept.OrderBy(draft => draft.Folder, StringComparer.Ordinal).ThenBy(draft => draft.Rank))
        {
            var folder = draft.Folder.Contains('/', StringComparison.Ordinal) && counts[draft.Folder] < FewestInPart ? draft.Folder[..draft.Folder.LastIndexOf('/')] : draft.Folder;
            var number = numbers[folder] = numbers.GetValueOrDefault(folder) + 1;
            placed.Add(($"{folder}/{number.ToString("000", CultureInfo.InvariantCulture)}-{Slug(draft.Test.Title)}.md", draft));
        }

        return placed;
    }

    /// <summary>A brief for each folder of features.</summary>
    public static IEnumerable<(string Path, FolderBrief Brief)> Briefs(IReadOnlyList<(string Path, TestDraft Draft)> placed)
    {
        foreach (var group in placed.GroupBy(file => Folder(file.Path)).Where(group => group.Key != "journey"))
        {
            var drafts = group.Select(file => file.Draft).ToList();
            var body = new StringBuilder("# What is tested here\n\n");
            foreach (var subject in drafts.GroupBy(draft => draft.Subject).OrderBy(subjects => subjects.Key, StringComparer.Ordinal))
                body.Append(CultureInfo.InvariantCulture, $"- {OneLine(subject.Key)}: {string.Join(", ", subject.Select(draft => draft.Kind.ToString().ToLowerInvariant()).Distinct(StringComparer.Ordinal))}\n");
            yield return ($"{group.Key}/brief.md", new()
            {
                Feature = drafts[0].Test.Flow,
                Flow = drafts[0].Test.Flow,
                Tier = drafts.Min(draft => draft.Tier),
                Navigation = string.Join(", ", drafts.Select(draft => draft.Page).Distinct(StringComparer.Ordinal).Take(6)),
                Body = body.ToString(),
            });
        }
    }

    /// <summary>The index; every number is counted.</summary>
    /// <param name="placed">The tests in their places.</param>
    /// <param name="features">The features.</param>
    /// <param name="body">Text below the front matter.</param>
    public static TestIndex Index(IReadOnlyList<(string Path, TestDraft Draft)> placed, FeatureMap features, string body)
    {
        var folders = placed.GroupBy(file => Folder(file.Path)).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
        {
            int Of(Criticality criticality) => group.Count(file => file.Draft.Test.Criticality == criticality);
            var subjects = string.Join(", ", group.Select(file => OneLine(file.Draft.Subject)).Distinct(StringComparer.Ordinal).Take(4));
            return new IndexedFolder(group.Key, subjects.Length > 0 ? subjects : group.Key, Of(Criticality.Critical), Of(Criticality.High), Of(Criticality.Mid), Of(Criticality.Low));
        }).ToList();
        var count = features.Features.Count;
        return new()
        {
            Folders = folders,
            RoutesOrFeatures = count,
            ExpectedMinimum = Math.Min(SuiteBudget.Least(count), placed.Count),
            ExpectedMaximum = Math.Max(placed.Count, Math.Max(70, 8 * count)),
            Body = body,
        };
    }

    /// <summary>A title as a part of a path.</summary>
    private static string Slug(string title)
    {
        var slug = PlanFolder.Slug(title);
        return slug.Length == 0 ? "test" : slug.Length <= 60 ? slug : slug[..60].TrimEnd('-');
    }

    private static string Folder(string path) => path[..path.LastIndexOf('/')];

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
