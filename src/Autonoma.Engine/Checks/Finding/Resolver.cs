using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Finding;

/// <summary>An element that a description fits, and how well.</summary>
internal sealed record Match(UiNode Node, Cover Cover, int ExtraWords);

/// <summary>Finds what a description means: a labelled value, a control, a record.</summary>
internal sealed class Resolver(Scene scene)
{
    public Coverage Coverage { get; } = new(scene);

    /// <summary>Words of the claim for which something else on the page spoke than its text.</summary>
    public HashSet<string> Told { get; } = new(StringComparer.Ordinal);

    /// <summary>The labelled values that fit best, all equally well.</summary>
    public IReadOnlyList<Slot> Slots(NounPhrase phrase, bool numeric) => Slots(phrase, numeric, out _);

    /// <summary>As above; <paramref name="sure"/> when the label says all that it says in the claim too, and nothing in the claim is left over.</summary>
    public IReadOnlyList<Slot> Slots(NounPhrase phrase, bool numeric, out bool sure)
    {
        sure = false;
        var words = phrase.Terms.SelectMany(t => t.Words).Select(Phrase.Stem).ToHashSet(StringComparer.Ordinal);
        var best = new List<(Slot Slot, Cover Cover)>();
        foreach (var slot in scene.Slots.Slots)
        {
            if (!slot.Label.Any(l => words.Contains(Phrase.Stem(l)) || words.Contains(Phrase.Stem(l.TrimStart('#')))))
                continue;
            if (!InPlaces(phrase, slot.Value) || IsNamedByIt(phrase, slot))
                continue;
            if (Coverage.Of(phrase, slot.Value, slot.Label, numeric) is not { } cover || !LabelUsed(phrase, slot))
                continue;
            if (slot.Strength == 4 && Scene.IsField(slot.Value) && IsNamedOtherwise(phrase, slot.Value, slot.Label))
                continue;
            best.Add((slot, cover with { Distance = cover.Distance - (slot.Strength >= 3 ? 0 : -1) }));
        }

        if (best.Count == 0)
            return [];
        var min = best.Min(b => b.Cover);
        var found = best.Where(b => b.Cover.CompareTo(min) == 0).Select(b => b.Slot).ToList();
        // "Courier" is not "Couriers" where both are there.
        var literal = phrase.Terms.SelectMany(t => t.Words).ToHashSet(StringComparer.Ordinal);
        if (found.Where(s => s.Label.All(literal.Contains)).ToList() is { Count: > 0 } same && same.Count < found.Count && found.Except(same).All(o => same.Any(s => s.Label.Length == o.Label.Length)))
            found = same;
        sure = min.Weak == 0 && found.All(s => s.Label.All(l => !l.Any(char.IsLetter) || words.Contains(Phrase.Stem(l)) || ValueText.IsUnit(l)));
        var strongest = found.Max(s => s.Strength);
        var result = found.Where(s => s.Strength == strongest || !found.Any(o => o.Strength > s.Strength && o.Label.SequenceEqual(s.Label))).DistinctBy(s => (s.Value.Index, s.From)).ToList();
        return ByOrdinal(phrase, InFront(result, s => s.Value));
    }

    // "Question 1 is ...", where a cell under Question holds the 1: that tells which one is meant, it is not what is said of it.
    private bool IsNamedByIt(NounPhrase phrase, Slot slot)
    {
        if (slot.IsPart || slot.Strength != 3 || Scene.IsField(slot.Value) || scene.Length(slot.Value) is 0 or > 3 || phrase.Terms.Count < 2)
            return false;
        var words = phrase.Terms.SelectMany(t => t.Words).ToList();
        return scene.Tokens(slot.Value).All(t => words.Any(w => Phrase.Same(w, t)) && !slot.Label.Any(l => Phrase.SameStem(l, t)));
    }

    // A label counts only when the description says at least one of its own words, not just one that the record says too.
    private static bool LabelUsed(NounPhrase phrase, Slot slot) => phrase.Terms.Any(t => Phrase.IndexOf(slot.Label, t.Words) >= 0 || t.Words.Any(w => slot.Label.Any(l => Phrase.SameStem(l, w))));

