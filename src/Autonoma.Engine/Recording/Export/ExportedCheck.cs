namespace Autonoma.Engine.Recording.Export;

/// <summary>By what code finds what a claim is about.</summary>
internal enum ExportedPlaceKind
{
    /// <summary>Anything that shows a text.</summary>
    Text,
    /// <summary>An element of a role, by its name or any of that role.</summary>
    Named,
    /// <summary>An element of a role that holds a text.</summary>
    Speaking,
    /// <summary>A row, a list entry or a card.</summary>
    Entry,
    /// <summary>What stands right after a text, under the same parent.</summary>
    Beside,
    /// <summary>A field whose label begins with a text.</summary>
    Labelled,
}

/// <summary>Where a claim is to be looked at.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Text">Text, name, kind of entry or label; empty for any name.</param>
internal sealed record ExportedPlace(ExportedPlaceKind Kind, string Text)
{
    public string Role { get; init; } = "";

    /// <summary>Whether the text or name is all that the element says.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether the text stands beside other content of its element.</summary>
    public bool IsRun { get; init; }

    public int? Level { get; init; }

    /// <summary>What the entry holds beside what is claimed.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Which of several, from 0; -1 for the last.</summary>
    public int? Nth { get; init; }

    /// <summary>Which cell of the row.</summary>
    public int? Cell { get; init; }

    /// <summary>The way through frames as it is recorded; null for the page itself. Only of the outermost part.</summary>
    public string? Frame { get; init; }

    public bool InCustomElement { get; init; }

    /// <summary>The part of the page it lies in; null for anywhere.</summary>
    public ExportedPlace? Within { get; init; }

    /// <summary>The outermost part it lies in; itself when it lies in none.</summary>
    public ExportedPlace Root => Within?.Root ?? this;

    /// <summary>The same in a frame or a shadow tree.</summary>
    public ExportedPlace In(string? frame, bool inCustomElement) => this with { Frame = Within is null ? frame : null, InCustomElement = inCustomElement, Within = Within?.In(frame, inCustomElement) };
}

/// <summary>What code checks there.</summary>
/// <remarks><see cref="Below"/>: right below another; <see cref="Heads"/>: the nearest heading before it says the text.</remarks>
internal enum ExportedFact
{
    Shown,
    Absent,
    Says,
    Contains,
    Holds,
    Count,
    Disabled,
    Enabled,
    Checked,
    Unchecked,
    Pressed,
    Unpressed,
    Selected,
    Current,
    Focused,
    ReadOnly,
    Masked,
    Unmasked,
    Below,
    Heads,
    AddressIs,
    AddressHolds,
    AddressStarts,
    AddressEnds,
    TitleIs,
    TitleHolds,
    TitleStarts,
    TitleEnds,
}

/// <summary>One check.</summary>
/// <param name="Place">Where; null for the address and the title of the page.</param>
/// <param name="Fact">What.</param>
/// <param name="Text">The text or value, with templates.</param>
/// <param name="Count">For <see cref="ExportedFact.Count"/>.</param>
internal sealed record ExportedCheck(ExportedPlace? Place, ExportedFact Fact, string Text = "", int Count = 0)
{
    /// <summary>For <see cref="ExportedFact.Below"/>: what it stands below.</summary>
    public ExportedPlace? Upper { get; init; }

    /// <summary>Whether it says that something is not there: code has to look for a while.</summary>
    public bool IsAbsence => Fact == ExportedFact.Absent;
}

/// <summary>A claim as checks, or why it cannot be one.</summary>
/// <param name="Checks">Together they say all that the claim says; empty when they cannot.</param>
/// <param name="WhyNot">Why not.</param>
internal sealed record ExportedClaim(IReadOnlyList<ExportedCheck> Checks, string WhyNot = "")
{
    public static ExportedClaim No(string why) => new([], why);
}
