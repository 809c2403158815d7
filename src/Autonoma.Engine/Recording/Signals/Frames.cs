using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Recording.Signals;

/// <summary>Which frame of a page an element lies in.</summary>
internal static class Frames
{
    /// <summary>Whether it lies in a custom element; null when it does not.</summary>
    public static bool? InCustomElement(UiNode node) => node.Ancestors().Any(above => above.Tag.Contains('-', StringComparison.Ordinal)) ? true : null;

    /// <summary>A selector of the frame's element; null for the page itself.</summary>
    public static string? Of(UiNode node)
    {
        var frame = node.Ancestors().FirstOrDefault(above => above.Tag is "iframe" or "frame");
        if (frame is null)
            return null;
        foreach (var (attribute, value) in new[] { ("name", frame.NameAttribute), ("id", frame.ElementId), ("title", frame.Title) })
        {
            if (value.Length > 0 && !value.Contains('"', StringComparison.Ordinal))
                return $"{frame.Tag}[{attribute}=\"{value}\"]";
        }

        return frame.Tag;
    }
}
