using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

internal sealed class TabCommand : Command<TabArguments>
{
    private static readonly char[] Space = [' '];

    public override string Description => """
        tab: switches to a tab or window of the browser, or closes one.
          action: switch or close. which: new, previous, first, last, a number, or words of the title or address; leave out for the current one.
        """;

    // A new tab is new since the action that opened it: switching to it must not start a new record.
    public override bool Acts => false;

    protected override async Task<CommandOutcome> RunAsync(TabArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var tabs = context.Driver.Tabs ?? throw new CommandFailure(FailureKind.Action, "This platform has no tabs.");
        var which = arguments.Which is null ? null : Quotes.Unquote(context.Value(arguments.Which));
        var pace = context.StartPace(context.Options.StepTimeout);
        int index;
        while (true)
        {
            (index, var why) = await FindAsync(which, tabs, context, cancellationToken).ConfigureAwait(false);
            if (index >= 0)
                break;
            if (pace.IsOver)
                throw new CommandFailure(FailureKind.Action, $"{why} Open: {string.Join(", ", tabs.List().Select((tab, i) => $"{i + 1}. \"{Wording.Short(tab.Title)}\" ({tab.Url})"))}.");
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }

        var tab = tabs.List()[index];
        if (arguments.Action == TabAction.Close)
        {
            if (tabs.List().Count == 1)
                throw new CommandFailure(FailureKind.Action, "Only one tab is open: closing it would end the run.");
            await tabs.CloseAsync(index, cancellationToken).ConfigureAwait(false);
            context.Session.PreviousTab = -1;
        }
        else
        {
            context.Session.PreviousTab = ActiveIndex(tabs.List());
            if (!tab.IsActive)
                await tabs.SwitchToAsync(index, cancellationToken).ConfigureAwait(false);
        }

        context.Session.ForgetElements();
        await context.SettleAsync(cancellationToken).ConfigureAwait(false);
        return new($"{(arguments.Action == TabAction.Close ? "closed" : "switched to")} tab {index + 1}, \"{Wording.Short(tab.Title)}\"", tab.Url);
    }

    private static async Task<(int Index, string Why)> FindAsync(string? which, ITabsDriver tabs, CommandContext context, CancellationToken cancellationToken)
    {
        var list = tabs.List();
        var words = TextFold.Fold(which).Split(Space, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word is not ("the" or "tab" or "window" or "browser" or "page" or "newly" or "opened" or "a")).ToArray();
        var text = string.Join(' ', words);
        switch (text)
        {
            case "" or "current" or "active" or "this":
                return which is not null && TextFold.Fold(which).Contains("newly", StringComparison.Ordinal)
                    ? await NewAsync(tabs, context, cancellationToken).ConfigureAwait(false)
                    : (ActiveIndex(list), "No tab is active.");
            case "new" or "popup" or "pop-up" or "other" when text != "other" || list.Count != 2:
                return await NewAsync(tabs, context, cancellationToken).ConfigureAwait(false);
            case "other":
                return (1 - ActiveIndex(list), "");
            case "first" or "original" or "main" or "initial" or "parent":
                return (0, "");
            case "last" or "newest" or "latest":
                return (list.Count - 1, "");
            case "previous" or "prior" or "earlier" or "back":
                return context.Session.PreviousTab >= 0 && context.Session.PreviousTab < list.Count
                    ? (context.Session.PreviousTab, "")
                    : (ActiveIndex(list) > 0 ? ActiveIndex(list) - 1 : -1, "There is no previous tab.");
            case "next":
                return (ActiveIndex(list) + 1 < list.Count ? ActiveIndex(list) + 1 : -1, "There is no next tab.");
            default:
                return ByNumberOrTitle(text, Quotes.Unquote(which!), list);
        }
    }

    private static (int Index, string Why) ByNumberOrTitle(string text, string title, IReadOnlyList<TabInfo> list)
    {
        if (NumberWords.TryOrdinal(text, out var number) || NumberWords.TryCardinal(text, out number))
            return number >= 1 && number <= list.Count ? (number - 1, "") : (-1, $"There is no tab number {number}.");
        var folded = TextFold.Fold(title);
        foreach (var fits in new Func<TabInfo, bool>[]
        {
            tab => TextFold.Fold(tab.Title) == folded,
            tab => TextFold.Fold(tab.Title).Contains(folded, StringComparison.Ordinal),
            tab => TextFold.Fold(tab.Title).Contains(text, StringComparison.Ordinal),
            tab => tab.Url.Contains(text, StringComparison.OrdinalIgnoreCase),
        })
        {
            var found = list.Index().Where(pair => fits(pair.Item)).Select(pair => pair.Index).ToList();
            if (found.Count == 1)
                return (found[0], "");
            if (found.Count > 1)
                return (-1, $"Several tabs fit \"{title}\".");
        }

        return (-1, $"No tab has \"{title}\" in its title or address.");
    }

    private static async Task<(int Index, string Why)> NewAsync(ITabsDriver tabs, CommandContext context, CancellationToken cancellationToken)
    {
        // The wait is short because the caller repeats it until the time for the step is over.
        var index = await tabs.WaitForNewAsync(TimeSpan.FromMilliseconds(250), cancellationToken).ConfigureAwait(false);
        return (index, $"No new tab opened within {Wording.Of(context.Options.StepTimeout)}.");
    }

    private static int ActiveIndex(IReadOnlyList<TabInfo> list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].IsActive)
                return i;
        }

        return -1;
    }
}
