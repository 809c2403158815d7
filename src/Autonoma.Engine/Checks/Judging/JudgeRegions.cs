using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Which record, cell or part of the page a subject names.</summary>
internal sealed partial class Judge
{
    /// <summary>The record or part of the page that a subject names.</summary>
    private IReadOnlyList<Region> RegionsOf(List<ClaimToken> subject)
    {
        var phrase = Read(subject);
        if (phrase.IsEmpty)
            return [];
        if (PageNamed(phrase) is { } page)
            return [page];
        if (StepPanel(phrase) is { } panel)
            return [panel];
        if (phrase.KindText == "folder")
            return ViewOf(phrase) is { } folder ? [folder] : [];
        if (phrase.Ordinal != 0 && Kinds.IsRecordKind(phrase.Kind))
            return Nth(phrase) is { } ordinal ? [new([ordinal], null)] : [];
        if (RowTitled(phrase) is { } row)
            return [row];
        var regions = _regions.Find(phrase);
        if (regions.Count == 1)
            return regions;
        if (phrase.Ordinal != 0 && Nth(phrase) is { } nth)
            return [new([nth], null)];
        var records = _resolver.RecordsOf(phrase, rowsOnly: true);
        // A field of that name, not a record that says the word somewhere.
        if (records.Count == 1 && phrase.Required.Any() && (phrase.Kind is not (ElementKind.Field or ElementKind.Dropdown) || _scene.Find([.. phrase.Required.First().Words], records[0].Record).Any(p => p == _scene.Start(records[0].Record))))
            return [new([records[0].Record], null)];
        if (regions.Count == 0 && phrase.Required.ToList() is [{ Words: [var whole], IsQuoted: false }] && whole is "board" or "calendar" or "schedule" or "app" or "planner" or "dashboard" or "timetable" && _scene.SpeaksOf(whole))
            return [new([_scene.Root], null)];
        if (regions.Count == 0 && phrase.Required.ToList() is [{ Words: ["legend"] }] && Legend() is { } legend)
            return [legend];
        if (regions.Count == 0 && ViewOf(phrase) is { } view)
            return [view];
        // "the Doing column", where "Doing column" is also the name of a button: what stands under the head Doing.
        if (regions.Count == 0 && subject.Count > 1 && subject[^1].Is("column", "lane") && subject[^2].IsCapital && _regions.Find(Read(subject[..^1])) is [{ Head: not null } headed])
            return [headed];
        // "Monday 08:00": where a row and a column meet.
        return Crossing(phrase) is { } cell ? [new([cell], null)] : regions.Count > 1 ? regions : [];
    }

    /// <summary>"no Archive button": nothing that can be clicked says any of the words in its name, its classes or its text, and no whole text is that.</summary>
    private bool NoSuchControl(NounPhrase phrase)
    {
        if (phrase.Kind is not (ElementKind.Button or ElementKind.Link) || phrase.Color is not null || phrase.State is not null || phrase.Ordinal != 0 || phrase.Places.Count > 0)
            return false;
        var words = phrase.Required.SelectMany(t => t.Words).Where(w => w.Any(char.IsLetter)).ToList();
        if (words.Count == 0)
            return false;
        foreach (var node in _scene.Nodes.Where(n => !n.IsText && _scene.IsPresent(n) && (Scene.IsControl(n) || n.IsInteractive)))
        {
            var said = _scene.NameTokens(node).Concat(_scene.Length(node) <= 14 ? _scene.Tokens(node) : []).Concat(Phrase.Tokens(node.Title)).Concat(Scene.ClassWords($"{node.ClassName} {node.ElementId} {node.TestId}")).Concat(node.IconHint.Split(' ')).ToList();
            // What has no words at all may be it.
            if (said.All(t => !t.Any(char.IsLetter)) && !Scene.IsField(node) && node.Checked is null || words.Any(w => said.Any(t => SameWord(t, w))))
                return false;
        }

        return !words.Any(w => _scene.Find([w]).Any(p => _scene.Exactly(p, 1) is not null));
    }

    /// <summary>"the row 'Copper wire 2 mm'": the one row with a cell that says just that. Rows that only lay out a page hold other rows.</summary>
    private Region? RowTitled(NounPhrase phrase)
    {
        if (phrase.Kind != ElementKind.Row || phrase.Ordinal != 0 || phrase.Required.ToList() is not [{ IsQuoted: true } title])
            return null;
        var rows = _scene.Find(title.Words).Select(p => _scene.Exactly(p, title.Words.Length)).OfType<UiNode>()
            .Select(n => n.Ancestors().Prepend(n).FirstOrDefault(a => a.Role is "cell" or "gridcell" or "rowheader" || a.Tag is "td" or "th")).OfType<UiNode>()
            .Where(cell => _scene.Length(cell) == title.Words.Length && cell.Parent is { Role: "row" })
            .Select(cell => cell.Parent!).Where(r => r.Children.Count(c => !c.IsText) > 1 && !r.Descendants().Any(d => d.Role == "row")).Distinct().ToList();
        return rows is [var only] ? new([only], null) : null;
    }

