using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.Planner.Exploring.Probing;
using Autonoma.Planner.Exploring.Reading;

namespace Autonoma.Planner.Exploring;

/// <summary>
/// Looks through a running application: breadth first from one address, within one origin, a bounded number of pages and minutes. First all
/// pages are seen, then what is on them is tried, so that a short budget still ends in a whole map.
/// </summary>
public sealed class Explorer
{
    private readonly Func<CancellationToken, Task<IAppDriver>> _open;
    private readonly ExploreOptions _options;
    private readonly TimeProvider _time;
    private readonly RoutePattern _routes = new();
    private readonly List<string> _leftOut = [];
    private readonly List<ExploredPage> _pages = [];
    private readonly List<RouteLink> _links = [];
    private readonly List<ExploredForm> _around = [];
    private readonly Dictionary<string, ExploredLink> _navigation = new(StringComparer.Ordinal);
    private long _started;

    /// <summary>An explorer.</summary>
    /// <param name="open">
    /// Opens a session. Each page is tried in one of its own, so that a language that was chosen or a cart that was filled on one page
    /// changes nothing of what is found on the next.
    /// </param>
    /// <param name="options">How far it goes.</param>
    /// <param name="time">The clock.</param>
    public Explorer(Func<CancellationToken, Task<IAppDriver>> open, ExploreOptions options, TimeProvider time)
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
        var first = await _open(cancellationToken).ConfigureAwait(false);
        await using (first.ConfigureAwait(false))
            await SeeAsync(new(first, _options, _time), cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < _pages.Count; i++)
        {
            // Pages of one route are alike: one of them is tried.
            if (_pages.FindIndex(page => page.Route == _pages[i].Route) != i || _pages[i].RedirectsTo is not null)
                continue;
            if (!GoesOn())
            {
                _leftOut.Add($"{_pages[i].Route}: seen, but not tried: the time of {_options.MaxTime.TotalMinutes:0.#} min was up.");
                continue;
            }

            Progress?.Invoke($"trying {_pages[i].Address}");
            var driver = await _open(cancellationToken).ConfigureAwait(false);
            await using var closed = driver.ConfigureAwait(false);
            try
            {
                _pages[i] = await TryAsync(new(driver, _options, _time), _pages[i], i, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is CommandFailedException or DriverLostException)
            {
                // One page that cannot be looked at, or that takes its tab along, is no reason to lose what was found on the others.
                _leftOut.Add($"{_pages[i].Route}: seen, but not tried to the end: {e.Message}");
            }
        }

        await TryAroundAsync(cancellationToken).ConfigureAwait(false);

        return new()
        {
            Start = _options.Start.ToString(),
            IsIsolated = _options.IsIsolated,
            Pages = _pages,
            Links = [.. _links.Distinct()],
            Navigation = [.. _navigation.Values],
            NavigationForms = _around,
            LeftOut = [.. _leftOut.Distinct(StringComparer.Ordinal)],
        };
    }

    private bool GoesOn() => _time.GetElapsedTime(_started) < _options.MaxTime;

    private async Task SeeAsync(AppScreen app, CancellationToken cancellationToken)
    {
        var queue = new Queue<(Uri Address, string Text, string From)>([(_options.Start, "", "")]);
        var known = new HashSet<string>(StringComparer.Ordinal) { Key(_options.Start) };
        var samples = new Dictionary<string, int>(StringComparer.Ordinal);
        while (queue.TryDequeue(out var next))
        {
            var route = _routes.Of(next.Address);
            if (samples.GetValueOrDefault(route) >= _options.SamplesPerRoute)
                continue;
            if (_pages.Count >= _options.MaxPages || !GoesOn())
            {
                _leftOut.Add($"{route}: not looked at: {(_pages.Count >= _options.MaxPages ? $"{_options.MaxPages} pages were" : "the time was up")}.");
                continue;
            }

            samples[route] = samples.GetValueOrDefault(route) + 1;
            Progress?.Invoke($"looking at {next.Address.PathAndQuery}");
            if (await app.GoAsync(next.Address, cancellationToken).ConfigureAwait(false) is not { } screen)
            {
                if (_pages.Count == 0)
                    throw new NavigationFailedException($"{next.Address} could not be opened: is the application running?");
                _leftOut.Add($"{route}: {next.Address.PathAndQuery} could not be opened.");
                continue;
            }

            var naming = new Naming(app.Grounder, screen);
            var page = PageReader.Read(screen, route, next.Text, naming, _options.Start);
            var landed = Uri.TryCreate(screen.Url, UriKind.Absolute, out var url) ? url : next.Address;
            if (!PageReader.IsWithin(landed, _options.Start))
            {
                _leftOut.Add($"{route}: leads to {landed.GetLeftPart(UriPartial.Authority)}, which is not explored.");
                continue;
            }

            var landing = _routes.Of(landed);
            if (landing != route)
                page = page with { RedirectsTo = landing, Address = next.Address.PathAndQuery };
            _pages.Add(page with { Picture = await PictureAsync(app, _options.PictureFolder, _pages.Count, cancellationToken).ConfigureAwait(false) });
            if (_around.Count == 0 && page.RedirectsTo is null)
                _around.AddRange(FormReader.Read(screen, naming, around: true));
            foreach (var link in PageReader.Around(screen, naming, _options.Start))
                _navigation.TryAdd(link.Address, link);
            foreach (var link in PageReader.Links(screen, _options.Start))
                _routes.Add(new(link.Href), !ScreenParts.IsAround(link) && link.Ancestors().Any(above => above.Role is "row" or "listitem" or "article"));
            foreach (var link in PageReader.Links(screen, _options.Start))
            {
                var target = new Uri(new Uri(link.Href).GetLeftPart(UriPartial.Query));
                var text = Naming.Label(link);
                if (Caution.EndsSession(text, target.AbsolutePath))
                {
                    _leftOut.Add($"{_routes.Of(target)}: not opened: it ends the session.");
                    continue;
                }

                if (!_options.IsIsolated && Caution.IsDangerous(text) && target.Query.Length > 0)
                {
                    _leftOut.Add($"{target.PathAndQuery}: not opened: \"{text}\" sounds as if it changed something.");
                    continue;
                }

                _links.Add(new(landing, _routes.Of(target), text));
                // The same page with another query is the same page sorted or filtered otherwise: tried there.
                if (!known.Add(Key(target)))
                    continue;
                queue.Enqueue((target, text, landing));
            }
        }
    }

