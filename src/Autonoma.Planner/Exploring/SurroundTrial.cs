using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Planner.Exploring.Experimenting;
using Autonoma.Planner.Exploring.Probing;
using Autonoma.Planner.Exploring.Reading;
using Autonoma.Planner.Exploring.Working;

namespace Autonoma.Planner.Exploring;

/// <summary>Tries what every page has (links, a search, a choice of language, a menu of the user), and signing in and out.</summary>
internal sealed class SurroundTrial(ExploreOptions options, PageSurvey survey, Losses losses, Func<bool> goesOn)
{
    private const int MostGuarded = 4;
    private readonly List<Experiment> _found = [];

    /// <summary>What was found out.</summary>
    public IReadOnlyList<Experiment> Found => _found;

    /// <summary>Addresses that show something else to somebody who is not signed in.</summary>
    public HashSet<string> Guarded { get; } = new(StringComparer.Ordinal);

    /// <summary>Forms that every page has, with what came of them.</summary>
    public IReadOnlyList<ExploredForm> Forms => survey.Around;

    /// <summary>Tries it.</summary>
    /// <param name="open">Opens the application as whoever is signed in.</param>
    /// <param name="openSignedOut">Opens it as nobody.</param>
    /// <param name="pages">What was found on the pages.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<ExploredForm>> RunAsync(Func<AppScreen> open, Func<AppScreen> openSignedOut, IReadOnlyList<ExploredPage> pages, CancellationToken cancellationToken)
    {
        var app = open();
        await using (app.ConfigureAwait(false))
        {
            foreach (var (page, isFirst) in Places(pages))
            {
                var lab = new Laboratory(app, new(new Uri(options.Start, page.Address), [], page.Route), goesOn, cancellationToken);
                if (isFirst)
                    await OnceMoreAsync(app, () => FormsAsync(lab)).ConfigureAwait(false);
                await OnceMoreAsync(app, () => LinksAsync(lab)).ConfigureAwait(false);
                await OnceMoreAsync(app, () => ChoicesAsync(lab, pages)).ConfigureAwait(false);
                await OnceMoreAsync(app, () => MenusAsync(lab, pages)).ConfigureAwait(false);
                _found.AddRange(lab.Found.Select(found => found with { Approach = [OpenStep(page.Address), .. found.Approach] }));
            }
        }

        var stranger = openSignedOut();
        await using (stranger.ConfigureAwait(false))
            await OnceMoreAsync(stranger, () => StrangerAsync(stranger, pages, cancellationToken)).ConfigureAwait(false);
        return survey.Around;
    }

    private Task OnceMoreAsync(AppScreen app, Func<Task> work) => losses.OnceMoreAsync(app, "what every page has", async () =>
    {
        await work().ConfigureAwait(false);
        return true;
    }, false);

    /// <summary>The step that opens an address.</summary>
    public static string OpenStep(string address) => $"Open {address}";

    // Pages differ in what is around them (a shop and its back office): one of each part of the application is looked at.
    private IEnumerable<(ExploredPage Page, bool IsFirst)> Places(IReadOnlyList<ExploredPage> pages)
    {
        static string Part(ExploredPage page) => page.Route.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : "";
        var reachable = pages.Where(page => page.RedirectsTo is null).ToList();
        var start = reachable.FirstOrDefault(page => page.Address == options.Start.PathAndQuery) ?? reachable.FirstOrDefault();
        if (start is null)
            yield break;
        yield return (start, true);
        foreach (var part in reachable.Where(page => page != start && Part(page) != Part(start)).GroupBy(Part).Where(part => part.Count() > 2).Take(2))
            yield return (part.OrderBy(page => page.Route.Length).First(), false);
    }

    private async Task FormsAsync(Laboratory lab)
    {
        for (var i = 0; i < survey.Around.Count; i++)
        {
            var form = survey.Around[i];
            if (!goesOn())
                return;
            if (form.Fields.FirstOrDefault(field => field.Kind == FieldKind.Search) is { } search)
                await SearchAsync(lab, form, search).ConfigureAwait(false);
            else if (form.Submit is not null && !form.IsFilter && options.IsIsolated)
                survey.Around[i] = await new FormProbe(lab).TryAsync(form, 900 + (20 * i)).ConfigureAwait(false);
        }
    }

