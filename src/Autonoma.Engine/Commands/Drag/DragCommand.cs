using System.Text.RegularExpressions;
using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Commands.Values;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

internal sealed partial class DragCommand : Command<DragArguments>
{
    public override string Description => """
        drag: drags one element to another, or the handle of a slider to a value.
          start: what is dragged. end: where to (an element, or a mark such as "80 %").
          position: onto (default), before or after the end.
        """;

    protected override TimeSpan Limit(DragArguments arguments, RunOptions options) => base.Limit(arguments, options) + options.StepTimeout;

    protected override async Task<CommandOutcome> RunAsync(DragArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var start = await TargetFinder.ReachAsync(context, arguments.Start, GroundingPurpose.Drag, cancellationToken).ConfigureAwait(false);
        if (Slider(start.Node) is { } slider && Mark().Match(context.Words(arguments.End).Trim()) is { Success: true } mark)
        {
            await context.ActingAsync(start.Screen, cancellationToken).ConfigureAwait(false);
            return slider.InputType == "range"
                ? await FieldSetter.SetAsync(context, slider, mark.Groups["value"].Value, cancellationToken).ConfigureAwait(false)
                : await SliderKeys.SetAsync(context, slider, mark.Groups["value"].Value, cancellationToken).ConfigureAwait(false);
        }

        var end = await TargetFinder.ReachAsync(context, arguments.End, GroundingPurpose.Drop, cancellationToken, mustBeEnabled: false).ConfigureAwait(false);
        if (end.Node.Ref == start.Node.Ref)
            throw new CommandFailure(FailureKind.Grounding, $"\"{arguments.Start}\" and \"{arguments.End}\" mean the same element, {Wording.Of(end.Node)}.");
        // Bringing the end into view may have moved the start: both have to be in view at once, as for a hand.
        var (grip, obstacle) = await TargetFinder.TryReachAsync(context, start.Found, mustBeEnabled: true, cancellationToken).ConfigureAwait(false);
        if (grip is null)
            throw new CommandFailure(FailureKind.Action, $"{Wording.Of(start.Node)} was found, but {obstacle!.Words}.");
        var from = await context.Driver.Elements.ReadAsync(start.Node.Ref, cancellationToken).ConfigureAwait(false);
        var to = await context.Driver.Elements.ReadAsync(end.Node.Ref, cancellationToken).ConfigureAwait(false);
        if (from is null || to is null)
            throw new CommandFailure(FailureKind.Action, $"{Wording.Of(from is null ? start.Node : end.Node)} disappeared before it could be dragged.");
        var viewport = new UiRect(0, 0, end.Screen.Viewport.Width, end.Screen.Viewport.Height);
        var visible = to.Bounds.Intersect(viewport);
        if (visible.IsEmpty)
            throw new CommandFailure(FailureKind.Action, $"{Wording.Of(start.Node)} and {Wording.Of(end.Node)} cannot be in view at the same time, so the one cannot be dragged to the other.");

        await context.ActingAsync(end.Screen, cancellationToken).ConfigureAwait(false);
        var dropped = end.Node;
        var zones = arguments.Position == DropPosition.Onto && end.Found.Region is null ? DropZones.Inside(end.Node, start.Node) : [];
        if (end.Node.IsSelfOrAncestorOf(start.Node) && zones.Count > 0)
        {
            // It is inside already: what is meant is a box in there that it is not in.
            dropped = zones[0];
            await DropAsync(context, start.Node, zones[0], cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var point = end.Found.Region is { } region
                ? new UiPoint(to.Bounds.X + region.Center.X, to.Bounds.Y + region.Center.Y)
                : DropPoint(from.Bounds, visible, arguments.Position);
            await context.Driver.Mouse.DragAsync(grip.Point, point, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < zones.Count && await NothingHappenedAsync(context, end.Screen, cancellationToken).ConfigureAwait(false); i++)
            {
                dropped = zones[i];
                await DropAsync(context, start.Node, zones[i], cancellationToken).ConfigureAwait(false);
            }
        }

        context.Session.LastTarget = start.Node;
        context.Evidence.At(start.Node, from.Bounds);
        var where = arguments.Position switch { DropPosition.Before => "before", DropPosition.After => "after", DropPosition.Onto => "to", _ => throw new InvalidOperationException($"Unknown position {arguments.Position}.") };
        return new($"dragged {Wording.Of(start.Node)} {where} {Wording.Of(dropped)}");
    }

    private static async Task<bool> NothingHappenedAsync(CommandContext context, Observation before, CancellationToken cancellationToken)
    {
        await context.SettleAsync(cancellationToken).ConfigureAwait(false);
        return (await context.LookAsync(cancellationToken).ConfigureAwait(false)).Fingerprint == before.Fingerprint;
    }

    private static async Task DropAsync(CommandContext context, UiNode start, UiNode zone, CancellationToken cancellationToken)
    {
        var end = await context.Driver.Elements.ReachAsync(zone.Ref, null, cancellationToken).ConfigureAwait(false);
        var grip = await context.Driver.Elements.ReachAsync(start.Ref, null, cancellationToken).ConfigureAwait(false);
        // Reaching the one may have moved the other.
        var now = await context.Driver.Elements.ReadAsync(zone.Ref, cancellationToken).ConfigureAwait(false);
        if (grip.Status == ReachStatus.Reachable && end.Status != ReachStatus.Gone && now is not null)
            await context.Driver.Mouse.DragAsync(grip.Point, now.Bounds.Center, cancellationToken).ConfigureAwait(false);
    }

    private static UiPoint DropPoint(UiRect from, UiRect to, DropPosition position)
    {
        if (position == DropPosition.Onto)
            return to.Center;
        // Elements side by side are ordered left to right, others top to bottom. A little inside the edge, where the halves are told apart.
        var sideBySide = Math.Min(from.Bottom, to.Bottom) - Math.Max(from.Y, to.Y) > Math.Min(from.Height, to.Height) / 2;
        var share = position == DropPosition.Before ? 0.12 : 0.88;
        return sideBySide ? new(to.X + (to.Width * share), to.Center.Y) : new(to.Center.X, to.Y + (to.Height * share));
    }

    private static UiNode? Slider(UiNode node)
        => node.InputType == "range" || (node.Role == "slider" && node.Range is not null) ? node
            : node.Descendants().Where(below => below.InputType == "range" || (below.Role == "slider" && below.Range is not null)).ToList() is [var only] ? only : null;

    [GeneratedRegex(@"^(?:the\s+)?(?:(?:value|position|mark)\s+(?:of\s+)?)?""?(?<value>-?[\d.,]+\s*%?|max(?:imum)?|min(?:imum)?)""?(?:\s*(?:mark|position|value|point|end))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
