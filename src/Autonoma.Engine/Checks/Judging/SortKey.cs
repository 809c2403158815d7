using System.Text.RegularExpressions;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>What a record is sorted by: a number, a date or a text.</summary>
internal sealed record SortKey(decimal? Number, DateOnly? Date, string Text)
{
    public static SortKey Read(string text)
    {
        var clean = ValueText.Clean(text);
        if (ValueText.TryDate(clean, out var date))
            return new(null, date, text);
        // "28.03.2031 10:15" begins with a date.
        var space = clean.IndexOf(' ', StringComparison.Ordinal);
        if (space > 6 && ValueText.TryDate(clean[..space], out date))
            return new(null, date, text);
        if (clean.Length > 10 && Regex.Match(clean, @"\b(\d{4}-\d\d-\d\d|\d{1,2} [a-z]{3,9} \d{4}|\d{1,2}\.\d{1,2}\.\d{4})\b") is { Success: true } inner && clean.Length < 30 && ValueText.TryDate(inner.Value, out date))
            return new(null, date, text);
        if (ValueText.TryQuantity(Phrase.Tokens(clean), out var number, out _))
            return new(number, null, text);
        return new(null, null, text);
    }

    public int CompareTo(SortKey other)
    {
        if (Number is { } a && other.Number is { } b)
            return a.CompareTo(b);
        if (Date is { } c && other.Date is { } d)
        {
            var order = c.CompareTo(d);
            return order != 0 ? order : string.Compare(TimePart(Text), TimePart(other.Text), StringComparison.Ordinal);
        }

        return string.Compare(TextFold.Fold(Text), TextFold.Fold(other.Text), StringComparison.Ordinal);
    }

    private static string TimePart(string text) => Regex.Match(text, @"\d\d:\d\d(:\d\d)?").Value;

    public override string ToString() => Text;
}
