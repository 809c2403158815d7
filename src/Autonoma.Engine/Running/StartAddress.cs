using Autonoma.Engine.Driving;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Running;

/// <summary>Works out addresses: where a test starts, and where a step goes.</summary>
public static class StartAddress
{
    private static readonly string[] PageEndings = [".html", ".htm", ".xhtml", ".php", ".aspx", ".jsp", ".svg", ".pdf", ".txt"];

    /// <summary>Where a test starts; null for the page as it is.</summary>
    /// <param name="url">The test's own address, absolute or relative; null for the base itself.</param>
    /// <param name="baseUrl">A URL or a folder; null when there is none.</param>
    /// <param name="folder">Folder of the test file; empty when there is none.</param>
    /// <exception cref="UserInputException">It makes no address.</exception>
    public static Uri? Resolve(string? url, string? baseUrl, string folder)
    {
        var start = string.IsNullOrWhiteSpace(baseUrl) ? null : Base(baseUrl.Trim());
        if (string.IsNullOrWhiteSpace(url))
            return start;
        var text = url.Trim();
        if (Absolute(text) is { } absolute)
            return absolute;
        RefuseScheme(text);
        if (start is { IsFile: true })
            return new Uri(start, text.TrimStart('/'));
        if (start is not null)
            return new Uri(start, text);
        if (folder.Length > 0 && File.Exists(Path.Combine(folder, PathOf(text))))
            return new Uri(new Uri(Path.GetFullPath(folder) + "/"), text);
        if (File.Exists(PathOf(text)))
            return new Uri(Path.GetFullPath(PathOf(text)));
        return Host(text) ?? throw new UserInputException($"The address \"{text}\" is relative, and there is nothing it is relative to. Give a base URL (--base-url, or 'baseUrl' in autonoma.yaml) or a full address.");
    }

    /// <summary>Where a step goes from the page it is on.</summary>
    /// <exception cref="UserInputException">It makes no address.</exception>
    internal static Uri Follow(string address, string currentUrl, string? baseUrl)
    {
        var text = address.Trim();
        if (Absolute(text) is { } absolute)
            return absolute;
        RefuseScheme(text);
        var current = Uri.TryCreate(currentUrl, UriKind.Absolute, out var page) && page.Scheme is "http" or "https" or "file" ? page : null;
        var start = string.IsNullOrWhiteSpace(baseUrl) ? null : Base(baseUrl.Trim());
        if (IsRelative(text) && (current ?? start) is { } from)
            return from.IsFile ? new Uri(start is { IsFile: true } && text.StartsWith('/') ? start : from, text.TrimStart('/')) : new Uri(from, text);
        if (Host(text) is { } host)
            return host;
        return (current ?? start) is { } origin
            ? new Uri(origin, text)
            : throw new UserInputException($"\"{text}\" is no address that can be opened. Write a full one (https://example.com/page).");
    }

    private static Uri Base(string text)
    {
        if (Absolute(text) is { } absolute)
        {
            // Without a slash at the end the last part would be replaced by what is relative to it; a page stays a page.
            return absolute.AbsolutePath.EndsWith('/') || IsPage(absolute.AbsolutePath) || absolute.Query.Length > 0
                ? absolute
                : new Uri(absolute.GetLeftPart(UriPartial.Path) + "/");
        }

        RefuseScheme(text);
        if (Directory.Exists(text))
            return new Uri(Path.GetFullPath(text).TrimEnd(Path.DirectorySeparatorChar) + "/");
        if (File.Exists(text))
            return new Uri(Path.GetFullPath(text));
        return Host(text) is { } host ? Base(host.ToString()) : throw new UserInputException($"The base URL \"{text}\" is neither an address nor a folder that exists.");
    }

    // On Unix "/login" is an absolute file path to Uri; for a test it is a path of the app.
    private static Uri? Absolute(string text)
        => text.Contains(':', StringComparison.Ordinal) && !text.StartsWith('/') && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https" or "file" or "about" or "data" or "blob" or "chrome-error" ? uri : null;

    /// <summary>What stands before a colon is a scheme, unless a port follows or it is a drive: <c>htp:/shop</c>, <c>ftp://shop</c>.</summary>
    private static void RefuseScheme(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || colon + 1 < text.Length && char.IsAsciiDigit(text[colon + 1]) || !text[..colon].All(char.IsAsciiLetter))
            return;
        var scheme = text[..colon];
        var meant = Spelling.Nearest(scheme.ToLowerInvariant(), ["http", "https", "file"]);
        throw new UserInputException($"The address \"{text}\" begins with \"{scheme}:\", which is nothing a test can open.{(meant is null ? " Addresses begin with http://, https:// or file://." : $" Did you mean \"{meant}://{text[(colon + 1)..].TrimStart('/')}\"?")}");
    }

    private static bool IsRelative(string text)
    {
        if (text[0] is '/' or '?' or '#' or '.')
            return true;
        var first = text.Split('/', '?', '#')[0];
        return IsPage(first) || (!first.Contains('.', StringComparison.Ordinal) && !IsLoopback(first));
    }

    private static Uri? Host(string text)
    {
        var first = text.Split('/', '?', '#')[0];
        var looksLikeHost = IsLoopback(first) || (first.Contains('.', StringComparison.Ordinal) && !first.StartsWith('.') && !IsPage(first));
        return looksLikeHost && Uri.TryCreate((IsLoopback(first) ? "http://" : "https://") + text, UriKind.Absolute, out var uri) ? uri : null;
    }

    private static bool IsLoopback(string host)
    {
        var name = host.Split(':')[0];
        return name is "localhost" or "[" || name.StartsWith("127.", StringComparison.Ordinal) || name == "0.0.0.0" || host.StartsWith("[::1]", StringComparison.Ordinal)
            || name.EndsWith(".localhost", StringComparison.Ordinal);
    }

    private static bool IsPage(string path) => PageEndings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static string PathOf(string text) => Uri.UnescapeDataString(text.Split('?', '#')[0]);
}
