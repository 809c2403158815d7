using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>Parts of a drawing: a button painted with its text, the column of a chart over its label.</summary>
internal static class CanvasRegions
{
    public static (ScreenNode Node, UiRect? Region) Resolve(ScreenNode node)
    {
        var canvas = node.Tag == "canvas" ? null : node.Ancestors().Take(3).FirstOrDefault(a => a.Tag == "canvas");
        if (canvas is null)
            return (node, null);
        var origin = canvas.Bounds;
        var box = node.Bounds;
        return (canvas, new UiRect(box.X - origin.X, box.Y - origin.Y, box.Width, box.Height));
    }
}
