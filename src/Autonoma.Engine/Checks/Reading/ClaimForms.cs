namespace Autonoma.Engine.Checks.Reading;

/// <summary>Brings forms that people write in notes and tickets to whole sentences: "title = X", "Save disabled", "Looking at the list, ...", "(its badge shows 3)".</summary>
internal static class ClaimForms
{
    // What follows a thing without a verb and says how it is.
    private static readonly string[] Participles =
    [
        "shown", "displayed", "visible", "printed", "written", "highlighted", "marked", "listed", "found", "selected", "preselected", "checked", "ticked", "unchecked", "disabled", "enabled", "open", "opened", "closed", "empty", "hidden",
        "greyed", "grayed", "preset", "prefilled", "pre-filled", "expanded", "collapsed", "focused", "active", "inactive", "required", "gone", "missing", "present", "absent", "sorted", "crossed", "struck", "set",
    ];

    /// <summary>The claim with its asides and openings as clauses of their own.</summary>
    public static List<ClaimToken> Plain(List<ClaimToken> tokens) => Aside(Opening(Equals(ClaimParaphrases.Rewrite(tokens))));

    /// <summary>"Check out button disabled for the guest", "error shown next to Post", "no orders found": with the verb that it leaves out; null when nothing in it says how the thing is.</summary>
    public static Clause? Terse(List<ClaimToken> tokens)
    {
        if (tokens.Count < 2 || tokens[0].Is("only", "every", "each", "all", "both", "none"))
            return null;
        // "5 reservations in the arrivals list": so many are there.
        if (!tokens[0].IsQuoted && !tokens[0].Is("a", "an", "one", "no") && Language.NumberWords.TryCardinal(tokens[0].Text, out _) && !tokens[1].IsQuoted && !tokens[1].HasDigit && !tokens[1].IsMark && !tokens[1].IsCapital && !tokens.Exists(t => t.Is(Participles)))
            return There(tokens);
        for (var at = 1; at < tokens.Count; at++)
        {
            if (!tokens[at].Is(Participles) || tokens[at].IsCapital || tokens[at - 1].Is("the", "a", "an", "and", "or", ",", "not", "no", "of"))
                continue;
            var said = tokens[at..];
            var subject = tokens[..at];
            if (subject.Any(t => t.IsMark && !t.Is("'s")) || said.Any(t => t.IsMark))
                return null;
            // "2 selected items": what is said comes last, or goes on with a place.
            var state = StateLength(said);
            if (state < said.Count && !said[Math.Max(1, state)].Is("in", "on", "at", "for", "next", "below", "above", "under", "beside", "with", "to", "by", "from", "through", "out", "inside", "within", "left", "right", "as"))
                continue;
            if (said[0].Is("found") && said.Count == 1)
                said = [ClaimToken.Word("displayed")];
            if (subject[0].Is("no"))
                return said[0].Is("displayed", "shown", "visible", "listed", "present") && subject.Count > 1 ? There([.. subject, .. said.Skip(1)]) : null;
            return new() { Subject = subject, Verb = ClaimVerb.Be, VerbText = "is", Object = said };
        }

        return null;
    }

    private static Clause There(List<ClaimToken> things) => new() { Subject = [], Verb = ClaimVerb.Be, VerbText = "is", IsExistential = true, Object = things };

    private static int StateLength(List<ClaimToken> said)
    {
        for (var n = Math.Min(5, said.Count); n > 0; n--)
        {
            if (StatePhrases.TryState(said[..n], out _, out _))
                return n;
        }

        return 1;
    }

    // "title = 'X'" says that the title is X.
    private static List<ClaimToken> Equals(List<ClaimToken> tokens)
    {
        for (var at = 1; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Is("=", "=="))
                tokens = [.. tokens[..at], ClaimToken.Word("is"), .. tokens[(at + 1)..]];
        }

