using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Commands.Values;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

/// <summary>Chooses from a list or calendar that a control opens: comboboxes, menus, autocompletes, date pickers, whatever they are built of.</summary>
internal static class Dropdown
{
    private static readonly TimeSpan NextFrames = TimeSpan.FromMilliseconds(40);

    public static async Task<CommandOutcome> ChooseAsync(CommandContext context, Target target, string option, CancellationToken cancellationToken)
    {
        var control = target.Node;
        var day = HumanDate.Parse(option, context.Culture, context.Today);
        var closed = target.Screen;
        if (OpenAlready(context, closed, control) is { Count: > 0 } open)
        {
            if (day is not null && Calendar.Find(open) is not null)
                return await CalendarChoice.ChooseAsync(context, control, day, cancellationToken).ConfigureAwait(false);
            if (Entries.Find(open, option) is [var entry])
                return await EntryChoice.TakeAsync(context, new(entry, null, closed), control, option, cancellationToken).ConfigureAwait(false);
        }

        if (control.Expanded != true)
            await OpenAsync(context, target, cancellationToken).ConfigureAwait(false);

        var pace = context.StartPace(context.Options.StepTimeout);
        var typed = false;
        IReadOnlyList<UiNode> found = [];
        List<UiNode> lists = [];
        while (true)
        {
            var screen = await context.LookAsync(cancellationToken).ConfigureAwait(false);
            lists = NewIn(screen, closed, control);
            if (day is not null && Calendar.Find(lists) is not null)
                return await CalendarChoice.ChooseAsync(context, control, day, cancellationToken).ConfigureAwait(false);
            found = Entries.Find(InFront(lists, control), option);
            if (found.Count == 0)
                found = Entries.Find(lists, option);
            if (found.Count == 1)
                return await EntryChoice.TakeAsync(context, new(found[0], null, screen), control, option, cancellationToken).ConfigureAwait(false);
            if (found.Count > 1 && pace.Elapsed > TimeSpan.FromSeconds(1))
                break;
            if (found.Count == 0 && !typed && screen.Tree.Nodes.LastOrDefault(node => node.IsFocused && node.IsEditable && !node.IsReadOnly) is { } field
                && (field.Ref == control.Ref || lists.Any(list => list.IsSelfOrAncestorOf(field))))
            {
                typed = true;
                // A date field without a calendar is typed; everything else is a search whose suggestions are chosen from.
                if (day is not null && field.Ref == control.Ref)
                    return await TextEntry.EnterAsync(context, field, null, option, overwrite: true, cancellationToken).ConfigureAwait(false);
                await context.Driver.Elements.SelectTextAsync(field.Ref, cancellationToken).ConfigureAwait(false);
                await context.Driver.Keyboard.TypeAsync(option, cancellationToken).ConfigureAwait(false);
                await context.SettleAsync(cancellationToken).ConfigureAwait(false);
                if (field.Options.Any(entry => Language.TextFold.Same(entry.Label, option) || Language.TextFold.Same(entry.Value, option)))
                    return new($"entered \"{option}\", one of the suggestions of {Wording.Of(control)}");
                continue;
            }

            if (found.Count == 0 && await ScrollAsync(context, lists, cancellationToken).ConfigureAwait(false))
                continue;
            if (pace.IsOver)
                break;
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }

        if (found.Count > 1)
            throw new CommandFailure(FailureKind.Grounding, $"Several entries of {Wording.Of(control)} fit \"{option}\": {string.Join(", ", found.Select(Wording.Of))}.");
        var names = Entries.Names(lists);
        throw new CommandFailure(FailureKind.Action, names.Count == 0
            ? $"{Wording.Of(control)} offered nothing to choose from after it was clicked."
            : $"{Wording.Of(control)} offers no \"{option}\". It offers: {string.Join(", ", names.Select(name => $"\"{Wording.Short(name)}\""))}.");
    }

    private static async Task OpenAsync(CommandContext context, Target target, CancellationToken cancellationToken)
    {
        var pace = context.StartPace(context.Options.StepTimeout);
        while (true)
        {
            var (reached, obstacle) = await TargetFinder.TryReachAsync(context, target, mustBeEnabled: true, cancellationToken).ConfigureAwait(false);
            if (reached is not null)
            {
                await context.ActingAsync(target.Screen, cancellationToken).ConfigureAwait(false);
                await context.ClickAsync(target.Node, target.Offset, cancellationToken).ConfigureAwait(false);
                await context.SettleAsync(cancellationToken).ConfigureAwait(false);
                return;
            }

            if (pace.IsOver)
                throw new CommandFailure(FailureKind.Action, $"{Wording.Of(target.Node)} was found, but {obstacle!.Words}, and this did not change within {Wording.Of(pace.Timeout)}.");
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
            if (await context.Driver.Elements.ReadAsync(target.Node.Ref, cancellationToken).ConfigureAwait(false) is { } now)
                target = target with { Node = now };
        }
    }

    /// <summary>What the step before opened, as long as the control does not say that it is closed.</summary>
    private static List<UiNode> OpenAlready(CommandContext context, Observation screen, UiNode control)
        => control.Expanded == false ? []
            : [.. (context.Session.GroundingFor(screen).Opened ?? []).Select(screen.Tree.Find).OfType<UiNode>()
                .Where(node => !node.IsSelfOrAncestorOf(control) && node.Role is not ("status" or "alert"))];

    /// <summary>What was not there before the control was clicked; when all was there, the lists that are open.</summary>
    private static List<UiNode> NewIn(Observation now, Observation before, UiNode control)
    {
        var fresh = now.Tree.Nodes.Where(node => !node.IsText && before.Tree.Find(node.Ref) is null && (node.Parent is null || before.Tree.Find(node.Parent.Ref) is not null)).ToList();
        if (fresh.Count > 0)
            return fresh;
        return [.. now.Tree.Nodes.Where(node => node.Role is "listbox" or "menu" or "tree" or "grid" && node.Ref != control.Ref && node.Layer > 0)];
    }

    // A page may draw more than the list anew: what opened in the control or over the page goes before what stands behind it.
    private static List<UiNode> InFront(List<UiNode> lists, UiNode control)
        => [.. lists.Where(node => node.Role is not ("status" or "alert" or "tooltip") && (control.IsSelfOrAncestorOf(node) || node.Layer > control.Layer))];

    // A long list may hold only what is near its window.
    private static async Task<bool> ScrollAsync(CommandContext context, List<UiNode> lists, CancellationToken cancellationToken)
    {
        foreach (var list in lists.SelectMany(node => node.Descendants().Prepend(node)).Where(node => node.IsScrollable))
        {
            if (!await context.Driver.Elements.ScrollAsync(list.Ref, 0, list.Bounds.Height * 0.8, cancellationToken).ConfigureAwait(false))
                continue;
            // The page hears of the scrolling with its next frame only, and draws the entries then.
            await Task.Delay(NextFrames, context.Time, cancellationToken).ConfigureAwait(false);
            await context.SettleAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }

        return false;
    }
}
