using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Reading;

/// <summary>
/// Sentences that say the same of two things, or two things of one, with words that are said only once: "the Edit and Delete buttons of X are both disabled", "X has no driver and no plate",
/// "a dialog asks 'Sure?' with the buttons Yes and No".
/// </summary>
internal static class ClaimSeveral
{
    public static readonly IReadOnlyList<Func<List<ClaimToken>, List<ClaimToken>?>> Rules = [ControlsOfOne, NoneOfSeveral, DialogWithButtons, RespondsWithSeveral, TheOneOf, CountsOfOne, TickedOff];

    private static readonly string[] OfWhat = ["of", "for", "in", "next", "beside"];

    private static ClaimToken W(string word) => ClaimToken.Word(word);

    // "The Edit and Delete buttons of X are both disabled": each of them is that of X.
    private static List<ClaimToken>? ControlsOfOne(List<ClaimToken> tokens)
    {
        var kind = tokens.FindIndex(t => !t.IsQuoted && KindWords.TryKind(t.Text, out var of, out var plural) && plural && Kinds.IsControlKind(of));
        if (kind < 3 || kind + 3 >= tokens.Count || !tokens[kind + 1].Is(OfWhat))
            return null;
        var verb = tokens.FindIndex(kind + 2, t => t.Is("is", "are", "was", "were", "can"));
        var from = tokens[0].Is("the", "both") ? tokens[0].Is("both") && tokens[1].Is("the") ? 2 : 1 : 0;
        if (verb < kind + 3 || verb + 1 >= tokens.Count || tokens[(kind + 1)..verb].Exists(t => t.IsMark && !t.Is("'s") || t.Is("and", "or", "but")))
            return null;
        List<List<ClaimToken>> names = [[]];
        foreach (var token in tokens[from..kind])
        {
            if (!token.Is("and", ","))
                names[^1].Add(token);
            else if (names[^1].Count > 0)
                names.Add([]);
        }

        // A word of their kind, or how they look, is no name of theirs.
        if (names.Count < 2 || !names.TrueForAll(n => n.Count is > 0 and < 4 && (n[0].IsQuoted || n[0].IsCapital) && !n.Exists(t => t.IsMark || t.Is("no", "only", "all", "not"))))
            return null;
        var end = tokens.FindIndex(verb, t => t.Is(",", ";", ":", "while", "whereas", "but", "and"));
        var said = tokens[verb..(end < 0 ? tokens.Count : end)].Where((t, i) => i > 2 || !t.Is("both", "all", "each")).ToList();
        if (said.Count < 2)
            return null;
        said[0] = said[0].Is("are") ? W("is") : said[0].Is("were") ? W("was") : said[0];
        var one = W(ClaimSplitter.Singular(tokens[kind].Text));
        var result = new List<ClaimToken>();
        foreach (var name in names)
        {
            if (result.Count > 0)
                result.Add(new(";", ";"));
            result.AddRange([W("the"), .. name, one, .. tokens[(kind + 1)..verb], .. said]);
        }

        return end < 0 ? result : [.. result, .. tokens[end..]];
    }

    // "X has no driver and no plate": it has neither.
    private static List<ClaimToken>? NoneOfSeveral(List<ClaimToken> tokens)
    {
        var verb = tokens.FindIndex(1, t => t.Is("has", "have", "shows", "contains"));
        if (verb < 1 || verb + 5 > tokens.Count || !tokens[verb + 1].Is("no") || tokens[..verb].Exists(t => t.IsMark && !t.Is("'s") || t.Is("and", "or", "no", "not", "only", "there")))
            return null;
        var and = tokens.FindIndex(verb + 3, t => t.Is("and", "or", "nor", ","));
        if (and < 0 || and - verb > 6)
            return null;
        var next = and + 1 < tokens.Count && tokens[and + 1].Is("and", "or", "nor") ? and + 2 : and + 1;
        return next + 1 < tokens.Count && tokens[next].Is("no") && !ClauseReader.HasVerb(tokens[next..]) ? [.. tokens[..and], new(";", ";"), .. tokens[..(verb + 1)], .. tokens[next..]] : null;
    }

    // "A dialog asks 'Sure?' with the buttons Yes and No": it asks so, and has them.
    private static List<ClaimToken>? DialogWithButtons(List<ClaimToken> tokens)
    {
        var dialog = tokens.FindIndex(t => !t.IsQuoted && t.Is("dialog", "modal", "popup", "window", "confirmation"));
        if (dialog is < 0 or > 3 || dialog + 4 > tokens.Count)
            return null;
        var with = tokens.FindIndex(dialog + 2, t => t.Is("with", "offering", "and"));
        if (with < 0 || !tokens[with - 1].IsQuoted || with + 3 > tokens.Count || !tokens[dialog..with].Exists(t => t.Is("asks", "says", "reads", "asking", "saying", "appears", "opens", "shows")) || tokens[with].Is("and") && !tokens[with + 1].Is("offers", "has"))
            return null;
        var said = tokens[(tokens[with].Is("and") ? with + 2 : with + 1)..];
        if (!said.Exists(t => !t.IsQuoted && t.Is("button", "buttons")) || said.Exists(t => t.IsMark && !t.Is(",") || t.Is("no", "not", "is", "are")))
            return null;
        return [.. tokens[..with], new(";", ";"), W("the"), W("dialog"), W("has"), .. said];
    }

