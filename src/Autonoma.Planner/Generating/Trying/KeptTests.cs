namespace Autonoma.Planner.Generating.Trying;

/// <summary>Keeps what passes twice, each time on fresh data. Whatever fails once is dropped as it is: no assertion is ever made weaker.</summary>
/// <param name="trial">Runs tests.</param>
/// <param name="time">The clock.</param>
public sealed class KeptTests(ITestTrial trial, TimeProvider time)
{
    /// <summary>What passed twice, and what did not, with reasons.</summary>
    /// <param name="chosen">Drafts that are wanted.</param>
    /// <param name="reserve">Drafts that take the place of those that are dropped, of the same tier.</param>
    /// <param name="limit">Time for all of it.</param>
    /// <param name="say">Told how it goes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(List<TestDraft> Kept, List<DroppedTest> Dropped)> RunAsync(IReadOnlyList<TestDraft> chosen, IReadOnlyList<TestDraft> reserve, TimeSpan limit, Action<string> say, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(reserve);
        ArgumentNullException.ThrowIfNull(say);
        var started = time.GetTimestamp();
        var kept = new List<TestDraft>();
        var dropped = new List<DroppedTest>();
        var waiting = reserve.ToList();
        var batch = chosen.ToList();
        for (var round = 0; round < 3 && batch.Count > 0; round++)
        {
            var failed = new List<TestDraft>();
            var passing = batch;
            for (var run = 1; run <= 2 && passing.Count > 0; run++)
            {
                say($"Running {passing.Count} tests{(run == 2 ? " again" : round > 0 ? " in place of those that were dropped" : "")}.");
                var outcomes = await OnceAsync(passing, limit - time.GetElapsedTime(started), cancellationToken).ConfigureAwait(false);
                var next = new List<TestDraft>();
                for (var i = 0; i < passing.Count; i++)
                {
                    if (outcomes[i] is { Passed: true })
                    {
                        next.Add(passing[i]);
                        continue;
                    }

                    failed.Add(passing[i]);
                    var reason = outcomes[i] is { } outcome ? $"It failed when it was run {(run == 1 ? "for the first time" : "again")}: {outcome.Reason}" : run == 1 ? "It was not run: the time for running tests was up." : "It passed once and was not run again: the time for running tests was up.";
                    dropped.Add(new(passing[i].Test.Title, passing[i].Folder, reason, passing[i].Test.Write()));
                }

                passing = next;
            }

            kept.AddRange(passing);
            // Each tier gets back what it lost.
            batch = [.. failed.GroupBy(draft => draft.Tier).SelectMany(lost => waiting.Where(draft => draft.Tier == lost.Key).Take(lost.Count()))];
            waiting = [.. waiting.Except(batch)];
            if (time.GetElapsedTime(started) >= limit)
                break;
        }

        return (kept, dropped);
    }

    private async Task<TrialOutcome?[]> OnceAsync(List<TestDraft> drafts, TimeSpan left, CancellationToken cancellationToken)
    {
        if (left <= TimeSpan.Zero)
            return new TrialOutcome?[drafts.Count];
        var tests = drafts.Select((draft, i) => new TrialTest(FormattableString.Invariant($"{draft.Folder}/{i:0000}.md"), draft.Test.Write())).ToList();
        var outcomes = (await trial.RunAsync(tests, left, cancellationToken).ConfigureAwait(false)).ToDictionary(outcome => outcome.Path, StringComparer.Ordinal);
        return [.. tests.Select(test => outcomes.GetValueOrDefault(test.Path))];
    }
}
