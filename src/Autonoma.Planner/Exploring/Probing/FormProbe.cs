using System.Globalization;
using Autonoma.Engine.Observing;
using Autonoma.Planner.Exploring.Experimenting;
using Autonoma.Planner.Exploring.Reading;

namespace Autonoma.Planner.Exploring.Probing;

/// <summary>
/// Fills in a form and sends it, each time from the start: empty, with one field wrong, and as asked. What the page answers is what its
/// tests can claim. Every sentence is one that a test can hold.
/// </summary>
internal sealed class FormProbe(Laboratory lab, Func<string, IReadOnlyList<string>>? codes = null)
{
    private const int MostTrials = 22;
    private readonly HashSet<string> _refusals = new(StringComparer.Ordinal);
    private int _number;

    /// <summary>The form with its trials.</summary>
    /// <param name="form">As read.</param>
    /// <param name="seed">Makes records of different forms differ.</param>
    public async Task<ExploredForm> TryAsync(ExploredForm form, int seed)
    {
        _number = seed;
        if (form.Submit is null && await WakeAsync(form).ConfigureAwait(false) is { } awake)
            form = awake;
        if (form.Submit is null)
            return form;
        var trials = new List<FormTrial>();
        var done = new List<(FormInput Input, FormTrial Trial, Laboratory.Result Result)>();
        var known = codes ?? (_ => []);
        // What is refused when nothing is filled in, and what is taken, are worth more than all the rest: they come first, because the time may be up at any moment.
        var first = FormInput.Plan(form, known).TakeWhile(input => input.Kind != TrialKind.Valid).Count() + 1;
        await TryAllAsync(FormInput.Plan(form, known).Take(first)).ConfigureAwait(false);
        // What the page says to values that were meant well tells what it wants.
        if (trials.LastOrDefault() is { Kind: TrialKind.Valid, Accepted: false } refused && FormInput.Instructed(form, refused.Messages) is { } instructed)
        {
            form = instructed;
            await TryAllAsync([new FormInput(TrialKind.Valid)]).ConfigureAwait(false);
        }

        if (trials.FirstOrDefault(trial => trial is { Kind: TrialKind.Valid, Accepted: true }) is { } valid)
        {
            await SendTwiceAsync(form, valid).ConfigureAwait(false);
            await AbandonAsync(form, valid).ConfigureAwait(false);
        }

        await TryAllAsync(FormInput.Plan(form, known).Skip(first).Take(MostTrials - first)).ConfigureAwait(false);
        Tell(form, done);
        return form with { Trials = trials };

        async Task TryAllAsync(IEnumerable<FormInput> inputs)
        {
            foreach (var input in inputs)
            {
                if (!lab.GoesOn)
                    break;
                var tried = await TryAsync(form, input).ConfigureAwait(false);
                // What was stored without a word was not refused, though the form stayed.
                if (lab.App.FoundChanged && done.Count > 0 && done[^1] is { Trial: { Accepted: false, Messages.Count: 0 }, Input.Told: var told })
                {
                    lab.Remarks.Add($"the form \"{form.Name}\" said nothing and stayed when {(told.Length > 0 ? told : "it was filled in as asked")}, and yet the page showed something else afterwards: no test was made of it. Is that meant?");
                    done.RemoveAt(done.Count - 1);
                }

                if (tried is null)
                    continue;
                trials.Add(tried.Value.Trial);
                done.Add((input, tried.Value.Trial, tried.Value.Result));
            }
        }
    }

