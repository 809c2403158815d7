namespace Autonoma.Planner.Pipeline;

/// <summary>
/// Does one step of a plan: by analysis of the code, by a model, or by waiting for a coding agent. What it may read and write is said by
/// <see cref="StepDefinition"/> and held by <see cref="PlanStepContext"/>. It may be run again after a kill and must then come to the same files.
/// </summary>
public interface IPlanStep
{
    /// <summary>Which step: 1 to 6.</summary>
    int Number { get; }

    /// <summary>How it is done, for people: <c>analysis of the code</c>, <c>a model</c>.</summary>
    string Means { get; }

    /// <summary>Does it. A file that is refused is no exception: the placement says so, and the step may write a better one.</summary>
    /// <param name="context">What it reads and writes with.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StepUnavailableException">It cannot be done as things are.</exception>
    Task RunAsync(PlanStepContext context, CancellationToken cancellationToken);
}

/// <summary>A step cannot be done as things are. The message says what is needed.</summary>
/// <param name="message">For people.</param>
public sealed class StepUnavailableException(string message) : Exception(message);
