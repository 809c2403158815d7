using System.Globalization;
using System.Text;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Generating.Drafting;
using Autonoma.Planner.Generating.Trying;

namespace Autonoma.Planner.Generating.Reviewing;

/// <summary>Writes for people how a suite is spread, what it leaves out, and what was dropped.</summary>
internal static class ReviewText
{
    /// <summary>The text of INDEX.md below its front matter.</summary>
    public static string Index(IReadOnlyList<TestDraft> kept, FeatureMap features, int wanted, IReadOnlyList<Gap> gaps, int filled, int dropped)
    {
        var text = new StringBuilder("# Index of the tests\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{kept.Count} tests, each run twice on fresh data before it was kept.\n\n");
        text.Append("## Tiers\n\n| Tier | Tests | Share | Planned |\n| --- | --- | --- | --- |\n");
        for (var tier = 1; tier <= 3; tier++)
            text.Append(CultureInfo.InvariantCulture, $"| {tier} {Tier(tier)} | {kept.Count(draft => draft.Tier == tier)} | {100.0 * kept.Count(draft => draft.Tier == tier) / Math.Max(1, kept.Count):0} % | {SuiteBudget.Bounds[tier - 1].Least}-{SuiteBudget.Bounds[tier - 1].Most} % |\n");
        text.Append(CultureInfo.InvariantCulture, $"\nOf tier 1, {kept.Count(draft => draft.Test.Category == "Journey")} are journeys.\n\n");
        text.Append("## Flows\n\n| Flow | Tier | Tests | Planned | Why |\n| --- | --- | --- | --- | --- |\n");
        foreach (var flow in kept.GroupBy(draft => draft.Test.Flow).OrderBy(flow => flow.Min(draft => draft.Tier)).ThenBy(flow => flow.Key, StringComparer.Ordinal))
        {
            var variations = flow.Select(draft => (draft.Kind, draft.Subject)).Distinct().Count();
            text.Append(CultureInfo.InvariantCulture, $"| {Cell(flow.Key)} | {flow.Min(draft => draft.Tier)} | {flow.Count()} | {Math.Max(1, wanted * SuiteBudget.Shares[flow.Min(draft => draft.Tier) - 1] / 100 * flow.Count() / Math.Max(1, kept.Count(draft => draft.Tier == flow.Min(other => other.Tier))))} | {variations} variations of what it offers |\n");
        }

        Count(text, "Categories", "Category", kept.GroupBy(draft => draft.Test.Category ?? ""));
        Count(text, "Priorities", "Priority", kept.GroupBy(draft => draft.Test.Criticality == Criticality.Mid ? "Medium" : draft.Test.Criticality.ToString()));
        text.Append(CultureInfo.InvariantCulture, $"\n## Review\n\n{gaps.Count + filled} gaps were found, {filled} of them filled with further tests; {gaps.Count(gap => gap.IsHigh)} of the {gaps.Count} that are left matter. ");
        text.Append(CultureInfo.InvariantCulture, $"{dropped} tests were dropped. Details: `.scratchpad/review.md` and `.scratchpad/dropped-tests.md`.\n");
        return text.ToString();
    }

    /// <summary>The report of the gaps.</summary>
    public static string Gaps(IReadOnlyList<Gap> gaps, int filled)
    {
        var text = new StringBuilder("# Review of the suite\n\nWhat was found in the application, against what the tests do and claim.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{filled} gaps were filled with further tests. These are left:\n");
        foreach (var high in (bool[])[true, false])
        {
            var own = gaps.Where(gap => gap.IsHigh == high).ToList();
            if (own.Count == 0)
                continue;
            text.Append(high ? "\n## Of high value\n\n" : "\n## Of lower value\n\n").Append("| What | Gap | Why it is left |\n| --- | --- | --- |\n");
            foreach (var gap in own)
                text.Append(CultureInfo.InvariantCulture, $"| {Cell(gap.Subject)} | {Cell(gap.Told)} | {Cell(gap.Answer)} |\n");
        }

        return text.ToString();
    }

    /// <summary>The report of what was dropped.</summary>
    public static string Dropped(IReadOnlyList<DroppedTest> dropped)
    {
        var text = new StringBuilder("# Tests that were dropped\n\nEach was run as it stands here; none was kept with a weaker assertion.\n");
        foreach (var test in dropped)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Cell(test.Title)}\n\nFolder `{test.Folder}`. {Cell(test.Reason)}\n");
            if (test.Text.Length > 0)
                text.Append("\n````markdown\n").Append(test.Text.TrimEnd()).Append("\n````\n");
        }

        return text.ToString();
    }

    private static void Count(StringBuilder text, string heading, string column, IEnumerable<IGrouping<string, TestDraft>> groups)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n| {column} | Tests |\n| --- | --- |\n");
        foreach (var group in groups.OrderBy(group => group.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| {Cell(group.Key)} | {group.Count()} |\n");
    }

    private static string Tier(int tier) => tier switch { 1 => "core", 2 => "supporting", _ => "the rest" };

    private static string Cell(string text) => string.Join(' ', text.Replace("|", "\\|", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
