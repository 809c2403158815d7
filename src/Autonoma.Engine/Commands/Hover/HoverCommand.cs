using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Grounding;

namespace Autonoma.Engine.Commands;

internal sealed class HoverCommand : Command<HoverArguments>
{
    public override string Description => """
        hover: moves the pointer over an element and leaves it there.
          target: description of the element.
        """;

    protected override async Task<CommandOutcome> RunAsync(HoverArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var reached = await TargetFinder.ReachAsync(context, arguments.Target, GroundingPurpose.Hover, cancellationToken, mustBeEnabled: false).ConfigureAwait(false);
        await context.ActingAsync(reached.Screen, cancellationToken).ConfigureAwait(false);
        await context.Driver.Mouse.MoveAsync(reached.Point, cancellationToken).ConfigureAwait(false);
        context.Session.LastTarget = reached.Node;
        return new($"moved the pointer over {Wording.Of(reached.Node)}");
    }
}
