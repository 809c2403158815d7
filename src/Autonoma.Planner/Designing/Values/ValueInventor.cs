using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Autonoma.Planner.Designing.Values;

/// <summary>Invents values by what fields are about. Nothing is random: the same model, field and number give the same value on every machine.</summary>
/// <param name="offset">Where the lists begin for a model, so that two models do not get the same people.</param>
public sealed class ValueInventor(Func<string, int> offset)
{
    /// <summary>The token that stands for the run in the tables of scenarios.md.</summary>
    public const string RunToken = "{{testRunId}}";

    /// <summary>How long the token is once it is a value: recipes use the short id.</summary>
    private const int RunTokenLength = 8;

    /// <summary>The password of everybody who gets one.</summary>
    public const string Password = "Quiet-Harbour-42";

    /// <summary>Whether a value can be invented for a field at all.</summary>
    public static bool Knows(StoredModel model, StoredField field) => MeaningOf.Field(model, field) is not (FieldMeaning.Unknown or FieldMeaning.Blob or FieldMeaning.Structure);

    /// <summary>Whether a field holds what people tell records apart by: names, titles, addresses of mail, slugs.</summary>
    public static bool IsIdentifying(StoredModel model, StoredField field) => MeaningOf.Field(model, field) is FieldMeaning.Email or FieldMeaning.Slug or FieldMeaning.UserName or FieldMeaning.Title or FieldMeaning.Company or FieldMeaning.FullName or FieldMeaning.LastName or FieldMeaning.Code;

    /// <summary>Whether a field is one that nobody else in the whole system may have, even where no index is known.</summary>
    public static bool IsLogin(StoredModel model, StoredField field) => MeaningOf.Field(model, field) is FieldMeaning.Email or FieldMeaning.UserName or FieldMeaning.Slug;

    /// <summary>Whether a field is the secret that somebody signs in with.</summary>
    public static bool IsPassword(StoredModel model, StoredField field) => MeaningOf.Field(model, field) is FieldMeaning.Password;

    /// <summary>Whether values of a field only make sense where the application itself makes them: hashes, tokens, stamps.</summary>
    public static bool IsOfTheSystem(StoredModel model, StoredField field) => MeaningOf.Field(model, field) is FieldMeaning.Secret or FieldMeaning.Blob or FieldMeaning.Structure;

    /// <summary>A value; null when none can be invented that is sure to be valid.</summary>
    /// <param name="model">The model.</param>
    /// <param name="field">The field.</param>
    /// <param name="number">Which record of the model, from 0.</param>
    /// <param name="varies">Whether it must differ from run to run.</param>
    public JsonNode? Value(StoredModel model, StoredField field, int number, bool varies = false)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(field);
        var meaning = MeaningOf.Field(model, field);
        var n = number + offset(model.Name);
        switch (meaning)
        {
            case FieldMeaning.Unknown or FieldMeaning.Blob or FieldMeaning.Structure:
                return null;
            case FieldMeaning.Word:
                // Two enums of a model do not go in step, so that more of their pairs occur.
                var place = model.Fields.Where(known => known.Words.Count > 0).Select(known => known.Name).ToList().IndexOf(field.Name);
                return field.Words[(number + (number / field.Words.Count * Math.Max(0, place))) % field.Words.Count];
            case FieldMeaning.Flag:
                return Flag(field, number);
            case FieldMeaning.Texts:
                return NameWords.Of(field.Name).Any(word => word is "colour" or "colours" or "color" or "colors") ? new JsonArray(WordLists.Pick(WordLists.ColourNames, number), WordLists.Pick(WordLists.ColourNames, number + 1)) : new JsonArray(WordLists.Area(n), WordLists.Area(n + 1));
            case FieldMeaning.Guid:
                return JsonValue.Create(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{model.Name}.{field.Name}.{number}")).AsSpan(0, 16)).ToString());
            case FieldMeaning.Birth or FieldMeaning.Past or FieldMeaning.Future or FieldMeaning.Opening or FieldMeaning.Closing or FieldMeaning.TimeOfDay or FieldMeaning.Duration:
                return Moments.Of(meaning, field.Type, number);
            case >= FieldMeaning.Money and <= FieldMeaning.Fraction:
                return Numbers.Of(meaning, field, number);
            default:
                return Text(meaning, model, field, number, n, varies) is { } text ? JsonValue.Create(text) : null;
        }
    }

