using Autonoma.Engine.Checks;
using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

internal sealed class ScrollCommand : Command<ScrollArguments>
{
    private const double Screenful = 0.85;
    private const double All = 1_000_000;
    private const int MostScreens = 100;

    public override string Description => """
        scroll: scrolls the page or the content of an element, or brings something into view.
          direction: up, down, left, right (one screenful), top, bottom; leave out to bring the target into view.
          target: with a direction the element whose content scrolls; without one what has to come into view.
          until: a condition that ends the scrolling.
          intoView: with a direction, the target has to come into view and the direction is where to look for it.
        """;

    // What came and went since the last action is still of interest after looking further down.
    public override bool Acts => false;

    protected override TimeSpan Limit(ScrollArguments arguments, RunOptions options) => options.StepTimeout + options.WaitTimeout + TimeSpan.FromSeconds(10);

    protected override async Task<CommandOutcome> RunAsync(ScrollArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        if (arguments is { Until: null, Target: { } wanted } && (arguments.Direction is null || arguments.IntoView))
            return await IntoViewAsync(wanted, arguments.Direction ?? ScrollDirection.Down, context, cancellationToken).ConfigureAwait(false);

        var container = arguments.Target is { } target
            ? await ContainerAsync(target, context, cancellationToken).ConfigureAwait(false)
            : null;
        var screen = await context.LookAsync(cancellationToken).ConfigureAwait(false);
        var where = container is null ? "the page" : Wording.Of(container);
        var direction = arguments.Direction ?? ScrollDirection.Down;
        if (arguments.Until is { } until)
            return await UntilAsync(context.Words(until), container, direction, screen, context, cancellationToken).ConfigureAwait(false);

        var moved = await StepAsync(container, direction, screen, context, cancellationToken).ConfigureAwait(false);
        if (direction is ScrollDirection.Top or ScrollDirection.Bottom)
        {
            // A list that loads more at its end is at its bottom only when no more comes.
            for (var i = 0; i < MostScreens && await StepAsync(container, direction, screen, context, cancellationToken).ConfigureAwait(false); i++)
                moved = true;
        }

        return new($"scrolled {where} {(direction is ScrollDirection.Top or ScrollDirection.Bottom ? "to the " : "")}{direction.ToString().ToLowerInvariant()}{(moved ? "" : ": it was there already")}");
    }

    private static async Task<CommandOutcome> IntoViewAsync(string description, ScrollDirection way, CommandContext context, CancellationToken cancellationToken)
    {
        var words = context.Words(description);
        var screen = await context.LookAsync(cancellationToken).ConfigureAwait(false);
        // A virtual list holds only what is near its window: what is not there may be further down.
        for (var i = 0; i < MostScreens && TargetFinder.Peek(context, words, GroundingPurpose.Scroll, screen) is null; i++)
        {
            if (!await StepAsync(null, way, screen, context, cancellationToken).ConfigureAwait(false))
                break;
            screen = await context.LookAsync(cancellationToken).ConfigureAwait(false);
        }

        var target = await TargetFinder.FindAsync(context, description, GroundingPurpose.Scroll, cancellationToken).ConfigureAwait(false);
        var reach = await context.Driver.Elements.ReachAsync(target.Node.Ref, null, cancellationToken).ConfigureAwait(false);
        if (reach.Status is ReachStatus.Gone or ReachStatus.OutOfView)
            throw new CommandFailure(FailureKind.Action, $"{Wording.Of(target.Node)} cannot be brought into view.");
        context.Evidence.At(target.Node, reach.Bounds);
        await context.SettleAsync(cancellationToken).ConfigureAwait(false);
        return new($"brought {Wording.Of(target.Node)} into view");
    }

    private static async Task<CommandOutcome> UntilAsync(
        string claim, UiNode? container, ScrollDirection direction, Observation screen, CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Session.Checker.WhyUnreadable(claim) is { } why)
            throw new CommandFailure(FailureKind.Undecidable, $"undecidable: \"{claim}\" cannot be judged. {why}");
        for (var screens = 0; ; screens++)
        {
            var result = context.Session.Checker.Check(claim, screen, context.Session.ChecksFor(screen));
            if (result.Verdict == CheckVerdict.Held)
            {
                context.Evidence.Judged(result);
                return new($"scrolled {direction.ToString().ToLowerInvariant()} until {claim}");
            }

            if (screens == MostScreens || !await StepAsync(container, direction, screen, context, cancellationToken).ConfigureAwait(false))
            {
                context.Evidence.Judged(result);
                throw new CommandFailure(FailureKind.Assertion, $"\"{claim}\" did not become true by scrolling {direction.ToString().ToLowerInvariant()} to the end. {result.Explanation}".TrimEnd());
            }

            screen = await context.LookAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<UiNode> ContainerAsync(string description, CommandContext context, CancellationToken cancellationToken)
    {
        var node = (await TargetFinder.FindAsync(context, description, GroundingPurpose.Scroll, cancellationToken).ConfigureAwait(false)).Node;
        if (node.IsScrollable)
            return node;
        return node.Descendants().Where(below => below.IsScrollable).OrderByDescending(below => below.Bounds.Width * below.Bounds.Height).FirstOrDefault()
            ?? node.Ancestors().FirstOrDefault(above => above.IsScrollable && above.Parent is not null && above.Tag is not ("body" or "html"))
            ?? node;
    }

    /// <summary>One screenful, or all the way; true when something moved.</summary>
    private static async Task<bool> StepAsync(UiNode? container, ScrollDirection direction, Observation screen, CommandContext context, CancellationToken cancellationToken)
    {
        var size = container is { Bounds: { IsEmpty: false } bounds } ? new UiSize(bounds.Width, bounds.Height) : screen.Viewport;
        var (x, y) = direction switch
        {
            ScrollDirection.Up => (0, -size.Height * Screenful),
            ScrollDirection.Down => (0, size.Height * Screenful),
            ScrollDirection.Left => (-size.Width * Screenful, 0d),
            ScrollDirection.Right => (size.Width * Screenful, 0),
            ScrollDirection.Top => (0, -All),
            ScrollDirection.Bottom => (0, All),
            _ => throw new InvalidOperationException($"Unknown direction {direction}."),
        };
        var moved = await context.Driver.Elements.ScrollAsync(container?.Ref, x, y, cancellationToken).ConfigureAwait(false);
        if (!moved && container is null && Pane(screen) is { } pane)
            moved = await context.Driver.Elements.ScrollAsync(pane.Ref, x, y, cancellationToken).ConfigureAwait(false);
        await context.SettleAsync(cancellationToken).ConfigureAwait(false);
        return moved;
    }

    // Many apps keep the page itself still and scroll one large pane of it: to a reader that is the page.
    private static UiNode? Pane(Observation screen)
        => screen.Tree.Nodes
            .Where(node => node.IsScrollable && node.Parent is not null && node.VisibleBounds.Width * node.VisibleBounds.Height > screen.Viewport.Width * screen.Viewport.Height / 4)
            .OrderByDescending(node => node.VisibleBounds.Width * node.VisibleBounds.Height).ThenBy(node => node.Index)
            .FirstOrDefault();
}
