using System.Globalization;
using System.Text.RegularExpressions;

namespace Autonoma.Planner.Exploring.Probing;

/// <summary>Values that look real, the same in every exploration: by what a field takes, then by what its label says.</summary>
internal static partial class SampleValues
{
    /// <summary>A value that the field should take; the number makes it differ between records.</summary>
    public static string Valid(ExploredField field, int number)
    {
        var n = number.ToString(CultureInfo.InvariantCulture);
        return field.Kind switch
        {
            FieldKind.Email => $"ada.winter{n}@example.test",
            FieldKind.Number => Number(field, number),
            FieldKind.Password => "Harbor-Light-42",
            FieldKind.Phone => $"+1 555 010 {1000 + number}",
            FieldKind.Address => $"https://example.test/{n}",
            FieldKind.Date => field.Value.Length > 0 ? field.Value : "2031-05-17",
            FieldKind.Multiline => $"Please leave it at the front desk, note {n}.",
            FieldKind.Choice => field.Options.FirstOrDefault(option => option != field.Value && !Nothing().IsMatch(option)) ?? (field.Options.Count > 0 ? field.Options[^1] : ""),
            FieldKind.Radio or FieldKind.Switch => "on",
            FieldKind.File => "",
            FieldKind.Search or FieldKind.Text => Text(field, number),
            _ => throw new InvalidOperationException($"No value for a field of kind {field.Kind}."),
        };
    }

    /// <summary>Whether an option stands for nothing chosen.</summary>
    public static bool IsNothing(string option) => Nothing().IsMatch(option);

    private static string Text(ExploredField field, int number)
    {
        var n = number.ToString(CultureInfo.InvariantCulture);
        var label = field.Label;
        if (FirstName().IsMatch(label))
            return "Ada";
        if (LastName().IsMatch(label))
            return $"Winter{Letters(number)}";
        if (Company().IsMatch(label))
            return $"Blue Harbor {Letters(number)}";
        if (Zip().IsMatch(label))
            return "10115";
        if (City().IsMatch(label))
            return "Springfield";
        if (Street().IsMatch(label))
            return $"{n} Harbor Street";
        if (Country().IsMatch(label))
            return "Germany";
        if (Card().IsMatch(label))
            return "4242 4242 4242 4242";
        if (Expiry().IsMatch(label))
            return "12/34";
        if (SecurityCode().IsMatch(label))
            return "123";
        if (Code().IsMatch(label))
            return $"TRIAL{n}";
        return Name().IsMatch(label) ? $"Ada Winter {Letters(number)}" : $"Amber Lantern {n}";
    }

    // Inside what the field already holds, so that a limit that nobody wrote down is not met by chance.
    private static string Number(ExploredField field, int number)
        => decimal.TryParse(field.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var now) && now > 0
            ? (now + 1).ToString("0.##", CultureInfo.InvariantCulture)
            : (10 + (number % 40)).ToString(CultureInfo.InvariantCulture);

    private static string Letters(int number) => ((char)('A' + (number / 26 % 26))).ToString() + (char)('A' + (number % 26));

    [GeneratedRegex(@"^(?:(?:please )?(?:choose|select|pick)\b.*|any\b.*|all\b.*|none|-+|—|–)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"\b(?:first|given) ?name\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FirstName();

    [GeneratedRegex(@"\b(?:last|family|sur) ?name\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LastName();

    [GeneratedRegex(@"\b(?:company|organi[sz]ation|business|employer)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Company();

    [GeneratedRegex(@"\b(?:zip|postal|postcode|post code)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Zip();

    [GeneratedRegex(@"\b(?:city|town)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex City();

    [GeneratedRegex(@"\b(?:street|address)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Street();

    [GeneratedRegex(@"\bcountry\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Country();

    [GeneratedRegex(@"\bcard number\b|^(?:[0-9x•]{4} ){3}[0-9x•]{4}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Card();

    [GeneratedRegex(@"\b(?:expir\w*|valid (?:until|thru))\b|^MM ?/ ?YY", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Expiry();

    [GeneratedRegex(@"\b(?:cvc|cvv|security code)\b|^\d{3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecurityCode();

    [GeneratedRegex(@"\b(?:code|sku|slug|reference|identifier|key)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"\bname\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