    // The name of something that links lead to must be found; a word that is nowhere must not.
    private async Task SearchAsync(Laboratory lab, ExploredForm form, ExploredField search)
    {
        var record = survey.Links.GroupBy(link => link.To).Where(group => group.Key.Contains("{id}", StringComparison.Ordinal)).SelectMany(group => group).Select(link => link.Text).FirstOrDefault(text => text.Length > 3 && text.All(c => char.IsLetter(c) || c == ' '));
        foreach (var word in (string?[])[record, record?.ToUpperInvariant(), "zzqxv"])
        {
            if (word is null || await lab.StandAsync().ConfigureAwait(false) is not { } before)
                continue;
            var steps = FormProbe.Put(search, word).Append(form.Submit is null ? "Press Enter" : $"Click {form.Submit}").ToList();
            if (await lab.DoAsync(before, steps, [word]).ConfigureAwait(false) is { } done)
                lab.Keep(word == "zzqxv" ? ExperimentKind.SearchMiss : ExperimentKind.Search, search.Label, word, [], done.Stage);
        }
    }

    private async Task LinksAsync(Laboratory lab)
    {
        if (await lab.StandAsync().ConfigureAwait(false) is not { } first)
            return;
        foreach (var link in PageReader.Around(first, new(lab.App.Grounder, first), options.Start).DistinctBy(link => link.Address).Take(14))
        {
            if (link.Phrase is null || Caution.EndsSession(link.Text, link.Address) || !goesOn() || _found.Any(known => known.Kind == ExperimentKind.Link && known.Subject == link.Text) || await lab.StandAsync().ConfigureAwait(false) is not { } before)
                continue;
            if (PageReader.PathOf(before.Url) == link.Address || await lab.DoAsync(before, [$"Click {link.Phrase}"], most: 4).ConfigureAwait(false) is not { } done)
                continue;
            if (done.After.Tabs.Any(tab => tab.IsNew))
                lab.App.IsSoiled = true;
            else
                lab.Keep(ExperimentKind.Link, link.Text, "", [], done.Stage);
        }
    }

    // Another language: what is shown otherwise is shown so on the next page, and after a reload.
    private async Task ChoicesAsync(Laboratory lab, IReadOnlyList<ExploredPage> pages)
    {
        if (await lab.StandAsync().ConfigureAwait(false) is not { } first)
            return;
        var fields = FormReader.Read(first, new(lab.App.Grounder, first), around: true).SelectMany(form => form.Fields).Where(field => field.Kind == FieldKind.Choice).ToList();
        var record = pages.FirstOrDefault(page => page.Route.Contains("{id}", StringComparison.Ordinal) && page.RedirectsTo is null && page.Route.Split('/', StringSplitOptions.RemoveEmptyEntries).Length <= 2);
        foreach (var field in fields)
        {
            foreach (var option in field.Options.Where(option => option != field.Value).Take(3))
            {
                if (!goesOn() || await lab.StandAsync().ConfigureAwait(false) is not { } before)
                    return;
                lab.App.IsSoiled = true;
                if (await lab.DoAsync(before, [$"Select \"{option}\" in {field.Phrase}"], most: 9).ConfigureAwait(false) is not { } done)
                    continue;
                var again = await lab.AgainAsync(done.Stage.Claims).ConfigureAwait(false);
                lab.App.IsSoiled = true;
                lab.Keep(ExperimentKind.Language, field.Label, option, [], done.Stage, again, record is null ? null : await ElsewhereAsync(lab, record, again is not null).ConfigureAwait(false));
                lab.App.IsSoiled = true;
            }
        }
    }

    private async Task<Stage?> ElsewhereAsync(Laboratory lab, ExploredPage record, bool lasts)
    {
        if (!lasts || await lab.App.GoAsync(new Uri(options.Start, record.Address), lab.Token).ConfigureAwait(false) is not { } screen)
            return null;
        return lab.Lasting([OpenStep(record.Address)], lab.App.Claims.Standing(screen));
    }

