using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Reading;

/// <summary>A word, a mark or a quoted piece of a claim.</summary>
/// <param name="Text">Folded, lower case; of a quoted piece what stands between the quotes.</param>
/// <param name="Raw">As written.</param>
/// <param name="IsQuoted">A quoted piece, or a name of the page that must stay whole.</param>
/// <param name="IsName">Not quoted by the author, but a text of the page.</param>
internal sealed record ClaimToken(string Text, string Raw, bool IsQuoted = false, bool IsName = false)
{
    public bool IsCapital => !IsQuoted && Raw.Length > 0 && char.IsUpper(Raw[0]);

    public bool HasDigit => Text.Any(char.IsDigit);

    public bool IsMark => !IsQuoted && Text is "," or ";" or ":" or "." or "(" or ")" or "'s" or "!" or "?";

    public bool Is(params ReadOnlySpan<string> words)
    {
        if (IsQuoted)
            return false;
        foreach (var word in words)
        {
            if (Text == word)
                return true;
        }

        return false;
    }

    public static ClaimToken Word(string word) => new(TextFold.Fold(word), word);

    public override string ToString() => IsQuoted && !IsName ? $"'{Raw}'" : Raw;

    /// <summary>The tokens as a sentence again.</summary>
    public static string Join(IEnumerable<ClaimToken> tokens)
    {
        var builder = new System.Text.StringBuilder();
        foreach (var token in tokens)
        {
            if (builder.Length > 0 && !(token.IsMark && token.Text != "("))
                builder.Append(' ');
            builder.Append(token);
        }

        return builder.ToString();
    }
}