    private static string Key(Uri address) => address.AbsolutePath.TrimEnd('/');

    private async Task<ExploredPage> TryAsync(AppScreen app, ExploredPage page, int index, CancellationToken cancellationToken)
    {
        var address = new Uri(_options.Start, page.Address);
        if (await app.GoAsync(address, cancellationToken).ConfigureAwait(false) is not { } screen)
            return page;
        var probe = new ControlProbe(app, _options, address, cancellationToken);
        var controls = probe.List(screen, page.Forms);
        var forms = page.Forms.ToList();
        var found = new List<ExploredControl>();
        foreach (var control in controls)
        {
            if (control.Note.Length > 0 || found.Count(done => done.Note.Length == 0) >= _options.MaxTriesPerPage || !GoesOn())
            {
                found.Add(control.Note.Length > 0 ? control : control with { Note = "the page's number of tries, or the time, was used up" });
                continue;
            }

            var tried = await probe.TryAsync(control).ConfigureAwait(false);
            found.Add(tried.Control);
            forms.AddRange(tried.Forms.Where(form => forms.All(known => known.Name != form.Name || !known.Fields.Select(field => field.Label).SequenceEqual(form.Fields.Select(field => field.Label), StringComparer.Ordinal))));
        }

        var tables = new List<ExploredTable>();
        foreach (var table in page.Tables)
            tables.Add(tables.Count == 0 ? await new TableProbe(app, address, cancellationToken).TryAsync(table, forms, GoesOn).ConfigureAwait(false) : table);
        for (var i = 0; i < forms.Count; i++)
        {
            if (forms[i].Submit is null || forms[i].IsFilter || !GoesOn())
                continue;
            forms[i] = await SendAsync(app, address, page.Route, forms[i], (index * 7) + i, cancellationToken).ConfigureAwait(false);
        }

        return page with { Controls = found, Forms = forms, Tables = tables };
    }

    // What every page has is tried once, on the first.
    private async Task TryAroundAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < _around.Count; i++)
        {
            if (_around[i].Submit is null || _around[i].IsFilter || !GoesOn())
                continue;
            var driver = await _open(cancellationToken).ConfigureAwait(false);
            await using var closed = driver.ConfigureAwait(false);
            _around[i] = await SendAsync(new(driver, _options, _time), _options.Start, "every page", _around[i], 900 + (20 * i), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ExploredForm> SendAsync(AppScreen app, Uri address, string where, ExploredForm form, int seed, CancellationToken cancellationToken)
    {
        if (_options.IsIsolated)
            return await new FormProbe(app, address, cancellationToken).TryAsync(form, seed, GoesOn).ConfigureAwait(false);
        _leftOut.Add($"{where}: the form \"{form.Name}\" was not sent: the data is not an environment's own.");
        return form;
    }

    private static async Task<string?> PictureAsync(AppScreen app, string? to, int number, CancellationToken cancellationToken)
    {
        if (to is not { } folder)
            return null;
        Directory.CreateDirectory(folder);
        var picture = await app.Driver.Screen.CaptureAsync(cancellationToken).ConfigureAwait(false);
        var name = FormattableString.Invariant($"page-{number + 1:000}.jpeg");
        await File.WriteAllBytesAsync(Path.Combine(folder, name), picture.Bytes, cancellationToken).ConfigureAwait(false);
        return name;
    }
}