    /// <summary>Controls that fit best, all equally well.</summary>
    public IReadOnlyList<Match> Controls(NounPhrase phrase, Func<UiNode, bool> filter)
    {
        var matches = new List<Match>();
        var strangers = new HashSet<UiNode>();
        var others = false;
        ILookup<int, Slot>? slots = null;
        foreach (var node in scene.Nodes)
        {
            if (node.IsText || !scene.IsPresent(node) || !filter(node) || !InPlaces(phrase, node))
                continue;
            var name = scene.NameTokens(node);
            if (name.Length == 0 && node.InnerText.Length is > 0 and < 80)
                name = [.. scene.Tokens(node)];
            Cover? cover = Coverage.Of(phrase, node, name.Length > 0 ? name : null);
            var label = name;
            slots ??= scene.Slots.Slots.ToLookup(s => s.Value.Index);
            foreach (var slot in slots[node.Index])
            {
                if (Coverage.Of(phrase, node, slot.Label) is { } other && (cover is null || other.CompareTo(cover.Value) < 0))
                {
                    cover = other;
                    label = slot.Label;
                }
            }

            if (cover is null && Coverage.Of(phrase, node, null) is { } own)
                cover = own with { Distance = own.Distance + 6 };
            if (cover is not null && IsNamedOtherwise(phrase, node, label))
                continue;
            if (cover is { } c)
            {
                // Without a name there is nothing to say that it is just this.
                // "the Lead name field" is not Full name, though Lead is said somewhere around it.
                if (label.Length > 0 && !phrase.Source.Any(t => t.Is("'s", "of", "in", "on", "for", "under", "inside", "within", "at", "from", "by", "with")) && IsOther(phrase, label))
                {
                    others = true;
                    continue;
                }

                if (label.Length > 0 && !phrase.Terms.Any(t => t.Words.Any(w => label.Any(l => Phrase.SameStem(l, w)))))
                    strangers.Add(node);
                var extra = label.Length == 0 ? 99 : label.Count(l => l.Any(char.IsLetter) && !phrase.Terms.Any(t => t.Words.Any(w => Phrase.SameStem(w, l))));
                matches.Add(new(node, Kinds.Fits(node, phrase.Kind) ? c : c with { Distance = c.Distance + 4 }, extra));
            }
        }

        // Where one control says some of the words itself, another that says none of them is not meant.
        if (others)
            matches.RemoveAll(m => strangers.Contains(m.Node));
        if (matches.Count == 0)
            return [];
        var min = matches.Min(m => m.Cover);
        var best = matches.Where(m => m.Cover.CompareTo(min) == 0).ToList();
        // A wrapper and the control inside are one thing.
        best = [.. best.Where(m => !best.Any(o => !ReferenceEquals(o, m) && m.Node.IsSelfOrAncestorOf(o.Node) && !ReferenceEquals(m.Node, o.Node)))];
        return ByOrdinal(phrase, InFront(best, m => m.Node));
    }

    private static bool IsOther(NounPhrase phrase, string[] label)
    {
        bool Says(Term t) => Phrase.IndexOf(label, t.Words) >= 0 || t.Words.Any(w => label.Any(l => Phrase.SameStem(l, w) || Judging.Judge.SameWord(l, w)));
        var required = phrase.Required.ToList();
        return required.Any(Says) && required.Any(t => !Says(t)) && label.Any(l => l.Length > 1 && l.All(char.IsLetter) && !ValueText.IsUnit(l) && !phrase.Terms.Any(t => t.Words.Any(w => Phrase.SameStem(w, l))));
    }

