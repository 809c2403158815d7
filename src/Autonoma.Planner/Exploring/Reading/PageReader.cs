using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;

namespace Autonoma.Planner.Exploring.Reading;

/// <summary>Reads what can be seen of a page without touching it.</summary>
internal static class PageReader
{
    /// <summary>The page as it stands.</summary>
    public static ExploredPage Read(Observation screen, string route, string linkText, Naming naming, Uri start) => new()
    {
        Route = route,
        Address = PathOf(screen.Url),
        Title = screen.Title,
        Heading = ScreenParts.Heading(screen),
        LinkText = linkText,
        Headings = [.. ScreenParts.Headings(screen).Select(node => node.InnerText).Distinct(StringComparer.Ordinal)],
        Forms = FormReader.Read(screen, naming),
        Tables = TableReader.Read(screen),
        Tabs = [.. screen.Tree.Nodes.Where(node => node is { Role: "tab", IsVisible: true } && node.Name.Length > 0).Select(node => node.Name).Distinct(StringComparer.Ordinal)],
        Links = [.. Links(screen, start).Where(link => !ScreenParts.IsAround(link) && !InRow(link)).Select(link => new ExploredLink(Naming.Label(link), naming.Phrase(link, GroundingPurpose.Click), PathOf(link.Href))).DistinctBy(link => (link.Text, link.Address))],
    };

    /// <summary>Links of the header, the side bar and the footer.</summary>
    public static IEnumerable<ExploredLink> Around(Observation screen, Naming naming, Uri start)
        => Links(screen, start).Where(ScreenParts.IsAround).Where(link => Naming.Label(link).Length > 0).Select(link => new ExploredLink(Naming.Label(link), naming.Phrase(link, GroundingPurpose.Click), PathOf(link.Href)));

    /// <summary>Links within the origin, in reading order.</summary>
    public static IEnumerable<UiNode> Links(Observation screen, Uri start)
        => screen.Tree.Nodes.Where(node => node.Href.Length > 0 && node.IsVisible && Uri.TryCreate(node.Href, UriKind.Absolute, out var target) && IsWithin(target, start));

    /// <summary>Whether an address belongs to the same origin.</summary>
    public static bool IsWithin(Uri address, Uri start)
        => address.Scheme == start.Scheme && address.Host.Equals(start.Host, StringComparison.OrdinalIgnoreCase) && address.Port == start.Port;

    /// <summary>Path and query of an address.</summary>
    public static string PathOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.PathAndQuery : address;

    private static bool InRow(UiNode node) => node.Ancestors().Any(above => above.Role is "row");
}
