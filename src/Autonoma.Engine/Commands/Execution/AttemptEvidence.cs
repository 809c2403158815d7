using Autonoma.Engine.Checks;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands.Execution;

/// <summary>What an attempt looked at and why it chose what it chose, kept also when it fails.</summary>
internal sealed class AttemptEvidence
{
    private const int MostConsidered = 6;

    public string? Target { get; private set; }

    public UiRect? Bounds { get; private set; }

    /// <summary>When the element was where <see cref="Bounds"/> says.</summary>
    public DateTimeOffset? MeasuredAt { get; private set; }

    public double? Confidence { get; private set; }

    public IReadOnlyList<ConsideredElement> Considered { get; private set; } = [];

    /// <summary>Whether the last look found several elements that fit equally well.</summary>
    public bool IsAmbiguous { get; private set; }

    public IReadOnlyList<JudgedClaim> Claims { get; private set; } = [];

    public Observation? First { get; private set; }

    public Observation? Last { get; private set; }

    public void Saw(Observation observation)
    {
        First ??= observation;
        Last = observation;
    }

    public void Grounded(GroundingResult result)
    {
        Confidence = result.Confidence;
        IsAmbiguous = result.Outcome == GroundingOutcome.Ambiguous;
        if (result.Node is { } node)
            At(node, node.Bounds);
        Considered = [.. result.Candidates.Take(MostConsidered).Select(candidate => new ConsideredElement(
            Wording.Of(candidate.Node), Math.Round(candidate.Score, 3), candidate.Why, candidate.Node.Bounds, ReferenceEquals(candidate.Node, result.Node)))];
    }

    /// <summary>The element and its place, measured at a moment; without one, as the last look saw it.</summary>
    public void At(UiNode node, UiRect bounds, DateTimeOffset? measuredAt = null)
    {
        Target = Wording.Of(node);
        Bounds = bounds;
        MeasuredAt = measuredAt ?? Last?.At;
    }

    public void Judged(CheckResult result)
    {
        Claims = [.. result.Parts.Select(part => new JudgedClaim(
            part.Claim, part.Verdict.ToString().ToLowerInvariant(), part.Expected, part.Found, part.Evidence.Count == 0 ? null : part.Evidence[0].Bounds))];
        if (result.Parts.SelectMany(part => part.Evidence).FirstOrDefault() is { } node)
            At(node, node.Bounds);
    }
}
