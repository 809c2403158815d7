using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Generating.Drafting;
using Autonoma.Planner.Generating.Reviewing;
using Autonoma.Planner.Generating.Trying;

namespace Autonoma.Planner.Generating;

/// <summary>A suite, ready to be written.</summary>
/// <param name="Files">Paths below qa-tests and their texts: tests, then briefs.</param>
/// <param name="Index">INDEX.md.</param>
/// <param name="Notes">Paths below qa-tests/.scratchpad and their texts: the review, what was dropped.</param>
/// <param name="Kept">Tests that were kept.</param>
/// <param name="Dropped">Tests that were not, with reasons.</param>
public sealed record GeneratedSuite(IReadOnlyList<(string Path, string Text)> Files, TestIndex Index, IReadOnlyList<(string Path, string Text)> Notes, IReadOnlyList<TestDraft> Kept, IReadOnlyList<DroppedTest> Dropped);

/// <summary>
/// From an exploration to a suite: every experiment is a test, the most telling ones are chosen by tier, what they leave out is filled up, all of them
/// are run twice, and what passes both times is kept.
/// </summary>
/// <param name="trial">Runs tests against the application.</param>
/// <param name="time">The clock.</param>
public sealed class SuiteGenerator(ITestTrial trial, TimeProvider time)
{
    /// <summary>Told how it goes.</summary>
    public Action<string> Say { get; init; } = _ => { };

    /// <summary>Generates.</summary>
    /// <param name="request">What from.</param>
    /// <param name="limit">Time for running tests.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<GeneratedSuite> RunAsync(SuiteRequest request, TimeSpan limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var drafter = new TestDrafter(request);
        var (drafts, refused) = DraftRules.Sort(drafter.Draft());
        var features = drafter.Features;
        var wanted = request.Wanted ?? SuiteBudget.Wanted(features.Features.Count, drafts.Count);
        var (chosen, reserve) = SuiteBudget.Choose(drafts, wanted);
        var fill = SuiteReview.Fill(chosen, reserve).Take(Math.Max(4, wanted / 10)).ToList();
        Say($"{drafts.Count} tests drafted, {chosen.Count} chosen, {fill.Count} more that fill gaps.");
        var (kept, dropped) = await new KeptTests(trial, time).RunAsync(SuiteBudget.InTurns([.. chosen, .. fill]), [.. reserve.Except(fill)], request.Topic is null ? SuiteBudget.Least(features.Features.Count) : 0, limit, Say, cancellationToken).ConfigureAwait(false);
        dropped = [.. refused, .. dropped];
        var placed = SuiteFiles.Place(kept);
        var gaps = SuiteReview.Run(kept, request.Exploration, dropped, features);
        var index = SuiteFiles.Index(placed, features, ReviewText.Index(kept, features, wanted, gaps, fill.Intersect(kept).Count(), dropped.Count));
        return new(
            [.. placed.Select(file => (file.Path, file.Draft.Test.Write())), .. SuiteFiles.Briefs(placed).Select(brief => (brief.Path, brief.Brief.Write()))],
            index,
            [("review.md", ReviewText.Gaps(gaps, fill.Intersect(kept).Count())), ("dropped-tests.md", ReviewText.Dropped(dropped)), ("feature-inventory.md", Exploring.Writing.InventoryText.Write(request.Exploration))],
            kept,
            dropped);
    }
}
