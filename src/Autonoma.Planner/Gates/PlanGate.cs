using System.Text;
using Autonoma.Planner.Documents;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Pipeline.State;
using Autonoma.Planner.Validation;
using Autonoma.Planner.Validation.Reading;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Gates;

/// <summary>
/// Decides whether a file of a plan may have its place: by the rules of its kind, by the order of the steps, and by what has been proven. It is asked about
/// content that is not written yet just as about content that is, and never changes anything.
/// </summary>
/// <param name="folder">The plan.</param>
/// <param name="seals">Tells which sentinels are genuine.</param>
/// <param name="options">What it goes by.</param>
public sealed class PlanGate(PlanFolder folder, PlanSeals seals, PlanGateOptions options)
{
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>The plan.</summary>
    public PlanFolder Folder => folder;

    /// <summary>What speaks against a file; only errors keep it out.</summary>
    /// <param name="entry">The file.</param>
    /// <param name="content">What it holds or is about to hold.</param>
    /// <param name="repaired">The content to keep instead, where a mistake could only be meant in one way; null otherwise.</param>
    public IReadOnlyList<Problem> Judge(PlanEntry entry, byte[] content, out byte[]? repaired)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(content);
        repaired = null;
        if (entry.Kind == EntryKind.Free)
            return [];
        if (entry.Kind == EntryKind.State)
            return [GateRules.Problem(GateRules.Reserved, entry.Path, $"'{Shown(entry.Path)}' is the pipeline's own.", "Leave it alone: it is written when what it stands for has happened.")];
        if (LinkOn(entry.Path) is { } link)
            return [GateRules.Problem(GateRules.Link, entry.Path, $"'{Shown(link)}' is a link to '{RealPath.Of(link)}'.", "Put the file itself there.")];
        return entry.Kind switch
        {
            EntryKind.Snapshot => [GateRules.Problem(GateRules.SnapshotEdited, entry.Path, "The snapshot holds the audit as it was acknowledged at step 2, and nobody writes it.", "What changed since goes into entity-audit.md.")],
            EntryKind.Acknowledgement => JudgeAcknowledgement(entry),
            EntryKind.Artifact => JudgeArtifact(entry, content, out repaired),
            _ => throw new InvalidOperationException($"{entry.Kind} is not known here."),
        };
    }

    /// <summary>What speaks against a step being done: files that are missing, invalid, or not genuine.</summary>
    /// <param name="step">The step.</param>
    public IReadOnlyList<Problem> JudgeDone(StepDefinition step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var problems = new List<Problem>();
        foreach (var kind in step.Owes)
        {
            var path = folder.PathOf(kind)!;
            if (FileSource.Disk.Read(path, MostBytes) is not { } content)
                problems.Add(GateRules.Problem(GateRules.Missing, path, $"{Capital(step)} is not done: '{Shown(path)}' is not there."));
            else if (kind is ArtifactKind.EndpointImplemented or ArtifactKind.EndpointValidated)
                problems.AddRange(LinkOn(path) is null ? seals.Check(path) : [GateRules.Problem(GateRules.Link, path, $"'{Shown(path)}' is a link.", "Put the file itself there.")]);
            else
                problems.AddRange(Judge(PlanEntry.Of(folder, path), content, out _).Where(IsError));
        }

        if (step.Number == 5 && problems.Count == 0)
            problems.AddRange(seals.Check(folder.EndpointImplemented));
        if (step.Number is 4 or 5 && FileSource.Disk.Read(folder.EntityAudit, MostBytes) is { } audit)
            problems.AddRange(JudgeHistory(Encoding.UTF8.GetString(audit), folder.EntityAudit).Where(IsError));
        if (step.Number == 6)
            problems.AddRange(new PlanValidator(FileSource.Disk).Validate(folder).Where(file => file.Kind is ArtifactKind.Test or ArtifactKind.Brief).SelectMany(file => file.Problems).Where(IsError));
        return problems;
    }

    /// <summary>What speaks against believing that a step was acknowledged; nothing when a person has seen what is there now.</summary>
    /// <param name="number">1 to 5.</param>
    public IReadOnlyList<Problem> JudgeAcknowledged(int number)
    {
        var path = folder.StepAcknowledged(number);
        if (number == 2 && JudgeSnapshot() is { } snapshot)
            return [snapshot];
        if (!File.Exists(path))
            return [GateRules.Problem(GateRules.Order, path, $"{Capital(PlanSteps.Of(number))} has not been acknowledged.", $"Show what it made and have it acknowledged: 'autonoma plan --resume', or by '{Shown(path)}'.")];
        if (LinkOn(path) is { } link)
            return [GateRules.Problem(GateRules.Link, path, $"'{Shown(link)}' is a link.", "Put the file itself there.")];
        return seals.Check(path);
    }

    // The seal of the acknowledgement knows what the snapshot held, also when the acknowledgement itself was removed to get another snapshot.
    private Problem? JudgeSnapshot()
    {
        if (seals.ChangedUnder(folder.StepAcknowledged(2)) is not { } changed || !changed.Contains(Shown(folder.EntityAuditSnapshot)))
            return null;
        const string Cure = "Do step 2 again: 'autonoma plan --from entity-audit'; or put back what was there.";
        return File.Exists(folder.EntityAuditSnapshot) ? GateRules.Problem(GateRules.SnapshotEdited, folder.EntityAuditSnapshot, "The snapshot of the audit is not what was acknowledged at step 2.", Cure)
            : GateRules.Problem(GateRules.SnapshotMissing, folder.EntityAuditSnapshot, "The snapshot of the audit is gone.", Cure);
    }

    /// <summary>What speaks against a step beginning: those before it that are not acknowledged, or not any more.</summary>
    /// <param name="number">1 to 6.</param>
    public IReadOnlyList<Problem> JudgeReached(int number)
    {
        var problems = Enumerable.Range(1, number - 1).Select(JudgeAcknowledged).FirstOrDefault(found => found.Count > 0) ?? [];
        if (problems.Count > 0 || number <= 5)
            return problems;
        // A handler that was changed since is another one than the one that was proven.
        return seals.Check(folder.EndpointImplemented) is { Count: > 0 } implemented ? implemented : JudgeLifecycle();
    }

    /// <summary>What speaks against the lifecycle being proven, as it is now.</summary>
    public IReadOnlyList<Problem> JudgeLifecycle()
    {
        if (!File.Exists(folder.EndpointValidated))
            return [GateRules.Problem(GateRules.TestsLocked, folder.EndpointValidated, "Step 5 (Validate) has not proven the lifecycle: '.endpoint-validated' is not there.", "Make and remove every scenario first: 'autonoma plan --resume'.")];
        if (LinkOn(folder.EndpointValidated) is { } link)
            return [GateRules.Problem(GateRules.Link, folder.EndpointValidated, $"'{Shown(link)}' is a link.", "Put the file itself there.")];
        return seals.Check(folder.EndpointValidated) is { Count: > 0 } validated ? validated : JudgeProof();
    }

    /// <summary>What speaks against the proof of the scenarios: not there, not passed, or written by somebody who proved nothing.</summary>
    public IReadOnlyList<Problem> JudgeProof()
    {
        var path = folder.ScenarioValidation;
        if (FileSource.Disk.Read(path, MostBytes) is not { } content)
            return [GateRules.Problem(GateRules.NotProven, path, "There is no '.scenario-validation.json': no scenario was made and removed.", "'autonoma plan --resume' or 'autonoma env validate' does it.")];
        if (ProofReading.WhatIsMissing(content) is { Count: > 0 } missing)
            return [.. missing.Select(what => GateRules.Problem(GateRules.NotProven, path, what, "Mend the scenarios or the endpoint, and prove them again."))];
        var problems = seals.Check(path);
        return problems.Any(problem => problem.Code == GateRules.Unsealed.Code || problem.Code == GateRules.Foreign.Code)
            ? [GateRules.Problem(GateRules.ProofByHand, path, $"The proof was written by hand. {problems[0].Message}", "'autonoma env validate' makes and removes every scenario and writes the proof.")] : problems;
    }

    private IReadOnlyList<Problem> JudgeAcknowledgement(PlanEntry entry)
    {
        var step = PlanSteps.Of(entry.Acknowledged);
        var reached = JudgeReached(step.Number);
        if (reached.Count > 0)
            return reached;
        return step.Number == 2 && JudgeSnapshot() is { } snapshot ? [snapshot] : JudgeDone(step);
    }

    private IReadOnlyList<Problem> JudgeArtifact(PlanEntry entry, byte[] content, out byte[]? repaired)
    {
        repaired = null;
        var kind = entry.Artifact!.Value;
        var problems = new List<Problem>();
        if (PlanSteps.StepOf(kind) is > 0 and var number)
            problems.AddRange(JudgeOrder(entry, number));
        var files = FileSource.Disk.With(entry.Path, content);
        var found = new PlanValidator(files).Validate(entry.Path, kind);
        problems.AddRange(found.Problems);
        if (found.Repair is { } repair)
            repaired = Encoding.UTF8.GetBytes(repair.Text);
        if (kind == ArtifactKind.EntityAudit && File.Exists(folder.StepAcknowledged(2)) && !JudgeAcknowledged(2).Any(IsError))
            problems.AddRange(JudgeHistory(Encoding.UTF8.GetString(content), entry.Path));
        if (kind == ArtifactKind.EndpointImplemented)
            problems.AddRange(JudgeImplemented(content, entry.Path));
        if (kind == ArtifactKind.EndpointValidated)
            problems.AddRange([.. seals.Check(folder.EndpointImplemented), .. JudgeProof(), .. FileSource.Disk.Read(folder.EntityAudit, MostBytes) is { } audit ? JudgeHistory(Encoding.UTF8.GetString(audit), folder.EntityAudit) : []]);
        return problems;
    }

    // Locked tests say so first: whoever reads only one line shall know what to do.
    private IEnumerable<Problem> JudgeOrder(PlanEntry entry, int number)
    {
        var problems = JudgeReached(number);
        if (problems.Count == 0)
            return [];
        var step = PlanSteps.Of(number);
        var why = string.Join(' ', problems.Select(problem => problem.Message));
        if (number < 6)
            return problems.Any(problem => problem.Code == GateRules.Order.Code) ? [GateRules.Problem(GateRules.Order, entry.Path, $"'{Shown(entry.Path)}' belongs to {step}, which has not begun. {why}", problems[0].Fix)] : problems;
        var locked = GateRules.Problem(GateRules.TestsLocked, entry.Path, $"Tests are locked until step 5 (Validate) has proven the lifecycle and was acknowledged. {why}", problems[0].Fix);
        return [locked, .. problems.Where(problem => problem.Code != GateRules.TestsLocked.Code)];
    }

    private IEnumerable<Problem> JudgeImplemented(byte[] content, string path)
    {
        var audit = FileSource.Disk.Read(folder.EntityAudit, MostBytes);
        foreach (var problem in audit is null ? [] : JudgeHistory(Encoding.UTF8.GetString(audit), folder.EntityAudit))
            yield return problem;
        if (Handler(content) is not { } handler)
        {
            yield return GateRules.Problem(GateRules.NoHandler, path, "The sentinel names no handler that is a file of the repository.", "Begin a line with 'handler:' and its path, relative to the repository.");
            yield break;
        }

        foreach (var problem in options.Implementation.SelectMany(check => check.Check(folder, handler)))
            yield return problem;
    }

    private IReadOnlyList<Problem> JudgeHistory(string audit, string file)
        => FileSource.Disk.Read(folder.EntityAuditSnapshot, MostBytes) is { } snapshot && ArtifactReader.EntityAudit(Encoding.UTF8.GetString(snapshot)).Value is { } before && ArtifactReader.EntityAudit(audit).Value is { } now
            ? AuditHistory.Compare(before, now, file, options.FlipCap) : [];

    /// <summary>Full path of the handler that a sentinel names; null when it names none that is there.</summary>
    internal string? Handler(byte[] content)
    {
        if (SourceText.Read(content, new Report("")) is not { } source)
            return null;
        return SentinelReader.Handlers(source).Select(named => Path.GetFullPath(named.Path.Replace('\\', '/').Replace("\0", "", StringComparison.Ordinal), folder.Repository))
            .FirstOrDefault(path => File.Exists(path) && path.StartsWith(folder.Repository + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !path.StartsWith(folder.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }

    // A link on the way to a file, below the plan; null when there is none.
    private string? LinkOn(string path)
    {
        for (var inner = path; inner is not null && inner.Length > folder.Root.Length; inner = Path.GetDirectoryName(inner))
        {
            if (new FileInfo(inner).LinkTarget is not null)
                return inner;
        }

        return null;
    }

    private string Shown(string path) => Path.GetRelativePath(folder.Repository, path).Replace('\\', '/');

    private static string Capital(StepDefinition step) => $"Step {step.Number} ({step.Name})";

    private static bool IsError(Problem problem) => problem.Severity == ProblemSeverity.Error;
}
