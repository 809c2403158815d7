using Autonoma.AI.Pictures;

namespace Autonoma.AI.Detection;

/// <summary>Finds things on a picture and says where they are.</summary>
/// <param name="device">Resolution of the device; null when it is that of its pictures.</param>
public abstract class ObjectDetector(PictureSize? device = null)
{
    private readonly ResolutionFallback _fallback = new(device);

    /// <summary>Finds them.</summary>
    /// <param name="screenshot">Where to look.</param>
    /// <param name="prompt">What to look for.</param>
    /// <param name="targetResolution">The resolution that boxes are given in; null for that of the device, or else of the picture.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>None when there is none.</returns>
    public Task<IReadOnlyList<DetectedObject>> DetectObjectsAsync(Picture screenshot, string prompt, PictureSize? targetResolution = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prompt);
        return DetectObjectsForResolutionAsync(screenshot, prompt, _fallback.Of(screenshot, targetResolution), cancellationToken);
    }

    /// <summary>Finds them, in pixels of a resolution.</summary>
    protected abstract Task<IReadOnlyList<DetectedObject>> DetectObjectsForResolutionAsync(Picture screenshot, string prompt, PictureSize resolution, CancellationToken cancellationToken);
}
