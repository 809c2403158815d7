using Autonoma.Engine.Language;

namespace Autonoma.Engine.Observing.Labels;

/// <summary>The value beside a label that stands alone in its element: "Plate" and, in another element after it, "RF-DA 340".</summary>
internal static class LabelledValue
{
    /// <summary>What the value says: empty where the label has none, null where nothing stands beside it that could be one.</summary>
    public static string? TextOf(UiNode label) => Beside(label) is { } beside ? beside.Value is { } value ? Text(value) : "" : null;

    /// <summary>The element of the value; null where the label has none, or where nothing but its place says that it is a label.</summary>
    public static UiNode? NodeOf(UiNode label) => Beside(label) is { Value: { } value } && Text(value).Length > 0 && IsMarkedAsLabel(label, value) ? value : null;

    private readonly record struct Pair(UiNode? Value);

    private static Pair? Beside(UiNode label)
    {
        // Wherever the head of a column is meant, the row is not said.
        if (label.Role == "columnheader")
            return new(null);
        for (var node = label; node.Parent is { } parent; node = parent)
        {
            foreach (var (name, value) in PairGrid.In(parent))
            {
                if (ReferenceEquals(name, node))
                    return new(value);
            }

            if (After(node, parent) is { } found)
                return found;
            // A label shares its text with what wraps it; further out other things begin.
            if (TextFold.Fold(parent.InnerText) != TextFold.Fold(label.IsText ? label.OwnText : label.InnerText))
                return null;
        }

        return null;
    }

    // By the markup of lists of terms and tables, or because others beside it or in the next lines look the same and the value does not.
    private static bool IsMarkedAsLabel(UiNode label, UiNode value)
    {
        if (label.Tag == "dt" || label.Role == "term")
            return true;
        // The head of a row of several cells is the name of that row.
        if (label.Tag is "th" or "td" || label.Role is "rowheader" or "cell" or "gridcell")
            return label.Tag == "th" && label.Parent is { } row && row.Children.Count(cell => !cell.IsText) == 2;
        if (label.ClassName.Length == 0 || label.Parent is not { } parent)
            return false;
        bool IsAlike(UiNode other) => other.Tag == label.Tag && other.ClassName == label.ClassName;
        var others = parent.Children.Concat(parent.Parent is { } lines ? lines.Children.Where(line => line.Tag == parent.Tag && line.ClassName == parent.ClassName).SelectMany(line => line.Children) : []);
        return !IsAlike(value) && others.Any(other => !ReferenceEquals(other, label) && IsAlike(other));
    }

    private static Pair? After(UiNode label, UiNode parent)
    {
        var siblings = parent.Children;
        var hasGap = false;
        for (var i = siblings.ToList().IndexOf(label) + 1; i < siblings.Count; i++)
        {
            var next = siblings[i];
            // The next line begins: this one has no value.
            if (label.Tag == "dt" && next.Tag == "dt" || hasGap && next.Tag == label.Tag && next.ClassName == label.ClassName)
                return new(null);
            if (Text(next).Length > 0 || next.Tag is "dd" or "td" || next.Value is not null)
                return new(next);
            hasGap |= !next.IsText;
        }

        return hasGap || label.Tag is "dt" or "th" ? new(null) : null;
    }

    private static string Text(UiNode node) => TextFold.FoldKeepCase((node.Value ?? (node.IsText ? node.OwnText : node.InnerText)).Trim().Trim(':').Trim());
}
