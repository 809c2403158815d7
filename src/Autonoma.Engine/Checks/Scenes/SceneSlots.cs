using Autonoma.Engine.Observing;
using Autonoma.Engine.Observing.Labels;

namespace Autonoma.Engine.Checks.Scenes;

/// <summary>All labels with their values: fields, definition lists, table cells, "Label: value", tiles.</summary>
internal sealed class SceneSlots
{
    private readonly Scene _scene;
    private readonly SceneRecords _records;
    private readonly HashSet<UiNode> _paired = [];

    public SceneSlots(Scene scene, SceneRecords records)
    {
        _scene = scene;
        _records = records;
        foreach (var node in scene.Nodes)
        {
            if (!scene.IsPresent(node))
                continue;
            if (Scene.IsField(node))
                AddField(node);
            else if ((node.Checked is not null || Scene.IsSwitchByClass(node) && node.InnerText.Length == 0 || Scene.SwitchedByShape(node) is not null) && node.Name.Length == 0)
                AddCheckable(node);
            if (!scene.IsShown(node) || scene.Length(node) == 0)
                continue;
            foreach (var (label, value) in PairGrid.In(node))
            {
                _paired.Add(label);
                Slots.Add(new([.. scene.Tokens(label)], ValueOf(value), -1, -1, 3));
            }

            if (node.Role is "cell" or "gridcell" || node.Tag == "td")
                AddCell(node);
            else if (records.GroupOf(node) is { Heads.Count: > 1, IsTable: false })
                AddGridCells(node);
            if (node.Tag == "dt" || node.Role == "term")
                AddTerm(node);
            else if (!_paired.Contains(node) && IsLabelLike(node))
                AddNeighbours(node);
            if (node.IsText && node.OwnText.Contains(':', StringComparison.Ordinal))
                AddColon(node);
        }
    }

    public List<Slot> Slots { get; } = [];

    private void AddField(UiNode field)
    {
        if (field.Name.Length > 0 && field.NameSource is not NameSource.Placeholder)
            Slots.Add(new(Phrase.Tokens(field.Name), field, -1, -1, 4));
        else if (field.Placeholder.Length > 0)
            Slots.Add(new(Phrase.Tokens(field.Placeholder), field, -1, -1, 3));
        if (_records.HeadOf(field) is { } head && _scene.Length(head) > 0)
            Slots.Add(new([.. _scene.Tokens(head)], field, -1, -1, 3));
        if (field.Name.Length == 0 || field.NameSource is NameSource.Placeholder or NameSource.Title || field.Role == "slider")
        {
            if (LabelBefore(field) is { } label)
                Slots.Add(new([.. _scene.Tokens(label)], field, -1, -1, 3));
        }
    }

    // An unlabelled box is labelled by the text after it, or before it.
    private void AddCheckable(UiNode box)
    {
        var siblings = box.Parent?.Children.Where(c => ReferenceEquals(c, box) || (_scene.IsShown(c) && _scene.Length(c) > 0) || c.Checked is not null).ToList() ?? [];
        var at = siblings.IndexOf(box);
        var label = at >= 0 && at + 1 < siblings.Count && siblings[at + 1].Checked is null ? siblings[at + 1] : at > 0 && siblings[at - 1].Checked is null ? siblings[at - 1] : null;
        if (label is null || _scene.Length(label) > 12)
            return;
        Slots.Add(new([.. _scene.Tokens(label)], box, -1, -1, 3));
        // "Volume C (read only)" is called Volume C: what stands in brackets is a note.
        var text = _scene.ShownText(label).Trim();
        if (text.EndsWith(')') && text.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && Phrase.Tokens(text[..open]) is { Length: > 0 } called)
            Slots.Add(new(called, box, -1, -1, 3));
    }

    // The text right before an unlabelled field, in its block or before it.
    private UiNode? LabelBefore(UiNode field)
    {
        var node = field;
        for (var depth = 0; depth < 3 && node.Parent is { } parent; depth++, node = parent)
        {
            UiNode? before = null;
            foreach (var sibling in parent.Children)
            {
                if (ReferenceEquals(sibling, node))
                    break;
                if (_scene.IsShown(sibling) && _scene.Length(sibling) > 0)
                    before = sibling;
            }

            if (before is not null)
                return _scene.Length(before) <= 8 && !Scene.IsField(before) && !before.Descendants().Any(Scene.IsField) ? before : null;
        }

        return null;
    }

