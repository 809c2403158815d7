using Autonoma.Engine.Driving;
using Autonoma.Planner.Exploring.Experimenting;
using Autonoma.Planner.Exploring.Probing;

namespace Autonoma.Planner.Exploring;

/// <summary>
/// Looks through a running application: breadth first from one address, within one origin, a bounded number of pages and minutes. First all
/// pages are seen, then what is on them is tried, so that a short budget still ends in a whole map.
/// </summary>
public sealed class Explorer
{
    private readonly Func<CancellationToken, Task<ExploreSession>> _open;
    private readonly ExploreOptions _options;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly List<string> _leftOut = [];
    private readonly List<Standpoint> _onward = [];
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
        _open = open;
        _options = options;
        _time = time;
    }

    /// <summary>Told of each page that is looked at and each that is tried.</summary>
    public Action<string>? Progress { get; init; }

    /// <summary>Explores.</summary>
    /// <exception cref="NavigationFailedException">The start could not be opened.</exception>
    public async Task<Exploration> RunAsync(CancellationToken cancellationToken)
    {
        _started = _time.GetTimestamp();
        var survey = new PageSurvey(_options, GoesOn, Say);
        var first = Screen();
        await using (first.ConfigureAwait(false))
            await survey.RunAsync(first, cancellationToken).ConfigureAwait(false);
        _leftOut.AddRange(survey.LeftOut);
        var pages = survey.Pages.ToArray();
        // Pages of one route are alike: one of them is tried.
        var tried = Enumerable.Range(0, pages.Length).Where(i => Array.FindIndex(pages, page => page.Route == pages[i].Route) == i && pages[i].RedirectsTo is null).ToList();
        await EachAsync(tried, async (i, token) => pages[i] = await TryAsync(pages[i], i, survey, token).ConfigureAwait(false), i => pages[i].Route, cancellationToken).ConfigureAwait(false);
        var surround = new SurroundTrial(_options, survey, GoesOn);
        var around = await AroundAsync(surround, pages, cancellationToken).ConfigureAwait(false);
        var places = await GoOnAsync(pages, survey, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Start = _options.Start.ToString(),
            IsIsolated = _options.IsIsolated,
            Pages = [.. pages.Concat(places).Select(page => page with { IsGuarded = surround.Guarded.Contains(page.Address) })],
            Links = [.. survey.Links.Distinct()],
            Navigation = [.. survey.Navigation],
            NavigationForms = around,
            Experiments = surround.Found,
            LeftOut = [.. _leftOut.Distinct(StringComparer.Ordinal)],
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
        await EachAsync(lists, async (i, token) =>
        {
            Say($"turning the pages of {pages[i].Address}");
            var app = Screen();
            await using var closed = app.ConfigureAwait(false);
            var lab = new Laboratory(app, new(new Uri(_options.Start, pages[i].Address), [], pages[i].Route), GoesOn, token);
            if (await new TableProbe(lab).PageAsync().ConfigureAwait(false) is { } paging)
                pages[i] = pages[i] with { Tables = [pages[i].Tables[0] with { Paging = paging }, .. pages[i].Tables.Skip(1)], Experiments = [.. pages[i].Experiments, .. lab.Found.Select(found => found with { Scenario = scenario })] };
        }, i => pages[i].Route, cancellationToken).ConfigureAwait(false);
        return exploration with { Pages = pages, LeftOut = [.. _leftOut.Distinct(StringComparer.Ordinal)] };
    }

    private AppScreen Screen() => new(_open, _options, _time);

    private bool GoesOn() => _time.GetElapsedTime(_started) < _options.MaxTime;

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

    // One thing that cannot be looked at, or that takes its tab along, is no reason to lose what was found on the others.
    private Task EachAsync<T>(IEnumerable<T> things, Func<T, CancellationToken, Task> work, Func<T, string> route, CancellationToken cancellationToken)
        => Parallel.ForEachAsync(things, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, _options.Workers), CancellationToken = cancellationToken }, async (thing, token) =>
        {
            if (!GoesOn())
            {
                LeaveOut($"{route(thing)}: seen, but not tried: the time of {_options.MaxTime.TotalMinutes:0.#} min was up.");
                return;
            }

            try
            {
                await work(thing, token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is CommandFailedException or DriverLostException or NavigationFailedException)
            {
                LeaveOut($"{route(thing)}: seen, but not tried to the end: {e.Message}");
            }
        });

    private async Task<ExploredPage> TryAsync(ExploredPage page, int index, PageSurvey survey, CancellationToken cancellationToken)
    {
        Say($"trying {page.Address}");
        var app = Screen();
        await using var closed = app.ConfigureAwait(false);
        var lab = new Laboratory(app, new(new Uri(_options.Start, page.Address), [], page.Route), GoesOn, cancellationToken);
        return await RunAsync(lab, page, index, survey).ConfigureAwait(false);
    }

    private async Task<ExploredPage> RunAsync(Laboratory lab, ExploredPage page, int index, PageSurvey survey)
    {
        var trial = new PageTrial(lab, _options, survey);
        try
        {
            return await trial.RunAsync(page, index).ConfigureAwait(false);
        }
        catch (Exception e) when (e is CommandFailedException or DriverLostException)
        {
            LeaveOut($"{page.Route}: seen, but not tried to the end: {e.Message}");
            return trial.SoFar(page);
        }
        finally
        {
            lock (_gate)
            {
                _onward.AddRange(lab.Onward);
                _leftOut.AddRange(trial.Unsent.Select(form => $"{page.Route}: the form \"{form}\" was not sent: the data is not an environment's own."));
            }
        }
    }

    private async Task<IReadOnlyList<ExploredForm>> AroundAsync(SurroundTrial surround, ExploredPage[] pages, CancellationToken cancellationToken)
    {
        try
        {
            return await surround.RunAsync(Screen, () => new AppScreen(_options.SignedOut ?? _open, _options, _time), pages, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is CommandFailedException or DriverLostException or NavigationFailedException)
        {
            LeaveOut($"every page: what is around it was not tried to the end: {e.Message}");
            return surround.Forms;
        }
    }

    // What was done on one page has led on: to a cart that holds something, to the next page of a checkout. Each such place is a page of its own.
    private async Task<List<ExploredPage>> GoOnAsync(ExploredPage[] pages, PageSurvey survey, CancellationToken cancellationToken)
    {
        var known = pages.Where(page => page.RedirectsTo is null).Select(PageTrial.Signature).ToHashSet(StringComparer.Ordinal);
        var places = new List<ExploredPage>();
        var most = Math.Min(_options.MaxPlaces, _options.MaxPages - pages.Length);
        for (var depth = 0; depth < 8 && _onward.Count > 0 && places.Count < most; depth++)
        {
            var wave = _onward.OrderBy(place => place.Steps.Count).DistinctBy(place => (place.Route, place.Through is [var first, ..] ? first : null)).ToList();
            _onward.Clear();
            await EachAsync(wave, async (place, token) =>
            {
                var app = Screen();
                await using var closed = app.ConfigureAwait(false);
                var lab = new Laboratory(app, place, GoesOn, token);
                if (await lab.StandAsync().ConfigureAwait(false) is not { } screen)
                    return;
                var page = survey.Read(app, screen, place);
                lock (_gate)
                {
                    if (places.Count >= most || !known.Add(PageTrial.Signature(page)))
                        return;
                    places.Add(page);
                }

                Say($"trying {place.Route}, {place.Steps.Count} steps from {place.Start.PathAndQuery}");
                var done = await RunAsync(lab, page, 100 + places.Count, survey).ConfigureAwait(false);
                lock (_gate)
                    places[places.IndexOf(page)] = done;
            }, place => place.Route, cancellationToken).ConfigureAwait(false);
        }

        return [.. places.OrderBy(page => page.Address, StringComparer.Ordinal).ThenBy(page => page.Approach.Count)];
    }
}
