namespace Autonoma.Engine.Web.Driving;

/// <summary>Turns Playwright's messages into ones for users.</summary>
internal static class Messages
{
    /// <summary>The first line, without the call log.</summary>
    public static string FirstLine(Exception error)
    {
        var text = error.Message;
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).Trim();
    }

    /// <summary>Whether the message says that page, context or browser is gone.</summary>
    public static bool SaysGone(Exception error) => error.Message.Contains("has been closed", StringComparison.Ordinal)
        || error.Message.Contains("Target closed", StringComparison.Ordinal) || error.Message.Contains("crashed", StringComparison.OrdinalIgnoreCase)
        || error.Message.Contains("Connection closed", StringComparison.Ordinal) || error.Message.Contains("Browser closed", StringComparison.Ordinal)
        || error.Message.Contains("Process exited", StringComparison.Ordinal);

    /// <summary>Whether a script failed because its document was replaced meanwhile.</summary>
    public static bool SaysReplaced(Exception error) => error.Message.Contains("xecution context", StringComparison.Ordinal) || error.Message.Contains("Promise was collected", StringComparison.Ordinal)
        || error.Message.Contains("Cannot find context", StringComparison.Ordinal) || error.Message.Contains("because of a navigation", StringComparison.Ordinal)
        || error.Message.Contains("Frame was detached", StringComparison.Ordinal) || error.Message.Contains("frame got detached", StringComparison.OrdinalIgnoreCase)
        || error.Message.Contains("Inspected target navigated", StringComparison.Ordinal);

    /// <summary>Whether a picture could not be taken because nothing was painted yet, or one page was just giving way to another.</summary>
    public static bool SaysNoPicture(Exception error) => error.Message.Contains("Unable to capture screenshot", StringComparison.Ordinal) || error.Message.Contains("Not attached to an active page", StringComparison.Ordinal);

    /// <summary>An address as it may be shown: no user, no password, values of the query left out.</summary>
    public static string Safe(string url)
    {
        if (url.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            return url.Length > 40 ? url[..40] + "..." : url;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "ws" or "wss"))
            return url;
        var query = uri.Query.Length < 2 ? "" : "?" + string.Join('&', uri.Query[1..].Split('&').Select(SafePart));
        return $"{uri.Scheme}://{uri.Authority}{uri.AbsolutePath}{query}";
    }

    // Names of parameters help to recognise a request; values may be anything. Short plain numbers are page numbers and the like.
    private static string SafePart(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
            return part.Length <= 24 ? part : "...";
        var value = part[(equals + 1)..];
        return value.Length <= 6 && value.All(char.IsAsciiDigit) ? part : part[..(equals + 1)] + "...";
    }
}
