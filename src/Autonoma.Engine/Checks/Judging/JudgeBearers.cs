using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>
/// What a claim is held by must be what it speaks of. Words that stand somewhere are a name, an offer, a caption or a denial as often as the thing: "Webhooks" over "No webhooks yet", a row that says "Phone support" and a cross,
/// two names in one table. Where that cannot be told from the thing itself, the claim is undecidable.
/// </summary>
internal sealed partial class Judge
{
    /// <summary>Why what bears out the claim is not what it speaks of; null when it is.</summary>
    private string? BorneOutByOther(Clause clause, Ruling ruling)
    {
        if (clause.Echo is not null)
            return null;
        if (ruling.IsAbsence || clause.Negated || clause.Object is [{ IsQuoted: false } none, ..] && none.Is("no", "neither", "nothing") || clause.Subject is [{ IsQuoted: false } nobody, ..] && nobody.Is("no", "nobody", "noone", "neither"))
            return AbsentInOtherWords(clause, ruling);
        return NamedOnly(clause, ruling) ?? NamedAsMissing(clause, ruling) ?? LeadsThere(clause, ruling) ?? OnlyInforms(clause, ruling) ?? OtherWords(clause, ruling) ?? OutOfOrder(clause) ?? DeniedThere(clause, ruling) ?? NotInThat(clause, ruling);
    }

    private static bool SaysPresence(Clause clause) => clause.Object is [{ IsQuoted: false, IsCapital: false } seen, ..] && seen.Is("displayed", "visible", "shown", "listed", "there", "present", "seen");

    // That something is there at all, which is what may be claimed of a name.
    private static bool Shows(Clause clause) => clause.IsExistential || clause.Verb == ClaimVerb.Appear || clause.Verb == ClaimVerb.Be && (SaysPresence(clause) || clause.Object is [{ IsQuoted: false } found, ..] && found.Is("found", "available"));

    /// <summary>"There is a webhook", "comments exist": a heading, a tab, a button or a caption that is called so is none, and a text that denies it is none either.</summary>
    private string? NamedOnly(Clause clause, Ruling ruling)
    {
        if (!Shows(clause))
            return null;
        var words = clause.IsExistential ? clause.Object : clause.Subject;
        if (words.Count == 0 || words.Exists(t => t.IsQuoted || t.HasDigit) || words.Skip(1).Any(t => t.IsCapital && !t.Raw.TrimEnd('s').All(char.IsUpper)))
            return null;
        var isOfAny = clause.VerbText.StartsWith("exist", StringComparison.Ordinal) || words[0].Is("a", "an", "any", "some") || words[^1].Text.EndsWith('s') && words.Count < 3 && (clause.IsExistential || clause.VerbText is "are" or "were" or "exist") && !words[0].Is("the", "these", "those", "all", "both") || !words[0].Is("the", "this", "that", "its", "all", "every", "each", "no", "both", "only") && words[^1].Text.EndsWith('s') && !words[^1].IsCapital && Cardinal(words[0]) is null;
        if (!isOfAny || CountsOf(words) is not null || Read(words) is not { Kind: ElementKind.Any, Color: null } phrase || ruling.Evidence.Count == 0)
            return null;
        return ruling.Evidence.All(n => (IsCaption(n, phrase) || Denies(n, words)) && !HeadsEntries(n)) ? "that it is named is not that there is one" : null;
    }

    /// <summary>"The lab results table is displayed", where a tab or a link of that name is all that is: what leads to it is not it, unless it says that one is there.</summary>
    private string? LeadsThere(Clause clause, Ruling ruling)
    {
        var words = clause.IsExistential ? clause.Object : clause.Subject;
        if (!Shows(clause) || words.Count == 0 || ruling.Evidence.Count == 0 || Read(words).Kind is not (ElementKind.Table or ElementKind.List or ElementKind.Section or ElementKind.Dialog or ElementKind.Page or ElementKind.Card))
            return null;
        UiNode? Way(UiNode n) => n.Ancestors().Prepend(n).TakeWhile(a => _scene.Length(a) <= _scene.Length(n) + 2).FirstOrDefault(a => a.Role is "tab" or "button" or "link" or "menuitem" or "treeitem" || a.Tag is "a" or "button" or "summary");
        return ruling.Evidence.All(n => Way(n) is { Selected: not true, Expanded: not true, Pressed: not TriState.On, IsCurrent: false }) ? "what leads there is not it" : null;
    }

