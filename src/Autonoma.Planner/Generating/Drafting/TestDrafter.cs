using Autonoma.Engine.Instructions;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Exploring;
using Autonoma.Planner.Folders;

namespace Autonoma.Planner.Generating.Drafting;

/// <summary>From experiments to tests: the same steps, and what was seen as assertions. Nothing is claimed that was not seen.</summary>
internal sealed class TestDrafter(SuiteRequest request)
{
    private static readonly ExperimentKind[] OfSignIn = [ExperimentKind.SignIn, ExperimentKind.SignOut, ExperimentKind.Protected];

    private const int MostLinks = 6;

    private readonly StepReader _reader = new();
    private readonly FeatureMap _features = new(request);
    private readonly HashSet<string> _titles = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _bodies = new(StringComparer.Ordinal);

    /// <summary>The features.</summary>
    public FeatureMap Features => _features;

    /// <summary>Every test that the exploration holds, those of the features first that matter most.</summary>
    public IReadOnlyList<TestDraft> Draft()
    {
        var drafts = new List<TestDraft>();
        foreach (var page in request.Exploration.Pages.Where(page => page.RedirectsTo is null))
            drafts.AddRange(page.Experiments.Select(experiment => Of(experiment, page)).OfType<TestDraft>());
        drafts.AddRange(Menus(request.Exploration.Experiments).Concat(request.Exploration.Experiments).Select(Around).OfType<TestDraft>());
        drafts.AddRange(Journeys());
        return [.. drafts.Where(InTopic)];
    }

    // Links around every page are short to try: several of one page in one test, so that none is left out for want of room.
    private static IEnumerable<Experiment> Menus(IEnumerable<Experiment> around)
    {
        foreach (var menu in around.Where(experiment => experiment is { Kind: ExperimentKind.Link, IsSignedOut: false, Approach.Count: 1, Stages.Count: 1 }).GroupBy(experiment => experiment.Approach[0]))
        {
            foreach (var links in menu.Chunk(MostLinks).Where(links => links.Length > 1))
            {
                yield return links[0] with
                {
                    Subject = "Links",
                    Detail = $"{links[0].Subject} to {links[^1].Subject}",
                    Stages = [.. links.Select((link, i) => link.Stages[0] with { Steps = i == 0 ? link.Stages[0].Steps : [menu.Key, .. link.Stages[0].Steps], Claims = [.. link.Stages[0].Claims.Take(3)] })],
                };
            }
        }
    }

    private bool InTopic(TestDraft draft)
        => request.Topic is not { Length: > 0 } topic || new[] { draft.Test.Title, draft.Test.Flow, draft.Folder, draft.Page, draft.Subject }.Any(text => text.Contains(topic, StringComparison.OrdinalIgnoreCase) || PlanFolder.Slug(text).Contains(PlanFolder.Slug(topic), StringComparison.Ordinal));

    private TestDraft? Of(Experiment experiment, ExploredPage page)
    {
        var feature = _features.Of(page.Route);
        var name = page.Heading.Length is > 0 and <= 50 ? page.Heading : feature.Name.Split(':')[0];
        var folder = FeatureMap.FolderOf(_features.FlowOf(feature));
        var part = experiment.Kind switch
        {
            ExperimentKind.Accepted or ExperimentKind.Refused or ExperimentKind.Tolerated or ExperimentKind.Abandoned or ExperimentKind.SentTwice => PlanFolder.Slug(experiment.Subject),
            ExperimentKind.Search or ExperimentKind.SearchMiss or ExperimentKind.Filter or ExperimentKind.Sort or ExperimentKind.Paging => "finding-and-sorting",
            _ => "",
        };
        return Draft(experiment, name, feature, _features.TierOf(feature, page.Route), part.Length > 0 && part != folder ? $"{folder}/{part}" : folder, page.Address, page.Route, page.Approach.Count == 0 && experiment.Kind != ExperimentKind.Page && experiment.Approach.Count == 0 ? page.Heading : "");
    }

