using System.Text;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Pipeline.State;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Gates;

/// <summary>What came of a file that was to have a place.</summary>
/// <param name="IsAccepted">Whether it has it.</param>
/// <param name="Problems">What was found; warnings leave it accepted.</param>
/// <param name="Refused">Where it lies instead; null when it is accepted.</param>
/// <param name="IsRepaired">Whether a mistake that could only be meant in one way was put right.</param>
public sealed record Placement(bool IsAccepted, IReadOnlyList<Problem> Problems, string? Refused = null, bool IsRepaired = false);

/// <summary>Puts files of a plan into their places, and moves its state on. Everything that is written into a plan goes through here, whoever wrote it.</summary>
/// <param name="gate">Decides.</param>
/// <param name="seals">Attest.</param>
/// <param name="disk">Writes.</param>
public sealed class PlanKeeper(PlanGate gate, PlanSeals seals, DurableFiles disk)
{
    private readonly Quarantine _quarantine = new(gate.Folder, disk);

    /// <summary>Decides.</summary>
    public PlanGate Gate => gate;

    private PlanFolder Folder => gate.Folder;

    /// <summary>Keeper of a plan.</summary>
    /// <param name="folder">The plan.</param>
    /// <param name="key">Signs.</param>
    /// <param name="options">What gates go by.</param>
    /// <param name="disk">Writes; null for the usual.</param>
    public static PlanKeeper Of(PlanFolder folder, SealKey key, PlanGateOptions options, DurableFiles? disk = null)
    {
        disk ??= new();
        var seals = new PlanSeals(folder, key, disk);
        return new(new(folder, seals, options), seals, disk);
    }

    /// <summary>Judges content before it has its place, and puts it there when nothing speaks against it.</summary>
    /// <param name="path">Full path; below the plan.</param>
    /// <param name="content">All of it.</param>
    public Placement Place(string path, byte[] content)
    {
        var entry = PlanEntry.Of(Folder, path);
        var problems = gate.Judge(entry, content, out var repaired);
        if (HasError(problems))
            return new(false, problems, entry.Kind is EntryKind.State or EntryKind.Snapshot ? null : _quarantine.Keep(entry.Path, content, problems));
        Commit(entry, repaired ?? content);
        return new(true, problems, IsRepaired: repaired is not null);
    }

    /// <summary>Judges a file that somebody has written already; a refused one is taken out of its place.</summary>
    /// <param name="path">Full path; below the plan.</param>
    public Placement Inspect(string path)
    {
        var entry = PlanEntry.Of(Folder, path);
        var content = FileSource.Disk.Read(entry.Path, int.MaxValue);
        if (content is null)
            return new(true, []);
        var problems = gate.Judge(entry, content, out var repaired);
        if (HasError(problems))
            return new(false, problems, _quarantine.Take(entry.Path, problems));
        if (repaired is not null)
            disk.Write(entry.Path, repaired);
        Attest(entry, repaired ?? content);
        _quarantine.Forget(entry.Path);
        return new(true, problems, IsRepaired: repaired is not null);
    }

    /// <summary>Notes where a plan has come to, after somebody else than the pipeline has written a file of it.</summary>
    /// <param name="entry">The file; it was accepted.</param>
    public void MoveOn(PlanEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind == EntryKind.Acknowledgement)
        {
            Mark(Folder.StepCompleted(entry.Acknowledged - 1), "completed\n");
            Mark(Folder.StepStarted(entry.Acknowledged), "started\n");
        }

