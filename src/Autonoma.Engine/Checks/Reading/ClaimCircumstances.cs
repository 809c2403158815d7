using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Reading;

/// <summary>What a claim says before it says what it claims.</summary>
/// <param name="Conditions">How something stands, which must be seen to be so; empty for a deed that leaves nothing to see.</param>
/// <param name="Rest">What is claimed.</param>
/// <param name="Source">Where it is said to be told ("according to the activity list"); null when nowhere.</param>
/// <param name="Typed">What was typed, which a field must still hold; null when nothing was.</param>
internal sealed record Circumstance(IReadOnlyList<List<ClaimToken>> Conditions, List<ClaimToken> Rest, List<ClaimToken>? Source = null, ClaimToken? Typed = null);

/// <summary>
/// Takes apart what leads a claim: "After switching room numbers on, ...", "With a plan chosen and the terms ticked, ...", "At € 12.90, X is ...". A deed that is over may be put aside, as the
/// claim is of what came of it; how something stands is a claim of its own, since the page shows it.
/// </summary>
internal static partial class ClaimCircumstances
{
    private static readonly string[] Later = ["after", "once", "upon", "following", "by", "on"];

    // Deeds as things; "of", "to" or "for" after them would go on telling of what.
    private static readonly string[] DeedNouns = ["refresh", "reload", "update", "synchronisation", "synchronization", "sync", "search", "import", "upload", "download", "login", "logout", "removal", "deletion", "change", "submission", "reset", "click", "confirmation", "cancellation", "restart", "save", "check", "scan", "approval", "booking"];

    // Deeds that leave nothing to see but what is claimed.
    private static readonly string[] PlainDeeds =
    [
        "saving", "sending", "submitting", "confirming", "deleting", "removing", "adding", "cancelling", "canceling", "reloading", "refreshing", "clicking", "pressing", "tapping", "booking", "approving", "rejecting", "declining", "publishing", "archiving", "restoring",
        "undoing", "renaming", "creating", "closing", "going", "returning", "signing", "logging", "paying", "ordering", "finishing", "leaving", "waiting", "uploading", "importing", "syncing", "updating", "merging", "splitting", "moving", "assigning", "accepting", "resetting", "clearing",
    ];

    // Deeds that decide what is seen: what is claimed holds of that view alone.
    private static readonly string[] ViewDeeds =
    [
        "switching", "changing", "turning", "jumping", "filtering", "sorting", "searching", "looking", "opening", "showing", "hiding", "typing", "entering", "filling", "setting", "grouping", "limiting", "narrowing", "zooming", "scrolling", "paging", "hovering", "pointing", "toggling",
        "putting", "using", "having", "being", "viewing", "browsing", "flipping", "dragging", "dropping", "focusing", "tabbing", "marking", "flagging", "keeping", "during", "morning", "evening", "nothing", "something", "anything", "everything",
    ];

    // Deeds by which something stands so from then on.
    private static readonly Dictionary<string, string> Lasting = new(StringComparer.Ordinal)
    {
        ["ticking"] = "checked", ["checking"] = "checked", ["unticking"] = "unchecked", ["unchecking"] = "unchecked", ["selecting"] = "selected", ["choosing"] = "selected", ["picking"] = "selected", ["expanding"] = "expanded", ["collapsing"] = "collapsed", ["enabling"] = "on", ["disabling"] = "off",
    };

    /// <summary>The claim without what leads it; null when nothing does, or nothing that is understood.</summary>
    public static Circumstance? Take(List<ClaimToken> tokens)
    {
        if (tokens.Count < 4 || tokens.Exists(t => t.Is(":", ";")))
            return null;
        if (Trailing(tokens) is { } trailing)
            return trailing;
        if (tokens[0].IsQuoted)
            return null;
        tokens = WithComma(tokens);
        return Source(tokens) ?? AfterTyping(tokens) ?? AfterDeed(tokens) ?? With(tokens) ?? When(tokens) ?? AtPrice(tokens);
    }

    /// <summary>Whether words begin with what tells when or under which circumstances something is so.</summary>
    public static bool Opens(List<ClaimToken> tokens) => tokens.Count > 1 && !tokens[0].IsQuoted && tokens[0].Is("after", "once", "upon", "when", "whenever", "before", "since", "until", "unless", "if", "despite", "because", "although", "though", "following");

