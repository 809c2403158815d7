using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.Planner.Exploring.Experimenting;
using Autonoma.Planner.Exploring.Probing;
using Autonoma.Planner.Exploring.Reading;
using Autonoma.Planner.Exploring.Working;

namespace Autonoma.Planner.Exploring;

/// <summary>Sees every page that links lead to, without touching anything.</summary>
internal sealed class PageSurvey(ExploreOptions options, Losses losses, Func<bool> goesOn, Action<string> say)
{
    private readonly RoutePattern _routes = new();
    private readonly Dictionary<string, ExploredLink> _navigation = new(StringComparer.Ordinal);

    public List<ExploredPage> Pages { get; } = [];

    public List<RouteLink> Links { get; } = [];

    public List<string> LeftOut { get; } = [];

    public IEnumerable<ExploredLink> Navigation => _navigation.Values;

    /// <summary>Forms that every page has.</summary>
    public List<ExploredForm> Around { get; } = [];

    /// <summary>Codes that stand in tables, by the last word of their column: what a field of that name takes.</summary>
    public IReadOnlyList<string> CodesFor(string label)
    {
        var word = label.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        return [.. Pages.SelectMany(page => page.Tables).SelectMany(table => table.Columns.Select((column, i) => (Column: column, Cells: table.Sample.Select(row => i < row.Count ? row[i] : "").ToList())))
            .Where(column => column.Column.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault()?.Equals(word, StringComparison.OrdinalIgnoreCase) == true && column.Cells.Count > 0 && column.Cells.All(IsCode))
            .SelectMany(column => column.Cells).Distinct(StringComparer.Ordinal).Take(3)];
    }

    private static bool IsCode(string text) => text.Length is >= 3 and <= 20 && !text.Any(char.IsWhiteSpace) && !text.Any(char.IsLower) && text.Any(char.IsUpper);

    /// <summary>The route of an address.</summary>
    public string RouteOf(Uri address) => _routes.Of(address);

    /// <summary>Where a page is tried: at its address, once it shows what it showed when it was seen.</summary>
    public Standpoint StandpointOf(ExploredPage page)
    {
        var (forms, tables, rows) = (page.Forms.Count, page.Tables.Count, page.Tables.Sum(table => table.Rows));
        return new(new Uri(options.Start, page.Address), [], page.Route)
        {
            IsWhole = screen => TableReader.Read(screen) is var now && now.Count >= tables && now.Sum(table => table.Rows) >= rows && screen.Tree.Nodes.Count(FormReader.IsField) >= forms,
        };
    }

    /// <summary>A place as it stands.</summary>
    public ExploredPage Read(AppScreen app, Observation screen, Standpoint place)
    {
        var route = Uri.TryCreate(screen.Url, UriKind.Absolute, out var url) ? _routes.Of(url) : place.Route;
        return PageReader.Read(screen, route, "", new(app.Grounder, screen), options.Start) with { Address = place.Start.PathAndQuery, Approach = [.. place.Steps.Select(app.Lasting)] };
    }

