namespace Autonoma.Engine.Observing.Labels;

/// <summary>Labels with their values laid out in two columns of one element, where only CSS puts the two of a line beside each other: what a description list would say by its markup.</summary>
internal static class PairGrid
{
    private const int FewestLines = 3;

    /// <summary>Each label with what stands beside it, which may be empty; nothing where the element is no such grid.</summary>
    public static IReadOnlyList<(UiNode Label, UiNode Value)> In(UiNode grid)
    {
        if (grid.Children.Count < FewestLines * 2 || grid.Tag is "tr" or "tbody" or "table" or "dl" or "ul" or "ol" or "select" or "svg" || grid.Role is "row" or "rowgroup" or "table" or "grid" or "list" or "listbox" or "menu" or "tablist" or "radiogroup")
            return [];
        // A heading over both columns and a bar of buttons under them are no lines.
        var cells = grid.Children.Where(c => !c.IsText).SkipWhile(c => c.Level > 0).ToList();
        if (cells.Count % 2 == 1 && cells[^1].Descendants().Any(d => d.IsInteractive))
            cells.RemoveAt(cells.Count - 1);
        if (cells.Count < FewestLines * 2 || cells.Count % 2 == 1 || grid.Children.Any(c => c.IsText && c.OwnText.Trim().Length > 0) || cells.Exists(c => c.Role is "row" or "listitem" or "article" or "heading" or "button" or "link"))
            return [];
        var pairs = cells.Chunk(2).Select(p => (Label: p[0], Value: p[1])).ToList();
        var (left, right) = (pairs[0].Label.Bounds.X, pairs[0].Value.Bounds.X);
        return pairs.TrueForAll(p => IsLine(p.Label, p.Value, left, right)) && pairs.Select(p => p.Label.InnerText.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() == pairs.Count && pairs.TrueForAll(p => LooksOtherwise(p.Label, p.Value))
            ? pairs : [];
    }

    private static bool IsLine(UiNode label, UiNode value, double left, double right)
        => label.IsVisible && label.InnerText.Trim() is { Length: > 0 and < 40 } text && text.Any(char.IsLetter) && !label.Descendants().Any(d => d.IsInteractive) && Math.Abs(label.Bounds.X - left) < 3 && label.Bounds.Right <= right + 3
            && (value.Bounds.IsEmpty || Math.Abs(value.Bounds.X - right) < 3 && value.Bounds.Y < label.Bounds.Bottom && value.Bounds.Bottom > label.Bounds.Y);

    // Entries laid out in two columns look alike.
    private static bool LooksOtherwise(UiNode label, UiNode value)
        => label.Tag != value.Tag || label.ClassName != value.ClassName || label.Style is { } a && value.Style is { } b && (a.FontWeight != b.FontWeight || a.Color != b.Color || a.FontSize < b.FontSize);
}
