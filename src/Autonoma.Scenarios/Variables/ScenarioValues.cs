using System.Text.Json.Nodes;

namespace Autonoma.Scenarios.Variables;

/// <summary>A recipe made concrete for one run.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="RunId">The run.</param>
/// <param name="Create">What to create, ready to be sent.</param>
/// <param name="Values">The variables of the recipe with the values they got.</param>
public sealed record ScenarioValues(string Scenario, RunId RunId, JsonObject Create, IReadOnlyDictionary<string, JsonNode?> Values)
{
    /// <summary>The variables as text, for a test's memory: those of the recipe, <c>testRunId</c> and <c>testRunShortId</c>.</summary>
    public IReadOnlyDictionary<string, string> Texts
    {
        get
        {
            var texts = Values.ToDictionary(pair => pair.Key, pair => Tokens.Text(pair.Value), StringComparer.Ordinal);
            texts.TryAdd(Tokens.RunIdToken, RunId.Value);
            texts.TryAdd(Tokens.ShortIdToken, RunId.Short);
            return texts;
        }
    }
}
