using System.ComponentModel;

namespace Autonoma.AI.Visual;

/// <summary>Whether a condition holds on a picture.</summary>
/// <param name="Reason">What on the picture decides it; first, so that a model looks before it judges.</param>
/// <param name="MetCondition">Whether it holds.</param>
[Description("Whether the condition holds on the screenshot.")]
public sealed record ConditionVerdict(
    [property: Description("What on the screenshot decides it, in one or two sentences.")] string Reason,
    [property: Description("True only if the whole condition holds on the screenshot.")] bool MetCondition);
