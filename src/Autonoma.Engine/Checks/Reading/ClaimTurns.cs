using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Reading;

/// <summary>
/// Turns of phrase that say two things at once or say one by what it is not, brought to plain sentences: "holds nothing but a dash", "three items, the last of which is X", "every flag but X is on",
/// "under the field I can read 'X'".
/// </summary>
internal static class ClaimTurns
{
    public static readonly IReadOnlyList<Func<List<ClaimToken>, List<ClaimToken>?>> Rules = [OpenOne, NothingBut, AllBut, LastOfWhich, EachOfThem, OneCanRead];

    private static readonly string[] Be = ["is", "are", "was", "were"];

    private static readonly string[] Containers = ["list", "table", "grid", "board", "page", "menu", "dropdown", "view", "results", "result", "overview", "column", "section", "panel", "tab"];

    // What a single sign is called.
    private static readonly Dictionary<string, string> SignNames = new(StringComparer.Ordinal)
    {
        ["dash"] = "–", ["hyphen"] = "-", ["asterisk"] = "*", ["star"] = "★", ["tick"] = "✓", ["checkmark"] = "✓", ["cross"] = "✕", ["dot"] = "•", ["bullet"] = "•", ["zero"] = "0",
    };

    private static ClaimToken W(string word) => ClaimToken.Word(word);

    // "The opened menu": one that is found is open.
    private static List<ClaimToken>? OpenOne(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(t => !t.IsQuoted && t.Is("opened", "open"));
        return at >= 0 && at + 2 < tokens.Count && (at == 0 || tokens[at - 1].Is("the", "an", "this")) && tokens[at + 1].Is("menu", "dropdown", "dialog", "popup", "submenu") ? [.. tokens[..at], .. tokens[(at + 1)..]] : null;
    }

    // "The cell holds nothing but a dash": that is all it reads. "The list shows nothing but A": only A is listed.
    private static List<ClaimToken>? NothingBut(List<ClaimToken> tokens)
    {
        for (var i = 1; i + 3 < tokens.Count; i++)
        {
            if (!tokens[i].Is("holds", "hold", "contains", "contain", "shows", "show", "reads", "read", "says", "say", "has", "displays", "lists") || !tokens[i + 1].Is("nothing"))
                continue;
            var at = i + 2 + (tokens[i + 2].Is("else") ? 1 : 0);
            var from = tokens[at].Is("but", "except", "besides", "save") ? at + 1 : tokens[at].Is("other") && at + 1 < tokens.Count && tokens[at + 1].Is("than") ? at + 2 : -1;
            if (from > 0 && from < tokens.Count && tokens[from].Is("for"))
                from++;
            if (from < 0 || from >= tokens.Count || tokens[..i].Exists(t => t.Is("and", "not", "no")))
                continue;
            var said = tokens[from..];
            if (said.Exists(t => t.Is("and", "but", "while", ";") || VerbWords.TryStrong(t, out _)))
                continue;
            var articled = said.Count > 1 && said[0].Is("a", "an", "the");
            if (articled && said.Count == 2 && SignNames.TryGetValue(said[1].Text, out var sign))
                return [.. tokens[..i], W("reads"), new(sign, sign, IsQuoted: true)];
            var isList = tokens[i - 1].Is(Containers);
            return isList ? [W("only"), .. said, W("are"), W("listed"), W("in"), .. tokens[..i]] : said is [{ IsQuoted: true }] ? [.. tokens[..i], W("reads"), .. said] : null;
        }

        return null;
    }

    // "Every flag but X is on": "but" would part the sentence.
    private static List<ClaimToken>? AllBut(List<ClaimToken> tokens)
    {
        if (!tokens[0].Is("all", "every", "each", "everything", "everyone", "everybody") || tokens[0].IsQuoted)
            return null;
        var at = tokens.FindIndex(1, t => t.Is("but", "except", "excepting", "save", "besides") || t.Is("apart", "aside"));
        if (at < 1 || at + 2 >= tokens.Count || tokens[..at].Exists(t => t.IsMark && !t.Is(",") || VerbWords.TryStrong(t, out _)))
            return null;
        var from = at + 1;
        if (tokens[at].Is("apart", "aside"))
            from = tokens[at + 1].Is("from") ? at + 2 : -1;
        else if (tokens[from].Is("for"))
            from++;
        if (from < 0 || tokens[at].Is("save") && !tokens[at + 1].Is("for"))
            return null;
        var noun = tokens[..at];
        while (noun.Count > 1 && noun[^1].Is(","))
            noun = noun[..^1];
        // Up to the verb: "except Hera and Zeus is ...", "except X, is on".
        var rest = tokens[from..];
        if (rest.FindIndex(t => !t.IsCapital && VerbWords.TryStrong(t, out _)) is > 0 and var verb)
            rest = [.. rest[..verb].Where((t, i) => !(i == verb - 1 && t.Is(","))), .. rest[verb..]];
        return [.. noun, W("except"), .. rest];
    }

