using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Wording;

/// <summary>How a part of a description ties the element to something else.</summary>
internal enum RelationKind
{
    /// <summary>Inside, part of, belonging to.</summary>
    In,
    /// <summary>Of, for, from, about: belongs to whatever holds both.</summary>
    Of,
    /// <summary>Beside.</summary>
    NextTo,
    /// <summary>On its left.</summary>
    LeftOf,
    /// <summary>On its right.</summary>
    RightOf,
    /// <summary>Higher up.</summary>
    Above,
    /// <summary>Lower down, or under a heading.</summary>
    Below,
    /// <summary>Between two things.</summary>
    Between,
    /// <summary>With that text in it.</summary>
    With,
    /// <summary>A side clause that tells what it is good for.</summary>
    Clause,
    /// <summary>A place on the page or in a part of it.</summary>
    Position,
}

/// <summary>A place.</summary>
[Flags]
internal enum Place
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Top.</summary>
    Top = 1,
    /// <summary>Bottom.</summary>
    Bottom = 2,
    /// <summary>Left.</summary>
    Left = 4,
    /// <summary>Right.</summary>
    Right = 8,
    /// <summary>Middle.</summary>
    Middle = 16,
}

/// <summary>Some words of a description that name one thing: which of them say its kind, its number in a row, and which its name.</summary>
internal sealed class Phrase
{
    public required IReadOnlyList<Token> Tokens { get; init; }

    /// <summary>Indexes of the words that are no articles and the like.</summary>
    public required IReadOnlyList<int> Content { get; init; }

    public ElementKind Kind { get; init; } = ElementKind.Any;

    /// <summary>Whether the kind was given in the plural.</summary>
    public bool Plural { get; init; }

    /// <summary>Indexes of the words of the kind.</summary>
    public ulong KindMask { get; init; }

    /// <summary>1-based number; negative from the end; 0 when none.</summary>
    public int Ordinal { get; init; }

    /// <summary>Indexes of the words that make up the number.</summary>
    public ulong OrdinalMask { get; init; }

    /// <summary>All content words.</summary>
    public ulong Mask { get; init; }

    /// <summary>Content words that are neither kind nor number.</summary>
    public ulong NameMask => Mask & ~KindMask & ~OrdinalMask;

    public bool IsEmpty => Mask == 0;

    public string Words(ulong mask) => string.Join(' ', Tokens.Select((token, i) => (token, i)).Where(pair => (mask >> pair.i & 1) != 0).Select(pair => pair.token.Raw));

    public override string ToString() => string.Join(' ', Content.Select(i => Tokens[i].Raw));
}

/// <summary>A tie to something else.</summary>
internal sealed record Relation(RelationKind Kind, Phrase Target, Place Place = Place.None, string Word = "");

/// <summary>One way to understand a description.</summary>
/// <param name="Head">The element itself.</param>
/// <param name="Relations">What it is tied to.</param>
/// <param name="IsLoose">Whether the cut was made where no word says so.</param>
/// <param name="Uncut">Words of relation left in the head: then the page must have them in the name, too.</param>
/// <param name="AmongEquals">Whether an adjective of place in front of the noun was taken out: it needs at least two that are equal but for their place.</param>
internal sealed record Reading(Phrase Head, IReadOnlyList<Relation> Relations, bool IsLoose = false, IReadOnlyList<string>? Uncut = null, bool AmongEquals = false)
{
    public override string ToString() => Head + string.Concat(Relations.Select(r => $" | {r.Kind} {(r.Place == Place.None ? "" : r.Place)} {r.Target}"));
}
