using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

internal sealed class RefreshCommand : Command<RefreshArguments>
{
    public override string Description => "refresh: loads the current page again. No parameters.";

    protected override TimeSpan Limit(RefreshArguments arguments, RunOptions options) => options.NavigationTimeout + options.SettleCap + TimeSpan.FromSeconds(10);

    protected override async Task<CommandOutcome> RunAsync(RefreshArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var navigation = context.Driver.Navigation ?? throw new CommandFailure(FailureKind.Action, "This platform has no pages to load again.");
        await context.ActingAsync(await context.LookAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        await navigation.ReloadAsync(cancellationToken).ConfigureAwait(false);
        context.Session.ForgetElements();
        return new($"loaded {navigation.CurrentUrl} again", navigation.CurrentUrl);
    }
}
