using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Reading;

/// <summary>
/// Brings what English says in many ways to the few forms that claims are judged in: "stands at 7,350" and "is given as 7,350" are "is 7,350", "under X stands 'Y'" is "'Y' is displayed under X",
/// "the search leaves A and B" is "only A and B are listed". Nothing that could be false may get lost: what cannot be brought to such a form stays as it was said.
/// </summary>
internal static partial class ClaimParaphrases
{
    private static readonly string[] Be = ["is", "are", "was", "were"];

    // What is done to a text so that it can be read.
    private static readonly string[] Written = ["given", "written", "printed", "noted", "stated", "indicated", "announced", "spelled", "spelt", "posted", "put", "readable", "added"];

    private static readonly string[] Told = ["given", "put", "stated", "quoted", "recorded", "reported", "indicated", "noted", "entered"];

    private static readonly string[] Moved = ["risen", "fallen", "dropped", "grown", "climbed", "sunk", "shrunk", "increased", "decreased", "changed", "gone", "jumped", "moved", "come", "advanced"];

    private static readonly string[] SetTo = ["turned", "raised", "lowered", "reduced", "increased", "decreased", "cut", "brought", "put", "pushed"];

    private static readonly string[] Sides = ["under", "below", "beneath", "underneath", "above", "over", "beside", "behind", "after", "in", "inside", "on", "at", "next"];

    private static readonly string[] Answered = ["answered", "refused", "rejected", "met", "greeted", "commented", "acknowledged", "declined", "stopped", "blocked", "prevented"];

    // Verbs that join what was done to what comes of it.
    internal static readonly string[] Results = ["brings", "bring", "ends", "end", "leads", "lead", "results", "result", "triggers", "trigger", "raises", "raise", "calls", "produces", "gives", "yields", "shows", "makes", "causes", "provokes", "returns"];

    // Say no more than that a text comes up: any other word before it must be judged.
    internal static readonly string[] TextWords = ["the", "a", "an", "up", "with", "by", "in", "to", "only", "just", "message", "messages", "error", "warning", "note", "notice", "hint", "complaint", "remark", "toast", "text", "word", "words", "line", "sentence", "answer", "reply", "info", "notification", "alert", "saying", "reading", "that", "says", "reads"];

    public static List<ClaimToken> Rewrite(List<ClaimToken> tokens)
    {
        foreach (var rule in Rules)
        {
            if (tokens.Count > 2 && rule(tokens) is { } plain)
                tokens = plain;
        }

        return tokens;
    }

    private static readonly Func<List<ClaimToken>, List<ClaimToken>?>[] Rules = [.. ClaimSeveral.Rules, .. ClaimTurns.Rules, .. ClaimSayings.Rules, AndBoth, OpensWith, ShownAs, OnlyThese, NumberNoun, NextTo, ComesAfter, Namely, OfWhich, Because, Lengths, Leaves, NothingElse, Responds, Rejects, Inverted, ForWhom, MakeUp, Gone, Reports, OnGround, Exceeds, MovedTo, Value, Displayed];

    private static ClaimToken W(string word) => ClaimToken.Word(word);

    // "X comes second, right after Y" says two things of X.
    private static List<ClaimToken>? NextTo(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(t => !t.IsQuoted && t.Is("right", "directly", "immediately", "straight"));
        if (at < 4 || at + 2 >= tokens.Count || !tokens[at - 1].Is(",") || !tokens[at + 1].Is("after", "before", "behind", "below", "above", "under") || tokens.Exists(t => t.Is(":", ";")))
            return null;
        var verb = tokens.FindIndex(t => !t.IsQuoted && t.Is("comes", "come", "is", "are", "stands", "ranks", "follows"));
        return verb > 0 && verb < at - 1 && !tokens[..(at - 1)].Exists(t => t.Is(",", "and")) ? [.. tokens[..(at - 1)], new(";", ";"), .. tokens[..verb], W("is"), .. tokens[at..]] : null;
    }

