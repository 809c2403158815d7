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
        var kinded = tokens.Count > 2 && tokens.Any(token => !token.IsQuoted && char.IsUpper(token.Raw.FirstOrDefault())) && tokens.Count(token => !token.IsQuoted && KindWords.TryKind(token.Text, out _)) > 1;
        if ((cuts.Count == 0 || screen.TyingNames.Count == 0) && !kinded)
            return tokens;
        List<Token>? joined = null;
        var next = tokens.Max(token => token.Quote) + 1;
        for (var from = 0; from < tokens.Count - 1; from++)
        {
            for (var to = Math.Min(tokens.Count, from + Longest); to >= from + 2; to--)
            {
                if (!IsName(screen, tokens, cuts, from, to) && !(kinded && IsKinded(screen, tokens, from, to)))
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

    // "The switch of Harbour bell search" where a line says "Harbour bell search": the last word is one of that name, not of a search field.
    private static bool IsKinded(ScreenModel screen, IReadOnlyList<Token> tokens, int from, int to)
    {
        if (to - from < 2 || !KindWords.TryKind(tokens[to - 1].Text, out _) || !char.IsUpper(tokens[from].Raw.FirstOrDefault()) || from == 0 && to == tokens.Count || Enumerable.Range(from, to - from).Any(i => tokens[i] is { IsQuoted: true } or { Separator: true } or { Text.Length: 0 }))
            return false;
        if (from == 0 && !KindWords.TryKind(tokens[to].Text, out _))
            return false;
        return screen.KindedTexts.Contains(string.Join(' ', tokens.Skip(from).Take(to - from).Select(token => token.Text)));
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
