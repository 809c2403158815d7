using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Web.Observing;

/// <summary>Where a document is painted in the top-level viewport, and what it inherits from the frame element that holds it.</summary>
internal readonly record struct FramePlace(double X, double Y, double ScaleX, double ScaleY, UiRect? Clip, int Layer, bool Transparent, bool Covered, bool Visible)
{
    /// <summary>The top document.</summary>
    public static FramePlace Top { get; } = new(0, 0, 1, 1, null, 0, false, false, true);

    /// <summary>A rectangle of the document in coordinates of the top-level viewport.</summary>
    public UiRect Map(double x, double y, double width, double height) => new(X + (x * ScaleX), Y + (y * ScaleY), width * ScaleX, height * ScaleY);

    /// <summary>A point of the top-level viewport in coordinates of the document.</summary>
    public UiPoint ToDocument(UiPoint point) => new((point.X - X) / ScaleX, (point.Y - Y) / ScaleY);
}
