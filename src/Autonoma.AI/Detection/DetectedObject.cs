using Autonoma.AI.Pictures;

namespace Autonoma.AI.Detection;

/// <summary>Something that was found on a picture.</summary>
/// <param name="BoundingBox">Where, in pixels of the resolution that was asked for.</param>
/// <param name="Label">What it is; null when that was not said.</param>
public sealed record DetectedObject(PictureBox BoundingBox, string? Label);

/// <summary>What was looked for is not on the picture, or cannot be told from something else.</summary>
/// <param name="message">What was looked for and what was found.</param>
public sealed class DetectionException(string message) : Exception(message);
