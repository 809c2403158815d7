using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Deciding.Models;

/// <summary>
/// Elements that a model chose and that no words of the screen mean alone (an icon without a name). A pin is a description of one step: it means that element
/// while it is there and is still what it was, and nothing else.
/// </summary>
public sealed class PinnedTargets
{
    private readonly Dictionary<string, UiNode> _pins = new(StringComparer.Ordinal);

    /// <summary>Forgets all pins: called when a step begins.</summary>
    internal void Clear() => _pins.Clear();

    /// <summary>A description that means the element.</summary>
    internal string Pin(UiNode node, string words)
    {
        var text = words;
        for (var i = 2; _pins.TryGetValue(text, out var other) && other.Ref != node.Ref; i++)
            text = $"{words} ({i})";
        _pins[text] = node;
        return text;
    }

    /// <summary>Finds what is pinned, and leaves everything else to another grounder.</summary>
    public IGrounder Around(IGrounder grounder) => new Pinned(this, grounder);

    private sealed class Pinned(PinnedTargets pins, IGrounder grounder) : IGrounder
    {
        public GroundingResult Ground(string description, GroundingPurpose purpose, Observation observation, GroundingContext context)
        {
            if (!pins._pins.TryGetValue(description, out var then))
                return grounder.Ground(description, purpose, observation, context);
            var now = observation.Tree.Find(then.Ref);
            return now is not null && now.Tag == then.Tag && now.Role == then.Role && now.Name == then.Name
                ? new() { Outcome = GroundingOutcome.Found, Node = now, Confidence = 0.5, ByWords = false, Explanation = "chosen by the model by its reference" }
                : new() { Outcome = GroundingOutcome.NotFound, Explanation = "The element that the model chose is no longer there." };
        }

        public IReadOnlyList<UiNode> GroundAll(string description, Observation observation, GroundingContext context) => grounder.GroundAll(description, observation, context);
    }
}
