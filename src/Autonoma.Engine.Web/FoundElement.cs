using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Web;

/// <summary>An element that a description means, as it was when it was found.</summary>
/// <param name="Role">WAI-ARIA role.</param>
/// <param name="Name">Accessible name.</param>
/// <param name="Text">Visible text inside.</param>
/// <param name="Value">Value of a field; null when it has none.</param>
/// <param name="IsEnabled">Whether it can be used.</param>
/// <param name="Bounds">Where it is, in CSS pixels of the viewport.</param>
public sealed record FoundElement(string Role, string Name, string Text, string? Value, bool IsEnabled, UiRect Bounds);
