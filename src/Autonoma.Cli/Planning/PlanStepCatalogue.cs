using Autonoma.AI.Registry;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Planning.Tests;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.CodeAnalysis.Artifacts;
using Autonoma.Planner.Pipeline.Model;
using Autonoma.Planner.Pipeline.Proving;

namespace Autonoma.Cli.Planning;

/// <summary>How each step of a plan is done by this version of the tool. A step that nobody does here says so, and waits for files.</summary>
internal static class PlanStepCatalogue
{
    /// <summary>The steps.</summary>
    /// <param name="models">Models; closed when offline.</param>
    /// <param name="environment">Where the tool runs.</param>
    /// <param name="settings">How browsers are opened, where environments come from.</param>
    public static IReadOnlyList<IPlanStep> Steps(ModelRegistry models, ToolEnvironment environment, ToolSettings settings)
    {
        var tests = new TestsStep(environment, settings);
        if (!models.Access.IsClosed && models.Has(ModelTags.Planner))
            return [.. PlanSteps.All.Select(step => new ModelStep(step.Number, () => models.BeginRun($"plan step {step.Number}"))).Select(IPlanStep (step) => step.Number == tests.Number ? new ExploredStep(step, tests) : step)];
        var why = models.Access.IsClosed ? "This version does it with a model only, and --offline was given." : "This version does it with a model only, and none is configured (--model).";
        var codebase = new AnalysisStep.Codebase();
        return [.. PlanSteps.All.Select(IPlanStep (step) => step.Number switch
        {
            <= 2 => new AnalysisStep(step.Number, codebase),
            3 => new DesignStep(codebase),
            4 => new ImplementStep(environment),
            5 => new LifecycleStep(async (repository, cancellationToken) => StoredData.Of(await codebase.ReadAsync(repository, cancellationToken)) is { Models.Count: > 0 } schema ? schema : null),
            6 => tests,
            _ => new ExternalStep(step.Number, why),
        })];
    }
}
