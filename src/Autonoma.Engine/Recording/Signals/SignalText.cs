using System.Text.RegularExpressions;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Recording.Signals;

/// <summary>How texts of a screen are shortened and compared as signals.</summary>
internal static partial class SignalText
{
    /// <summary>The longest text that is a signal; a longer one is content.</summary>
    public const int Longest = 120;

    /// <summary>The text folded with its case; null when there is none, or when it is too long to be a name.</summary>
    public static string? Of(string? text)
    {
        var folded = TextFold.FoldKeepCase(text);
        return folded.Length is 0 or > Longest ? null : folded;
    }

    /// <summary>The text folded with its case and cut; null when there is none.</summary>
    public static string? Cut(string? text, int longest = Longest)
    {
        var folded = TextFold.FoldKeepCase(text);
        if (folded.Length == 0)
            return null;
        if (folded.Length <= longest)
            return folded;
        var end = folded.LastIndexOf(' ', longest);
        return folded[..(end > longest / 2 ? end : longest)].TrimEnd();
    }

    /// <summary>0 to 1: how alike two texts are. Numbers are equal whatever their size.</summary>
    public static double Similarity(string recorded, string? now)
    {
        if (string.IsNullOrEmpty(now))
            return 0;
        var (left, right) = (Normal(recorded), Normal(now));
        if (left == right)
            return 1;
        var (leftWords, rightWords) = (TextFold.Words(left), TextFold.Words(right));
        if (leftWords.Count == 0 || rightWords.Count == 0)
            return 0;
        var common = leftWords.Intersect(rightWords, StringComparer.Ordinal).Count();
        return 2.0 * common / (leftWords.Distinct(StringComparer.Ordinal).Count() + rightWords.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>Whether two texts are the same but for case, white space and the size of numbers.</summary>
    public static bool Same(string recorded, string? now) => now is not null && Normal(recorded) == Normal(now);

    /// <summary>Whether a text holds another, numbers of any size being equal.</summary>
    public static bool Holds(string whole, string part) => Normal(whole).Contains(Normal(part), StringComparison.Ordinal);

    /// <summary>Path and fragment of an address without its host, for comparison between environments; the whole for another scheme.</summary>
    public static string? PathOf(string? address)
    {
        if (string.IsNullOrEmpty(address))
            return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return address.Length > Longest ? null : address;
        if (uri.Scheme is "http" or "https")
            return Shorten(uri.AbsolutePath + uri.Fragment);
        return uri.Scheme == "file" ? Shorten(Path.GetFileName(uri.LocalPath) + uri.Fragment) : uri.Scheme is "mailto" or "tel" ? Shorten(address) : null;
    }

    private static string? Shorten(string path) => path.Length > Longest ? null : path;

    private static string Normal(string text) => Digits().Replace(TextFold.Fold(text), "0");

    [GeneratedRegex(@"[0-9]+(?:[.,][0-9]+)*")]
    private static partial Regex Digits();
}
