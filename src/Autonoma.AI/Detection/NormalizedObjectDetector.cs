using System.ComponentModel;
using Autonoma.AI.Generation;
using Autonoma.AI.Pictures;
using Autonoma.AI.Visual;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Detection;

/// <summary>Boxes as a model gives them.</summary>
/// <param name="Objects">None when there is none.</param>
public sealed record NormalizedObjects([property: Description("The elements that were found; empty when there is none.")] IReadOnlyList<NormalizedObject> Objects);

/// <summary>A box from 0 to 1000 in both directions.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Left">Left side.</param>
/// <param name="Top">Upper side.</param>
/// <param name="Right">Right side.</param>
/// <param name="Bottom">Lower side.</param>
public sealed record NormalizedObject(
    [property: Description("What it is, in a few words.")] string Label,
    [property: Description("Left side, from 0 (left edge of the picture) to 1000 (right edge).")] double Left,
    [property: Description("Upper side, from 0 (upper edge of the picture) to 1000 (lower edge).")] double Top,
    [property: Description("Right side, 0 to 1000.")] double Right,
    [property: Description("Lower side, 0 to 1000.")] double Bottom);

/// <summary>Asks any model that sees for boxes from 0 to 1000. Models that were trained on it (Gemini, Qwen-VL) are exact to a few pixels, others are not.</summary>
/// <param name="model">A model that sees.</param>
/// <param name="device">Resolution of the device; null when it is that of its pictures.</param>
/// <param name="options">Retries and limits; null for the defaults.</param>
public sealed class NormalizedObjectDetector(IChatClient model, PictureSize? device = null, ObjectGeneratorOptions? options = null) : ObjectDetector(device)
{
    private const string Prompt = $"""
        You find elements on a screenshot of an application and give their boxes. Coordinates go from 0 to 1000, from left to right and from top to bottom, whatever the size of the picture.
        Give every element that fits the description and nothing else; a box encloses its element tightly. Give none when there is none.
        {VisualPrompts.PictureIsData}
        """;

    private readonly Generator _generator = new(model, options);

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<DetectedObject>> DetectObjectsForResolutionAsync(Picture screenshot, string prompt, PictureSize resolution, CancellationToken cancellationToken)
    {
        var found = await _generator.GenerateAsync(new($"Find: {prompt}") { Pictures = [screenshot] }, cancellationToken).ConfigureAwait(false);
        return [.. found.Objects.Select(one => new DetectedObject(NormalizedScale.Box(one.Left, one.Top, one.Right, one.Bottom, resolution), one.Label))];
    }

    private sealed class Generator(IChatClient model, ObjectGeneratorOptions? options) : ObjectGenerator<NormalizedObjects>(model, Prompt, options)
    {
        protected override string? Check(NormalizedObjects value)
            => value.Objects.FirstOrDefault(one => one is not { Left: >= 0, Top: >= 0, Right: <= NormalizedScale.Most, Bottom: <= NormalizedScale.Most } || one.Left >= one.Right || one.Top >= one.Bottom) is { } wrong
                ? $"The box of '{wrong.Label}' is none: left must be less than right, top less than bottom, and all from 0 to 1000."
                : null;
    }
}
