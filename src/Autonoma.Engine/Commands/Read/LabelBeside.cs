using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Commands;

/// <summary>
/// A label that stands alone, and the value beside it. "The plate of the Iveco Daily" finds the word "Plate" in that entry; kept as it stands it would be found again on every screen and hold every claim made with it.
/// </summary>
internal static class LabelBeside
{
    /// <summary>Whether the text is no more than what the description asks the value of: "Plate" for "the plate of the Iveco Daily", "the driver's plate" and "plate". What is quoted whole is meant as it stands, and "Total: 42.00" has its value already.</summary>
    public static bool IsMeantBy(string description, string text)
        => Quotes.Unquote(description) == description.Trim() && IsMere(text) && Heads(description).Any(head => Bare(head) is { Length: > 0 } asked && asked == Bare(text));

    /// <summary>Whether the text could be no more than a label: nothing stands behind its colon.</summary>
    public static bool IsMere(string text) => !Bare(text).Contains(':', StringComparison.Ordinal);

    /// <summary>What is asked for, without whose it is and where, in every way it can be read: "plate" for "the plate of the Iveco Daily".</summary>
    public static IEnumerable<string> Heads(string description)
        => DescriptionReader.Read(description, joinIcons: false).Readings.Where(r => !r.IsLoose).Select(r => r.Head.ToString()).Where(head => head.Length > 0).Distinct();

    /// <summary>The value of the label: empty where it has none, null where nothing stands beside it that could be one.</summary>
    public static string? Value(UiNode label)
    {
        // Wherever the head of a column is meant, the row is not said.
        if (label.Role == "columnheader")
            return "";
        for (var node = label; node.Parent is { } parent; node = parent)
        {
            foreach (var (name, value) in PairGrid.In(parent))
            {
                if (ReferenceEquals(name, node))
                    return Text(value);
            }

            if (After(node, parent) is { } found)
                return found;
            // A label shares its text with what wraps it; further out other things begin.
            if (TextFold.Fold(parent.InnerText) != TextFold.Fold(label.IsText ? label.OwnText : label.InnerText))
                return null;
        }

        return null;
    }

    private static string? After(UiNode label, UiNode parent)
    {
        var siblings = parent.Children;
        var hasGap = false;
        for (var i = siblings.ToList().IndexOf(label) + 1; i < siblings.Count; i++)
        {
            var next = siblings[i];
            // The next line begins: this one has no value.
            if (label.Tag == "dt" && next.Tag == "dt" || hasGap && next.Tag == label.Tag && next.ClassName == label.ClassName)
                return "";
            var text = Text(next);
            if (text.Length > 0 || next.Tag is "dd" or "td" || next.Value is not null)
                return text;
            hasGap |= !next.IsText;
        }

        return hasGap || label.Tag is "dt" or "th" ? "" : null;
    }

    private static string Text(UiNode node) => TextFold.FoldKeepCase((node.Value ?? (node.IsText ? node.OwnText : node.InnerText)).Trim().Trim(':').Trim());

    private static string Bare(string text) => TextFold.Fold(text).TrimEnd(':', ' ', '.', '?', '*');
}
