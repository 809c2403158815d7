using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>
/// A label speaks of its own value only: where "Nurse" is empty or a dash, no other name of the page is the nurse; "Installed: No" does not say that it is installed; who stands under Manager in the row of Ben manages Ben, and not the other way round.
/// </summary>
internal sealed partial class Judge
{
    // Labels of what something is like: their value is said of the thing itself ("the order is paid").
    private static readonly string[] Classing = ["status", "state", "stage", "phase", "condition", "priority", "type", "kind", "category", "level", "mode", "plan", "result", "outcome", "availability", "price", "cost", "total", "amount", "date", "role", "size", "colour", "color", "score", "rating", "progress", "value", "name", "title", "id", "number", "when", "time", "location", "place", "where"];

    private static readonly HashSet<string> NotSo = new(StringComparer.Ordinal) { "no", "not", "never", "false", "off", "none", "pending", "✗", "✕", "✘", "❌", "expected", "planned", "scheduled", "n/a", "open", "unknown", "missing", "disabled", "inactive" };

    /// <summary>Why what bears the claim out is the value of another label than the claim's; null when it is not.</summary>
    private string? OfAnotherLabel(Clause clause, Ruling ruling)
    {
        if (ruling.Evidence.Count is 0 or > 6 || clause.Subject.Count == 0 || clause.Object.Count == 0 || clause.IsExistential)
            return null;
        return ReadsOtherwise(clause, ruling) ?? SaidOfAnotherTime(clause, ruling) ?? OfAnotherEntry(clause, ruling) ?? DeniedByValue(clause, ruling) ?? SwappedRole(clause, ruling) ?? NotItsValue(clause, ruling) ?? LabelledOtherwise(clause, ruling) ?? OtherAmount(clause, ruling) ?? OtherDeed(clause, ruling) ?? NotDisplayedSo(clause, ruling) ?? OnlyLinkedTo(clause, ruling) ?? OutsideDialog(clause, ruling);
    }

    private UiNode? NextOf(UiNode node)
    {
        while (node.Parent is { } wrapper && _scene.Length(wrapper) == _scene.Length(node) && !wrapper.Children.Any(c => !ReferenceEquals(c, node) && !c.IsText))
            node = wrapper;
        return node.Parent?.Children.SkipWhile(c => !ReferenceEquals(c, node)).Skip(1).FirstOrDefault(c => !c.IsText || c.OwnText.Trim().Length > 0);
    }

    /// <summary>"Installed: No", "Delivered:", a term whose description is "—".</summary>
    private string? DeniedByValue(Clause clause, Ruling ruling)
    {
        if (ruling.Evidence.Count == 0 || clause.Verb is not (ClaimVerb.Be or ClaimVerb.Have) || SaysPresence(clause) || Read(clause.Subject).Ordinal != 0)
            return null;
        var claimed = Phrase.Tokens(RawText([.. clause.Object.SkipWhile(t => t.Is("a", "an", "the", "any"))]));
        foreach (var node in ruling.Evidence)
        {
            var text = _scene.ShownText(node).Trim();
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            var label = Phrase.Tokens(colon > 0 ? text[..colon] : text);
            // What is claimed are just the words of the label, not what it says.
            if (label.Length is 0 or > 4 || !label.Any(l => l.Any(char.IsLetter)) || !label.All(l => claimed.Any(c => SameWord(c, l))) || claimed.Any(c => !Fillers.Contains(c) && !label.Any(l => SameWord(c, l))))
                return null;
            var value = colon > 0 && text[(colon + 1)..].Trim() is { Length: > 0 } own ? own : colon > 0 && _scene.Length(_scene.Line(node)) == _scene.Length(node) ? "" : colon > 0 || node.Tag == "dt" || node.Parent?.Tag == "dt" || _scene.Slots.Slots.Any(s => s.Strength >= 2 && Phrase.Equal(s.Label, label) && NextOf(node) is { } beside && (beside.IsSelfOrAncestorOf(s.Value) || s.Value.IsSelfOrAncestorOf(beside)) && !IsDeed(beside)) ? NextOf(node) is { } next ? _scene.ShownText(next) : "" : null;
            if (value is null || !(DenialText.IsNothing(value, label) || Phrase.Tokens(value) is [var first, ..] && NotSo.Contains(first) || DenialText.HasMark(value)))
                return null;
        }

        return "its value does not say that it is so";
    }

