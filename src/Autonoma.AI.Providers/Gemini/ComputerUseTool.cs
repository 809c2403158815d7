using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Gemini;

/// <summary>Gemini's tool for using a browser. Its functions (<c>click_at</c> and others) are the model's own; those that are not wanted are excluded by name.</summary>
/// <param name="excluded">Functions that the model may not call.</param>
public sealed class ComputerUseTool(params IReadOnlyList<string> excluded) : AITool
{
    /// <inheritdoc/>
    public override string Name => "computer_use";

    /// <summary>Functions that the model may not call.</summary>
    public IReadOnlyList<string> Excluded { get; } = excluded;
}