    // "Sending the empty form brings up both errors: 'A' and 'B'": both are displayed.
    private static List<ClaimToken>? RespondsWithSeveral(List<ClaimToken> tokens)
    {
        var first = tokens.FindIndex(t => t.IsQuoted);
        var verb = tokens.FindIndex(1, t => t.Is(ClaimParaphrases.Results));
        if (verb < 1 || first <= verb || !ClaimParaphrases.IsDoing(tokens[..verb]))
            return null;
        var texts = tokens[first..].Where(t => t.IsQuoted).ToList();
        if (texts.Count < 2 || !tokens[first..].TrueForAll(t => t.IsQuoted || t.Is(",", "and")))
            return null;
        // So many as are said, and no other word than what kind of text they are.
        var between = tokens[(verb + 1)..first];
        var number = between.Find(t => t.Is("both") || NumberWords.TryCardinal(t.Text, out _) && !t.Is("a", "an", "no"));
        if (!between.TrueForAll(t => t == number || t.Is(ClaimParaphrases.TextWords) || t.Is(":", "errors", "warnings", "notes", "hints", "texts", "lines", "toasts", "alerts")) || number is not null && (number.Is("both") ? 2 : NumberWords.TryCardinal(number.Text, out var many) ? many : 0) != texts.Count)
            return null;
        var result = new List<ClaimToken>();
        foreach (var text in texts)
        {
            if (result.Count > 0)
                result.Add(new(";", ";"));
            result.AddRange([text, W("is"), W("displayed")]);
        }

        return result;
    }

    // "Only one Locate button is disabled, the one of Daisy": and that of Daisy is.
    private static List<ClaimToken>? TheOneOf(List<ClaimToken> tokens)
    {
        if (tokens.Count < 8 || !tokens[0].Is("only", "exactly", "just") || !tokens[1].Is("one", "a") || tokens[1].Is("a") && !tokens[2].Is("single"))
            return null;
        var noun = tokens[1].Is("a") ? 3 : 2;
        var verb = tokens.FindIndex(noun + 1, t => t.Is("is", "was"));
        var comma = verb < 0 ? -1 : tokens.FindIndex(verb + 2, t => t.Is(",", ":"));
        if (comma < 0 || verb - noun > 4 || tokens[noun..comma].Exists(t => t.IsMark || t.Is("and", "or", "but", "of", "in")))
            return null;
        var rest = tokens[(comma + 1)..].SkipWhile(t => t.Is("namely")).ToList();
        var of = rest is [var the, var one, _, _, ..] && the.Is("the") && one.Is("one") ? 2 : rest is [var that, _, _, ..] && that.Is("that") ? 1 : -1;
        if (of < 0 || !rest[of].Is("of", "for", "in") || ClauseReader.HasVerb(rest) || rest.Exists(t => t.IsMark && !t.Is("'s") || t.Is("and", "or")))
            return null;
        return [.. tokens[..comma], new(";", ";"), W("the"), .. tokens[noun..verb], .. rest[of..], .. tokens[verb..comma]];
    }

    // "X has five stars and 31 ratings": so many of each.
    private static List<ClaimToken>? CountsOfOne(List<ClaimToken> tokens)
    {
        var verb = tokens.FindIndex(1, t => t.Is("has", "shows"));
        if (verb < 1 || verb + 5 >= tokens.Count || tokens[..verb].Exists(t => t.IsMark && !t.Is("'s") || t.Is("and", "or", "no", "only", "there", "that", "which")) || !IsCount(tokens, verb + 1))
            return null;
        var and = tokens.FindIndex(verb + 3, t => t.Is("and"));
        return and > 0 && and - verb < 5 && and + 2 < tokens.Count && and + 5 > tokens.Count && IsCount(tokens, and + 1) && !tokens[(verb + 1)..].Exists(t => t.IsMark || t.IsQuoted) ? [.. tokens[..and], new(";", ";"), .. tokens[..(verb + 1)], .. tokens[(and + 1)..]] : null;
    }

    private static bool IsCount(List<ClaimToken> tokens, int at) => NumberWords.TryCardinal(tokens[at].Text, out _) && !tokens[at].IsQuoted && !tokens[at].Is("a", "an", "no") && tokens[at + 1] is { IsQuoted: false, HasDigit: false, IsCapital: false, IsMark: false } noun && noun.Text.EndsWith('s');

    // "is ticked off as done", "is marked as done": it is done.
    private static List<ClaimToken>? TickedOff(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(1, t => t.Is("is", "are", "was", "were"));
        if (at < 1 || at + 2 >= tokens.Count)
            return null;
        var end = tokens[at + 1].Is("ticked", "checked", "crossed") && tokens[at + 2].Is("off") ? at + 3 : tokens[at + 1].Is("marked", "shown") ? at + 2 : -1;
        if (end > 0 && end + 1 < tokens.Count && tokens[end].Is("as") && tokens[end + 1].Is("done", "completed", "complete", "finished"))
            return [.. tokens[..(at + 1)], .. tokens[(end + 1)..]];
        return null;
    }
}
