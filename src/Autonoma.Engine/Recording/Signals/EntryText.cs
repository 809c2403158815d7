using System.Text;
using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Recording.Signals;

/// <summary>Which row, list entry or card an element stands in: what tells "Delete" of one row from that of the next.</summary>
internal static class EntryText
{
    private const int Longest = 300;

    /// <summary>Words that say something about any entry: they identify none.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "of", "in", "on", "at", "to", "for", "from", "with", "and", "or", "by", "row", "line", "entry", "item", "card", "list", "table", "button", "link", "field", "its", "whose", "that", "is", "named", "called",
    };

    /// <summary>Text of the nearest entry without its buttons and without the element itself; null when it stands in none.</summary>
    public static string? Of(UiNode node, Observation screen)
    {
        var entry = Find(node, ScreenModel.Of(screen));
        if (entry is null)
            return null;
        var text = new StringBuilder();
        Collect(entry, node, text);
        return SignalText.Cut(text.ToString(), Longest);
    }

    /// <summary>Words of a description that name the entry: they must name the one that is acted on too.</summary>
    public static IReadOnlyList<string> NamedBy(string description, string entry)
    {
        var words = TextFold.Words(entry).ToHashSet(StringComparer.Ordinal);
        return [.. TextFold.Words(description).Where(word => words.Contains(word) && !Common.Contains(word)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Share of the recorded words that the entry now still has.</summary>
    public static double Overlap(string recorded, string? now)
    {
        var words = TextFold.Words(recorded).Distinct(StringComparer.Ordinal).ToList();
        if (words.Count == 0 || now is null)
            return 0;
        var there = TextFold.Words(now).ToHashSet(StringComparer.Ordinal);
        return (double)words.Count(there.Contains) / words.Count;
    }

    private static UiNode? Find(UiNode node, ScreenModel model)
    {
        var isField = node.IsEditable || node.Role is "combobox" or "listbox" or "checkbox" or "radio" or "switch" or "slider" or "spinbutton";
        for (var at = node; at?.Parent is not null; at = at.Parent)
        {
            if (at.Role is "row" or "listitem" or "article" or "treeitem")
                return at;
            // The wrappers of a form's fields repeat too, but nothing is told apart by them.
            if (!isField && at != node && !at.IsText && model[at].Group >= 0 && at.Role is "generic" or "group" or "region" && at.InnerText.Length > node.InnerText.Length)
                return at;
            if (at.Role is "table" or "grid" or "list" or "main" or "dialog" or "navigation" or "banner" or "contentinfo")
                return null;
        }

        return null;
    }

    private static void Collect(UiNode node, UiNode without, StringBuilder text)
    {
        foreach (var child in node.Children)
        {
            if (!child.IsVisible || (ReferenceEquals(child, without) && child != node) || child.Role is "button" or "menuitem" or "combobox" or "listbox" or "textbox" or "spinbutton")
                continue;
            if (child.IsText)
            {
                if (!child.ContinuesText && text.Length > 0)
                    text.Append(' ');
                text.Append(child.OwnText);
            }
            else
                Collect(child, without, text);
        }
    }
}
