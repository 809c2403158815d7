using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Reading;

/// <summary>
/// Plain sentences for what testers say of texts and places in other words: "a message confirms: 'X'", "the field complains: 'X'", "shows 'X' as its placeholder", "is found to the left of Y",
/// "A heads the list". What is said stays the same; what is not understood stays as it was said.
/// </summary>
internal static class ClaimSayings
{
    public static readonly IReadOnlyList<Func<List<ClaimToken>, List<ClaimToken>?>> Rules = [Possible, Reminds, WithoutColon, BoxAsks, Complains, Together, Question, OnDisplay, AsPlaceholder, ChosenOf, Heads, LiesThere, Being, AreOf, JustThese];

    private static readonly string[] Be = ["is", "are", "was", "were"];

    private static readonly string[] Telling = ["says", "say", "reads", "read", "states", "confirms", "confirm", "asks", "ask", "announces", "announce", "tells", "warns", "warn", "explains", "reports", "notes", "replies", "insists", .. Complaining];

    private static string[] Complaining => ["complains", "complain", "objects", "protests"];

    private static readonly string[] SideWords = ["left", "right", "above", "below", "under", "underneath", "beneath", "beside", "next", "between"];

    private static ClaimToken W(string word) => ClaimToken.Word(word);

    private static bool IsWhole(List<ClaimToken> tokens) => !tokens.Exists(t => t.Is(",", ";", ":", "and", "but", "while", "or", "("));

    // "It is not possible to open X": one can not open it.
    private static List<ClaimToken>? Possible(List<ClaimToken> tokens)
    {
        if (tokens.Count < 5 || !tokens[0].Is("it") || !tokens[1].Is("is"))
            return null;
        var at = tokens[2].Is("not") || tokens[2].Is("no") && tokens[3].Is("longer") ? tokens[2].Is("not") ? 3 : 4 : 2;
        if (at + 2 < tokens.Count && tokens[at].Is("possible", "impossible") && tokens[at + 1].Is("to") && !(at > 2 && tokens[at].Is("impossible")))
            return at > 2 || tokens[at].Is("impossible") ? [W("one"), W("can"), W("not"), .. tokens[(at + 2)..]] : [W("one"), W("can"), .. tokens[(at + 2)..]];
        return null;
    }

    // "A yellow banner reminds the user that X": it says so. "A red line reports that X": what tells something is a message.
    private static List<ClaimToken>? Reminds(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(t => !t.IsQuoted && t.Is("reminds", "notifies", "alerts", "advises", "reports", "announces", "tells", "warns", "says"));
        if (at < 2 || at > 4 || !tokens[0].Is("a", "an", "the") || tokens.FindIndex(at, t => t.Is("that")) is not (> 0 and var that) || that > at + 3 || !tokens[(at + 1)..that].TrueForAll(t => t.Is("the", "a", "user", "visitor", "customer", "us", "you", "one", "people", "users", "reader")))
            return null;
        var line = tokens[at - 1].Is("line", "text", "strip", "bar", "box", "stripe") && at == 3 && ColorWords.Canonical(tokens[1].Text) is not null && !tokens[1].IsQuoted;
        return !line && tokens[at].Is("tells", "warns", "says", "reports", "announces") ? null : [.. line ? tokens[..(at - 1)] : tokens[..at], .. line ? [W("message")] : Array.Empty<ClaimToken>(), W("says"), .. tokens[that..]];
    }

    // "A message confirms: 'X'", "the caption says so: 'X'": that is what it says.
    private static List<ClaimToken>? WithoutColon(List<ClaimToken> tokens)
    {
        for (var i = 1; i + 2 < tokens.Count; i++)
        {
            if (!tokens[i].Is(Telling) || !VerbWords.TryStrong(tokens[i], out _) && !tokens[i].Is(Telling))
                continue;
            var colon = tokens[i + 1].Is("so") ? i + 2 : i + 1;
            if (colon + 1 < tokens.Count && tokens[colon].Is(":", ",") && tokens[colon + 1].IsQuoted && !(tokens[i + 1].Is(",") && colon + 2 < tokens.Count))
                return [.. tokens[..(i + 1)], .. tokens[(colon + 1)..]];
        }

        return null;
    }

    // "A box asks 'X'": what asks is a dialog, however it is drawn.
    private static List<ClaimToken>? BoxAsks(List<ClaimToken> tokens)
        => tokens is [{ } a, { } box, { } asks, { IsQuoted: true }, ..] && a.Is("a", "the", "another") && box.Is("box", "window", "popup", "pop-up", "overlay", "prompt", "modal") && asks.Is("asks", "ask") ? [a, W("dialog"), .. tokens[2..]] : null;

    // "The Amount field complains 'X'": X stands at that field.
    private static List<ClaimToken>? Complains(List<ClaimToken> tokens)
        => tokens.Count > 3 && tokens[^1].IsQuoted && tokens[^2].Is(Complaining) && tokens[..^2] is var field && IsWhole(field) && !field.Exists(t => !t.IsCapital && VerbWords.TryStrong(t, out _)) && field[^1].Is("field", "box", "input", "textbox", "dropdown", "selector", "area")
            ? [tokens[^1], W("is"), W("displayed"), W("next"), W("to"), .. field] : null;

