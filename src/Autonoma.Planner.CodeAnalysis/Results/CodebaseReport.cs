namespace Autonoma.Planner.CodeAnalysis.Results;

/// <summary>What is known of a codebase. The same code gives the same report, whatever the machine.</summary>
/// <param name="Name">The application's name, as its files give it.</param>
/// <param name="Backends">Backends found by their manifests.</param>
/// <param name="Models">What is stored, by name.</param>
/// <param name="Relations">How models hang together.</param>
/// <param name="Scopes">Models that everything belongs to, the best first.</param>
/// <param name="Creations">Who creates each model, in the order of <paramref name="Models"/>.</param>
/// <param name="Pages">Pages and endpoints, by route.</param>
/// <param name="Undecided">What could not be decided.</param>
public sealed record CodebaseReport(
    string Name,
    IReadOnlyList<DetectedBackend> Backends,
    IReadOnlyList<DataModel> Models,
    IReadOnlyList<ModelRelation> Relations,
    IReadOnlyList<ScopeCandidate> Scopes,
    IReadOnlyList<ModelCreation> Creations,
    IReadOnlyList<AppPage> Pages,
    IReadOnlyList<Undecided> Undecided);
