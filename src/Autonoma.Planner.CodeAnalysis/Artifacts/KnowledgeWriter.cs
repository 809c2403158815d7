using System.Globalization;
using System.Text;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis.Artifacts;

/// <summary>Drafts <c>AUTONOMA.md</c> and <c>features.json</c> from a report. What users see on the pages is for whoever opens them to add.</summary>
public static class KnowledgeWriter
{
    private const int MostCore = 4;

    /// <summary>Every page, and every group of endpoints.</summary>
    /// <exception cref="InvalidOperationException">The report has no pages.</exception>
    public static FeatureInventory Features(CodebaseReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Pages.Count == 0)
            throw new InvalidOperationException("No pages were found, so there are no features to list.");
        var core = Core(report);
        return new FeatureInventory
        {
            Features = [.. report.Pages.Select(p => new Feature($"{p.Area}: {p.Route}", Type(p), p.Route, core.Contains(p.Area)))],
            TotalRoutes = report.Pages.Count(p => p.Kind == "page"), TotalApiRoutes = report.Pages.Count(p => p.Kind == "api"),
        };
    }

    /// <summary>The application by its areas; those that create most are core.</summary>
    /// <exception cref="InvalidOperationException">The report has no pages.</exception>
    public static KnowledgeBase Knowledge(CodebaseReport report)
    {
        var features = Features(report);
        var core = Core(report);
        var areas = report.Pages.GroupBy(p => p.Area).OrderBy(g => core.Contains(g.Key) ? 0 : 1).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        return new KnowledgeBase
        {
            AppName = report.Name,
            AppDescription = $"{report.Name} keeps {List(report.Models.Select(m => m.Name).Take(5))} and has {report.Pages.Count(p => p.Kind == "page")} pages and {report.Pages.Count(p => p.Kind == "api")} endpoints.",
            CoreFlows = [.. areas.Select(g => new CoreFlow(g.Key, $"{g.Count()} {(g.Count() == 1 ? "route" : "routes")} under {g.OrderBy(p => p.Route.Length).First().Route}.", core.Contains(g.Key)))],
            FeatureCount = features.Features.Count,
            Body = Body(report, areas),
        };
    }

    private static string Body(CodebaseReport report, List<IGrouping<string, AppPage>> areas)
    {
        var text = new StringBuilder($"# {report.Name}\n\nA draft read from the code. The words of the user interface, roles and preferences are to be added by whoever opens the pages.\n");
        foreach (var area in areas)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {area.Key}\n\n");
            foreach (var page in area)
                text.Append(CultureInfo.InvariantCulture, $"- `{page.Route}` ({page.Kind}, {string.Join('/', page.Methods)}{(page.Handlers.Count > 0 ? $": {string.Join(", ", page.Handlers)}" : "")}), from `{page.Source}`\n");
        }

        if (report.Undecided.Count > 0)
        {
            text.Append("\n## Not decided\n\n");
            foreach (var open in report.Undecided)
                text.Append(CultureInfo.InvariantCulture, $"- {open.About}: {open.Reason}{(open.Source is { } source ? $" (`{source}`)" : "")}\n");
        }

        return text.ToString();
    }

    // Where data comes into being through a page, users would notice at once that it does not.
    private static HashSet<string> Core(CodebaseReport report)
    {
        var ranked = report.Pages.GroupBy(p => p.Area).OrderByDescending(g => g.Sum(p => p.Methods.Count(m => m is "POST" or "PUT") + p.Handlers.Count)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key);
        return [.. ranked.Take(MostCore)];
    }

    private static FeatureType Type(AppPage page) => page.Kind == "api" ? FeatureType.Api : page.Route.Contains("setting", StringComparison.OrdinalIgnoreCase) ? FeatureType.Settings : FeatureType.Page;

    private static string List(IEnumerable<string> names) => names.ToList() is { Count: > 0 } list ? string.Join(", ", list) : "no models that could be read";
}
