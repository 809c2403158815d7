namespace Autonoma.Engine.Checks.Reading;

/// <summary>Deeds that stand behind the claim, go on without a comma, name the thing that "it" is afterwards, or leave a text in a field.</summary>
internal static partial class ClaimCircumstances
{
    private static readonly string[] Typing = ["typing", "entering", "filling", "writing", "searching", "filtering", "looking"];

    private static readonly string[] Types = ["type", "types", "enter", "enters", "search", "searches", "filter", "filters", "look", "looks", "write", "writes"];

    // "'Saved' appears after saving the form": when it does is the story.
    private static Circumstance? Trailing(List<ClaimToken> tokens)
    {
        var at = tokens.FindLastIndex(t => !t.IsQuoted && t.Is("after", "upon", "following", "when", "on"));
        if (at < 2 || at + 1 >= tokens.Count || !tokens[at - 1].Is("appears", "appear", "appeared", "disappears", "disappear", "vanishes") || tokens[..at].Exists(t => t.Is(",") || t.Is(Later)))
            return null;
        var deed = tokens[at..];
        return IsPlainDeed([W("after"), .. deed[1..]]) && deed[1].Text.EndsWith("ing", StringComparison.Ordinal) && !deed.Exists(t => t.IsMark && !t.Is("'s") || t.Is("and", "or", "not", "without", "no")) && !ClauseReader.HasVerb(deed) ? new([], tokens[..at]) : null;
    }

    // "After switching to the yearly view the Team plan costs $ 23": the claim begins with the last thing before the verb.
    private static List<ClaimToken> WithComma(List<ClaimToken> tokens)
    {
        if (!tokens[0].Is("after", "upon", "following") || tokens.Exists(t => t.Is(",")) || tokens[1].IsQuoted || !tokens[1].Text.EndsWith("ing", StringComparison.Ordinal) || IsPlainDeed(tokens) || ClauseReader.VerbPositions(tokens) is not [> 4 and var verb, ..])
            return tokens;
        var cut = tokens.FindLastIndex(verb - 1, t => t.Is("the", "a", "an", "only", "every", "all", "no"));
        while (cut > 3 && tokens[cut - 1].Is("of", "in", "on", "for", "to", "with", "from", "at", "by", "into", "under", "only"))
            cut = tokens.FindLastIndex(cut - 1, t => t.Is("the", "a", "an", "only", "every", "all", "no"));
        return cut > 2 && verb - cut < 8 ? [.. tokens[..cut], new(",", ","), .. tokens[cut..]] : tokens;
    }

    /// <summary>"After reserving Fog Signal, its button reads X": the button of Fog Signal.</summary>
    private static List<ClaimToken> OfIt(List<ClaimToken> what, List<ClaimToken> rest)
    {
        if (rest.Count < 3 || rest[0].IsQuoted || !rest[0].Is("it", "its", "he", "his", "she", "her"))
            return rest;
        var thing = what.TakeWhile(t => !t.Is("from", "in", "on", "to", "with", "at", "by", "for", "as", "into")).ToList();
        if (thing.Count is 0 or > 5 || !thing.Exists(t => t.IsQuoted || t.IsCapital || t.HasDigit) || thing.Exists(t => t.IsMark && !t.Is("'s") || t.Is("and", "or", "not", "without", "no", "all", "every", "both")))
            return rest;
        return rest[0].Is("it", "he", "she") ? [.. thing, .. rest[1..]] : [.. thing, new("'s", "'s"), .. rest[1..]];
    }

    /// <summary>"After typing 'oak' in the search box, ...", "when you search for 'oak', ...", "after typing a reply, ...": the field has it.</summary>
    private static Circumstance? AfterTyping(List<ClaimToken> tokens)
    {
        var comma = Comma(tokens);
        if (comma < 2 || comma + 2 >= tokens.Count || !ClauseReader.HasVerb(tokens[(comma + 1)..]))
            return null;
        List<ClaimToken> what;
        if (tokens[0].Is("after", "upon", "when", "while", "by") && tokens[1].Is(Typing))
            what = tokens[2..comma];
        else if (tokens[0].Is("when", "after", "if", "once") && tokens[1].Is("you", "i", "we", "one", "somebody", "someone") && tokens[2].Is(Types))
            what = tokens[3..comma];
        else if (tokens[0].Is("when", "after", "if", "once") && comma > 4 && tokens[1].Is("the", "a") && tokens[2].Is("user", "customer", "visitor", "tester") && tokens[3].Is(Types))
            what = tokens[4..comma];
        else
            return null;
        if (what.Count > 1 && what[0].Is("for", "by", "in", "out", "up"))
            what = what[1..];
        var rest = tokens[(comma + 1)..];
        if (what is [{ IsQuoted: true } text])
            return new([], rest, Typed: text);
        if (what.Exists(t => t.IsMark || t.Is("and", "or", "not", "no")))
            return null;
        // In which field, if that is said.
        if (what is [{ IsQuoted: true } into, var where, _, ..] && where.Is("in", "into", "as", "for"))
            return new([[.. what[(what[2].Is("the", "a") ? 3 : 2)..], W("is"), into]], rest, Typed: into);
        return what is [var article, { IsQuoted: false } noun, ..] && article.Is("a", "an", "the", "some") && what.Count < 4 && tokens[1].Is("typing", "entering", "filling", "writing") && !noun.HasDigit ? new([[W("the"), .. what[1..], W("is"), W("filled"), W("in")]], rest) : null;
    }
}
