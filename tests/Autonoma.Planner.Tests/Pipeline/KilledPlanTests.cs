using System.Diagnostics;
using System.Globalization;
using Autonoma.Planner.KilledPlan;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Pipeline.State;

namespace Autonoma.Planner.Tests.Pipeline;

/// <summary>A plan made by a process of its own that is killed at a moment of its files, and gone on with by another.</summary>
public sealed class KilledPlanTests : PlanFixture
{
    [Fact]
    public async Task Plan_KilledAtAnyWriteOfItsState_IsGoneOnWithToTheSameFiles()
    {
        var whole = NewRepository();
        var (_, said) = await KillAsync(whole, int.MaxValue);
        said[0].ShouldBe("Complete");
        var expected = Tree(whole);
        // What says where the plan is: sentinels, acknowledgements, seals, the snapshot. The files of the steps are in the other test.
        var state = said.Skip(1).Select((moment, i) => (Number: i + 1, Text: moment)).Where(moment => moment.Text.StartsWith("Done ", StringComparison.Ordinal) && (moment.Text.Contains("/.seals/", StringComparison.Ordinal) || Path.GetFileName(moment.Text).StartsWith('.'))).ToList();
        state.Count.ShouldBeGreaterThan(25);

        await Parallel.ForEachAsync(state, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Stop }, async (moment, _) =>
        {
            var repository = NewRepository();
            var (code, output) = await KillAsync(repository, moment.Number);
            code.ShouldNotBe(0, $"{moment} {string.Join('\n', output)}");
            await GoOnAsync(repository, expected, moment.Text);
        });
    }

    [Fact]
    public async Task Plan_StoppedAtAnyMomentOfAnyFile_IsGoneOnWithToTheSameFiles()
    {
        var counting = new StoppingFiles(int.MaxValue) { IsFlushed = false };
        var whole = NewRepository();
        (await Pipeline(whole, counting).RunAsync(new(), Stop)).End.ShouldBe(PlanEnd.Complete);
        var expected = Tree(whole);
        counting.Moments.ShouldBeGreaterThan(60, "two for each file and seal");

        for (var moment = 1; moment <= counting.Moments; moment++)
        {
            var repository = NewRepository();
            await Should.ThrowAsync<StoppedException>(() => Pipeline(repository, new StoppingFiles(moment) { IsFlushed = false }).RunAsync(new(), Stop));
            await GoOnAsync(repository, expected, $"moment {moment}");
        }
    }

    private async Task GoOnAsync(string repository, IReadOnlyDictionary<string, string> expected, string when)
    {
        var outcome = await Pipeline(repository, new() { IsFlushed = false }).RunAsync(new() { Resume = true }, Stop);
        outcome.End.ShouldBe(PlanEnd.Complete, $"{when}: {outcome.Message} {string.Join(' ', outcome.Problems)}");
        Tree(repository).ShouldBe(expected, when);
    }

    private PlanPipeline Pipeline(string repository, DurableFiles disk) => new(Options with { Folder = new(Path.Combine(repository, "autonoma")), Proof = new WorkingEndpoint(), Watch = _ => { }, Disk = disk });

    private string NewRepository()
    {
        var repository = Path.Combine(Repository, Guid.NewGuid().ToString("N"));
        WriteCode(repository);
        return repository;
    }

    private static async Task<(int Code, string[] Output)> KillAsync(string repository, int moment)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Autonoma.Planner.KilledPlan.exe" : "Autonoma.Planner.KilledPlan"), [Path.Combine(repository, "autonoma"), Secret, moment.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    private sealed class StoppedException : Exception;

    private sealed class StoppingFiles(int last) : DurableFiles
    {
        public int Moments { get; private set; }

        protected override void At(DurableMoment moment, string path)
        {
            if (++Moments == last)
                throw new StoppedException();
        }
    }
}
