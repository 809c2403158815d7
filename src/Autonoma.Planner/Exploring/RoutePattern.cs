using System.Text;
using System.Text.RegularExpressions;

namespace Autonoma.Planner.Exploring;

/// <summary>From addresses to routes: what differs between the pages of one kind becomes <c>{id}</c>.</summary>
internal sealed partial class RoutePattern
{
    private readonly Dictionary<string, SortedSet<string>> _below = new(StringComparer.Ordinal);

    /// <summary>How many different last segments below one path mean that they are records, not pages.</summary>
    private const int Records = 6;

    /// <summary>Remembers an address.</summary>
    public void Add(Uri address)
    {
        var (parent, last) = Split(Plain(address));
        if (last.Length == 0)
            return;
        if (!_below.TryGetValue(parent, out var segments))
            _below[parent] = segments = new(StringComparer.Ordinal);
        segments.Add(last);
    }

    /// <summary>The route of an address.</summary>
    public string Of(Uri address)
    {
        var path = Plain(address);
        var (parent, last) = Split(path);
        // Names of records (/product/blue-mug) cannot be told from pages one by one, only by how many there are.
        if (last.Length > 0 && last != "{id}" && parent != "/" && _below.TryGetValue(parent, out var segments) && segments.Count(segment => segment != "{id}") >= Records)
            path = $"{parent}/{{id}}";
        return path;
    }

    private static string Plain(Uri address)
    {
        var path = new StringBuilder();
        foreach (var segment in address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries))
            path.Append('/').Append(Identifier().IsMatch(segment) ? "{id}" : segment);
        return path.Length == 0 ? "/" : path.ToString();
    }

    private static (string Parent, string Last) Split(string path)
    {
        var cut = path.LastIndexOf('/');
        return (cut <= 0 ? "/" : path[..cut], path[(cut + 1)..]);
    }

    // A number, a UUID, an ObjectId, a code with digits in it (O-1042, inv_9f3k2).
    [GeneratedRegex(@"^(?:\d+|[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}|[0-9a-fA-F]{24}|(?=[^\d]*\d)[A-Za-z]{1,6}[-_][A-Za-z0-9]*\d[A-Za-z0-9-]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
