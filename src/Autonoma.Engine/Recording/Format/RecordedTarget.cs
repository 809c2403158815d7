using Autonoma.Engine.Grounding;

namespace Autonoma.Engine.Recording.Format;

/// <summary>An element as it was recognised: signals that do not depend on each other.</summary>
public sealed record RecordedTarget
{
    /// <summary>The words that mean it, as in the command.</summary>
    public required string Means { get; init; }

    /// <summary>What it was wanted for.</summary>
    public required GroundingPurpose For { get; init; }

    /// <summary>Whether the words alone mean it; false when it was chosen among several.</summary>
    public bool Words { get; init; } = true;

    /// <summary>Whether the words name a place, whatever stands there.</summary>
    public bool? ByPosition { get; init; }

    /// <summary>Role.</summary>
    public required string Role { get; init; }

    /// <summary>Accessible name.</summary>
    public string? Name { get; init; }

    /// <summary>Text of its label, when that is not its name.</summary>
    public string? Label { get; init; }

    /// <summary>Its own text, when that is not its name.</summary>
    public string? Text { get; init; }

    /// <summary>Landmarks, dialogs and named forms around it, outermost first.</summary>
    public IReadOnlyList<string>? Section { get; init; }

    /// <summary>The nearest heading before it.</summary>
    public string? Heading { get; init; }

    /// <summary>Text of the row, list entry or card it stands in, without its controls.</summary>
    public string? Entry { get; init; }

    /// <summary>Attributes that are stable.</summary>
    public RecordedAttributes? Attributes { get; init; }

    /// <summary>Selectors of the frames it lies in, outermost first; null for the page itself. For exports.</summary>
    public string? Frame { get; init; }

    /// <summary>Whether it lies in an element that has a shadow tree. For exports.</summary>
    public bool? InCustomElement { get; init; }

    /// <summary>Roles around it, outermost first, without wrappers.</summary>
    public string? Path { get; init; }

    /// <summary>The texts before and after it.</summary>
    public IReadOnlyList<string>? Near { get; init; }

    /// <summary>Left, top, width and height in CSS pixels.</summary>
    public IReadOnlyList<int>? Box { get; init; }

    /// <summary>Hash of what it draws besides text, as 16 hexadecimal digits; null when it draws nothing, or what follows a state or a value.</summary>
    public string? Icon { get; init; }

    /// <summary>Whether the icon is all that anybody sees of it: it shows no words.</summary>
    public bool? IconOnly { get; init; }

    /// <summary>Which signals name no other element on the page.</summary>
    public IReadOnlyList<string>? Alone { get; init; }

    /// <summary>For an element that the words alone do not mean, where others are just like it: which of those it is, from 0, and how many there are.</summary>
    public IReadOnlyList<int>? Among { get; init; }

    /// <summary>Where no signal is alone: which of those with its role and name it is, from 0. For exports; a replay does not count.</summary>
    public int? Nth { get; init; }
}

/// <summary>Attributes of an element. Generated ones are left out.</summary>
public sealed record RecordedAttributes
{
    /// <summary>Test id.</summary>
    public string? TestId { get; init; }

    /// <summary><c>id</c>.</summary>
    public string? Id { get; init; }

    /// <summary>The <c>name</c> attribute.</summary>
    public string? Name { get; init; }

    /// <summary><c>type</c> of an input or button.</summary>
    public string? Type { get; init; }

    /// <summary>Placeholder.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Path of a link.</summary>
    public string? Href { get; init; }

    /// <summary><c>alt</c>.</summary>
    public string? Alt { get; init; }

    /// <summary><c>title</c>.</summary>
    public string? Title { get; init; }
}
