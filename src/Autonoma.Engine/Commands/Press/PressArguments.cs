namespace Autonoma.Engine.Commands;

/// <summary>Presses a key or chord.</summary>
/// <param name="Key">By Playwright's names: <c>Enter</c>, <c>Control+S</c>, <c>ArrowDown</c>.</param>
/// <param name="Target">What gets the focus first; null for what has it.</param>
public sealed record PressArguments(string Key, string? Target = null) : CommandArguments
{
    /// <inheritdoc/>
    public override string Command => "press";
}
