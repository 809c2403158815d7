namespace Autonoma.Engine.Checks.Reading;

// What a part of the page shows, said otherwise: as what it opens with or moves on to, as the number it has, as the only ones it lists.
internal static partial class ClaimParaphrases
{
    // "one row is selected, and both Save and Delete can be used": two claims.
    private static List<ClaimToken>? AndBoth(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(t => !t.IsQuoted && t.Is("both"));
        if (at < 4 || !tokens[at - 1].Is("and") || !tokens[at - 2].Is(",") || !ClauseReader.HasVerb(tokens[..(at - 2)]) || !ClauseReader.HasVerb(tokens[at..]) || tokens.Exists(t => t.Is(":", ";")))
            return null;
        return [.. tokens[..(at - 2)], new(";", ";"), .. tokens[at..]];
    }

    // "The calendar opens with the week of 12 May", "has moved on to June": that is what it shows.
    private static List<ClaimToken>? OpensWith(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(1, t => !t.IsQuoted && t.Is("opens", "moved", "switched", "jumped", "advanced", "turned"));
        if (at < 1 || at + 2 >= tokens.Count || !tokens[..at].Exists(t => t.Is("calendar", "view", "page", "chart", "week", "month", "planner", "schedule", "timeline", "gallery", "carousel", "slideshow")))
            return null;
        if (tokens[at].Is("opens"))
            return tokens[at + 1].Is("with", "on", "at") ? [.. tokens[..at], W("shows"), .. tokens[(at + 2)..]] : null;
        var to = tokens[at + 1].Is("on", "over", "forward", "back", "ahead", "forwards") ? at + 2 : at + 1;
        var from = tokens[at - 1].Is("has", "have") ? at - 1 : at;
        return to + 1 < tokens.Count && tokens[to].Is("to") && from > 0 ? [.. tokens[..from], W("shows"), .. tokens[(to + 1)..]] : null;
    }

    // "is shown as available": it is. What it is shown as may be a word of the page, too.
    private static List<ClaimToken>? ShownAs(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(2, t => !t.IsQuoted && t.Is("shown", "displayed", "listed", "given", "reported"));
        if (at < 2 || at + 2 >= tokens.Count || !tokens[at - 1].Is(Be) || !tokens[at + 1].Is("as") || tokens[at + 2].IsQuoted || tokens[at + 2].Is("a", "an", "the"))
            return null;
        return [.. tokens[..at], .. tokens[(at + 2)..]];
    }

    // "The list shows only Transport claims: A and B": only such, and these.
    private static List<ClaimToken>? OnlyThese(List<ClaimToken> tokens)
    {
        var only = tokens.FindIndex(t => !t.IsQuoted && t.Is("only", "just"));
        var colon = tokens.FindIndex(t => t.Is(":"));
        if (only < 2 || colon < only + 3 || colon + 1 >= tokens.Count || !tokens[only - 1].Is("shows", "show", "contains", "contain", "lists", "holds") || tokens[only..colon].Exists(t => t.IsQuoted || t.IsMark || t.Is("and", "or")))
            return null;
        var named = tokens[(colon + 1)..];
        if (ClauseReader.HasVerb(named) || !named.TrueForAll(t => t.IsQuoted || t.IsCapital || t.HasDigit || t.Is(",", "and")))
            return null;
        return [.. tokens[..colon], new(";", ";"), W("only"), .. named, W("are"), W("listed")];
    }

    // "shows the number 3", "has the figure 12": that is what it shows.
    private static List<ClaimToken>? NumberNoun(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(2, t => !t.IsQuoted && t.Is("number", "figure"));
        if (at < 2 || at + 1 >= tokens.Count || !tokens[at + 1].HasDigit || tokens[at + 1].IsQuoted || !tokens[at - 1].Is("the", "a") || !tokens[at - 2].Is("shows", "show", "has", "have", "reads", "displays", "says", "carries", "bears", "gives"))
            return null;
        var rest = tokens[(at + 1)..];
        // "next to its name": where it stands is judged apart.
        if (rest.Count > 1 && rest[1].Is("next", "beside", "behind", "after", "near"))
            return null;
        return [.. tokens[..(at - 2)], W(tokens[at - 2].Is("has", "have", "carries", "bears", "gives") ? "shows" : tokens[at - 2].Text), .. rest];
    }
}