        return tokens;
    }

    // "Looking at the board, ..." says where; "It can be seen that ..." says nothing.
    private static List<ClaimToken> Opening(List<ClaimToken> tokens)
    {
        // "It is shown: 'X'", "there is written 'X'"
        if (tokens is [var it, var be, var shown, .. var text] && it.Is("it", "this", "there") && be.Is("is", "was") && shown.Is("shown", "displayed", "written", "said", "printed") && DropColon(text) is [{ IsQuoted: true }] said)
            return [.. said, ClaimToken.Word("is"), ClaimToken.Word("displayed")];
        // "Declining without a reason is answered with 'X'": X comes up.
        if (tokens.Count > 3 && tokens[^1].IsQuoted && tokens[^2].Is("with", "by") && tokens[^3].Is("answered", "acknowledged", "met", "commented", "refused", "rejected", "greeted") && tokens[^4].Is("is", "are", "was", "were") && !tokens[0].IsQuoted && tokens[0].Text.Length > 5 && tokens[0].Text.EndsWith("ing", StringComparison.Ordinal))
            return [tokens[^1], ClaimToken.Word("is"), ClaimToken.Word("displayed")];
        // "In the order are 8 analytes": there are 8 in it.
        if (tokens.Count > 4 && tokens[0].Is("in", "on") && tokens.FindIndex(t => t.Is("are")) is > 1 and < 6 and var verb && verb + 2 < tokens.Count && !tokens[2..verb].Exists(t => t.Is("the", "a", "an", "all", "both")) && !tokens[1..verb].Exists(t => t.IsMark) && Language.NumberWords.TryCardinal(tokens[verb + 1].Text, out _) && !tokens[verb + 1].IsQuoted && !tokens[verb + 1].Is("a", "an"))
        {
            var end = tokens.FindIndex(verb, t => t.Is(",", "and", ";", ":")) is > 0 and var stop ? stop : tokens.Count;
            return [ClaimToken.Word("there"), tokens[verb], .. tokens[(verb + 1)..end], .. tokens[..verb], .. tokens[end..]];
        }

        // "With the switch 'Only mine' on, three invoices remain": how the page stands.
        if (tokens.Count > 5 && tokens[0].Is("with") && tokens.FindIndex(t => t.Is(",")) is > 2 and var so && StatePhrases.IsState(tokens[(so - 1)..so]) && ClauseReader.HasVerb(tokens[(so + 1)..]))
            return [ClaimToken.Word("while"), .. tokens[1..(so - 1)], ClaimToken.Word("is"), .. tokens[(so - 1)..]];
        if (tokens.Count > 4 && tokens[0].Is("it") && tokens.FindIndex(t => t.Is("that")) is > 1 and < 6 and var that && tokens[1..that].TrueForAll(t => t.Is("is", "can", "could", "be", "now", "also", "clearly", "seen", "visible", "shown", "displayed", "evident", "obvious", "clear")))
            return tokens[(that + 1)..];
        // "According to the wave history, X": it says so there.
        if (tokens.Count > 5 && tokens[0].Is("according") && tokens[1].Is("to") && tokens.FindIndex(t => t.Is(",")) is > 2 and var source && ClauseReader.HasVerb(tokens[(source + 1)..]))
            return [ClaimToken.Word("in"), .. tokens[2..source], new(",", ","), .. tokens[(source + 1)..]];
        // "At € 12.90, X is the cheapest plan": it is, and costs that.
        if (tokens.Count > 6 && tokens[0].Is("at") && tokens.FindIndex(t => t.Is(",")) is > 1 and < 5 and var price && tokens[1..price].Exists(t => t.Is("€", "$", "£")) && tokens[1..price].TrueForAll(t => t.HasDigit && !t.IsQuoted || t.Is("€", "$", "£")) && ClauseReader.VerbPositions(tokens[(price + 1)..]) is [> 0 and var is1, ..] && tokens[price + 1 + is1].Is("is", "are"))
            return [.. tokens[(price + 1)..], ClaimToken.Word("and"), .. tokens[(price + 1)..(price + 1 + is1)], ClaimToken.Word("costs"), .. tokens[1..price]];
        // "Among the open returns RT-3 is red": RT-3 among them is.
        if (tokens.Count > 5 && tokens[0].Is("among", "amongst") && tokens[1].Is("the", "all") && tokens.FindIndex(2, t => t.IsQuoted || t.IsCapital || t.HasDigit || t.IsMark || t.Is("and")) is > 2 and var named && !tokens[named].IsMark && !tokens[named].Is("and") && ClauseReader.VerbPositions(tokens) is [var is2, ..] && is2 > named && tokens[named..is2].TrueForAll(t => t.IsQuoted || t.IsCapital || t.HasDigit))
            return [.. tokens[named..is2], ClaimToken.Word("in"), .. tokens[1..named], .. tokens[is2..]];
        if (tokens.Count > 4 && tokens[0].Is("looking", "look") && tokens[1].Is("at", "into", "in") && tokens.FindIndex(t => t.Is(",", ":")) is > 2 and var comma && !tokens[2..comma].Exists(t => VerbWords.TryStrong(t, out _)))
            return [ClaimToken.Word("in"), .. tokens[2..comma], new(",", ","), .. tokens[(comma + 1)..]];
        return tokens;
    }

    private static List<ClaimToken> DropColon(List<ClaimToken> tokens) => tokens.Count > 0 && tokens[0].Is(":") ? tokens[1..] : tokens;

    // "X is idle (the card has an 'idle 21 d' badge)": what stands in brackets shows it.
    private static List<ClaimToken> Aside(List<ClaimToken> tokens)
    {
        // "no driver is assigned - the cell says 'unassigned'"
        if (tokens.FindIndex(t => t.Is(",") && t.Raw == "-") is > 1 and var dash && dash + 2 < tokens.Count && !tokens.Exists(t => t.Is(":", ";")) && ClauseReader.HasVerb(tokens[..dash]) && ClauseReader.HasVerb(tokens[(dash + 1)..]))
            return [.. tokens[..dash], new(":", ":"), .. tokens[(dash + 1)..]];
        var open = tokens.FindIndex(t => t.Is("("));
        var close = tokens.FindIndex(t => t.Is(")"));
        if (open < 2 || close < open + 3 || close + 1 < tokens.Count || tokens.Exists(t => t.Is(":", ";")))
            return tokens;
        var (claim, aside) = (tokens[..open], tokens[(open + 1)..close]);
        return ClauseReader.HasVerb(claim) && ClauseReader.HasVerb(aside) ? [.. claim, new(":", ":"), .. aside] : tokens;
    }
}
