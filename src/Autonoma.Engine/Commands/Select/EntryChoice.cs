using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

/// <summary>Clicks an entry of a list that is on the screen and makes sure that it was taken.</summary>
internal static class EntryChoice
{
    private static readonly TimeSpan Effect = TimeSpan.FromSeconds(2);

    /// <param name="context">The attempt.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="control">The control that the list belongs to; null when there is none.</param>
    /// <param name="option">The option as written.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<CommandOutcome> TakeAsync(CommandContext context, Target entry, UiNode? control, string option, CancellationToken cancellationToken)
    {
        var node = entry.Node;
        context.Evidence.At(node, node.Bounds);
        // Clicking a chosen chip again would take the choice back.
        if (control is null && (node.Selected ?? (node.Pressed is { } pressed ? pressed == TriState.On : node.Checked is { } state && state == TriState.On)) && node.Role is not "tab")
            return new($"{Wording.Of(node)} was chosen already");

        var pace = context.StartPace(context.Options.StepTimeout);
        ReachedTarget? reached;
        while (true)
        {
            (reached, var obstacle) = await TargetFinder.TryReachAsync(context, entry, mustBeEnabled: true, cancellationToken).ConfigureAwait(false);
            if (reached is not null)
                break;
            if (pace.IsOver || node.IsDisabled)
                throw new CommandFailure(FailureKind.Action, $"The entry {Wording.Of(node)} cannot be chosen: {obstacle!.Words}.");
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
            // A virtual list draws its entries anew when one is brought into view.
            var again = await context.LookAsync(cancellationToken).ConfigureAwait(false);
            if (again.Tree.Find(node.Ref) is null
                && again.Tree.Nodes.Where(other => other.Role == node.Role && other.Tag == node.Tag && Entries.TextOf(other) == Entries.TextOf(node)).ToList() is [var same])
            {
                node = same;
                entry = entry with { Node = same, Screen = again };
            }
        }

        var appearance = CheckState.Appearance(node);
        var before = await context.LookAsync(cancellationToken).ConfigureAwait(false);
        await context.ActingAsync(before, cancellationToken).ConfigureAwait(false);
        await context.ClickAsync(node, entry.Offset, cancellationToken).ConfigureAwait(false);
        if (control is not null)
            context.Session.LastTarget = control;
        await context.SettleAsync(cancellationToken).ConfigureAwait(false);

        var effect = context.StartPace(Effect);
        while (true)
        {
            var screen = await context.LookAsync(cancellationToken).ConfigureAwait(false);
            if (IsTaken(screen, before, node, control, appearance, option))
                return new($"chose {Wording.Of(node)}{(control is null ? "" : $" in {Wording.Of(control)}")}");
            if (effect.IsOver)
            {
                var shown = control is null ? null : screen.Tree.Find(control.Ref);
                throw new CommandFailure(FailureKind.Action, shown is null
                    ? $"{Wording.Of(node)} was clicked, but nothing about the page changed."
                    : $"{Wording.Of(node)} was clicked, but {Wording.Of(control!)} does not show it: it shows \"{Wording.Short(ShownBy(shown))}\".");
            }

            await effect.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsTaken(Observation now, Observation before, UiNode entry, UiNode? control, string appearance, string option)
    {
        if (control is not null && now.Tree.Find(control.Ref) is { } shown)
        {
            var text = ShownBy(shown);
            if (OptionText.Shows(text, option) || OptionText.Shows(text, Entries.TextOf(entry)))
                return true;
            // The control goes on showing another entry of its list: the choice did not arrive.
            var was = before.Tree.Find(control.Ref) is { } old ? ShownBy(old) : "";
            if (shown.Role == "combobox" && text.Length > 0 && text == was && now.Tree.Find(entry.Ref) is null && SiblingTexts(before, entry).Any(other => Language.TextFold.Same(other, text)))
                return false;
        }

        if (now.Tree.Find(entry.Ref) is not { } still)
            return true;
        if (CheckState.IsExposed(still) && CheckState.Of(still) == true)
            return true;
        return control is null
            ? now.Fingerprint != before.Fingerprint || CheckState.Appearance(still) != appearance || now.Url != before.Url
            : CheckState.Appearance(still) != appearance;
    }

    private static IEnumerable<string> SiblingTexts(Observation before, UiNode entry)
        => before.Tree.Find(entry.Ref)?.Parent?.Children.Where(child => child.Ref != entry.Ref).Select(Entries.TextOf) ?? [];

    private static string ShownBy(UiNode node) => node.Value is { Length: > 0 } value ? value : node.InnerText.Length > 0 ? node.InnerText : node.Name;
}
