namespace Autonoma.Engine.Observing;

/// <summary>A point in CSS pixels of the top-level viewport (web) or device-independent pixels of the screen (mobile).</summary>
public readonly record struct UiPoint(double X, double Y);

/// <summary>A size in CSS pixels.</summary>
public readonly record struct UiSize(double Width, double Height);

/// <summary>A rectangle in CSS pixels of the top-level viewport; elements below the fold have a Y beyond the viewport's height.</summary>
public readonly record struct UiRect(double X, double Y, double Width, double Height)
{
    /// <summary>The right edge.</summary>
    public double Right => X + Width;

    /// <summary>The bottom edge.</summary>
    public double Bottom => Y + Height;

    /// <summary>The middle.</summary>
    public UiPoint Center => new(X + (Width / 2), Y + (Height / 2));

    /// <summary>True when there is nothing to see.</summary>
    public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>True when the point lies inside, edges included.</summary>
    public bool Contains(UiPoint point) => point.X >= X && point.X <= Right && point.Y >= Y && point.Y <= Bottom;

    /// <summary>True when the other rectangle lies wholly inside, give or take one pixel.</summary>
    public bool Contains(UiRect other) => other.X >= X - 1 && other.Y >= Y - 1 && other.Right <= Right + 1 && other.Bottom <= Bottom + 1;

    /// <summary>True when the rectangles share at least one pixel.</summary>
    public bool Intersects(UiRect other) => other.X < Right && other.Right > X && other.Y < Bottom && other.Bottom > Y;

    /// <summary>The shared part; empty when there is none.</summary>
    public UiRect Intersect(UiRect other)
    {
        var x = Math.Max(X, other.X);
        var y = Math.Max(Y, other.Y);
        return new(x, y, Math.Max(0, Math.Min(Right, other.Right) - x), Math.Max(0, Math.Min(Bottom, other.Bottom) - y));
    }
}
