using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Pipeline.Review;

namespace Autonoma.Cli.Planning;

/// <summary>Shows what a step made on the terminal, and asks.</summary>
internal sealed class TerminalReviewer(ToolEnvironment environment) : IPlanReviewer
{
    public async Task<ReviewAnswer> ReviewAsync(StepDefinition step, string summary, CancellationToken cancellationToken)
    {
        await environment.Out.WriteLineAsync();
        await environment.Out.WriteLineAsync(summary);
        while (true)
        {
            await environment.Out.WriteAsync("Go on? [y]es, [n]o: ");
            var answer = (await environment.In!.ReadLineAsync(cancellationToken))?.Trim().ToLowerInvariant();
            if (answer is "y" or "yes")
                return ReviewAnswer.Acknowledged;
            if (answer is null or "n" or "no")
                return ReviewAnswer.NotYet;
        }
    }
}
