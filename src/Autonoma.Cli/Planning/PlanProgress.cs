using System.Globalization;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Models;
using Autonoma.Cli.Output;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Pipeline;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Cli.Planning;

/// <summary>Says on standard output what happens in a plan: what is read and written, what is refused, what it has cost.</summary>
internal sealed class PlanProgress(ToolEnvironment environment)
{
    private readonly Paint _paint = new(environment.HasColor);
    private int _read;

    public void Watch(PlanEvent told)
    {
        var step = string.Create(CultureInfo.InvariantCulture, $"[{told.Step.Number}/{PlanFolder.Steps}]");
        switch (told.Kind)
        {
            case PlanEventKind.Started:
                _read = 0;
                environment.Out.WriteLine($"{_paint.Strong($"{step} {told.Step.Name}")}: {told.Text}");
                break;
            case PlanEventKind.Skipped:
                environment.Out.WriteLine($"{step} {told.Step.Name}: done before");
                break;
            case PlanEventKind.Read:
                _read++;
                environment.Out.WriteLine(_paint.Faint($"      read    {told.File}"));
                break;
            case PlanEventKind.Written:
                environment.Out.WriteLine($"      wrote   {told.File}");
                Problems(told.Problems);
                break;
            case PlanEventKind.Refused:
                environment.Out.WriteLine(_paint.Bad($"      refused {told.File}"));
                Problems(told.Problems);
                break;
            case PlanEventKind.Said:
                environment.Out.WriteLine($"      {told.Text}");
                break;
            case PlanEventKind.Completed:
                var cost = told.Cost is { } used && RunDeciders.Describe(used) is { } words ? $"; so far {words}" : "";
                environment.Out.WriteLine($"{step} {told.Step.Name}: done, {_read} {(_read == 1 ? "file" : "files")} read{cost}");
                break;
            case PlanEventKind.Acknowledged:
                environment.Out.WriteLine($"{step} {told.Step.Name}: acknowledged{(told.Text.Length > 0 ? $" ({told.Text})" : "")}");
                break;
            default:
                throw new InvalidOperationException($"{told.Kind} is not known here.");
        }
    }

    public void Problems(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
            environment.Out.WriteLine($"      {problem with { File = problem.File.Length > 0 ? ToolSettings.Shown(environment, problem.File).Replace('\\', '/') : "" }}");
    }
}
