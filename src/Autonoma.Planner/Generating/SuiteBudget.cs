namespace Autonoma.Planner.Generating;

/// <summary>How many tests of each tier a suite holds: 50-60 % of the core, 25-30 % of what supports it, 15-20 % of the rest.</summary>
internal static class SuiteBudget
{
    /// <summary>Share of each tier that is aimed at, in percent.</summary>
    public static IReadOnlyList<int> Shares { get; } = [55, 28, 17];

    /// <summary>Least and most of each tier, in percent.</summary>
    public static IReadOnlyList<(int Least, int Most)> Bounds { get; } = [(50, 60), (25, 30), (15, 20)];

    /// <summary>Fewest tests of a suite: two for each feature.</summary>
    public static int Least(int features) => 2 * features;

    /// <summary>How many tests an application of that size asks for.</summary>
    /// <param name="features">Features, routes that answer data included.</param>
    /// <param name="drafts">Tests that there are.</param>
    public static int Wanted(int features, int drafts) => Math.Min(drafts, features < 5 ? Math.Max(40, 12 * features) : Math.Clamp(Least(features) + features + 24, 60, 400));

    /// <summary>How many of each tier, given how many there are: the aimed share where there is enough, the rest from the others.</summary>
    /// <param name="wanted">Tests that are wanted.</param>
    /// <param name="supply">Drafts of each tier.</param>
    public static int[] Quotas(int wanted, IReadOnlyList<int> supply)
    {
        var quotas = new int[3];
        for (var tier = 0; tier < 3; tier++)
            quotas[tier] = Math.Min(supply[tier], wanted * Shares[tier] / 100);
        // What one tier lacks is taken from the others up to their most, and past it only when the suite would be smaller than it must be.
        for (var pass = 0; pass < 2; pass++)
        {
            for (var tier = 0; tier < 3; tier++)
            {
                var most = pass == 0 ? wanted * Bounds[tier].Most / 100 : wanted;
                quotas[tier] += Math.Clamp(Math.Min(wanted - quotas.Sum(), Math.Min(most, supply[tier]) - quotas[tier]), 0, wanted);
            }
        }

        return quotas;
    }

    /// <summary>The drafts that a suite begins with, the most telling of each tier, spread over pages; and those in reserve, in their order.</summary>
    public static (List<TestDraft> Chosen, List<TestDraft> Reserve) Choose(IReadOnlyList<TestDraft> drafts, int wanted)
    {
        var tiers = Enumerable.Range(1, 3).Select(tier => Ordered(drafts.Where(draft => draft.Tier == tier))).ToList();
        var quotas = Quotas(wanted, [.. tiers.Select(tier => tier.Count)]);
        return ([.. tiers.SelectMany((tier, i) => tier.Take(quotas[i]))], [.. tiers.SelectMany((tier, i) => tier.Skip(quotas[i])).OrderBy(draft => draft.Rank)]);
    }

    /// <summary>The first test of every feature before the second of any: when the time is up, no feature is without.</summary>
    public static IReadOnlyList<TestDraft> InTurns(IReadOnlyList<TestDraft> drafts)
        => [.. drafts.GroupBy(draft => draft.Test.Flow, StringComparer.Ordinal).SelectMany(feature => feature.Select((draft, turn) => (Draft: draft, Turn: turn))).OrderBy(next => next.Turn).Select(next => next.Draft)];

    // By worth; of equal worth the first of each page and kind before the second of any.
    private static List<TestDraft> Ordered(IEnumerable<TestDraft> drafts)
        => [.. drafts.GroupBy(draft => (draft.Page, draft.Kind, draft.Subject)).SelectMany(group => group.OrderBy(draft => draft.Rank).Select((draft, i) => (Draft: draft, Turn: i))).OrderBy(pair => pair.Draft.Rank + (pair.Turn / 4)).ThenBy(pair => pair.Turn).Select(pair => pair.Draft)];
}