    /// <summary>"A warning is shown": a message that tells of no trouble, by its words, its colour or how it is marked, is none.</summary>
    private string? OnlyInforms(Clause clause, Ruling ruling)
    {
        var words = clause.IsExistential ? clause.Object : clause.Subject;
        if (!Shows(clause) || words.Count == 0 || words.Exists(t => t.IsQuoted) || Read(words) is not { Kind: ElementKind.Message } phrase || phrase.Required.Any() || !SpeaksOfTrouble(phrase))
            return null;
        bool Warns(UiNode n) => n.Ancestors().Prepend(n).Any(Kinds.IsError) || n.Descendants().Any(Kinds.IsError) || TroubleTold(phrase, n.IsSelfOrAncestorOf) is not null;
        return ruling.Evidence.Any(Warns) ? null : "nothing marks it as one";
    }

    private bool IsCaption(UiNode node, NounPhrase phrase)
        => node.Ancestors().Prepend(node).TakeWhile(a => _scene.Length(a) <= _scene.Length(node) + 2).Any(a => Scene.IsControl(a) || a.Level > 0 || a.Tag is "option" or "label" or "th" or "dt" or "legend" or "caption" or "summary" or "nav" || a.Role is "columnheader" or "rowheader" or "tab" or "option" or "heading" or "menuitem")
            || _scene.Slots.Slots.Any(s => s.Strength > 1 && !node.IsSelfOrAncestorOf(s.Value) && s.Label.Length <= _scene.Length(node) && phrase.Required.All(t => t.Words.All(w => s.Label.Any(l => Phrase.SameStem(l, w)))) && DenialText.IsNoValue(TextOf(s)));

    // "Comments" over a list with comments in it.
    private bool HeadsEntries(UiNode node)
        => node.Ancestors().Prepend(node).FirstOrDefault(_scene.Heads.IsHead) is { } head && !Scene.IsControl(head) && _scene.Heads.Under(head) is { Count: > 1 } parts
            && _scene.Records.Groups.Any(g => g.IsStructured && Shown(g) is { Count: > 0 } entries && !entries.TrueForAll(e => Denies(e, [])) && parts.Skip(1).Any(p => p.IsSelfOrAncestorOf(g.Parent)));

    private bool Denies(UiNode node, List<ClaimToken> said) => DenialText.Denies(_scene.ShownText(_scene.Line(node)), t => said.Exists(s => s.Is(t)));

    /// <summary>"Parking on request", "Cellar? Ask us", "Sauna included" with the last word struck, "Gate not yet announced" within its entry: every line that has the word takes it back, or makes terms.</summary>
    private bool IsTakenBack(IReadOnlyList<UiNode> evidence, string[] words)
    {
        bool HasIt(UiNode n) => words.All(w => _scene.HasStem(n, w));
        bool IsBack(UiNode line) => DenialText.TakesBack(_scene.ShownText(line), words.Contains) || TextsOf(line).Any(IsStruck);
        foreach (var node in evidence)
        {
            var scope = HasIt(node) ? node : _scene.Records.Around(node).Select(r => r.Record).FirstOrDefault(HasIt);
            if (scope is null || _scene.Length(scope) > LongestContext)
                return false;
            var lines = TextsOf(scope).Where(HasIt).Select(t => PartOfLine(t, words)).ToList();
            if (lines.Count == 0 || !lines.TrueForAll(l => l.Part is { } part ? DenialText.TakesBack(part, words.Contains) : _scene.Length(l.Line) <= words.Length + 8 && IsBack(l.Line)))
                return false;
        }

        return evidence.Count > 0;
    }

    // "Gate B12 · Seat not assigned": of several things in a line, the one that is meant.
    private (UiNode Line, string? Part) PartOfLine(UiNode text, string[] words)
    {
        var parts = text.OwnText.Split('·', '|', '•', ';');
        return (_scene.Line(text), parts.Length > 1 ? Array.Find(parts, p => Phrase.Tokens(p) is var tokens && words.All(w => tokens.Any(t => Phrase.SameStem(t, w)))) : null);
    }