    /// <summary>"Anja is the supervisor of Bo", where Bo is the Supervisor in the row of Anja.</summary>
    private string? SwappedRole(Clause clause, Ruling ruling)
    {
        var of = clause.Object.FindIndex(t => t.Is("of", "for"));
        if (clause.Verb != ClaimVerb.Be || of is < 1 or > 4 || of + 1 >= clause.Object.Count || !clause.Object[0].Is("the", "a", "an"))
            return null;
        var role = NounWords(clause.Object[1..of]);
        var labelled = LabelledSo(role).ToList();
        if (role.Length == 0 || labelled.Count == 0 || !ruling.Evidence.All(n => labelled.Exists(s => s.Value.IsSelfOrAncestorOf(n) || n.IsSelfOrAncestorOf(s.Value))))
            return null;
        return labelled.Exists(s => ValueText.Equal(RawText(clause.Subject), TextOf(s)) && ruling.Evidence.Any(n => s.Value.IsSelfOrAncestorOf(n) || n.IsSelfOrAncestorOf(s.Value))) ? null : $"who is the {string.Join(' ', role)} of whom is told the other way round";
    }

    private IEnumerable<Slot> LabelledSo(string[] words) => _scene.Slots.Slots.Where(s => s.Strength >= 2 && s.Label.Length == words.Length && s.Label.Zip(words).All(p => Phrase.SameStem(p.First, p.Second)));

    /// <summary>What the claim calls the value, and whose: "Ulla's phone", "the phone of Ulla", "the nurse".</summary>
    private static (List<ClaimToken> Owner, List<ClaimToken> Noun) Attribution(List<ClaimToken> subject)
    {
        var at = subject.FindLastIndex(t => t.Is("'s"));
        if (at > 0 && at + 1 < subject.Count)
            return (subject[..at], subject[(at + 1)..]);
        var of = subject.FindIndex(t => t.Is("of", "for"));
        return of > 0 && of + 1 < subject.Count ? (subject[(of + 1)..], subject[..of]) : ([], subject);
    }

    /// <summary>A label of just the claim's words is there, and what was found is not its value.</summary>
    private string? NotItsValue(Clause clause, Ruling ruling)
    {
        if (clause.Verb is not (ClaimVerb.Be or ClaimVerb.Read) || SaysPresence(clause) || clause.Subject.Exists(t => t.Is("and", "or")) || ruling.IsAccounted)
            return null;
        var (owner, noun) = Attribution(clause.Subject);
        if (noun.Count is 0 or > 4 || noun.Exists(t => t.HasDigit) || clause.Object[0].Is(Prepositions) || clause.Object[0].Is("out", "off") || LongestState(clause.Object, out _, out _) > 0 && !clause.Object[0].IsCapital || clause.Object.Count > 1 && IsPast(clause.Object[0].Text))
            return null;
        var words = NounWords(noun);
        if (words.Length == 0)
            return null;
        var labels = _scene.Find(words).Select(p => _scene.Exactly(p, words.Length)).OfType<UiNode>().Where(n => _scene.IsShown(n) && !n.Ancestors().Prepend(n).Any(a => Scene.IsControl(a) || a.Role == "heading" || a.Tag is "option" or "li" or "label" or "caption" or "legend") && (IsHead(n) || NextOf(n) is not null && HasSlotOrGap(n, words))).Distinct().ToList();
        // Of the entry that is meant only.
        if (owner.Count > 0 && OneEntry(owner) is { } entry)
            labels = [.. labels.Where(l => entry.Record.IsSelfOrAncestorOf(l) || IsHead(l) && _scene.Records.GroupOf(entry.Record)?.Heads.Any(h => h.IsSelfOrAncestorOf(l) || l.IsSelfOrAncestorOf(h)) == true)];
        // A heading that says so is no value of a column.
        if (labels.Count == 0 || labels.TrueForAll(IsHead) && clause.Object is [{ IsQuoted: true }] && ruling.Evidence.Any(n => n.Ancestors().Prepend(n).Any(a => a.Level > 0)))
            return null;
        var values = LabelledSo(words).ToList();
        // What leads an entry names it: all that its entry says is said of it.
        bool Leads(UiNode l, UiNode n) => _scene.Records.Around(l).Select(r => r.Record).FirstOrDefault(r => _scene.Length(r) > _scene.Length(l)) is { } row && (_scene.Start(row) == _scene.Start(l) || _scene.Records.GroupOf(row) is { Heads.Count: > 2 } && IsAmongFirst(row, l)) && row.IsSelfOrAncestorOf(n);
        bool IsOfIt(UiNode n) => labels.Exists(l => Leads(l, n)) || values.Exists(s => s.Value.IsSelfOrAncestorOf(n) || n.IsSelfOrAncestorOf(s.Value))
            || labels.Exists(l => NextOf(l) is { } next && (next.IsSelfOrAncestorOf(n) || n.IsSelfOrAncestorOf(next)) || n.IsSelfOrAncestorOf(l) && _scene.Length(n) > words.Length || n.Ancestors().Prepend(n).Any(a => _scene.Records.HeadOf(a) is { } head && (head.IsSelfOrAncestorOf(l) || l.IsSelfOrAncestorOf(head))) || l.Parent is { } block && _scene.Length(block) <= words.Length + _scene.Length(n) && block.IsSelfOrAncestorOf(n));
        return ruling.Evidence.Any(IsOfIt) ? null : $"'{string.Join(' ', words)}' has a value of its own";
    }