    private static JsonValue Flag(StoredField field, int number)
    {
        var words = NameWords.Of(field.Name);
        if (words.Any(word => word is "active" or "enabled" or "verified" or "confirmed" or "published" or "visible" or "available"))
            return JsonValue.Create(true);
        if (words.Any(word => word is "blocked" or "deleted" or "archived" or "revoked" or "disabled" or "banned" or "locked" or "lockout" or "suspended" or "two" or "hidden" or "admin"))
            return JsonValue.Create(false);
        return JsonValue.Create(number % 2 == 0);
    }

    private static string? Text(FieldMeaning meaning, StoredModel model, StoredField field, int number, int n, bool varies)
    {
        var limits = field.Limits;
        if (limits.Pattern is { } pattern)
            return Patterned(Raw(meaning, model, field, number, n, varies: false), pattern, limits, number, varies);
        var text = Raw(meaning, model, field, number, n, varies);
        return Fit(text, limits, varies);
    }

    // An expression is kept whole; where the run must be in it, only a place for hex digits can take it.
    private static string? Patterned(string meant, string pattern, ValueLimits limits, int number, bool varies)
    {
        const string Sample = "0a1b2c3d";
        if (varies)
        {
            foreach (var candidate in (string[])[$"{meant}-{RunToken}", $"{meant}{RunToken}", RunToken, $"{PatternText.Make(pattern, number)}{RunToken}", $"{PatternText.Make(pattern, number)}-{RunToken}"])
            {
                var sample = candidate.Replace(RunToken, Sample, StringComparison.Ordinal);
                if (PatternText.Fits(pattern, sample) && PatternText.Fits(pattern, candidate.Replace(RunToken, "ffffffff", StringComparison.Ordinal)) && PatternText.Fits(pattern, candidate.Replace(RunToken, "12345678", StringComparison.Ordinal)) && IsInside(sample.Length, limits))
                    return candidate;
            }

            return null;
        }

        if (PatternText.Fits(pattern, meant) && IsInside(meant.Length, limits))
            return meant;
        return PatternText.Make(pattern, number) is { } made && IsInside(made.Length, limits) ? made : null;
    }

    private static string? Fit(string text, ValueLimits limits, bool varies)
    {
        var length = text.Length - (varies && text.Contains(RunToken, StringComparison.Ordinal) ? RunToken.Length - RunTokenLength : 0);
        if (limits.MaxLength is { } most && length > most)
        {
            if (!varies)
                return Shorten(text, most) is var shorter && shorter.Length < limits.MinLength ? text[..most].TrimEnd().PadRight(limits.MinLength.Value, 'x') : shorter;
            // What tells runs apart comes first; what tells people something gets the rest.
            if (most < RunTokenLength)
                return null;
            var rest = text.Replace($"-{RunToken}", "", StringComparison.Ordinal).Replace($" {RunToken}", "", StringComparison.Ordinal).Replace(RunToken, "", StringComparison.Ordinal);
            var at = rest.IndexOf('@', StringComparison.Ordinal);
            if (at > 0)
                return most - RunTokenLength - (rest.Length - at) is > 0 and var left ? $"{rest[..Math.Min(at, left)]}{RunToken}{rest[at..]}" : null;
            var room = most - RunTokenLength - 1;
            return room > 0 ? $"{Shorten(rest, room)}-{RunToken}" : RunToken;
        }

        if (limits.MinLength is { } least && length < least)
        {
            var longer = new StringBuilder(text);
            while (longer.Length - (text.Length - length) < least)
                longer.Append(text.Contains(' ', StringComparison.Ordinal) ? " and more" : "x");
            return limits.MaxLength is { } cap && longer.Length - (text.Length - length) > cap ? longer.ToString()[..(cap + text.Length - length)].TrimEnd().PadRight(least, 'x') : longer.ToString();
        }

        return text;
    }

