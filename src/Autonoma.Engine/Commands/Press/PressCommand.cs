using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Grounding;

namespace Autonoma.Engine.Commands;

internal sealed class PressCommand : Command<PressArguments>
{
    public override string Description => """
        press: presses a key or chord.
          key: by Playwright's names (Enter, Escape, ArrowDown, Control+S, a).
          target: element that gets the focus first; leave out for what has it.
        """;

    protected override async Task<CommandOutcome> RunAsync(PressArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var into = "";
        if (arguments.Target is { } description)
        {
            var target = await TargetFinder.FindAsync(context, description, GroundingPurpose.Focus, cancellationToken).ConfigureAwait(false);
            if (target.Node.IsDisabled)
                throw new CommandFailure(Running.FailureKind.Action, $"{Wording.Of(target.Node)} is disabled and cannot get the focus.");
            await context.ActingAsync(target.Screen, cancellationToken).ConfigureAwait(false);
            if (!target.Node.IsFocused)
                await context.Driver.Elements.FocusAsync(target.Node.Ref, cancellationToken).ConfigureAwait(false);
            context.Evidence.At(target.Node, target.Node.Bounds);
            context.Session.LastTarget = target.Node;
            into = $" in {Wording.Of(target.Node)}";
        }
        else
        {
            await context.ActingAsync(await context.LookAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }

        await context.Driver.Keyboard.PressAsync(arguments.Key, cancellationToken).ConfigureAwait(false);
        return new($"pressed {arguments.Key}{into}");
    }
}
