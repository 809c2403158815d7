using System.Text.Json.Nodes;

namespace Autonoma.Planner.Designing.Values;

/// <summary>Numbers by what they count, within the limits of their field.</summary>
internal static class Numbers
{
    public static JsonNode? Of(FieldMeaning meaning, StoredField field, int number)
    {
        var isWhole = field.Type.TrimEnd('?').ToLowerInvariant() is "int" or "long" or "short" or "byte" or "integer" or "bigint" or "uint" or "ulong";
        var value = meaning switch
        {
            FieldMeaning.Money => WordLists.Prices[number % WordLists.Prices.Length] + (number / WordLists.Prices.Length),
            FieldMeaning.MoneyOff => 0m,
            FieldMeaning.Percent => 10 + (number % 5 * 5),
            FieldMeaning.Quantity => 1 + (number % 4),
            FieldMeaning.Stock => 24 + (number % 7 * 6),
            FieldMeaning.Rating => 3 + (number % 3),
            FieldMeaning.Year => 2018 + (number % 6),
            FieldMeaning.Age => 24 + (number % 40),
            FieldMeaning.Rank => number,
            FieldMeaning.Counter => 1001 + number,
            FieldMeaning.Bytes => 2048 + (number * 512),
            FieldMeaning.Latitude => 51.25m + (number * 0.01m),
            FieldMeaning.Longitude => 9.5m + (number * 0.01m),
            FieldMeaning.Fraction => 1.5m + number,
            _ => 1m + number,
        };
        if (isWhole)
            value = Math.Round(value, MidpointRounding.AwayFromZero);
        if (field.Limits.Least is { } least && value < least)
            value = Within(isWhole ? Math.Ceiling(least) : least, number, field.Limits.Most, isWhole);
        if (field.Limits.Most is { } most && value > most)
        {
            var top = isWhole ? Math.Floor(most) : most;
            var bottom = isWhole ? Math.Ceiling(field.Limits.Least ?? 0) : field.Limits.Least ?? 0;
            value = top >= bottom ? Math.Max(bottom, top - (number % (int)Math.Clamp(top - bottom + 1, 1, 1000))) : top;
        }

        if ((field.Limits.Least is { } low && value < low) || (field.Limits.Most is { } high && value > high))
            return null;
        if (isWhole && field.Type.StartsWith("byte", StringComparison.Ordinal) && value > byte.MaxValue)
            value %= 256;
        return isWhole ? JsonValue.Create((long)value) : JsonValue.Create(value);
    }

    private static decimal Within(decimal least, int number, decimal? most, bool isWhole)
    {
        var next = least + (isWhole ? number : number % 10);
        return most is { } top && next > top ? least : next;
    }
}
