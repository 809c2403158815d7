namespace Autonoma.AI.Failures;

/// <summary>Why a model gave no answer.</summary>
public enum ModelFailure
{
    /// <summary>The request is not as the provider wants it (400, 404, 413, 422). Sending it again changes nothing.</summary>
    BadRequest,
    /// <summary>The key is missing, wrong, or may not use the model (401, 403).</summary>
    Unauthorized,
    /// <summary>The account has no money left (402).</summary>
    OutOfCredit,
    /// <summary>Too many requests (429).</summary>
    RateLimited,
    /// <summary>It did not answer in time (408, 504, or our own limit).</summary>
    TimedOut,
    /// <summary>The provider is out: 5xx, no connection, connection lost.</summary>
    Unavailable,
    /// <summary>The answer cannot be read: cut off, no JSON, no choices.</summary>
    BadReply,
    /// <summary>The model, or a filter of the provider, refuses to answer.</summary>
    Refused,
    /// <summary>The caller stopped it.</summary>
    Cancelled,
    /// <summary>A budget did not allow it; nothing was sent.</summary>
    OverBudget,
}
