using System.Globalization;

namespace Autonoma.Engine.Language;

/// <summary>Cardinal and ordinal numbers in words and digits.</summary>
public static class NumberWords
{
    private static readonly string[] Units =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] OrdinalUnits =
    [
        "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    /// <summary>Reads <c>three</c>, <c>twenty-one</c>, <c>12</c>, <c>no</c> (0), <c>a</c>/<c>single</c> (1), <c>both</c>/<c>a couple of</c> (2), <c>a dozen</c>.</summary>
    public static bool TryCardinal(string word, out int value)
    {
        ArgumentNullException.ThrowIfNull(word);
        var text = TextFold.Fold(word);
        if (text.Length is > 0 and < 10 && text.All(char.IsAsciiDigit))
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        value = Array.IndexOf(Units, text);
        if (value >= 0)
            return true;
        switch (text)
        {
            case "no" or "none" or "nothing":
                value = 0;
                return true;
            case "a" or "an" or "single" or "once" or "exactly one":
                value = 1;
                return true;
            case "both" or "couple" or "a couple" or "pair" or "twice":
                value = 2;
                return true;
            case "thrice":
                value = 3;
                return true;
            case "dozen" or "a dozen":
                value = 12;
                return true;
            case "hundred" or "a hundred" or "one hundred":
                value = 100;
                return true;
        }

        var parts = text.Split('-', ' ');
        var ten = parts.Length is 1 or 2 ? Array.IndexOf(Tens, parts[0]) : -1;
        if (ten >= 2)
        {
            var unit = parts.Length == 1 ? 0 : Array.IndexOf(Units, parts[1]);
            if (unit is >= 0 and < 10)
            {
                value = (ten * 10) + unit;
                return true;
            }
        }

        value = 0;
        return false;
    }

    /// <summary>Reads <c>first</c>, <c>3rd</c>, <c>twenty-second</c>, <c>last</c> (-1), <c>second last</c>/<c>penultimate</c> (-2).</summary>
    public static bool TryOrdinal(string word, out int value)
    {
        ArgumentNullException.ThrowIfNull(word);
        var text = TextFold.Fold(word);
        value = Array.IndexOf(OrdinalUnits, text);
        if (value > 0)
            return true;
        switch (text)
        {
            case "last" or "final" or "bottommost" or "rightmost":
                value = -1;
                return true;
            case "second last" or "second-last" or "second to last" or "second-to-last" or "penultimate" or "next to last" or "last but one":
                value = -2;
                return true;
            case "topmost" or "leftmost" or "very first":
                value = 1;
                return true;
        }

        if (text.Length > 2 && text[^2..] is "st" or "nd" or "rd" or "th" && text[..^2].All(char.IsAsciiDigit) && text.Length < 10)
            return int.TryParse(text[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out value) && value > 0;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0 && Array.IndexOf(Tens, text[..dash]) is >= 2 and var ten && Array.IndexOf(OrdinalUnits, text[(dash + 1)..]) is > 0 and < 10 and var unit)
        {
            value = (ten * 10) + unit;
            return true;
        }

        value = 0;
        return false;
    }
}
