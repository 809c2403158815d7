using Autonoma.AI.Pictures;

namespace Autonoma.AI.Detection;

/// <summary>In which resolution points and boxes are given: that of the call, or that of the device, or that of the picture. A phone's screenshot has more pixels than its touch screen has points.</summary>
/// <param name="device">Resolution of the device; null when it is that of its pictures.</param>
public sealed class ResolutionFallback(PictureSize? device = null)
{
    /// <summary>The resolution that counts.</summary>
    public PictureSize Of(Picture picture, PictureSize? target)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var size = target ?? device ?? picture.Size;
        return size is { Width: > 0, Height: > 0 } ? size : throw new ArgumentOutOfRangeException(nameof(target), size, "A resolution has positive sides.");
    }
}

/// <summary>Coordinates from 0 to 1000 in both directions, whatever the size of the picture: the ones that models are trained on.</summary>
public static class NormalizedScale
{
    /// <summary>The largest coordinate.</summary>
    public const int Most = 1000;

    /// <summary>A point in pixels; one on the right or lower edge is the last pixel.</summary>
    /// <exception cref="DetectionException">It lies outside.</exception>
    public static PicturePoint Point(double x, double y, PictureSize resolution) => IsInside(x) && IsInside(y)
        ? new(Math.Min(resolution.Width - 1, (int)(x * resolution.Width / Most)), Math.Min(resolution.Height - 1, (int)(y * resolution.Height / Most)))
        : throw new DetectionException(FormattableString.Invariant($"The model named the point ({x}, {y}), and coordinates go from 0 to {Most}."));

    /// <summary>A box in pixels, at least one wide and high.</summary>
    public static PictureBox Box(double left, double top, double right, double bottom, PictureSize resolution)
    {
        var from = Point(left, top, resolution);
        var toX = (int)Math.Round(right * resolution.Width / Most);
        var toY = (int)Math.Round(bottom * resolution.Height / Most);
        return new(from.X, from.Y, Math.Max(1, toX - from.X), Math.Max(1, toY - from.Y));
    }

    private static bool IsInside(double value) => value is >= 0 and <= Most;
}
