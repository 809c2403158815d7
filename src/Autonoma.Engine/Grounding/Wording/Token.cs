namespace Autonoma.Engine.Grounding.Wording;

/// <summary>One word of a description.</summary>
/// <param name="Text">Folded; empty for a mark that is no word.</param>
/// <param name="Raw">As written.</param>
/// <param name="Quote">Number of the quotation it stands in, or -1.</param>
/// <param name="Concept">What an icon of that word shows, or null.</param>
/// <param name="Separator">Whether it only separates: a slash, an arrow of a path, a comma.</param>
/// <param name="Possessive">Whether it was written with 's.</param>
/// <param name="Kept">Whether a small word is to be taken for a part of a name all the same ("Main account", "My orders").</param>
internal sealed record Token(string Text, string Raw, int Quote, string? Concept = null, bool Separator = false, bool Possessive = false, bool Kept = false)
{
    public bool IsQuoted => Quote >= 0;

    public bool IsFiller => !IsQuoted && !Kept && FillerWords.IsFiller(Text);

    /// <summary>Written like a name or a code: it may not be dropped or bent.</summary>
    public bool IsSpecific => IsQuoted || Text.Any(char.IsDigit) || (Raw.Length > 1 && Raw.Skip(1).Any(char.IsUpper)) || Kept && Raw is "A";
}