    // A button around the page that opens a menu: signing out is often in there.
    private async Task MenusAsync(Laboratory lab, IReadOnlyList<ExploredPage> pages)
    {
        if (await lab.StandAsync().ConfigureAwait(false) is not { } first)
            return;
        var naming = new Naming(lab.App.Grounder, first);
        var ends = first.Tree.Nodes.FirstOrDefault(node => node.IsVisible && node.Role is "button" or "link" && Caution.EndsSession(Naming.Label(node), node.Href));
        if (ends is not null && naming.Phrase(ends, GroundingPurpose.Click) is { } direct)
        {
            await SignOutAsync(lab, [$"Click {direct}"], pages).ConfigureAwait(false);
            return;
        }

        foreach (var button in first.Tree.Nodes.Where(node => node is { Role: "button", IsVisible: true, IsDisabled: false } && ScreenParts.IsAround(node) && Naming.Label(node).Length > 0).Take(6).ToList())
        {
            if (!goesOn() || naming.Phrase(button, GroundingPurpose.Click) is not { } phrase || _found.Concat(lab.Found).Any(known => known.Subject == Naming.Label(button)) || await lab.StandAsync().ConfigureAwait(false) is not { } before)
                continue;
            if (await lab.DoAsync(before, [$"Click {phrase}"]).ConfigureAwait(false) is not { } opened)
                continue;
            lab.Keep(ExperimentKind.Press, Naming.Label(button), "", [], opened.Stage);
            lab.App.IsSoiled = options.IsIsolated;
            var leave = opened.After.Tree.Nodes.FirstOrDefault(node => node.IsVisible && node.Role is "menuitem" or "button" or "link" && Caution.EndsSession(Naming.Label(node), node.Href));
            if (leave is not null && new Naming(lab.App.Grounder, opened.After).Phrase(leave, GroundingPurpose.Click) is { } item)
                await SignOutAsync(lab, [$"Click {phrase}", $"Click {item}"], pages).ConfigureAwait(false);
        }
    }

    // Signing out is proven where nobody may be any more.
    private async Task SignOutAsync(Laboratory lab, IReadOnlyList<string> steps, IReadOnlyList<ExploredPage> pages)
    {
        // A session that is somebody's is not ended.
        if (!options.IsIsolated || lab.Found.Concat(_found).Any(known => known.Kind == ExperimentKind.SignOut) || await lab.StandAsync().ConfigureAwait(false) is not { } before)
            return;
        lab.App.IsSoiled = true;
        if (await lab.DoAsync(before, steps).ConfigureAwait(false) is not { } left)
            return;
        lab.App.IsSoiled = true;
        var stages = new List<Stage?> { left.Stage };
        foreach (var page in pages.Where(page => page.RedirectsTo is null && page.Route.StartsWith(lab.Place.Route, StringComparison.Ordinal)).Take(MostGuarded))
        {
            if (await lab.App.GoAsync(new Uri(options.Start, page.Address), lab.Token).ConfigureAwait(false) is not { } now)
                continue;
            var refused = Refused(lab.App, page, now);
            if (refused.Count == 0)
                continue;
            stages.Add(lab.Lasting([OpenStep(page.Address)], refused));
            break;
        }

        lab.Keep(ExperimentKind.SignOut, "Sign out", "", [], stages);
    }

    // Somebody else sees another page at the same address: it leads elsewhere, or what it is called is not there.
    private IReadOnlyList<string> Refused(AppScreen app, ExploredPage page, Observation now)
    {
        var elsewhere = new Uri(now.Url).AbsolutePath != new Uri(options.Start, page.Address).AbsolutePath;
        if (!elsewhere && (page.Heading.Length == 0 || ScreenParts.Heading(now) == page.Heading))
            return [];
        var gone = app.Claims.IsQuotable(page.Heading) && ScreenParts.Heading(now) != page.Heading ? new[] { $"the heading \"{page.Heading}\" is not displayed" } : [];
        return [.. app.Claims.Still([.. app.Claims.Standing(now, 2), .. gone], now)];
    }

