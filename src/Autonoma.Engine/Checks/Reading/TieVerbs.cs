namespace Autonoma.Engine.Checks.Reading;

/// <summary>
/// Verbs that only tie a thing to what its entry says ("leaves at", "was sent by", "takes 30 minutes"): where the entry says the rest, they add nothing that could be false. Verbs that tell an outcome
/// ("refused", "paid", "won"), or a part that another could have played ("sent", "reviewed"), are none of them: those the page itself must say.
/// </summary>
internal static class TieVerbs
{
    private static readonly string[] Plain =
        ("take last run cost weigh measure deliver bring work teach play live sit lie hang stand hold carry keep need require ask request order own lend borrow edit create use pay employ drive ride fly travel serve lead manage head handle supervise preside coordinate "
        + "guide cover provide supply make record register report use contain fill score study attend visit present host operate pilot cook grow brew note file belong feature stay sleep "
        + "price rate rank store locate park place house base range span stretch reach produce plan schedule book assign list train coach instruct staff occupy look care concern regard count total amount comprise seat accommodate store "
        + "move consist wait apply speak talk sing perform transport ship").Split(' ');

    private static readonly string[] Beginning = "start begin depart leave open join board commence check-in".Split(' ');

    private static readonly string[] Ending = "end finish arrive close expire stop return land conclude due".Split(' ');

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["took"] = "take", ["taken"] = "take", ["ran"] = "run", ["brought"] = "bring", ["taught"] = "teach", ["lay"] = "lie", ["stood"] = "stand", ["held"] = "hold", ["kept"] = "keep", ["drove"] = "drive", ["driven"] = "drive",
        ["rode"] = "ride", ["flew"] = "fly", ["flown"] = "fly", ["led"] = "lead", ["made"] = "make", ["grew"] = "grow", ["grown"] = "grow", ["slept"] = "sleep", 
        ["spoke"] = "speak", ["spoken"] = "speak", ["sang"] = "sing", ["sung"] = "sing", ["began"] = "begin", ["begun"] = "begin", ["left"] = "leave",
    };

    private static readonly Dictionary<string, TieKind> Kinds = Build();

    /// <summary>Whether the word is a form of such a verb, and what kind of one.</summary>
    public static bool TryKind(ClaimToken token, out TieKind kind)
    {
        kind = default;
        return !token.IsQuoted && !token.IsMark && Kinds.TryGetValue(token.Text, out kind);
    }

    private static Dictionary<string, TieKind> Build()
    {
        var forms = new Dictionary<string, TieKind>(StringComparer.Ordinal);
        foreach (var (verbs, kind) in new[] { (Beginning, TieKind.Begin), (Ending, TieKind.End), (Plain, TieKind.Plain) })
        {
            foreach (var verb in verbs)
            {
                foreach (var form in Inflect(verb))
                    forms.TryAdd(form, kind);
            }
        }

        foreach (var (form, verb) in Irregular)
            forms[form] = forms[verb];
        return forms;
    }

    private static IEnumerable<string> Inflect(string verb)
    {
        yield return verb;
        if (verb.EndsWith('y') && !"aeo".Contains(verb[^2], StringComparison.Ordinal))
        {
            yield return verb[..^1] + "ies";
            yield return verb[..^1] + "ied";
        }
        else
        {
            yield return verb + (verb[^1] is 's' or 'x' or 'o' || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) ? "es" : "s");
            yield return verb.EndsWith('e') ? verb + "d" : verb + "ed";
            // planned, shipped
            yield return verb + verb[^1] + "ed";
        }
    }
}

/// <summary>What a <see cref="TieVerbs">tie</see> says of a time beside it.</summary>
internal enum TieKind
{
    /// <summary>Nothing.</summary>
    Plain,
    /// <summary>It begins then.</summary>
    Begin,
    /// <summary>It ends then.</summary>
    End,
}
