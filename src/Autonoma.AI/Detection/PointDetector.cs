using Autonoma.AI.Pictures;

namespace Autonoma.AI.Detection;

/// <summary>Finds the point to click for a description: <c>the blue Submit button</c>.</summary>
/// <param name="device">Resolution of the device that is clicked on; null when it is that of its pictures.</param>
public abstract class PointDetector(PictureSize? device = null)
{
    private readonly ResolutionFallback _fallback = new(device);

    /// <summary>Finds it.</summary>
    /// <param name="screenshot">Where to look.</param>
    /// <param name="prompt">What to look for.</param>
    /// <param name="targetResolution">The resolution that the point is given in; null for that of the device, or else of the picture.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="DetectionException">It is not there, or cannot be told from something else.</exception>
    public async Task<PicturePoint> DetectPointAsync(Picture screenshot, string prompt, PictureSize? targetResolution = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prompt);
        var resolution = _fallback.Of(screenshot, targetResolution);
        var point = await DetectPointForResolutionAsync(screenshot, prompt, resolution, cancellationToken).ConfigureAwait(false);
        return point.X >= 0 && point.Y >= 0 && point.X < resolution.Width && point.Y < resolution.Height ? point
            : throw new DetectionException($"'{prompt}' was found at ({point.X}, {point.Y}), which is outside {resolution.Width}x{resolution.Height}.");
    }

    /// <summary>Finds it, in pixels of a resolution.</summary>
    protected abstract Task<PicturePoint> DetectPointForResolutionAsync(Picture screenshot, string prompt, PictureSize resolution, CancellationToken cancellationToken);
}
