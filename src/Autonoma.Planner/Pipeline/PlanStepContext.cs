using System.Text;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Gates;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Pipeline;

/// <summary>What a step reads and writes with. It reads the files of its own definition and writes those, each judged before it has its place.</summary>
public sealed class PlanStepContext
{
    private readonly PlanKeeper _keeper;
    private readonly IScenarioProof? _proof;
    private readonly Action<PlanEvent> _tell;
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    internal PlanStepContext(StepDefinition step, PlanFolder folder, PlanRequest request, PlanKeeper keeper, IScenarioProof? proof, Action<PlanEvent> tell)
    {
        Step = step;
        Folder = folder;
        Request = request;
        _keeper = keeper;
        _proof = proof;
        _tell = tell;
    }

    /// <summary>The step.</summary>
    public StepDefinition Step { get; }

    /// <summary>The plan: for paths. Its files are read with <see cref="Read(ArtifactKind)"/>.</summary>
    public PlanFolder Folder { get; }

    /// <summary>What the run was asked for.</summary>
    public PlanRequest Request { get; }

    /// <summary>Judges the factories as they are now; what fails comes back.</summary>
    internal Func<CancellationToken, Task<IReadOnlyList<Problem>>> Fidelity { get; init; } = _ => Task.FromResult<IReadOnlyList<Problem>>([]);

    /// <summary>Text of a file of an earlier step, or of the step's own; null when it is not there.</summary>
    /// <param name="kind">Which; one that there is one of.</param>
    /// <exception cref="InvalidOperationException">The step does not read such files.</exception>
    public string? Read(ArtifactKind kind)
    {
        if (!Step.Reads.Contains(kind) && !Step.Writes(kind))
            throw new InvalidOperationException($"{Step} does not read {kind}: steps are kept apart.");
        var path = Folder.PathOf(kind) ?? throw new InvalidOperationException($"There may be several files of the kind {kind}: name the file.");
        return Read(path);
    }

    /// <summary>Text of a file of the plan by its path; null when it is not there, or is no file that the step reads.</summary>
    /// <param name="path">Relative to the plan, or full.</param>
    public string? Read(string path)
    {
        var full = Path.GetFullPath(path, Folder.Root);
        var entry = PlanEntry.Of(Folder, full);
        if (!full.StartsWith(Folder.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || (entry.Artifact is { } kind && !Step.Reads.Contains(kind) && !Step.Writes(kind)) || entry.Kind == EntryKind.State)
            return null;
        if (FileSource.Disk.Read(full, int.MaxValue) is not { } content)
            return null;
        DidRead(full);
        return Encoding.UTF8.GetString(content);
    }

    /// <summary>Judges a file and puts it into its place when nothing speaks against it.</summary>
    /// <param name="kind">Which; one that there is one of.</param>
    /// <param name="text">All of it.</param>
    public Placement Write(ArtifactKind kind, string text)
        => Write(Folder.PathOf(kind) ?? throw new InvalidOperationException($"There may be several files of the kind {kind}: name the file."), text);

    /// <summary>Judges a file and puts it into its place when nothing speaks against it.</summary>
    /// <param name="path">Relative to the plan, or full.</param>
    /// <param name="text">All of it.</param>
    public Placement Write(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var full = Path.GetFullPath(path, Folder.Root);
        if (!full.StartsWith(Folder.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return Told(full, new(false, [GateRules.Problem(GateRules.Undeclared, full, $"'{Shown(full)}' lies outside the plan.")]));
        var entry = PlanEntry.Of(Folder, full);
        if (entry.Kind == EntryKind.Acknowledgement || (entry.Artifact is { } kind && entry.Kind == EntryKind.Artifact && !Step.Writes(kind)))
            return Told(full, new(false, [GateRules.Problem(GateRules.Undeclared, full, $"{Step} does not write '{Shown(full)}'.", $"It writes: {string.Join(", ", Step.Owes.Concat(Step.MayWrite).Distinct())}.")]));
        return Told(full, _keeper.Place(full, Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Makes and removes every scenario of some recipes, and when all is well writes the recipes with their proofs, and the proof. Step 5 only.</summary>
    /// <param name="recipes">Text of the recipes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StepUnavailableException">There is no endpoint to make them at.</exception>
    public async Task<(ScenarioProof Proof, Placement Placement)> ProveAsync(string recipes, CancellationToken cancellationToken)
    {
        if (Step.Number != 5)
            throw new InvalidOperationException($"{Step} proves no scenarios.");
        var proof = await ScenarioProving.RunAsync(_proof, Folder, recipes, cancellationToken).ConfigureAwait(false);
        if (!proof.Passed)
            return (proof, new(false, [.. proof.Issues.Select(issue => GateRules.Problem(GateRules.NotProven, Folder.Recipes, issue))]));
        var placement = _keeper.PlaceProof(proof.Recipes, proof.Report);
        Told(Folder.Recipes, placement);
        if (placement.IsAccepted)
            Told(Folder.ScenarioValidation, new(true, []));
        return (proof, placement);
    }

    /// <summary>What the app's Environment Factory offers, asked anew. Step 5 only.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StepUnavailableException">There is no endpoint to ask.</exception>
    /// <exception cref="Autonoma.Scenarios.Client.EnvironmentException">It does not say.</exception>
    public Task<Autonoma.Scenarios.Client.Discovery> DiscoverAsync(CancellationToken cancellationToken)
    {
        if (Step.Number != 5)
            throw new InvalidOperationException($"{Step} asks no endpoint.");
        if (_proof is null)
            throw new StepUnavailableException("The scenarios cannot be proven here: nothing that reaches the app's Environment Factory was given.");
        return _proof.Missing(Folder) is { } missing ? throw new StepUnavailableException(missing) : _proof.DiscoverAsync(Folder, cancellationToken);
    }

    /// <summary>Tells that a file of the repository was read.</summary>
    /// <param name="path">Full path.</param>
    public void DidRead(string path) => _tell(new(PlanEventKind.Read, Step) { File = Shown(path) });

    /// <summary>Tells that a file of the application was written.</summary>
    /// <param name="path">Full path.</param>
    public void DidWriteCode(string path) => _tell(new(PlanEventKind.Written, Step) { File = Shown(path) });

    /// <summary>Whether a file of the plan was written and accepted in this run of the step.</summary>
    /// <param name="path">Full path.</param>
    public bool DidWrite(string path) => _written.Contains(path);

    /// <summary>Tells something.</summary>
    public void Say(string text) => _tell(new(PlanEventKind.Said, Step) { Text = text });

    private Placement Told(string path, Placement placement)
    {
        if (placement.IsAccepted)
            _written.Add(path);
        _tell(new(placement.IsAccepted ? PlanEventKind.Written : PlanEventKind.Refused, Step) { File = Shown(path), Problems = placement.Problems });
        return placement;
    }

    private string Shown(string path) => Path.GetRelativePath(Folder.Repository, path).Replace('\\', '/');
}
