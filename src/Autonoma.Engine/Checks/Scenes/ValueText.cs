using System.Globalization;
using System.Text.RegularExpressions;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Scenes;

/// <summary>Compares values as people read them: texts whole, numbers with their sign and unit, dates in any unambiguous form.</summary>
internal static partial class ValueText
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["€"] = "eur", ["euro"] = "eur", ["euros"] = "eur", ["$"] = "usd", ["dollar"] = "usd", ["dollars"] = "usd", ["£"] = "gbp", ["pound"] = "gbp", ["pounds"] = "gbp", ["percent"] = "%", ["per"] = "/",
        ["days"] = "day", ["hours"] = "hour", ["minutes"] = "minute", ["min"] = "minute", ["mins"] = "minute", ["months"] = "month", ["years"] = "year", ["points"] = "point", ["pts"] = "point", ["items"] = "item", ["mo"] = "month", ["yr"] = "year",
        ["hrs"] = "hour", ["h"] = "hour", ["hr"] = "hour", ["kilometres"] = "km", ["kilometers"] = "km", ["nights"] = "night", ["guests"] = "guest", ["people"] = "person", ["persons"] = "person", ["pieces"] = "pcs", ["weeks"] = "week", ["stars"] = "star", ["seats"] = "seat", ["rooms"] = "room",
        ["grams"] = "g", ["gram"] = "g", ["metres"] = "m", ["meters"] = "m", ["seconds"] = "second", ["sec"] = "second", ["s"] = "second",
    };

    [GeneratedRegex(@"^[+-]?\d[\d.,' ]*$")]
    private static partial Regex NumberShape();

    /// <summary>Whether the text is exactly the claimed value. <paramref name="strict"/>: quoted, so no other unit or form will do.</summary>
    public static bool Equal(string claimed, string actual, bool strict = false)
    {
        var left = Clean(claimed);
        var right = Clean(actual);
        if (left == right && left.Length > 0)
            return true;
        var a = Phrase.Tokens(left);
        var b = Phrase.Tokens(right);
        if (a.Length == 0 || b.Length == 0)
            return false;
        if (strict)
            return Phrase.Equal(a, b) && SameMarks(left, right);
        if (Phrase.Equal(a, b) && SameMarks(left, right))
            return true;
        // 13/03/2031 is not what 03/13/2031 shows, though it is the same day: only a month in words may be written in figures.
        if (TryDate(left, out var leftDate) && TryDate(right, out var rightDate))
            return leftDate == rightDate && (left.Any(char.IsLetter) || right.Any(char.IsLetter));
        return SameQuantity(a, b);
    }

    /// <summary>Number with units on both sides equal; the page may show a unit that the claim leaves out, not the other way round.</summary>
    private static bool SameQuantity(string[] claimed, string[] actual)
    {
        if (!TryQuantity(claimed, out var left, out var leftUnits) || !TryQuantity(actual, out var right, out var rightUnits))
            return false;
        return left == right && leftUnits.All(rightUnits.Contains) && rightUnits.Count <= leftUnits.Count + 2;
    }

    /// <summary>A single number with its units: <c>€ 19 / month</c>.</summary>
    public static bool TryQuantity(IReadOnlyList<string> tokens, out decimal number, out List<string> units)
    {
        number = 0;
        units = [];
        var found = false;
        var negative = false;
        foreach (var token in tokens)
        {
            if (TryNumber(token, out var value))
            {
                if (found)
                    return false;
                (found, number) = (true, value);
                continue;
            }

            if (token is "a" or "an")
                continue;
            if (token == "-")
            {
                negative = true;
                continue;
            }

            if (token is "/" or "per")
                continue;
            units.Add(Unit(token));
        }

        if (negative)
            number = -number;
        return found && units.Count <= 3;
    }

    public static string Unit(string token) => Units.GetValueOrDefault(token, token);

    public static bool IsUnit(string token) => Units.ContainsKey(token) || token is "%" or "eur" or "usd" or "gbp" or "kg" or "km" or "g" or "cm" or "mm" or "gb" or "mb" or "kb" or "chf" or "pln" or "sek";

    /// <summary>Reads 1,250.00, 1.250,00, 1 250, 12, +3, -4.5. A lone group of three after a single mark can mean either: taken as thousands only for a comma.</summary>
    public static bool TryNumber(string text, out decimal number)
    {
        number = 0;
        if (!NumberShape().IsMatch(text))
            return false;
        var s = text.Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        var sign = s[0] == '-' ? -1 : 1;
        s = s.TrimStart('+', '-').TrimEnd('.', ',');
        var dot = s.LastIndexOf('.');
        var comma = s.LastIndexOf(',');
        if (dot >= 0 && comma >= 0)
            s = dot > comma ? s.Replace(",", "", StringComparison.Ordinal) : s.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        else if (comma >= 0)
            s = IsGrouped(s, ',') ? s.Replace(",", "", StringComparison.Ordinal) : s.Count(c => c == ',') == 1 ? s.Replace(',', '.') : "";
        else if (dot >= 0 && s.Count(c => c == '.') > 1)
            s = IsGrouped(s, '.') ? s.Replace(".", "", StringComparison.Ordinal) : "";
        if (!decimal.TryParse(s, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number))
            return false;
        number *= sign;
        return true;
    }

    private static bool IsGrouped(string s, char mark)
    {
        var parts = s.Split(mark);
        // "0,900" is less than one: no group of thousands begins with nothing.
        return parts[0].Length is >= 1 and <= 3 && parts[0] != "0" && parts.Skip(1).All(p => p.Length == 3);
    }

    private static readonly string[] DateForms =
    [
        "yyyy-M-d", "yyyy/M/d", "d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy", "d.M.yyyy", "dddd d MMMM yyyy", "ddd d MMM yyyy", "dddd MMMM d yyyy", "ddd MMM d yyyy", "d-MMM-yyyy",
    ];

    /// <summary>Reads a date that can mean one day only.</summary>
    public static bool TryDate(string text, out DateOnly date)
    {
        var plain = text.Replace(",", "", StringComparison.Ordinal).Replace("th ", " ", StringComparison.Ordinal).Replace("1st ", "1 ", StringComparison.Ordinal).Replace("2nd ", "2 ", StringComparison.Ordinal).Replace("3rd ", "3 ", StringComparison.Ordinal).Replace(" of ", " ", StringComparison.Ordinal).Trim();
        if (plain.Length is > 7 and < 32 && DateOnly.TryParseExact(plain, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out date))
            return true;
        var parts = plain.Split('/');
        if (parts.Length == 3 && parts.All(p => p.Length > 0 && p.All(char.IsAsciiDigit)) && parts[2].Length == 4)
        {
            var (x, y, year) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
            if (x > 12 && y <= 12 || x == y)
                return DateOnly.TryParseExact($"{year}-{y}-{x}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
            if (y > 12 && x <= 12)
                return DateOnly.TryParseExact($"{year}-{x}-{y}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
        }

        date = default;
        return false;
    }

    public static string Clean(string text) => TextFold.Fold(text).TrimEnd('.', ':', '*', ' ', ';', ',').TrimStart('*', ' ', '•', '·');

    // The marks that change a meaning: a minus, a question.
    private static bool SameMarks(string left, string right)
    {
        foreach (var mark in "?+(")
        {
            if (left.Contains(mark, StringComparison.Ordinal) != right.Contains(mark, StringComparison.Ordinal) && mark != '(')
                return false;
        }

        // A- is another grade than A.
        return EndsInMinus(left) == EndsInMinus(right);
    }

    private static bool EndsInMinus(string text) => text.Length > 1 && text[^1] == '-' && char.IsLetterOrDigit(text[^2]);
}
