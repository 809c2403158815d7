using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Scenes;

/// <summary>Finds groups of like records and the heads of their columns.</summary>
internal sealed class SceneRecords
{
    private readonly Scene _scene;
    private readonly Dictionary<int, RecordGroup> _groupOf = [];

    public SceneRecords(Scene scene)
    {
        _scene = scene;
        foreach (var node in scene.Nodes)
        {
            if (!scene.IsPresent(node) || node.IsText)
                continue;
            if (node.Role is "table" or "grid" or "treegrid" || node.Tag == "table")
                AddTable(node);
            else if (node.Children.Count > 0 && !(node.Tag is "tr" or "thead" or "tbody" or "tfoot" or "select" or "svg") && node.Role is not ("row" or "rowgroup"))
                AddLike(node);
        }

        // A table without heads, in a cell of which one with heads stands, lays the page out: its rows are no entries.
        foreach (var layout in Groups.Where(g => g.IsTable && g.Heads.Count == 0 && Groups.Exists(inner => inner.IsTable && inner.Heads.Count > 1 && g.Records.Any(r => r.IsSelfOrAncestorOf(inner.Parent)))).ToList())
        {
            Groups.Remove(layout);
            foreach (var row in layout.Records)
                _groupOf.Remove(row.Index);
        }

        foreach (var group in Groups.Where(g => g.IsStructured && !g.IsTable && g.Records.Count > 1).ToList())
        {
            AddLone(group);
            AddLoneInLanes(group);
        }
    }

    public List<RecordGroup> Groups { get; } = [];

    public RecordGroup? GroupOf(UiNode record) => _groupOf.GetValueOrDefault(record.Index);

