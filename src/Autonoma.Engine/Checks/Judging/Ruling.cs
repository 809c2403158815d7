using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>What became of a single claim.</summary>
internal sealed record Ruling(CheckVerdict Verdict, string Expected, string Found, IReadOnlyList<UiNode> Evidence)
{
    public bool IsAbsence { get; init; }

    /// <summary>It failed by what is probably meant: enough to fail the claim, too little to hold that it is not so.</summary>
    public bool IsGuess { get; init; }

    /// <summary>The rule itself accounts for words that the page does not say: a padlock for "locked", a ticked No for "answered".</summary>
    public bool IsAccounted { get; init; }

    /// <summary>Words of the claim that its evidence shows in another way than by saying them: an arrow for "increase", a filled cell for "booked".</summary>
    public IReadOnlyList<string> Tells { get; init; } = [];

    /// <summary>The same ruling, whose evidence shows these words.</summary>
    public Ruling Telling(params IEnumerable<string> words) => this with { Tells = [.. Tells, .. words] };

    public static Ruling Held(string expected, string found, params UiNode[] evidence) => new(CheckVerdict.Held, expected, found, evidence);

    public static Ruling Failed(string expected, string found, params UiNode[] evidence) => new(CheckVerdict.Failed, expected, found, evidence);

    public static Ruling Unknown(string expected, string why) => new(CheckVerdict.Undecidable, expected, why, []);

    public static Ruling Of(bool holds, string expected, string found, params UiNode[] evidence) => holds ? Held(expected, found, evidence) : Failed(expected, found, evidence);

    /// <summary>The opposite claim.</summary>
    public Ruling Not() => this with
    {
        Verdict = Verdict switch { CheckVerdict.Held => CheckVerdict.Failed, CheckVerdict.Failed => IsGuess ? CheckVerdict.Undecidable : CheckVerdict.Held, _ => Verdict },
        Expected = $"not: {Expected}",
    };

    public Ruling NotIf(bool negated) => negated ? Not() : this;

    public bool IsHeld => Verdict == CheckVerdict.Held;

    public bool IsUnknown => Verdict == CheckVerdict.Undecidable;

    /// <summary>The first that decides; of those that do not, the first.</summary>
    public static Ruling FirstKnown(Ruling first, Func<Ruling> next) => first.IsUnknown ? next() is { IsUnknown: false } known ? known : first : first;

    /// <summary>All must hold.</summary>
    public static Ruling All(IEnumerable<Ruling> rulings)
    {
        Ruling? unknown = null;
        Ruling? last = null;
        var evidence = new List<UiNode>();
        var tells = new List<string>();
        var accounted = true;
        foreach (var ruling in rulings)
        {
            accounted &= ruling.IsAccounted;
            tells.AddRange(ruling.Tells);
            if (ruling.Verdict == CheckVerdict.Failed)
                return ruling;
            if (ruling.IsUnknown)
                unknown ??= ruling;
            evidence.AddRange(ruling.Evidence);
            last = last is null ? ruling : last with { Expected = $"{last.Expected}; {ruling.Expected}", Found = $"{last.Found}; {ruling.Found}" };
        }

        return unknown ?? (last is null ? Unknown("", "nothing to judge") : last with { Evidence = evidence, IsAccounted = accounted, Tells = tells });
    }
}
