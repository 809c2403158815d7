using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Recording.Drift;

/// <summary>Finds elements by their words and shows what it found to the recording before anybody acts on it.</summary>
internal sealed class GuardedGrounder(IGrounder inner, RunRecording recording) : IGrounder
{
    public GroundingResult Ground(string description, GroundingPurpose purpose, Observation observation, GroundingContext context)
        => recording.Guard(description, purpose, observation, inner.Ground(description, purpose, observation, context));

    public IReadOnlyList<UiNode> GroundAll(string description, Observation observation, GroundingContext context) => inner.GroundAll(description, observation, context);
}
