using System.Text.RegularExpressions;
using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

internal sealed partial class DialogCommand : Command<DialogArguments>
{
    public override string Description => """
        dialog: answers a native dialog (alert, confirm, prompt) that an action opens; also a dialog drawn by the page with one clear button.
          accept: true for OK, false for Cancel. text: the answer to a prompt.
        """;

    // The answer was laid down before the action that opened the dialog: this command looks whether it came, and how it was answered.
    public override bool Acts => false;

    protected override async Task<CommandOutcome> RunAsync(DialogArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var asked = new DialogAnswer(arguments.Accept, arguments.Text is null ? null : context.Value(arguments.Text));
        var dialogs = context.Driver.Dialogs;
        if (dialogs is not null && Announces().IsMatch(context.Sentence) && NextUnaccounted(context, dialogs) is null)
        {
            context.Session.AnnouncedDialogs.Add(asked);
            return new($"the next dialog will be {(asked.Accept ? "accepted" : "dismissed")}");
        }

        var pace = context.StartPace(context.Options.StepTimeout);
        while (true)
        {
            if (dialogs is not null && NextUnaccounted(context, dialogs) is { } dialog)
            {
                if (dialog.Answer is { } given)
                    return Accounted(context, dialog, given, asked);
            }
            else if (await PageDialog.TryAnswerAsync(context, asked, cancellationToken).ConfigureAwait(false) is { } outcome)
            {
                return outcome;
            }

            if (pace.IsOver)
                throw new CommandFailure(FailureKind.Action, $"No dialog opened that could be {(asked.Accept ? "accepted" : "dismissed")} within {Wording.Of(pace.Timeout)}: neither a native one nor one drawn by the page with a clear button for it.");
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static Observing.DialogInfo? NextUnaccounted(CommandContext context, IDialogsDriver dialogs)
    {
        var seen = dialogs.Seen;
        return seen.Count > context.Session.DialogsAnswered ? seen[context.Session.DialogsAnswered] : null;
    }

    private static CommandOutcome Accounted(CommandContext context, Observing.DialogInfo dialog, DialogAnswer given, DialogAnswer asked)
    {
        context.Session.DialogsAnswered++;
        var says = $"{dialog.Kind} \"{Wording.Short(dialog.Message)}\"";
        if (given.Accept != asked.Accept && dialog.Kind != "alert")
            throw new CommandFailure(FailureKind.Action, $"The {says} was {(given.Accept ? "accepted" : "dismissed")} before this step asked to {(asked.Accept ? "accept" : "dismiss")} it. Put the step right after the action that opens the dialog.");
        if (asked is { Accept: true, Text: { } text } && dialog.Kind == "prompt" && given.Text != text)
            throw new CommandFailure(FailureKind.Action, $"The {says} was answered before this step gave its answer. Put the step right after the action that opens the dialog.");
        if (asked.Text is not null && dialog.Kind != "prompt")
            throw new CommandFailure(FailureKind.Action, $"The {says} takes no text.");
        return new($"{(asked.Accept ? "accepted" : "dismissed")} the {says}", dialog.Message);
    }

    [GeneratedRegex(@"\b(next|upcoming|following|when(ever)?|will|once)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Announces();
}
