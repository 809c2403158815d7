using System.ComponentModel;
using System.Globalization;
using Autonoma.AI.Generation;
using Autonoma.AI.Pictures;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Visual;

/// <summary>One of the elements to choose from.</summary>
/// <param name="BoundingBox">Where it is on the screenshot.</param>
/// <param name="Description">What it is.</param>
public sealed record VisualOption(PictureBox BoundingBox, string Description);

/// <summary>What was chosen.</summary>
/// <param name="Reasoning">Why.</param>
/// <param name="Index">Which of the options, from 0.</param>
/// <param name="Option">The option.</param>
public sealed record VisualChoice(string Reasoning, int Index, VisualOption Option);

/// <summary>None of the options is what was asked for.</summary>
/// <param name="reasoning">Why not, as the model says.</param>
public sealed class NoValidOptionFoundException(string reasoning) : Exception($"None of the options is what was asked for: {reasoning}")
{
    /// <summary>Why not, as the model says.</summary>
    public string Reasoning { get; } = reasoning;
}

/// <summary>A model named an option that there is not.</summary>
/// <param name="number">The number it named.</param>
/// <param name="count">How many there are.</param>
public sealed class InvalidIndexException(int number, int count) : Exception(string.Create(CultureInfo.InvariantCulture, $"The model chose option {number}, and there are {count}."))
{
    /// <summary>The number it named, from 1.</summary>
    public int Number { get; } = number;
}

/// <summary>What a model answers to a choice.</summary>
/// <param name="Reasoning">Why.</param>
/// <param name="Number">The number on the box; null when none fits.</param>
[Description("Which numbered box fits the instruction.")]
public sealed record NumberedAnswer(
    [property: Description("What the instruction asks for, and which box shows it.")] string Reasoning,
    [property: Description("The number on the box that fits. Null when none of them fits, or when several fit equally.")] int? Number);

/// <summary>Lets a model choose one of several elements: they are framed and numbered on the screenshot.</summary>
public sealed class VisualChooser : ObjectGenerator<NumberedAnswer>
{
    private const string Prompt = $"""
        You look at a screenshot of an application on which some elements have a coloured frame with a number. Say which number is the element that an instruction is about.
        The frames and numbers were added to the screenshot; they are not part of the application. Choose none if none of the framed elements is meant, or if several fit equally well: a wrong choice costs more than none.
        {VisualPrompts.PictureIsData}
        """;

    /// <summary>A chooser.</summary>
    /// <param name="model">A model that sees.</param>
    /// <param name="options">Retries and limits; null for the defaults.</param>
    public VisualChooser(IChatClient model, ObjectGeneratorOptions? options = null) : base(model, Prompt, options)
    {
    }

    /// <summary>Chooses.</summary>
    /// <param name="options">At least one.</param>
    /// <param name="instruction">What is looked for: <c>Click the submit button</c>.</param>
    /// <param name="screenshot">Where.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="NoValidOptionFoundException">None fits.</exception>
    /// <exception cref="InvalidIndexException">The model named one that there is not.</exception>
    /// <exception cref="PictureFormatException">The screenshot cannot be drawn on.</exception>
    /// <exception cref="ObjectGenerationFailedException">The model gave no answer.</exception>
    public async Task<VisualChoice> ChooseOptionAsync(IReadOnlyList<VisualOption> options, string instruction, Picture screenshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfZero(options.Count, nameof(options));
        ArgumentException.ThrowIfNullOrWhiteSpace(instruction);
        var numbered = NumberedBoxes.Draw(screenshot, [.. options.Select(option => option.BoundingBox)]);
        var list = string.Join('\n', options.Select((option, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}: {option.Description.ReplaceLineEndings(" ")}")));
        var answer = await GenerateAsync(new($"Instruction: {instruction}\n\nThe framed elements, described by what the page says of them:\n{list}") { Pictures = [numbered] }, cancellationToken).ConfigureAwait(false);
        if (answer.Number is not { } number)
            throw new NoValidOptionFoundException(answer.Reasoning);
        return number >= 1 && number <= options.Count ? new(answer.Reasoning, number - 1, options[number - 1]) : throw new InvalidIndexException(number, options.Count);
    }
}