    // "X is on screen, together with Y": so are both.
    private static List<ClaimToken>? Together(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(t => t.Is("together", "along"));
        if (at < 3 || at + 2 >= tokens.Count || !tokens[at + 1].Is("with") || tokens.Exists(t => t.Is(":", ";")))
            return null;
        var said = tokens[at - 1].Is(",") ? tokens[..(at - 1)] : tokens[..at];
        var with = tokens[(at + 2)..];
        if (!with[^1].IsQuoted || !with[..^1].TrueForAll(t => t.Is("the", "a", "an", "sentence", "text", "line", "words", "message", "note", "hint", "question", "remark")) || ClauseReader.VerbPositions(said) is not [> 0 and var verb, ..] || !said[verb].Is(Be) || !StatePhrases.TryState(said[(verb + 1)..], out var state, out var value) || state != ElementState.Visible || !value)
            return null;
        return [.. said, new(";", ";"), with[^1], W("is"), W("displayed")];
    }

    // "The question 'X' is on screen": that X is one, its words tell.
    private static List<ClaimToken>? Question(List<ClaimToken> tokens)
        => tokens is [{ } the, { } noun, { IsQuoted: true }, { } be, _, ..] && the.Is("the", "a") && noun.Is("question", "sentence", "phrase", "words", "wording", "remark") && be.Is(Be) ? tokens[2..] : null;

    private static List<ClaimToken>? OnDisplay(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(1, t => t.Is("on"));
        return at > 0 && at + 1 < tokens.Count && tokens[at + 1].Is("display", "view") && tokens[..at].Exists(t => t.Is(Be)) ? [.. tokens[..at], W("displayed"), .. tokens[(at + 2)..]] : null;
    }

    // "The search box is empty and shows 'X' as its placeholder": the one and the other.
    private static List<ClaimToken>? AsPlaceholder(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(t => t.Is("placeholder"));
        if (at < 4 || at + (at + 1 < tokens.Count && tokens[at + 1].Is("text") ? 2 : 1) != tokens.Count)
            return null;
        var article = tokens[at - 1].Is("its", "the", "a") ? at - 1 : at;
        if (!tokens[article - 1].Is("as", "for") || !tokens[article - 2].IsQuoted || article < 4 || !tokens[article - 3].Is("shows", "has", "displays", "with", "bears", "carries"))
            return null;
        var said = tokens[..(article - 3)];
        var joined = said[^1].Is("and", ",");
        while (said.Count > 0 && said[^1].Is("and", ","))
            said = said[..^1];
        var subject = joined && ClauseReader.VerbPositions(said) is [> 0 and var verb, ..] ? said[..verb] : said;
        if (subject.Count == 0 || joined != subject.Count < said.Count || !IsWhole(subject))
            return null;
        List<ClaimToken> shown = [W("the"), W("placeholder"), W("of"), .. subject, W("is"), tokens[article - 2]];
        return joined ? [.. said, new(";", ";"), .. shown] : shown;
    }

    // "In the status filter, X is the chosen option": of that filter.
    private static List<ClaimToken>? ChosenOf(List<ClaimToken> tokens)
    {
        var comma = tokens.FindIndex(t => t.Is(","));
        if (!tokens[0].Is("in", "for", "under") || comma < 2 || comma > 6 || tokens.Count < comma + 5 || !tokens[^1].Is("option", "value", "entry", "choice", "one", "item") || !tokens[^2].Is("chosen", "selected", "current", "active", "preselected", "picked") || !tokens[^3].Is("the") || !tokens[^4].Is("is") || tokens[1..comma].Exists(t => VerbWords.TryStrong(t, out _)) || !IsWhole(tokens[(comma + 1)..^4]))
            return null;
        return [.. tokens[(comma + 1)..], W("in"), .. tokens[1..comma]];
    }

    // "A heads the list and B is at the bottom": A is the first in it, B the last.
    private static List<ClaimToken>? Heads(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(1, t => !t.IsQuoted && t.Is("heads", "tops", "leads", "closes"));
        if (at < 1 || at + 2 >= tokens.Count || !tokens[at + 1].Is("the") || !tokens[at + 2].Is("list", "table", "ranking", "board", "queue") || tokens[..at].Exists(t => VerbWords.TryStrong(t, out _)))
            return null;
        List<ClaimToken> place = [W("in"), W("the"), tokens[at + 2]];
        var rest = tokens[(at + 3)..];
        if (rest.Count > 4 && rest[0].Is("and", "while") && rest[^1].Is("bottom", "top", "end") && rest[^2].Is("the") && rest[^3].Is("at") && rest[^4].Is("is"))
            rest = [.. rest[..^3], W("the"), W(rest[^1].Is("top") ? "first" : "last"), .. place];
        return [.. tokens[..at], W("is"), W("the"), W(tokens[at].Is("closes") ? "last" : "first"), .. place, .. rest];
    }

