namespace Autonoma.Planner.Generating.Trying;

/// <summary>Keeps what passes twice, each time on fresh data. Whatever fails once is dropped as it is: no assertion is ever made weaker.</summary>
/// <param name="trial">Runs tests.</param>
/// <param name="time">The clock.</param>
public sealed class KeptTests(ITestTrial trial, TimeProvider time)
{
    private const int Runs = 2;

    /// <summary>How many tests are run twice before the next are begun: when the time is up, nearly all that was run was run twice.</summary>
    private const int Portion = 40;

    /// <summary>How many times the limit a slow machine gets, when without that the suite were smaller than it must be.</summary>
    private const int Patience = 3;

    /// <summary>What passed twice, and what did not, with reasons.</summary>
    /// <param name="chosen">Drafts that are wanted, in the order in which they are tried.</param>
    /// <param name="reserve">Drafts that take the place of those that are dropped, of the same tier.</param>
    /// <param name="least">Fewer tests are no suite: until there are so many, what was not reached in time is run all the same, for up to three times the limit.</param>
    /// <param name="limit">Time for all of it.</param>
    /// <param name="say">Told how it goes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(List<TestDraft> Kept, List<DroppedTest> Dropped)> RunAsync(IReadOnlyList<TestDraft> chosen, IReadOnlyList<TestDraft> reserve, int least, TimeSpan limit, Action<string> say, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(reserve);
        ArgumentNullException.ThrowIfNull(say);
        var started = time.GetTimestamp();
        var found = new Found();
        var waiting = reserve.ToList();
        var batch = chosen.Select(draft => (Draft: draft, Passed: 0)).ToList();
        for (var round = 0; round < 3 && batch.Count > 0 && time.GetElapsedTime(started) < limit; round++)
        {
            var failed = new List<TestDraft>();
            foreach (var portion in batch.Chunk(Portion))
                failed.AddRange(await TwiceAsync([.. portion], round > 0 ? " in place of those that were dropped" : "", found, () => limit - time.GetElapsedTime(started), say, cancellationToken).ConfigureAwait(false));
            // Each tier gets back what it lost.
            batch = [.. failed.GroupBy(draft => draft.Tier).SelectMany(lost => waiting.Where(draft => draft.Tier == lost.Key).Take(lost.Count())).Select(draft => (draft, 0))];
            waiting = [.. waiting.Except(batch.Select(next => next.Draft))];
        }

        while (found.Kept.Count < least && found.Open.Count > 0 && time.GetElapsedTime(started) < limit * Patience)
        {
            batch = [.. found.Open.OrderByDescending(open => open.Passed).Take(least - found.Kept.Count)];
            found.Open.RemoveAll(batch.Contains);
            await TwiceAsync(batch, ", for which there was no time", found, () => (limit * Patience) - time.GetElapsedTime(started), say, cancellationToken).ConfigureAwait(false);
        }

        found.Dropped.AddRange(found.Open.Select(open => Dropped(open.Draft, open.Passed == 0 ? "It was not run: the time for running tests was up." : "It passed once and was not run again: the time for running tests was up.")));
        return (found.Kept, found.Dropped);
    }

    // Those that failed; what passed as often as it must, and what there was no time for, is in what was found.
    private async Task<List<TestDraft>> TwiceAsync(List<(TestDraft Draft, int Passed)> batch, string why, Found found, Func<TimeSpan> left, Action<string> say, CancellationToken cancellationToken)
    {
        var failed = new List<TestDraft>();
        for (var run = 1; run <= Runs; run++)
        {
            var due = batch.Where(next => next.Passed == run - 1).ToList();
            if (due.Count == 0)
                continue;
            if (left() <= TimeSpan.Zero)
            {
                found.Open.AddRange(due);
                batch.RemoveAll(due.Contains);
                continue;
            }

            say($"Running {due.Count} tests{(run == Runs ? " again" : "")}{why}.");
            var outcomes = await OnceAsync(due, left(), cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < due.Count; i++)
            {
                batch.Remove(due[i]);
                switch (outcomes[i])
                {
                    case null:
                        found.Open.Add(due[i]);
                        break;
                    case { Passed: false } outcome:
                        failed.Add(due[i].Draft);
                        found.Dropped.Add(Dropped(due[i].Draft, $"It failed when it was run {(run == 1 ? "for the first time" : "again")}: {outcome.Reason}"));
                        break;
                    case { } when run == Runs:
                        found.Kept.Add(due[i].Draft);
                        break;
                    default:
                        batch.Add((due[i].Draft, run));
                        break;
                }
            }
        }

        return failed;
    }

    private static DroppedTest Dropped(TestDraft draft, string reason) => new(draft.Test.Title, draft.Folder, reason, draft.Test.Write());

    private async Task<TrialOutcome?[]> OnceAsync(List<(TestDraft Draft, int Passed)> due, TimeSpan left, CancellationToken cancellationToken)
    {
        var tests = due.Select((next, i) => new TrialTest(FormattableString.Invariant($"{next.Draft.Folder}/{i:0000}.md"), next.Draft.Test.Write())).ToList();
        var outcomes = (await trial.RunAsync(tests, left, cancellationToken).ConfigureAwait(false)).ToDictionary(outcome => outcome.Path, StringComparer.Ordinal);
        return [.. tests.Select(test => outcomes.GetValueOrDefault(test.Path))];
    }

    private sealed class Found
    {
        public List<TestDraft> Kept { get; } = [];

        public List<DroppedTest> Dropped { get; } = [];

        public List<(TestDraft Draft, int Passed)> Open { get; } = [];
    }
}
