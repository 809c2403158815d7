using System.Text;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Fidelity;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Gates;
using Autonoma.Planner.Pipeline.Review;
using Autonoma.Planner.Pipeline.State;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Pipeline;

/// <summary>
/// Runs the six steps in their order. A step begins when the one before is valid and acknowledged; where the plan is, is told by its files alone, so that a run
/// that was killed at any moment is gone on with by another.
/// </summary>
public sealed class PlanPipeline
{
    private readonly PlanPipelineOptions _options;
    private readonly PlanKeeper _keeper;
    private readonly Dictionary<int, IPlanStep> _steps;

    /// <summary>A pipeline.</summary>
    /// <exception cref="ArgumentException">Two ways are given for one step.</exception>
    public PlanPipeline(PlanPipelineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _keeper = PlanKeeper.Of(options.Folder, options.Key, options.Gates, options.Disk);
        _steps = options.Steps.ToDictionary(step => step.Number);
    }

    /// <summary>Folder of summaries that wait to be looked at, within the plan.</summary>
    public const string ReviewFolder = ".review";

    private PlanFolder Folder => _options.Folder;

    private PlanGate Gate => _keeper.Gate;

    /// <summary>Goes on until the plan is complete or something stands in the way.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Stops it; what is done stays done.</param>
    /// <exception cref="PlanRequestException">It cannot begin as it was asked for.</exception>
    public async Task<PlanOutcome> RunAsync(PlanRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Directory.CreateDirectory(Folder.Root);
        using var held = Hold();
        DurableFiles.Sweep(Folder.Root);
        Begin(request);
        foreach (var step in PlanSteps.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await DoAsync(step, request, cancellationToken).ConfigureAwait(false) is { } end)
                return end;
            if (step.IsReviewed && await ReviewAsync(step, cancellationToken).ConfigureAwait(false) is { } wait)
                return wait;
        }

