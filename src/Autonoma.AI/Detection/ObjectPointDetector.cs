using Autonoma.AI.Pictures;

namespace Autonoma.AI.Detection;

/// <summary>Takes the middle of what an <see cref="ObjectDetector"/> finds. Nothing found, or several things in different places, is no point.</summary>
/// <param name="objects">Finds it.</param>
/// <param name="device">Resolution of the device; null when it is that of its pictures.</param>
public sealed class ObjectPointDetector(ObjectDetector objects, PictureSize? device = null) : PointDetector(device)
{
    /// <inheritdoc/>
    protected override async Task<PicturePoint> DetectPointForResolutionAsync(Picture screenshot, string prompt, PictureSize resolution, CancellationToken cancellationToken)
    {
        var found = await objects.DetectObjectsAsync(screenshot, prompt, resolution, cancellationToken).ConfigureAwait(false);
        if (found.Count == 0)
            throw new DetectionException($"'{prompt}' was not found on the screenshot.");
        // The same thing is sometimes framed twice, a little differently.
        var others = found.Skip(1).Where(other => Overlap(found[0].BoundingBox, other.BoundingBox) < 0.5).ToList();
        return others.Count == 0 ? found[0].BoundingBox.Center
            : throw new DetectionException($"'{prompt}' was found in {others.Count + 1} places: {string.Join(", ", found.Select(one => $"{one.Label ?? "something"} at ({one.BoundingBox.Center.X}, {one.BoundingBox.Center.Y})"))}. Say which one.");
    }

    // What both have of what either has.
    private static double Overlap(PictureBox left, PictureBox right)
    {
        double width = Math.Min(left.Right, right.Right) - Math.Max(left.X, right.X), height = Math.Min(left.Bottom, right.Bottom) - Math.Max(left.Y, right.Y);
        if (width <= 0 || height <= 0)
            return 0;
        var both = width * height;
        return both / ((double)left.Width * left.Height + (double)right.Width * right.Height - both);
    }
}
