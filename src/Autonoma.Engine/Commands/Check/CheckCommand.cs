using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Grounding;

namespace Autonoma.Engine.Commands;

internal sealed class CheckCommand : Command<CheckArguments>
{
    public override string Description => """
        check: makes a checkbox, switch, radio button or toggle be on; does nothing when it already is.
          target: description of the control. on: false to turn it off.
        """;

    protected override async Task<CommandOutcome> RunAsync(CheckArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var target = await TargetFinder.FindAsync(context, arguments.Target, GroundingPurpose.Check, cancellationToken).ConfigureAwait(false);
        return await Switching.SetAsync(context, target, arguments.On, cancellationToken).ConfigureAwait(false);
    }
}
