using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

internal sealed class NavigateCommand : Command<NavigateArguments>
{
    public override string Description => """
        navigate: opens an address in the current tab and waits until it is loaded.
          url: full URL, bare host (example.com) or path relative to the current page (/orders).
        """;

    protected override TimeSpan Limit(NavigateArguments arguments, RunOptions options) => options.NavigationTimeout + options.SettleCap + TimeSpan.FromSeconds(10);

    protected override async Task<CommandOutcome> RunAsync(NavigateArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var navigation = context.Driver.Navigation ?? throw new CommandFailure(FailureKind.Action, "This platform has no addresses to go to.");
        var url = StartAddress.Follow(context.Value(arguments.Url), navigation.CurrentUrl, context.Options.BaseUrl);
        await context.ActingAsync(await context.LookAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        try
        {
            await Deadline.RunAsync(token => navigation.GoToAsync(url, token), context.Options.NavigationTimeout, context.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (DeadlineException)
        {
            throw new CommandFailure(FailureKind.App, $"{url} did not finish loading within {Wording.Of(context.Options.NavigationTimeout)}.");
        }

        context.Session.ForgetElements();
        return new($"went to {url}", navigation.CurrentUrl);
    }
}
