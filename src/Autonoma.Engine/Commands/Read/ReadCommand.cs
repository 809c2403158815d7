using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

internal sealed class ReadCommand : Command<ReadArguments>
{
    public override string Description => """
        read: reads a value or text off the screen into a variable.
          target: description of what is read ("value of the Reference field", "invoice number"). variable: bare name of the variable.
        """;

    public override bool Acts => false;

    protected override async Task<CommandOutcome> RunAsync(ReadArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var (words, part) = ReadText.Split(arguments.Target);
        var pace = context.StartPace(context.Options.AssertionTimeout);
        while (true)
        {
            var target = await TargetFinder.FindAsync(context, words, GroundingPurpose.Read, cancellationToken).ConfigureAwait(false);
            if (target.Node.IsPassword)
                throw new CommandFailure(FailureKind.Action, "The content of a password field is never read.");
            var text = ReadText.Of(target.Node, context.Words(words), part);
            if (text.Length > 0)
            {
                context.Session.Memory.Set(arguments.Variable, text);
                return new($"read \"{Wording.Short(text)}\" from {Wording.Of(target.Node)} as {{{{{arguments.Variable}}}}}", text);
            }

            // A check against nothing would hold for everything.
            if (pace.IsOver)
                throw new CommandFailure(FailureKind.Action, Why(target.Node, arguments.Variable));
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Why(UiNode node, string variable) => node.Role == "columnheader" ? $"{Wording.Of(node)} is the head of a column: say of which row its value is to be kept as {{{{{variable}}}}}."
        : node.InnerText.Trim().Length > 0 || node.IsText ? $"{Wording.Of(node)} is a label, and no value stands beside it to keep as {{{{{variable}}}}}. To keep its own words, say \"the text of\" it."
        : $"{Wording.Of(node)} holds no text to keep as {{{{{variable}}}}}.";
}
