using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Recording.Export;

/// <summary>What a phrase of a claim names: kinds of things, texts between quotes, and words of its own.</summary>
internal sealed class NounReading
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal) { "the", "a", "an", "its", "this", "that", "both", "and", ",", "exactly" };

    private NounReading()
    {
    }

    /// <summary>Texts between quotes.</summary>
    public List<string> Quoted { get; } = [];

    /// <summary>What kinds are named, in order.</summary>
    public List<ElementKind> Kinds { get; } = [];

    /// <summary>What is neither quoted nor a kind, as written.</summary>
    public List<string> Words { get; } = [];

    /// <summary>The words in a row, kinds left out: what an unquoted name is.</summary>
    public string Name => string.Join(' ', Words);

    /// <summary>The whole phrase without its article, quotes left out: an unquoted name that may end in a word for a kind.</summary>
    public string Phrase { get; private init; } = "";

    public ElementKind Kind => Kinds.Count > 0 ? Kinds[^1] : ElementKind.Any;

    /// <summary>Reads a phrase.</summary>
    public static NounReading Of(IReadOnlyList<ClaimToken> tokens)
    {
        var noun = new NounReading { Phrase = ClaimToken.Join(tokens.SkipWhile(token => token.Is("the", "a", "an"))).Trim() };
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsQuoted)
            {
                noun.Quoted.Add(tokens[i].Raw);
                continue;
            }

            var length = KindAt(tokens, i, out var kind);
            if (length > 0)
            {
                noun.Kinds.Add(kind);
                i += length - 1;
            }
            else if (!Small.Contains(tokens[i].Text))
                noun.Words.Add(tokens[i].Raw);
        }

        return noun;
    }

    // Capitals are names: "Description tab" is the tab Description, "Table 4" no table.
    private static int KindAt(IReadOnlyList<ClaimToken> tokens, int at, out ElementKind kind)
    {
        for (var length = Math.Min(KindWords.LongestPhrase, tokens.Count - at); length > 0; length--)
        {
            var phrase = tokens.Skip(at).Take(length).ToList();
            if (phrase.All(token => !token.IsQuoted && !token.IsMark && !token.IsCapital) && KindWords.TryKind(string.Join(' ', phrase.Select(token => token.Text)), out kind))
                return length;
        }

        kind = ElementKind.Any;
        return 0;
    }
}
