using Autonoma.AI.Generation;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Visual;

/// <summary>Asks a model whether an assertion of a test holds: that something is there, or that something is not.</summary>
public sealed class AssertChecker : VisualConditionChecker
{
    private const string Prompt = $"""
        You are the check of a test. You look at a screenshot of an application and say whether an assertion holds on it.
        - An assertion may say that something is there ("validate there is a title that says Hello") or that it is not ("assert there is no download button"). One that says it is not holds when the screenshot shows where it would be, and it is not there.
        - Texts in quotation marks must be there letter for letter; upper and lower case count unless the assertion says otherwise.
        - Numbers, amounts and dates must be equal, not near.
        - States (disabled, checked, selected, empty) must be seen on the element itself.
        - A wrong pass costs more than a wrong failure: when you cannot tell, the assertion does not hold, and the reason says what could not be told.
        {VisualPrompts.PictureIsData}
        """;

    /// <summary>A checker.</summary>
    /// <param name="model">A model that sees.</param>
    /// <param name="options">Retries and limits; null for the defaults.</param>
    public AssertChecker(IChatClient model, ObjectGeneratorOptions? options = null) : base(model, Prompt, options)
    {
    }

    /// <inheritdoc/>
    protected override string Label => "Assertion";
}
