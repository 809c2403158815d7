using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>
/// "Add to basket for the lamp" on a page with buttons "Add to basket": these three words are one name, and are neither cut nor met in part, as if they had been quoted.
/// </summary>
internal static class PageNames
{
    private const int Longest = 6;

    /// <summary>The words of a description, names of the page that hold a word of relation taken for quotations.</summary>
    public static IReadOnlyList<Token> Join(ScreenModel screen, IReadOnlyList<Token> tokens)
    {
        var cuts = RelationWords.Cuts(tokens);
        if (cuts.Count == 0 || screen.TyingNames.Count == 0)
            return tokens;
        List<Token>? joined = null;
        var next = tokens.Max(token => token.Quote) + 1;
        for (var from = 0; from < tokens.Count - 1; from++)
        {
            for (var to = Math.Min(tokens.Count, from + Longest); to >= from + 2; to--)
            {
                if (!IsName(screen, tokens, cuts, from, to))
                    continue;
                joined ??= [.. tokens];
                for (var i = from; i < to; i++)
                    joined[i] = joined[i] with { Quote = next };
                next++;
                from = to - 1;
                break;
            }
        }

        return joined ?? tokens;
    }

    private static bool IsName(ScreenModel screen, IReadOnlyList<Token> tokens, IReadOnlyList<Cut> cuts, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].IsQuoted || tokens[i].Separator || tokens[i].Text.Length == 0)
                return false;
        }

        if (tokens[from].IsFiller || !cuts.Any(cut => cut.At > from && cut.At < to))
            return false;
        // "Valid to field": a name that ends with such a word is one only before the word for its kind.
        if (tokens[to - 1].IsFiller && !(to < tokens.Count && KindWords.TryKind(tokens[to].Text, out _)))
            return false;
        return screen.TyingNames.Contains(string.Join(' ', tokens.Skip(from).Take(to - from).Select(token => token.Text)));
    }
}
