using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Web.Driving;

/// <summary>Tabs and windows of the session.</summary>
internal sealed class WebTabsDriver(WebSession session) : ITabsDriver
{
    /// <inheritdoc/>
    public IReadOnlyList<TabInfo> List()
    {
        var active = session.Active;
        return [.. session.Tabs.Select(tab => new TabInfo(tab.Title, tab.Page.Url, ReferenceEquals(tab, active), tab.IsNew))];
    }

    /// <inheritdoc/>
    public Task SwitchToAsync(int index, CancellationToken cancellationToken) => session.CallAsync(
        async () =>
        {
            var tab = At(index);
            session.Activate(tab);
            await tab.Page.BringToFrontAsync().ConfigureAwait(false);
            tab.Title = await tab.Page.TitleAsync().ConfigureAwait(false);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task CloseAsync(int index, CancellationToken cancellationToken) => session.CallAsync(
        async () =>
        {
            if (session.Tabs.Count == 1)
                throw new CommandFailedException("The only tab cannot be closed: the session would end with it.");
            var tab = At(index);
            await tab.Page.CloseAsync().ConfigureAwait(false);
            await session.Page.BringToFrontAsync().ConfigureAwait(false);
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<int> WaitForNewAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        session.ThrowIfLost();
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Noticed(WebTab tab) => opened.TrySetResult();
        session.TabOpened += Noticed;
        try
        {
            if (Newest() is var known and >= 0)
                return known;
            await session.CallAsync(() => opened.Task.WaitAsync(timeout, session.Options.Time, cancellationToken), cancellationToken).ConfigureAwait(false);
            return Newest();
        }
        catch (TimeoutException)
        {
            return -1;
        }
        finally
        {
            session.TabOpened -= Noticed;
        }
    }

    private int Newest()
    {
        var tabs = session.Tabs;
        for (var i = tabs.Count - 1; i >= 0; i--)
        {
            if (tabs[i].IsNew)
                return i;
        }

        // One that the step before opened and nobody went to yet is still the new one.
        for (var i = tabs.Count - 1; i >= 0; i--)
        {
            if (!tabs[i].WasActive)
                return i;
        }

        return -1;
    }

    private WebTab At(int index)
    {
        var tabs = session.Tabs;
        return index >= 0 && index < tabs.Count ? tabs[index] : throw new CommandFailedException($"There is no tab number {index + 1}: {tabs.Count} {(tabs.Count == 1 ? "is" : "are")} open.");
    }
}
