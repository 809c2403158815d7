using System.Diagnostics;
using System.Globalization;

namespace Autonoma.Planning;

/// <summary>Runs the suite against the shop as it is, and then against the shop with each of its seeded bugs.</summary>
/// <param name="shop">The shop and its suite.</param>
/// <param name="only">Folder of the suite that is run; null for all of it.</param>
internal sealed class BugHunt(PlannedShop shop, string? only)
{
    /// <summary>True when the healthy shop passes and at least three of four bugs are caught.</summary>
    /// <param name="bugs">Bugs to try.</param>
    /// <param name="known">How many there are.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<bool> RunAsync(IReadOnlyList<int> bugs, int known, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await using (await shop.StartAsync(0, cancellationToken))
        {
            var (passed, failed) = await shop.TestAsync(only, stopAtFirst: false, cancellationToken);
            Report.Line("passing tests", string.Create(CultureInfo.InvariantCulture, $"{passed} of {passed + failed.Count} once more on the healthy shop{(only is null ? " (asked: all, at least 60)" : $", of {only}")}, {clock.Elapsed.TotalMinutes:0.0} minutes, load {Report.Load()}"));
            foreach (var test in failed)
                Report.Line("", $"{test.Status}: {test.File}: {test.Reason}");
            if (failed.Count > 0 || (only is null && passed < 60))
                return false;
        }

        if (bugs.Count == 0)
        {
            Report.Line("seeded bugs caught", "not measured: --bugs none");
            return true;
        }

        var caught = 0;
        foreach (var bug in bugs)
        {
            clock.Restart();
            var by = await CatchAsync(bug, cancellationToken);
            caught += by is null ? 0 : 1;
            Report.Line($"  bug {bug}", string.Create(CultureInfo.InvariantCulture, $"{(by is null ? "not caught" : $"caught by {by.File}: {by.Reason}")} ({clock.Elapsed.TotalSeconds:0} s)"));
        }

        Report.Line("seeded bugs caught", string.Create(CultureInfo.InvariantCulture, $"{caught} of {bugs.Count} ({100.0 * caught / bugs.Count:0} %; asked: at least 75 %){(bugs.Count < known ? $"; {known - bugs.Count} others were not tried" : "")}"));
        return caught * 4 >= bugs.Count * 3;
    }

    // What fails must fail again by itself: then it is the bug, and no accident of the machine. Only where it does not is the rest of the suite run too.
    private async Task<FailedTest?> CatchAsync(int bug, CancellationToken cancellationToken)
    {
        await using var running = await shop.StartAsync(bug, cancellationToken);
        foreach (var stopAtFirst in (bool[])[true, false])
        {
            var (_, failed) = await shop.TestAsync(only, stopAtFirst, cancellationToken);
            if (failed.Count == 0)
                return null;
            foreach (var test in failed)
            {
                if ((await shop.TestAsync(Path.Combine(only ?? "", test.File), stopAtFirst: true, cancellationToken)).Failed.Count > 0)
                    return test;
            }
        }

        return null;
    }
}