    /// <summary>"the first row", "the last item of the list", "the second order".</summary>
    private UiNode? Nth(NounPhrase phrase)
    {
        var tokens = phrase.Source.Where(t => !NumberWords.TryOrdinal(t.Text, out _) && !t.Is("the")).ToList();
        var cut = tokens.FindIndex(t => t.Is("of", "in", "on"));
        IReadOnlyList<Region>? within = null;
        if (cut > 0)
        {
            within = Places(tokens[cut..], out _);
            if (within is null)
                return null;
            tokens = tokens[..cut];
        }

        var noun = Read(tokens);
        var group = noun.Kind == ElementKind.Message && !noun.Required.Any() ? GroupFor(NounPhrase.Read([new ClaimToken("message", "message")], null), within) : noun.Required.Any() ? GroupFor(noun, within) : MainGroup(n => within is null || within.Any(r => r.Contains(n)), noun.Kind, within is not null);
        var shown = group is null ? PartsCalled(noun, within) : Shown(group);
        var at = phrase.Ordinal > 0 ? phrase.Ordinal - 1 : shown.Count + phrase.Ordinal;
        return at >= 0 && at < shown.Count ? shown[at] : null;
    }

    /// <summary>What lies one behind the other and is no list: the columns of the one table, sections by their headings, and the entries that the page itself counts by that noun ("4 patients").</summary>
    private IReadOnlyList<UiNode> PartsCalled(NounPhrase noun, IReadOnlyList<Region>? within)
    {
        bool Inside(UiNode n) => within is null || within.Any(r => r.Contains(n));
        if (noun.Kind == ElementKind.Column && !noun.Required.Any())
            return _scene.Records.Groups.Where(g => g.Heads.Count > 1 && Inside(g.Parent)).ToList() is [var table] ? [.. table.Heads.Where(h => _scene.Length(h) > 0)] : [];
        if (noun.Kind == ElementKind.Section && !noun.Required.Any())
        {
            var heads = _scene.Nodes.Where(n => n.Level > 1 && !n.IsText && _scene.IsShown(n) && _scene.Length(n) > 0 && Inside(n)).ToList();
            return heads.Count > 1 && heads.TrueForAll(h => h.Level == heads[0].Level) ? heads : [];
        }

        if (noun.Required.ToList() is not [{ IsQuoted: false, Words: [var word] }] || noun.HasQuoted || MainGroup(Inside, ElementKind.ListItem, within is not null) is not { } list || Shown(list) is not { Count: > 1 } entries)
            return [];
        var count = entries.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        for (var p = 0; p + 1 < _scene.TokenCount; p++)
        {
            if (_scene.TokenAt(p) == count && _scene.IsTogether(p, 2) && _scene.TokenAt(p + 1) is var counted && counted.Length > word.Length && Phrase.SameStem(counted, word) && !entries.Any(e => e.IsSelfOrAncestorOf(_scene.OwnerAt(p))))
                return entries;
        }

        return [];
    }

    /// <summary>The cell of the row and the column that the words name.</summary>
    private UiNode? Crossing(NounPhrase phrase)
    {
        var required = phrase.Required.ToList();
        // "the fourth quarter" is headed Q4.
        if (phrase.Ordinal is > 0 and < 5 && required.FindIndex(t => t.Words is ["quarter"]) is >= 0 and var quarter)
            required[quarter] = new([$"q{phrase.Ordinal}"], false, false);
        if (required.Count < 2)
            return null;
        UiNode? found = null;
        foreach (var group in _scene.Records.Groups.Where(g => g.Heads.Count > 1))
        {
            foreach (var head in group.Heads.Where(h => _scene.Length(h) > 0))
            {
                var inHead = required.Where(t => HeadSays(head, t)).ToList();
                if (inHead.Count == 0 || inHead.Count == required.Count)
                    continue;
                var others = required.Except(inHead).ToList();
                foreach (var record in group.Records)
                {
                    var title = record.Children.FirstOrDefault(c => !c.IsText && _scene.IsShown(c) && _scene.Length(c) > 0);
                    if (title is null || !others.All(t => _resolver.Coverage.HasIn(title, t.Words, t.IsQuoted)))
                        continue;
                    var cell = record.Children.FirstOrDefault(c => !c.IsText && !ReferenceEquals(c, title) && ReferenceEquals(_scene.Records.HeadOf(c), head));
                    if (cell is null)
                        continue;
                    if (found is not null)
                        return null;
                    found = cell;
                }
            }
        }

        return found;
    }

    /// <summary>"The table shows 24 for Online in Q4": what stands where the row and the column meet.</summary>
    private Ruling? CellFor(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var at = obj.FindIndex(t => t.Is("for"));
        if (at < 1 || !obj[..at].All(t => t.HasDigit || t.IsQuoted || ValueText.IsUnit(t.Text) || t.Is("€", "$", "£")) || Read(subject) is not { Kind: ElementKind.Table or ElementKind.Page or ElementKind.Section or ElementKind.Canvas } phrase || !phrase.Required.All(t => t.Words.All(_scene.SpeaksOf)))
            return null;
        return Crossing(Read(obj[(at + 1)..])) is { } cell ? Ruling.Of(ValueText.Equal(RawText(obj[..at]), _scene.ShownText(cell)), $"{ClaimToken.Join(obj)}", $"it shows '{Says(cell)}'", cell).Telling("quarter") : null;
    }

    // "Monday" is written "Mon", "fourth quarter" Q4.
    private bool HeadSays(UiNode head, Term term)
    {
        if (_resolver.Coverage.HasIn(head, term.Words, term.IsQuoted))
            return true;
        return term.Words is [var word] && word is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" && term.Words is [var day] && _scene.Tokens(head).Any(t => t == day[..3] || t == day[..2]);
    }
}