    /// <summary>Records that hold all the words; the innermost ones.</summary>
    public IReadOnlyList<(UiNode Record, RecordGroup Group)> RecordsOf(NounPhrase phrase, bool rowsOnly = false)
    {
        var required = phrase.Required.ToList();
        var seed = required.OrderBy(t => scene.Find(t.Words).Count()).FirstOrDefault(t => scene.Find(t.Words).Any());
        if (seed is null)
            return [];
        var found = new Dictionary<int, (UiNode Record, RecordGroup Group, Cover Cover)>();
        // "Team plan" may stand together elsewhere: the entry itself need only say Team.
        var seeds = seed.IsQuoted || seed.Words.Length == 1 ? scene.Find(seed.Words) : scene.Positions(seed.Words.OrderBy(w => Coverage.IsClassifier(w)).ThenBy(w => scene.Positions(w).Count()).First());
        foreach (var position in seeds)
        {
            foreach (var (record, group) in scene.Records.Around(scene.OwnerAt(position)))
            {
                if (found.ContainsKey(record.Index) || !InPlaces(phrase, record) || (rowsOnly && !group.IsStructured))
                    continue;
                if (Coverage.Of(phrase, record, null) is { } cover)
                    found[record.Index] = (record, group, cover);
            }
        }

        if (found.Count == 0)
            return [];
        var min = found.Values.Min(f => f.Cover);
        var best = found.Values.Where(f => f.Cover.CompareTo(min) == 0).ToList();
        // The innermost, but a mere cell of an entry is not the entry.
        var result = best.Where(b => !best.Any(o => !ReferenceEquals(o.Record, b.Record) && b.Record.IsSelfOrAncestorOf(o.Record) && (o.Group.IsStructured || !b.Group.IsStructured))
            && (b.Group.IsStructured || !best.Any(o => o.Group.IsStructured && o.Record.IsSelfOrAncestorOf(b.Record) && !ReferenceEquals(o.Record, b.Record)))).ToList();
        return [.. InFront(result, r => r.Record).OrderBy(r => r.Record.Index).Select(r => (r.Record, r.Group))];
    }

    /// <summary>"the Team plan", "card 4471": the one entry whose first line is that, without the word for its kind.</summary>
    public UiNode? LedBy(NounPhrase phrase)
    {
        var all = phrase.Required.SelectMany(t => t.Words).ToList();
        var words = all.Where(w => !Coverage.IsClassifier(w)).ToList();
        // "the Team plan": both are words for kinds of things, the last one is.
        if (words.Count == 0 && all.Count > 1)
            words = all[..^1];
        if (words.Count == 0 || phrase.Ordinal != 0 || phrase.Quantifier.Length > 0 || phrase.Places.Count > 0)
            return null;
        var found = new List<UiNode>();
        foreach (var position in scene.Find(words))
        {
            foreach (var (record, group) in scene.Records.Around(scene.OwnerAt(position)))
            {
                var first = scene.Length(record) > 0 ? scene.Line(scene.OwnerAt(scene.Start(record))) : record;
                if (!group.IsStructured || group.Records.Count < 2 || scene.Length(record) <= words.Count)
                    continue;
                // An entry of one line that begins with its number: "✔ 1.1 What is a ledger?"
                if (ReferenceEquals(first, record))
                {
                    if (words.Any(w => w.Length > 1 && w.Any(char.IsDigit)) && scene.Length(record) <= words.Count + 8 && Enumerable.Range(scene.Start(record), position - scene.Start(record)).All(p => !scene.TokenAt(p).Any(char.IsLetterOrDigit)))
                    {
                        found.Add(record);
                        break;
                    }

                    continue;
                }

                // The name alone, or beside a number that nothing else is called.
                if (scene.Start(first) <= position && scene.End(first) >= position + words.Count && (scene.Length(first) == words.Count || words.Any(w => w.Length > 2 && w.Any(char.IsDigit)) && scene.Length(first) <= words.Count + 4))
                {
                    found.Add(record);
                    break;
                }
            }
        }

        return found.Distinct().ToList() is [var only] ? only : null;
    }

    /// <summary>What lies in a modal dialog in front hides its like behind.</summary>
    private List<T> InFront<T>(List<T> found, Func<T, UiNode> node)
    {
        if (found.Count < 2)
            return found;
        var front = found.Where(f => node(f).Ancestors().Any(a => Kinds.IsDialog(a) && a.IsModal || a.Role is "dialog" or "alertdialog")).ToList();
        return front.Count > 0 && front.Count < found.Count ? front : found;
    }