        if (entry.Artifact is not { } kind || PlanSteps.StepOf(kind) is not (> 0 and var number))
            return;
        Mark(Folder.StepStarted(number - 1), "started\n");
        // Tests come one by one, and the index last.
        if (kind is not (ArtifactKind.Test or ArtifactKind.Brief) && gate.JudgeDone(PlanSteps.Of(number)).Count == 0)
            Mark(Folder.StepCompleted(number - 1), "completed\n");
    }

    private void Mark(string path, string text)
    {
        if (!File.Exists(path))
            WriteState(path, text);
    }

    /// <summary>Notes that a person has seen what a step made. Nothing is judged here: ask the gate first.</summary>
    /// <param name="number">1 to 5.</param>
    public void Acknowledge(int number)
    {
        var entry = PlanEntry.Of(Folder, Folder.StepAcknowledged(number));
        Commit(entry, "acknowledged\n"u8.ToArray());
    }

    /// <summary>Writes the proof of the scenarios and seals it. Only for whoever has made and removed them.</summary>
    /// <param name="recipes">The proven recipes.</param>
    /// <param name="proof">The proof.</param>
    public Placement PlaceProof(string recipes, string proof)
    {
        var placed = Place(Folder.Recipes, Encoding.UTF8.GetBytes(recipes));
        if (!placed.IsAccepted)
            return placed;
        var validation = Place(Folder.ScenarioValidation, Encoding.UTF8.GetBytes(proof));
        if (validation.IsAccepted)
            SealProof();
        return validation with { Problems = [.. placed.Problems, .. validation.Problems] };
    }

    /// <summary>Seals the proof that lies in its place, over the recipes as they are. Only for whoever has made and removed the scenarios.</summary>
    public void SealProof() => seals.Write(Folder.ScenarioValidation, Read(Folder.ScenarioValidation), [Folder.Recipes, Folder.Discover]);

    /// <summary>Writes what only the pipeline writes.</summary>
    internal void WriteState(string path, string text) => disk.Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes <c>.pipeline-complete</c>, sealed over every file of the plan's tests.</summary>
    internal void Complete(IEnumerable<string> over)
    {
        var content = "complete\n"u8.ToArray();
        seals.Write(Folder.PipelineComplete, content, over);
        disk.Write(Folder.PipelineComplete, content);
    }

    /// <summary>What speaks against believing <c>.pipeline-complete</c>.</summary>
    internal IReadOnlyList<Problem> JudgeComplete() => File.Exists(Folder.PipelineComplete) ? seals.Check(Folder.PipelineComplete) : [GateRules.Problem(GateRules.Missing, Folder.PipelineComplete, "Step 6 (E2E Tests) is not done.")];

    /// <summary>Takes back all that says that a step or one behind it was done; what they wrote stays. The last goes first, so that a kill leaves an earlier step at most.</summary>
    internal void Rewind(int number)
    {
        Drop(Folder.PipelineComplete);
        for (var step = PlanFolder.Steps; step >= number; step--)
        {
            if (step < PlanFolder.Steps)
                Drop(Folder.StepAcknowledged(step));
            disk.Delete(Folder.StepCompleted(step - 1));
            disk.Delete(Folder.StepStarted(step - 1));
            if (step == 5)
            {
                Drop(Folder.EndpointValidated);
                Drop(Folder.ScenarioValidation);
            }
            else if (step == 4)
                Drop(Folder.EndpointImplemented);
            else if (step == 2)
                disk.Delete(Folder.EntityAuditSnapshot);
        }
    }

    private void Drop(string sentinel)
    {
        disk.Delete(sentinel);
        seals.Remove(sentinel);
    }

    // The seal first: a kill in between leaves a seal without a sentinel, which says nothing, and not a sentinel that nobody believes.
    private void Commit(PlanEntry entry, byte[] content)
    {
        Attest(entry, content);
        disk.Write(entry.Path, content);
        RenewAfter(entry);
        _quarantine.Forget(entry.Path);
    }

    private void Attest(PlanEntry entry, byte[] content)
    {
        switch (entry)
        {
            case { Kind: EntryKind.Acknowledgement }:
                if (entry.Acknowledged == 2 && !IsSnapshotGenuine())
                    disk.Write(Folder.EntityAuditSnapshot, Read(Folder.EntityAudit));
                seals.Write(entry.Path, content, Acknowledged(entry.Acknowledged));
                break;
            case { Artifact: ArtifactKind.EndpointImplemented }:
                seals.Write(entry.Path, content, [Folder.EntityAuditSnapshot, gate.Handler(content)!]);
                break;
            case { Artifact: ArtifactKind.EndpointValidated }:
                seals.Write(entry.Path, content, [Folder.EndpointImplemented, Folder.Recipes, Folder.ScenarioValidation, Folder.Scenarios, Folder.EntityAuditSnapshot]);
                break;
            case { Artifact: ArtifactKind.Scenarios } when File.Exists(entry.Path):
                RenewAfter(entry);
                break;
            default:
                break;
        }
    }

    // Step 5 may edit the scenarios; that is seen at its own review, and need not be acknowledged at the third once more.
    private void RenewAfter(PlanEntry entry)
    {
        if (entry.Artifact != ArtifactKind.Scenarios || File.Exists(Folder.EndpointValidated))
            return;
        var ack = Folder.StepAcknowledged(3);
        var own = Path.GetRelativePath(Folder.Repository, Folder.Scenarios).Replace('\\', '/');
        if (File.Exists(ack) && gate.JudgeAcknowledged(4).Count == 0 && seals.ChangedUnder(ack) is [var only] && only == own)
            seals.Renew(ack);
    }

    // The first acknowledgement of step 2 makes the snapshot; a later one leaves it. That it is the one of then, the gate has seen.
    private bool IsSnapshotGenuine() => File.Exists(Folder.EntityAuditSnapshot) && seals.ChangedUnder(Folder.StepAcknowledged(2)) is not null;

    private IEnumerable<string> Acknowledged(int number) => number switch
    {
        1 => [Folder.KnowledgeBase, Folder.Features],
        2 => [Folder.EntityAuditSnapshot],
        3 => [Folder.Scenarios],
        4 => [Folder.EndpointImplemented],
        _ => [Folder.EndpointValidated],
    };

    private static byte[] Read(string path) => FileSource.Disk.Read(path, int.MaxValue) ?? throw new FileNotFoundException($"There is no '{path}'.", path);

    private static bool HasError(IReadOnlyList<Problem> problems) => problems.Any(problem => problem.Severity == ProblemSeverity.Error);
}
