using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Commands;

internal sealed class SelectCommand : Command<SelectArguments>
{
    public override string Description => """
        select: chooses an option of a select, combobox, list, dropdown, date picker, or group of radio buttons or chips.
          target: description of the control; leave out when the option alone is named. option: as shown on the screen.
        """;

    protected override TimeSpan Limit(SelectArguments arguments, Running.RunOptions options) => base.Limit(arguments, options) + options.StepTimeout;

    protected override async Task<CommandOutcome> RunAsync(SelectArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var option = Quotes.Unquote(context.Value(arguments.Option));
        if (arguments.Target is not { } description)
            return await LoneOption.ChooseAsync(context, arguments.Option, option, cancellationToken).ConfigureAwait(false);
        var target = await TargetFinder.FindAsync(context, description, GroundingPurpose.Select, cancellationToken).ConfigureAwait(false);
        return await Choosing.ChooseAsync(context, target, option, cancellationToken).ConfigureAwait(false);
    }
}