    private static IReadOnlyList<T> ByOrdinal<T>(NounPhrase phrase, List<T> found)
    {
        if (phrase.Ordinal == 0 || found.Count < 2)
            return phrase.Ordinal is 0 or 1 or -1 ? found : [];
        var at = phrase.Ordinal > 0 ? phrase.Ordinal - 1 : found.Count + phrase.Ordinal;
        return at >= 0 && at < found.Count ? [found[at]] : [];
    }

    /// <summary>Only what lies in there is meant ("In the Bedroom card the temperature reads ..."); null: anywhere.</summary>
    public Region? Within { get; set; }

    private bool InPlaces(NounPhrase phrase, UiNode node)
    {
        if (Within is not null && !Within.Contains(node))
            return false;
        foreach (var place in phrase.Places)
        {
            if (place == ElementKind.Dialog && !node.Ancestors().Any(Kinds.IsDialog))
                return false;
            if (place == ElementKind.Menu && !node.Ancestors().Any(Kinds.IsMenu))
                return false;
            if (place == ElementKind.Table && !node.Ancestors().Any(a => a.Tag == "table" || a.Role is "table" or "grid" or "treegrid" || scene.Records.GroupOf(a) is { Heads.Count: > 0 }))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Another thing of the kind: the words right before the kind name one thing ("the Save invitation button"), the element is named by
    /// others ("Save permissions"). What stands around it does not make up for that.
    /// </summary>
    private bool IsNamedOtherwise(NounPhrase phrase, UiNode node, string[] label)
    {
        if (!label.Any(l => l.Any(char.IsLetter) && !phrase.Terms.Any(t => t.Words.Any(w => Judging.Judge.SameWord(w, l)))))
            return false;
        var source = phrase.Source;
        var from = source.FindLastIndex(t => t.Is("'s")) + 1;
        var to = source.FindIndex(from, t => t.Is("of", "in", "on", "for", "at", "inside", "within", "under", "from", "with", "by", "next", "below", "above", "beside", "to"));
        var core = source.Skip(from).Take((to < 0 ? source.Count : to) - from).SelectMany(t => Phrase.Tokens(t.Text)).ToList();
        var terms = phrase.Required.SelectMany(t => t.Words).Where(core.Contains).Where(w => !w.Any(char.IsDigit)).ToList();
        // A button or field with words of its own, none of which is said.
        if (phrase.Kind is ElementKind.Button or ElementKind.Link or ElementKind.Tab or ElementKind.MenuItem or ElementKind.Field or ElementKind.TextArea or ElementKind.Dropdown && terms.Count > 0 && !terms.Any(w => Own(node).Any(o => Judging.Judge.SameWord(o, w))))
            return true;
        // At least one word of the label is said, and one said word is nowhere in what the element is called.
        return terms.Count > 1 && terms.Any(w => label.Any(l => Judging.Judge.SameWord(l, w)))
            && terms.Any(w => !Coverage.IsClassifier(w) && w is not ("main" or "first" or "only" or "other" or "text" or "new") && !label.Any(l => Judging.Judge.SameWord(l, w)) && !Own(node).Any(o => Judging.Judge.SameWord(o, w)));
    }

    private IEnumerable<string> Own(UiNode node) => scene.NameTokens(node).Concat(Phrase.Tokens(node.Title)).Concat(Phrase.Tokens(node.Placeholder)).Concat(Phrase.Tokens(node.Alt)).Concat(node.IconHint.Split(' ')).Concat(Scene.ClassWords(node.ClassName)).Concat(Scene.ClassWords(node.ElementId))
        .Concat(scene.Length(node) <= 12 ? scene.Tokens(node) : []).Concat(scene.Slots.Slots.Where(s => ReferenceEquals(s.Value, node)).SelectMany(s => s.Label));
}
