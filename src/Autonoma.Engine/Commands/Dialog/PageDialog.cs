using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Commands;

/// <summary>Answers a dialog that the page draws itself, when exactly one of its buttons can be meant.</summary>
internal static class PageDialog
{
    private static readonly HashSet<string> Negative = ["cancel", "no", "dismiss", "close", "not now", "no thanks", "no, thanks", "later", "abort", "go back", "back", "discard", "keep editing", "decline", "reject", "never mind"];
    private static readonly HashSet<string> Closing = ["close", "×", "✕", "✖", "x", "dismiss", "close dialog"];
    private static readonly HashSet<string> Positive = ["ok", "okay", "yes", "accept", "confirm", "continue", "proceed", "agree", "i agree", "got it", "understood"];

    public static async Task<CommandOutcome?> TryAnswerAsync(CommandContext context, DialogAnswer answer, CancellationToken cancellationToken)
    {
        var screen = await context.LookAsync(cancellationToken).ConfigureAwait(false);
        var dialog = screen.Tree.Nodes.Where(node => node.Role is "dialog" or "alertdialog" || node.IsModal)
            .OrderBy(node => node.IsModal).ThenBy(node => node.Layer).ThenBy(node => node.Index).LastOrDefault();
        if (dialog is null)
            return null;
        var buttons = dialog.Descendants().Where(node => node.Role is "button" or "link" && node.IsVisible && !node.IsDisabled).ToList();
        if (Choose(buttons, answer.Accept) is not { } button)
            return null;

        context.Session.EndGroup();
        await context.ActingAsync(screen, cancellationToken).ConfigureAwait(false);
        if (answer.Text is { } text)
        {
            if (dialog.Descendants().Where(node => node.IsEditable).ToList() is not [var field])
                return null;
            await context.Driver.Elements.FocusAsync(field.Ref, cancellationToken).ConfigureAwait(false);
            await context.Driver.Elements.SelectTextAsync(field.Ref, cancellationToken).ConfigureAwait(false);
            await context.Driver.Keyboard.TypeAsync(text, cancellationToken).ConfigureAwait(false);
        }

        var (reached, _) = await TargetFinder.TryReachAsync(context, new(button, null, screen), mustBeEnabled: true, cancellationToken).ConfigureAwait(false);
        if (reached is null)
            return null;
        await context.ClickAsync(button, null, cancellationToken).ConfigureAwait(false);
        await context.SettleAsync(cancellationToken).ConfigureAwait(false);
        return new($"{(answer.Accept ? "accepted" : "dismissed")} {Wording.Of(dialog)} with {Wording.Of(button)}");
    }

    private static UiNode? Choose(List<UiNode> buttons, bool accept)
    {
        UiNode? Only(Func<string, bool> fits) => buttons.Where(button => fits(TextFold.Fold(button.Name.Length > 0 ? button.Name : button.InnerText))).ToList() is [var only] ? only : null;
        return accept
            ? Only(Positive.Contains) ?? Only(name => name.Length > 0 && !Negative.Contains(name) && !Closing.Contains(name))
            : Only(name => Negative.Contains(name) && !Closing.Contains(name)) ?? Only(Negative.Contains) ?? Only(Closing.Contains);
    }
}