    // "X comes right after Y", "X stands before Y": where it is. "X comes after saving" tells when.
    private static List<ClaimToken>? ComesAfter(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(1, t => !t.IsQuoted && t.Is("comes", "come", "came", "stands", "stand", "sits", "follows"));
        if (at < 1)
            return null;
        var side = at + 1 < tokens.Count && tokens[at + 1].Is("right", "directly", "immediately", "just", "straight") ? at + 2 : at + 1;
        if (side + 1 >= tokens.Count || !tokens[side].Is("after", "before") && !tokens[at].Is("follows"))
            return null;
        var rest = tokens[(tokens[at].Is("follows") ? side : side + 1)..];
        if (rest.Count == 0 || rest[0].Is("to", "from", "on", "in", "up") || rest.Exists(t => t.IsMark && !t.Is("'s")) || ClauseReader.HasVerb(rest) || !rest[0].IsQuoted && rest[0].Text.EndsWith("ing", StringComparison.Ordinal))
            return null;
        return [.. tokens[..at], W("is"), .. tokens[(at + 1)..side], tokens[at].Is("follows") ? W("after") : tokens[side], .. rest];
    }

    // "two bars are red, namely those of A and B"
    private static List<ClaimToken>? Namely(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(t => t.Is("namely", "viz"));
        if (at < 2 || at + 1 >= tokens.Count || tokens.Exists(t => t.Is(":", ";")))
            return null;
        var end = tokens[at - 1].Is(",") ? at - 1 : at;
        return [.. tokens[..end], new(":", ":"), .. tokens[(at + 1)..]];
    }

    // "seven loans are listed, two of which are overdue", "..., two of them overdue"
    private static List<ClaimToken>? OfWhich(List<ClaimToken> tokens)
    {
        var of = tokens.FindIndex(3, t => t.Is("of"));
        while (of > 0 && !(of + 2 < tokens.Count && tokens[of + 1].Is("which", "whom", "them", "these", "those") && NumberWords.TryCardinal(tokens[of - 1].Text, out _) && tokens[..(of - 1)].Exists(t => t.Is(","))))
            of = tokens.FindIndex(of + 1, t => t.Is("of"));
        if (of < 0)
            return null;
        var start = of - 1;
        while (start > 0 && !tokens[start].Is(","))
            start--;
        if (start < 2 || !NumberWords.TryCardinal(tokens[0].Text, out _) || ClauseReader.VerbPositions(tokens[..start]) is not [var verb, ..])
            return null;
        var noun = tokens[1..verb].TakeWhile(t => !t.Is("of", "in", "on", "with", "there")).ToList();
        var said = tokens[(of + 2)..];
        if (noun.Count is 0 or > 3 || noun.Exists(t => t.IsMark))
            return null;
        return [.. tokens[..start], new(";", ";"), tokens[of - 1], .. noun, .. said[0].Is(Be) || VerbWords.TryStrong(said[0], out _) ? said : [W("are"), .. said]];
    }

    // "The deductible is answered with 'Digits only'": the message stands at the field.
    private static List<ClaimToken>? Rejects(List<ClaimToken> tokens)
    {
        if (!tokens[^1].IsQuoted || IsDoing(tokens))
            return null;
        for (var i = 1; i + 2 < tokens.Count; i++)
        {
            if (tokens[i].Is(Be) && tokens[i + 1].Is(Answered) && tokens[i + 2].Is("with", "by") && tokens[(i + 3)..^1].TrueForAll(t => t.Is("the", "a", "an", "message", "error", "note", "words", "text", "hint", "complaint")))
                return [tokens[^1], W("is"), W("displayed"), W("next"), W("to"), .. tokens[..i]];
        }

        return null;
    }

