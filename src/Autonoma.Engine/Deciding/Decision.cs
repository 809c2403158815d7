using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions;

namespace Autonoma.Engine.Deciding;

/// <summary>What to do for a step, and why.</summary>
public sealed record Decision
{
    /// <summary>Who decided (<c>interpreter</c>, a model's name).</summary>
    public required string By { get; init; }

    /// <summary>The commands to carry out now, in order.</summary>
    public IReadOnlyList<CommandArguments> Commands { get; init; } = [];

    /// <summary>Whether the step is done once the commands are: false asks for another decision, with the new screen.</summary>
    public bool CompletesStep { get; init; } = true;

    /// <summary>Whether the commands are those of the whole step, whatever was carried out of it already; otherwise they go on from there.</summary>
    public bool IsWholeStep { get; init; }

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Why, in words.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>What else was considered.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    /// <summary>Why nothing was decided; null when something was.</summary>
    public UnresolvedReason? Unresolved { get; init; }
}

/// <summary>Something that was considered and not done.</summary>
/// <param name="Description">What.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Why">Why not.</param>
public sealed record Alternative(string Description, double Confidence, string Why);
