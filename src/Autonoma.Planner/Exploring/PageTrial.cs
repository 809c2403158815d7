using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.Planner.Exploring.Experimenting;
using Autonoma.Planner.Exploring.Probing;
using Autonoma.Planner.Exploring.Reading;
using Autonoma.Planner.Exploring.Working;

namespace Autonoma.Planner.Exploring;

/// <summary>Tries what is on one page: its controls, its table, its forms, the links that lead on.</summary>
internal sealed class PageTrial(Laboratory lab, ExploreOptions options, PageSurvey survey, Losses losses)
{
    private const int MostLinks = 6;
    private readonly List<ExploredControl> _controls = [];
    private readonly List<ExploredTable> _tables = [];
    private readonly List<ExploredForm> _forms = [];
    private bool _known;

    /// <summary>Forms that were not sent, because the data is somebody's.</summary>
    public List<string> Unsent { get; } = [];

    /// <summary>What tells pages apart that were reached in different ways: route, fields, and what can be pressed.</summary>
    public static string Signature(ExploredPage page) => $"{page.Route}|{string.Join(',', page.Forms.SelectMany(form => form.Fields).Select(field => field.Label))}|{page.Tables.Count}|{string.Join(',', page.Links.Select(link => link.Address.Split('?')[0]).Distinct().Take(6))}";

    /// <summary>The page with what was found until now.</summary>
    public ExploredPage SoFar(ExploredPage page) => page with { Controls = _controls, Forms = _known ? _forms : page.Forms, Tables = [.. _tables, .. page.Tables.Skip(_tables.Count)], Experiments = [.. lab.Found] };

    /// <summary>
    /// Goes on as fast as it can: sends each form as asked, follows what leads on, and presses something only where neither does. What else can be tried here waits until it is known
    /// what comes next, because a way of many pages is worth more than the details of its first.
    /// </summary>
    public async Task<ExploredPage> ScoutAsync(ExploredPage page, int index)
    {
        if (await BeginAsync(page).ConfigureAwait(false) is not { } screen)
            return page;
        for (var i = 0; i < _forms.Count && options.IsIsolated; i++)
        {
            var form = _forms[i];
            if (!form.IsFilter && lab.GoesOn)
                await OnceMoreAsync(() => new FormProbe(lab, survey.CodesFor).SendAsync(form, (index * 30) + (i * 11))).ConfigureAwait(false);
        }

        await FollowAsync(page).ConfigureAwait(false);
        if (lab.Onward.Count == 0)
            await PressAsync(screen, page).ConfigureAwait(false);
        return SoFar(page);
    }

    /// <summary>Tries it.</summary>
    public async Task<ExploredPage> RunAsync(ExploredPage page, int index)
    {
        if (await BeginAsync(page).ConfigureAwait(false) is not { } screen)
            return page;
        await PressAsync(screen, page).ConfigureAwait(false);
        foreach (var table in page.Tables)
            _tables.Add(_tables.Count == 0 ? await OnceMoreAsync(() => new TableProbe(lab).TryAsync(table, _forms), table).ConfigureAwait(false) : table);
        await OnceMoreAsync(async () => await new SelectionProbe(lab, options).TryAsync().ConfigureAwait(false)).ConfigureAwait(false);
        if (options.IsIsolated)
            await OnceMoreAsync(new DragProbe(lab).TryAsync).ConfigureAwait(false);
        for (var i = 0; i < _forms.Count; i++)
        {
            if (IsFormAfterAll(_forms[i]))
                _forms[i] = _forms[i] with { IsFilter = false };
            if ((_forms[i].IsFilter && (_forms[i].Submit is not null || _forms[i].Fields.All(field => field.Kind != FieldKind.Switch))) || !lab.GoesOn)
                continue;
            if (!options.IsIsolated)
            {
                if (_forms[i].Submit is not null)
                    Unsent.Add(_forms[i].Name);
                continue;
            }

            var form = _forms[i];
            _forms[i] = await OnceMoreAsync(() => new FormProbe(lab, survey.CodesFor).TryAsync(form, (index * 30) + (i * 11)), form).ConfigureAwait(false);
        }

        if (options.IsIsolated)
            await OnceMoreAsync(() => new HiddenEditProbe(lab).TryAsync(_forms, _controls, page.Tables)).ConfigureAwait(false);
        await FollowAsync(page).ConfigureAwait(false);
        return SoFar(page);
    }

