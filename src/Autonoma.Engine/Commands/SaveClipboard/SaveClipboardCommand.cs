using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

internal sealed class SaveClipboardCommand : Command<SaveClipboardArguments>
{
    public override string Description => """
        save-clipboard: keeps the text of the clipboard in a variable.
          variable: bare name of the variable.
        """;

    public override bool Acts => false;

    protected override async Task<CommandOutcome> RunAsync(SaveClipboardArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var clipboard = context.Driver.Clipboard ?? throw new CommandFailure(FailureKind.Action, "The clipboard cannot be read on this platform.");
        var pace = context.StartPace(TimeSpan.FromSeconds(1));
        while (true)
        {
            // Copying is asynchronous in most apps: the click that copies returns before the text is there.
            var text = await clipboard.ReadTextAsync(cancellationToken).ConfigureAwait(false);
            if (text.Length > 0)
            {
                context.Session.Memory.Set(arguments.Variable, text);
                return new($"kept \"{Wording.Short(text)}\" from the clipboard as {{{{{arguments.Variable}}}}}", text);
            }

            if (pace.IsOver)
                throw new CommandFailure(FailureKind.Action, "The clipboard holds no text. Did the step before copy something?");
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
