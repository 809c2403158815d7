using System.Text.RegularExpressions;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Exploring;
using Autonoma.Planner.Folders;

namespace Autonoma.Planner.Generating.Drafting;

/// <summary>Which feature a page belongs to, and how much that feature matters.</summary>
internal sealed partial class FeatureMap
{
    private readonly IReadOnlyList<Feature> _features;
    private readonly KnowledgeBase? _knowledge;
    private readonly Dictionary<string, ExploredPage> _pages;

    public FeatureMap(SuiteRequest request)
    {
        _knowledge = request.Knowledge;
        _pages = request.Exploration.Pages.GroupBy(page => page.Route).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        _features = request.Features?.Features ?? FromPages(request.Exploration);
    }

    /// <summary>The features.</summary>
    public IReadOnlyList<Feature> Features => _features;

    /// <summary>The feature of a route: the one of the same route, else of the longest route above it.</summary>
    public Feature Of(string route)
    {
        var parts = Parts(route);
        return _features.Where(feature => feature.Type != FeatureType.Api && Fits(Parts(feature.Path), parts)).OrderByDescending(feature => Parts(feature.Path).Length).FirstOrDefault()
            ?? _features.FirstOrDefault(feature => feature.Type != FeatureType.Api) ?? _features[0];
    }

    /// <summary>What a test calls the feature: the flow of the knowledge base that is named in front of it, else its own name.</summary>
    public string FlowOf(Feature feature)
    {
        var name = feature.Name.Split(':')[0].Trim();
        return _knowledge?.CoreFlows.Any(flow => flow.Feature == name) == true ? name : feature.Name;
    }

    /// <summary>The folder of a flow.</summary>
    public static string FolderOf(string flow) => PlanFolder.Slug(flow.Split(':')[0]) is { Length: > 0 } slug ? slug : "start";

    /// <summary>1 core, 2 important and supporting, 3 the rest: settings, and pages that only show something.</summary>
    public int TierOf(Feature feature, string route)
    {
        if (feature.IsCore)
            return 1;
        var page = _pages.GetValueOrDefault(route);
        var idle = page is not null && page.Forms.Count == 0 && page.Tables.Count == 0 && page.Controls.Count < 3;
        return feature.Type == FeatureType.Settings || Minor().IsMatch(feature.Name) || idle ? 3 : 2;
    }

    // Without step 1 the pages are the features, and where most can be done is the core.
    private static List<Feature> FromPages(Exploration exploration)
    {
        var pages = exploration.Pages.Where(page => page.RedirectsTo is null).DistinctBy(page => page.Route).ToList();
        static int Weight(ExploredPage page) => page.Experiments.Count + (3 * page.Forms.Count(form => !form.IsFilter));
        var core = pages.OrderByDescending(Weight).Take(Math.Max(1, pages.Count / 4)).Select(page => page.Route).ToHashSet(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. pages.Select(page => new Feature(Named(page, named), Minor().IsMatch(page.Route) ? FeatureType.Settings : FeatureType.Page, page.Route, core.Contains(page.Route)))];
    }

    // What an address names is called by the address: the heading of one record is not the name of all.
    private static string Named(ExploredPage page, HashSet<string> named)
    {
        var segments = page.Route.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => !part.StartsWith('{')).ToList();
        var isRecord = page.Route.Contains('{', StringComparison.Ordinal);
        var name = !isRecord && page.Heading.Length is > 0 and <= 40 && !page.Heading.Any(char.IsDigit) ? page.Heading : segments.Count > 0 ? Capital(segments[^1].Replace('-', ' ').Replace(".html", "", StringComparison.Ordinal)) : "Start";
        if (isRecord)
            name += " details";
        while (!named.Add(name))
            name = named.Contains($"{name} {page.Route}") ? name + "+" : $"{name} {page.Route}";
        return name;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string[] Parts(string route) => route.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static bool Fits(string[] pattern, string[] route)
        => pattern.Length <= route.Length && pattern.Zip(route).All(pair => pair.First.StartsWith('{') || pair.Second.StartsWith('{') || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\b(?:settings?|preferences?|profile|account|privacy|terms|imprint|about|help|faq|legal|activity|audit|log|api keys?|integrations?|not.?found|no.?access|shipping)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Minor();
}
