using Autonoma.Planner.Artifacts.Text;

namespace Autonoma.Planner.Artifacts;

/// <summary>What <c>qa-tests/INDEX.md</c> says: how the tests are spread. Written last by step 6.</summary>
public sealed record TestIndex
{
    /// <summary>The folders, sub-folders counted on their own or with the folder above them.</summary>
    public required IReadOnlyList<IndexedFolder> Folders { get; init; }

    /// <summary>Number of routes or features that the tests are meant to cover; that of features.json at least.</summary>
    public required int RoutesOrFeatures { get; init; }

    /// <summary>Fewest tests that would do.</summary>
    public required int ExpectedMinimum { get; init; }

    /// <summary>Most tests that make sense.</summary>
    public required int ExpectedMaximum { get; init; }

    /// <summary>Markdown below the front matter: tiers, flows, categories, priorities, the review.</summary>
    public string Body { get; init; } = "";

    /// <summary>How many tests there are.</summary>
    public int TotalTests => Folders.Sum(folder => folder.TestCount);

    /// <summary>The text of the file; all totals are counted.</summary>
    public string Write() => new FrontMatterText().Add("total_tests", TotalTests).Add("total_folders", Folders.Count)
        .AddEach("folders", Folders, (entry, folder) => entry.Add("name", folder.Name).Add("description", folder.Description).Add("test_count", folder.TestCount)
            .Add("critical", folder.Critical).Add("high", folder.High).Add("mid", folder.Mid).Add("low", folder.Low))
        .AddGroup("coverage_correlation", group => group.Add("routes_or_features", RoutesOrFeatures).Add("expected_test_range_min", ExpectedMinimum).Add("expected_test_range_max", ExpectedMaximum))
        .End(Body);
}

/// <summary>A folder of tests.</summary>
/// <param name="Name">Path relative to qa-tests, forward slashes.</param>
/// <param name="Description">What its tests are about.</param>
/// <param name="Critical">Tests of that criticality.</param>
/// <param name="High">Tests of that criticality.</param>
/// <param name="Mid">Tests of that criticality.</param>
/// <param name="Low">Tests of that criticality.</param>
public sealed record IndexedFolder(string Name, string Description, int Critical, int High, int Mid, int Low)
{
    /// <summary>How many tests it holds.</summary>
    public int TestCount => Critical + High + Mid + Low;
}