    private static ClaimToken W(string word) => ClaimToken.Word(word);

    private static int Comma(List<ClaimToken> tokens) => tokens.FindIndex(t => t.Is(","));

    // "According to the recent activity, ..."
    private static Circumstance? Source(List<ClaimToken> tokens)
        => tokens[0].Is("according") && tokens[1].Is("to") && Comma(tokens) is > 2 and var comma && comma + 2 < tokens.Count ? new([], tokens[(comma + 1)..], tokens[2..comma]) : null;

    private static Circumstance? AfterDeed(List<ClaimToken> tokens)
    {
        if (!tokens[0].Is(Later))
            return null;
        var comma = Comma(tokens);
        // "After the refresh room 119 is clean"
        var noun = tokens[1].Is("the", "a", "an", "this") ? 2 : 1;
        if (tokens[0].Is("after", "upon", "following", "once") && noun + 2 < tokens.Count && tokens[noun].Is(DeedNouns))
        {
            var from = tokens[noun + 1].Is(",") ? noun + 2 : tokens[noun + 1].Is("of", "to", "for", "by", "in", "on", "is", "was", "has") ? -1 : noun + 1;
            if (from > 0 && ClauseReader.HasVerb(tokens[from..]))
                return new([], tokens[from..]);
        }

        // "After binning order 5008 the notice reads 'X'"
        if (comma < 0 && IsPlainDeed(tokens) && tokens.FindIndex(3, t => t.Is("the")) is > 2 and var claimed && ClauseReader.HasVerb(tokens[claimed..]) && !ClauseReader.HasVerb(tokens[2..claimed]))
            return new([], tokens[claimed..]);
        if (comma < 2 || comma + 2 >= tokens.Count || !ClauseReader.HasVerb(tokens[(comma + 1)..]) && tokens.Count - comma < 4)
            return null;
        var (deed, what, rest) = (tokens[1], tokens[2..comma], tokens[(comma + 1)..]);
        if (deed.IsQuoted)
            return null;
        // How it was done is told, what came of it is claimed: "after sending without a customer".
        if (IsPlainDeed(tokens))
            return new([], OfIt(what, rest));
        if (what.Exists(t => t.Is("and", "or", "not", "without", "no")))
            return null;
        // "After switching to the Archive tab": it is the one that is open now.
        if (deed.Is("switching", "changing", "turning", "jumping") && what.FindIndex(t => t.Is("to")) is >= 0 and < 2 and var to && to + 1 < what.Count && (to == 0 || what[0].Is("over", "back")))
            return new([[.. what[(to + 1)..], W("is"), W("selected")]], rest);
        if (deed.Is("switching", "turning", "toggling") && what.Count > 1 && (what[^1].Is("on", "off") ? what[..^1] : what[0].Is("on", "off") ? what[1..] : null) is { } thing)
            return new([[.. thing, W("is"), what[^1].Is("on", "off") ? what[^1] : what[0]]], rest);
        if (deed.Is("sorting", "ordering") && what.Count > 1 && what[0].Is("by"))
            return new([[W("the"), W("list"), W("is"), W("sorted"), .. what]], rest);
        return what.Count > 0 && Lasting.TryGetValue(deed.Text, out var state) ? new([[.. what, W("is"), W(state)]], rest) : null;
    }

    private static bool IsPlainDeed(List<ClaimToken> tokens)
        => tokens[1] is { IsQuoted: false } deed && (deed.Is(PlainDeeds) || tokens[0].Is("after", "upon", "following") && deed.Text.Length > 5 && deed.Text.EndsWith("ing", StringComparison.Ordinal) && !deed.IsCapital && !deed.Is(ViewDeeds) && !Lasting.ContainsKey(deed.Text));

