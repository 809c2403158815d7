using System.Globalization;
using System.Net;
using System.Text;

namespace Autonoma.Planner.Exploring.Writing;

/// <summary>Draws the routes of an application and the links between them, as SVG: a column for each click away from the start.</summary>
public static class SiteMap
{
    private const int Width = 220;
    private const int Height = 44;
    private const int Across = 320;
    private const int Down = 64;

    /// <summary>The picture.</summary>
    public static string Draw(Exploration exploration)
    {
        ArgumentNullException.ThrowIfNull(exploration);
        var pages = exploration.Pages.DistinctBy(page => page.Route).ToDictionary(page => page.Route, StringComparer.Ordinal);
        var links = exploration.Links.Where(link => pages.ContainsKey(link.From) && pages.ContainsKey(link.To) && link.From != link.To).Select(link => (link.From, link.To)).Distinct().ToList();
        var depth = Depths(exploration, links);
        var columns = pages.Keys.GroupBy(route => depth.GetValueOrDefault(route, depth.Count == 0 ? 0 : depth.Values.Max() + 1)).OrderBy(group => group.Key).ToList();
        var places = new Dictionary<string, (int X, int Y)>(StringComparer.Ordinal);
        for (var x = 0; x < columns.Count; x++)
        {
            var y = 0;
            foreach (var route in columns[x])
                places[route] = (20 + (x * Across), 20 + (y++ * Down));
        }

        var svg = new StringBuilder();
        var right = places.Count == 0 ? 0 : places.Values.Max(place => place.X);
        var bottom = places.Count == 0 ? 0 : places.Values.Max(place => place.Y);
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{right + Width + 20}\" height=\"{bottom + Height + 20}\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        // Only the links by which a page was first reached are drawn strongly; every page links to every other through its navigation.
        foreach (var (from, to) in links.Where(link => places[link.From].X < places[link.To].X))
        {
            var (a, b) = (places[from], places[to]);
            var strong = depth.GetValueOrDefault(to) == depth.GetValueOrDefault(from) + 1;
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{a.X + Width} {a.Y + (Height / 2)}C{a.X + Width + 50} {a.Y + (Height / 2)} {b.X - 50} {b.Y + (Height / 2)} {b.X} {b.Y + (Height / 2)}\" fill=\"none\" stroke=\"{(strong ? "#94a3b8" : "#e2e8f0")}\"/>\n");
        }

        foreach (var (route, (x, y)) in places)
        {
            var page = pages[route];
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{Width}\" height=\"{Height}\" rx=\"6\" fill=\"{(page.RedirectsTo is null ? "#f1f5f9" : "#fef3c7")}\" stroke=\"#64748b\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 10}\" y=\"{y + 18}\" font-weight=\"600\">{Safe(route, 32)}</text><text x=\"{x + 10}\" y=\"{y + 34}\" fill=\"#475569\">{Safe(page.Heading.Length > 0 ? page.Heading : page.Title, 34)}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static Dictionary<string, int> Depths(Exploration exploration, List<(string From, string To)> links)
    {
        var depth = new Dictionary<string, int>(StringComparer.Ordinal);
        if (exploration.Pages.Count == 0)
            return depth;
        depth[exploration.Pages[0].Route] = 0;
        var queue = new Queue<string>([exploration.Pages[0].Route]);
        while (queue.TryDequeue(out var route))
        {
            foreach (var (_, to) in links.Where(link => link.From == route && !depth.ContainsKey(link.To)).ToList())
            {
                depth[to] = depth[route] + 1;
                queue.Enqueue(to);
            }
        }

        return depth;
    }

    private static string Safe(string text, int most) => WebUtility.HtmlEncode(text.Length > most ? string.Concat(text.AsSpan(0, most - 1), "…") : text);
}
