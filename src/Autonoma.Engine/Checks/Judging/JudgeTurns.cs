using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Ordinary ways to say how something stands: "X is the chosen option in Y", "Inbox has a 3 next to it", "the dialog is open with X preselected", "the Size column stands between A and B".</summary>
internal sealed partial class Judge
{
    private static readonly string[] ChoiceNouns = ["option", "value", "entry", "item", "choice", "answer", "setting", "one"];

    /// <summary>"'never' is the chosen option in How often": what that field holds.</summary>
    private Ruling? ChosenIn(Clause clause)
    {
        var said = DropFirst(clause.Object, "the");
        if (clause.Verb != ClaimVerb.Be || clause.Subject.Count == 0 || said.Count < 4 || !said[0].Is("chosen", "selected", "current", "active", "preselected", "picked", "set") || !said[1].Is(ChoiceNouns) || !said[2].Is("in", "of", "for", "from", "under"))
            return null;
        var field = Value(said[3..], clause.Subject, TextMode.Whole, slotsOnly: true);
        return field.IsUnknown || !field.Evidence.All(n => Scene.IsField(n) || n.Descendants().Any(Scene.IsField)) ? null : field.NotIf(clause.Negated).Telling(said[0].Text, said[1].Text);
    }

    /// <summary>"Change requests has a 3 next to it": the number that stands with the name, and nothing else, in one line.</summary>
    private Ruling? NumberNextTo(Clause clause)
    {
        if (clause.Verb is not (ClaimVerb.Have or ClaimVerb.Show or ClaimVerb.Contain) || clause.Object.FindIndex(1, t => !t.IsQuoted && t.Is("next", "beside", "behind", "after")) is not (> 0 and var at))
            return null;
        var thing = clause.Object[..at].Where(t => !t.Is("a", "an", "the", "number", "count", "figure", "badge", "counter", "bubble", "red", "small", "little", "with", "of", "showing", "saying", "reading")).ToList();
        var where = clause.Object[(at + 1)..].Where(t => !t.Is("to", "the", "it", "its", "their", "them", "name", "label", "title", "word", "caption", "text", "this")).ToList();
        if (thing is not [{ } number] || !int.TryParse(number.Text, out var claimed) || where.Count > 0)
            return null;
        var subject = DropFirst(clause.Subject, "the").Where(t => t.IsQuoted || !t.Is("tab", "entry", "item", "link", "button", "menu", "folder", "label")).ToList();
        var words = Phrase.Tokens(RawText(subject));
        if (words.Length == 0)
            return null;
        var beside = new List<(int Number, UiNode Node)>();
        UiNode? without = null;
        foreach (var position in _scene.Find(words))
        {
            // The name is a text of its own, or the number alone follows it in its line.
            var line = _scene.Line(_scene.OwnerAt(position));
            if (_scene.Start(line) != position || !_scene.IsShown(_scene.OwnerAt(position)))
                continue;
            var box = _scene.Length(line) == words.Length ? line.Ancestors().TakeWhile(a => _scene.Length(a) <= words.Length + 1).LastOrDefault() ?? line : line;
            if (_scene.Length(box) == words.Length + 1 && _scene.Start(box) == position && int.TryParse(_scene.TokenAt(position + words.Length).Trim('(', ')'), out var shown))
                beside.Add((shown, box));
            else if (_scene.Length(box) == words.Length)
                without = box;
        }

        if (beside.Select(b => b.Number).Distinct().ToList() is not [var only])
            return beside.Count == 0 && without is null ? null : Ruling.Unknown(clause.Text, "no one number stands there");
        return Ruling.Of(only == claimed, clause.Text, $"it says '{Says(beside[0].Node)}'", beside[0].Node).NotIf(clause.Negated) with { IsAccounted = true };
    }

    /// <summary>"The dialog is open with Staging preselected and an empty name": it is open, and each of them is so in it.</summary>
    private Ruling? OpenedWith(Clause clause)
    {
        if (clause.Verb != ClaimVerb.Be || clause.Negated || clause.Object.Count < 4 || !clause.Object[0].Is("open", "opened", "displayed", "shown") || !clause.Object[1].Is("with") || clause.Object[2].IsQuoted || Read(clause.Subject).Kind != ElementKind.Dialog)
            return null;
        var opened = Decide(clause with { Object = clause.Object[..1] });
        var inside = Items(clause.Object[2..]).ConvertAll(StateInside);
        // What is not said of a state is a part of it, or of its name.
        if (inside.Contains(null) || !opened.IsHeld)
            return inside.Contains(null) ? null : opened;
        if (_regions.Find(Read(clause.Subject)) is not [var dialog])
            return Ruling.Unknown(clause.Text, "which dialog it is cannot be told");
        _resolver.Within = dialog;
        try
        {
            return Ruling.All([opened, .. inside.Select(i => Decide(clause with { Subject = i!.Value.Thing, Object = i.Value.State }))]).Telling(clause.Object.Where(t => t.Is("preselected", "prefilled", "pre-filled", "pre-selected", "already")).Select(t => t.Text));
        }
        finally
        {
            _resolver.Within = null;
        }
    }

