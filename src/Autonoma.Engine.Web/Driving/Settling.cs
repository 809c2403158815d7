using System.Globalization;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Web.Observing;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Driving;

/// <summary>Waits until the active tab is at rest. The page decides; what it cannot see (its own replacement) is seen from here.</summary>
internal sealed class Settling(WebSession session)
{
    // Requests that recur by themselves were learnt in earlier documents of the session.
    private readonly HashSet<string> _ignored = [];

    // A script that is never answered (a tracker that is out) must not cost the whole cap; one that is there takes a moment to begin.
    private static readonly TimeSpan ScriptPatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ScriptStart = TimeSpan.FromMilliseconds(16);

    /// <summary>Returns at once when the page is at rest; gives up at the cap.</summary>
    public async Task<SettleResult> WaitAsync(TimeSpan cap, CancellationToken cancellationToken) => (await WaitAsync(cap, isLooking: false, cancellationToken).ConfigureAwait(false)).Result;

    /// <summary>The same, with what the page reported of itself at the moment when it was at rest; empty where it could not do both in one go.</summary>
    public Task<(SettleResult Result, WebTab Tab, string Report)> WaitAndLookAsync(TimeSpan cap, CancellationToken cancellationToken) => WaitAsync(cap, isLooking: true, cancellationToken);

    private async Task<(SettleResult Result, WebTab Tab, string Report)> WaitAsync(TimeSpan cap, bool isLooking, CancellationToken cancellationToken)
    {
        var time = session.Options.Time;
        var started = time.GetTimestamp();
        var patience = ScriptPatience;
        while (true)
        {
            var left = cap - time.GetElapsedTime(started);
            var tab = session.Active;
            if (left <= TimeSpan.Zero)
                return (new(false, time.GetElapsedTime(started), "navigation"), tab, "");
            var page = tab.Page;
            try
            {
                var answer = await AskAsync(tab, left, isLooking && tab.Requests.ScriptsLoaded is null, cancellationToken).ConfigureAwait(false);
                var report = answer.StartsWith('{') ? answer : "";
                var reason = report.Length > 0 ? "" : answer;
                if (reason.Length == 0 && patience > TimeSpan.Zero && tab.Requests.ScriptsLoaded is { } loaded)
                {
                    var since = time.GetTimestamp();
                    var most = left < patience ? left : patience;
                    await Task.WhenAny(loaded, Task.Delay(most, time, cancellationToken)).ConfigureAwait(false);
                    await Task.Delay(ScriptStart, time, cancellationToken).ConfigureAwait(false);
                    patience -= time.GetElapsedTime(since);
                    continue;
                }

                if (reason.Length > 0)
                    await LearnAsync(page, cancellationToken).ConfigureAwait(false);
                return (new(reason.Length == 0, time.GetElapsedTime(started), reason), tab, report);
            }
            catch (PlaywrightException e) when (Messages.SaysReplaced(e) || (page.IsClosed && session.Loss is null && session.Page != page))
            {
                await DocumentAsync(session.Page, cap - time.GetElapsedTime(started), cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                return (new(false, time.GetElapsedTime(started), "navigation"), tab, "");
            }
        }
    }

    // A reason why it is not at rest, or what the page reports of itself (an object in JSON), or nothing.
    private static async Task<string> AskAsync(WebTab tab, TimeSpan left, bool isLooking, CancellationToken cancellationToken)
    {
        var call = (isLooking ? tab.Frames.SettleAndLookCall((int)left.TotalMilliseconds) : null) ?? string.Create(CultureInfo.InvariantCulture, $"settle({(int)left.TotalMilliseconds})");
        // A script that blocks the page answers nothing at all: the cap holds all the same.
        return await tab.Frames.CallAsync<string>(tab.Page.MainFrame, call, cancellationToken).WaitAsync(left + TimeSpan.FromSeconds(1), cancellationToken).ConfigureAwait(false) ?? "";
    }

    private async Task LearnAsync(IPage page, CancellationToken cancellationToken)
    {
        try
        {
            _ignored.UnionWith(await session.Active.Frames.CallAsync<string[]>(page.MainFrame, "ignored()", cancellationToken).ConfigureAwait(false));
        }
        catch (PlaywrightException)
        {
            // Replaced meanwhile: it will be learnt again if it matters.
        }
    }

    private async Task DocumentAsync(IPage page, TimeSpan left, CancellationToken cancellationToken)
    {
        if (left <= TimeSpan.Zero)
            return;
        try
        {
            await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded, new() { Timeout = (float)left.TotalMilliseconds }).WaitAsync(cancellationToken).ConfigureAwait(false);
            if (_ignored.Count > 0)
                await session.Active.Frames.CallAsync<bool?>(page.MainFrame, "ignore(a)", cancellationToken, _ignored.ToArray()).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException)
        {
            // Asked again by the caller until the time is up.
        }
    }
}
