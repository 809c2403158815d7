namespace Autonoma.AI.Failures;

/// <summary>A model gave no answer. The same for every provider.</summary>
/// <remarks>The message reaches users: it holds no key and no prompt. What a provider says about a request is kept short.</remarks>
public sealed class ModelException : Exception
{
    /// <summary>A failure.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="message">For people, with what to do.</param>
    /// <param name="inner">What the client library threw.</param>
    public ModelException(ModelFailure failure, string message, Exception? inner = null) : base(message, inner) => Failure = failure;

    /// <summary>Why.</summary>
    public ModelFailure Failure { get; }

    /// <summary>HTTP status; null when there was no answer at all.</summary>
    public int? Status { get; init; }

    /// <summary>How long the provider wants to be left alone; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsTransient => Failure is ModelFailure.RateLimited or ModelFailure.TimedOut or ModelFailure.Unavailable || (Failure is ModelFailure.BadReply && Status is not null);

    /// <summary>Whether the provider is out, so that another model should be asked.</summary>
    public bool IsOutage => Failure is ModelFailure.RateLimited or ModelFailure.TimedOut or ModelFailure.Unavailable or ModelFailure.OutOfCredit;

    /// <summary>Whether it is sure that nothing was charged: the provider turned the request away, or never got it.</summary>
    public bool IsFree => Failure is ModelFailure.BadRequest or ModelFailure.Unauthorized or ModelFailure.OutOfCredit or ModelFailure.RateLimited || (Failure is ModelFailure.Unavailable && Status is not null);
}