    // "Since only 2 of 6 are confirmed, Deliver is disabled": both are so. "As long as the finder is staff, ...": how the page stands.
    private static List<ClaimToken>? Because(List<ClaimToken> tokens)
    {
        var asLong = tokens.Count > 4 && tokens[0].Is("as", "so") && tokens[1].Is("long", "soon") && tokens[2].Is("as");
        var now = tokens[0].Is("now") && tokens[1].Is("that");
        if (!asLong && !now && !tokens[0].Is("since", "because"))
            return null;
        var skip = asLong ? 3 : now ? 2 : 1;
        var comma = tokens.FindIndex(t => t.Is(","));
        if (comma <= skip + 1 || comma + 2 >= tokens.Count || !ClauseReader.HasVerb(tokens[skip..comma]) || !ClauseReader.HasVerb(tokens[(comma + 1)..]))
            return null;
        return asLong ? [W("while"), .. tokens[skip..]] : [.. tokens[skip..comma], new(";", ";"), .. tokens[(comma + 1)..]];
    }

    // What only says that it is so now.
    private static readonly string[][] Now = [["so", "far"], ["by", "now"], ["to", "date"], ["at", "present"], ["right", "now"], ["for", "now"], ["until", "now"], ["as", "yet"], ["at", "the", "moment"], ["for", "the", "moment"], ["up", "to", "now"]];

    // "any longer", "so far", "at the moment": how long is not what is claimed.
    private static List<ClaimToken>? Lengths(List<ClaimToken> tokens)
    {
        for (var i = tokens.Count - 1; i > 0; i--)
        {
            foreach (var now in Now)
            {
                var end = i + now.Length;
                if (end <= tokens.Count && now.Select((word, k) => !tokens[i + k].IsQuoted && tokens[i + k].Is(word)).All(same => same) && (end == tokens.Count || tokens[end].IsMark || tokens[end].Is("and", "but")))
                    return [.. tokens[..i], .. tokens[end..]];
            }

            if (tokens[i].Is("longer", "more") && tokens[i - 1].Is("any") && i >= 2 && tokens[..(i - 1)].Exists(t => t.Is("not", "no", "nothing", "nobody", "none")))
                return [.. tokens[..(i - 1)], .. tokens[(i + 1)..]];
        }

        return null;
    }

    // "Typing heron leaves just A and B", "the search leaves A and B, nobody else": only they are listed.
    private static List<ClaimToken>? Leaves(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(t => t.Is("leaves", "leave"));
        if (at < 1 || at + 1 >= tokens.Count || !IsDoing(tokens[..at]))
            return null;
        var said = tokens[(at + 1)..];
        var ends = TakeElse(ref said);
        var only = said[0].Is("just", "only", "exactly", "but");
        if (only)
            said = said[1..];
        if (said.Count == 0 || said[0].Is("no", "nothing", "a", "an") || said.Exists(t => VerbWords.TryStrong(t, out _)))
            return null;
        // Being left says that there is nothing else.
        var counted = NumberWords.TryCardinal(said[0].Text, out _) && !said[0].IsQuoted && !said[0].Is("a", "an", "one");
        if (!only && !ends && !counted && said.Exists(t => t.Is("in", "on", "at")))
            return null;
        return counted ? [.. said, W("are"), W("listed")] : [W("only"), .. said, W("are"), W("listed")];
    }

    // "The page lists A and B and nothing else": only they are listed there.
    private static List<ClaimToken>? NothingElse(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(t => !t.IsQuoted && t.Is("lists", "list", "shows", "show", "contains", "contain", "holds", "hold"));
        if (at < 1 || at + 1 >= tokens.Count || tokens[..at].Exists(t => t.IsMark || t.Is("not", "no", "last", "first", "next", "previous")))
            return null;
        var said = tokens[(at + 1)..];
        if (!TakeElse(ref said) || said.Exists(t => t.Is("no", "not")))
            return null;
        return [W("only"), .. said, W("are"), W("listed"), W(tokens[at - 1].Is("page", "tab", "screen") ? "on" : "in"), .. tokens[..at]];
    }

