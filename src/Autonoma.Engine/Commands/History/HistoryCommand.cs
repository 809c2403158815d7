using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

internal sealed class HistoryCommand : Command<HistoryArguments>
{
    public override string Description => """
        history: goes back or forward in the history of the tab.
          forward: true to go forward, false to go back.
        """;

    protected override TimeSpan Limit(HistoryArguments arguments, RunOptions options) => options.NavigationTimeout + options.SettleCap + TimeSpan.FromSeconds(10);

    protected override async Task<CommandOutcome> RunAsync(HistoryArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var navigation = context.Driver.Navigation ?? throw new CommandFailure(FailureKind.Action, "This platform has no history to go through.");
        await context.ActingAsync(await context.LookAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        var moved = arguments.Forward
            ? await navigation.GoForwardAsync(cancellationToken).ConfigureAwait(false)
            : await navigation.GoBackAsync(cancellationToken).ConfigureAwait(false);
        if (!moved)
            throw new CommandFailure(FailureKind.Action, $"There is no page to go {(arguments.Forward ? "forward" : "back")} to in this tab.");
        context.Session.ForgetElements();
        return new($"went {(arguments.Forward ? "forward" : "back")} to {navigation.CurrentUrl}", navigation.CurrentUrl);
    }
}
