using Autonoma.Engine.Commands;
using Autonoma.Engine.Deciding;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Recording.Replaying;

/// <summary>Counts how often something was decided, so that "nothing was decided" can be shown.</summary>
internal sealed class DecisionCounter(IDecider inner) : IDecider
{
    /// <summary>Decisions so far.</summary>
    public int Count { get; private set; }

    public ValueTask<Decision> DecideAsync(DecisionRequest request, CancellationToken cancellationToken)
    {
        Count++;
        return inner.DecideAsync(request, cancellationToken);
    }

    public IReadOnlyList<CommandArguments> Foresee(TestStep step) => inner.Foresee(step);

    public bool DecidesAgainAfter(TestStep step, Attempt failed) => inner.DecidesAgainAfter(step, failed);
}