    // ", nobody else", "and nothing else": taken off the end.
    private static bool TakeElse(ref List<ClaimToken> said)
    {
        if (said.Count < 3 || !said[^1].Is("else", "other", "others", "more") || !said[^2].Is("nobody", "nothing", "no", "none"))
            return false;
        var end = said.Count - 2;
        while (end > 1 && said[end - 1].Is(",", "and", "but"))
            end--;
        said = said[..end];
        return true;
    }

    // What somebody does, or has the page do.
    internal static bool IsDoing(List<ClaimToken> subject)
    {
        var first = subject.FirstOrDefault(t => !t.Is("the", "a", "an", "this", "any", "each", "every"));
        if (first is null || first.IsQuoted)
            return false;
        return (first.Text.Length > 5 || first.Is("going") && subject.Count > 1 && subject[1].Is("on", "back", "ahead", "further")) && first.Text.EndsWith("ing", StringComparison.Ordinal) && subject[0] == first || first.Is("search", "filter", "query", "click", "attempt", "try", "press", "tap", "selection", "choice", "submission");
    }

    // "Saving the empty form brings up 'X'", "going on is refused with 'X'", "filing an empty report is answered by a red 'X'": X is displayed.
    private static List<ClaimToken>? Responds(List<ClaimToken> tokens)
    {
        if (!tokens[^1].IsQuoted)
            return null;
        var (at, verb) = (-1, -1);
        for (var i = 1; i + 1 < tokens.Count && at < 0; i++)
        {
            if (tokens[i].Is(Answered) && tokens[i + 1].Is("with", "by") && tokens[i - 1].Is(Be))
                (at, verb) = (i - 1, i);
            else if (tokens[i].Is(Results) && IsDoing(tokens[..i]))
                (at, verb) = (i, i);
        }

        if (at < 1 || !IsDoing(tokens[..at]))
            return null;
        // Between the verb and what comes of it only words for what it is: "up the message", "with a red".
        var between = tokens[(verb + 1)..^1];
        var colour = between.Find(t => ColorWords.Canonical(t.Text) is not null && !t.IsCapital);
        if (!between.TrueForAll(t => t.Is(TextWords) || t == colour))
            return null;
        return colour is null ? [tokens[^1], W("is"), W("displayed")] : [tokens[^1], W("is"), W("displayed"), W("in"), colour];
    }

    // "Under the Gravity box stands the complaint 'X'": X is displayed under it. "Behind 'Seats' stands 9": that is what it says.
    private static List<ClaimToken>? Inverted(List<ClaimToken> tokens)
    {
        if (tokens[0].IsQuoted || !tokens[0].Is(Sides))
            return null;
        var at = tokens.FindIndex(2, t => t.Is("stands", "stand", "stood", "hangs", "sits", "appears", "appear", "appeared") || t.Is(Be));
        if (at < 2 || at + 1 >= tokens.Count || tokens.Exists(t => t.Is(":", ";")) || tokens[..at].Exists(t => t.Is(",")))
            return null;
        var place = tokens[..at];
        var said = tokens[(at + 1)..];
        if (tokens[at].Is(Be))
        {
            // "Under X is written 'Y'"; "in the list are five entries" is read elsewhere.
            if (!said[0].Is(Written) && !said[0].Is("displayed", "shown", "seen"))
                return null;
            said = said[1..];
        }

        while (said.Count > 1 && !said[0].IsQuoted && said[0].Is("the", "a", "an"))
            said = said[1..];
        if (said.Count == 0)
            return null;
        // The words before a quote say only what kind of text it is.
        var colour = said[..^1].Find(t => ColorWords.Canonical(t.Text) is not null && !t.IsCapital && !t.IsQuoted);
        if (said[^1].IsQuoted && said[..^1].TrueForAll(t => t.Is(TextWords) || t == colour))
            return colour is null ? [said[^1], W("is"), W("displayed"), .. place] : [said[^1], W("is"), W("displayed"), W("in"), colour, .. place];
        if (said is [{ HasDigit: true }] or [{ HasDigit: true }, _] && tokens[at].Is("stands", "stand", "stood") && place[0].Is("behind", "beside", "after", "next"))
            return [.. place.SkipWhile(t => t.Is("behind", "beside", "after", "next", "to")), W("is"), .. said];
        return null;
    }

