namespace Autonoma.Engine.Grounding.Screens;

/// <summary>Column headers and first cells, told to the cells and to what is in them.</summary>
internal static class TableFacts
{
    public static void Fill(ScreenModel screen)
    {
        foreach (var node in screen.Nodes)
        {
            if (node.Tag == "table" || node.Role is "table" or "grid" or "treegrid")
                FillTable(screen, node);
        }

        foreach (var group in screen.Groups.ToList())
            FillDivRows(screen, group);
        foreach (var node in screen.Nodes)
        {
            if (node.Children.Count >= 9 && node.Tag is not ("tr" or "tbody" or "table"))
                FillFlatGrid(screen, node);
        }
    }

    private static void FillTable(ScreenModel screen, ScreenNode table)
    {
        var headers = new List<ScreenNode>();
        var rows = new List<ScreenNode>();
        for (var i = table.Index + 1; i < table.End; i++)
        {
            var node = screen.Nodes[i];
            if (!node.Node.IsVisible)
                continue;
            if ((node.Tag is "table" || node.Role is "table" or "grid") && node.Index != table.Index)
            {
                i = node.End - 1;
                continue;
            }

            if (node.Role == "columnheader" || (node.Tag == "th" && node.Role != "rowheader") || (node.Tag == "td" && node.Parent?.Parent?.Tag == "thead"))
            {
                var isRowHeader = node.Tag == "th" && node.Parent is { } row && row.Children.Any(c => c.Tag == "td") && row.Parent?.Tag != "thead" && row.Children[0] == node;
                if (!isRowHeader)
                    headers.Add(node);
            }

            if (Roles.IsRow(node))
                rows.Add(node);
        }

        // No header cells at all: a first row in bold heads the columns.
        if (headers.Count == 0 && rows.Count > 1 && IsBoldRow(rows[0]) && !IsBoldRow(rows[1]))
        {
            headers.AddRange(rows[0].Children.Where(c => !c.IsText));
            rows[0].Shape = "tr:head";
        }

        // A grid with frozen columns has each of its rows in parts, side by side: the first cell of the leftmost part heads them all.
        var parts = new List<ScreenNode>();
        foreach (var row in rows.OrderBy(row => row.Bounds.Center.Y).Append(null))
        {
            if (parts.Count > 0 && (row is null || row.Bounds.Center.Y - parts[0].Bounds.Center.Y > Math.Clamp(row.Bounds.Height * 0.25, 2, 8)))
            {
                var split = parts.Count > 1 && parts.Select(part => part.Parent).Distinct().Count() == parts.Count;
                var head = split ? parts.OrderBy(part => part.Bounds.X).Select(FirstCell).FirstOrDefault(cell => cell is not null) : null;
                foreach (var part in parts)
                    FillRow(screen, part, headers.Where(h => h.Parent != part).ToList(), head);
                parts.Clear();
            }

            if (row is not null)
                parts.Add(row);
        }
    }

    private static ScreenNode? FirstCell(ScreenNode row) => row.Children.FirstOrDefault(cell => cell.Tag == "th" || cell.Role == "rowheader" || cell.Node.InnerText.Any(char.IsLetterOrDigit));

    private static bool IsBoldRow(ScreenNode row)
    {
        var cells = row.Children.Where(c => c.Node.InnerText.Any(char.IsLetterOrDigit)).ToList();
        return cells.Count > 1 && cells.All(c => c.Controls <= 1 && (c.Controls == 0 || c.Node.Descendants().Any(inner => inner.Role is "link" or "button")) && (c.Node.Style is { FontWeight: >= 600 } || c.Children.Count == 1 && c.Children[0].Tag is "b" or "strong"));
    }

    // Rows built of plain elements: the line before the first one, or the first one, may head the columns.
    private static void FillDivRows(ScreenModel screen, List<ScreenNode> group)
    {
        var first = group[0];
        if (Roles.IsRow(first) || first.Children.Count < 3 || first.Parent is null || group.Count < 2 || first.Tag is "td" or "th")
            return;
        var columns = first.Children.Count;
        var at = first.Rank;
        var before = at > 0 ? first.Parent.Children[at - 1] : null;
        var head = before is not null && before.Children.Count == columns && before.Controls <= columns && before.Tag is not ("fieldset" or "form") && HeadsOthers(before, first) ? before
            : first.HasAuthorWord("head") || first.HasAuthorWord("header") || first.HasAuthorWord("hd") ? first : null;
        if (head is null || head.Children.Any(c => c.Node.InnerText.Length > 40))
            return;
        foreach (var row in group)
        {
            if (row != head && row.Children.Count == columns)
                FillRow(screen, row, head.Children);
        }
    }

