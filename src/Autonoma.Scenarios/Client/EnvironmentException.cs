namespace Autonoma.Scenarios.Client;

/// <summary>What kind of failure a call of an endpoint ended in.</summary>
public enum EnvironmentFailure
{
    /// <summary>Nobody answers at the address.</summary>
    Unreachable,
    /// <summary>No whole answer in time; whether the endpoint did what it was asked is not known.</summary>
    TimedOut,
    /// <summary>An answer that is no success.</summary>
    Http,
    /// <summary>A success that is not what the protocol says.</summary>
    BadResponse,
}

/// <summary>An endpoint did not do what it was asked. The message says what and what to do; it never holds a secret.</summary>
public sealed class EnvironmentException : Exception
{
    /// <summary>Creates one.</summary>
    public EnvironmentException(EnvironmentFailure failure, string action, string message, Exception? inner = null)
        : base(message, inner)
    {
        Failure = failure;
        Action = action;
    }

    /// <summary>What kind.</summary>
    public EnvironmentFailure Failure { get; }

    /// <summary><c>discover</c>, <c>up</c> or <c>down</c>.</summary>
    public string Action { get; }

    /// <summary>HTTP status; null when there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>Code of the SDK (<c>INVALID_SIGNATURE</c>); null when something in between answered.</summary>
    public string? Code { get; init; }

    /// <summary>Whether the endpoint may have carried out the request all the same.</summary>
    public bool MayHaveHappened => Failure is EnvironmentFailure.TimedOut or EnvironmentFailure.BadResponse || (Failure == EnvironmentFailure.Unreachable && WasSent) || Status is 502 or 503 or 504;

    /// <summary>The token that a bad answer held all the same: what was created can be removed with it.</summary>
    internal string? Token { get; init; }

    /// <summary>Whether the connection was lost after the request had gone out.</summary>
    public bool WasSent { get; init; }
}
