namespace Autonoma.Planner.Pipeline.Review;

/// <summary>What became of a review.</summary>
public enum ReviewAnswer
{
    /// <summary>A person has seen it and wants to go on.</summary>
    Acknowledged,
    /// <summary>Nobody has looked, and it was said beforehand that this is enough.</summary>
    Unseen,
    /// <summary>Nobody has looked yet, or wants changes first.</summary>
    NotYet,
}

/// <summary>Shows what a step made before the next begins.</summary>
public interface IPlanReviewer
{
    /// <summary>Shows it and asks.</summary>
    /// <param name="step">What was done.</param>
    /// <param name="summary">What it made, as Markdown.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<ReviewAnswer> ReviewAsync(StepDefinition step, string summary, CancellationToken cancellationToken);
}
