namespace Autonoma.Engine.Observing;

/// <summary>One entry of a native select (or of the data list of an input).</summary>
/// <param name="Label">Text as shown.</param>
/// <param name="Value">Submitted value.</param>
/// <param name="Selected">Whether it is chosen now.</param>
/// <param name="Disabled">Whether it, or its group, cannot be chosen.</param>
/// <param name="Group">Label of its group, or null.</param>
public sealed record UiOption(string Label, string Value, bool Selected, bool Disabled, string? Group);
