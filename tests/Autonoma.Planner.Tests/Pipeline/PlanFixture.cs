using Autonoma.Planner.Folders;
using Autonoma.Planner.Gates;
using Autonoma.Planner.KilledPlan;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Pipeline.Review;
using Autonoma.Planner.Pipeline.State;

namespace Autonoma.Planner.Tests.Pipeline;

/// <summary>A repository of its own with a plan in it.</summary>
public abstract class PlanFixture : IDisposable
{
    protected const string Secret = "a key that several machines share, for tests";

    protected PlanFixture()
    {
        Repository = RealPath.Of(Directory.CreateTempSubdirectory("autonoma-plan").FullName);
        Folder = new(Path.Combine(Repository, "autonoma"));
        WriteCode(Repository);
    }

    protected string Repository { get; }

    protected PlanFolder Folder { get; }

    protected List<PlanEvent> Events { get; } = [];

    protected WorkingEndpoint Endpoint { get; } = new();

    protected SealKey Key { get; set; } = SealKey.Shared(Secret);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected PlanKeeper Keeper => PlanKeeper.Of(Folder, Key, new());

    protected PlanPipelineOptions Options => new() { Folder = Folder, Key = Key, Steps = TextStep.All, Reviewer = AdvanceReviewer.Always, Proof = Endpoint, Watch = Events.Add };

    public void Dispose()
    {
        Directory.Delete(Repository, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected static void WriteCode(string repository)
    {
        var handler = Path.Combine(repository, PlanTexts.HandlerFile);
        Directory.CreateDirectory(Path.GetDirectoryName(handler)!);
        File.WriteAllText(handler, PlanTexts.Handler);
    }

    protected Task<PlanOutcome> RunAsync(PlanRequest? request = null, PlanPipelineOptions? options = null) => new PlanPipeline(options ?? Options).RunAsync(request ?? new(), Stop);

    /// <summary>Runs until step <paramref name="number"/> waits to be looked at; 6 for the whole plan.</summary>
    protected async Task ReachAsync(int number)
    {
        var reviewer = new AdvanceReviewer([.. Enumerable.Range(1, number - 1)], isSeen: true);
        var outcome = await RunAsync(new() { Resume = true }, Options with { Reviewer = reviewer });
        outcome.End.ShouldBe(number == 6 ? PlanEnd.Complete : PlanEnd.AwaitingReview, $"{outcome.Message}\n{string.Join('\n', outcome.Problems)}");
        outcome.Step.Number.ShouldBe(number);
    }

    protected string At(string path) => Path.Combine(Folder.Root, path);

    protected void Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    /// <summary>Puts a file into its place as a program would that knows nothing of gates, and has it looked at.</summary>
    protected IReadOnlyList<string> Slip(string path, string text)
    {
        Put(path, text);
        return Codes(Keeper.Inspect(At(path)));
    }

    protected static IReadOnlyList<string> Codes(Placement placement) => [.. placement.Problems.Select(problem => problem.Code).Distinct()];

    /// <summary>Every file of a folder with what it holds, but those of the moment.</summary>
    protected static IReadOnlyDictionary<string, string> Tree(string folder)
        => new SortedDictionary<string, string>(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != ".pipeline.lock").ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText), StringComparer.Ordinal);
}
