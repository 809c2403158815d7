namespace Autonoma.Scenarios.Journal;

/// <summary>How far an instance came.</summary>
public enum InstanceState
{
    /// <summary><c>up</c> was about to be sent, or was sent; no answer is known.</summary>
    Sent,
    /// <summary>It stands, and is to be torn down.</summary>
    Standing,
    /// <summary>It stands because somebody wanted it to; only asked for is it torn down.</summary>
    Kept,
    /// <summary>The endpoint refused to make it.</summary>
    Refused,
    /// <summary>It was torn down.</summary>
    Removed,
}

/// <summary>What is known of an instance that this machine asked for.</summary>
public sealed record JournalEntry
{
    /// <summary>Its run.</summary>
    public required string RunId { get; init; }

    /// <summary>Its scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Where it was asked for.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary><c>1.0</c> or <c>2.0</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How far it came.</summary>
    public InstanceState State { get; init; }

    /// <summary>What <c>down</c> needs; null while no answer is known. It may hold whatever the endpoint returned: never shown.</summary>
    public string? Token { get; init; }

    /// <summary>What the request for it was named; null when the endpoint remembers no names.</summary>
    public string? Instance { get; init; }

    /// <summary>Names of earlier requests for it, which a gateway answered in the app's stead: what the app made of them is not known.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];

    /// <summary>Why it was not torn down the last time; null when nobody tried.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether something may still stand.</summary>
    public bool IsOpen => Earlier.Count > 0 || State is InstanceState.Sent or InstanceState.Standing or InstanceState.Kept;
}
