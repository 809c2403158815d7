using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

/// <summary>Chooses an entry of a native select.</summary>
internal static class NativeChoice
{
    public static async Task<CommandOutcome> ChooseAsync(CommandContext context, Target target, string option, CancellationToken cancellationToken)
    {
        var node = target.Node;
        var pace = context.StartPace(context.Options.StepTimeout);
        while (true)
        {
            var found = OptionText.Match([.. node.Options.Index()], entry => entry.Item.Label, entry => entry.Item.Value, option);
            var usable = found.Where(entry => !entry.Item.Disabled).ToList();
            if (usable.Count == 1 && !node.IsDisabled)
                return await TakeAsync(context, target, node, usable[0].Index, cancellationToken).ConfigureAwait(false);
            if (usable.Count > 1)
                throw new CommandFailure(FailureKind.Grounding, $"Several entries of {Wording.Of(node)} fit \"{option}\": {List(usable.Select(entry => entry.Item))}.");
            if (pace.IsOver)
            {
                throw new CommandFailure(FailureKind.Action, node.IsDisabled
                    ? $"{Wording.Of(node)} is disabled."
                    : found.Count > 0
                        ? $"The entry \"{found[0].Item.Label}\" of {Wording.Of(node)} is disabled."
                        : $"{Wording.Of(node)} has no entry \"{option}\". It has: {List(node.Options)}.");
            }

            // Entries may be loaded after the page, or depend on another choice.
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
            node = await context.Driver.Elements.ReadAsync(node.Ref, cancellationToken).ConfigureAwait(false) ?? node;
        }
    }

    private static async Task<CommandOutcome> TakeAsync(CommandContext context, Target target, UiNode node, int index, CancellationToken cancellationToken)
    {
        var entry = node.Options[index];
        await context.ActingAsync(target.Screen, cancellationToken).ConfigureAwait(false);
        // In a list of several choices the next one is added to the one chosen by the step before.
        var several = node.Role == "listbox";
        await context.Driver.Elements.SelectOptionAsync(node.Ref, index, several && context.Session.OpenChoice == node.Ref, cancellationToken).ConfigureAwait(false);
        context.Session.OpenChoice = several ? node.Ref : null;
        context.Session.LastTarget = node;
        context.Evidence.At(node, node.Bounds);
        await context.SettleAsync(cancellationToken).ConfigureAwait(false);

        var now = await context.Driver.Elements.ReadAsync(node.Ref, cancellationToken).ConfigureAwait(false);
        // Gone, filled anew, or back at its first entry ("Add a filter ..."): the choice was taken. Anything else but the choice is a failure.
        if (now is not null && index < now.Options.Count && now.Options[index].Label == entry.Label && !now.Options[index].Selected && !now.Options[0].Selected)
            throw new CommandFailure(FailureKind.Action, $"{Wording.Of(node)} does not show \"{entry.Label}\" after it was chosen: it shows \"{Wording.Short(now.Value ?? "")}\".");
        return new($"chose \"{Wording.Short(entry.Label)}\" in {Wording.Of(node)}");
    }

    private static string List(IEnumerable<UiOption> options)
    {
        var labels = options.Select(option => $"\"{Wording.Short(option.Label)}\"").ToList();
        return string.Join(", ", labels.Take(12)) + (labels.Count > 12 ? $" and {labels.Count - 12} more" : "");
    }
}