    // "The menu has three items, the last of which is X": two things are said of it.
    private static List<ClaimToken>? LastOfWhich(List<ClaimToken> tokens)
    {
        var of = tokens.Count < 8 ? -1 : tokens.FindIndex(4, t => t.Is("of"));
        if (of < 4 || of + 3 >= tokens.Count || !tokens[of + 1].Is("which", "them", "these") || !NumberWords.TryOrdinal(tokens[of - 1].Text, out _) || !tokens[of - 2].Is("the") || !tokens[of - 3].Is(",", "and") || !tokens[of + 2].Is([.. Be, "reads", "says"]))
            return null;
        var main = tokens[..(of - 3)];
        if (main[^1].Is(","))
            main = main[..^1];
        if (ClauseReader.VerbPositions(main) is not [> 0 and var verb, ..] || main.Count - verb is < 3 or > 4 || !NumberWords.TryCardinal(main[verb + 1].Text, out _) || main[^1].IsQuoted || main.Exists(t => t.IsMark))
            return null;
        return [.. main, new(";", ";"), W("the"), tokens[of - 1], W(ClaimSplitter.Singular(main[^1].Text)), W("of"), .. main[..verb], tokens[of + 2], .. tokens[(of + 3)..]];
    }

    // "three rows are left, each triggered by Ann": every one of them is.
    private static List<ClaimToken>? EachOfThem(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(3, t => t.Is("each", "all"));
        if (at < 3 || at + 2 >= tokens.Count || !tokens[at - 1].Is(",") || tokens.Exists(t => t.Is(":", ";")) || tokens[..(at - 1)].FindLastIndex(t => t.Is(",")) is var comma && comma + 3 > at - 1)
            return null;
        var main = tokens[(comma + 1)..(at - 1)];
        if (main.Count < 3 || !NumberWords.TryCardinal(main[0].Text, out _) || main[0].Is("one", "a", "an", "no") || ClauseReader.VerbPositions(main) is not [> 0 and < 4 and var verb, ..])
            return null;
        var said = tokens[(at + 1)..];
        if (said[0].Is("of") && said.Count > 3 && said[1].Is("them", "which", "these"))
            said = said[2..];
        if (said.Exists(t => t.Is(",", "and")))
            return null;
        List<ClaimToken> verbal = said[0].Is(Be) || VerbWords.TryStrong(said[0], out _) ? said : said[0].Is("with") ? [W("has"), .. said[1..]] : [W("is"), .. said];
        return [.. tokens[..(at - 1)], new(";", ";"), W("every"), .. main[1..verb].SkipLast(1), W(ClaimSplitter.Singular(main[verb - 1].Text)), .. verbal];
    }

    // "Under the field I can read 'X'", "in the footer one sees 'X'": it is displayed there.
    private static List<ClaimToken>? OneCanRead(List<ClaimToken> tokens)
    {
        if (tokens[0].IsQuoted || !tokens[0].Is("under", "below", "beneath", "above", "beside", "in", "on", "at", "next", "inside", "within", "behind"))
            return null;
        var at = tokens.FindIndex(2, t => t.Is("i", "you", "we", "one", "users", "user"));
        if (at < 2 || at + 2 >= tokens.Count || tokens[..at].Exists(t => VerbWords.TryStrong(t, out _)))
            return null;
        var verb = tokens[at + 1].Is("can", "could", "should", "may") ? at + 2 : at + 1;
        if (verb + 1 >= tokens.Count || !tokens[verb].Is("read", "reads", "see", "sees", "find", "finds", "spot", "get"))
            return null;
        var place = tokens[..at];
        if (place[^1].Is(",", "the"))
            place = place[..^1];
        var said = tokens[(verb + 1)..];
        while (said.Count > 1 && !said[0].IsQuoted && said[0].Is("the", "a", "an", "text", "words", "line", "note", "message", "sentence"))
            said = said[1..];
        return said is [{ IsQuoted: true }] ? [said[0], W("is"), W("displayed"), .. place] : null;
    }
}
