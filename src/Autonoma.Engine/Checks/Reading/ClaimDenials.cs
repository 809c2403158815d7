namespace Autonoma.Engine.Checks.Reading;

/// <summary>What cannot be so as well when a claim is: "X is selected" beside "X is not selected", "the text above the table" beside "the text below the table".</summary>
internal static class ClaimDenials
{
    private static readonly string[] Auxiliaries = ["is", "are", "was", "were", "can", "could", "has", "have", "will", "should", "must", "does", "do", "did"];

    private static readonly (string One, string Other)[] Opposites =
    [
        ("open", "closed"), ("above", "below"), ("checked", "unchecked"), ("ticked", "unticked"), ("expanded", "collapsed"), ("enabled", "disabled"), ("ascending", "descending"), ("visible", "hidden"), ("leftmost", "rightmost"), ("topmost", "bottommost"),
    ];

    /// <summary>The claims that contradict it, as far as a word tells which.</summary>
    public static IEnumerable<List<ClaimToken>> Of(List<ClaimToken> tokens)
    {
        if (WithoutNot(tokens) is { } denied)
            yield return denied;
        foreach (var (one, other) in Opposites)
        {
            if (tokens.FindAll(t => t.Is(one, other)) is [var only])
                yield return tokens.ConvertAll(t => ReferenceEquals(t, only) ? ClaimToken.Word(only.Is(one) ? other : one) : t);
        }
    }

    // The same without its "not"; null where it has none, several, or another word that denies.
    private static List<ClaimToken>? WithoutNot(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(t => t.Is("not"));
        if (at < 1 || at + 1 >= tokens.Count || !tokens[at - 1].Is(Auxiliaries) || tokens.FindIndex(at + 1, t => t.Is("not")) > 0 || tokens.Exists(t => t.Is("no", "none", "nothing", "nobody", "neither", "nor", "never", "only", "without", "but")))
            return null;
        if (!tokens[at - 1].Is("does", "do", "did"))
            return [.. tokens[..at], .. tokens[(at + 1)..]];
        // "does not cost" denies "costs".
        var verb = tokens[at + 1];
        var said = verb.Is("have") ? "has" : tokens[at - 1].Is("does") && !verb.IsQuoted ? verb.Text + (verb.Text.EndsWith('s') || verb.Text.EndsWith("sh", StringComparison.Ordinal) || verb.Text.EndsWith("ch", StringComparison.Ordinal) ? "es" : "s") : verb.Text;
        return [.. tokens[..(at - 1)], ClaimToken.Word(said), .. tokens[(at + 2)..]];
    }
}