    private void AddCell(UiNode cell)
    {
        var cells = cell.Parent!.Children.Where(c => !c.IsText && _scene.IsPresent(c)).ToList();
        if (AddSummary(cell, cells))
            return;
        if (HeadOver(cell) is { } head)
            Slots.Add(new([.. _scene.Tokens(head)], cell, -1, -1, 3));
        // Label, value, label, value in one row: each value has the label right before it.
        var at = cells.IndexOf(cell);
        if (at > 0 && cells.Count > 2 && cells[at].Tag == "td" && cells[at - 1].Tag == "th" && cells.Count(c => c.Tag == "th") > 1 && _scene.Length(cells[at - 1]) is > 0 and <= 8)
            Slots.Add(new([.. _scene.Tokens(cells[at - 1])], cell, -1, -1, 4));
        else if (at % 2 == 1 && cells.Count is > 2 and < 9 && cells.Count % 2 == 0 && cells.Where((_, i) => i % 2 == 0).All(c => c.InnerText.TrimEnd().EndsWith(':')))
            Slots.Add(new([.. _scene.Tokens(cells[at - 1])], cell, -1, -1, 3));
        // Under heads of columns the first cell names the entry: it labels none of its values.
        else if (cells.Count >= 2 && !(cells.Count > 2 && cells.Exists(c => HeadOver(c) is not null)) && !ReferenceEquals(cells[0], cell) && (cells.Count == 2 || cells[0].Tag == "th" || cells[0].Role == "rowheader") && _scene.Length(cells[0]) is > 0 and <= 8)
            Slots.Add(new([.. _scene.Tokens(cells[0])], cell, -1, -1, cells[0].Tag == "th" ? 4 : 3));
    }

    // "Total" below the columns: the label of the one value in its row, and of each of several together with the head over it.
    private bool AddSummary(UiNode cell, List<UiNode> cells)
    {
        var row = cell.Parent!;
        if (row.Ancestors().FirstOrDefault(a => a.Tag == "table" || a.Role is "table" or "grid" or "treegrid") is not { } table || _records.Groups.Find(g => ReferenceEquals(g.Table, table)) is not { } group || !_records.SumsUp(row, group.Heads))
            return false;
        var told = cells.FindAll(c => _scene.IsShown(c) && _scene.Length(c) > 0);
        if (told.Count < 2 || ReferenceEquals(told[0], cell) || !told.Contains(cell) || _scene.Length(told[0]) > 8)
            return true;
        // Beside the one figure there may be a remark: "2 of 8 shown".
        if (told.Count == 2 || IsFigure(cell) && told.Skip(1).Count(IsFigure) == 1)
            Slots.Add(new([.. _scene.Tokens(told[0])], cell, -1, -1, 3));
        if (SceneRecords.HeadOver(group, cell) is { } over && _scene.Length(over) > 0)
            Slots.Add(new([.. _scene.Tokens(told[0]), .. _scene.Tokens(over)], cell, -1, -1, 3));
        return true;
    }

    private bool IsFigure(UiNode cell) => _scene.Tokens(cell) is { Count: < 4 } tokens && tokens.Any(t => t.Any(char.IsDigit));

    private UiNode? HeadOver(UiNode cell) => _records.HeadOf(cell) is { } head && _scene.Length(head) > 0 && !ReferenceEquals(head, cell) ? head : null;

    private void AddGridCells(UiNode record)
    {
        foreach (var cell in record.Children.Where(c => !c.IsText && _scene.IsShown(c) && _scene.Length(c) > 0))
        {
            if (_records.HeadOf(cell) is { } head && _scene.Length(head) > 0)
                Slots.Add(new([.. _scene.Tokens(head)], cell, -1, -1, 3));
        }
    }

    private void AddTerm(UiNode term)
    {
        var seen = false;
        foreach (var sibling in term.Parent!.Children)
        {
            if (ReferenceEquals(sibling, term))
                seen = true;
            else if (seen && (sibling.Tag == "dd" || sibling.Role == "definition"))
            {
                Slots.Add(new([.. _scene.Tokens(term)], ValueOf(sibling), -1, -1, 4));
                return;
            }
            else if (seen && !sibling.IsText)
                return;
        }
    }

    private bool IsLabelLike(UiNode node)
    {
        if (_scene.Length(node) > 8 && !(node.IsText && node.OwnText.TrimEnd().EndsWith(':') && _scene.Length(node) < 40) || Scene.IsControl(node) || node.Tag is "td" or "th" or "option" or "li" or "dd" or "svg" or "html" or "body" || node.Role is "cell" or "row" or "columnheader" or "listitem" or "heading" || node.IsText && node.Parent?.Role == "heading")
            return false;
        return node.IsText || node.Children.All(c => Scene.IsInline(c) || !_scene.IsShown(c));
    }

