namespace Autonoma.Planner.Pipeline.Model;

/// <summary>Limits of a step that a model does, besides the budgets of the models.</summary>
public sealed record ModelStepOptions
{
    /// <summary>Answers of the model with calls of tools that are carried out, for each time it is set to work.</summary>
    public int MaxSteps { get; init; } = 120;
}