    private bool IsHead(UiNode node) => _scene.Records.Groups.Any(g => g.Heads.Any(h => h.IsSelfOrAncestorOf(node) || node.IsSelfOrAncestorOf(h)));

    // With a value beside it, or an empty place for one.
    private bool HasSlotOrGap(UiNode label, string[] words)
        => label.Tag is "dt" or "th" || NextOf(label) is { } value && ReferenceEquals(PairLabel(value), label) || label.Parent?.Tag is "dt" or "th" || LabelledSo(words).Any(s => NextOf(label)!.IsSelfOrAncestorOf(s.Value)) || NextOf(label) is { IsText: false } next && (_scene.Length(next) == 0 && !next.Descendants().Prepend(next).Any(d => Scene.IsControl(d) || d.Role == "img") || DenialText.IsNothing(_scene.ShownText(next), words));

    /// <summary>"The vehicle is Olga Pent", where Olga Pent stands behind "Driver".</summary>
    private string? LabelledOtherwise(Clause clause, Ruling ruling)
    {
        if (clause.Verb != ClaimVerb.Be || SaysPresence(clause) || clause.Subject.Exists(t => t.IsQuoted || t.HasDigit || t.Is("and", "or")) || clause.Subject.Skip(1).Any(t => t.IsCapital) || clause.Object[0].Is(Prepositions) || IsPast(clause.Object[0].Text) || CountsOf(clause.Subject) is not null || clause.Subject[0].Is("only") || Read(clause.Subject).Ordinal != 0)
            return null;
        var said = clause.Object.Where(t => !t.Is("the", "a", "an", "to", "on", "at")).ToList();
        if (said.Count(t => t.IsCapital || t.IsName) < 2 && !said.Exists(t => t.IsName && t.Text.Contains(' ', StringComparison.Ordinal)))
            return null;
        var words = clause.Subject.Concat(clause.Object).SelectMany(t => Phrase.Tokens(t.Text)).ToList();
        foreach (var node in ruling.Evidence)
        {
            var slots = _scene.Slots.Slots.Where(s => s.Strength >= 3 && !Scene.IsField(s.Value) && (ReferenceEquals(s.Value, node) || s.Value.Children is [var inner] && ReferenceEquals(inner, node) || ReferenceEquals(s.Value, node.Parent) && _scene.Length(s.Value) == _scene.Length(node))).ToList();
            var pair = PairLabel(node) is { } led ? [.. _scene.Tokens(led)] : Array.Empty<string>();
            if (slots.Count == 0 && pair.Length == 0 || slots.Select(s => s.Label).Append(pair).Any(label => label.Any(l => Classing.Contains(l, StringComparer.Ordinal) || words.Exists(w => SameWord(w, l)))))
                return null;
            if (node.Ancestors().Prepend(node).Any(a => _scene.Records.HeadOf(a) is not null))
                return null;
        }

        return "it is the value of another label";
    }