    /// <summary>Sends the form as asked, and nothing else, to see where it leads.</summary>
    /// <param name="form">As read.</param>
    /// <param name="seed">Makes records of different forms differ.</param>
    public async Task SendAsync(ExploredForm form, int seed)
    {
        _number = seed;
        if (form.Submit is null && await WakeAsync(form).ConfigureAwait(false) is { } awake)
            form = awake;
        if (form.Submit is null || await TryAsync(form, new FormInput(TrialKind.Valid)).ConfigureAwait(false) is not { } sent || sent.Trial.Accepted)
            return;
        if (FormInput.Instructed(form, sent.Trial.Messages) is { } instructed && lab.GoesOn)
            await TryAsync(instructed, new FormInput(TrialKind.Valid)).ConfigureAwait(false);
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

    // A form whose button is not there, or disabled, until something was put in: what wakes it is tried, field by field.
    private async Task<ExploredForm?> WakeAsync(ExploredForm form)
    {
        foreach (var field in form.Fields.Where(field => field.Kind is FieldKind.Switch || FormInput.IsText(field)).OrderBy(field => field.Kind != FieldKind.Switch).Take(3))
        {
            if (!lab.GoesOn || await lab.StandAsync(form.Opening).ConfigureAwait(false) is not { } before)
                return null;
            var value = field.Kind == FieldKind.Switch ? field.Value == "on" ? "off" : "on" : SampleValues.Valid(field, _number);
            if (await lab.DoAsync(before, [.. Put(field, value)], [value]).ConfigureAwait(false) is not { } done)
                continue;
            var button = ScreenParts.Usable(done.After).Descendants().FirstOrDefault(node => node is { Role: "button", IsVisible: true, IsDisabled: false } && FormReader.IsSending(Naming.Label(node)) && before.Tree.Find(node.Ref) is not { IsVisible: true, IsDisabled: false });
            if (button is null || new Naming(lab.App.Grounder, done.After).Phrase(button, Engine.Grounding.GroundingPurpose.Click) is not { } submit)
                continue;
            var asleep = before.Tree.Find(button.Ref) is { IsVisible: true } ? lab.App.Claims.Still([$"{submit} is disabled"], before) : lab.App.Claims.Still([$"{submit} is not displayed"], before);
            lab.Keep(ExperimentKind.Press, form.Name, $"{field.Label} opens the way", form.Opening, lab.Lasting([], asleep), lab.Lasting(done.Stage.Steps, done.Stage.Claims.Union(lab.App.Claims.Still([$"{submit} is enabled"], done.After))));
            // A switch that has to be set before anything can be sent is one that the form asks for.
            return form with { Submit = submit, IsFilter = false, Fields = [.. form.Fields.Select(other => other == field && field.Kind == FieldKind.Switch && asleep.Count > 0 && before.Tree.Find(button.Ref) is { IsVisible: true } ? other with { IsRequired = true } : other)] };
        }

        return null;
    }

    private async Task<(FormTrial Trial, Laboratory.Result Result)?> TryAsync(ExploredForm form, FormInput wanted)
    {
        if (await lab.StandAsync(form.Opening).ConfigureAwait(false) is not { } before)
            return null;
        _number++;
        IReadOnlySet<string>? there = null;
        if (wanted is { Kind: TrialKind.Variation, Field: { Kind: FieldKind.Radio or FieldKind.Switch or FieldKind.Choice } chosen })
        {
            // What is chosen may put other fields in the place of those that are there.
            if (!await lab.App.DoAsync(Put(chosen, wanted.Value ?? "on"), lab.Token).ConfigureAwait(false))
                return null;
            there = (await lab.App.LookAsync(lab.Token).ConfigureAwait(false)).Tree.Nodes.Where(FormReader.IsField).Select(Naming.Label).ToHashSet(StringComparer.Ordinal);
            if (await lab.StandAsync(form.Opening).ConfigureAwait(false) is not { } again)
                return null;
            before = again;
        }

        var (steps, input) = wanted.Fill(form, _number, there);
        steps.Add($"Click {form.Submit}");
        if (await lab.DoAsync(before, steps, input.Values).ConfigureAwait(false) is not { } done)
            return null;
        var after = done.After;
        var messages = AppScreen.Messages(before, after).Where(message => !input.Values.Contains(message.Text, StringComparer.Ordinal)).Take(12).ToList();
        var stays = Stays(form, after);
        var own = form.Fields.Select(field => field.Label).ToHashSet(StringComparer.Ordinal);
        var invalid = after.Tree.Nodes.Any(node => node.IsInvalid && FormReader.IsField(node) && own.Contains(Naming.Label(node)));
        var trial = new FormTrial
        {
            Kind = wanted.Kind,
            Field = wanted.Field?.Label,
            Steps = steps,
            Input = input,
            Messages = messages,
            AddressAfter = PageReader.PathOf(after.Url),
            HeadingAfter = ScreenParts.Heading(after),
            FormStays = stays,
            Accepted = Accepted(wanted.Kind, stays, invalid, messages),
        };
        if (trial.Accepted)
        {
            lab.App.IsSoiled = true;
            lab.Follow(before, after, [.. form.Opening, .. steps]);
            // What was put in, and what was seen, must outlast the page.
            var kept = done.Stage.Claims.Concat(stays ? Values(form, input) : []).Distinct(StringComparer.Ordinal).ToList();
            var isAsked = wanted.Kind is TrialKind.Valid or TrialKind.Variation;
            var again = await lab.AnewAsync(after, kept, stays && !form.IsDialog ? form.Opening : []).ConfigureAwait(false);
            // A form that went away (a dialog, a tab that is left) shows once more what it took, when it is opened again.
            var asked = isAsked && form.Opening.Count > 0 && (form.IsDialog || !stays) && !done.HasMoved && lab.GoesOn ? [.. Values(form, input).Where(claim => !lab.App.Claims.IsTrue(claim, before, null))] : (List<string>)[];
            var reopened = asked.Count > 0 ? await lab.AnewAsync(after, asked, form.Opening).ConfigureAwait(false) : null;
            lab.Keep(isAsked ? ExperimentKind.Accepted : ExperimentKind.Tolerated, form.Name, wanted.Told, form.Opening, done.Stage, again, reopened);
        }

        return (trial, done);
    }

    // Whether a wrong input was refused is known once all have been seen: what is said to the right one is no refusal.
    private void Tell(ExploredForm form, List<(FormInput Input, FormTrial Trial, Laboratory.Result Result)> done)
    {
        var welcome = done.Where(trial => trial.Trial.Accepted && trial.Trial.Kind is TrialKind.Valid or TrialKind.Variation).SelectMany(trial => trial.Trial.Messages).Where(message => message.IsTransient).Select(message => message.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var (input, trial, result) in done.Where(trial => !trial.Trial.Accepted))
        {
            var tolerated = trial.Messages.Any(message => welcome.Contains(message.Text));
            var stays = trial.FormStays && !tolerated && !result.HasMoved ? Typed(form, trial, result.After) : [];
            lab.Keep(tolerated ? ExperimentKind.Tolerated : ExperimentKind.Refused, form.Name, input.Told, form.Opening, lab.Lasting(result.Stage.Steps, result.Stage.Claims.Concat(stays).Distinct(StringComparer.Ordinal)));
        }
    }

    // A form that refuses keeps what was typed.
    private IEnumerable<string> Typed(ExploredForm form, FormTrial trial, Observation after) => lab.App.Claims.Still(Values(form, trial.Input), after).Take(1);

    private static IEnumerable<string> Values(ExploredForm form, IReadOnlyDictionary<string, string> input)
    {
        foreach (var field in form.Fields.Where(field => input.ContainsKey(field.Label)))
        {
            var value = input[field.Label];
            if (field.Kind == FieldKind.Choice && value.Length > 0)
                yield return $"{field.Phrase} shows \"{value}\"";
            else if (field.Kind == FieldKind.Switch)
                yield return $"{field.Phrase} is {(field.Phrase.EndsWith("switch", StringComparison.Ordinal) ? value : value == "on" ? "checked" : "not checked")}";
            else if (field.Kind == FieldKind.Radio && value == "on")
                yield return $"{field.Phrase} is selected";
            else if (FormInput.IsText(field) && field.Kind != FieldKind.Password && value.Trim().Length > 0)
                yield return $"{field.Phrase} contains \"{value}\"";
        }
    }

    // A button that is pressed twice in a row must not do everything twice.
    private async Task SendTwiceAsync(ExploredForm form, FormTrial valid)
    {
        if (!lab.GoesOn || valid.Steps is not [.., { } last] || !last.StartsWith("Click ", StringComparison.Ordinal) || await lab.StandAsync(form.Opening).ConfigureAwait(false) is not { } before)
            return;
        lab.App.IsSoiled = true;
        if (await lab.DoAsync(before, [.. valid.Steps.SkipLast(1), "Double-click " + last["Click ".Length..]], [.. valid.Input.Values]).ConfigureAwait(false) is not { } done)
            return;
        lab.App.IsSoiled = true;
        var typed = valid.Input.Values.Where(value => value.Length > 4 && value.Any(char.IsLetter)).OrderByDescending(value => value.Length).ToList();
        var once = typed.Select(value => lab.App.Claims.FirstTrue([$"\"{value}\" is displayed exactly once", $"there is exactly one \"{value}\""], done.After)).OfType<string>().Take(1).ToList();
        if (once.Count > 0 && await lab.AnewAsync(done.After, [.. once, .. done.Stage.Claims]).ConfigureAwait(false) is { } again && again.Claims.Any(claim => claim.Contains("once", StringComparison.Ordinal) || claim.Contains("exactly one", StringComparison.Ordinal)))
            lab.Keep(ExperimentKind.SentTwice, form.Name, "", form.Opening, lab.Lasting(done.Stage.Steps, done.Stage.Claims.Take(3).Concat(once)), again);
    }

    // What was typed and not sent is not kept.
    private async Task AbandonAsync(ExploredForm form, FormTrial valid)
    {
        if (!lab.GoesOn || form.Cancel is not { } cancel || await lab.StandAsync(form.Opening).ConfigureAwait(false) is not { } before)
            return;
        if (await lab.DoAsync(before, [.. valid.Steps.SkipLast(1), $"Click {cancel}"]).ConfigureAwait(false) is not { } left)
            return;
        var absent = valid.Input.Values.Where(value => value.Length > 3 && value.Any(char.IsLetter) && lab.App.Claims.IsQuotable(value)).Select(value => $"\"{value}\" is not displayed").ToList();
        var claims = lab.App.Claims.Still(absent, left.After).Take(2).ToList();
        // Opened again, it holds what it held before anybody typed.
        Stage? reopened = null;
        if (form.Opening.Count > 0 && !left.HasMoved && await lab.DoAsync(left.After, form.Opening).ConfigureAwait(false) is { } open)
            reopened = lab.App.Claims.Still(Held(form), open.After) is { Count: > 0 } held ? lab.Lasting(form.Opening, held.Take(4)) : null;
        var again = await lab.AgainAsync(claims).ConfigureAwait(false);
        lab.Keep(ExperimentKind.Abandoned, form.Name, "", form.Opening, lab.Lasting(left.Stage.Steps, left.Stage.Claims.Take(2).Concat(claims)), reopened, again);
    }

    private static IEnumerable<string> Held(ExploredForm form) => Values(form, form.Fields.Where(field => field.Value.Trim().Length > 0).DistinctBy(field => field.Label).ToDictionary(field => field.Label, field => field.Value, StringComparer.Ordinal));

    // What is announced to an input that is wrong on purpose tells what a refusal looks like here; what is said to every input is none.
    private bool Accepted(TrialKind kind, bool stays, bool marked, List<SeenMessage> messages)
    {
        if (kind is TrialKind.AllEmpty)
            _refusals.UnionWith(messages.Select(message => message.Text));
        if (marked)
            return false;
        if (!stays)
            return true;
        if (kind is not (TrialKind.Valid or TrialKind.Variation) || messages.Any(message => message.IsAlert))
            return false;
        var news = messages.Where(message => !_refusals.Contains(message.Text)).ToList();
        return news.Exists(message => message.IsTransient) || (news.Count > 0 && news.Count == messages.Count);
    }

    private static bool Stays(ExploredForm form, Observation after)
    {
        var labels = after.Tree.Nodes.Where(FormReader.IsField).Select(Naming.Label).ToHashSet(StringComparer.Ordinal);
        return form.Fields.Count(field => labels.Contains(field.Label)) * 2 > form.Fields.Count;
    }
}
