using System.Globalization;
using Autonoma.Engine.Driving;
using Autonoma.Planner.Exploring.Experimenting;
using Autonoma.Planner.Exploring.Probing;
using Autonoma.Planner.Exploring.Working;

namespace Autonoma.Planner.Exploring;

/// <summary>
/// Looks through a running application: breadth first from one address, within one origin, a bounded number of pages and minutes. First all
/// pages are seen, then what is on them is tried, so that a short budget still ends in a whole map.
/// </summary>
public sealed class Explorer
{
    private const int Deepest = 8;

    private readonly ExploreOptions _options;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly List<string> _leftOut = [];
    private readonly Losses _losses;
    private readonly SessionsAhead _sessions;
    private readonly SessionsAhead _signedOut;
    private long _started;

    /// <summary>An explorer.</summary>
    /// <param name="open">
    /// Opens a session. Each page is tried in one of its own, so that a language that was chosen or a cart that was filled on one page
    /// changes nothing of what is found on the next; after something was changed, a new one is opened.
    /// </param>
    /// <param name="options">How far it goes.</param>
    /// <param name="time">The clock.</param>
    public Explorer(Func<CancellationToken, Task<ExploreSession>> open, ExploreOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _time = time;
        _losses = new(Say, Math.Max(1, options.Workers));
        _sessions = new(open, options.Workers > 1 ? options.Workers : 0);
        _signedOut = new(options.SignedOut ?? open, 0);
    }

    /// <summary>Told of each page that is looked at and each that is tried.</summary>
    public Action<string>? Progress { get; init; }