    /// <summary>Records around a node, the innermost first.</summary>
    public IEnumerable<(UiNode Record, RecordGroup Group)> Around(UiNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            if (_groupOf.TryGetValue(current.Index, out var group))
                yield return (current, group);
        }
    }

    /// <summary>The head of the column that a cell stands in.</summary>
    public UiNode? HeadOf(UiNode node)
    {
        foreach (var (record, group) in Around(node))
        {
            if (group.Heads.Count == 0 || ReferenceEquals(record, node))
                continue;
            var cell = node;
            while (!ReferenceEquals(cell.Parent, record) && cell.Parent is not null)
                cell = cell.Parent;
            var cells = record.Children.Where(c => !c.IsText && (_scene.IsPresent(c))).ToList();
            if (cells.Count == 1 && group.Heads.Count > 1 && cells[0].Children.Count >= group.Heads.Count)
                cells = [.. cells[0].Children.Where(c => !c.IsText)];
            var best = group.Heads.OrderByDescending(h => Overlap(h.Bounds, cell.Bounds)).First();
            if (Overlap(best.Bounds, cell.Bounds) > 0.3 * Math.Min(best.Bounds.Width, cell.Bounds.Width) && cell.Bounds.Width > 0)
                return cell.Bounds.Width > 2.2 * best.Bounds.Width && group.Heads.Count(h => Overlap(h.Bounds, cell.Bounds) > 5) > 1 ? null : best;
            var index = cells.IndexOf(cell);
            return cells.Count == group.Heads.Count && index >= 0 && cell.Bounds.IsEmpty ? group.Heads[index] : null;
        }

        return null;
    }

    /// <summary>
    /// Whether a row says something of the rows above it, as "Total" does under all columns but the last: it stands in the foot, or words without a number stand in a cell over two columns
    /// or more, before what they tell.
    /// </summary>
    public bool SumsUp(UiNode row, IReadOnlyCollection<UiNode> heads)
    {
        if (row.Parent?.Tag == "tfoot")
            return true;
        if (heads.Count < 2 || row.Tag != "tr" && row.Role != "row")
            return false;
        var cells = Cells(row).ToList();
        return cells.Count > 1 && cells.Count < heads.Count && cells.Find(c => _scene.Length(c) > 0) is { } label && !ReferenceEquals(label, cells.FindLast(c => _scene.Length(c) > 0)) && _scene.Tokens(label).All(t => !t.Any(char.IsDigit)) && heads.Count(h => Overlap(h.Bounds, label.Bounds) > 5) > 1;
    }

    /// <summary>The head of the column that a cell lies under, of whatever row.</summary>
    public static UiNode? HeadOver(RecordGroup group, UiNode cell)
        => group.Heads.MaxBy(h => Overlap(h.Bounds, cell.Bounds)) is { } best && Overlap(best.Bounds, cell.Bounds) > 0.3 * Math.Min(best.Bounds.Width, cell.Bounds.Width) && cell.Bounds.Width > 0 ? best : null;

    private static double Overlap(UiRect a, UiRect b) => Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X);

    private void AddTable(UiNode table)
    {
        var group = new RecordGroup(table, table);
        var rows = Rows(table).ToList();
        if (rows.Count == 0)
            return;
        var headRow = rows.FirstOrDefault(IsHeadRow) ?? PlainHeadRow(rows) ?? OnlyHead(rows);
        if (headRow is not null)
            group.Heads = [.. Cells(headRow)];
        foreach (var row in rows)
        {
            if (ReferenceEquals(row, headRow) || !_scene.IsPresent(row) || IsHeadRow(row))
                continue;
            var cells = Cells(row).ToList();
            // A single cell across all columns says that there is nothing, or holds details.
            if (cells.Count == 1 && (group.Heads.Count > 1 || rows.Any(r => Cells(r).Count() > 2)))
                continue;
            if (row.Parent?.Tag == "tfoot" || cells.Count == 0 || SumsUp(row, group.Heads))
                continue;
            group.Add(row);
            _groupOf[row.Index] = group;
        }

        group.IsStructured = true;
        Groups.Add(group);
    }

    private IEnumerable<UiNode> Rows(UiNode table)
    {
        foreach (var child in table.Children)
        {
            if (child.Role is "row" || child.Tag == "tr")
                yield return child;
            else if (!(child.Role is "table" or "grid") && child.Tag != "table" && !child.IsText)
            {
                foreach (var row in Rows(child))
                    yield return row;
            }
        }
    }

    private IEnumerable<UiNode> Cells(UiNode row) => row.Children.Where(c => !c.IsText && _scene.IsPresent(c) && (c.Tag is "td" or "th" || c.Role is "cell" or "gridcell" or "columnheader" or "rowheader" || row.Tag != "tr"));

    private bool IsHeadRow(UiNode row)
    {
        var cells = Cells(row).ToList();
        return cells.Count > 1 && cells.All(c => c.Role == "columnheader" || c.Tag == "th" || _scene.Length(c) == 0) && cells.Any(c => c.Role == "columnheader" || c.Tag == "th")
            || row.Parent?.Tag == "thead" && cells.Count > 1;
    }

    // The head of a table of one column; over several columns a single cell is a caption.
    private UiNode? OnlyHead(List<UiNode> rows)
    {
        bool IsHead(UiNode row) => Cells(row).All(c => c.Role == "columnheader" || c.Tag == "th" || row.Parent?.Tag == "thead");
        var shown = rows.Where(r => Cells(r).Any()).ToList();
        return shown.Count > 1 && shown.TrueForAll(r => Cells(r).Count() == 1) && IsHead(shown[0]) && !shown.Skip(1).Any(IsHead) ? shown[0] : null;
    }

    /// <summary>A head row of plain cells: the first of several, in words only, which looks otherwise than the rows below it, of which a column holds numbers.</summary>
    private UiNode? PlainHeadRow(List<UiNode> rows)
    {
        var full = rows.Where(_scene.IsPresent).SkipWhile(r => Cells(r).Count() == 1).ToList();
        if (full.Count < 3)
            return null;
        var heads = Cells(full[0]).ToList();
        var body = full.Skip(1).Where(r => Cells(r).Count() == heads.Count).ToList();
        if (heads.Count < 3 || body.Count < 2 || heads.Count(h => _scene.Length(h) == 0) > 1 || heads.Any(h => _scene.Length(h) > 4 || _scene.Tokens(h).Any(t => t.Any(char.IsDigit)) || h.Descendants().Any(Scene.IsField)))
            return null;
        var texts = heads.Where(h => _scene.Length(h) > 0).Select(h => string.Join(' ', _scene.Tokens(h))).ToList();
        var numeric = Enumerable.Range(0, heads.Count).Any(i => body.All(r => _scene.Tokens(Cells(r).ElementAt(i)).Any(t => t.Any(char.IsDigit)) || _scene.Length(Cells(r).ElementAt(i)) == 0) && body.Any(r => _scene.Length(Cells(r).ElementAt(i)) > 0));
        var apart = body.All(r => r.ClassName != full[0].ClassName) || Look(heads[0]) is { } look && body.All(r => Look(Cells(r).First()) is { } other && other != look);
        return texts.Distinct(StringComparer.Ordinal).Count() == texts.Count && numeric && apart ? full[0] : null;
    }

    private static (UiColor, UiColor, bool)? Look(UiNode cell)
    {
        for (UiNode? n = cell.Descendants().FirstOrDefault(d => !d.IsText && d.Style is not null) ?? cell; n is not null; n = n.Parent)
        {
            if (n.Style is { } style)
                return (style.Backdrop, style.Color, style.FontWeight >= 600);
        }

        return null;
    }

    private void AddLike(UiNode parent)
    {
        var byKind = new Dictionary<string, List<UiNode>>(StringComparer.Ordinal);
        foreach (var child in parent.Children)
        {
            if (child.IsText || !_scene.IsPresent(child) || child.Tag is "br" or "hr" or "script" or "style" or "option" && parent.Tag == "select" || child.Role is "separator")
                continue;
            var key = child.Role is "generic" or "text" ? child.Tag : child.Role;
            if (!byKind.TryGetValue(key, out var list))
                byKind[key] = list = [];
            list.Add(child);
        }

        foreach (var (key, list) in byKind)
        {
            var told = key is "listitem" or "option" or "article" or "menuitem" or "tab" or "treeitem" or "row";
            if (list.Count < 2 && !told)
                continue;
            // In a menu one entry may be painted otherwise: "Delete" in red.
            foreach (var like in Cluster(list, told || Finding.Kinds.IsMenu(parent)))
            {
                if (like.Count < 2 && !told || !told && AreBlocks(like))
                    continue;
                var group = new RecordGroup(parent, null);
                foreach (var record in like)
                {
                    if (_groupOf.ContainsKey(record.Index))
                        continue;
                    group.Add(record);
                    _groupOf[record.Index] = group;
                }

                if (group.Records.Count == 0)
                    continue;
                FindHeads(group);
                // The cells of an entry are no entries, though one of them may hold two things.
                var cells = !told && _groupOf.TryGetValue(parent.Index, out var rows) && rows.Records.Count > 1 && group.Records.Count == parent.Children.Count(c => !c.IsText) && rows.Records.Where(r => !ReferenceEquals(r, parent)).All(r => r.Children.Count(c => !c.IsText) == group.Records.Count);
                group.IsStructured = !cells && told || !cells && (group.Heads.Count > 0 || group.Records.Any(r => Within(r).Children.Count(c => _scene.IsPresent(c)) > 1));
                Groups.Add(group);
            }
        }
    }

    // A custom element, or a cell of the layout, around a card: the card is what holds the texts.
    private UiNode Within(UiNode record)
        => record.Children.Where(c => _scene.IsPresent(c) && c.Tag != "style").ToList() is [{ IsText: false } only] && (record.Tag.Contains('-', StringComparison.Ordinal) || only.Role == "article") ? only : record;

    // Two or three blocks without a class that hold nothing alike, a line of tools and a list, lay out a page: they are no entries.
    private static bool AreBlocks(List<UiNode> like)
    {
        if (like.Count > 3 || like.Exists(n => n.ClassName.Length > 0 || n.Tag is not ("div" or "section") || n.Children.All(c => c.IsText)))
            return false;
        var inner = like.ConvertAll(n => n.Children.Where(c => !c.IsText).Select(c => c.Tag + "|" + c.ClassName.Split(' ', 2)[0]).ToHashSet(StringComparer.Ordinal));
        return inner.TrueForAll(a => inner.TrueForAll(b => ReferenceEquals(a, b) || !a.Overlaps(b)));
    }

    // The one card of a column, where a column beside it is built for several: a list of one.
    private void AddLone(RecordGroup columns)
    {
        var blocks = columns.Records.SelectMany(r => r.Children).Where(c => !c.IsText && _scene.IsPresent(c) && c.ClassName.Length > 0).ToList();
        foreach (var like in blocks.GroupBy(b => (b.Tag, b.ClassName)).Where(g => g.Select(b => b.Parent).Distinct().Count() > 1))
        {
            var entries = like.SelectMany(b => b.Children).Where(c => !c.IsText && _scene.IsPresent(c) && c.ClassName.Length > 0 && c.Children.Count(x => _scene.IsPresent(x)) > 1 && !Scene.IsControl(c)).ToList();
            // In each block only such entries, and their number differs: else it is a part that each column has once.
            if (entries.Count == 0 || like.All(b => b.Children.Count == 1) && !entries.All(e => Scene.ClassWords(e.ClassName).Any(w => w is "card" or "task" or "ticket" or "issue")) || like.Any(b => b.Children.Any(c => !c.IsText && _scene.IsPresent(c) && !entries.Contains(c))) || entries.Any(e => e.Tag != entries[0].Tag || !e.ClassName.Split(' ').Intersect(entries[0].ClassName.Split(' ')).Any()))
                continue;
            foreach (var entry in entries.Where(e => !_groupOf.ContainsKey(e.Index)))
            {
                var group = new RecordGroup(entry.Parent!, null) { IsStructured = true };
                group.Add(entry);
                _groupOf[entry.Index] = group;
                Groups.Add(group);
            }
        }
    }

    // The one card that is left in a lane, where another lane has several: they lie in the lanes themselves, beside their titles.
    private void AddLoneInLanes(RecordGroup lanes)
    {
        static (string Tag, string Class) Kind(UiNode n) => (n.Tag, n.ClassName);
        var children = lanes.Records.SelectMany(lane => lane.Children.Where(c => !c.IsText && _scene.IsPresent(c) && c.ClassName.Length > 0 && c.Children.Count > 1 && !Scene.IsControl(c)).Select(c => (Lane: lane, Child: c))).ToList();
        foreach (var like in children.GroupBy(c => Kind(c.Child)))
        {
            var counts = lanes.Records.Select(lane => like.Count(c => ReferenceEquals(c.Lane, lane))).ToList();
            // What every lane has once is its title or its foot.
            if (counts.TrueForAll(n => n == 1) || !counts.Exists(n => n > 1) && !Scene.ClassWords(like.Key.Class).Any(w => w is "card" or "task" or "ticket" or "issue" or "deal"))
                continue;
            foreach (var (lane, child) in like.Where(c => !_groupOf.ContainsKey(c.Child.Index)))
            {
                var group = new RecordGroup(lane, null) { IsStructured = true };
                group.Add(child);
                _groupOf[child.Index] = group;
                Groups.Add(group);
            }
        }
    }

    private static readonly HashSet<string> StateClasses = new("on off active inactive selected sel current cur disabled dim cut struck strike done muted unread un new checked highlight highlighted hot first last odd even alt late overdue open closed expanded collapsed".Split(' '), StringComparer.OrdinalIgnoreCase);

    // Like elements share a class, or have none. A head row among them is told by its class or its column heads.
    private IEnumerable<List<UiNode>> Cluster(List<UiNode> nodes, bool told)
    {
        if (told)
            return [nodes];
        var clusters = new List<(HashSet<string> Classes, List<UiNode> Nodes)>();
        foreach (var node in nodes)
        {
            var classes = node.ClassName.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
            // A class that tells a state makes no other kind of record.
            classes.RemoveWhere(c => StateClasses.Contains(c));
            var fit = clusters.FindIndex(c => (c.Classes.Count == 0 && classes.Count == 0) || c.Classes.Overlaps(classes));
            if (fit < 0)
            {
                clusters.Add((classes, [node]));
                continue;
            }

            clusters[fit].Classes.IntersectWith(classes);
            clusters[fit].Nodes.Add(node);
        }

        return clusters.Select(c => c.Nodes);
    }

    private void FindHeads(RecordGroup group)
    {
        if (group.Records.Count < 1)
            return;
        var first = group.Records[0];
        var width = first.Children.Count(c => !c.IsText);
        if (group.Records.Count > 1 && IsHeadLike(first) && width > 1)
        {
            group.Heads = [.. first.Children.Where(c => !c.IsText)];
            group.Remove(first);
            _groupOf.Remove(first.Index);
            return;
        }

        if (width < 2)
            return;
        if (group.Records.Count > 2 && width > 2 && ReferenceEquals(PlainHeadRow([.. group.Records]), first))
        {
            group.Heads = [.. first.Children.Where(c => !c.IsText)];
            group.Remove(first);
            _groupOf.Remove(first.Index);
            return;
        }

        // The row above the records, or above the block that holds them.
        UiNode? above = Before(first) ?? (group.Parent.Parent is null ? null : Before(group.Parent));
        if (above is null)
            return;
        var cells = above.Children.Where(c => !c.IsText).ToList();
        if (cells.Count == 1)
            cells = [.. cells[0].Children.Where(c => !c.IsText)];
        // Heads stand over their cells; a list of links above a toolbar does not head it.
        var columns = first.Children.Where(c => !c.IsText).ToList();
        if (cells.Count == width && width >= 3 && cells.All(c => _scene.Length(c) <= 5) && above.Tag is not ("ul" or "ol" or "nav") && cells.Zip(columns).Count(p => p.First.Bounds.IsEmpty || p.Second.Bounds.IsEmpty || Overlap(p.First.Bounds, p.Second.Bounds) > 0) >= width - 1)
            group.Heads = cells;
    }

    // Utility classes tell sizes by letters: "min-h-64", "h-8" make no head.
    private bool IsHeadLike(UiNode row) => row.Children.Any(c => c.Role == "columnheader") || Scene.ClassWords(row.ClassName).Any(w => w is "head" or "header" or "heading" or "thead" or "hdr") || row.ClassName.Split(' ').Any(c => c is "th" or "hd" or "h");

    private UiNode? Before(UiNode node)
    {
        UiNode? before = null;
        foreach (var sibling in node.Parent?.Children ?? [])
        {
            if (ReferenceEquals(sibling, node))
                return before;
            if (!sibling.IsText && _scene.IsShown(sibling) && _scene.Length(sibling) > 0)
                before = sibling;
        }

        return null;
    }
}
