using System.Globalization;
using Autonoma.Engine.Observing;
using Autonoma.Planner.Exploring.Reading;

namespace Autonoma.Planner.Exploring.Probing;

/// <summary>
/// Fills in a form and sends it, each time from the start: empty, with one field wrong, and as asked. What the page answers is what its
/// tests can claim. Every sentence is one that a test can hold.
/// </summary>
internal sealed class FormProbe(AppScreen app, Uri page, CancellationToken cancellationToken)
{
    private const int MostTrials = 16;
    private readonly HashSet<string> _refusals = new(StringComparer.Ordinal);
    private int _number;

    /// <summary>The form with its trials; the one that is accepted comes last, because it changes data.</summary>
    /// <param name="form">As read.</param>
    /// <param name="seed">Makes records of different forms differ.</param>
    /// <param name="goesOn">Whether there is time left.</param>
    public async Task<ExploredForm> TryAsync(ExploredForm form, int seed, Func<bool> goesOn)
    {
        _number = seed;
        var trials = new List<FormTrial>();
        foreach (var (kind, field) in Plan(form).Take(MostTrials))
        {
            if (!goesOn())
                break;
            if (await TryAsync(form, kind, field).ConfigureAwait(false) is { } trial)
                trials.Add(trial);
        }

        return form with { Trials = trials };
    }

    /// <summary>Sentences that put a value into a field.</summary>
    public static IEnumerable<string> Put(ExploredField field, string value) => field.Kind switch
    {
        FieldKind.File => [],
        FieldKind.Choice => value.Length == 0 ? [] : [$"Select \"{value}\" in {field.Phrase}"],
        FieldKind.Switch => [value == "on" ? $"Check {field.Phrase}" : $"Uncheck {field.Phrase}"],
        FieldKind.Radio => value == "on" ? [$"Click {field.Phrase}"] : [],
        _ => value.Length == 0 ? [$"Clear {field.Phrase}"] : [$"Type \"{value}\" into {field.Phrase}"],
    };

    private static IEnumerable<(TrialKind Kind, ExploredField? Field)> Plan(ExploredForm form)
    {
        var texts = form.Fields.Where(IsText).ToList();
        if (texts.Count > 0)
            yield return (TrialKind.AllEmpty, null);
        foreach (var field in texts)
            yield return (TrialKind.Empty, field);
        foreach (var field in texts.Where(field => field.Kind is FieldKind.Email or FieldKind.Number or FieldKind.Phone or FieldKind.Address))
            yield return (field.Kind == FieldKind.Number ? TrialKind.OutOfRange : TrialKind.Malformed, field);
        foreach (var field in texts.Where(field => field.Kind is FieldKind.Text or FieldKind.Multiline))
            yield return (TrialKind.Blank, field);
        yield return (TrialKind.Valid, null);
    }

    private async Task<FormTrial?> TryAsync(ExploredForm form, TrialKind kind, ExploredField? wrong)
    {
        if (!await app.StandAtAsync(page, form.Opening, cancellationToken).ConfigureAwait(false))
            return null;
        _number++;
        var input = new Dictionary<string, string>(StringComparer.Ordinal);
        var steps = new List<string>();
        foreach (var field in form.Fields.DistinctBy(field => field.Label))
        {
            if (kind == TrialKind.AllEmpty ? !IsText(field) : !Wanted(field, form) && field != wrong)
                continue;
            var value = kind == TrialKind.AllEmpty ? "" : field == wrong ? Wrong(kind, field) : SampleValues.Valid(field, _number);
            if (kind == TrialKind.AllEmpty && field.Value.Length == 0)
                continue; // it is empty already
            if (field == wrong && kind == TrialKind.Empty && field.Value.Length == 0)
                continue;
            input[field.Label] = value;
            steps.AddRange(Put(field, value));
        }

        steps.Add($"Click {form.Submit}");
        var before = await app.LookAsync(cancellationToken).ConfigureAwait(false);
        await app.Driver.Screen.MarkAsync(cancellationToken).ConfigureAwait(false);
        foreach (var step in steps)
        {
            if (!await app.ActAsync(step, cancellationToken).ConfigureAwait(false))
                return null;
        }

        var after = await app.LookAsync(cancellationToken).ConfigureAwait(false);
        var messages = AppScreen.Messages(before, after).Where(message => !input.Values.Contains(message.Text, StringComparer.Ordinal)).Take(12).ToList();
        var stays = Stays(form, after);
        var own = form.Fields.Select(field => field.Label).ToHashSet(StringComparer.Ordinal);
        var invalid = after.Tree.Nodes.Where(node => node.IsInvalid && FormReader.IsField(node)).Select(Naming.Label).Where(own.Contains).ToList();
        return new()
        {
            Kind = kind,
            Field = wrong?.Label,
            Steps = steps,
            Input = input,
            Messages = messages,
            AddressAfter = PageReader.PathOf(after.Url),
            HeadingAfter = ScreenParts.Heading(after),
            FormStays = stays,
            Accepted = Accepted(kind, stays, invalid.Count > 0, messages),
        };
    }

    // What was said to an input that is wrong on purpose tells what a refusal looks like here.
    private bool Accepted(TrialKind kind, bool stays, bool marked, List<SeenMessage> messages)
    {
        if (marked)
            return false;
        if (!stays)
            return true;
        if (kind != TrialKind.Valid)
        {
            _refusals.UnionWith(messages.Select(message => message.Text));
            return false;
        }

        return messages.Count > 0 && !messages.Any(message => message.IsAlert || _refusals.Contains(message.Text));
    }

    private static bool IsText(ExploredField field)
        => field.Kind is FieldKind.Text or FieldKind.Multiline or FieldKind.Email or FieldKind.Number or FieldKind.Password or FieldKind.Phone or FieldKind.Address;

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

    private static string Wrong(TrialKind kind, ExploredField field) => kind switch
    {
        TrialKind.Empty => "",
        TrialKind.Blank => "   ",
        TrialKind.OutOfRange => (-1).ToString(CultureInfo.InvariantCulture),
        TrialKind.Malformed when field.Kind == FieldKind.Email => "ada.winter",
        TrialKind.Malformed => "not a " + field.Label.ToLowerInvariant(),
        _ => "",
    };

    private static bool Stays(ExploredForm form, Observation after)
    {
        var labels = after.Tree.Nodes.Where(FormReader.IsField).Select(Naming.Label).ToHashSet(StringComparer.Ordinal);
        return form.Fields.Count(field => labels.Contains(field.Label)) * 2 > form.Fields.Count;
    }
}