    /// <summary>Looks.</summary>
    /// <exception cref="NavigationFailedException">The start could not be opened.</exception>
    public async Task RunAsync(AppScreen app, CancellationToken cancellationToken)
    {
        await app.RenewAsync(cancellationToken).ConfigureAwait(false);
        var queue = new Queue<(Uri Address, string Text)>([(options.Start, "")]);
        var known = new HashSet<string>(StringComparer.Ordinal) { Key(options.Start) };
        // Where signing in has led to is where work begins, also when nothing public links there.
        var landed = await losses.OnceMoreAsync(app, options.Start.PathAndQuery, async () =>
        {
            if (app.IsSoiled)
                await app.RenewAsync(cancellationToken).ConfigureAwait(false);
            return await app.Driver.Screen.ObserveAsync(ObserveOptions.Default, cancellationToken).ConfigureAwait(false);
        }, null).ConfigureAwait(false);
        foreach (var further in options.Known.Prepend(Uri.TryCreate(landed?.Url, UriKind.Absolute, out var there) ? there : options.Start))
        {
            if (PageReader.IsWithin(further, options.Start) && known.Add(Key(further)))
                queue.Enqueue((further, ""));
        }

        var samples = new Dictionary<string, int>(StringComparer.Ordinal);
        while (queue.TryDequeue(out var next))
        {
            var route = _routes.Of(next.Address);
            if (samples.GetValueOrDefault(route) >= options.SamplesPerRoute)
                continue;
            if (Pages.Count >= options.MaxPages || !goesOn())
            {
                LeftOut.Add($"{route}: not looked at: {(Pages.Count >= options.MaxPages ? $"{options.MaxPages} pages were" : "the time was up")}.");
                continue;
            }

            samples[route] = samples.GetValueOrDefault(route) + 1;
            say($"looking at {next.Address.PathAndQuery}");
            if (await SeeAsync(app, next.Address, cancellationToken).ConfigureAwait(false) is not { } screen)
            {
                if (Pages.Count == 0)
                    throw losses.LeftOut is [var lost, ..] ? new DriverLostException(lost) : new NavigationFailedException($"{next.Address} could not be opened: is the application running?");
                LeftOut.Add($"{route}: {next.Address.PathAndQuery} could not be opened.");
                continue;
            }

            var naming = new Naming(app.Grounder, screen);
            var page = PageReader.Read(screen, route, next.Text, naming, options.Start);
            var at = Uri.TryCreate(screen.Url, UriKind.Absolute, out var url) ? url : next.Address;
            if (!PageReader.IsWithin(at, options.Start))
            {
                LeftOut.Add($"{route}: leads to {at.GetLeftPart(UriPartial.Authority)}, which is not explored.");
                continue;
            }

            var landing = _routes.Of(at);
            if (landing != route)
                page = page with { RedirectsTo = landing, Address = next.Address.PathAndQuery };
            Pages.Add(page with { Picture = await PictureAsync(app, Pages.Count, cancellationToken).ConfigureAwait(false) });
            if (Around.Count == 0 && page.RedirectsTo is null)
                Around.AddRange(FormReader.Read(screen, naming, around: true));
            foreach (var link in PageReader.Around(screen, naming, options.Start))
                _navigation.TryAdd(link.Address, link);
            Follow(screen, landing, known, queue);
        }
    }

    // A page that takes its tab along costs that page alone.
    private Task<Observation?> SeeAsync(AppScreen app, Uri address, CancellationToken cancellationToken) => losses.OnceMoreAsync(app, address.PathAndQuery, async () =>
    {
        if (app.IsSoiled)
            await app.RenewAsync(cancellationToken).ConfigureAwait(false);
        return await app.GoAsync(address, cancellationToken).ConfigureAwait(false) is { } screen ? await app.RestAsync(screen, null, cancellationToken).ConfigureAwait(false) : null;
    }, null);

    private void Follow(Observation screen, string landing, HashSet<string> known, Queue<(Uri Address, string Text)> queue)
    {
        foreach (var link in PageReader.Links(screen, options.Start))
            _routes.Add(new(link.Href), !ScreenParts.IsAround(link) && link.Ancestors().Any(above => above.Role is "row" or "listitem" or "article"));
        foreach (var link in PageReader.Links(screen, options.Start))
        {
            var target = new Uri(new Uri(link.Href).GetLeftPart(UriPartial.Query));
            var text = Naming.Label(link);
            if (Caution.EndsSession(text, target.AbsolutePath))
            {
                LeftOut.Add($"{_routes.Of(target)}: not opened: it ends the session.");
                continue;
            }

            if (!options.IsIsolated && Caution.IsDangerous(text) && target.Query.Length > 0)
            {
                LeftOut.Add($"{target.PathAndQuery}: not opened: \"{text}\" sounds as if it changed something.");
                continue;
            }

            Links.Add(new(landing, _routes.Of(target), text));
            // The same page with another query is the same page sorted or filtered otherwise: tried there.
            if (known.Add(Key(target)))
                queue.Enqueue((target, text));
        }
    }

    private static string Key(Uri address) => address.AbsolutePath.TrimEnd('/');

    // Of a tab that is lost there is none any more.
    private static async Task<Screenshot?> Picture(AppScreen app, CancellationToken cancellationToken) => app.IsSoiled ? null : await app.Driver.Screen.CaptureAsync(cancellationToken).ConfigureAwait(false);

    private async Task<string?> PictureAsync(AppScreen app, int number, CancellationToken cancellationToken)
    {
        if (options.PictureFolder is not { } folder)
            return null;
        Directory.CreateDirectory(folder);
        if (await losses.OnceMoreAsync(app, "a picture", () => Picture(app, cancellationToken), null).ConfigureAwait(false) is not { } picture)
            return null;
        var name = FormattableString.Invariant($"page-{number + 1:000}.jpeg");
        await File.WriteAllBytesAsync(Path.Combine(folder, name), picture.Bytes, cancellationToken).ConfigureAwait(false);
        return name;
    }
}