    /// <summary>"The terrace is shown", where the page says "Terrace: –"; "the consent form is there", where it is said to be missing.</summary>
    private string? NamedAsMissing(Clause clause, Ruling ruling)
    {
        var words = clause.IsExistential ? clause.Object : clause.Subject;
        if (!Shows(clause) || clause.Object.Count > 1 && !clause.IsExistential || words.Count == 0 || ruling.Evidence.Count == 0 || words.Exists(t => t.IsQuoted || t.HasDigit) || Read(words) is not { Color: null } phrase || phrase.Kind == ElementKind.Message || Kinds.IsControlKind(phrase.Kind))
            return null;
        // "A waiting list with entries"
        return ruling.Evidence.All(n => _scene.ShownText(_scene.Line(n)) is var line && line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && line[..colon].Length < 40 && DenialText.IsNothingWritten(line[(colon + 1)..]) && !Phrase.Tokens(line[(colon + 1)..]).Any(t => words.Exists(w => w.Is(t)))) ? "the page says that there is none" : null;
    }

    /// <summary>"Anja beat Dina 3–2" beside "Dina beat Anja 3–2": what no verb is known of is there in these words, in this order, or not at all.</summary>
    private string? OtherWords(Clause clause, Ruling ruling)
    {
        if (clause.Quantifier != "bare" && !(Shows(clause) && clause.Object.Count <= 1) || clause.Subject.Exists(t => t.IsQuoted) || ruling.Evidence.Count == 0 || ruling.IsAccounted || !ruling.Found.EndsWith("is displayed", StringComparison.Ordinal))
            return null;
        if (Read(clause.Subject) is not { Kind: ElementKind.Any, Color: null, Ordinal: 0, Quantifier: "" } || CountsOf(clause.Subject) is not null)
            return null;
        var words = Phrase.Tokens(RawText([.. clause.Subject.Where(t => !t.IsMark)])).Where(w => !Fillers.Contains(w)).ToArray();
        if (words.Length < 3)
            return null;
        return ruling.Evidence.Any(n => n.Ancestors().Prepend(n).TakeWhile(a => _scene.Length(a) <= words.Length + 12).Any(a => InThisOrder([.. _scene.Tokens(a)], words) || InThisOrder(_scene.NameTokens(a), words))) ? null : "it is not said in these words, in this order";
    }

    private static bool InThisOrder(string[] text, string[] words)
    {
        var bare = text.Where(t => !Fillers.Contains(t)).ToArray();
        return Enumerable.Range(0, Math.Max(0, bare.Length - words.Length + 1)).Any(from => words.Select((w, i) => Phrase.SameStem(bare[from + i], w)).All(same => same));
    }

    /// <summary>"X is listed before Y", "is shown once": how often and in which order is told by the entries, not by X.</summary>
    private string? OutOfOrder(Clause clause)
    {
        var said = clause.IsExistential ? clause.Object : [.. clause.Subject, .. clause.Object];
        if (said is [.., { IsQuoted: false } times] && times.Is("once", "twice", "thrice") && !_scene.HasWord(times.Text))
            return "how often it is there is not counted";
        // "is listed at the top": of its list, the first.
        if (clause.Verb == ClaimVerb.Be && clause.Object is [{ IsQuoted: false } shown, { } where, .., { IsQuoted: false } edge] && shown.Is("listed", "shown", "displayed") && where.Is("at", "on") && edge.Is("top", "bottom") && Phrase.Tokens(RawText(DropFirst(clause.Subject, "the"))) is { Length: > 0 } name
            && _scene.Records.Groups.Where(g => g.IsStructured && Shown(g).Count > 1).Select(g => (Entries: Shown(g), At: Shown(g).FindIndex(e => Leads(e, name)))).Where(g => g.At >= 0).ToList() is [var own] && own.At != (edge.Is("top") ? 0 : own.Entries.Count - 1))
            return "it is not the entry at that end of its list";
        if (clause.Verb != ClaimVerb.Be && clause.Verb != ClaimVerb.Appear || clause.Object.FindIndex(t => !t.IsQuoted && t.Is("before", "after")) is not (>= 0 and < 3 and var at) || at + 1 >= clause.Object.Count || at > 0 && !clause.Object[0].Is("listed", "shown", "displayed", "placed", "located", "visible", "right", "directly", "immediately"))
            return null;
        var (first, second) = (Phrase.Tokens(RawText(DropFirst(clause.Subject, "the"))), Phrase.Tokens(RawText([.. DropFirst(clause.Object[(at + 1)..], "the").TakeWhile(t => t.IsQuoted || !t.Is("in", "on", "of", "within"))])));
        if (first.Length == 0 || second.Length == 0)
            return "which order is meant is not plain";
        foreach (var group in _scene.Records.Groups.Where(g => Shown(g).Count > 1))
        {
            var entries = Shown(group);
            var (a, b) = (entries.FindIndex(e => Leads(e, first)), entries.FindIndex(e => Leads(e, second)));
            if (a >= 0 && b >= 0 && a != b)
                return a < b == clause.Object[at].Is("before") ? null : "it stands on the other side";
        }

        return "which order is meant is not plain";
    }

