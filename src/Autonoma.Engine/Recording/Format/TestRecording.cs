using Autonoma.Engine.Commands;

namespace Autonoma.Engine.Recording.Format;

/// <summary>What a test was carried out with when it passed. The form is described in docs/reference/recordings.md.</summary>
public sealed record TestRecording
{
    /// <summary>Version of the form: raised when a member changes its meaning, not when one is added.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Version of the form.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>One entry for each step, in the order of the test.</summary>
    public required IReadOnlyList<RecordedStep> Steps { get; init; }
}

/// <summary>What one sentence was carried out with.</summary>
public sealed record RecordedStep
{
    /// <summary>The sentence as written; secrets masked.</summary>
    public required string Step { get; init; }

    /// <summary>Start of the hash of its text (<see cref="StepId"/>).</summary>
    public required string Id { get; init; }

    /// <summary><c>setup</c> or <c>step</c>.</summary>
    public required string Section { get; init; }

    /// <summary>Who decided: <c>interpreter</c>, or a model's name.</summary>
    public required string By { get; init; }

    /// <summary>The commands in order.</summary>
    public required IReadOnlyList<RecordedCommand> Commands { get; init; }
}

/// <summary>One command with everything that was seen around it.</summary>
public sealed record RecordedCommand
{
    /// <summary>The command with its parameters as templates; null when they hold a secret that the test itself spells out.</summary>
    public CommandArguments? Do { get; init; }

    /// <summary>Whether the command is to be read from the sentence, because it holds a secret.</summary>
    public bool? Masked { get; init; }

    /// <summary>What was waited for before it; null when nothing was.</summary>
    public RecordedWait? Before { get; init; }

    /// <summary>The elements it looked for, in the order of the first look.</summary>
    public IReadOnlyList<RecordedTarget>? Targets { get; init; }

    /// <summary>What was seen to happen; null when nothing was, or for a command that changes nothing.</summary>
    public RecordedEffect? After { get; init; }

    /// <summary>For a claim: what proved each part.</summary>
    public IReadOnlyList<RecordedJudgement>? Judged { get; init; }
}

/// <summary>What came, went or loaded before a command could begin.</summary>
public sealed record RecordedWait
{
    /// <summary>Path of the page that loaded; null when none did.</summary>
    public string? Loads { get; init; }

    /// <summary>Texts that came.</summary>
    public IReadOnlyList<string>? Appears { get; init; }

    /// <summary>Texts that went.</summary>
    public IReadOnlyList<string>? Vanishes { get; init; }

    /// <summary>Milliseconds it took, rounded up to a tenth of a second.</summary>
    public int Within { get; init; }
}

/// <summary>What an action was seen to do.</summary>
public sealed record RecordedEffect
{
    /// <summary>Path of the page that it led to; null when the address stayed.</summary>
    public string? Url { get; init; }

    /// <summary>Texts that came.</summary>
    public IReadOnlyList<string>? Appeared { get; init; }

    /// <summary>Texts that went.</summary>
    public IReadOnlyList<string>? Vanished { get; init; }

    /// <summary>Kind of the native dialog that it opened.</summary>
    public string? Dialog { get; init; }

    /// <summary>Whether a file was downloaded.</summary>
    public bool? Download { get; init; }

    /// <summary>Whether a tab opened.</summary>
    public bool? Tab { get; init; }
}

/// <summary>What proved one part of a claim.</summary>
public sealed record RecordedJudgement
{
    /// <summary>The part, complete with its subject.</summary>
    public required string Claim { get; init; }

    /// <summary>Whether it says that something is not there.</summary>
    public bool? Absence { get; init; }

    /// <summary>The elements that proved it; null when none did (an address, a number of entries).</summary>
    public IReadOnlyList<RecordedProof>? By { get; init; }
}

/// <summary>An element that proved a claim.</summary>
public sealed record RecordedProof
{
    /// <summary>Role of the nearest element with a meaning: <c>heading</c>, <c>alert</c>, <c>row</c> ...; <c>text</c> for none.</summary>
    public required string Role { get; init; }

    /// <summary>Landmarks, dialogs and named forms around it, outermost first.</summary>
    public IReadOnlyList<string>? Section { get; init; }

    /// <summary>What it said, when that may be stored.</summary>
    public string? Text { get; init; }

    /// <summary>Selectors of the frames it lies in, outermost first; null for the page itself. For exports.</summary>
    public string? Frame { get; init; }

    /// <summary>What it is named by, for an element that has a value or a state.</summary>
    public string? Name { get; init; }

    /// <summary>How code finds it; null when nothing of it can be looked for. For exports.</summary>
    public RecordedPlace? At { get; init; }
}

/// <summary>Where an element that proved a claim stands, told so that code can look there.</summary>
public sealed record RecordedPlace
{
    /// <summary>Its <c>id</c>, when it is the only one on the page and not generated.</summary>
    public string? Id { get; init; }

    /// <summary>Its test id, when it is the only one on the page.</summary>
    public string? TestId { get; init; }

    /// <summary>Level of a heading.</summary>
    public int? Level { get; init; }

    /// <summary>Text of what stands right before it under the same parent: the word that a value stands beside.</summary>
    public string? Beside { get; init; }

    /// <summary>What kind of entry it stands in or is: <c>row</c>, <c>listitem</c>, <c>article</c>, <c>treeitem</c>, or tag and class of a card.</summary>
    public string? Entry { get; init; }

    /// <summary>Whether the text is a run beside other content of its element.</summary>
    public bool? IsRun { get; init; }

    /// <summary>Whether the role is that of an element around it.</summary>
    public bool? IsInner { get; init; }

    /// <summary>Whether it lies in an element that has a shadow tree.</summary>
    public bool? InCustomElement { get; init; }

    /// <summary>Whether it is the entry itself.</summary>
    public bool? IsEntry { get; init; }

    /// <summary>Which of the visible entries of that kind on the page, from 0, and how many there are.</summary>
    public IReadOnlyList<int>? Nth { get; init; }

    /// <summary>Which cell of the row, from 0.</summary>
    public int? Cell { get; init; }

    /// <summary>What the head of the cell's column says.</summary>
    public string? Head { get; init; }

    /// <summary>The state that says whether it is on or chosen: <c>checked</c>, <c>pressed</c>, <c>selected</c> or <c>current</c>.</summary>
    public string? State { get; init; }
}