    /// <summary>The label of a text in a row of labels and values that take turns, empty ones among them.</summary>
    private UiNode? PairLabel(UiNode node)
    {
        while (node.Parent is { } wrapper && (node.IsText || wrapper.Children.Count == 1) && _scene.Length(wrapper) == _scene.Length(node))
            node = wrapper;
        if (node.Parent is not { } row || row.Tag is "tr" or "ul" or "ol")
            return null;
        var parts = row.Children.Where(c => !c.IsText && c.Role != "heading").ToList();
        var at = parts.IndexOf(node);
        return at > 0 && at % 2 == 1 && parts.Count % 2 == 0 && parts.TrueForAll(c => _scene.Length(c) <= 8 && !Scene.IsControl(c)) && parts.Where((_, i) => i % 2 == 0).All(c => _scene.Length(c) is > 0 and <= 4 && c.Tag == parts[0].Tag && c.ClassName == parts[0].ClassName && !HasFigure(c) && !_scene.Tokens(c).Any(t => t.Any(char.IsDigit))) ? parts[at - 1] : null;
    }

    /// <summary>"Dina's deputy is Carl", where it is the row of somebody else that says so and mentions Dina.</summary>
    private string? OfAnotherEntry(Clause clause, Ruling ruling)
    {
        if (clause.Verb is not (ClaimVerb.Be or ClaimVerb.Read) || SaysPresence(clause))
            return null;
        var (owner, _) = Attribution(clause.Subject);
        var name = Phrase.Tokens(RawText(DropFirst(owner, "the")));
        if (name.Length == 0 || owner.Exists(t => t.IsMark))
            return null;
        bool LedByIt(UiNode record) => _scene.Length(record) >= name.Length && Phrase.Equal([.. _scene.Tokens(record).Take(name.Length)], name);
        return ruling.Evidence.All(n => _scene.Records.Around(n).ToList() is var around && !around.Exists(r => LedByIt(r.Record)) && around.Exists(r => r.Group.Records.Count > 1 && !LedByIt(r.Record) && r.Group.Records.Any(o => LedByIt(o) && _scene.Length(o) > name.Length))) ? "another entry says so" : null;
    }

    /// <summary>"The status is Visible", where it is Draft: a word of the page, and not that the status can be seen.</summary>
    private string? ReadsOtherwise(Clause clause, Ruling ruling)
    {
        if (clause.Verb != ClaimVerb.Be || clause.Object is not [{ IsQuoted: false, IsCapital: true } word] || !word.Is("visible", "displayed", "shown", "hidden", "present", "listed") || NounWords(clause.Subject) is not { Length: > 0 } noun)
            return null;
        var values = LabelledSo(noun).ToList();
        return values.Count > 0 && !values.Exists(s => Phrase.Tokens(TextOf(s)).Contains(word.Text, StringComparer.Ordinal)) && ruling.Evidence.All(n => !_scene.Tokens(n).Contains(word.Text, StringComparer.Ordinal)) ? $"it reads '{Short(TextOf(values[0]))}'" : null;
    }

    /// <summary>"from July: 34 ct" where the claim does not say from when.</summary>
    private string? SaidOfAnotherTime(Clause clause, Ruling ruling)
    {
        if (!clause.Object.Exists(t => t.HasDigit))
            return null;
        var said = Phrase.Tokens(clause.Text);
        return ruling.Evidence.All(n => _scene.Length(n) < 10 && _scene.ShownText(n) is var text && text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && Phrase.Tokens(text[..colon]) is [{ } first, _, ..] time && first is "from" or "until" or "since" or "before" or "after" or "as" or "starting" && Phrase.IndexOf(said, time) < 0) ? $"it says '{Says(ruling.Evidence[0])}'" : null;
    }

