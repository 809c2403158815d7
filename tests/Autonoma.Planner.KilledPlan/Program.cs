using System.Diagnostics;
using System.Globalization;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Pipeline.Review;
using Autonoma.Planner.Pipeline.State;
using Autonoma.Planner.KilledPlan;

// A plan from nothing to its end, by a process that kills itself (as kill -9 does) when its files have come to a given moment.
// KilledPlan FOLDER KEY MOMENT: a moment beyond the last lets it come to its end. Says how it ended, and which moments there were.
var disk = new DyingFiles(int.Parse(args[2], CultureInfo.InvariantCulture));
var pipeline = new PlanPipeline(new()
{
    Folder = new PlanFolder(args[0]),
    Key = SealKey.Shared(args[1]),
    Steps = TextStep.All,
    Reviewer = AdvanceReviewer.Always,
    Proof = new WorkingEndpoint(),
    Disk = disk,
});
var outcome = await pipeline.RunAsync(new() { Resume = true }, CancellationToken.None);
Console.WriteLine(outcome.End);
foreach (var moment in disk.Moments)
    Console.WriteLine(moment);

internal sealed class DyingFiles(int last) : DurableFiles
{
    public List<string> Moments { get; } = [];

    protected override void At(DurableMoment moment, string path)
    {
        Moments.Add($"{moment} {path}");
        if (Moments.Count == last)
            Process.GetCurrentProcess().Kill();
    }
}