    // "For B-306 the Move on button cannot be pressed": the button of B-306.
    private static List<ClaimToken>? ForWhom(List<ClaimToken> tokens)
    {
        if (!tokens[0].Is("for"))
            return null;
        var comma = tokens.FindIndex(t => t.Is(","));
        var article = tokens.FindIndex(2, t => t.Is("the"));
        var cut = comma > 0 && (article < 0 || comma < article) ? comma : article;
        if (cut < 2 || tokens[1..cut].Exists(t => VerbWords.TryStrong(t, out _) || t.Is("and", "or", "every", "each", "all")) || !tokens[1..cut].Exists(t => t.IsQuoted || t.IsCapital || t.HasDigit))
            return null;
        var rest = tokens[(cut == comma ? cut + 1 : cut)..];
        if (rest.Count < 4 || !rest[0].Is("the") || ClauseReader.VerbPositions(rest) is not [var verb, ..] || verb < 2 || verb > 7 || rest[..verb].Exists(t => t.Is("of", "for")))
            return null;
        return [.. rest[..verb], W("of"), .. tokens[1..cut], .. rest[verb..]];
    }

    // "Seven batches make up the table", "the issue is made up of four blocks", "the list is composed of ..."
    private static List<ClaimToken>? MakeUp(List<ClaimToken> tokens)
    {
        for (var i = 1; i + 2 < tokens.Count; i++)
        {
            if (tokens[i].Is("make", "form", "fill") && (tokens[i + 1].Is("up") || !tokens[i].Is("make")) && NumberWords.TryCardinal(tokens[0].Text, out _) && !tokens[0].IsQuoted)
                return [.. tokens[(tokens[i + 1].Is("up") ? i + 2 : i + 1)..], W("has"), .. tokens[..i]];
            if (!tokens[i].Is(Be) || !tokens[i + 1].Is("made", "composed", "comprised"))
                continue;
            var of = tokens[i + 2].Is("of") ? i + 2 : tokens[i + 2].Is("up") && i + 3 < tokens.Count && tokens[i + 3].Is("of") ? i + 3 : -1;
            if (of > 0 && of + 1 < tokens.Count)
                return [.. tokens[..i], W("has"), .. tokens[(of + 1)..]];
        }

        return null;
    }

    // "X has dropped out of the table", "X is gone from the list", "X has left the list"
    private static List<ClaimToken>? Gone(List<ClaimToken> tokens)
    {
        for (var i = 1; i + 3 < tokens.Count; i++)
        {
            if (!tokens[i].Is("has", "have", "is", "are"))
                continue;
            var next = i + 1;
            if (tokens[next].Is("dropped", "fallen", "gone", "taken", "disappeared", "vanished", "moved", "struck", "crossed") && tokens[next + 1].Is("out", "off", "from"))
            {
                var place = next + 2 + (tokens[next + 2].Is("of") ? 1 : 0);
                if (place + 1 < tokens.Count && tokens[place].Is("the", "this", "that", "its", "their"))
                    return [.. tokens[..i], tokens[i].Is("have", "are") ? W("are") : W("is"), W("not"), W("in"), .. tokens[place..]];
            }
        }

        return null;
    }

    // "RL-11 reports that it is unlocked": it is.
    private static List<ClaimToken>? Reports(List<ClaimToken> tokens)
    {
        for (var i = 1; i + 4 <= tokens.Count; i++)
        {
            if (tokens[i].Is("insists", "demands") && !tokens[i + 1].IsQuoted)
                return [.. tokens[..i], W("asks"), W("for"), .. tokens[(tokens[i + 1].Is("on") ? i + 2 : i + 1)..]];
            if (tokens[i].Is("reports", "report", "signals") && tokens[i + 1].Is("that") && tokens[i + 2].Is("it", "they", "he", "she") && i + 3 < tokens.Count && tokens[i + 3].Is(Be) && tokens[..i].Exists(t => t.IsCapital || t.IsQuoted || t.HasDigit))
                return [.. tokens[..i], .. tokens[(i + 3)..]];
        }

        return null;
    }

