using Autonoma.Engine.Grounding.Screens;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>An element that may be meant.</summary>
internal sealed class Candidate(ScreenNode node, double score, string why)
{
    public ScreenNode Node { get; set; } = node;

    public double Score { get; set; } = score;

    public string Why { get; set; } = why;

    /// <summary>Whether one of its names is, word for word, what was asked for.</summary>
    public bool IsLiteral { get; set; }

    /// <summary>The words of its name that were asked for, among those of <see cref="By"/>.</summary>
    public ulong Asked { get; init; }

    /// <summary>What was read when it was found.</summary>
    public Query? By { get; init; }

    /// <summary>Whether it was said whose it is: "the plate of the Iveco", "Ana's role".</summary>
    public bool IsOwned { get; set; }

    public List<RelationMatcher.Tie> Ties { get; } = [];
}
