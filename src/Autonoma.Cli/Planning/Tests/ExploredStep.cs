using Autonoma.Planner.Pipeline;

namespace Autonoma.Cli.Planning.Tests;

/// <summary>Step 6 by a model, which finds beside the plan what there is in the running app: <c>qa-tests/.scratchpad/feature-inventory.md</c>.</summary>
/// <param name="inner">Writes the tests.</param>
/// <param name="tests">Looks at the app.</param>
internal sealed class ExploredStep(IPlanStep inner, TestsStep tests) : IPlanStep
{
    public int Number => inner.Number;

    public string Means => inner.Means;

    public async Task RunAsync(PlanStepContext context, CancellationToken cancellationToken)
    {
        await tests.LookAsync(context, cancellationToken);
        await inner.RunAsync(context, cancellationToken);
    }
}
