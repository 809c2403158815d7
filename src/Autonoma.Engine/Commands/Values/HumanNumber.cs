using System.Globalization;
using System.Text.RegularExpressions;

namespace Autonoma.Engine.Commands.Values;

/// <summary>A number as people write it: <c>1,250.50</c>, <c>12,5</c>, <c>80 %</c>, <c>€ 40</c>.</summary>
internal static partial class HumanNumber
{
    /// <summary>Reads the one number in a text; false when there is none or several.</summary>
    public static bool TryParse(string text, out decimal value, out bool isPercent)
    {
        value = 0;
        isPercent = text.Contains('%', StringComparison.Ordinal);
        if (Number().Matches(text) is not [{ } match])
            return false;
        var digits = match.Value.Replace('\u2212', '-').Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace("\u202f", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        var comma = digits.LastIndexOf(',');
        var point = digits.LastIndexOf('.');
        // The mark that comes last separates the decimals, unless a lone one stands before exactly three digits and groups them.
        if (comma > point)
        {
            var groups = point < 0 && (digits.Count(c => c == ',') > 1 || digits.Length - comma - 1 == 3);
            digits = groups ? digits.Replace(",", "", StringComparison.Ordinal) : digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        }
        else
        {
            digits = digits.Replace(",", "", StringComparison.Ordinal);
            if (digits.Count(c => c == '.') > 1)
                digits = digits.Replace(".", "", StringComparison.Ordinal);
        }

        return decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    [GeneratedRegex(@"[-\u2212]?\d(?:[\d.,'\u00a0\u202f]|\x20(?=\d{3}\b))*(?<![.,'])")]
    private static partial Regex Number();
}