    /// <summary>"Solo has guests" beside a cross, "Alma has a car" beside "No": a caption with what it says is so only when that says yes.</summary>
    private string? DeniedThere(Clause clause, Ruling ruling)
    {
        if (clause.Verb is not (ClaimVerb.Have or ClaimVerb.Contain) || clause.Object.Exists(t => t.IsQuoted || t.HasDigit) || ruling.Evidence.Count == 0 || CountsOf(clause.Object) is not null)
            return null;
        var words = NounWords(clause.Object);
        // What is compared was read already.
        if (words.Length == 0 || words.Any(DenialText.IsDenial) || words.Any(w => w is "more" or "most" or "less" or "least" or "fewer" or "fewest" or "than" or "same" || w.EndsWith("est", StringComparison.Ordinal)) || clause.Object.Exists(t => t.Is("more", "most", "less", "least", "fewer", "fewest", "than", "same")) || Kinds.IsControlKind(Read(clause.Object).Kind))
            return null;
        // "Solo includes guests": the cell where the column Solo and the row Guests meet.
        var owner = Phrase.Tokens(RawText(DropFirst(clause.Subject, "the", "both")));
        foreach (var group in _scene.Records.Groups.Where(g => g.Heads.Count > 2))
        {
            if (group.Heads.Find(h => Phrase.Equal([.. _scene.Tokens(h)], owner) || owner.Length > 1 && Phrase.Equal([.. _scene.Tokens(h)], owner[..^1])) is { } column && Shown(group).Find(r => InThisOrder([.. _scene.Tokens(_scene.Line(_scene.OwnerAt(_scene.Start(r))))], words)) is { } row)
                return CellUnder(row, column) is { } cell && _scene.ShownText(cell) is var told && !DenialText.IsNoValue(told) && !DenialText.HasTerms(told, _ => false) && !told.StartsWith("add", StringComparison.OrdinalIgnoreCase) ? null : "the cell says otherwise";
        }

        if (IsTakenBack(ruling.Evidence, words))
            return "the line that has it takes it back";
        foreach (var node in ruling.Evidence)
        {
            // The first cell of a row with several names what the row is about.
            if (_scene.Records.Around(node).FirstOrDefault(r => r.Group.Heads.Count > 2).Record is { } entry && _scene.Start(entry) == _scene.Start(node) && _scene.Length(entry) > _scene.Length(node) && !Phrase.Equal([.. _scene.Tokens(node)], owner))
                return "that names a row, not what it has";
            if (_scene.Length(_scene.Line(node)) <= words.Length + 6 && Denies(node, clause.Object) && !TextsOf(node).Any(t => PartOfLine(t, words).Part is { } part && !DenialText.Denies(part, _ => false)))
                return $"'{Says(_scene.Line(node))}' says otherwise";
            // A caption of just that: its value tells.
            var slots = _scene.Slots.Slots.Where(s => s.Strength > 1 && words.All(w => s.Label.Any(l => Phrase.SameStem(l, w))) && s.Label.Length <= words.Length + 1 && (node.IsSelfOrAncestorOf(s.Value) || s.Value.IsSelfOrAncestorOf(node) || _scene.Tokens(node).All(t => s.Label.Contains(t)))).ToList();
            if (slots.Exists(s => DenialText.IsNoValue(TextOf(s))))
                return "its value says otherwise";
            // A head of columns, or of rows, is not what stands under it.
            if (node.Role is "columnheader" or "rowheader" || node.Tag == "th")
                return "that is a head, not what stands under it";
        }

        return null;
    }
}