    // Cells without rows, placed by a grid: the first line heads the columns, the first cell of each line heads the line.
    private static void FillFlatGrid(ScreenModel screen, ScreenNode grid)
    {
        var cells = grid.Children.Where(c => !c.IsText && !c.Bounds.IsEmpty).ToList();
        var lines = cells.GroupBy(c => Math.Round(c.Bounds.Y / 3)).OrderBy(g => g.Key).Select(g => g.OrderBy(c => c.Bounds.X).ToList()).ToList();
        if (lines.Count < 3 || lines[0].Count < 3 || lines.Any(line => line.Count != lines[0].Count || Math.Abs(line[0].Bounds.X - lines[0][0].Bounds.X) > 3 || Math.Abs(line[^1].Bounds.X - lines[0][^1].Bounds.X) > 3))
            return;
        // A column of buttons needs no head.
        var heads = lines[0].Skip(1).Where((head, i) => head.Node.InnerText.Length > 0 || lines.Skip(1).Any(line => line[i + 1].Controls == 0)).ToList();
        if (heads.Count < 2 || heads.Any(c => !c.Node.InnerText.Any(char.IsLetterOrDigit) || c.Node.InnerText.Length > 40 || c.Controls > 0) || lines.Skip(1).Any(line => !line[0].Node.InnerText.Any(char.IsLetterOrDigit)))
            return;
        // Lines that are only numbered go by what stands after the number, too.
        var named = lines.Skip(1).All(line => line[0].Node.InnerText.All(c => char.IsDigit(c) || char.IsPunctuation(c))) && lines.Skip(1).All(line => line[1].Node.InnerText.Any(char.IsLetter)) ? 1 : 0;
        foreach (var line in lines.Skip(1))
        {
            for (var i = 1; i < line.Count; i++)
            {
                Tell(screen, line[i], lines[0][i].Node.InnerText is { Length: > 0 } column ? column : null, line[0].Node.InnerText);
                if (named < i && named > 0)
                    Tell(screen, line[i], null, line[named].Node.InnerText);
            }
        }
    }

    // An unread message before the read ones is an entry like them; a head is called otherwise, or looks otherwise.
    private static bool HeadsOthers(ScreenNode before, ScreenNode row)
    {
        if (KindFit.AuthorAny(before, "head", "header", "hd", "th", "thead", "headings", "titles", "labels"))
            return true;
        var classes = row.Node.ClassName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return !before.Node.ClassName.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(classes.Contains);
    }

    private static void FillRow(ScreenModel screen, ScreenNode row, IReadOnlyList<ScreenNode> headers, ScreenNode? head = null)
    {
        var first = head;
        foreach (var cell in head is null ? row.Children : [])
        {
            if (cell.Tag == "th" || cell.Role == "rowheader" || (first is null && cell.Node.InnerText.Any(char.IsLetterOrDigit)))
            {
                first = cell;
                break;
            }
        }

        foreach (var cell in row.Children)
        {
            if (cell.IsText)
                continue;
            ScreenNode? header = null;
            var x = cell.Bounds.Center.X;
            foreach (var candidate in headers)
            {
                // A second row of heads that holds filters names nothing.
                if (candidate.Bounds.X <= x + 1 && candidate.Bounds.Right >= x - 1 && (header is null || candidate.Node.InnerText.Any(char.IsLetterOrDigit) && candidate.Controls == 0))
                    header = candidate;
            }

            var column = header is null ? null : header.Node.InnerText.Length > 0 ? header.Node.InnerText : header.Node.Name;
            Tell(screen, cell, column, first is not null && first != cell ? first.Node.InnerText : null);
            // "Lesson" over the first column makes its "2" the lesson 2.
            if (first is not null && first != cell && Corner(first, headers) is { Length: > 0 and < 30 } corner && first.Node.InnerText is { Length: > 0 and < 30 } mark)
                cell.Names.Add(new(screen.Words.Text(corner + " " + mark), NameOrigin.Row, 0.75));
        }
    }

    private static string? Corner(ScreenNode first, IReadOnlyList<ScreenNode> headers) => headers.FirstOrDefault(head => head.Bounds.X <= first.Bounds.Center.X && head.Bounds.Right >= first.Bounds.Center.X && head.Controls == 0)?.Node.InnerText;

    private static void Tell(ScreenModel screen, ScreenNode cell, string? column, string? row)
    {
        // A spreadsheet's cell goes by its letter and number.
        if (column is { Length: 1 or 2 } letters && letters.All(char.IsAsciiLetterUpper) && row is { Length: > 0 and < 6 } number && number.All(char.IsAsciiDigit))
            cell.Names.Add(new(screen.Words.Text(letters + number), NameOrigin.Accessible, 1));
        for (var i = cell.Index; i < cell.End; i++)
        {
            var node = screen.Nodes[i];
            if (i != cell.Index && !node.IsControl && node.Children.Count > 0 && node.Children.All(c => c.IsText) is false)
                continue;
            if (node.IsText)
                continue;
            if (column is { Length: > 0 and < 60 })
                node.Names.Add(new(screen.Words.Text(column), NameOrigin.Column, 0.88));
            if (row is { Length: > 0 and < 80 })
                node.Names.Add(new(screen.Words.Text(row), NameOrigin.Row, 0.75));
        }
    }
}
