using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Commands.Values;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Commands;

/// <summary>Chooses an option that is named without its control.</summary>
internal static class LoneOption
{
    public static async Task<CommandOutcome> ChooseAsync(CommandContext context, string template, string option, CancellationToken cancellationToken)
    {
        var pace = context.StartPace(context.Options.StepTimeout);
        var words = context.Words(template);
        while (true)
        {
            var screen = await context.LookAsync(cancellationToken).ConfigureAwait(false);
            if (OpenEntry(context, screen, option) is { } entry)
                return await EntryChoice.TakeAsync(context, new(entry, null, screen), null, option, cancellationToken).ConfigureAwait(false);

            // A radio button of that name is what "select" means best; next to it the name may stand in a link or heading too.
            if (TargetFinder.Peek(context, words, GroundingPurpose.Check, screen) is { } control && Switching.ControlOf(control).Role is "radio" or "checkbox" or "switch")
                return await Switching.SetAsync(context, control, on: true, cancellationToken).ConfigureAwait(false);
            var target = TargetFinder.Peek(context, words, GroundingPurpose.Choose, screen);
            var selects = SelectsWith(screen, option);
            if (selects.Count == 1 && target?.Node is not { IsInteractive: true })
                return await NativeChoice.ChooseAsync(context, new(selects[0], null, screen), option, cancellationToken).ConfigureAwait(false);
            if (target is not null)
                return await TakeAsync(context, target, option, cancellationToken).ConfigureAwait(false);
            if (pace.IsOver)
                break;
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }

        // The finder says why there is none, with the nearest candidates.
        var found = await TargetFinder.FindAsync(context, template, GroundingPurpose.Choose, cancellationToken).ConfigureAwait(false);
        return await TakeAsync(context, found, option, cancellationToken).ConfigureAwait(false);
    }

    private static Task<CommandOutcome> TakeAsync(CommandContext context, Target target, string option, CancellationToken cancellationToken)
        => target.Node.Role is "radio" or "checkbox" or "switch" || Switching.ControlOf(target).Role is "radio" or "checkbox" or "switch"
            ? Switching.SetAsync(context, target, on: true, cancellationToken)
            : EntryChoice.TakeAsync(context, target, null, option, cancellationToken);

    /// <summary>An entry of the list, menu or calendar that the step before opened.</summary>
    private static UiNode? OpenEntry(CommandContext context, Observation screen, string option)
    {
        var opened = (context.Session.GroundingFor(screen).Opened ?? []).Select(screen.Tree.Find).OfType<UiNode>().ToList();
        if (opened.Count == 0)
            return null;
        if (HumanDate.Parse(option, context.Culture, context.Today) is { } day && Calendar.Find(opened) is { } calendar)
            return calendar.DayCell(day);
        return Entries.Find(opened, option) is [var only] ? only : null;
    }

    private static List<UiNode> SelectsWith(Observation screen, string option)
        => [.. screen.Tree.Nodes.Where(node => node.Tag == "select" && !node.IsDisabled && node.Options.Any(entry => TextFold.Same(entry.Label, option)))];
}
