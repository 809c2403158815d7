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
            var (isCaught, by) = await CatchAsync(bug, cancellationToken);
            caught += isCaught ? 1 : 0;
            var verdict = by is null ? "not caught" : isCaught ? $"caught by {by.File}: {by.Reason}" : $"not caught, but said: {by.Kind}: {by.Reason}";
            Report.Line($"  bug {bug}", string.Create(CultureInfo.InvariantCulture, $"{verdict} ({clock.Elapsed.TotalSeconds:0} s, load {Report.Load()})"));
        }

        Report.Line("seeded bugs caught", string.Create(CultureInfo.InvariantCulture, $"{caught} of {bugs.Count} ({100.0 * caught / bugs.Count:0} %; asked: at least 75 %){(bugs.Count < known ? $"; {known - bugs.Count} others were not tried" : "")}"));
        return caught * 4 >= bugs.Count * 3;
    }

    // What fails must fail again by itself: then it is the bug, and no accident of the machine. Only where it does not is the rest of the suite run too. A failure of the environment is said,
    // and is nobody's catch: the test that failed for it has claimed nothing.
    private async Task<(bool IsCaught, FailedTest? By)> CatchAsync(int bug, CancellationToken cancellationToken)
    {
        await using var running = await shop.StartAsync(bug, cancellationToken);
        FailedTest? said = null;
        foreach (var stopAtFirst in (bool[])[true, false])
        {
            var (_, failed) = await shop.TestAsync(only, stopAtFirst, cancellationToken);
            if (failed.Count == 0)
                break;
            said ??= failed.FirstOrDefault(test => !test.IsOfTheApp);
            foreach (var test in failed.Where(test => test.IsOfTheApp))
            {
                if ((await shop.TestAsync(Path.Combine(only ?? "", test.File), stopAtFirst: true, cancellationToken)).Failed.Any(again => again.IsOfTheApp))
                    return (true, test);
            }
        }

        return (false, said);
    }
}