    /// <summary>"The shirt costs € 98", where its entry has several amounts and this is not called its price.</summary>
    private string? OtherAmount(Clause clause, Ruling ruling)
    {
        var (_, noun) = Attribution(clause.Subject);
        var isPrice = clause.Verb == ClaimVerb.Cost && clause.VerbText.StartsWith("cost", StringComparison.Ordinal) || clause.Verb == ClaimVerb.Be && noun.Count <= 3 && noun.Exists(t => t.Is("price", "cost")) && !noun.Exists(t => t.Is("total", "full"));
        if (!isPrice || ruling.Evidence is not [var found] || _scene.Length(found) > 6 || !HasMoney(found, out var amount))
            return null;
        bool IsPrice(IEnumerable<string> text) => text.Any(t => t is "price" or "cost" or "costs" or "rate" or "fee" or "each" or "per" or "/" or "unit");
        if (IsPrice(_scene.Tokens(found)) || _scene.Slots.Slots.Any(s => (s.Value.IsSelfOrAncestorOf(found) || found.IsSelfOrAncestorOf(s.Value)) && IsPrice(s.Label)) || found.Ancestors().Prepend(found).Any(a => _scene.Records.HeadOf(a) is { } head && IsPrice(_scene.Tokens(head))) || found.Ancestors().Prepend(found).Take(2).Any(a => IsPrice(Scene.ClassWords(a.ClassName)) || a.Tag is "td" or "th" && a.Parent?.Children.FirstOrDefault(c => !c.IsText) is { } first && !ReferenceEquals(first, a) && IsPrice(_scene.Tokens(first))))
            return null;
        if (_scene.Records.Around(found).Select(r => r.Record).FirstOrDefault(r => _scene.Length(r) > _scene.Length(found)) is not { } record || _scene.Length(record) > 60)
            return null;
        return record.Descendants().Any(n => n.IsText && _scene.IsShown(n) && !IsStruck(n) && !found.IsSelfOrAncestorOf(n) && HasMoney(n, out var other) && other != amount) || _scene.Tokens(record).Any(t => t is "×" or "x") ? $"whether '{Says(found)}' is its price cannot be told" : null;
    }

    private bool HasMoney(UiNode node, out decimal amount)
    {
        var figures = MarkedFigures(TextFold.Fold(_scene.ShownText(node))).Take(1).ToList();
        amount = figures.Count > 0 ? figures[0].Number : 0;
        return figures.Count > 0 && _scene.Tokens(node).Any(t => t is "€" or "$" or "£" or "¥" or "chf" or "eur" or "usd");
    }

    /// <summary>"Was approved on 8 April", "is due on 2 May", where the text says "Rejected 8 April", "Finished 2 May"; "was moved to the basket", where a button offers to.</summary>
    private string? OtherDeed(Clause clause, Ruling ruling)
    {
        if (clause.Verb != ClaimVerb.Be || clause.Object is not [{ IsQuoted: false } deed, _, ..] || !(deed.Is("due") || IsPast(deed.Text)) || deed.Is("displayed", "listed", "marked", "sorted", "ordered", "called", "named", "titled", "disabled", "enabled", "selected"))
            return null;
        if (ruling.Evidence.All(n => n.Ancestors().Prepend(n).Take(3).Any(a => !a.IsText && IsDeed(a))))
            return "a button offers it";
        var words = clause.Subject.Concat(clause.Object).SelectMany(t => Phrase.Tokens(t.Text)).ToList();
        return ruling.Evidence.All(n => _scene.Length(n) is > 1 and < 8 && _scene.Tokens(n)[0] is var first && IsPast(first) && !words.Exists(w => SameWord(w, first))) ? $"it says '{Says(ruling.Evidence[0])}'" : null;
    }

    /// <summary>"Engine failure is displayed", which is but the tooltip of a sign; "the note is X", which the empty field only suggests.</summary>
    private string? NotDisplayedSo(Clause clause, Ruling ruling)
    {
        var said = clause.Subject.Concat(clause.Object).ToList();
        if (said.Exists(t => t.IsQuoted && !t.IsName || t.Is("placeholder", "hint", "prompt", "tooltip", "icon", "symbol", "sign", "image", "picture", "field", "box", "input", "title", "alt", "button", "link", "mark", "dot", "badge", "labelled", "labeled")))
            return null;
        var words = Phrase.Tokens(RawText(SaysPresence(clause) ? clause.Subject : clause.Object)).Where(w => !Fillers.Contains(w)).ToList();
        if (words.Count < 2)
            return null;
        bool Within(string text) => Phrase.Tokens(text) is var tokens && words.TrueForAll(w => tokens.Contains(w, StringComparer.Ordinal));
        return ruling.Evidence.All(n => !Within(_scene.ShownText(n)) && (n.Ancestors().Prepend(n).Take(2).Any(a => a.Title.Length > 0 && Within(a.Title)) || Scene.IsField(n) && string.IsNullOrEmpty(n.Value) && Within(n.Placeholder))) ? "it is no text that is displayed" : null;
    }

