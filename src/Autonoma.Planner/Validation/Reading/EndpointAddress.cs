namespace Autonoma.Planner.Validation.Reading;

/// <summary>Where an Environment Factory answers: an absolute address of the web.</summary>
internal static class EndpointAddress
{
    /// <summary>What is wrong with an address, as a sentence; null when nothing is.</summary>
    public static string? WhyWrong(string text)
    {
        var shown = Documents.DocumentNode.Short(text);
        if (text.Any(char.IsWhiteSpace))
            return $"must be one address without blanks, and here it is '{shown}'.";
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || text.StartsWith('/'))
            return $"must be an absolute address, and here it is '{shown}'.";
        if (text[..colon].ToLowerInvariant() is not ("http" or "https"))
            return $"must use http or https, and here it is '{shown}'.";
        if (!text.AsSpan(colon).StartsWith("://", StringComparison.Ordinal) || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return $"must include a host, and here it is '{shown}'.";
        return null;
    }
}