        return new(PlanEnd.Complete, PlanSteps.Of(6), "The plan is complete.", []);
    }

    private void Begin(PlanRequest request)
    {
        var begun = PlanSteps.All.LastOrDefault(step => File.Exists(Folder.StepStarted(step.Index)));
        if (request.From is { } from)
        {
            var step = PlanSteps.Of(from);
            if (Enumerable.Range(1, from - 1).Select(Gate.JudgeAcknowledged).FirstOrDefault(found => found.Count > 0) is { } problems)
                throw new PlanRequestException($"The plan cannot be done from {step}: {string.Join(' ', problems.Select(problem => problem.Message))} Use --resume.");
            _keeper.Rewind(from);
        }
        else if (request.Topic is not null && File.Exists(Folder.StepCompleted(PlanFolder.Steps - 1)))
            _keeper.Rewind(PlanFolder.Steps); // more tests, on top of those that are there
        else if (begun is not null && !request.Resume && request.Topic is null)
            throw new PlanRequestException($"There is a plan already in '{Folder.Root}', which has come to {begun}. Go on with it: --resume. Do a step and all behind it again: --from {begun.Key}.");
    }

    private async Task<PlanOutcome?> DoAsync(StepDefinition step, PlanRequest request, CancellationToken cancellationToken)
    {
        if (Gate.JudgeReached(step.Number) is { Count: > 0 } unreached)
            return Refused(step, $"Step {step.Number} ({step.Name}) cannot begin.", unreached);
        if (File.Exists(Folder.StepCompleted(step.Index)))
        {
            await ReportAsync(reporter => reporter.StartedAsync(step, cancellationToken)).ConfigureAwait(false);
            if (Gate.JudgeDone(step) is { Count: > 0 } changed)
                return Refused(step, $"What step {step.Number} ({step.Name}) made is no longer valid. Mend it, or do the step again: --from {step.Key}.", changed);
            Tell(new(PlanEventKind.Skipped, step));
            await ReportAsync(reporter => reporter.CompletedAsync(step, cancellationToken)).ConfigureAwait(false);
            if (step.Number == PlanFolder.Steps && _keeper.JudgeComplete().Count > 0)
                Complete();
            return null;
        }

        var doing = _steps.GetValueOrDefault(step.Number) ?? new ExternalStep(step.Number);
        Tell(new(PlanEventKind.Started, step) { Text = doing.Means });
        _keeper.WriteState(Folder.StepStarted(step.Index), "started\n");
        await ReportAsync(reporter => reporter.StartedAsync(step, cancellationToken)).ConfigureAwait(false);
        try
        {
            await doing.RunAsync(new(step, Folder, request, _keeper, _options.Proof, Tell) { Fidelity = token => FidelityAsync(step, token) }, cancellationToken).ConfigureAwait(false);
            if (await FinishAsync(step, cancellationToken).ConfigureAwait(false) is { Count: > 0 } problems)
                return Refused(step, $"Step {step.Number} ({step.Name}) is not done: the gates refuse what it made.", problems);
        }
        catch (StepUnavailableException e)
        {
            return new(PlanEnd.Unavailable, step, e.Message, []);
        }

        if (step.Number == PlanFolder.Steps)
            Complete();
        _keeper.WriteState(Folder.StepCompleted(step.Index), "completed\n");
        Tell(new(PlanEventKind.Completed, step));
        await ReportAsync(reporter => reporter.CompletedAsync(step, cancellationToken)).ConfigureAwait(false);
        return null;
    }

    // Whoever wrote the files, they are judged as they lie there: a step's own word is not taken for it.
    private async Task<IReadOnlyList<Problem>> FinishAsync(StepDefinition step, CancellationToken cancellationToken)
    {
        var owed = step.Owes.Where(kind => kind is not (ArtifactKind.ScenarioValidation or ArtifactKind.EndpointValidated)).ToList();
        if (step.Number == 5)
        {
            // Its handler may have been mended meanwhile: it is judged again as it is now.
            owed.Insert(0, ArtifactKind.EndpointImplemented);
            if (File.Exists(Folder.Recipes) && Gate.JudgeProof().Count > 0 && await ProveAsync(step, cancellationToken).ConfigureAwait(false) is { Count: > 0 } unproven)
                return unproven;
        }

        foreach (var path in owed.Select(kind => Folder.PathOf(kind)!).Where(File.Exists))
        {
            if (_keeper.Inspect(path) is { IsAccepted: false } refused)
            {
                Tell(new(PlanEventKind.Refused, step) { File = Shown(path), Problems = refused.Problems });
                return refused.Problems;
            }
        }

        if (step.Number is 4 or 5 && await FidelityAsync(step, cancellationToken).ConfigureAwait(false) is { Count: > 0 } unfaithful)
            return unfaithful;
        if (step.Number == 5 && File.Exists(Folder.Recipes))
        {
            var recipes = await File.ReadAllTextAsync(Folder.Recipes, cancellationToken).ConfigureAwait(false);
            if (_options.Reporter is { } reporter && await reporter.UploadRecipesAsync(recipes, cancellationToken).ConfigureAwait(false) is { Count: > 0 } reasons)
                return [.. reasons.Select(reason => GateRules.Problem(GateRules.NotProven, Folder.Recipes, $"The platform refused the recipes: {reason}"))];
            var placed = _keeper.Place(Folder.EndpointValidated, Encoding.UTF8.GetBytes(new EndpointValidated(ProofReport.Of(Folder)).Write()));
            if (!placed.IsAccepted)
                return placed.Problems;
            Tell(new(PlanEventKind.Written, step) { File = Shown(Folder.EndpointValidated) });
        }

        return [.. Gate.JudgeDone(step)];
    }

    // What fails stands in the way; what nobody could tell is said.
    private async Task<IReadOnlyList<Problem>> FidelityAsync(StepDefinition step, CancellationToken cancellationToken)
    {
        if (_options.Fidelity is not { } fidelity || !File.Exists(Folder.EndpointImplemented) || Gate.Handler(await File.ReadAllBytesAsync(Folder.EndpointImplemented, cancellationToken).ConfigureAwait(false)) is not { } handler)
            return [];
        var problems = await fidelity.RunAsync(Folder, handler, cancellationToken).ConfigureAwait(false);
        if (problems.Where(problem => problem.Severity != ProblemSeverity.Error).ToList() is { Count: > 0 } open)
            Tell(new(PlanEventKind.Said, step) { Text = $"Not decided of {open.Count} factories; {FidelityCheck.FileName} says what was judged.", Problems = open });
        return [.. problems.Where(problem => problem.Severity == ProblemSeverity.Error)];
    }

    private async Task<IReadOnlyList<Problem>> ProveAsync(StepDefinition step, CancellationToken cancellationToken)
    {
        var recipes = await File.ReadAllTextAsync(Folder.Recipes, cancellationToken).ConfigureAwait(false);
        Tell(new(PlanEventKind.Said, step) { Text = "Making and removing every scenario." });
        var proof = await ScenarioProving.RunAsync(_options.Proof, Folder, recipes, cancellationToken).ConfigureAwait(false);
        if (!proof.Passed)
            return [.. proof.Issues.Select(issue => GateRules.Problem(GateRules.NotProven, Folder.Recipes, issue))];
        var placed = _keeper.PlaceProof(proof.Recipes, proof.Report);
        return placed.IsAccepted ? [] : placed.Problems;
    }

    private async Task<PlanOutcome?> ReviewAsync(StepDefinition step, CancellationToken cancellationToken)
    {
        var problems = Gate.JudgeAcknowledged(step.Number);
        if (problems.Count == 0)
            return null;
        if (problems.Any(problem => problem.Code == GateRules.SnapshotEdited.Code || problem.Code == GateRules.SnapshotMissing.Code))
            return Refused(step, "The audit that was acknowledged is not there any more.", problems);
        if (File.Exists(Folder.StepAcknowledged(step.Number)))
            Tell(new(PlanEventKind.Said, step) { Text = string.Join(' ', problems.Select(problem => problem.Message)), Problems = problems });
        var summary = ReviewSummary.Of(step, Folder);
        var answer = await _options.Reviewer.ReviewAsync(step, summary, cancellationToken).ConfigureAwait(false);
        var file = Path.Combine(Folder.Root, ReviewFolder, $"step-{step.Number}-{step.Key}.md");
        if (answer == ReviewAnswer.NotYet)
        {
            _options.Disk.Write(file, Encoding.UTF8.GetBytes(summary));
            return new(PlanEnd.AwaitingReview, step, $"Step {step.Number} ({step.Name}) is done and waits to be looked at: {Shown(file)}.", []) { SummaryFile = file };
        }

        _keeper.Acknowledge(step.Number);
        Tell(new(PlanEventKind.Acknowledged, step) { Text = answer == ReviewAnswer.Unseen ? "nobody has looked at it" : "" });
        return null;
    }

    private void Complete()
    {
        var tests = FileSource.Disk.List(Folder.Tests).Where(file => PlanEntry.Of(Folder, file).Kind == EntryKind.Artifact);
        _keeper.Complete([.. tests, Folder.EndpointValidated]);
    }

    private PlanOutcome Refused(StepDefinition step, string message, IReadOnlyList<Problem> problems) => new(PlanEnd.Refused, step, message, problems);

    private void Tell(PlanEvent told) => _options.Watch(told with { Cost = _options.Cost?.Invoke() });

    private Task ReportAsync(Func<IPlanReporter, Task> report) => _options.Reporter is { } reporter ? report(reporter) : Task.CompletedTask;

    // The system lets go of it when the process dies, however it dies.
    private FileStream Hold()
    {
        try
        {
            return new(Path.Combine(Folder.Root, ".pipeline.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e)
        {
            throw new PlanRequestException($"Another process is at work on '{Folder.Root}': {e.Message}");
        }
    }

    private string Shown(string path) => Path.GetRelativePath(Folder.Repository, path).Replace('\\', '/');
}