    // "Staging preselected", "an empty e-mail address"
    private static (List<ClaimToken> Thing, List<ClaimToken> State)? StateInside(List<ClaimToken> said)
    {
        said = DropFirst(said, "the", "a", "an", "its", "with");
        said = [.. said.Where(t => !t.Is("already"))];
        if (said.Count < 2)
            return null;
        if (!said[^1].IsCapital && StatePhrases.TryState(said[^1..], out var state, out _) && state != ElementState.Visible)
            return (said[..^1], said[^1..]);
        return !said[0].IsCapital && StatePhrases.TryState(said[..1], out state, out _) && state is ElementState.Empty or ElementState.Enabled or ElementState.Checked or ElementState.Selected ? (said[1..], said[..1]) : null;
    }

    /// <summary>"There is no table of runs": of what it would hold nothing is claimed.</summary>
    private Ruling? NoContainer(Clause clause)
    {
        if (!clause.IsExistential || clause.Negated || clause.Object is not [{ } no, { } container, { } of, _, ..] || !no.Is("no") || !container.Is("table", "list", "grid", "chart", "tree") || !of.Is("of", "with", "for"))
            return null;
        var tables = _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && (n.Tag == "table" || n.Role is "table" or "grid" or "treegrid") && _scene.Length(n) > 0).ToList();
        if (!container.Is("table", "grid"))
            return Ruling.Unknown(clause.Text, $"what is no {container.Text} cannot be told");
        var words = NounWords(clause.Object[3..]);
        // What lists the same without being a table may be meant as well.
        if (tables.Count == 0)
            return GroupFor(Read(clause.Object[3..]), null) is { IsStructured: true, IsTable: true } other && Shown(other).Count > 0 ? Ruling.Unknown(clause.Text, $"{Shown(other).Count} are listed") : Ruling.Held(clause.Text, "no table is displayed") with { IsAbsence = true };
        var theirs = tables.FirstOrDefault(t => words.All(w => _scene.NameTokens(t).Concat(Scene.ClassWords(t.ClassName + " " + t.ElementId)).Any(n => Phrase.SameStem(n, w))) || _scene.Heads.Over(t).Take(1).Any(h => h.Head is { } head && words.All(w => _scene.HasStem(head, w))));
        return theirs is null ? Ruling.Unknown(clause.Text, "another table is displayed") : Ruling.Failed(clause.Text, "it is displayed", theirs);
    }

    /// <summary>"The Size column stands between Kind and Result", "B is between A and C".</summary>
    private Ruling? Between(Clause clause)
    {
        var said = DropFirst(clause.Object, "displayed", "located", "placed", "found", "listed", "shown", "right", "directly", "exactly");
        if (clause.Verb is not (ClaimVerb.Be or ClaimVerb.Appear) || said.Count < 4 || !said[0].Is("between") || Items(said[1..]) is not { Count: 2 } ends)
            return null;
        var adjacent = clause.Object[0].Is("right", "directly");
        static List<ClaimToken> Bare(List<ClaimToken> tokens) => [.. DropFirst(tokens, "the").Where(t => t.IsQuoted || !t.Is("column", "columns", "row", "heading", "card", "entry"))];
        List<List<ClaimToken>> names = [Bare(ends[0]), Bare(clause.Subject), Bare(ends[1])];
        if (names.Exists(n => n.Count == 0))
            return null;
        var words = names.ConvertAll(n => Phrase.Tokens(RawText(n)));
        // The heads of one table; else the entries of one list.
        var rows = _scene.Records.Groups.Where(g => g.Heads.Count > 2 && Shown(g).Count > 0).Select(g => words.ConvertAll(w => g.Heads.FindIndex(h => Phrase.Equal([.. _scene.Tokens(h).Where(t => t.Any(char.IsLetterOrDigit))], w) || _scene.Find(w, h).Any(p => _scene.Start(h) == p && g.Heads.Count(o => _scene.Find(w, o).Any(q => _scene.Start(o) == q)) == 1)))).Where(at => !at.Contains(-1)).ToList();
        if (rows.Count == 0 && !clause.Subject.Exists(t => t.Is("column")))
            rows = [.. _scene.Records.Groups.Where(g => Shown(g).Count > 2).Select(g => names.ConvertAll(n => Shown(g).FindIndex(r => IsCalled(r, n)) is var first && first == Shown(g).FindLastIndex(r => IsCalled(r, n)) ? first : -1)).Where(at => !at.Contains(-1))];
        if (rows.Count == 0 || rows.Exists(r => !r.SequenceEqual(rows[0])))
            return null;
        var (a, b, c) = (rows[0][0], rows[0][1], rows[0][2]);
        var holds = adjacent ? Math.Abs(a - c) == 2 && b == (a + c) / 2 : b > Math.Min(a, c) && b < Math.Max(a, c);
        return Ruling.Of(holds, clause.Text, $"they are number {a + 1}, {b + 1} and {c + 1}").NotIf(clause.Negated).Telling("stands", "sits", "column");
    }

    /// <summary>"A tooltip explains that X": a whole sentence of it is X, in these words.</summary>
    private Ruling? ExplainedIn(Clause clause)
    {
        if (clause.Negated || clause.Verb is not (ClaimVerb.Tell or ClaimVerb.Read or ClaimVerb.Contain or ClaimVerb.Show) || clause.Object.Count < 4 || !clause.Object[0].Is("that") || Read(clause.Subject) is not { Kind: ElementKind.Tooltip, Color: null, Ordinal: 0 } tip || tip.Required.Any(t => string.Join(' ', t.Words) != tip.KindText) || clause.Object.Exists(t => t.IsQuoted))
            return null;
        static List<string> Bare(IEnumerable<string> words) => [.. words.Where(w => w is not ("the" or "a" or "an"))];
        var said = Bare(clause.Object[1..].Where(t => !t.IsMark).SelectMany(t => Phrase.Tokens(t.Text)));
        var tips = _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && IsOfKind(n, ElementKind.Tooltip) && _scene.Length(n) > 0).ToList();
        tips = tips.FindAll(n => !tips.Exists(o => !ReferenceEquals(o, n) && o.IsSelfOrAncestorOf(n)));
        var teller = tips.Find(n => _scene.ShownText(n).Split('.', '!', ';', '\n').Any(sentence => Bare(Phrase.Tokens(sentence)) is var words && words.Count == said.Count && words.Zip(said).All(p => p.First == p.Second || !DenialWords.Contains(p.First) && !DenialWords.Contains(p.Second) && Phrase.SameStem(p.First, p.Second))));
        return teller is null ? Ruling.Unknown(clause.Text, tips.Count == 0 ? "no tooltip is displayed" : "it is not said in these words") : Ruling.Held(clause.Text, $"it says '{Says(teller)}'", teller) with { IsAccounted = true };
    }

    /// <summary>"Nothing about an approval is visible": no text that is displayed has a form of the word.</summary>
    private Ruling? NothingAbout(Clause clause)
    {
        if (clause.Negated || clause.Verb != ClaimVerb.Be || clause.Subject is not [{ } nothing, { } about, _, ..] || !nothing.Is("nothing") || !about.Is("about", "concerning", "regarding") || !StatePhrases.TryState(clause.Object, out var state, out var value) || state != ElementState.Visible || !value)
            return null;
        var words = NounWords(clause.Subject[2..]);
        if (words.Length != 1 || words[0].Length < 4 || words[0].Any(char.IsDigit))
            return Ruling.Unknown(clause.Text, "so long a description may be there in other words");
        var root = words[0][..Math.Min(5, words[0].Length - 1)];
        var teller = _scene.Nodes.FirstOrDefault(n => n.IsText && _scene.IsShown(n) && _scene.Tokens(n).Any(t => t.StartsWith(root, StringComparison.Ordinal)));
        if (teller is null)
            return Ruling.Held(clause.Text, $"no text has the word '{words[0]}'") with { IsAbsence = true };
        return _scene.Tokens(teller).Any(t => Phrase.SameStem(t, words[0])) ? Ruling.Failed(clause.Text, $"it says '{Says(teller)}'", teller) : Ruling.Unknown(clause.Text, $"it says '{Says(teller)}'");
    }

    /// <summary>"No filter is set", "two filters are set": of the fields, lists and boxes in the part that its author calls the filters, those that do not stand at their beginning.</summary>
    private Ruling? FiltersSet(Clause clause)
    {
        if (clause.Negated || clause.Verb != ClaimVerb.Be || clause.Object is not [{ IsQuoted: false } set] || !set.Is("set", "active", "applied", "on", "chosen", "selected", "used") || clause.Subject is not [{ IsQuoted: false } many, { IsQuoted: false } noun] || !noun.Is("filter", "filters") || (many.Is("no") ? 0 : Cardinal(many)) is not { } claimed)
            return null;
        var parts = _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && !Scene.IsControl(n) && Scene.ClassWords(n.ClassName + " " + n.ElementId + " " + n.TestId).Concat(SceneHeads.HasOwnName(n) ? _scene.NameTokens(n) : []).Any(w => w is "filter" or "filters")).ToList();
        parts = parts.FindAll(n => !parts.Exists(o => !ReferenceEquals(o, n) && o.IsSelfOrAncestorOf(n)));
        if (parts is not [var part])
            return null;
        var controls = part.Descendants().Where(n => !n.IsText && _scene.IsPresent(n) && (Scene.IsField(n) || n.Checked is not null || n.Pressed is not null)).ToList();
        // Chips, sliders and what is drawn stand at a beginning that is not known.
        if (controls.Count == 0 || controls.Exists(n => n.Pressed is not null || n.Role is "slider" or "radio" || n.Tag != "select" && n.Role is "combobox" or "listbox" || n.Tag == "select" && n.Options.Count == 0))
            return null;
        var used = controls.FindAll(n => n.Checked is { } box ? box != TriState.Off : n.Tag == "select" ? !n.Options[0].Selected : !string.IsNullOrWhiteSpace(n.Value));
        return Ruling.Of(used.Count == claimed, clause.Text, $"{used.Count} of {controls.Count} are set", [.. used.Take(6)]) with { IsAccounted = true };
    }
}
