using Autonoma.Engine.Grounding;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.TestKit.Interpreting;

/// <summary>Finds elements by <c>#id</c>, or by their exact accessible name or text: for tests that must not depend on how descriptions are read.</summary>
public sealed class NameGrounder : IGrounder
{
    /// <inheritdoc/>
    public GroundingResult Ground(string description, GroundingPurpose purpose, Observation observation, GroundingContext context)
    {
        ArgumentNullException.ThrowIfNull(observation);
        var found = GroundAll(description, observation, context);
        if (found.Count > 1 && found.Where(node => node.IsInteractive || node.IsEditable).ToList() is [var only])
            found = [only];
        return found.Count == 1
            ? new() { Outcome = GroundingOutcome.Found, Node = found[0], Confidence = 1, Candidates = [new(found[0], 1, "it has that name")], Explanation = "it has that name" }
            : new()
            {
                Outcome = found.Count == 0 ? GroundingOutcome.NotFound : GroundingOutcome.Ambiguous,
                Candidates = [.. (found.Count == 0 ? observation.Tree.Nodes.Where(node => node.Role == "button") : found).Select(node => new GroundingCandidate(node, 0.5, "by its name"))],
            };
    }

    /// <inheritdoc/>
    public IReadOnlyList<UiNode> GroundAll(string description, Observation observation, GroundingContext context)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(observation);
        var words = Quotes.Unquote(description);
        var fits = observation.Tree.Nodes.Where(node => !node.IsText && (words.StartsWith('#')
            ? node.ElementId == words[1..]
            : TextFold.Same(node.Name, words) || TextFold.Same(node.InnerText, words) || TextFold.Same(node.Placeholder, words))).ToList();
        // Of nested elements with the same words the innermost is meant.
        return [.. fits.Where(node => !fits.Any(other => !ReferenceEquals(other, node) && node.IsSelfOrAncestorOf(other)))];
    }
}
