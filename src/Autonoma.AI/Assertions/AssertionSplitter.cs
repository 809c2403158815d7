using System.ComponentModel;
using System.Text.RegularExpressions;
using Autonoma.AI.Generation;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Assertions;

/// <summary>An instruction in parts that can be checked one by one.</summary>
/// <param name="Assertions">At least one, in the order of the instruction.</param>
public sealed record SplitAssertions([property: Description("The parts, in the order of the instruction.")] IReadOnlyList<string> Assertions);

/// <summary>
/// Splits an instruction with several claims into single ones, each of which stands alone. Two things are checked without the model: no part
/// begins in the middle of a sentence, and no text in quotation marks and no number of the instruction is lost, for a lost claim would pass.
/// </summary>
public sealed partial class AssertionSplitter : ObjectGenerator<SplitAssertions>
{
    private const string Prompt = """
        You split an assertion of a test into single assertions that are checked one by one, by someone who sees only that one.
        - Each stands alone: it names what it is about and what is claimed, and needs no other one to be understood. "validate that the title is visible, the subtitle as well but the button is not" becomes "validate that the title is visible", "validate that the subtitle is visible", "validate that the button is not visible".
        - Nothing is added, dropped, weakened or strengthened. What is negative stays negative. Texts in quotation marks, numbers and conditions stay as they are. Where something is ("in the header", "of the first row") goes into every part that it applies to.
        - What is one claim stays one: "A or B", "between 1 and 3", "a list with A and B as its only entries".
        """;

    private readonly string _instruction;

    /// <summary>A splitter.</summary>
    /// <param name="model">A model for text.</param>
    /// <param name="options">Retries and limits; null for the defaults.</param>
    public AssertionSplitter(IChatClient model, ObjectGeneratorOptions? options = null) : this(model, options, "")
    {
    }

    private AssertionSplitter(IChatClient model, ObjectGeneratorOptions? options, string instruction) : base(model, Prompt, options)
    {
        Model = model;
        Options = options;
        _instruction = instruction;
    }

    private IChatClient Model { get; }

    private ObjectGeneratorOptions? Options { get; }

    /// <summary>Splits.</summary>
    /// <exception cref="ObjectGenerationFailedException">The model gave no parts, or not such parts.</exception>
    public Task<SplitAssertions> SplitAssertionsAsync(string instruction, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instruction);
        // One for each instruction: the check looks at it, and two may be split at once.
        return new AssertionSplitter(Model, Options, instruction).GenerateAsync(new($"Assertion: {instruction}"), cancellationToken);
    }

    /// <inheritdoc/>
    protected override string? Check(SplitAssertions value)
    {
        if (value.Assertions.Count == 0)
            return "There are no assertions.";
        foreach (var part in value.Assertions)
        {
            if (string.IsNullOrWhiteSpace(part))
                return "An assertion is empty.";
            if (Fragment().Match(part) is { Success: true } fragment)
                return $"'{part}' does not stand alone: it begins with '{fragment.Value.Trim()}'.";
            if (Leaning().Match(part) is { Success: true } leaning)
                return $"'{part}' does not stand alone: '{leaning.Value.Trim()}' leans on another assertion.";
        }

        foreach (Match kept in Kept().Matches(_instruction))
        {
            var text = kept.Groups[1].Success ? kept.Groups[1].Value : kept.Groups[2].Success ? kept.Groups[2].Value : kept.Value;
            if (!value.Assertions.Any(part => part.Contains(text, StringComparison.OrdinalIgnoreCase)))
                return $"'{text}' of the instruction is in none of the assertions.";
        }

        return null;
    }

    [GeneratedRegex(@"^\s*(?:and|but|or|also|as well|too|nor|neither|likewise|the same|so (?:is|are|does|do)|its?|they|them|this|that|these|those)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Fragment();

    [GeneratedRegex(@"\b(?:as well|too|likewise|the same (?:applies|goes|for)|respectively)\s*[.!]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Leaning();

    // "text", 'text' after a blank, typographic quotation marks, and numbers with a digit
    [GeneratedRegex("""["“„«]([^"”“»]+)["”“»]|(?<=^|[\s(])'([^']+)'(?=$|[\s).,;:!?])|(?<![\w])[\d][\d.,:/%-]*\d|(?<![\w])\d(?![\w])""")]
    private static partial Regex Kept();
}
