namespace Autonoma.Planner.Exploring;

/// <summary>What an experiment was about.</summary>
public enum ExperimentKind
{
    /// <summary>A page as it stands when it is opened.</summary>
    Page,
    /// <summary>A link that was followed.</summary>
    Link,
    /// <summary>A button, a tab, a switch that was pressed.</summary>
    Press,
    /// <summary>Something that asks first, answered with yes.</summary>
    Confirmed,
    /// <summary>Something that asks first, answered with no.</summary>
    Declined,
    /// <summary>A form that was sent as asked and taken.</summary>
    Accepted,
    /// <summary>A form that was sent with something wrong and refused.</summary>
    Refused,
    /// <summary>A form that was sent otherwise than asked and taken all the same.</summary>
    Tolerated,
    /// <summary>A form that was filled in and left.</summary>
    Abandoned,
    /// <summary>A form whose button was pressed twice in a row.</summary>
    SentTwice,
    /// <summary>A search that finds something.</summary>
    Search,
    /// <summary>A search that finds nothing.</summary>
    SearchMiss,
    /// <summary>A filter.</summary>
    Filter,
    /// <summary>A record that was changed while a filter hid others.</summary>
    FilterAndEdit,
    /// <summary>A sorted column.</summary>
    Sort,
    /// <summary>The next page of records.</summary>
    Paging,
    /// <summary>Several records at once.</summary>
    Bulk,
    /// <summary>Something that was done and taken back.</summary>
    Undo,
    /// <summary>Something that was dragged.</summary>
    Drag,
    /// <summary>Another language, another look.</summary>
    Language,
    /// <summary>Signing in.</summary>
    SignIn,
    /// <summary>Signing out.</summary>
    SignOut,
    /// <summary>A page that asks for a sign-in.</summary>
    Protected,
    /// <summary>An address that nothing is at.</summary>
    Unknown,
}

/// <summary>
/// Something that was tried, in sentences that a test can hold, and what was seen of it, in claims that a test can make. Each claim was
/// judged on the screen by the same checker that will judge it again, and is about something that the steps brought about.
/// </summary>
public sealed record Experiment
{
    /// <summary>What it was about.</summary>
    public required ExperimentKind Kind { get; init; }

    /// <summary>What was tried, as the page calls it: a form, a column, a button.</summary>
    public required string Subject { get; init; }

    /// <summary>What about it: the field that was wrong, the option that was chosen; empty when there is nothing to tell.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Steps that lead from the page's address to where it begins.</summary>
    public IReadOnlyList<string> Approach { get; init; } = [];

    /// <summary>What was done, one thing after the other, each with what was seen of it.</summary>
    public required IReadOnlyList<Stage> Stages { get; init; }

    /// <summary>Whether it begins without a session: nobody is signed in.</summary>
    public bool IsSignedOut { get; init; }

    /// <summary>The scenario that it was tried with, when that is another than the exploration's; else null.</summary>
    public string? Scenario { get; init; }

    /// <summary>Routes that it passed through, in order; empty when it stayed on its page.</summary>
    public IReadOnlyList<string> Through { get; init; } = [];
}

/// <summary>A part of an experiment.</summary>
/// <param name="Steps">Sentences that were carried out.</param>
/// <param name="Claims">What was true afterwards, without a verb in front: <c>"Saved" is displayed</c>.</param>
public sealed record Stage(IReadOnlyList<string> Steps, IReadOnlyList<string> Claims);