    /// <summary>Explores.</summary>
    /// <exception cref="NavigationFailedException">The start could not be opened.</exception>
    public async Task<Exploration> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ExploreAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await _sessions.CloseAllAsync().ConfigureAwait(false);
        }
    }

    private async Task<Exploration> ExploreAsync(CancellationToken cancellationToken)
    {
        _started = _time.GetTimestamp();
        var survey = new PageSurvey(_options, _losses, GoesOn, Say);
        var first = Screen();
        await using (first.ConfigureAwait(false))
            await survey.RunAsync(first, cancellationToken).ConfigureAwait(false);
        _leftOut.AddRange(survey.LeftOut);
        var pages = survey.Pages.ToArray();
        var surround = new SurroundTrial(_options, survey, _losses, GoesOn);
        using var queue = new WorkQueue(_options.Workers);
        var places = new FurtherPlaces(pages, Math.Min(_options.MaxPlaces, _options.MaxPages - pages.Length), Deepest);
        IReadOnlyList<ExploredForm> around = [];
        queue.Add(Urgency.Pages, async token => around = await AroundAsync(surround, pages, token).ConfigureAwait(false));
        // Pages of one route are alike: one of them is tried. Where it starts comes first, because most ways lead on from there; then what takes little time before what takes
        // much, so that when the time is up a few large pages lack something, and not many small ones everything.
        var tried = Enumerable.Range(0, pages.Length).Where(i => Array.FindIndex(pages, page => page.Route == pages[i].Route) == i && pages[i].RedirectsTo is null);
        foreach (var i in tried.OrderBy(i => i > 0).ThenBy(i => Work(pages[i])))
        {
            Add(queue, Urgency.Pages, pages[i].Route, async token =>
            {
                Say($"trying {pages[i].Address}");
                await AtAsync(survey.StandpointOf(pages[i]), survey, pages[i].Route, async (lab, trial) => pages[i] = await FoundAsync(trial, pages[i], () => trial.RunAsync(pages[i], i)).ConfigureAwait(false), onward => GoOn(queue, places, survey, onward), token).ConfigureAwait(false);
            });
        }

        await queue.RunAsync(cancellationToken).ConfigureAwait(false);
        return new()
        {
            Start = _options.Start.ToString(),
            IsIsolated = _options.IsIsolated,
            Pages = [.. pages.Concat(places.Found).Select(page => page with { IsGuarded = surround.Guarded.Contains(page.Address) })],
            Links = [.. survey.Links.Distinct()],
            Navigation = [.. survey.Navigation],
            NavigationForms = around,
            Experiments = surround.Found,
            LeftOut = [.. _leftOut.Concat(_losses.LeftOut).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>Turns the pages of lists that were too short for it when the application was explored, with a scenario that holds more records.</summary>
    /// <param name="exploration">What was found. Lists that are reached by their address are tried.</param>
    /// <param name="scenario">What the sessions of this explorer hold.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Exploration> TurnPagesAsync(Exploration exploration, string scenario, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(exploration);
        _started = _time.GetTimestamp();
        _leftOut.AddRange(exploration.LeftOut);
        var pages = exploration.Pages.ToArray();
        var lists = Enumerable.Range(0, pages.Length).Where(i => pages[i] is { RedirectsTo: null, Approach.Count: 0, Tables.Count: > 0 } && pages[i].Tables.All(table => table.Paging is null) && !pages[i].Route.Contains('{', StringComparison.Ordinal)).DistinctBy(i => pages[i].Route).ToList();
        // Turning pages changes nothing: one session, which takes its time to be made, is enough for all lists.
        var app = Screen();
        await using (app.ConfigureAwait(false))
        {
            using var queue = new WorkQueue(1);
            foreach (var i in lists)
            {
                Add(queue, Urgency.Pages, pages[i].Route, async token =>
                {
                    Say($"turning the pages of {pages[i].Address}");
                    var lab = new Laboratory(app, new(new Uri(_options.Start, pages[i].Address), [], pages[i].Route), GoesOn, token);
                    if (await _losses.OnceMoreAsync(app, pages[i].Route, () => new TableProbe(lab).PageAsync(), null).ConfigureAwait(false) is { } paging)
                        pages[i] = pages[i] with { Tables = [pages[i].Tables[0] with { Paging = paging }, .. pages[i].Tables.Skip(1)], Experiments = [.. pages[i].Experiments, .. lab.Found.Select(found => found with { Scenario = scenario })] };
                });
            }

            await queue.RunAsync(cancellationToken).ConfigureAwait(false);
        }

        await _sessions.CloseAllAsync().ConfigureAwait(false);
        return exploration with { Pages = pages, LeftOut = [.. _leftOut.Concat(_losses.LeftOut).Distinct(StringComparer.Ordinal)] };
    }

    private static int Work(ExploredPage page) => page.Forms.Sum(form => form.Fields.Count) + (4 * page.Tables.Count) + page.Tabs.Count;

    private AppScreen Screen() => new(_sessions, _options, _time);

    private bool GoesOn() => _losses.GivenUp is null && _time.GetElapsedTime(_started) < _options.MaxTime;

    private void Say(string line)
    {
        lock (_gate)
            Progress?.Invoke(line);
    }

    private void LeaveOut(string reason)
    {
        lock (_gate)
            _leftOut.Add(reason);
    }

    // One thing that cannot be looked at is no reason to lose what was found on the others.
    private void Add(WorkQueue queue, int urgency, string route, Func<CancellationToken, Task> work) => queue.Add(urgency, async token =>
    {
        if (!GoesOn())
        {
            if (_losses.GivenUp is null)
                LeaveOut(string.Create(CultureInfo.InvariantCulture, $"{route}: seen, but not tried: the time of {_options.MaxTime.TotalMinutes:0.#} min was up."));
            return;
        }

        try
        {
            await work(token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is CommandFailedException or DriverLostException or NavigationFailedException)
        {
            LeaveOut($"{route}: seen, but not tried to the end: {e.Message}");
        }
    });

    // Something at a place of the application, in a session of its own; what it leads to is told to whoever goes on there.
    private async Task AtAsync(Standpoint place, PageSurvey survey, string route, Func<Laboratory, PageTrial, Task> work, Action<IReadOnlyList<Standpoint>> goOn, CancellationToken cancellationToken)
    {
        var app = Screen();
        await using var closed = app.ConfigureAwait(false);
        var lab = new Laboratory(app, place, GoesOn, cancellationToken);
        var trial = new PageTrial(lab, _options, survey, _losses);
        try
        {
            await work(lab, trial).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _leftOut.AddRange(lab.Remarks.Select(remark => $"{route}: {remark}"));
                _leftOut.AddRange(trial.Unsent.Select(form => $"{route}: the form \"{form}\" was not sent: the data is not an environment's own."));
            }

            goOn(lab.Onward);
        }
    }

    private async Task<ExploredPage> FoundAsync(PageTrial trial, ExploredPage page, Func<Task<ExploredPage>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is CommandFailedException or DriverLostException)
        {
            LeaveOut($"{page.Route}: seen, but not tried to the end: {e.Message}");
            return trial.SoFar(page);
        }
    }

    private async Task<IReadOnlyList<ExploredForm>> AroundAsync(SurroundTrial surround, ExploredPage[] pages, CancellationToken cancellationToken)
    {
        try
        {
            return await surround.RunAsync(Screen, () => new AppScreen(_signedOut, _options, _time), [.. pages], cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is CommandFailedException or DriverLostException or NavigationFailedException)
        {
            LeaveOut($"every page: what is around it was not tried to the end: {e.Message}");
            return surround.Forms;
        }
    }

    // What was done on one page has led on: to a cart that holds something, to the next page of a checkout. Each such place is a page of its own, and before
    // anything else is tried it is seen where it leads to: the end of a long way is what nobody else gets to.
    private void GoOn(WorkQueue queue, FurtherPlaces places, PageSurvey survey, IReadOnlyList<Standpoint> onward)
    {
        foreach (var place in places.Worth(onward))
        {
            Add(queue, Urgency.Onward, place.Route, token => AtAsync(place, survey, place.Route, async (lab, trial) =>
            {
                if (await _losses.OnceMoreAsync(lab.App, place.Route, () => lab.StandAsync(), null).ConfigureAwait(false) is not { } screen || places.Add(survey.Read(lab.App, screen, place)) is not { } index)
                    return;
                Say($"looking at {place.Route}, {place.Steps.Count} steps from {place.Start.PathAndQuery}");
                var page = places[index];
                places[index] = await FoundAsync(trial, page, () => trial.ScoutAsync(page, 100 + index)).ConfigureAwait(false);
                Add(queue, Urgency.Details, place.Route, token => AtAsync(place, survey, place.Route, async (_, details) =>
                {
                    Say($"trying {place.Route}, {place.Steps.Count} steps from {place.Start.PathAndQuery}");
                    places.Fill(index, await FoundAsync(details, page, () => details.RunAsync(page, 100 + index)).ConfigureAwait(false));
                }, further => GoOn(queue, places, survey, further), token));
            }, further => GoOn(queue, places, survey, further), token));
        }
    }

    /// <summary>What comes before what.</summary>
    private static class Urgency
    {
        public const int Onward = 0;
        public const int Pages = 1;
        public const int Details = 2;
    }
}