    private async Task StrangerAsync(AppScreen stranger, IReadOnlyList<ExploredPage> pages, CancellationToken cancellationToken)
    {
        ExploredPage? entrance = null;
        foreach (var page in pages.Where(page => page.RedirectsTo is null).ToList())
        {
            var lab = new Laboratory(stranger, new(new Uri(options.Start, page.Address), [], page.Route), goesOn, cancellationToken);
            if (await lab.StandAsync().ConfigureAwait(false) is not { } screen || Refused(stranger, page, screen) is not { Count: > 0 } refused)
                continue;
            if (Guarded.Add(page.Address) && Guarded.Count <= MostGuarded)
                _found.Add(new() { Kind = ExperimentKind.Protected, Subject = page.Heading.Length > 0 ? page.Heading : page.Route, IsSignedOut = true, Stages = [lab.Lasting([OpenStep(page.Address)], refused)] });
            entrance ??= FormReader.Read(screen, new(stranger.Grounder, screen)).Any(form => form.Fields.Any(field => field.Kind == FieldKind.Password)) ? page : null;
        }

        if (entrance is not null && options.IsIsolated)
            await SignInAsync(new Laboratory(stranger, new(new Uri(options.Start, entrance.Address), [], entrance.Route), goesOn, cancellationToken), entrance).ConfigureAwait(false);
        await UnknownAsync(stranger, cancellationToken).ConfigureAwait(false);
    }

    private async Task SignInAsync(Laboratory lab, ExploredPage entrance)
    {
        if (await lab.StandAsync().ConfigureAwait(false) is not { } screen)
            return;
        var form = FormReader.Read(screen, new(lab.App.Grounder, screen)).First(form => form.Fields.Any(field => field.Kind == FieldKind.Password));
        if (form.Submit is not null)
            await new FormProbe(lab).TryAsync(form, 800).ConfigureAwait(false);
        foreach (var field in form.Fields.Where(field => field.Kind == FieldKind.Password))
        {
            if (await lab.StandAsync().ConfigureAwait(false) is not { } empty || await lab.DoAsync(empty, [.. FormProbe.Put(field, "Harbor-Light-42")]).ConfigureAwait(false) is not { } typed)
                continue;
            var masked = lab.App.Claims.FirstTrue(["the password is not shown in clear text", $"{field.Phrase} is masked"], typed.After);
            if (masked is not null)
                lab.Keep(ExperimentKind.SignIn, field.Label, "is not shown while it is typed", [], lab.Lasting(typed.Stage.Steps, [masked, .. lab.App.Claims.Still(["\"Harbor-Light-42\" is not displayed"], typed.After)]));
        }

        foreach (var control in new ControlProbe(lab, options).List(screen, [form]).Where(control => control.Note.Length == 0).Take(4))
            await new ControlProbe(lab, options).TryAsync(control).ConfigureAwait(false);
        _found.AddRange(lab.Found.Select(found => found with { IsSignedOut = true, Approach = [OpenStep(entrance.Address), .. found.Approach] }));
        if (options.SignIn.Count == 0)
            return;
        var door = new Laboratory(lab.App, new(options.SignInAt ?? options.Start, [], "sign-in"), goesOn, lab.Token);
        lab.App.IsSoiled = true;
        if (await door.StandAsync().ConfigureAwait(false) is { } before && await door.DoAsync(before, options.SignIn).ConfigureAwait(false) is { } inside)
            _found.Add(new() { Kind = ExperimentKind.SignIn, Subject = "Sign in", IsSignedOut = true, Approach = [OpenStep(PageReader.PathOf((options.SignInAt ?? options.Start).ToString()))], Stages = [door.Lasting(inside.Stage.Steps, inside.Stage.Claims), .. await door.AgainAsync(inside.Stage.Claims).ConfigureAwait(false) is { } again ? [again] : Array.Empty<Stage>()] });
    }

    private async Task UnknownAsync(AppScreen stranger, CancellationToken cancellationToken)
    {
        const string Nowhere = "/no-such-page-zzqxv";
        stranger.IsSoiled = true;
        var lab = new Laboratory(stranger, new(new Uri(options.Start, Nowhere), [], Nowhere), goesOn, cancellationToken);
        if (await lab.StandAsync().ConfigureAwait(false) is { } screen && ScreenParts.Heading(screen).Length > 0)
            _found.Add(new() { Kind = ExperimentKind.Unknown, Subject = "An unknown address", IsSignedOut = true, Stages = [lab.Lasting([OpenStep(Nowhere)], stranger.Claims.Standing(screen, 2))] });
    }
}
