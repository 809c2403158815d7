using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Scenes;

/// <summary>A label with the place where its value stands.</summary>
/// <param name="Label">Tokens of the label.</param>
/// <param name="Value">The element that holds the value.</param>
/// <param name="From">First token of the value when it is a part of a text; else -1.</param>
/// <param name="To">After the last one.</param>
/// <param name="Strength">How sure it is that the two belong together: 4 written by the author, 3 a table, 2 beside each other, 1 the other way round.</param>
internal sealed record Slot(string[] Label, UiNode Value, int From, int To, int Strength)
{
    public bool IsPart => From >= 0;
}
