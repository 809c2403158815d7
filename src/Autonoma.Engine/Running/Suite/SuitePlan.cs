using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Reporting;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Running.Suite;

/// <summary>Which tests a process runs, in which order, under which names. The same input gives the same plan on every machine.</summary>
public static class SuitePlan
{
    /// <summary>A browser context and a page load cost about as much as this many steps.</summary>
    private const int FixedCost = 4;

    /// <summary>Lists the tests, each as often as asked, with names that are unique and stable.</summary>
    public static IReadOnlyList<SuiteTest> Of(IReadOnlyList<TestCase> tests, int repeatEach = 1)
    {
        ArgumentNullException.ThrowIfNull(tests);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var list = new List<SuiteTest>();
        foreach (var test in tests)
        {
            var name = test.RelativePath.Length > 0 ? System.IO.Path.ChangeExtension(test.RelativePath, null) : test.Title;
            for (var repetition = 1; repetition <= repeatEach; repetition++)
                list.Add(new(FolderNames.Unique(repetition == 1 ? name : $"{name}-repeat{repetition}", taken), test, repetition));
        }

        return list;
    }

    /// <summary>
    /// The tests of one shard, in their order. Shards get about the same number of steps; which test goes where depends on the tests alone.
    /// </summary>
    /// <param name="tests">All tests.</param>
    /// <param name="index">From 1.</param>
    /// <param name="count">Number of shards.</param>
    /// <exception cref="UserInputException">The index is not one of 1 to <paramref name="count"/>.</exception>
    public static IReadOnlyList<TestCase> Shard(IReadOnlyList<TestCase> tests, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(tests);
        if (count < 1 || index < 1 || index > count)
            throw new UserInputException($"A shard is I/N with I from 1 to N, and '{index}/{count}' is none.");
        var load = new long[count];
        var mine = new HashSet<int>();
        // The heaviest first, each to the lightest shard: no shard is heavier than the mean by more than one test.
        foreach (var i in Enumerable.Range(0, tests.Count).OrderByDescending(i => Cost(tests[i])).ThenBy(i => tests[i].RelativePath, StringComparer.Ordinal).ThenBy(i => i))
        {
            var shard = Array.IndexOf(load, load.Min());
            load[shard] += Cost(tests[i]);
            if (shard == index - 1)
                mine.Add(i);
        }

        return [.. tests.Where((_, i) => mine.Contains(i))];
    }

    private static int Cost(TestCase test) => FixedCost + test.Setup.Count + test.Steps.Count;
}
