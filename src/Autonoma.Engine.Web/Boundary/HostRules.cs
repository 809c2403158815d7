using Autonoma.Engine.Driving;

namespace Autonoma.Engine.Web.Boundary;

/// <summary>Which hosts pages may talk to.</summary>
internal sealed class HostRules
{
    private readonly List<(string Host, bool WithSubdomains, int? Port)> _allowed = [];

    /// <summary>Reads entries of the form <c>shop.test</c>, <c>*.shop.test</c>, <c>127.0.0.1:5000</c> or a whole URL.</summary>
    /// <exception cref="UserInputException">An entry is not a host.</exception>
    public HostRules(IReadOnlyList<string> entries)
    {
        foreach (var entry in entries)
            _allowed.Add(Parse(entry));
    }

    /// <summary>Whether a page may ask this address. Addresses that leave the browser not at all (data, blob, about) always are.</summary>
    public bool Allows(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return false;
        return uri.Scheme switch
        {
            "data" or "blob" or "about" or "javascript" or "chrome-error" or "file" => true,
            _ => Allows(uri.Host, uri.Port),
        };
    }

    /// <summary>Chromium's own rule that resolves no other name: it also covers what no page-level hook sees (prefetch, workers, beacons).</summary>
    public static string ResolverRules(IReadOnlyList<string> entries)
    {
        var rules = "MAP * ~NOTFOUND";
        foreach (var (host, withSubdomains, _) in entries.Select(Parse))
            rules += $", EXCLUDE {host}" + (withSubdomains ? $", EXCLUDE *.{host}" : "");
        return $"--host-resolver-rules={rules}";
    }

    private bool Allows(string host, int port)
    {
        var bare = host.Trim('[', ']');
        foreach (var (allowed, withSubdomains, allowedPort) in _allowed)
        {
            if (allowedPort is { } only && only != port)
                continue;
            if (bare.Equals(allowed, StringComparison.OrdinalIgnoreCase) || (withSubdomains && bare.EndsWith("." + allowed, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    private static (string Host, bool WithSubdomains, int? Port) Parse(string entry)
    {
        var text = entry.Trim();
        var wide = text.StartsWith("*.", StringComparison.Ordinal);
        if (wide)
            text = text[2..];
        if (!text.Contains("://", StringComparison.Ordinal))
            text = "any://" + (text.Count(c => c == ':') > 1 && !text.StartsWith('[') ? $"[{text}]" : text);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            throw new UserInputException($"'{entry}' is not a host. Allowed hosts look like shop.example, *.shop.example or 127.0.0.1:5000.");
        return (uri.Host.Trim('[', ']'), wide, uri.IsDefaultPort && !text.StartsWith("any:", StringComparison.Ordinal) ? null : uri.Port > 0 ? uri.Port : null);
    }
}
