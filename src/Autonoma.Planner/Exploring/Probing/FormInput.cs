using System.Globalization;
using System.Text.RegularExpressions;
using Autonoma.Planner.Exploring.Reading;

namespace Autonoma.Planner.Exploring.Probing;

/// <summary>One way to fill in a form: as asked, or with one thing wrong.</summary>
/// <param name="Kind">What is meant.</param>
/// <param name="Field">The field in question; null when it is about all.</param>
/// <param name="Value">What that field holds; null for what its kind says.</param>
internal sealed partial record FormInput(TrialKind Kind, ExploredField? Field = null, string? Value = null)
{
    private const int MostVariations = 3;

    /// <summary>What is told about it.</summary>
    public string Told => Kind switch
    {
        TrialKind.Valid => "",
        TrialKind.AllEmpty => "nothing is filled in",
        TrialKind.Empty => $"{Field!.Label} is empty",
        TrialKind.Blank => $"{Field!.Label} holds blanks only",
        TrialKind.Malformed => $"{Field!.Label} has the wrong form",
        TrialKind.OutOfRange => $"{Field!.Label} is below zero",
        TrialKind.TooLarge => $"{Field!.Label} is very large",
        TrialKind.Contradictory => $"{Field!.Label} contradicts another field",
        TrialKind.Markup => $"{Field!.Label} holds special characters",
        TrialKind.Variation => Field!.Kind is FieldKind.Switch or FieldKind.Radio ? $"with {Field.Label}" : $"{Field.Label} {Value}",
        _ => "",
    };

    /// <summary>Ways to fill in a form: nothing, then as asked, then what is wrong and what differs.</summary>
    /// <param name="form">The form.</param>
    /// <param name="codes">Codes that a field takes, by its label.</param>
    public static IEnumerable<FormInput> Plan(ExploredForm form, Func<string, IReadOnlyList<string>> codes)
    {
        var texts = form.Fields.Where(IsText).ToList();
        if (texts.Count > 0)
            yield return new(TrialKind.AllEmpty);
        yield return new(TrialKind.Valid);
        if (texts.Count > 1)
        {
            foreach (var field in texts)
                yield return new(TrialKind.Empty, field);
        }

        foreach (var field in texts.Where(field => field.Kind is FieldKind.Email or FieldKind.Number or FieldKind.Phone or FieldKind.Address))
            yield return new(field.Kind == FieldKind.Number ? TrialKind.OutOfRange : TrialKind.Malformed, field);
        foreach (var field in form.Fields)
        {
            if (Partner(field, form) is { } partner)
                yield return new(TrialKind.Contradictory, field, Beyond(partner));
        }

        foreach (var field in texts.Where(field => field.Kind is FieldKind.Text or FieldKind.Multiline))
            yield return new(TrialKind.Blank, field);
        foreach (var field in texts.Where(field => field.Kind == FieldKind.Text))
        {
            foreach (var code in codes(field.Label))
                yield return new(TrialKind.Variation, field, code);
        }

        foreach (var field in texts.Where(field => field.Kind == FieldKind.Number))
            yield return new(TrialKind.TooLarge, field);
        if (texts.FirstOrDefault(field => field.Kind is FieldKind.Text or FieldKind.Multiline) is { } free)
            yield return new(TrialKind.Markup, free);
        foreach (var variation in form.Fields.Where(field => field.Kind is FieldKind.Choice && !field.IsRequired || field.Kind is FieldKind.Switch or FieldKind.Radio or FieldKind.Choice).SelectMany(Variations).Take(MostVariations))
            yield return variation;
    }

    /// <summary>Sentences that fill it in, and what was put where.</summary>
    /// <param name="form">The form.</param>
    /// <param name="number">Makes records differ.</param>
    /// <param name="there">Labels of the fields that are there once the field in question is set; null for all.</param>
    public (List<string> Steps, Dictionary<string, string> Input) Fill(ExploredForm form, int number, IReadOnlySet<string>? there = null)
    {
        var input = new Dictionary<string, string>(StringComparer.Ordinal);
        var steps = new List<string>();
        foreach (var field in form.Fields.DistinctBy(field => field.Label))
        {
            var asked = field == Field;
            if (!asked && there?.Contains(field.Label) == false)
                continue;
            if (Kind == TrialKind.AllEmpty ? !IsText(field) : !Wanted(field, form) && !asked)
                continue;
            // Of several radio buttons one is on: the one that is asked for.
            if (field.Kind == FieldKind.Radio && !asked && Field?.Kind == FieldKind.Radio)
                continue;
            var value = Kind == TrialKind.AllEmpty ? "" : asked ? Value ?? Wrong(field, number) : Right(field, form, number);
            if (value.Length == 0 && field.Value.Length == 0)
                continue; // it is empty already
            input[field.Label] = value;
            steps.AddRange(FormProbe.Put(field, value));
        }

        return (steps, input);
    }

