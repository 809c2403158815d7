using Autonoma.Planner.Folders;

namespace Autonoma.Planner.Pipeline;

/// <summary>Asks for a proof, and says what is missing when there can be none.</summary>
internal static class ScenarioProving
{
    public static Task<ScenarioProof> RunAsync(IScenarioProof? proof, PlanFolder folder, string recipes, CancellationToken cancellationToken)
    {
        if (proof is null)
            throw new StepUnavailableException("The scenarios cannot be proven here: nothing that reaches the app's Environment Factory was given.");
        return proof.Missing(folder) is { } missing ? throw new StepUnavailableException(missing) : proof.ProveAsync(folder, recipes, cancellationToken);
    }
}
