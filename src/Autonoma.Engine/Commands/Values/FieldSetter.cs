using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands.Values;

/// <summary>Sets date, time, colour and range inputs and makes sure that they took it.</summary>
internal static class FieldSetter
{
    public static async Task<CommandOutcome> SetAsync(CommandContext context, UiNode node, string text, CancellationToken cancellationToken)
    {
        if (node.IsReadOnly)
            throw new CommandFailure(FailureKind.Action, $"{Wording.Of(node)} is read-only.");
        if (FieldForm.Of(node, text, context.Culture, context.Today) is not { } value)
        {
            var range = node.Range is { } limits && node.InputType == "range" ? $" from {limits.Min} to {limits.Max}" : "";
            throw new CommandFailure(FailureKind.Action, $"\"{Wording.Short(text)}\" does not read as a {node.InputType} value{range} for {Wording.Of(node)}.");
        }

        await context.Driver.Elements.SetValueAsync(node.Ref, value, cancellationToken).ConfigureAwait(false);
        context.Session.LastTarget = node;
        var match = await context.Driver.Elements.CompareValueAsync(node.Ref, value, cancellationToken).ConfigureAwait(false);
        if (match is FieldMatch.Exact or FieldMatch.Formatted or FieldMatch.Gone || (value.Length == 0 && match == FieldMatch.Empty))
            return new(value.Length == 0 ? $"cleared {Wording.Of(node)}" : $"set {Wording.Of(node)} to {value}");
        var now = await context.Driver.Elements.ReadAsync(node.Ref, cancellationToken).ConfigureAwait(false);
        throw new CommandFailure(FailureKind.Action, $"{Wording.Of(node)} did not take {value}: it holds \"{Wording.Short(now?.Value ?? "")}\".");
    }
}
