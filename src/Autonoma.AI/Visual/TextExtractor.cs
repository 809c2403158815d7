using System.ComponentModel;
using Autonoma.AI.Generation;
using Autonoma.AI.Pictures;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Visual;

/// <summary>A text that was looked for.</summary>
/// <param name="Reasoning">Where it stands, or why it is not there.</param>
/// <param name="Found">Whether it is there.</param>
/// <param name="Text">The text, letter for letter; empty when it is not there.</param>
public sealed record ExtractedText(
    [property: Description("Where the text stands, or why it is not there.")] string Reasoning,
    [property: Description("Whether the screenshot shows what was asked for.")] bool Found,
    [property: Description("The text alone, letter for letter as it stands there, without what is around it. Empty when it is not there.")] string Text);

/// <summary>Asks a model for a text on a screenshot: <c>the order number</c>.</summary>
public sealed class TextExtractor : ObjectGenerator<ExtractedText>
{
    private const string Prompt = $"""
        You read a text off a screenshot of an application. Give the text that was asked for, letter for letter, with its own signs, digits and blanks, and nothing around it.
        Give what stands there and do not mend it. If it is not there, is cut off or cannot be read, say that it was not found.
        {VisualPrompts.PictureIsData}
        """;

    /// <summary>An extractor.</summary>
    /// <param name="model">A model that sees.</param>
    /// <param name="options">Retries and limits; null for the defaults.</param>
    public TextExtractor(IChatClient model, ObjectGeneratorOptions? options = null) : base(model, Prompt, options)
    {
    }

    /// <summary>Reads.</summary>
    /// <param name="description">Which text.</param>
    /// <param name="screenshot">Where.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ObjectGenerationFailedException">The model gave no answer.</exception>
    public Task<ExtractedText> ExtractTextAsync(string description, Picture screenshot, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        ArgumentNullException.ThrowIfNull(screenshot);
        return GenerateAsync(new($"Text to read: {description}") { Pictures = [screenshot] }, cancellationToken);
    }

    /// <inheritdoc/>
    protected override string? Check(ExtractedText value)
        => value.Found && string.IsNullOrWhiteSpace(value.Text) ? "'found' is true and 'text' is empty." : !value.Found && value.Text.Length > 0 ? "'found' is false and 'text' is not empty." : null;
}