    // "With a plan chosen and the terms ticked, ..."
    private static Circumstance? With(List<ClaimToken> tokens)
    {
        var comma = Comma(tokens);
        // "With folding ticked the finishing costs £ 15": where the comma would stand.
        if (comma < 0 && tokens[0].Is("with") && Enumerable.Range(2, Math.Max(0, Math.Min(6, tokens.Count - 5))).FirstOrDefault(i => !tokens[i].IsCapital && !tokens[i].IsQuoted && StatePhrases.TryState([tokens[i]], out var state, out _) && state != ElementState.Visible && tokens[i + 1].Is("the", "a", "an") && ClauseReader.HasVerb(tokens[(i + 1)..]), -1) is > 1 and var behind)
            return With([.. tokens[..(behind + 1)], new(",", ","), .. tokens[(behind + 1)..]]);
        if (!tokens[0].Is("with") || comma < 3 || comma + 2 >= tokens.Count || !ClauseReader.HasVerb(tokens[(comma + 1)..]))
            return null;
        var conditions = new List<List<ClaimToken>>();
        var current = new List<ClaimToken>();
        foreach (var token in tokens[1..comma].Append(W("and")))
        {
            if (!token.Is("and"))
            {
                current.Add(token);
                continue;
            }

            // "Ann chosen as the owner": the owner is Ann.
            if (current.FindIndex(t => t.Is("as")) is > 1 and var role && role + 1 < current.Count && current[role - 1].Is("chosen", "selected", "picked", "set", "entered", "given") && !current[..(role - 1)].Exists(t => t.Is("no", "not")))
            {
                conditions.Add([.. current[(role + 1)..], W("is"), .. current[..(role - 1)]]);
                current = [];
                continue;
            }

            // "the status set to Open", "the list narrowed down to Open": that is what it is.
            if (current.FindIndex(t => t.Is("to")) is > 1 and var to && to + 1 < current.Count && current[to - 1].Is("set", "changed", "switched", "limited") && (current[to + 1].IsQuoted || current[to + 1].IsCapital || current[to + 1].HasDigit) && !current.Exists(t => t.Is("no", "not")))
            {
                conditions.Add([.. current[..(to - 1)], W("is"), .. current[(to + 1)..]]);
                current = [];
                continue;
            }

            // What ends without saying how it stands goes on: "with Ann and Bob chosen".
            var state = Enumerable.Range(1, Math.Max(0, current.Count - 1)).FirstOrDefault(i => !current[i].IsCapital && StatePhrases.IsState(current[i..]), -1);
            if (state < 1 || current[..state].Exists(t => t.Is("no", "not")))
                return null;
            conditions.Add([.. current[..state], W("is"), .. current[state..]]);
            current = [];
        }

        return conditions.Count > 0 && current.Count == 0 ? new(conditions, tokens[(comma + 1)..]) : null;
    }

    // "When all five flags are acknowledged, ...": it is so now, and so is the rest.
    private static Circumstance? When(List<ClaimToken> tokens)
    {
        var comma = Comma(tokens);
        if (!tokens[0].Is("when", "once", "as", "now") || comma < 4 || comma + 2 >= tokens.Count || !ClauseReader.HasVerb(tokens[(comma + 1)..]))
            return null;
        var from = tokens[0].Is("as") ? tokens[1].Is("soon", "long") && tokens[2].Is("as") ? 3 : -1 : tokens[0].Is("now") ? tokens[1].Is("that") ? 2 : -1 : 1;
        return from > 0 && from + 2 < comma && ClauseReader.HasVerb(tokens[from..comma]) && !tokens[from].Is("i", "you", "we") ? new([tokens[from..comma]], tokens[(comma + 1)..]) : null;
    }

    // "At € 12.90, X is the cheapest plan": that is its price.
    private static Circumstance? AtPrice(List<ClaimToken> tokens)
    {
        var comma = Comma(tokens);
        if (!tokens[0].Is("at") || comma is not (> 1 and < 5) || comma + 3 >= tokens.Count)
            return null;
        var price = tokens[1..comma];
        var rest = tokens[(comma + 1)..];
        if (!price.Exists(t => t.HasDigit) || !price.Exists(t => t.Is("€", "$", "£", "eur", "usd", "gbp", "euros", "dollars", "pounds") || t.Text.AsSpan().ContainsAny("€$£")) || ClauseReader.VerbPositions(rest) is not [> 0 and var verb, ..] || rest[..verb].Exists(t => t.IsMark || t.Is("and", "or")))
            return null;
        return new([[.. rest[..verb], W("costs"), .. price]], rest);
    }
}
