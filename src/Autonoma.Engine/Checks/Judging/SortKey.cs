using System.Globalization;
using System.Text.RegularExpressions;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>What a record is sorted or compared by: a number in a unit, a day (with its hour), or a text. Two keys tell an order only where they are of one kind and unit.</summary>
/// <param name="Number">The number in the base of its unit: grams, metres, bytes, seconds; null when the text is none.</param>
/// <param name="Unit">The base unit, or the words of the text beside the number; empty when there are none.</param>
/// <param name="Date">The day, when the text tells one.</param>
/// <param name="Text">What the page says.</param>
internal sealed partial record SortKey(decimal? Number, string Unit, DateOnly? Date, string Text)
{
    /// <summary>The unit of a time of day or of a time on a clock: minutes or seconds apart are told by their form.</summary>
    private const string ClockUnit = "clock";

    [GeneratedRegex(@"^(?<a>\d{1,3}):(?<b>\d\d)(?::(?<c>\d\d))?(?: ?(?<half>[ap])\.?m\.?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(\d{4}-\d\d-\d\d|\d{1,2} [a-z]{3,9} \d{4}|\d{1,2}\.\d{1,2}\.\d{4})\b")]
    private static partial Regex InnerDay();

    [GeneratedRegex(@"\b\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?", RegexOptions.IgnoreCase)]
    private static partial Regex InnerClock();

    [GeneratedRegex(@"(?<![\d.,])(\d+(?:[.,]\d+)*)\s*([a-z]+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex(@"(?<=\d)(?=\p{L})")]
    private static partial Regex BeforeUnit();

    // "1.250" is a thousand in one country and one and a quarter in another.
    [GeneratedRegex(@"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])")]
    private static partial Regex EitherWay();

    [GeneratedRegex(@"\d\.\d{3}(?![\d.,])")]
    private static partial Regex ThreePlaces();

    [GeneratedRegex(@"\d,\d{1,2}(?!\d)")]
    private static partial Regex CommaPlaces();

    [GeneratedRegex(@"(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d.,])")]
    private static partial Regex CommaGroup();

    /// <summary>A key that is compared letter by letter.</summary>
    public static SortKey Letters(string text) => new(null, "", null, text);

    public static SortKey Read(string text)
    {
        var clean = ValueText.Clean(text);
        if (ValueText.TryDate(clean, out var date))
            return new(null, "", date, text);
        // "28.03.2031 10:15" begins with a date.
        var space = clean.IndexOf(' ', StringComparison.Ordinal);
        if (space > 6 && ValueText.TryDate(clean[..space], out date))
            return new(null, "", date, text);
        if (clean.Length is > 10 and < 30 && InnerDay().Match(clean) is { Success: true } inner && ValueText.TryDate(inner.Value, out date))
            return new(null, "", date, text);
        if (OnClock(clean) is { } clock)
            return new(clock.Seconds, clock.Form, null, text);
        if (Lasting(clean) is { } seconds)
            return new(seconds, UnitScale.Time, null, text);
        return ValueText.TryQuantity(Phrase.Tokens(BeforeUnit().Replace(clean, " ")), out var number, out var units) ? Scaled(number, units, text) : Letters(text);
    }

    /// <summary>"1 h 20 min", "3 days": a length of time and nothing else, in seconds.</summary>
    public static decimal? Lasting(string text)
    {
        var rest = text;
        decimal seconds = 0;
        var parts = Part().Matches(text);
        foreach (Match part in parts)
        {
            // "1h 20m": beside hours or seconds it is minutes, alone it may be metres.
            var unit = part.Groups[2].Value.ToLowerInvariant() is "m" && parts.Any(p => UnitScale.Of(p.Groups[2].Value.ToLowerInvariant()) is { Base: UnitScale.Time }) ? "min" : part.Groups[2].Value.ToLowerInvariant();
            if (UnitScale.Of(unit) is not { Base: UnitScale.Time } scale || !ValueText.TryNumber(part.Groups[1].Value, out var number))
                return null;
            seconds += number * scale.Factor;
            rest = rest.Replace(part.Value, "", StringComparison.Ordinal);
        }

        return parts.Count > 0 && !rest.Any(char.IsLetterOrDigit) ? seconds : null;
    }

    /// <summary>Whether every two of the keys tell an order: all days, all words, or all numbers in one unit and written in one way. Nothing is nothing in any unit.</summary>
    public static bool AreComparable(IReadOnlyCollection<SortKey> keys)
    {
        if (keys.All(k => k.Date is not null) || keys.All(k => k.Date is null && k.Number is null))
            return true;
        if (keys.Any(k => k.Number is null) || keys.Where(k => k.Number != 0 || k.Unit.Length > 0).Select(k => k.Unit).Distinct(StringComparer.Ordinal).Count() > 1)
            return false;
        var texts = keys.Where(k => k.Number != 0).Select(k => k.Text).ToList();
        return (!texts.Exists(t => EitherWay().IsMatch(t)) || texts.TrueForAll(t => ThreePlaces().IsMatch(t))) && (!texts.Exists(t => CommaGroup().IsMatch(t)) || !texts.Exists(t => CommaPlaces().IsMatch(t)));
    }

    public int CompareTo(SortKey other)
    {
        if (Number is { } a && other.Number is { } b)
            return a.CompareTo(b);
        if (Date is { } c && other.Date is { } d)
            return c.CompareTo(d) is not 0 and var order ? order : TimeOfDay(Text).CompareTo(TimeOfDay(other.Text));
        return string.Compare(TextFold.Fold(Text), TextFold.Fold(other.Text), StringComparison.Ordinal);
    }

    // What stands beside the number is its unit; one of a known dimension is brought to its base, "ago" counts backwards.
    private static SortKey Scaled(decimal number, List<string> units, string text)
    {
        var rest = new List<string>();
        string? scaled = null;
        foreach (var unit in units)
        {
            if (scaled is null && UnitScale.Of(unit) is var (known, factor))
                (scaled, number) = (known, number * factor);
            else if (unit == "k")
                number *= 1000;
            else
                rest.Add(Phrase.Stem(unit));
        }

        if (scaled == UnitScale.Time && rest.Remove("ago"))
            number = -number;
        return new(number, string.Join(' ', rest.Append(scaled).OfType<string>().Order(StringComparer.Ordinal)), null, text);
    }

    private static (decimal Seconds, string Form)? OnClock(string text)
    {
        if (Clock().Match(text) is not { Success: true } match)
            return null;
        int Figure(string name) => match.Groups[name] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
        var hours = Figure("a");
        var half = match.Groups["half"].Value.ToLowerInvariant();
        if (half.Length > 0)
            hours = hours % 12 + (half == "p" ? 12 : 0);
        return (hours * 3600 + Figure("b") * 60 + Figure("c"), $"{ClockUnit}{(match.Groups["c"].Success ? 3 : 2)}");
    }

    /// <summary>Whether the key is a day, a time on a clock, or so long ago.</summary>
    public bool IsInTime => Date is not null || IsClock || Unit == UnitScale.Time && Text.EndsWith("ago", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the key is a time on a clock.</summary>
    public bool IsClock => Unit.StartsWith(ClockUnit, StringComparison.Ordinal);

    private static decimal TimeOfDay(string text) => InnerClock().Match(text) is { Success: true } match && OnClock(match.Value) is { } clock ? clock.Seconds : 0;

    public override string ToString() => Text;
}
