using System.Globalization;
using System.Text;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Deciding.Models;

/// <summary>
/// A screen as lines for a model: what can be used or read, each with a reference (<c>e1</c>, <c>e2</c> ...) that its answer names. Bounded; what did not
/// fit is counted, never left out in silence.
/// </summary>
internal sealed class ScreenText
{
    /// <summary>Longest text of a screen, in characters: about 4,000 tokens.</summary>
    public const int MaxLength = 16_000;

    private const int LongestWords = 120;
    private const int MostOptions = 25;

    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal)
    {
        "dialog", "alertdialog", "navigation", "main", "banner", "contentinfo", "complementary", "region", "form", "search", "table", "grid", "treegrid", "row", "list", "listitem",
        "menu", "menubar", "tablist", "tabpanel", "toolbar", "tree", "group", "radiogroup", "listbox", "article", "alert", "status", "tooltip", "log",
    };

    private readonly Dictionary<string, UiNode> _nodes = new(StringComparer.Ordinal);

    private ScreenText()
    {
    }

    /// <summary>The lines.</summary>
    public string Text { get; private set; } = "";

    /// <summary>How many elements did not fit.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The element that a reference names; null when there is none of that name.</summary>
    public UiNode? Find(string reference) => _nodes.GetValueOrDefault(reference.Trim().Trim('[', ']').ToLowerInvariant());

    /// <summary>The reference of an element; null when it has no line.</summary>
    public string? ReferenceOf(UiNode node) => _nodes.FirstOrDefault(pair => ReferenceEquals(pair.Value, node)).Key;

    /// <summary>Writes a screen down.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="mask">Replaces secrets.</param>
    /// <param name="most">Longest text, in characters.</param>
    public static ScreenText Of(Observation screen, Func<string, string> mask, int most = MaxLength)
    {
        var lines = new List<(UiNode Node, int Depth)>();
        Collect(screen.Tree.Root, 0, lines);

        // What is in view comes first when not everything fits; the order on the page stays.
        var written = new string[lines.Count];
        var fits = new bool[lines.Count];
        var length = 0;
        foreach (var i in Enumerable.Range(0, lines.Count).OrderBy(i => lines[i].Node.IsInViewport || IsContainer(lines[i].Node) && lines[i].Node.IsModal ? 0 : 1))
        {
            // A reference is at most six characters.
            written[i] = $"{new string(' ', 2 * Math.Min(lines[i].Depth, 8))}{mask(Describe(lines[i].Node))}";
            if (length + written[i].Length + 8 > most)
                continue;
            length += written[i].Length + 8;
            fits[i] = true;
        }

        var result = new ScreenText();
        var text = new StringBuilder(length + 100);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!fits[i])
            {
                result.LeftOut++;
                continue;
            }

            var reference = string.Create(CultureInfo.InvariantCulture, $"e{result._nodes.Count + 1}");
            result._nodes.Add(reference, lines[i].Node);
            text.Append(reference).Append(' ').Append(written[i]).Append('\n');
        }

        if (result.LeftOut > 0)
            text.Append(CultureInfo.InvariantCulture, $"({result.LeftOut} more elements are left out here; those below the fold come into view by scrolling)\n");
        result.Text = text.ToString();
        return result;
    }

    private static void Collect(UiNode node, int depth, List<(UiNode, int)> lines)
    {
        if (!node.IsVisible || (node.IsTransparent && !node.IsInteractive))
            return;
        var shown = IsShown(node);
        if (shown)
            lines.Add((node, depth));
        // What a control says is in its own line.
        if (shown && SaysItAll(node))
            return;
        foreach (var child in node.Children)
            Collect(child, shown ? depth + 1 : depth, lines);
    }

    private static bool IsShown(UiNode node)
    {
        if (node.IsText)
            return node.OwnText.Length > 0;
        if (node.Parent is null)
            return false;
        return node.IsInteractive || node.IsEditable || node.IsScrollable || node.Role is "heading" or "img" or "progressbar" or "cell" or "columnheader" or "rowheader" or "iframe"
            || (IsContainer(node) && (node.Name.Length > 0 || node.IsModal || node.Role is "row" or "listitem" or "dialog" or "alert" or "status"));
    }

    private static bool IsContainer(UiNode node) => Containers.Contains(node.Role);

    private static bool SaysItAll(UiNode node)
        => node.Role is "button" or "link" or "checkbox" or "radio" or "switch" or "option" or "menuitem" or "tab" or "heading" or "columnheader" or "img" or "combobox" or "textbox" or "searchbox"
            && !node.Descendants().Any(below => below.IsInteractive);

    private static string Describe(UiNode node)
    {
        if (node.IsText)
            return $"text \"{Short(node.OwnText)}\"";
        var line = new StringBuilder(node.Role == "generic" ? node.Tag : node.Role);
        var words = node.Name.Length > 0 ? node.Name : SaysItAll(node) || node.IsInteractive ? node.InnerText : "";
        if (words.Length > 0)
            line.Append(" \"").Append(Short(words)).Append('"');
        if (node.Value is { } value)
            line.Append(" value=\"").Append(node.IsPassword ? new string('*', Math.Min(value.Length, 8)) : Short(value)).Append('"');
        if (node.Placeholder.Length > 0 && node.Placeholder != node.Name)
            line.Append(" placeholder=\"").Append(Short(node.Placeholder)).Append('"');
        if (words.Length == 0 && node.Title.Length > 0)
            line.Append(" title=\"").Append(Short(node.Title)).Append('"');
        if (words.Length == 0 && node.IconHint.Length > 0)
            line.Append(" icon=\"").Append(Short(node.IconHint)).Append('"');
        if (node.InputType.Length > 0 && node.InputType is not ("text" or "submit" or "button"))
            line.Append(" type=").Append(node.InputType);
        if (node.Options.Count > 0)
            line.Append(" options=[").AppendJoin(", ", node.Options.Take(MostOptions).Select(option => $"\"{Short(option.Label)}\"")).Append(node.Options.Count > MostOptions ? string.Create(CultureInfo.InvariantCulture, $", and {node.Options.Count - MostOptions} more]") : "]");
        foreach (var state in States(node))
            line.Append(' ').Append(state);
        if (!node.IsInViewport)
            line.Append(" (not in view)");
        return line.ToString();
    }

    private static IEnumerable<string> States(UiNode node)
    {
        if (node.IsDisabled || node.LooksDisabled)
            yield return "disabled";
        if (node.Checked is { } on)
            yield return on == TriState.On ? "checked" : on == TriState.Mixed ? "half-checked" : "unchecked";
        if (node.Pressed is TriState.On)
            yield return "pressed";
        if (node.Selected is true)
            yield return "selected";
        if (node.Expanded is { } open)
            yield return open ? "expanded" : "collapsed";
        if (node.IsFocused)
            yield return "focused";
        if (node.IsRequired)
            yield return "required";
        if (node.IsInvalid)
            yield return "invalid";
        if (node.IsReadOnly)
            yield return "read-only";
        if (node.IsCovered)
            yield return "covered";
        if (node.IsModal)
            yield return "modal";
    }

    private static string Short(string text)
    {
        var folded = text.ReplaceLineEndings(" ").Replace('"', '\'');
        return folded.Length <= LongestWords ? folded : string.Concat(folded.AsSpan(0, LongestWords - 1), "…");
    }
}