    private TestDraft? Around(Experiment experiment)
    {
        var address = experiment.Approach is [var first, ..] && first.StartsWith("Open /", StringComparison.Ordinal) ? first["Open ".Length..] : experiment.Stages[0].Steps is [var step, ..] && step.StartsWith("Open /", StringComparison.Ordinal) ? step["Open ".Length..] : "/";
        var feature = OfSignIn.Contains(experiment.Kind) || experiment.IsSignedOut
            ? _features.Features.FirstOrDefault(known => known.Path.Contains("login", StringComparison.OrdinalIgnoreCase) || known.Path.Contains("sign", StringComparison.OrdinalIgnoreCase) || known.Path.Contains("session", StringComparison.OrdinalIgnoreCase)) ?? _features.Of(address)
            : _features.Of(address);
        var (folder, tier) = experiment switch
        {
            { IsSignedOut: true, Kind: not ExperimentKind.Unknown } or { Kind: ExperimentKind.SignOut } => ("sign-in", 2),
            { Kind: ExperimentKind.Language } => ("language", 2),
            { Kind: ExperimentKind.Search or ExperimentKind.SearchMiss } => ("search", 2),
            { Kind: ExperimentKind.Link or ExperimentKind.Unknown or ExperimentKind.Press } => ("navigation", 3),
            _ => ("every-page", 3),
        };
        return Draft(experiment, "every page", feature, tier, folder, address, address, "");
    }

    private TestDraft? Draft(Experiment experiment, string page, Feature feature, int tier, string folder, string address, string route, string heading)
    {
        var steps = new List<string>();
        var approach = experiment.Approach.SkipWhile(step => step == $"Open {address}").ToList();
        if (heading.Length is > 0 and <= 80 && !heading.Contains('"', StringComparison.Ordinal) && !heading.Contains('{', StringComparison.Ordinal) && request.Exploration.Pages.Any(known => known.Route == route && known.Experiments.Any(other => other.Kind == ExperimentKind.Page && other.Stages[0].Claims.Contains($"the heading \"{heading}\" is displayed", StringComparer.Ordinal))))
            steps.Add($"Assert that the heading \"{heading}\" is displayed");
        steps.AddRange(approach);
        foreach (var stage in experiment.Stages)
        {
            steps.AddRange(stage.Steps.Where((step, i) => i > 0 || step != $"Open {address}" || steps.Count > 0));
            steps.AddRange(stage.Claims.Select(claim => $"Assert that {claim}"));
        }

        var reload = experiment.Kind == ExperimentKind.Page ? "Refresh the page" : null;
        if (reload is not null)
            steps.Insert(0, reload);
        var criticality = Wording.CriticalityOf(experiment, tier);
        return Finish(experiment, Wording.Title(experiment, page), _features.FlowOf(feature), folder, tier, Wording.Rank(experiment), Wording.Category(experiment), criticality, address, route, steps, Wording.MightCatch(experiment));
    }

    private TestDraft? Finish(Experiment experiment, string title, string flow, string folder, int tier, int rank, string category, Criticality criticality, string address, string route, List<string> steps, string mightCatch)
    {
        // A sentence that cannot be read with certainty has no place in a test.
        if (steps.Any(step => step.Contains('\n', StringComparison.Ordinal) || !_reader.Read(step).IsResolved) || !_bodies.Add($"{address}|{string.Join('|', steps)}"))
            return null;
        var signsIn = request.SignIn.Count > 0 && !experiment.IsSignedOut && IsGuarded(route);
        var plain = title;
        for (var i = 2; !_titles.Add(title); i++)
            title = $"{plain} ({route}{(i == 2 ? "" : FormattableString.Invariant($", {i}"))})";
        var test = new PlannedTest
        {
            Title = title,
            Description = Describe(experiment, route),
            Flow = flow,
            Scenario = experiment.IsSignedOut ? null : experiment.Scenario ?? request.Scenario,
            Criticality = criticality,
            Category = category,
            Url = signsIn ? request.SignInAt : address,
            Setup = signsIn ? [.. request.SignIn, $"Open {address}"] : [],
            Steps = steps,
            Expected = [Expected(experiment)],
            MightCatch = mightCatch,
        };
        return new(test, folder, tier, rank, route, experiment.Kind, experiment.Subject, experiment.Detail);
    }

