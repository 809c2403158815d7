namespace Autonoma.EndToEnd.Tests.SampleShop;

/// <summary>The table of <c>samples/Shop/bugs.md</c>: which test catches which bug.</summary>
internal static class SeededBugTable
{
    /// <summary>Number of the bug, and the test's path inside the suite.</summary>
    public static IReadOnlyList<(int Bug, string Test)> Rows { get; } =
        [.. File.ReadLines(Path.Combine(RepositoryPaths.Root, "samples", "Shop", "bugs.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 5 && int.TryParse(cells[1], out _))
            .Select(cells => (int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), cells[3].Trim('`')))];
}
