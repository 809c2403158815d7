namespace Autonoma.Planner.Pipeline.Proving.Mending;

/// <summary>Who has to mend a fault.</summary>
public enum FaultSide
{
    /// <summary>The endpoint, or the code behind it: nobody but its author.</summary>
    Handler,
    /// <summary>The scenario: its values do not fit what the endpoint takes.</summary>
    Scenario,
}

/// <summary>What is wrong.</summary>
public enum FaultCause
{
    /// <summary>Not known; the message is all there is.</summary>
    Other,
    /// <summary>A model of the audit has no factory.</summary>
    MissingFactory,
    /// <summary>The factory, or the code it calls, failed.</summary>
    Crash,
    /// <summary>The login that came back is none, or does not sign in.</summary>
    Login,
    /// <summary>Records did not come, or did not go.</summary>
    Rows,
    /// <summary>Nobody answers, or not by the protocol.</summary>
    Endpoint,
    /// <summary>The endpoint has no such field.</summary>
    UnknownField,
    /// <summary>A field that must be there is not.</summary>
    MissingField,
    /// <summary>A value that a rule of the application refuses.</summary>
    InvalidValue,
    /// <summary>A value of another type.</summary>
    WrongType,
    /// <summary>Two records have what only one may have.</summary>
    NotUnique,
    /// <summary>A record refers to one that is not there.</summary>
    DanglingReference,
}

/// <summary>Something that went wrong when a scenario was made or removed.</summary>
/// <param name="Side">Who has to mend it.</param>
/// <param name="Cause">What is wrong.</param>
/// <param name="Scenario">In which scenario; empty when in all of them.</param>
/// <param name="Message">What came back.</param>
public sealed record Fault(FaultSide Side, FaultCause Cause, string Scenario, string Message)
{
    /// <summary>The model; null when it is not known.</summary>
    public string? Model { get; init; }

    /// <summary>The record's alias; null when it is not known.</summary>
    public string? Alias { get; init; }

    /// <summary>The field; null when it is not known.</summary>
    public string? Field { get; init; }

    /// <summary>What the value must be, as far as the message says it.</summary>
    public Designing.ValueLimits Limits { get; init; } = Designing.ValueLimits.None;

    /// <summary>The words that are allowed; empty when the message names none.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The type that is wanted; null when the message names none.</summary>
    public string? Type { get; init; }

    /// <summary>Whether another fault is the same, in whichever record.</summary>
    public bool IsSame(Fault other) => other is not null && (Cause, Scenario, Model, Field) == (other.Cause, other.Scenario, other.Model, other.Field);
}
