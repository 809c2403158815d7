using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Autonoma.EnvironmentFactory;

/// <summary>Values that are the same each time for one run and different for every other: pure functions of the run id.</summary>
public static partial class UniqueValues
{
    /// <summary>Twelve hex digits for a run and whatever tells values of that run apart.</summary>
    /// <param name="testRunId">The run.</param>
    /// <param name="parts">What the value is for; numbers are written as invariant text.</param>
    public static string Token(string testRunId, params ReadOnlySpan<object> parts)
    {
        ArgumentNullException.ThrowIfNull(testRunId);
        var text = new StringBuilder(testRunId);
        foreach (var part in parts)
            text.Append(' ').Append(Convert.ToString(part, CultureInfo.InvariantCulture));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())), 0, 6).ToLowerInvariant();
    }

    /// <summary>An id such as <c>order_1f0c6a2b9d3e</c>.</summary>
    public static string Id(string testRunId, string prefix = "id", params ReadOnlySpan<object> parts)
        => $"{prefix}_{Token(testRunId, [prefix, .. parts])}";

    /// <summary>A slug such as <c>acme-corp-1f0c6a2b9d3e</c>.</summary>
    public static string Slug(string testRunId, string text = "item", params ReadOnlySpan<object> parts)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slug = NotInSlug().Replace(text.ToLowerInvariant(), "-").Trim('-');
        return $"{(slug.Length == 0 ? "item" : slug)}-{Token(testRunId, [text, .. parts])}";
    }

    /// <summary>An address such as <c>user+1f0c6a2b9d3e@example.com</c>.</summary>
    public static string Email(string testRunId, string local = "user", string domain = "example.com")
        => $"{local}+{Token(testRunId, local, domain)}@{domain}";

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotInSlug();
}
