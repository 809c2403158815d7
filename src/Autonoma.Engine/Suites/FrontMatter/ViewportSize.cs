using System.Globalization;
using System.Text.RegularExpressions;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Suites.FrontMatter;

/// <summary>Sizes of a window as people write them: <c>1280x800</c>, <c>1280 × 800</c>.</summary>
public static partial class ViewportSize
{
    /// <summary>The smallest and largest side in CSS pixels.</summary>
    public const int Smallest = 100, Largest = 10_000;

    /// <summary>Reads a size; false when it is none or a side is out of bounds.</summary>
    public static bool TryParse(string text, out UiSize size)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Whole().Match(text);
        return TryMake(match, out size);
    }

    /// <summary>Finds the size of a window that a sentence names ("in a desktop window of 1280 × 800").</summary>
    public static bool TryFind(string sentence, out UiSize size)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        size = default;
        return About().IsMatch(sentence) && TryMake(Inside().Match(sentence), out size);
    }

    /// <summary>Whether a side is one a window can have.</summary>
    public static bool IsSide(int value) => value is >= Smallest and <= Largest;

    private static bool TryMake(Match match, out UiSize size)
    {
        size = default;
        if (!match.Success
            || !int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            || !int.TryParse(match.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            || !IsSide(width) || !IsSide(height))
            return false;
        size = new(width, height);
        return true;
    }

    [GeneratedRegex(@"^\s*(\d{1,6})\s*(?:px)?\s*[x×X*]\s*(\d{1,6})\s*(?:px|pixels)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<![\d.])(\d{3,5})\s*(?:px|pixels)?\s*(?:[x×X*]|by)\s*(\d{3,5})(?![\d.]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Inside();

    [GeneratedRegex(@"\b(?:window|viewport|screen|browser|resolution|desktop|display|pixels)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex About();
}
