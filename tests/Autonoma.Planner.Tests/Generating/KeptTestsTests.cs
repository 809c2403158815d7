using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Exploring;
using Autonoma.Planner.Generating;
using Autonoma.Planner.Generating.Trying;
using Autonoma.TestKit;

namespace Autonoma.Planner.Tests.Generating;

/// <summary>What passes twice is kept; a slow machine gets more time only where the suite were too small without it.</summary>
public sealed class KeptTestsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private readonly ManualTime _time = new(DateTimeOffset.UnixEpoch);
    private readonly List<string> _said = [];

    [Fact]
    public async Task TestThatFailsTheSecondTime_IsDropped_AndTheNextOfItsTierTakesItsPlace()
    {
        var trial = new Slow(_time, TimeSpan.FromSeconds(1)) { Failing = { ("B", 2) } };

        var (kept, dropped) = await RunAsync(trial, least: 0, ["A", "B"], ["C", "D"]);

        kept.Select(draft => draft.Test.Title).ShouldBe(["A", "C"]);
        dropped.ShouldHaveSingleItem().Reason.ShouldStartWith("It failed when it was run again");
    }

    [Fact]
    public async Task EnoughTests_TheTimeIsUp_TheRestIsDroppedWithTheReason()
    {
        var (kept, dropped) = await RunAsync(new(_time, TimeSpan.FromMinutes(1)), least: 1, ["A", "B", "C"], []);

        kept.Count.ShouldBe(1);
        dropped.Count.ShouldBe(2);
        dropped.ShouldAllBe(test => test.Reason.Contains("was not run again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TimeForAHundredRuns_OfEightyTests_KeepsFortyThatPassedTwice_AndNotTwenty()
    {
        var titles = Enumerable.Range(1, 80).Select(number => $"T{number}").ToArray();

        var (kept, dropped) = await RunAsync(new(_time, Limit / 100), least: 0, titles, []);

        kept.Select(draft => draft.Test.Title).ShouldBe(titles.Take(40));
        dropped.Count.ShouldBe(40);
    }

    [Fact]
    public void InTurns_TheFirstOfEveryFeature_ComesBeforeTheSecondOfAny()
    {
        TestDraft Of(string flow, string title) => Draft(title) with { Test = Draft(title).Test with { Flow = flow } };

        SuiteBudget.InTurns([Of("Boats", "B1"), Of("Boats", "B2"), Of("Boats", "B3"), Of("Crews", "C1"), Of("Crews", "C2"), Of("Tides", "T1")])
            .Select(draft => draft.Test.Title).ShouldBe(["B1", "C1", "T1", "B2", "C2", "B3"]);
    }

    [Fact]
    public async Task TooFewTests_TheTimeIsUp_ThereIsMoreUntilThereAreEnough()
    {
        var trial = new Slow(_time, TimeSpan.FromMinutes(1));

        var (kept, dropped) = await RunAsync(trial, least: 3, ["A", "B", "C", "D"], []);

        kept.Count.ShouldBe(3);
        dropped.ShouldHaveSingleItem();
        _said.ShouldContain(line => line.Contains("there was no time", StringComparison.Ordinal));
        trial.Ran.CountBy(title => title).ShouldAllBe(pair => pair.Value <= 2, "what passed once is run once more, not twice");
    }

    [Fact]
    public async Task MachineThatIsFarTooSlow_EndsAllTheSame()
    {
        var (kept, dropped) = await RunAsync(new(_time, TimeSpan.FromMinutes(5)), least: 3, ["A", "B", "C"], []);

        kept.ShouldBeEmpty();
        dropped.Count.ShouldBe(3);
        _time.GetUtcNow().ShouldBe(DateTimeOffset.UnixEpoch + (3 * Limit));
    }

    private Task<(List<TestDraft> Kept, List<DroppedTest> Dropped)> RunAsync(Slow trial, int least, string[] chosen, string[] reserve)
        => new KeptTests(trial, _time).RunAsync([.. chosen.Select(Draft)], [.. reserve.Select(Draft)], least, Limit, _said.Add, TestContext.Current.CancellationToken);

    private static TestDraft Draft(string title) => new(
        new() { Title = title, Description = title, Flow = "Boats", Scenario = null, Criticality = Criticality.High, Category = "A", Url = "/boats", Steps = ["Click \"Petrel\""], Expected = ["It is shown."], MightCatch = "A break." },
        "boats", 1, 0, "/boats", ExperimentKind.Link, title, "");

    /// <summary>Each test takes so long; one that would end after the limit is not reached.</summary>
    private sealed class Slow(ManualTime time, TimeSpan each) : ITestTrial
    {
        private readonly Dictionary<string, int> _runs = [];

        public HashSet<(string Title, int Run)> Failing { get; } = [];

        public List<string> Ran { get; } = [];

        public Task<IReadOnlyList<TrialOutcome>> RunAsync(IReadOnlyList<TrialTest> tests, TimeSpan limit, CancellationToken cancellationToken)
        {
            var outcomes = new List<TrialOutcome>();
            var used = TimeSpan.Zero;
            foreach (var test in tests)
            {
                if (used + each > limit)
                {
                    time.Advance(limit - used);
                    break;
                }

                used += each;
                time.Advance(each);
                var title = test.Text.Split('\n').First(line => line.StartsWith("title:", StringComparison.Ordinal))[6..].Trim(' ', '"');
                Ran.Add(title);
                _runs[title] = _runs.GetValueOrDefault(title) + 1;
                outcomes.Add(new(test.Path, !Failing.Contains((title, _runs[title])), "as the test says"));
            }

            return Task.FromResult<IReadOnlyList<TrialOutcome>>(outcomes);
        }
    }
}