    private void AddNeighbours(UiNode node)
    {
        if (node.Parent is not { } parent || Scene.IsControl(parent) && parent.Tag is "button" or "a" or "select")
            return;
        // "Your basket is empty." is said and done; the next line is not its value.
        if (_scene.Length(node) > 2 && node.InnerText.TrimEnd() is [.., '.' or '!'] && !node.InnerText.TrimEnd().EndsWith("no.", StringComparison.OrdinalIgnoreCase) && !node.InnerText.TrimEnd().EndsWith("..", StringComparison.Ordinal))
            return;
        // "Cook: Ida Moe" has its value already; it is no label of what comes next.
        if (node.InnerText.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && colon + 2 < node.InnerText.TrimEnd().Length && !node.InnerText.TrimEnd().EndsWith(':'))
            return;
        // A wrapper says the same as what it wraps; look at the outermost.
        if (_scene.Length(parent) == _scene.Length(node) && !parent.Children.Any(c => !ReferenceEquals(c, node) && (Scene.IsField(c) || c.InnerText is "-" or "–" or "—")))
            return;
        // What stands behind a box to tick is what the box is called, not the value of the caption before.
        if (parent.Children.SkipWhile(c => !ReferenceEquals(c, node)).Skip(1).FirstOrDefault(c => _scene.IsPresent(c) && (c.Checked is not null || _scene.Length(c) > 0)) is { Checked: not null, Role: "radio" })
            return;
        var siblings = parent.Children.Where(c => _scene.IsPresent(c) && (_scene.IsShown(c) && (_scene.Length(c) > 0 || c.InnerText is "-" or "–" or "—") || HoldsField(c))).ToList();
        var at = siblings.IndexOf(node);
        if (at < 0 || siblings.Count < 2)
            return;
        var label = LabelTail(node);
        if (label.Length == 0)
            return;
        // Label, value, button, label, value, button: told by their classes.
        if (at > 0 && at + 1 < siblings.Count && node.ClassName.Length > 0 && node.ClassName == siblings[0].ClassName && siblings[at + 1].ClassName == siblings[1].ClassName && siblings[1].ClassName != node.ClassName && siblings[1].ClassName.Length > 0)
        {
            Slots.Add(new(label, ValueOf(siblings[at + 1]), -1, -1, 2));
            return;
        }

        var ends = node.InnerText.EndsWith(':') || node.OwnText.TrimEnd().EndsWith(':');
        if (at + 1 < siblings.Count && (siblings.Count == 2 || ends || at == 0 || node.IsText && !siblings[at + 1].IsText || at % 2 == 0 && siblings.Count % 2 == 0) && IsValueLike(siblings[at + 1]))
            Slots.Add(new(label, ValueOf(siblings[at + 1]), -1, -1, ends ? 3 : 2));
        else if (at == 1 && siblings.Count == 2 && !ends && IsValueLike(siblings[0]) && !Scene.IsControl(siblings[0]))
            Slots.Add(new(label, ValueOf(siblings[0]), -1, -1, 1));
    }

    // "Trip to Gdansk · Status:" labels with its last part only.
    private string[] LabelTail(UiNode node)
    {
        if (!node.IsText)
            return [.. _scene.Tokens(node)];
        var text = node.OwnText.TrimEnd().TrimEnd(':');
        var cut = text.LastIndexOfAny(['·', '|', ';', ',', '•', ')']);
        return Phrase.Tokens(cut >= 0 ? text[(cut + 1)..] : text);
    }

    private bool HoldsField(UiNode node) => Scene.IsField(node) || (node.Children.Count is > 0 and < 6 && node.Descendants().Take(12).Any(d => Scene.IsField(d) && _scene.IsPresent(d)));

    private bool IsValueLike(UiNode node) => Scene.IsField(node) || HoldsField(node) || node.InnerText is "-" or "–" or "—" || (_scene.Length(node) is > 0 and <= 24 && !(node.Role is "heading" or "table" or "list" or "form" or "dialog"));

    private UiNode ValueOf(UiNode node)
    {
        if (Scene.IsField(node))
            return node;
        var fields = node.Descendants().Where(d => _scene.IsPresent(d) && Scene.IsField(d)).Take(2).ToList();
        return fields.Count == 1 ? fields[0] : node;
    }

    // "Label: value" within one run of text, up to the next separator.
    private void AddColon(UiNode run)
    {
        var text = run.OwnText;
        var position = _scene.Start(run);
        foreach (var part in text.Split('·', '|', ';', '•', '\n'))
        {
            var length = Phrase.Tokens(part).Length;
            var colon = part.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0)
            {
                var label = Phrase.Tokens(part[..colon]);
                if (label.Length is > 0 and <= 6 && label.Length < length)
                    Slots.Add(new(label, run, position + label.Length, position + length, 3));
            }

            position += length;
        }
    }
}