    private static readonly string[] PagedNouns = ["page", "question", "step", "section", "slide", "chapter", "part", "lesson", "level"];

    /// <summary>"Question 5 is shown", "this is section C", where a link leads there.</summary>
    private string? OnlyLinkedTo(Clause clause, Ruling ruling)
    {
        var said = clause.Subject.Concat(clause.Object).ToList();
        if (said.Exists(t => t.Is("link", "links", "button", "buttons", "entry", "item", "tab", "option", "pager", "pagination", "list")) || !new[] { clause.Subject, clause.Object }.Any(part => part.SkipLast(1).Zip(part.Skip(1)).Any(p => p.First.Is(PagedNouns) && !p.Second.IsQuoted && (p.Second.HasDigit || p.Second.Text.Length == 1))))
            return null;
        return ruling.Evidence.All(n => n.Ancestors().Prepend(n).Take(3).FirstOrDefault(a => !a.IsText && (a.Tag == "a" || Scene.IsControl(a) && !Scene.IsField(a))) is { } link && !HasChosenWord(link) && !link.Descendants().Any(HasChosenWord)) ? "a link leads there" : null;
    }

    /// <summary>"The dialog heading is X", where X is the heading of the page behind it.</summary>
    private string? OutsideDialog(Clause clause, Ruling ruling)
    {
        if (!clause.Subject.Exists(t => t.Is("dialog", "dialogue", "modal", "popup")) || !_scene.Nodes.Any(n => _scene.IsShown(n) && Kinds.IsDialog(n)))
            return null;
        return ruling.Evidence.Any(n => n.Ancestors().Prepend(n).Any(Kinds.IsDialog)) ? null : "it is not in the dialog";
    }

    /// <summary>Whether a text says something else before what is claimed: "For: Nora Vik", "Booked by Eva", "Rollback started by Kai" of a deploy; or does not say that it is done: "Interview on Friday".</summary>
    private static bool SaysElseBefore(string[] tokens, List<string> words, NounPhrase phrase, List<ClaimToken> obj)
    {
        var begin = Array.FindIndex(tokens, t => words.Exists(w => SameWord(t, w) || ValueText.Unit(t) == ValueText.Unit(w)));
        if (begin > 0 && tokens[..begin].Any(t => t.Any(char.IsLetter) && !Auxiliaries.Contains(t) && t is not ("your" or "our" or "my" or "this" or "it" or "its") && !phrase.Source.Any(s => Phrase.Tokens(s.Text).Any(w => SameWord(w, t))) && !obj.Exists(o => Phrase.Tokens(o.Text).Any(w => SameWord(w, t)))))
            return true;
        return obj[0] is { IsQuoted: false } deed && IsPast(deed.Text) && !tokens.Any(t => (t == deed.Text || !t.EndsWith("ing", StringComparison.Ordinal) && t.Length >= deed.Text.Length - 1 && SameWord(t, deed.Text) && (IsPast(t) || t.EndsWith('t') || t.EndsWith('n'))));
    }

    /// <summary>"Iron is above 100", "is below its range", "the average is below the limit" where both are figures: said of values and not of places.</summary>
    private bool ComparesValues(List<ClaimToken> subject, List<ClaimToken> other)
    {
        if (other.Count > 0 && other[0].Is("its", "their", "average", "zero", "normal", "target", "budget") || other.TrueForAll(t => t.HasDigit || t.IsMark || ValueText.IsUnit(t.Text) || t.Text.Length < 3 || t.Is("the")) && other.Exists(t => t.HasDigit))
            return true;
        bool IsFigureLabel(List<ClaimToken> noun) => NounWords(noun) is { Length: > 0 } words && LabelledSo(words).Any(s => !Scene.IsField(s.Value) && _scene.Length(s.Value) < 5 && ValueText.TryQuantity(Phrase.Tokens(TextOf(s)), out _, out _));
        return IsFigureLabel(subject) && IsFigureLabel(other);
    }
}
