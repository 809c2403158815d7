namespace Autonoma.Engine.Checks.Reading;

/// <summary>What a verb of a claim asserts.</summary>
internal enum ClaimVerb
{
    /// <summary>is, remains, looks.</summary>
    Be,
    /// <summary>has.</summary>
    Have,
    /// <summary>shows, displays: whole for a value, a part for a container.</summary>
    Show,
    /// <summary>reads, says, equals: the whole text.</summary>
    Read,
    /// <summary>contains, lists, mentions: a part.</summary>
    Contain,
    /// <summary>starts with.</summary>
    Start,
    /// <summary>ends with.</summary>
    End,
    /// <summary>appears, exists.</summary>
    Appear,
    /// <summary>disappears.</summary>
    Vanish,
    /// <summary>costs, amounts to, totals.</summary>
    Cost,
    /// <summary>rises to, drops to, changes to: the value is that now.</summary>
    Change,
    /// <summary>can, may.</summary>
    Can,
    /// <summary>belongs to, goes to, comes from: said of a record.</summary>
    Belong,
    /// <summary>ranks.</summary>
    Rank,
    /// <summary>tells, warns, confirms, asks for.</summary>
    Tell,
    /// <summary>finds, returns (nothing): what a search or filter leads to.</summary>
    Yield,
    /// <summary>does (with not).</summary>
    Do,
}

/// <summary>Finite verbs that testers use in claims.</summary>
internal static class VerbWords
{
    private static readonly Dictionary<string, ClaimVerb> Strong = Build(
        (ClaimVerb.Be, "is are was were be remains remain stays stay becomes became become looks look seems gets stands stand sits"),
        (ClaimVerb.Have, "has have had carries carry bears took lasted lasts lacks lack"),
        (ClaimVerb.Show, "shows showed displays presents renders"),
        (ClaimVerb.Read, "reads says said states equals equal say"),
        (ClaimVerb.Contain, "contains contain includes include mentions mention lists holds offers offer comprises features consists counts"),
        (ClaimVerb.Start, "starts begins start begin"),
        (ClaimVerb.End, "ends end"),
        (ClaimVerb.Appear, "appears appear appeared exists exist"),
        (ClaimVerb.Vanish, "disappears disappear disappeared vanishes vanish vanished"),
        (ClaimVerb.Cost, "costs amounts totals sums adds add amount"),
        (ClaimVerb.Change, "rises rose drops dropped changes changed increases increased decreases decreased grows grew falls fell goes went turns turned switches jumps"),
        (ClaimVerb.Can, "can may could"),
        (ClaimVerb.Belong, "belongs belong comes come"),
        (ClaimVerb.Rank, "ranks"),
        (ClaimVerb.Tell, "tells warns confirms asks informs explains announces reports notes indicates warn"),
        (ClaimVerb.Yield, "finds returns yields produces leaves"),
        (ClaimVerb.Do, "does do did"));

    // Also nouns or imperatives: a verb only when nothing better is there.
    private static readonly Dictionary<string, ClaimVerb> Weak = Build(
        (ClaimVerb.Show, "show display displayed showing displaying"),
        (ClaimVerb.Read, "read state reading saying"),
        (ClaimVerb.Contain, "list hold count containing listing"),
        (ClaimVerb.Cost, "cost total"));

    /// <summary>Every verb known here.</summary>
    public static IEnumerable<string> All => Strong.Keys.Concat(Weak.Keys);

    public static bool TryStrong(ClaimToken token, out ClaimVerb verb)
    {
        verb = default;
        return !token.IsQuoted && Strong.TryGetValue(token.Text, out verb);
    }

    public static bool TryAny(ClaimToken token, out ClaimVerb verb)
    {
        verb = default;
        return !token.IsQuoted && (Strong.TryGetValue(token.Text, out verb) || Weak.TryGetValue(token.Text, out verb));
    }

    private static Dictionary<string, ClaimVerb> Build(params (ClaimVerb Verb, string Words)[] entries)
    {
        var words = new Dictionary<string, ClaimVerb>(StringComparer.Ordinal);
        foreach (var (verb, list) in entries)
        {
            foreach (var word in list.Split(' '))
                words.Add(word, verb);
        }

        return words;
    }
}