    /// <summary>The form with fields of the kinds that messages ask for; null when they ask for nothing that is not known.</summary>
    /// <param name="form">The form.</param>
    /// <param name="messages">What was said.</param>
    public static ExploredForm? Instructed(ExploredForm form, IReadOnlyList<SeenMessage> messages)
    {
        var kinds = new Dictionary<string, FieldKind>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            var asked = Wants().Match(message.Text) is not { Success: true } match ? (FieldKind?)null : match.Groups["email"].Success ? FieldKind.Email : match.Groups["date"].Success ? FieldKind.Date : match.Groups["phone"].Success ? FieldKind.Phone : match.Groups["url"].Success ? FieldKind.Address : FieldKind.Number;
            var field = form.Fields.FirstOrDefault(field => field.Label == message.Field) ?? form.Fields.FirstOrDefault(field => field.Label.Split(' ').Any(word => word.Length > 3 && message.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));
            if (asked is { } kind && field?.Kind == FieldKind.Text)
                kinds[field.Label] = kind;
        }

        return kinds.Count == 0 ? null : form with { Fields = [.. form.Fields.Select(field => kinds.TryGetValue(field.Label, out var kind) ? field with { Kind = kind } : field)] };
    }

    /// <summary>Whether it takes typed text.</summary>
    public static bool IsText(ExploredField field)
        => field.Kind is FieldKind.Text or FieldKind.Multiline or FieldKind.Email or FieldKind.Number or FieldKind.Password or FieldKind.Phone or FieldKind.Address;

    // "Sale price" belongs to "Price", "Valid until" to "Valid from": the one may not go beyond the other.
    private static ExploredField? Partner(ExploredField field, ExploredForm form) => field.Kind switch
    {
        FieldKind.Number => form.Fields.FirstOrDefault(other => other != field && other.Kind == FieldKind.Number && other.Label.Length < field.Label.Length && field.Label.EndsWith(other.Label, StringComparison.OrdinalIgnoreCase)),
        FieldKind.Date => form.Fields.TakeWhile(other => other != field).LastOrDefault(other => other.Kind == FieldKind.Date),
        _ => null,
    };

    private static string Right(ExploredField field, ExploredForm form, int number)
    {
        if (field.Kind == FieldKind.Number && Partner(field, form) is { } partner && Number(SampleValues.Valid(partner, number)) is { } limit)
            return Math.Max(1, limit - 2).ToString("0.##", CultureInfo.InvariantCulture);
        return SampleValues.Valid(field, number);
    }

    private static string Beyond(ExploredField partner)
    {
        if (partner.Kind == FieldKind.Date)
            return DateOnly.TryParse(partner.Value.Length > 0 ? partner.Value : "2031-05-17", CultureInfo.InvariantCulture, out var day) ? day.AddDays(-30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "2001-01-01";
        return ((Number(partner.Value) ?? 0) + 150).ToString("0.##", CultureInfo.InvariantCulture);
    }

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<FormInput> Variations(ExploredField field) => field.Kind switch
    {
        FieldKind.Choice => field.Options.Where(option => option != field.Value && !SampleValues.IsNothing(option)).Skip(field.Value.Length == 0 ? 1 : 0).Take(1).Select(option => new FormInput(TrialKind.Variation, field, option)),
        FieldKind.Switch => [new(TrialKind.Variation, field, field.Value == "on" ? "off" : "on")],
        FieldKind.Radio => field.Value == "on" ? [] : [new(TrialKind.Variation, field, "on")],
        _ => [],
    };

    // What is optional and chosen already stays as it is.
    private static bool Wanted(ExploredField field, ExploredForm form) => field.Kind switch
    {
        FieldKind.File => false,
        FieldKind.Switch => field.IsRequired && field.Value != "on",
        FieldKind.Radio => form.Fields.FirstOrDefault(other => other.Kind == FieldKind.Radio) == field && form.Fields.All(other => other.Kind != FieldKind.Radio || other.Value != "on"),
        FieldKind.Choice => field.Value.Length == 0 || SampleValues.IsNothing(field.Value),
        FieldKind.Date => field.IsRequired && field.Value.Length == 0,
        _ => true,
    };

    private string Wrong(ExploredField field, int number) => Kind switch
    {
        TrialKind.Empty => "",
        TrialKind.Blank => "   ",
        TrialKind.OutOfRange => "-1",
        TrialKind.TooLarge => "99999",
        TrialKind.Markup => string.Create(CultureInfo.InvariantCulture, $"O'Hara & <b>Sons</b> {number}"),
        TrialKind.Malformed when field.Kind == FieldKind.Email => "ada.winter",
        TrialKind.Malformed => "not a " + field.Label.ToLowerInvariant(),
        _ => "",
    };

    [GeneratedRegex(@"\b(?:(?<email>e-?mail)|(?<date>date|dd/mm|mm/dd|yyyy)|(?<phone>phone|telephone)|(?<url>web address|url|link)|numbers?|digits?|numeric|amount)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wants();
}
