using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Scenes;

/// <summary>
/// Gives the lines of a flat grid a row each: where cells lie side by side in one element and only CSS places them in lines, nothing in the document holds a line together, though everybody sees a table.
/// </summary>
internal static class GridLines
{
    private const int FewestColumns = 3;

    /// <summary>The observation with a row around each such line; the same one where there is none.</summary>
    public static Observation Drawn(Observation observation)
    {
        var grids = new Dictionary<int, List<List<UiNode>>>();
        foreach (var node in observation.Tree.Nodes)
        {
            if (node.Children.Count >= FewestColumns * 3 && LinesOf(node) is { } lines)
                grids[node.Index] = lines;
        }

        return grids.Count == 0 ? observation : observation.With(Rebuilt(observation.Tree, grids));
    }

    // The first line names the columns, and looks or is called otherwise than the lines below it: entries laid out in several columns have no such line.
    private static List<List<UiNode>>? LinesOf(UiNode grid)
    {
        if (grid.Tag is "tr" or "tbody" or "table" or "select" or "svg" || grid.Role is "row" or "rowgroup" or "table" or "list" or "listbox" or "menu" or "tablist" or "radiogroup")
            return null;
        var cells = grid.Children.Where(c => c.IsVisible && !c.IsText && !c.Bounds.IsEmpty).ToList();
        if (cells.Count < FewestColumns * 3 || cells.Exists(c => c.Role is "row" or "listitem" or "article" or "rowgroup") || grid.Children.Any(c => c.IsText))
            return null;
        var lines = cells.GroupBy(c => Math.Round(c.Bounds.Center.Y / 3)).OrderBy(g => g.Key).Select(g => g.OrderBy(c => c.Bounds.X).ToList()).ToList();
        var (first, columns) = (lines[0], lines[0].Count);
        if (lines.Count < 2 || columns < FewestColumns || lines.Exists(l => l.Count != columns || Math.Abs(l[0].Bounds.X - first[0].Bounds.X) > 3 || Math.Abs(l[^1].Bounds.Right - first[^1].Bounds.Right) > 3))
            return null;
        // In document order line by line: a grid that is filled down its columns is not read so.
        if (!lines.SelectMany(l => l).SequenceEqual(cells))
            return null;
        if (first.Count(c => c.InnerText.Any(char.IsLetter)) < 2 || first.Count(c => c.InnerText.Length > 0) * 2 <= columns || first.Exists(c => c.InnerText.Length > 40 || c.IsEditable || c.Checked is not null && c.InnerText.Length > 0))
            return null;
        var isHead = first.TrueForAll(c => c.Role == "columnheader") || first.Where(c => c.InnerText.Length > 0).All(head => lines.Skip(1).All(l => Differs(head, l[first.IndexOf(head)])));
        // Of like entries in columns the first few may be bold: where nothing but that tells the line apart, a column of figures or controls must.
        var isNamed = first.Exists(c => c.Role == "columnheader") || first.Exists(head => head.Tag != lines[1][first.IndexOf(head)].Tag || Undigited(head.ClassName) != Undigited(lines[1][first.IndexOf(head)].ClassName));
        return isHead && (isNamed || Enumerable.Range(0, columns).Any(i => !first[i].InnerText.Any(char.IsDigit) && lines.Skip(1).All(l => l[i].InnerText.Any(char.IsDigit) || l[i].Descendants().Any(d => d.IsInteractive)))) ? lines : null;
    }

    private static string Undigited(string classes) => new([.. classes.Where(c => !char.IsDigit(c))]);

    private static bool Differs(UiNode head, UiNode cell)
        => head.Tag != cell.Tag || head.ClassName != cell.ClassName && !cell.ClassName.Split(' ', StringSplitOptions.RemoveEmptyEntries).Intersect(head.ClassName.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Any()
            || head.Style is { } a && cell.Style is { } b && (a.FontWeight >= 600 && b.FontWeight < 600 || a.Backdrop != b.Backdrop || a.FontSize < b.FontSize && a.Color != b.Color);

    private static UiTree Rebuilt(UiTree tree, Dictionary<int, List<List<UiNode>>> grids)
    {
        var (nodes, parents) = (new List<UiNode>(), new List<int>());
        Copy(tree.Root, -1);
        return UiTree.Build(nodes, parents);

        void Copy(UiNode node, int parent)
        {
            var at = Add(node.Detached(), parent);
            if (!grids.TryGetValue(node.Index, out var lines))
            {
                foreach (var child in node.Children)
                    Copy(child, at);
                return;
            }

            for (var i = 0; i < lines.Count; i++)
            {
                var row = Add(Row(node, lines[i], i == 0, -1 - nodes.Count), at);
                foreach (var cell in lines[i])
                    Copy(cell, row);
            }

            foreach (var other in node.Children.Except(lines.SelectMany(l => l)))
                Copy(other, at);
        }

        int Add(UiNode node, int parent)
        {
            nodes.Add(node);
            parents.Add(parent);
            return nodes.Count - 1;
        }
    }

    private static UiNode Row(UiNode grid, List<UiNode> cells, bool isHead, int number)
    {
        var (x, y) = (cells.Min(c => c.Bounds.X), cells.Min(c => c.Bounds.Y));
        var bounds = new UiRect(x, y, cells.Max(c => c.Bounds.Right) - x, cells.Max(c => c.Bounds.Bottom) - y);
        return new()
        {
            Ref = new(grid.Ref.Frame, number),
            Tag = "div",
            Role = "row",
            ClassName = isHead ? "head" : "",
            Bounds = bounds,
            VisibleBounds = bounds.Intersect(grid.VisibleBounds),
            IsInViewport = cells.Exists(c => c.IsInViewport),
            IsTransparent = grid.IsTransparent,
            IsRightToLeft = grid.IsRightToLeft,
            Layer = grid.Layer,
            Style = grid.Style,
        };
    }
}
