namespace Autonoma.Engine.Checks.Reading;

/// <summary>A single claim that stands alone: who, what is said of it, and whether it is denied.</summary>
internal sealed record Clause
{
    /// <summary>What the claim is about; empty for "there is".</summary>
    public required List<ClaimToken> Subject { get; init; }

    public required ClaimVerb Verb { get; init; }

    public bool Negated { get; init; }

    /// <summary>Everything after the verb, without negation and without adverbs of time.</summary>
    public required List<ClaimToken> Object { get; init; }

    /// <summary>"there is ..."</summary>
    public bool IsExistential { get; init; }

    /// <summary>"still": it was so before.</summary>
    public bool IsStill { get; init; }

    /// <summary>"no longer": it was so before and is not now.</summary>
    public bool IsNoLonger { get; init; }

    /// <summary>"both", "all", "only" said after the verb.</summary>
    public string Quantifier { get; init; } = "";

    /// <summary>"While the slots are searched, ...": told for the circumstances; it may not be false.</summary>
    public bool IsCondition { get; init; }

    /// <summary>What a phrase without a verb says when its last words tell how the thing is: "Save disabled".</summary>
    public Clause? Terse { get; init; }

    /// <summary>Stands before a colon: what follows is said to show it.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>The claim before, when this one says that something "says so".</summary>
    public Clause? Echo { get; init; }

    /// <summary>Of whom the same was said just before, where this one says it of no other.</summary>
    public IReadOnlyList<List<ClaimToken>>? Others { get; init; }

    /// <summary>The verb as written.</summary>
    public string VerbText { get; init; } = "is";

    public string Text
    {
        get
        {
            var verb = IsExistential ? $"there {VerbText}" : VerbText;
            var not = Negated ? VerbText is "is" or "are" or "was" or "were" or "can" or "has" ? " not" : " (not)" : "";
            var text = $"{ClaimToken.Join(Subject)} {verb}{not}{(IsNoLonger ? " any longer" : "")} {ClaimToken.Join(Object)}".Trim();
            return text;
        }
    }
}
