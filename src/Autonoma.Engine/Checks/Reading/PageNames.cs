using Autonoma.Engine.Checks.Scenes;

namespace Autonoma.Engine.Checks.Reading;

/// <summary>Keeps names of the page whole that hold a verb, a comma or an "and": Show more, Approve and pay, Send reminders.</summary>
internal static class PageNames
{
    public static List<ClaimToken> Protect(List<ClaimToken> tokens, Scene scene)
    {
        var result = new List<ClaimToken>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            // "Zone A", "block I": no article and no pronoun, where the page has it whole.
            if (i > 0 && tokens[i] is { IsQuoted: false, Raw: "A" or "I" } letter && !tokens[i - 1].IsMark && scene.Find([letter.Text]).Any(p => scene.Exactly(p, 1) is not null))
            {
                result.Add(letter with { IsQuoted = true, IsName = true });
                continue;
            }

            if (Turned(tokens, i, scene) is { } listed)
            {
                result.Add(listed);
                i++;
                continue;
            }

            var width = Width(tokens, i, scene);
            if (width < 2 && LastName(tokens, i, scene) is { } person)
            {
                result.Add(person);
                continue;
            }

            if (width < 2)
            {
                result.Add(tokens[i]);
                continue;
            }

            var raw = string.Join(' ', tokens.Skip(i).Take(width).Select(t => t.Raw)).Replace(" ,", ",", StringComparison.Ordinal).Replace(" :", ":", StringComparison.Ordinal);
            result.Add(new(Language.TextFold.Fold(raw), raw, IsQuoted: true, IsName: true));
            i += width - 1;
        }

        return result;
    }

    /// <summary>"Olga Pent", who stands on the page as "Pent, Olga".</summary>
    private static ClaimToken? Turned(List<ClaimToken> tokens, int at, Scene scene)
    {
        if (at + 1 >= tokens.Count || !tokens[at].IsCapital || !tokens[at + 1].IsCapital || at + 2 < tokens.Count && tokens[at + 2].IsCapital)
            return null;
        // "Anna Olga Pent" is another; "Guest Olga Pent" begins the sentence.
        if (at > 0 && (tokens[at - 1].IsCapital || tokens[at - 1].IsQuoted) && !(at == 1 && Finding.EntryNouns.Contains(tokens[0].Text)))
            return null;
        var (first, last) = (Phrase.Tokens(tokens[at].Text), Phrase.Tokens(tokens[at + 1].Text));
        if (first.Length != 1 || last.Length != 1 || scene.HasPhrase([first[0], last[0]]))
            return null;
        foreach (var position in scene.Find([last[0], first[0]]))
        {
            var text = scene.OwnerAt(position).OwnText.Trim();
            if (text.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma && Phrase.Equal(Phrase.Tokens(text[..comma]), last) && Phrase.Equal(Phrase.Tokens(text[comma..]), first))
                return new(Language.TextFold.Fold(text), text, IsQuoted: true, IsName: true);
        }

        return null;
    }

    /// <summary>"Pent", who stands on the page as "Pent, Olga": the only one of that name, which nothing else on the page is called by.</summary>
    private static ClaimToken? LastName(List<ClaimToken> tokens, int at, Scene scene)
    {
        if (!IsNameLike(tokens[at]) || Phrase.Tokens(tokens[at].Text) is not [var name])
            return null;
        // A first name, a title or a further name beside it tells of another.
        if (at > 0 && (tokens[at - 1].IsQuoted || IsNameLike(tokens[at - 1]) && (at > 1 || scene.HasWord(tokens[0].Text)) || tokens[at - 1].Is("mr", "mrs", "ms", "dr") || at > 1 && tokens[at - 1].Is(",") && scene.HasPhrase([.. Phrase.Tokens(tokens[at - 2].Text).TakeLast(1), name])))
            return null;
        if (at + 1 < tokens.Count && (tokens[at + 1].IsQuoted || IsNameLike(tokens[at + 1]) || tokens[at + 1].Is(",") && at + 2 < tokens.Count && IsNameLike(tokens[at + 2]) && scene.HasPhrase([name, tokens[at + 2].Text])))
            return null;
        if (scene.Positions(name).ToList() is not [var only] || scene.OwnerAt(only) is not { IsText: true } owner || scene.Start(owner) != only || scene.Length(owner) is not (2 or 3) || !IsLastFirst(owner.OwnText))
            return null;
        var whole = owner.OwnText.Trim();
        return new(Language.TextFold.Fold(whole), whole, IsQuoted: true, IsName: true);
    }

    private static bool IsNameLike(ClaimToken token) => token.IsCapital && !token.HasDigit && token.Raw.Length > 1 && token.Raw.Skip(1).All(c => char.IsLower(c) || c is '-' or '\'') && !VerbWords.TryStrong(token, out _) && !Language.KindWords.TryKind(token.Text, out _);

    // "Lee, Ann": two names and a comma between them, and nothing else.
    private static bool IsLastFirst(string text) => text.Split(',') is [var last, var first] && last.Trim() is { Length: > 1 } family && first.Trim() is { Length: > 1 } given && char.IsUpper(family[0]) && char.IsUpper(given[0]) && (family + given).All(c => char.IsLetter(c) || c is '-' or '\'' or ' ' or '.') && Phrase.Tokens(text).Length <= 3;

    private static int Width(List<ClaimToken> tokens, int at, Scene scene)
    {
        if (!tokens[at].IsCapital)
            return 1;
        var best = 1;
        var words = new List<string>();
        var structural = false;
        for (var n = 0; n < 7 && at + n < tokens.Count && !(at == 0 && n == tokens.Count - 1); n++)
        {
            var token = tokens[at + n];
            if (token.IsQuoted || token.Is(".", ";", "(", ")", "'s"))
                break;
            words.AddRange(token.Is(",", ":") ? [] : Phrase.Tokens(token.Text));
            structural |= token.Is(":", "and", "or", "but", ",", "not", "no", "while", "all", "in", "on", "as", "for", "to", "of", "by") || VerbWords.TryAny(token, out _);
            if (n == 0 || !structural || token.Is(",", ":", "and", "or"))
                continue;
            // The whole of a short text or name.
            if (IsWhole(words, scene))
                best = n + 1;
        }

        return best;
    }

    private static bool IsWhole(List<string> words, Scene scene)
    {
        foreach (var node in scene.Named(words[0]))
        {
            if (Phrase.Equal(scene.NameTokens(node), words))
                return true;
        }

        foreach (var position in scene.Find(words))
        {
            if (scene.Exactly(position, words.Count) is { } node && (node.IsText || Scene.IsInline(node) || scene.IsTogether(position, words.Count)))
                return true;
        }

        return false;
    }
}
