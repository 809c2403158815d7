using System.Text;
using System.Text.RegularExpressions;

namespace Autonoma.Planner.Exploring;

/// <summary>From addresses to routes: what differs between the pages of one kind becomes <c>{id}</c>.</summary>
internal sealed partial class RoutePattern
{
    /// <summary>How many entries of lists that lead below one path mean that they are records.</summary>
    private const int Records = 3;

    private readonly Dictionary<string, HashSet<string>> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    /// <summary>Remembers where a link leads.</summary>
    /// <param name="address">Its target.</param>
    /// <param name="isEntry">
    /// Whether it is an entry of a list or table. Names of records (<c>/product/blue-mug</c>) cannot be told from pages by how they look,
    /// only by where they are linked: a list leads to records, a menu to pages.
    /// </param>
    public void Add(Uri address, bool isEntry)
    {
        var path = Plain(address);
        var (parent, last) = Split(path);
        if (last.Length == 0)
            return;
        if (!isEntry)
            _named.Add(path);
        else if (_entries.TryGetValue(parent, out var segments))
            segments.Add(last);
        else
            _entries[parent] = [last];
    }

    /// <summary>The route of an address.</summary>
    public string Of(Uri address)
    {
        var path = Plain(address);
        var (parent, last) = Split(path);
        return last != "{id}" && !_named.Contains(path) && _entries.TryGetValue(parent, out var segments) && segments.Contains(last) && segments.Count >= Records
            ? $"{parent.TrimEnd('/')}/{{id}}" : path;
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
