using Autonoma.Planner.Folders;

namespace Autonoma.Planner.Pipeline;

/// <summary>A step whose files somebody else writes: a coding agent, or a person. It is done when they are there; nothing is made up.</summary>
/// <param name="number">Which step: 1 to 6.</param>
/// <param name="why">Why nobody does it here, as a sentence; null when it is meant to be so.</param>
public sealed class ExternalStep(int number, string? why = null) : IPlanStep
{
    /// <inheritdoc/>
    public int Number { get; } = PlanSteps.Of(number).Number;

    /// <inheritdoc/>
    public string Means => "files that somebody else writes";

    /// <inheritdoc/>
    public Task RunAsync(PlanStepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var missing = context.Step.Owes.Where(kind => kind is not (ArtifactKind.ScenarioValidation or ArtifactKind.EndpointValidated)).Select(kind => context.Folder.PathOf(kind)!).Where(path => !File.Exists(path))
            .Select(path => Path.GetRelativePath(context.Folder.Repository, path).Replace('\\', '/')).ToList();
        if (missing.Count == 0)
            return Task.CompletedTask;
        var told = why is null ? "" : $" {why}";
        throw new StepUnavailableException($"Step {context.Step.Number} ({context.Step.Name}) is done by nobody here.{told} Its files must be written by a coding agent or by hand ({string.Join(", ", missing)}); 'autonoma plan --resume' then checks them and goes on.");
    }
}
