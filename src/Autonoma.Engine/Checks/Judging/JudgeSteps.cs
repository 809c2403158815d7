using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Where one is: the step of a wizard, the stage of a pipeline, the page of that name, the week shown between its arrows.</summary>
internal sealed partial class Judge
{
    private static readonly string[] StepNouns = ["step", "stage", "phase"];

    /// <summary>Rows of steps of which the page tells the current one.</summary>
    private List<(List<UiNode> Steps, UiNode Current)> Steppers()
    {
        var found = new List<(List<UiNode> Steps, UiNode Current)>();
        foreach (var node in _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && (n.IsCurrent || IsStepList(n))))
        {
            // The item and the link in it are one.
            var item = node;
            while (node.IsCurrent && item.Parent is { } parent && parent.Children.Count(c => !c.IsText && _scene.Length(c) > 0) == 1)
                item = parent;
            var steps = (node.IsCurrent ? item.Parent?.Children ?? [] : node.Children).Where(c => !c.IsText && _scene.IsShown(c) && _scene.Length(c) > 0 && (c.Tag == item.Tag || !node.IsCurrent)).ToList();
            if (steps.Count is < 2 or > 12 || steps.Any(s => _scene.Length(s) > 8) || steps[0].Ancestors().Any(a => a.Tag == "nav" || a.Role is "navigation" or "tablist") && !IsStepList(steps[0].Parent!))
                continue;
            if (steps.Where(HasCurrent).ToList() is [var current] && !found.Any(f => ReferenceEquals(f.Current, current)))
                found.Add((steps, current));
        }

