namespace Autonoma.Planner.Pipeline.Review;

/// <summary>Reviews without a person: goes on with steps that were said to be seen, and leaves the others.</summary>
/// <param name="steps">Numbers of the steps that go on.</param>
/// <param name="isSeen">Whether a person has seen them, or nobody has to.</param>
public sealed class AdvanceReviewer(IReadOnlyCollection<int> steps, bool isSeen) : IPlanReviewer
{
    /// <summary>Goes on with every step, unseen.</summary>
    public static AdvanceReviewer Always { get; } = new([1, 2, 3, 4, 5], isSeen: false);

    /// <summary>Waits at every step.</summary>
    public static AdvanceReviewer Never { get; } = new([], isSeen: false);

    /// <inheritdoc/>
    public Task<ReviewAnswer> ReviewAsync(StepDefinition step, string summary, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Task.FromResult(!steps.Contains(step.Number) ? ReviewAnswer.NotYet : isSeen ? ReviewAnswer.Acknowledged : ReviewAnswer.Unseen);
    }
}
