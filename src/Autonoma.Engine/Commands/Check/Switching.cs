using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

/// <summary>Makes a control be on or off by clicking it, and makes sure that it is.</summary>
internal static class Switching
{
    private static readonly TimeSpan Effect = TimeSpan.FromSeconds(2);

    public static async Task<CommandOutcome> SetAsync(CommandContext context, Target target, bool on, CancellationToken cancellationToken)
    {
        var control = ControlOf(target);
        context.Evidence.At(control, control.Bounds);
        var word = on ? "on" : "off";
        if (CheckState.Of(control) == on)
        {
            context.Session.LastTarget = control;
            return new($"{Wording.Of(control)} was {word} already");
        }

        if (!on && control.Role == "radio")
            throw new CommandFailure(FailureKind.Action, $"{Wording.Of(control)} is a radio button: it can only be turned off by choosing another one.");

        var place = await PlaceAsync(context, target, control, cancellationToken).ConfigureAwait(false);
        // With nothing exposed, the look before is all there is to compare with.
        var appearance = CheckState.Appearance(control);
        await context.ActingAsync(target.Screen, cancellationToken).ConfigureAwait(false);
        await context.ClickAsync(place, null, cancellationToken).ConfigureAwait(false);
        context.Session.LastTarget = control;
        await context.SettleAsync(cancellationToken).ConfigureAwait(false);

        var pace = context.StartPace(Effect);
        while (true)
        {
            var screen = await context.LookAsync(cancellationToken).ConfigureAwait(false);
            var now = screen.Tree.Find(control.Ref);
            if (now is null)
            {
                // Frameworks may replace the element, and a choice may take its whole group away.
                now = screen.Tree.Nodes.FirstOrDefault(node => node.Role == control.Role && node.Name == control.Name && node.Name.Length > 0 && node.ElementId == control.ElementId);
                if (now is null)
                    return new($"clicked {Wording.Of(control)} to turn it {word}; it went away");
            }

            var state = CheckState.Of(now);
            if (state == on)
                return new($"turned {Wording.Of(control)} {word}");
            if (state is null && !CheckState.IsExposed(now) && CheckState.Appearance(now) != appearance)
                return new($"clicked {Wording.Of(control)} to turn it {word}; its look changed");
            if (pace.IsOver)
            {
                throw new CommandFailure(FailureKind.Action, state is null
                    ? $"{Wording.Of(control)} was clicked, but nothing about it changed: whether it is {word} cannot be told."
                    : $"{Wording.Of(control)} was clicked, but it is still {(on ? "off" : "on")}.");
            }

            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The element that holds the state: the target, the one control in it, or the one it labels.</summary>
    public static UiNode ControlOf(Target target)
    {
        var node = target.Node;
        if (node.Checked is not null || node.Pressed is not null)
            return node;
        if (target.Screen.Tree.Nodes.Where(other => other.Checked is not null && other.Labels.Contains(node.Ref)).ToList() is [var labelled])
            return labelled;
        var inside = node.Descendants().Where(below => below.Checked is not null).ToList();
        if (inside.Count == 0)
            inside = [.. node.Descendants().Where(below => below.Pressed is not null || below.Role == "switch")];
        return inside is [var only] ? only : node;
    }

    // The real input is often invisible under what is drawn for it: then its label or wrapper takes the click.
    private static async Task<UiNode> PlaceAsync(CommandContext context, Target target, UiNode control, CancellationToken cancellationToken)
    {
        var tree = target.Screen.Tree;
        var places = new List<UiNode> { control };
        places.AddRange(control.Labels.Select(tree.Find).OfType<UiNode>());
        if (!ReferenceEquals(target.Node, control))
            places.Add(target.Node);
        places.AddRange(control.Ancestors().Take(3).TakeWhile(above => above.Descendants().Count(below => below.Checked is not null || below.Pressed is not null) <= 1 && above.Role is not ("row" or "dialog" or "form")));

        var pace = context.StartPace(context.Options.StepTimeout);
        while (true)
        {
            TargetFinder.Obstacle? first = null;
            foreach (var place in places)
            {
                var (reached, obstacle) = await TargetFinder.TryReachAsync(context, new(place, null, target.Screen), mustBeEnabled: true, cancellationToken).ConfigureAwait(false);
                if (reached is not null)
                    return place;
                first ??= obstacle;
                if (control.IsDisabled)
                    break;
            }

            if (pace.IsOver)
                throw new CommandFailure(FailureKind.Action, $"{Wording.Of(control)} was found, but {first!.Words}, and this did not change within {Wording.Of(pace.Timeout)}.");
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
            if (await context.Driver.Elements.ReadAsync(control.Ref, cancellationToken).ConfigureAwait(false) is { } now)
            {
                control = now;
                places[0] = now;
            }
        }
    }
}