    private static bool IsInside(int length, ValueLimits limits) => length >= (limits.MinLength ?? 0) && length <= (limits.MaxLength ?? int.MaxValue);

    private static string Shorten(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at > 0 && most - (text.Length - at) is > 0 and var left)
            return text[..Math.Min(at, left)] + text[at..];
        var cut = text.LastIndexOf(' ', most);
        return text[..(cut > most / 2 ? cut : most)].TrimEnd();
    }

    private static string Raw(FieldMeaning meaning, StoredModel model, StoredField field, int number, int n, bool varies)
    {
        var place = WordLists.PlaceOf(n);
        var person = $"{WordLists.First(n)}.{WordLists.Last(n)}".ToLowerInvariant();
        var run = varies ? $"-{RunToken}" : "";
        var spoken = varies ? $" {RunToken}" : "";
        var count = (number + 1).ToString(CultureInfo.InvariantCulture);
        return meaning switch
        {
            // The same person may come again in a long list: a number tells the two apart.
            FieldMeaning.Email => $"{person}{(number >= 500 ? count : "")}{run}@example.com",
            FieldMeaning.UserName => $"{person}{(number >= 500 ? count : "")}{run}",
            FieldMeaning.FullName => $"{WordLists.FullName(n)}{spoken}",
            FieldMeaning.FirstName => WordLists.First(n) + spoken,
            FieldMeaning.LastName => WordLists.Last(n) + spoken,
            FieldMeaning.Password => Password,
            FieldMeaning.Slug => $"{Slug(WordLists.Title(model.Name, number))}{run}",
            FieldMeaning.Company => WordLists.Company(n) + spoken,
            FieldMeaning.Title => WordLists.Title(model.Name, number) + spoken,
            FieldMeaning.Phone => $"+44 20 7946 {number % 1000:0000}",
            FieldMeaning.City => place.City,
            FieldMeaning.Country => place.Country,
            FieldMeaning.CountryCode => place.CountryCode,
            FieldMeaning.Region => place.Region,
            FieldMeaning.Postcode => place.Postcode,
            FieldMeaning.Street => string.Create(CultureInfo.InvariantCulture, $"{place.Street} {(number % 90) + 3}"),
            FieldMeaning.TimeZone => place.TimeZone,
            FieldMeaning.Url => $"https://www.example.com/{Slug(WordLists.Company(n))}{run}",
            FieldMeaning.Picture => $"https://www.example.com/pictures/{Slug(model.Name)}-{count}.png",
            FieldMeaning.FileName => $"{Slug(WordLists.Title("project", n))}.pdf",
            FieldMeaning.ContentType => "application/pdf",
            FieldMeaning.Colour => WordLists.Pick(WordLists.Colours, n),
            FieldMeaning.Currency => "EUR",
            FieldMeaning.Iban => "DE89370400440532013000",
            FieldMeaning.Language => WordLists.Pick(WordLists.Languages, number),
            FieldMeaning.Unit => WordLists.Pick(WordLists.Units, number),
            FieldMeaning.JobTitle => WordLists.Pick(WordLists.JobTitles, n),
            FieldMeaning.Category => WordLists.Area(n),
            FieldMeaning.Digits => ((1111 + (number * 37)) % 10000).ToString("0000", CultureInfo.InvariantCulture),
            FieldMeaning.Code => $"{Initials(model.Name)}-{(1001 + number).ToString(CultureInfo.InvariantCulture)}{run}",
            FieldMeaning.Secret => $"{Slug(model.Name)}-{Slug(field.Name)}-{count}{run}",
            FieldMeaning.Paragraph => WordLists.Paragraph(n),
            _ => WordLists.Sentence(n) + spoken,
        };
    }

    private static string Slug(string text) => string.Join('-', text.ToLowerInvariant().Split([' ', '.', '_', '/'], StringSplitOptions.RemoveEmptyEntries));

    private static string Initials(string model)
    {
        var words = NameWords.Of(model);
        return (words.Count > 1 ? string.Concat(words.Select(word => word[0])) : words.Count == 1 ? words[0][..Math.Min(3, words[0].Length)] : "NO").ToUpperInvariant();
    }
}
