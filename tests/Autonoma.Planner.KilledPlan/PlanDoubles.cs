using Autonoma.Planner.Folders;
using Autonoma.Planner.Pipeline;

namespace Autonoma.Planner.KilledPlan;

/// <summary>A step that writes the files of <see cref="PlanTexts"/>, as a step of the offline way does: always the same.</summary>
public sealed class TextStep(int number) : IPlanStep
{
    public int Number => number;

    public string Means => "texts";

    public Task RunAsync(PlanStepContext context, CancellationToken cancellationToken)
    {
        foreach (var (path, text) in PlanTexts.OfStep(number))
        {
            var placed = context.Write(path, text);
            if (!placed.IsAccepted)
                throw new InvalidOperationException(string.Join('\n', placed.Problems));
        }

        return Task.CompletedTask;
    }

    public static IReadOnlyList<IPlanStep> All { get; } = [.. Enumerable.Range(1, 6).Select(number => new TextStep(number))];
}

/// <summary>An endpoint at which everything works, and always takes as long.</summary>
public sealed class WorkingEndpoint : IScenarioProof
{
    public int Calls { get; private set; }

    public string? Missing(PlanFolder folder) => null;

    public Task<ScenarioProof> ProveAsync(PlanFolder folder, string recipes, CancellationToken cancellationToken)
    {
        Calls++;
        return Task.FromResult(new ScenarioProof(true, recipes, PlanTexts.Proof, []));
    }
}
