namespace Autonoma.Engine.Commands.Execution;

/// <summary>What a command did.</summary>
/// <param name="Text">In words: what was done to what.</param>
/// <param name="Output">Typed output (text read, URL reached), or null.</param>
internal sealed record CommandOutcome(string Text, object? Output = null);
