using Autonoma.Engine.Running;

namespace Autonoma.Engine.Web;

/// <summary>A sentence given to a <see cref="WebAgent"/> could not be carried out, or its claim did not hold. The message says why and what to do next.</summary>
public sealed class WebAgentException(string message, StepResult? step = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What was tried, with its evidence; null when nothing was.</summary>
    public StepResult? Step { get; } = step;

    /// <summary>What kind of failure.</summary>
    public FailureKind Failure { get; } = step?.Failure ?? FailureKind.Grounding;
}