    private async Task<Observation?> BeginAsync(ExploredPage page)
    {
        if (await OnceMoreAsync(() => lab.StandAsync(), null).ConfigureAwait(false) is not { } screen)
            return null;
        lab.Keep(ExperimentKind.Page, page.Heading.Length > 0 ? page.Heading : page.Route, "", [], lab.Lasting([], lab.App.Claims.Standing(screen)));
        _forms.AddRange(page.Forms);
        _known = true;
        return screen;
    }

    // "Apply" beside a table looks like a filter; where every field of it was tried and no row went, it sends something: a code, an amount.
    private bool IsFormAfterAll(ExploredForm form)
        => form is { IsFilter: true, Submit: not null } && _tables.Count > 0 && lab.GoesOn && form.Fields.All(field => field.Kind != FieldKind.Search) && !_tables.SelectMany(table => table.Filters).Any(trial => form.Fields.Any(field => field.Label == trial.Field));

    private async Task PressAsync(Observation screen, ExploredPage page)
    {
        var probe = new ControlProbe(lab, options);
        foreach (var control in probe.List(screen, page.Forms))
        {
            if (control.Note.Length > 0 || _controls.Count(done => done.Note.Length == 0) >= options.MaxTriesPerPage || !lab.GoesOn)
            {
                _controls.Add(control.Note.Length > 0 ? control : control with { Note = "the page's number of tries, or the time, was used up" });
                continue;
            }

            var tried = await OnceMoreAsync(() => probe.TryAsync(control), new(control with { Note = "it took its tab along" }, [])).ConfigureAwait(false);
            _controls.Add(tried.Control);
            _forms.AddRange(tried.Forms.Where(form => _forms.All(known => known.Name != form.Name || !known.Fields.Select(field => field.Label).SequenceEqual(form.Fields.Select(field => field.Label), StringComparer.Ordinal))));
        }
    }

    // Links to pages that are not known by an address of their own: what they show depends on what was done before.
    private async Task FollowAsync(ExploredPage page)
    {
        var followed = 0;
        foreach (var link in page.Links)
        {
            if (link.Phrase is null || followed == MostLinks || !lab.GoesOn || !Uri.TryCreate(options.Start, link.Address, out var target))
                continue;
            var route = survey.RouteOf(target);
            var seen = survey.Pages.FirstOrDefault(known => known.Route == route);
            var narrows = target.Query.Length > 0 && route == page.Route;
            if ((seen is { RedirectsTo: null } && !narrows) || Caution.EndsSession(link.Text, target.AbsolutePath))
                continue;
            if (await OnceMoreAsync(() => FollowAsync(link, narrows), false).ConfigureAwait(false))
                followed++;
        }
    }

    private async Task<bool> FollowAsync(ExploredLink link, bool narrows)
    {
        if (await lab.StandAsync().ConfigureAwait(false) is not { } before)
            return false;
        if (await lab.DoAsync(before, [$"Click {link.Phrase}"]).ConfigureAwait(false) is not { } done)
            return true;
        lab.Keep(ExperimentKind.Link, link.Text, "", [], done.Stage);
        if (!narrows)
            lab.Follow(before, done.After, [$"Click {link.Phrase}"]);
        return true;
    }

    // A tab that was lost costs what was tried in it, not the rest of the page.
    private Task<T> OnceMoreAsync<T>(Func<Task<T>> work, T otherwise) => losses.OnceMoreAsync(lab.App, lab.Place.Route, work, otherwise);

    private Task OnceMoreAsync(Func<Task> work) => OnceMoreAsync(async () =>
    {
        await work().ConfigureAwait(false);
        return true;
    }, false);
}