    // "is placed underneath X", "is found directly to the left of X", "is on the left of X": where it is, beside what.
    private static List<ClaimToken>? LiesThere(List<ClaimToken> tokens)
    {
        for (var i = 1; i + 2 < tokens.Count; i++)
        {
            if (!tokens[i].Is(Be))
                continue;
            var at = tokens[i + 1].Is("found", "placed", "located", "situated", "positioned", "put", "arranged", "set") ? i + 2 : i + 1;
            var close = at < tokens.Count && tokens[at].Is("directly", "right", "immediately", "just") && at + 1 < tokens.Count && !tokens[at + 1].Is("of") ? at + 1 : at;
            if (close + 2 < tokens.Count && tokens[close].Is("to", "on", "at") && tokens[close + 1].Is("the") && tokens[close + 2].Is("left", "right"))
            {
                var of = close + 3;
                while (of < tokens.Count && tokens[of].Is("side", "hand", "-", "hand-side"))
                    of++;
                if (of + 1 >= tokens.Count || !tokens[of].Is("of") || tokens[(of + 1)..].Exists(t => !t.IsQuoted && t.Is("page", "screen", "window", "header", "footer", "viewport", "dialog", "toolbar", "bar")))
                    continue;
                return [.. tokens[..(i + 1)], .. tokens[at..close], tokens[close + 2], .. tokens[of..]];
            }

            if (at > i + 1 && close < tokens.Count && tokens[close].Is(SideWords))
                return [.. tokens[..(i + 1)], .. tokens[at..close], tokens[close].Is("underneath") ? W("below") : tokens[close], .. tokens[(close + 1)..]];
        }

        return null;
    }

    // "offers A, B and C, A being preselected": A is.
    private static List<ClaimToken>? Being(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(t => t.Is("being"));
        if (at < 4 || at + 2 < tokens.Count || at + 1 >= tokens.Count || !StatePhrases.TryState(tokens[(at + 1)..], out _, out _))
            return null;
        var comma = tokens.FindLastIndex(at, t => t.Is(","));
        var subject = comma < 0 ? [] : tokens[(comma + 1)..at];
        if (comma < 3 || subject.Count is 0 or > 4 || subject[0].Is("and", "none", "no", "all", "each", "which", "both") && !subject[0].IsCapital || !ClauseReader.HasVerb(tokens[..comma]))
            return null;
        // Of what offers it: "the Size list offers S and M, M being preselected".
        var offering = tokens.FindIndex(t => t.Is("offers", "has", "lists", "contains", "shows"));
        List<ClaimToken> place = offering > 1 && offering < comma && tokens[..offering].Exists(t => t.Is("dropdown", "drop-down", "select", "list", "selector", "filter", "field", "box")) && tokens[at + 1].Is("selected", "preselected", "chosen", "pre-selected") ? [W("in"), .. tokens[..offering]] : [];
        return place.Count > 0 ? [.. tokens[..comma], new(";", ";"), .. subject, W("is"), W("the"), W("chosen"), W("option"), .. place] : [.. tokens[..comma], new(";", ";"), .. subject, W("is"), .. tokens[(at + 1)..]];
    }

    // "Just A and B remain in the list": only they are listed.
    private static List<ClaimToken>? JustThese(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(t => !t.IsQuoted && t.Is("just", "only", "solely", "merely"));
        if (at < 0 || at > 0 && !tokens[at - 1].Is(",") || at + 2 >= tokens.Count || !tokens[at + 1].IsCapital && !tokens[at + 1].IsQuoted)
            return null;
        var verb = tokens.FindIndex(at, t => !t.IsQuoted && t.Is("remain", "remains"));
        var names = verb < 0 ? [] : tokens[(at + 1)..verb];
        if (names.Count == 0 || !names.TrueForAll(t => t.IsQuoted || t.IsCapital || t.HasDigit || t.Is(",", "and")))
            return null;
        var rest = tokens[(verb + 1)..];
        return rest.Count == 0 || rest is [{ } inside, { } the, { } list] && inside.Is("in", "on") && the.Is("the") && list.Is("list", "table", "page", "grid", "results", "screen") ? [.. tokens[..at], W("only"), .. names, W("are"), W("listed")] : null;
    }

    // "All rows that remain in the table are of X": every one of them has X.
    private static List<ClaimToken>? AreOf(List<ClaimToken> tokens)
    {
        if (!tokens[0].Is("all", "every", "each") || tokens[0].IsQuoted)
            return null;
        var be = Enumerable.Range(0, tokens.Count - 2).FirstOrDefault(i => tokens[i].Is(Be) && tokens[i + 1].Is("of", "from", "by"), -1);
        if (be < 2 || tokens[(be + 2)..].Exists(t => t.IsMark || t.Is("and", "or") || !t.IsCapital && !t.IsQuoted && !t.HasDigit))
            return null;
        var noun = tokens[1..be].Where(t => !t.Is("the")).TakeWhile(t => !t.Is("that", "which", "in", "on", "of", "left", "remaining", "shown", "displayed", "listed")).ToList();
        if (noun is not [{ IsQuoted: false } one])
            return null;
        return [W("every"), W(ClaimSplitter.Singular(one.Text)), W("contains"), .. tokens[(be + 2)..]];
    }
}
