using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks;

/// <summary>What a claim turned out to be.</summary>
public enum CheckVerdict
{
    /// <summary>True on this screen.</summary>
    Held,
    /// <summary>False on this screen.</summary>
    Failed,
    /// <summary>It cannot be judged: the run fails with that word.</summary>
    Undecidable,
}

/// <summary>A single claim that stands alone.</summary>
/// <param name="Claim">The claim in words, complete with its subject.</param>
/// <param name="Verdict">What it turned out to be.</param>
/// <param name="Expected">What was expected, short.</param>
/// <param name="Found">What was found instead, or what proves it, short.</param>
/// <param name="Evidence">The elements looked at.</param>
/// <param name="IsAbsence">A negative claim ("is not shown"): it must stay true for a while.</param>
public sealed record CheckPart(string Claim, CheckVerdict Verdict, string Expected, string Found, IReadOnlyList<UiNode> Evidence, bool IsAbsence);

/// <summary>What a claim, which may be compound, turned out to be.</summary>
public sealed class CheckResult
{
    /// <summary>Held only if every part held; undecidable if a part is and none failed.</summary>
    public required CheckVerdict Verdict { get; init; }

    /// <summary>The parts in order.</summary>
    public required IReadOnlyList<CheckPart> Parts { get; init; }

    /// <summary>In words, for the report.</summary>
    public required string Explanation { get; init; }

    /// <summary>Whether any part is a claim of absence.</summary>
    public bool HasAbsence => Parts.Any(part => part.IsAbsence);
}

/// <summary>What is known beside the screen.</summary>
/// <param name="Grounding">See there.</param>
/// <param name="Before">The screen at the start of the step before, for "no longer", "still", "increased"; null when unknown.</param>
public sealed record CheckContext(GroundingContext Grounding, Observation? Before = null)
{
    /// <summary>Nothing.</summary>
    public static CheckContext None { get; } = new(GroundingContext.None);
}

/// <summary>Judges claims about one observation. Deterministic, stateless, safe for concurrent use. Waiting is the caller's.</summary>
public interface IClaimChecker
{
    /// <summary>Judges a claim about the screen.</summary>
    CheckResult Check(string claim, Observation observation, CheckContext context);

    /// <summary>Whether a sentence reads as a claim at all, without a screen: for lint and for the prose of expected results.</summary>
    /// <returns>Null when it can be judged; else why not.</returns>
    string? WhyUnreadable(string claim);
}
