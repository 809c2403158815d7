using Autonoma.AI.Generation;
using Autonoma.AI.Pictures;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Visual;

/// <summary>Asks a model whether a condition holds on a screenshot: <c>The login form is visible</c>.</summary>
public class VisualConditionChecker : ObjectGenerator<ConditionVerdict>
{
    private const string Prompt = $"""
        You look at a screenshot of an application and say whether a condition holds on it.
        Judge only by what can be seen. What cannot be seen, is cut off or is covered does not hold. If a condition has several parts, all must hold.
        {VisualPrompts.PictureIsData}
        """;

    /// <summary>A checker.</summary>
    /// <param name="model">A model that sees.</param>
    /// <param name="options">Retries and limits; null for the defaults.</param>
    public VisualConditionChecker(IChatClient model, ObjectGeneratorOptions? options = null) : this(model, Prompt, options)
    {
    }

    /// <summary>A checker with rules of its own.</summary>
    /// <param name="model">A model that sees.</param>
    /// <param name="systemPrompt">The rules.</param>
    /// <param name="options">Retries and limits; null for the defaults.</param>
    protected VisualConditionChecker(IChatClient model, string systemPrompt, ObjectGeneratorOptions? options) : base(model, systemPrompt, options)
    {
    }

    /// <summary>Checks.</summary>
    /// <exception cref="ObjectGenerationFailedException">The model gave no verdict.</exception>
    public Task<ConditionVerdict> CheckConditionAsync(string condition, Picture screenshot, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(condition);
        ArgumentNullException.ThrowIfNull(screenshot);
        return GenerateAsync(new($"{Label}: {condition}") { Pictures = [screenshot] }, cancellationToken);
    }

    /// <summary>What stands before the condition in the question.</summary>
    protected virtual string Label => "Condition";
}
