using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

internal sealed class ClickCommand : Command<ClickArguments>
{
    public override string Description => """
        click: clicks one element with the mouse.
          target: description of the element in the words of the screen ("Save" button in the dialog).
          button: left (default), right, middle. count: 2 for a double click. modifiers: keys held (Control, Shift, Alt, Meta). opens: true to open an entry by its own button for that where the entry takes no clicks.
        """;

    protected override async Task<CommandOutcome> RunAsync(ClickArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var pace = context.StartPace(context.Options.StepTimeout);
        ReachedTarget reached;
        ReachResult reach;
        while (true)
        {
            reached = await TargetFinder.ReachAsync(context, arguments.Target, arguments.Opens ? GroundingPurpose.Open : GroundingPurpose.Click, cancellationToken).ConfigureAwait(false);
            await context.ActingAsync(reached.Screen, cancellationToken).ConfigureAwait(false);
            reach = await context.Driver.Elements.ClickAsync(reached.Node.Ref, reached.Offset, arguments.Button, arguments.Count, arguments.Modifiers, cancellationToken).ConfigureAwait(false);
            if (reach.Status == ReachStatus.Reachable)
                break;
            // Drawn anew, covered or moved on in the meantime: nothing got the click, so it is looked for once more.
            if (pace.IsOver || reach.Status == ReachStatus.Moving)
                throw new CommandFailure(FailureKind.Action, $"{Wording.Of(reached.Node)} was found, but {TargetFinder.Words(reach)}.");
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }

        context.Session.LastTarget = reached.Node;
        var how = (arguments.Button, arguments.Count) switch
        {
            (MouseButton.Right, _) => "right-clicked",
            (MouseButton.Middle, _) => "middle-clicked",
            (MouseButton.Left, 2) => "double-clicked",
            (MouseButton.Left, 1) => "clicked",
            _ => $"clicked {arguments.Count} times",
        };
        var held = arguments.Modifiers == KeyModifiers.None ? "" : $" holding {arguments.Modifiers}";
        var again = reach.Missed == 0 ? "" : $"; pressed {reach.Missed + 1} times, because {reach.CoveredBy} had slid into its place";
        return new($"{how} {Wording.Of(reached.Node)}{held}{again}");
    }
}
