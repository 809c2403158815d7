using System.Globalization;
using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands.Values;

/// <summary>Moves a slider that the page draws itself, by its arrow keys.</summary>
internal static class SliderKeys
{
    private const int MostPresses = 500;

    public static async Task<CommandOutcome> SetAsync(CommandContext context, UiNode node, string text, CancellationToken cancellationToken)
    {
        if (node.Range is not { } range)
            throw new CommandFailure(FailureKind.Action, $"{Wording.Of(node)} does not tell where it stands, so it cannot be set to a value.");
        if (FieldForm.Number(range.Min, range.Max, text) is not { } wanted)
            throw new CommandFailure(FailureKind.Action, string.Create(CultureInfo.InvariantCulture, $"\"{Wording.Short(text)}\" is no position of {Wording.Of(node)}, which goes from {range.Min} to {range.Max}."));

        await context.Driver.Elements.FocusAsync(node.Ref, cancellationToken).ConfigureAwait(false);
        context.Session.LastTarget = node;
        var now = range.Now;
        for (var presses = 0; now != wanted; presses++)
        {
            var key = wanted > now ? "ArrowRight" : "ArrowLeft";
            await context.Driver.Keyboard.PressAsync(key, cancellationToken).ConfigureAwait(false);
            var after = (await context.Driver.Elements.ReadAsync(node.Ref, cancellationToken).ConfigureAwait(false))?.Range?.Now ?? now;
            var closer = Math.Abs(wanted - after) < Math.Abs(wanted - now);
            if (!closer || presses == MostPresses)
                throw new CommandFailure(FailureKind.Action, string.Create(CultureInfo.InvariantCulture, $"{Wording.Of(node)} could not be moved to {wanted}: it stands at {after}."));
            now = after;
        }

        return new(string.Create(CultureInfo.InvariantCulture, $"moved {Wording.Of(node)} to {wanted}"));
    }
}
