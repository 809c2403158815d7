namespace Autonoma.AI.Evaluating;

/// <summary>What one case came to.</summary>
public enum EvaluationMark
{
    /// <summary>As expected.</summary>
    Right,
    /// <summary>Something wrong was said.</summary>
    Wrong,
    /// <summary>No answer came that could be judged, or it was refused where there was one.</summary>
    Refused,
}

/// <summary>One question to a model.</summary>
/// <param name="Id">Which case.</param>
/// <param name="Expected">What was asked, and what is right.</param>
/// <param name="Mark">What it came to.</param>
/// <param name="FalseAccepted">Whether the model took what is not so for so: the worst that can happen in a test. Always <see cref="EvaluationMark.Wrong"/>.</param>
/// <param name="Got">What the model said.</param>
/// <param name="Tokens">Tokens of all calls for it, those that were asked again included.</param>
/// <param name="Cost">Dollars; null when the price of the model is not known.</param>
public sealed record EvaluationCase(string Id, string Expected, EvaluationMark Mark, bool FalseAccepted, string Got, long Tokens, decimal? Cost);

/// <summary>A case that could not be put to the model, which says nothing about the model.</summary>
/// <param name="Id">Which case.</param>
/// <param name="Why">Why not.</param>
public sealed record SkippedCase(string Id, string Why);