    // "stands on yellow", "is printed on a green ground": its background.
    private static List<ClaimToken>? OnGround(List<ClaimToken> tokens)
    {
        for (var i = 1; i + 2 < tokens.Count; i++)
        {
            var on = tokens[i].Is("stands", "stand", "sits", "lies") ? i + 1 : tokens[i].Is(Be) && tokens[i + 1].Is("printed", "shown", "displayed", "set", "written", "put") ? i + 2 : -1;
            if (on < 0 || on + 1 >= tokens.Count || !tokens[on].Is("on"))
                continue;
            var colour = tokens[on + 1].Is("a", "an") ? on + 2 : on + 1;
            if (colour >= tokens.Count || tokens[colour].IsQuoted || ColorWords.Canonical(tokens[colour].Text) is null)
                continue;
            var end = colour + 1 < tokens.Count && tokens[colour + 1].Is("ground", "background", "field") ? colour + 2 : colour + 1;
            if (end < tokens.Count && !tokens[end].IsMark && !tokens[end].Is("and", "but", "while"))
                continue;
            var rest = end < tokens.Count ? tokens[end..] : [];
            // "Fermenting stands on yellow, Packaged on green"
            var tail = new List<ClaimToken>();
            for (var k = 0; k < rest.Count; k++)
            {
                if (k > 1 && rest[k].Is("on") && k + 1 < rest.Count && !rest[k + 1].IsQuoted && ColorWords.Canonical(rest[k + 1].Text) is not null && !rest[k - 1].Is("stands", "stand", "printed", "shown"))
                {
                    tail.AddRange([W("has"), W("a"), rest[k + 1], W("background")]);
                    k++;
                }
                else
                {
                    tail.Add(rest[k]);
                }
            }

            return [.. tokens[..i], W("has"), W("a"), tokens[colour], W("background"), .. tail];
        }

        return null;
    }

