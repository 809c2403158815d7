using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Commands.Values;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

/// <summary>Chooses an option of whatever the control turns out to be.</summary>
internal static class Choosing
{
    /// <summary>Whether the control offers options instead of taking free text.</summary>
    public static bool IsChoice(UiNode node)
        => node.Tag == "select" || (!node.IsEditable && node.Role is "combobox" or "listbox" or "radiogroup" or "menu" or "tablist");

    public static Task<CommandOutcome> ChooseAsync(CommandContext context, ReachedTarget reached, string option, CancellationToken cancellationToken)
        => ChooseAsync(context, reached.Found, option, cancellationToken);

    public static async Task<CommandOutcome> ChooseAsync(CommandContext context, Target target, string option, CancellationToken cancellationToken)
    {
        var node = ControlIn(target);
        target = target with { Node = node };
        if (node.Tag == "select")
            return await NativeChoice.ChooseAsync(context, target, option, cancellationToken).ConfigureAwait(false);
        if (FieldForm.Applies(node))
        {
            await context.ActingAsync(target.Screen, cancellationToken).ConfigureAwait(false);
            return await FieldSetter.SetAsync(context, node, option, cancellationToken).ConfigureAwait(false);
        }

        if (InPlace(target, option) is { } entry)
        {
            return entry.Role is "radio" or "checkbox" or "switch"
                ? await Switching.SetAsync(context, new(entry, null, target.Screen), on: true, cancellationToken).ConfigureAwait(false)
                : await EntryChoice.TakeAsync(context, new(entry, null, target.Screen), null, option, cancellationToken).ConfigureAwait(false);
        }

        return await Dropdown.ChooseAsync(context, target, option, cancellationToken).ConfigureAwait(false);
    }

    // A description may mean the label or the frame of the one control that is meant.
    private static UiNode ControlIn(Target target)
    {
        var node = target.Node;
        if (node.Tag is "select" or "input" || node.IsEditable || IsChoice(node))
            return node;
        if (target.Screen.Tree.Nodes.Where(other => other.Labels.Contains(node.Ref)).ToList() is [var labelled])
            return labelled;
        var inside = node.Descendants().Where(below => below.Tag == "select" || FieldForm.Applies(below) || below.Role == "combobox").ToList();
        return inside is [var only] ? only : node;
    }

    /// <summary>The option when it lies open before one: radio buttons, chips, list boxes, calendars without a field.</summary>
    private static UiNode? InPlace(Target target, string option)
    {
        var node = target.Node;
        if (node.IsEditable || node.Role is "combobox" or "button" or "link")
            return null;
        if (node.Role == "radio")
        {
            var group = target.Screen.Tree.Nodes.Where(other => other.Role == "radio" && node.NameAttribute.Length > 0 && other.NameAttribute == node.NameAttribute).ToList();
            return Unique(Entries.Find(group, option), node, option);
        }

        if (Unique(Entries.Find(node.Children, option), node, option) is { } inside)
            return inside;
        // A heading or legend stands for the group it heads: the nearest frame around it that holds declared entries.
        if (node.IsInteractive)
            return null;
        var frame = node.Ancestors().Take(3).FirstOrDefault(above => above.Descendants().Any(Entries.IsDeclared));
        return frame is null ? null : Unique(Entries.Find(frame.Descendants().Where(Entries.IsDeclared), option), node, option);
    }

    private static UiNode? Unique(IReadOnlyList<UiNode> found, UiNode control, string option) => found.Count switch
    {
        0 => null,
        1 => found[0],
        _ => throw new CommandFailure(FailureKind.Grounding, $"Several entries of {Wording.Of(control)} fit \"{option}\": {string.Join(", ", found.Select(Wording.Of))}."),
    };
}
