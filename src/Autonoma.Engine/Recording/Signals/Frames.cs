using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Recording.Signals;

/// <summary>In which frame and shadow tree of a page an element lies, told so that code can go there.</summary>
internal static class Frames
{
    /// <summary>Stands for a frame that nothing tells apart.</summary>
    public const string Unknown = "?";

    /// <summary>Between the frames of a path, outermost first.</summary>
    public const string Separator = " >> ";

    /// <summary>Before a frame that itself lies in a shadow tree.</summary>
    public const string Shadow = "shadow";

    /// <summary>Whether a shadow tree of its document may hold it; null when none does.</summary>
    public static bool? InCustomElement(UiNode node) => Inside(node).Any(above => above.HasShadow) ? true : null;

    /// <summary>The way from the page through its frames; null for the page itself.</summary>
    public static string? Of(UiNode node)
    {
        var path = new List<string>();
        foreach (var frame in node.Ancestors().Where(IsFrame))
        {
            path.Insert(0, Selector(frame));
            if (InCustomElement(frame) is true)
                path.Insert(0, Shadow);
        }

        return path.Count == 0 ? null : path.Contains(Unknown) ? Unknown : string.Join(Separator, path);
    }

    private static bool IsFrame(UiNode node) => node.Tag is "iframe" or "frame";

    private static IEnumerable<UiNode> Inside(UiNode node) => node.Ancestors().TakeWhile(above => !IsFrame(above));

    private static string Selector(UiNode frame)
    {
        var document = Inside(frame).LastOrDefault();
        var others = document is null ? [] : document.Descendants().Where(other => IsFrame(other) && other.Ref.Frame == frame.Ref.Frame && !ReferenceEquals(other, frame)).ToList();
        foreach (var (attribute, value, of) in new (string, string, Func<UiNode, string>)[] { ("name", frame.NameAttribute, other => other.NameAttribute), ("id", frame.ElementId, other => other.ElementId), ("title", frame.Title, other => other.Title) })
        {
            if (value.Length > 0 && !value.Contains('"', StringComparison.Ordinal) && !value.Contains(Separator, StringComparison.Ordinal) && !(attribute != "title" && SignalReader.IsGenerated(value)) && !others.Any(other => of(other) == value))
                return $"{frame.Tag}[{attribute}=\"{value}\"]";
        }

        // Frames that show nothing are not seen, so that a number would count others than code does.
        return others.Count == 0 ? frame.Tag : Unknown;
    }
}