    // "has exceeded 60", "stays below 10"
    private static List<ClaimToken>? Exceeds(List<ClaimToken> tokens)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            var at = tokens[i].Is("has", "have") && i + 2 < tokens.Count ? i + 1 : i;
            if (tokens[at].Is("exceeds", "exceed", "exceeded", "surpasses", "surpassed", "tops", "topped") && at + 1 < tokens.Count && IsFigure(tokens, at + 1))
                return [.. tokens[..i], W("is"), W("more"), W("than"), .. tokens[(at + 1)..]];
            if (tokens[i].Is("stays", "stay", "stayed", "lies", "lie", "remains", "remain") && i + 2 < tokens.Count && tokens[i + 1].Is("below", "under", "above", "over") && IsFigure(tokens, i + 2))
                return [.. tokens[..i], W("is"), W(tokens[i + 1].Is("below", "under") ? "less" : "more"), W("than"), .. tokens[(i + 2)..]];
        }

        return null;
    }

    private static bool IsFigure(List<ClaimToken> tokens, int at) => tokens[at] is { HasDigit: true } || tokens[at].Is("€", "$", "£");

    // "have been moved to room A": they are in it.
    private static List<ClaimToken>? MovedTo(List<ClaimToken> tokens)
    {
        for (var i = 1; i + 3 < tokens.Count; i++)
        {
            if (tokens[i].Is(Be) && tokens[i + 1].Is("moved", "transferred", "relocated", "shifted", "put", "carried") && tokens[i + 2].Is("to", "into") && !tokens[i + 3].Is("the") && !IsFigure(tokens, i + 3))
                return [.. tokens[..(i + 1)], W("in"), .. tokens[(i + 3)..]];
        }

        return null;
    }

    // "stands at 7,350", "is given as 1.013", "has risen to 48,377", "is turned up to 64 %", "has become 'Unmute'", "has been given Tank 7"
    private static List<ClaimToken>? Value(List<ClaimToken> tokens)
    {
        var result = new List<ClaimToken>(tokens);
        var changed = false;
        for (var i = 1; i + 1 < result.Count; i++)
        {
            var (verb, next) = (result[i], result[i + 1]);
            var after = i + 2 < result.Count ? result[i + 2] : null;
            // The value follows at once, without another verb.
            int from = -1;
            if (verb.Is("stands", "stand", "lies", "lie", "sits") && next.Is("at") && after is { HasDigit: true })
                from = i + 2;
            else if (verb.Is(Be) && next.Is(Told) && after?.Is("as", "at", "with") == true && i + 3 < result.Count && !result[i + 3].Is("the", "a", "an") && !result[i + 3].Is(Be))
                from = i + 3;
            else if (verb.Is("has", "have", "is", "are") && next.Is(Moved) && IsToFigure(result, i + 2, out var at))
                from = at;
            else if (verb.Is(Be) && next.Is(SetTo) && IsToFigure(result, i + 2, out var set))
                from = set;
            else if (verb.Is("has", "have") && next.Is("become", "turned") && (after is { IsQuoted: true } || after is { IsCapital: true }))
                from = i + 2;
            else if (verb.Is("comes", "come", "came", "runs", "run", "mounts") && next.Is("to") && after is { HasDigit: true } or { Text: "€" or "$" or "£" })
                from = i + 2;
            if (from > 0)
            {
                // "the two meters stand at 7,350 and 7,035": of which which is cannot be told.
                result = [.. result[..i], verb.Is("stand", "lie", "are", "have", "come", "run") ? W("are") : W("is"), .. result[from..]];
                changed = true;
                continue;
            }

            // "B-305 has been given Tank 7", "Ann is awarded a medal": what follows is a thing, not when or how something was given.
            if (verb.Is(Be) && next.Is("given", "assigned", "allotted", "allocated", "awarded") && after is not null && (after.IsQuoted || after.IsCapital || after.HasDigit || after.Is("a", "an") || i + 3 < result.Count && result[i + 3].HasDigit && !after.Is("at", "on", "in", "by", "to", "for", "below", "above", "under", "over", "within", "until", "after", "before")) && !result[0].IsQuoted && !result[0].Is("no", "nobody", "nothing"))
            {
                result = [.. result[..i], W("has"), .. result[(i + 2)..]];
                changed = true;
            }
        }

        return changed ? result : null;
    }

    private static bool IsToFigure(List<ClaimToken> tokens, int at, out int from)
    {
        while (at < tokens.Count && tokens[at].Is("up", "down", "further", "back"))
            at++;
        from = at + 1;
        return at + 1 < tokens.Count && tokens[at].Is("to") && (tokens[at + 1].HasDigit || tokens[at + 1].Is("€", "$", "£"));
    }

    // "'X' is given below the chart", "'X' is written under the third box": it is displayed there.
    private static List<ClaimToken>? Displayed(List<ClaimToken> tokens)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            if (!tokens[i].Is(Be) || !tokens[i - 1].IsQuoted)
                continue;
            if (tokens[i + 1].Is(Written) && (i + 2 == tokens.Count || tokens[i + 2].Is(Sides) || tokens[i + 2].Is("to", "there", "in", ",", "and")) && !(i + 2 < tokens.Count && tokens[i + 2].Is("in") && i + 3 < tokens.Count && ColorWords.Canonical(tokens[i + 3].Text) is not null))
                return [.. tokens[..(i + 1)], W("displayed"), .. tokens[(i + 2)..]];
            if (i + 3 <= tokens.Count && tokens[i + 1].Is("to") && i + 3 < tokens.Count && tokens[i + 2].Is("be") && tokens[i + 3].Is("read", "seen", "found"))
                return [.. tokens[..(i + 1)], W("displayed"), .. tokens[(i + 4)..]];
        }

        return null;
    }
}