    private bool IsGuarded(string route) => request.Exploration.Pages.FirstOrDefault(page => page.Route == route || page.Address == route) is not { } page || page.IsGuarded;

    private static string Describe(Experiment experiment, string route)
        => $"{(experiment.Detail.Length > 0 ? $"{experiment.Subject}, {experiment.Detail}" : experiment.Subject)}, on {route}.";

    private static string Expected(Experiment experiment) => experiment.Kind switch
    {
        ExperimentKind.Refused => "It is refused with the message, and nothing is stored.",
        ExperimentKind.Declined or ExperimentKind.Abandoned => "Nothing has changed.",
        ExperimentKind.Undo => "Everything is where it was.",
        ExperimentKind.Protected or ExperimentKind.SignOut => "Whoever is not signed in gets no further.",
        _ => experiment.Stages.Count > 1 ? "It is done, and stays so when the page is loaded again." : "What was asked for is shown.",
    };

    // The longest ways through the application: each is told with what was seen at every station.
    private List<TestDraft> Journeys()
    {
        var stations = request.Exploration.Pages.SelectMany(page => page.Experiments.Select(experiment => (Page: page, Experiment: experiment))).ToList();
        var journeys = new List<TestDraft>();
        var ends = stations.Where(station => station.Experiment.Through.Count > 0 && station.Experiment.Kind is ExperimentKind.Accepted or ExperimentKind.Confirmed or ExperimentKind.Press)
            .OrderByDescending(station => station.Experiment.Through.Count).ThenByDescending(station => station.Experiment.Approach.Count).DistinctBy(station => station.Page.Route).Take(4);
        foreach (var (page, end) in ends)
        {
            var names = end.Through.Append(page.Route).Select(route => request.Exploration.Pages.LastOrDefault(known => known.Route == route)?.Heading is { Length: > 0 and <= 40 } heading ? heading : route).Distinct(StringComparer.Ordinal);
            if (Journey($"From {string.Join(" to ", names)}", page, end, [.. Walk(page.Address, end, stations)]) is { } journey)
                journeys.Add(journey);
        }

        var stored = stations.Where(station => station.Page.Approach.Count == 0 && station.Experiment.Through.Count == 0 && station.Experiment is { Stages.Count: > 1, Kind: ExperimentKind.Accepted, Detail: "" }).DistinctBy(station => station.Page.Route).ToList();
        foreach (var chain in stored.Chunk(3).Where(chain => chain.Length > 1).Take(5 - Math.Min(4, journeys.Count)))
        {
            var steps = chain.SelectMany(station => station.Experiment.Approach.Concat(station.Experiment.Stages.SelectMany(stage => stage.Steps.Concat(stage.Claims.Take(4).Select(claim => $"Assert that {claim}")))).Prepend($"Open {station.Page.Address}")).ToList();
            if (Journey($"{string.Join(", then ", chain.Select(station => station.Experiment.Subject))}", chain[0].Page, chain[0].Experiment, steps) is { } journey)
                journeys.Add(journey);
        }

        return journeys;
    }

    private TestDraft? Journey(string title, ExploredPage page, Experiment end, List<string> steps)
        => Finish(end, title.Length > 110 ? title[..110].TrimEnd() : title, "Journey", "journey", 1, 0, "Journey", Criticality.Critical, page.Address, page.Route, steps, "A break between parts that each work on their own.");

    private static IEnumerable<string> Walk(string address, Experiment end, List<(ExploredPage Page, Experiment Experiment)> stations)
    {
        var done = new List<string>();
        foreach (var step in end.Approach)
        {
            done.Add(step);
            yield return step;
            var seen = stations.FirstOrDefault(station => station.Page.Address == address && station.Experiment.Stages.Count > 0 && station.Experiment.Approach.Concat(station.Experiment.Stages[0].Steps).SequenceEqual(done, StringComparer.Ordinal)).Experiment;
            foreach (var claim in seen?.Stages[0].Claims.Take(3) ?? [])
                yield return $"Assert that {claim}";
        }

        foreach (var stage in end.Stages)
        {
            foreach (var step in stage.Steps)
                yield return step;
            foreach (var claim in stage.Claims)
                yield return $"Assert that {claim}";
        }
    }
}
