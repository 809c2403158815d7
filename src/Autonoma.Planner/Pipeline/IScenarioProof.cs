using Autonoma.Planner.Folders;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Lifecycle;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Pipeline;

/// <summary>What came of making and removing every scenario.</summary>
/// <param name="Passed">Whether everything is as it should be.</param>
/// <param name="Recipes">Text of the recipes, with their proofs when it passed.</param>
/// <param name="Report">Text of <c>.scenario-validation.json</c>.</param>
/// <param name="Issues">What stands in the way, in words.</param>
public sealed record ScenarioProof(bool Passed, string Recipes, string Report, IReadOnlyList<string> Issues)
{
    /// <summary>What came of each scenario; empty when none was made.</summary>
    public IReadOnlyList<ScenarioCheck> Checks { get; init; } = [];

    /// <summary>What is wrong with the recipes by themselves.</summary>
    public IReadOnlyList<Problem> Preflight { get; init; } = [];
}

/// <summary>Makes and removes every scenario at the app's Environment Factory. The pipeline believes nobody else's word for it.</summary>
public interface IScenarioProof
{
    /// <summary>Why it cannot be done as things are: an address or a secret that is missing; null when it can.</summary>
    string? Missing(PlanFolder folder);

    /// <summary>Preflight, up, a look, down: for each scenario. What was made is removed whatever happens.</summary>
    /// <param name="folder">The plan.</param>
    /// <param name="recipes">Text of the recipes; those that have no proofs yet will do.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<ScenarioProof> ProveAsync(PlanFolder folder, string recipes, CancellationToken cancellationToken);

    /// <summary>What the endpoint offers, asked anew.</summary>
    /// <param name="folder">The plan.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EnvironmentException">It does not say.</exception>
    Task<Discovery> DiscoverAsync(PlanFolder folder, CancellationToken cancellationToken) => throw new StepUnavailableException("Nothing here asks the app's Environment Factory what it offers.");
}
