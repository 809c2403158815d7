using System.Text.Json.Serialization;
using Autonoma.Engine.Driving;

namespace Autonoma.Engine.Commands;

/// <summary>Clicks an element.</summary>
/// <param name="Target">Description of the element.</param>
/// <param name="Button">Mouse button; the left one by default.</param>
/// <param name="Count">2 for a double click. Separate clicks are separate commands.</param>
/// <param name="Modifiers">Keys held.</param>
/// <param name="Opens">Whether it is clicked to open it: an entry that takes no clicks itself is opened by its own button or link for that.</param>
public sealed record ClickArguments(
    string Target,
    MouseButton Button = MouseButton.Left,
    int Count = 1,
    KeyModifiers Modifiers = KeyModifiers.None,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Opens = false) : CommandArguments
{
    /// <inheritdoc/>
    public override string Command => "click";
}