        return found;
    }

    private static bool HasCurrent(UiNode step) => HasChosenWord(step) || Scene.ClassWords(step.ClassName).Any(w => w is "process" or "doing" or "editing") || step.Descendants().Any(d => d.IsCurrent);

    private static bool IsStepList(UiNode node) => Scene.ClassWords(node.ClassName + " " + node.ElementId).Any(w => w is "steps" or "stepper" or "wizard" or "stages" or "pipeline" or "phases");

    /// <summary>"Step 2 of the wizard is active".</summary>
    private Ruling? StepIs(NounPhrase phrase, string expected)
    {
        var source = phrase.Source.Where(t => !t.Is("the")).ToList();
        // "the first step" is step 1.
        if (source.Count > 1 && source[1].Is(StepNouns) && NumberWords.TryOrdinal(source[0].Text, out var nth) && nth > 0)
            source = [source[1], ClaimToken.Word(nth.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. source[2..]];
        if (source.Count < 2 || !source[0].Is(StepNouns) || !int.TryParse(source[1].Text, out var number) && !NumberWords.TryCardinal(source[1].Text, out number))
            return null;
        var rest = source.Skip(2).Where(t => !t.Is("of", "in", "wizard", "stepper", "assistant", "form", "process", "checkout", "flow")).ToList();
        if (rest.Count > 0 || Steppers() is not [var (steps, current)])
            return null;
        var numbered = steps.Where(r => _scene.Tokens(r).Contains(source[1].Text)).ToList();
        var step = numbered.Count == 1 ? numbered[0] : numbered.Count == 0 && number >= 1 && number <= steps.Count ? steps[number - 1] : null;
        return step is null ? null : Ruling.Of(ReferenceEquals(step, current), expected, $"'{Says(current)}' is the current one", current) with { IsAccounted = true };
    }

    /// <summary>"is in the stage 'Offer sent' with a probability of 60 %".</summary>
    private Ruling? StageIs(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var rest = DropFirst(DropFirst(DropFirst(obj, "in", "at", "on"), "the"), "current");
        // "the wizard is on step 2"
        if (rest is [var step, { HasDigit: true }] && step.Is(StepNouns) && obj.Count > rest.Count)
            return StepIs(Read(rest), $"{ClaimToken.Join(subject)} is {ClaimToken.Join(obj)}");
        if (rest.Count < 2 || !obj[0].Is("in", "at", "on"))
            return null;
        var lead = rest[0].Is(StepNouns);
        var with = rest.FindIndex(t => t.Is("with"));
        var name = with > 0 ? rest[..with] : rest;
        name = lead ? name[1..] : name.Count > 1 && name[^1].Is(StepNouns) ? name[..^1] : [];
        if (name.Count == 0)
            return null;
        var words = Phrase.Tokens(RawText(name));
        var expected = $"{ClaimToken.Join(subject)} is in the stage '{RawText(name)}'";
        var fits = Steppers().Where(s => s.Steps.Any(r => Phrase.Equal(StepName(r), words))).ToList();
        if (fits is not [var (_, current)] || Read(subject) is not { } phrase || phrase.Required.Any(t => !t.Words.All(w => Coverage.IsClassifier(w) || _scene.SpeaksOf(w))))
            return null;
        var stage = Ruling.Of(Phrase.Equal(StepName(current), words), expected, $"'{Says(current)}' is the current one", current);
        if (with < 0)
            return stage;
        var also = rest[(with + 1)..];
        var of = also.FindIndex(t => t.Is("of"));
        return Ruling.All([stage, of > 0 ? AsValue([.. also[..of].Where(t => !t.Is("a", "an"))], also[(of + 1)..]) : RecordHas(subject, also)]);
    }

    /// <summary>"The current step is 'Recipient'", "the wizard is on step 2".</summary>
    private Ruling? CurrentStep(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var expected = $"{ClaimToken.Join(subject)} is {ClaimToken.Join(obj)}";
        if (subject.Where(t => !t.Is("the")).ToList() is not [var which, var noun] || !which.Is("current", "active") || !noun.Is(StepNouns) || Steppers() is not [var (_, current)])
            return null;
        var words = Phrase.Tokens(RawText(obj));
        return Ruling.Of(Phrase.Equal(StepName(current), words) || Phrase.Equal(_scene.Tokens(current), words) || words is [var number] && number.All(char.IsDigit) && _scene.Tokens(current)[0] == number, expected, $"'{Says(current)}' is the current one", current) with { IsAccounted = true };
    }

    /// <summary>"We are in the Packing step", "the user is on the Payment stage", "step 2, Findings, is the current one": the step that one is at.</summary>
    private Ruling? AtStep(Clause clause)
    {
        if (clause.Verb != ClaimVerb.Be || clause.Subject.Where(t => !t.Is("the", "still", "now")).ToList() is not [var who] || !who.Is("we", "i", "you", "user", "it", "wizard", "process", "form") || clause.Object is not [var at, _, ..] || !at.Is("in", "on", "at"))
            return null;
        var name = DropFirst(clause.Object[1..], "the");
        if (name.Count < 2 || !name[^1].Is(StepNouns) || name[..^1].All(t => t.HasDigit || NumberWords.TryOrdinal(t.Text, out _)))
            return null;
        return CurrentStep([ClaimToken.Word("current"), ClaimToken.Word("step")], name[..^1])?.Telling(name[^1].Text).NotIf(clause.Negated);
    }

    // "2. Recipient" and "✓ Recipient" are called Recipient.
    private List<string> StepName(UiNode step) => [.. _scene.Tokens(step).SkipWhile(t => t.All(char.IsDigit) || !t.Any(char.IsLetter))];

    /// <summary>"the review page": the step of a wizard that one is at, or the page of that heading or title.</summary>
    private Region? PageNamed(NounPhrase phrase)
    {
        var required = phrase.Required.ToList();
        if (phrase.Kind != ElementKind.Page || required.Count == 0 || phrase.Ordinal != 0)
            return null;
        bool Says(IReadOnlyList<string> tokens) => required.All(t => Phrase.IndexOf(tokens, t.Words) >= 0 || !t.IsQuoted && t.Words.Length == 1 && tokens.Any(x => SameWord(x, t.Words[0])));
        var whole = new Region([_scene.Root], null);
        if (Steppers() is [var (steps, current)] && steps.Any(r => Says([.. _scene.Tokens(r)])))
            return Says([.. _scene.Tokens(current)]) ? whole : null;
        var top = _scene.Nodes.FirstOrDefault(n => n.Role == "heading" && n.Level == 1 && _scene.IsShown(n));
        return top is not null && Says([.. _scene.Tokens(top)]) || Says(Phrase.Tokens(_scene.Observation.Title)) ? whole : null;
    }

    /// <summary>"The review shows X" in a wizard that is at its step "4. Review": what the step shows, below the row of steps.</summary>
    private Region? StepPanel(NounPhrase phrase)
    {
        var required = phrase.Required.ToList();
        if (required.Count == 0 || phrase.Ordinal != 0 || phrase.Kind is not (ElementKind.Any or ElementKind.Section) || Steppers() is not [var (steps, current)])
            return null;
        var words = required.SelectMany(t => t.Words).ToList();
        if (!Phrase.Equal(StepName(current), words) || steps[0].Parent is not { Parent: { } holder } row)
            return null;
        // Up to the next part with a heading of its own that is no part of the step.
        var parts = holder.Children.SkipWhile(c => !ReferenceEquals(c, row)).Skip(1).Where(c => !c.IsText && _scene.Length(c) > 0).TakeWhile(c => c.Tag is not ("section" or "aside" or "footer") || ReferenceEquals(c, holder.Children.SkipWhile(x => !ReferenceEquals(x, row)).Skip(1).FirstOrDefault(x => !x.IsText && _scene.Length(x) > 0))).ToList();
        return parts.Count == 0 ? null : new(parts, current);
    }

    /// <summary>"The week shown is 17 - 21 March": the text between the buttons for the week before and after.</summary>
    private Ruling? Paged(List<ClaimToken> subject, string value, bool strict, string expected)
    {
        var words = subject.Where(t => !t.Is("the", "shown", "displayed", "current", "currently", "visible", "selected", "range", "that", "is")).ToList();
        if (words is not [{ IsQuoted: false, HasDigit: false } period] || words.Count == subject.Count && subject.Count > 1)
            return null;
        bool Turns(UiNode n, bool forward) => !n.IsText && Scene.IsControl(n) && _scene.IsPresent(n) && _scene.NameTokens(n) is var name && name.Any(w => Phrase.SameStem(w, period.Text)) && name.Any(w => forward ? w is "next" or "forward" or "following" or "later" : w is "previous" or "prev" or "back" or "last" or "earlier");
        var back = _scene.Nodes.Where(n => Turns(n, false)).ToList();
        var next = _scene.Nodes.Where(n => Turns(n, true)).ToList();
        if (back is not [var left] || next is not [var right])
            return null;
        var box = left.Ancestors().FirstOrDefault(a => a.IsSelfOrAncestorOf(right));
        if (box is null)
            return null;
        // Between the two, or beside them in their own small box.
        var near = box.Descendants().Where(n => n.IsText && _scene.IsShown(n) && _scene.Length(n) > 0 && !n.Ancestors().TakeWhile(a => !ReferenceEquals(a, box)).Any(Scene.IsControl)).ToList();
        var between = near.Where(n => n.Index > left.Index && n.Index < right.Index).ToList();
        var texts = (between.Count > 0 ? between : near).Select(n => _scene.Line(n)).Distinct().ToList();
        return texts is [var text] ? Ruling.Of(ValueText.Equal(value, _scene.ShownText(text), strict), expected, $"it is '{Says(text)}'", text) : null;
    }
}
