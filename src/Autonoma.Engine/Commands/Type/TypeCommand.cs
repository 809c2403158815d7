using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Commands.Values;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

internal sealed class TypeCommand : Command<TypeArguments>
{
    public override string Description => """
        type: enters text into a field, replacing what is in it, and makes sure that it is there.
          target: description of the field; leave out for the one that has the focus or was used last.
          text: verbatim; empty to clear the field. overwrite: false to append.
        """;

    protected override TimeSpan Limit(TypeArguments arguments, RunOptions options)
        => base.Limit(arguments, options) + TimeSpan.FromMilliseconds(50d * arguments.Text.Length);

    protected override async Task<CommandOutcome> RunAsync(TypeArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var text = context.Value(arguments.Text);
        var reached = arguments.Target is { } description
            ? await TargetFinder.ReachAsync(context, description, GroundingPurpose.Type, cancellationToken).ConfigureAwait(false)
            : await CurrentFieldAsync(context, cancellationToken).ConfigureAwait(false);
        return await EnterAsync(context, reached, text, arguments.Overwrite, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>"Set X to Y" reads as typing whatever X is: what X turns out to be decides how Y gets into it.</summary>
    private static async Task<CommandOutcome> EnterAsync(CommandContext context, ReachedTarget reached, string text, bool overwrite, CancellationToken cancellationToken)
    {
        var node = FieldOf(reached.Node, reached.Screen);
        if (!ReferenceEquals(node, reached.Node))
        {
            var (inner, obstacle) = await TargetFinder.TryReachAsync(context, new(node, null, reached.Screen), mustBeEnabled: true, cancellationToken).ConfigureAwait(false);
            reached = inner ?? throw new CommandFailure(FailureKind.Action, $"{Wording.Of(node)} was found, but {obstacle!.Words}.");
        }

        if (FieldForm.Applies(node))
        {
            await context.ActingAsync(reached.Screen, cancellationToken).ConfigureAwait(false);
            return await FieldSetter.SetAsync(context, node, text, cancellationToken).ConfigureAwait(false);
        }

        if (node.Role == "slider" && !node.IsEditable)
        {
            await context.ActingAsync(reached.Screen, cancellationToken).ConfigureAwait(false);
            return await SliderKeys.SetAsync(context, node, text, cancellationToken).ConfigureAwait(false);
        }

        if ((node.Role is "checkbox" or "switch" or "radio" || node.Pressed is not null) && !node.IsEditable)
        {
            return OnOff(text) is { } on
                ? await Switching.SetAsync(context, reached.Found, on, cancellationToken).ConfigureAwait(false)
                : throw new CommandFailure(FailureKind.Action, $"{Wording.Of(node)} takes no text: it can be on or off.");
        }

        if (node.IsReadOnly && text.Length > 0 && HumanDate.Parse(text, context.Culture, context.Today) is null)
            throw new CommandFailure(FailureKind.Action, $"{Wording.Of(node)} is read-only.");
        if (text.Length > 0 && (Choosing.IsChoice(node) || node.IsReadOnly))
            return await Choosing.ChooseAsync(context, reached, text, cancellationToken).ConfigureAwait(false);

        await context.ActingAsync(reached.Screen, cancellationToken).ConfigureAwait(false);
        if (!node.IsEditable)
        {
            // Editing in place: the text becomes a field when it is clicked.
            await context.ClickAsync(node, reached.Offset, cancellationToken).ConfigureAwait(false);
            node = await FocusedFieldAsync(context, cancellationToken).ConfigureAwait(false)
                ?? throw new CommandFailure(FailureKind.Action, $"{Wording.Of(reached.Node)} is nothing that text can be typed into, and clicking it opened no field.");
        }

        return await TextEntry.EnterAsync(context, node, reached.Offset, text, overwrite, cancellationToken).ConfigureAwait(false);
    }

    private static UiNode FieldOf(UiNode node, Observation screen)
    {
        if (node.IsEditable || FieldForm.Applies(node) || Choosing.IsChoice(node))
            return node;
        if (screen.Tree.Nodes.Where(other => other.Labels.Contains(node.Ref)).ToList() is [var labelled])
            return labelled;
        var inside = node.Descendants().Where(below => below.IsEditable || FieldForm.Applies(below) || below.Tag == "select").ToList();
        return inside is [var only] ? only : node;
    }

    private static async Task<ReachedTarget> CurrentFieldAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var pace = context.StartPace(context.Options.StepTimeout);
        while (true)
        {
            var screen = await context.LookAsync(cancellationToken).ConfigureAwait(false);
            var last = context.Session.GroundingFor(screen).LastTarget;
            var field = screen.Tree.Nodes.LastOrDefault(node => node.IsFocused && IsField(node))
                ?? (last is { } used && screen.Tree.Find(used) is { } node && IsField(node) ? node : null)
                ?? (screen.Tree.Nodes.Where(IsField).ToList() is [var only] ? only : null);
            if (field is not null)
            {
                context.Evidence.At(field, field.Bounds);
                var (reached, obstacle) = await TargetFinder.TryReachAsync(context, new(field, null, screen), mustBeEnabled: true, cancellationToken).ConfigureAwait(false);
                if (reached is not null)
                    return reached;
                if (pace.IsOver)
                    throw new CommandFailure(FailureKind.Action, $"{Wording.Of(field)} was found, but {obstacle!.Words}.");
            }

            if (pace.IsOver)
                throw new CommandFailure(FailureKind.Grounding, "The step names no field, none has the focus, and no step before used one. Say which field is meant.");
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsField(UiNode node) => node.IsEditable || FieldForm.Applies(node);

    private static async Task<UiNode?> FocusedFieldAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var pace = context.StartPace(TimeSpan.FromSeconds(1));
        while (true)
        {
            var screen = await context.LookAsync(cancellationToken).ConfigureAwait(false);
            if (screen.Tree.Nodes.LastOrDefault(node => node.IsFocused && node.IsEditable) is { } field)
                return field;
            if (pace.IsOver)
                return null;
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool? OnOff(string text) => TextFold.Fold(text) switch
    {
        "on" or "yes" or "true" or "checked" or "enabled" or "ticked" or "selected" or "active" => true,
        "off" or "no" or "false" or "unchecked" or "disabled" or "unticked" or "inactive" => false,
        _ => null,
    };
}
