using System.Globalization;
using System.Text.Json.Nodes;

namespace Autonoma.Planner.Designing.Values;

/// <summary>
/// Dates that do not depend on the day they are used on: what is over was in 2024, what is to come is in 2039, what is valid is so from 2024 to 2039. Tests can
/// rely on them as they stand.
/// </summary>
internal static class Moments
{
    public static JsonNode Of(FieldMeaning meaning, string type, int number)
    {
        var kind = type.TrimEnd('?').ToLowerInvariant();
        if (meaning == FieldMeaning.TimeOfDay)
            return JsonValue.Create(new TimeOnly(8 + (number % 9), number % 4 * 15).ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        if (meaning == FieldMeaning.Duration)
            return JsonValue.Create(TimeSpan.FromMinutes(15 + (number % 4 * 15)).ToString("c", CultureInfo.InvariantCulture));
        // Every time of a list is another one: two appointments of one person may not begin together.
        var day = meaning switch
        {
            FieldMeaning.Birth => new DateTime(1958 + (number * 7 % 45), 1 + (number * 5 % 12), 1 + (number * 11 % 28), 0, 0, 0, DateTimeKind.Utc),
            FieldMeaning.Future => new DateTime(2039, 3, 1, 9, 0, 0, DateTimeKind.Utc).AddDays(number / 8).AddHours(number % 8),
            FieldMeaning.Opening => new DateTime(2024, 1, 15, 9, 0, 0, DateTimeKind.Utc).AddDays(number),
            FieldMeaning.Closing => new DateTime(2039, 6, 30, 17, 0, 0, DateTimeKind.Utc).AddDays(number),
            _ => new DateTime(2024, 3, 4, 9, 30, 0, DateTimeKind.Utc).AddDays(number).AddMinutes(number % 4 * 15),
        };
        return JsonValue.Create(kind is "date" or "localdate" ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : day.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }
}
