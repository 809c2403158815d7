using Autonoma.Engine.Language;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Recording.Signals;

namespace Autonoma.Engine.Recording.Export;

/// <summary>By what an element is found in code.</summary>
internal enum LocatorKind
{
    TestId,
    Role,
    Label,
    Placeholder,
    Css,
    Text,
    /// <summary>What stands right after a text, under the same parent.</summary>
    Beside,
}

/// <summary>How code finds an element: the most telling signal that names no other, else a signal within its row or card, else a number.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Value">Test id, name, label, placeholder, selector or text.</param>
/// <param name="Role">Role, for <see cref="LocatorKind.Role"/>.</param>
/// <param name="EntryWords">Words of the row or card it stands in; empty when it is alone on the page.</param>
/// <param name="Nth">Which of those alike, from 0; null for the only one.</param>
/// <param name="IsPlainEntry">Whether the entry is a card without a role: the innermost box that holds the words and the element.</param>
/// <param name="Frame">The way through frames as it is recorded; null for the page itself.</param>
/// <param name="InCustomElement">Whether it may lie in a shadow tree.</param>
internal sealed record LocatorChoice(LocatorKind Kind, string? Value, string Role, IReadOnlyList<string> EntryWords, int? Nth, string? Frame = null, bool IsPlainEntry = false, bool InCustomElement = false)
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "button", "link", "menuitem", "menuitemradio", "menuitemcheckbox", "textbox", "searchbox", "checkbox", "radio", "switch", "combobox", "listbox", "option", "slider", "spinbutton", "tab", "treeitem", "heading", "row", "cell", "img", "listitem", "dialog", "table", "region", "navigation", "tabpanel", "group", "complementary", "gridcell", "columnheader",
    };

    /// <summary>Whether libraries find elements by this role.</summary>
    public static bool IsKnown(string role) => Known.Contains(role);

    /// <summary>How to find an element; null when nothing that was recorded of it can be looked for in code.</summary>
    public static LocatorChoice? Of(RecordedTarget target, Func<string, string> words) => Choose(target, words) is { } choice ? choice with { Frame = target.Frame, InCustomElement = target.InCustomElement is true } : null;

    private static LocatorChoice? Choose(RecordedTarget target, Func<string, string> words)
    {
        var alone = target.Alone ?? [];
        var attributes = target.Attributes;
        if (alone.Contains("testId") && attributes?.TestId is { } testId)
            return new(LocatorKind.TestId, testId, target.Role, [], null);
        if (alone.Contains("role") && target.Name is { } name && Known.Contains(target.Role))
            return new(LocatorKind.Role, name, target.Role, [], null);
        if (alone.Contains("label") && (target.Label ?? target.Name) is { } label)
            return new(LocatorKind.Label, label, target.Role, [], null);
        if (alone.Contains("id") && attributes?.Id is { } id)
            return new(LocatorKind.Css, $"[id=\"{id}\"]", target.Role, [], null);
        var entry = target.Entry is { } text && target.ByPosition is not true ? EntryText.NamedBy(words(target.Means), text) : [];
        // What names the element itself tells its entry from no other.
        if (entry.Count > 0 && (target.Name ?? target.Text) is { } whole && entry.All(word => TextFold.Words(whole).Contains(word, StringComparer.Ordinal)))
            entry = [];
        if (entry.Count > 0 && Inner(target) is { } inner)
            return inner with { EntryWords = [.. entry.Select(word => AsWritten(word, target.Entry!))], IsPlainEntry = target.Path?.Split('/').Any(role => role is "row" or "listitem" or "article") != true };
        if (alone.Contains("text") && (target.Text ?? target.Name) is { } own)
            return new(LocatorKind.Text, own, target.Role, [], null);
        if (Inner(target) is { } found)
            return found with { Nth = target.Nth };
        if (attributes?.Name is { } nameAttribute)
            return new(LocatorKind.Css, $"[name=\"{nameAttribute}\"]", target.Role, [], 0);
        return Known.Contains(target.Role) ? new(LocatorKind.Role, null, target.Role, [], target.Nth ?? 0) : null;
    }

    private static LocatorChoice? Inner(RecordedTarget target)
    {
        if (target.Name is { } name && Known.Contains(target.Role))
            return new(LocatorKind.Role, name, target.Role, [], null);
        if (target.Attributes?.Placeholder is { } placeholder)
            return new(LocatorKind.Placeholder, placeholder, target.Role, [], null);
        if (target.Attributes is { Title: { } title } && !title.Contains('"', StringComparison.Ordinal))
            return new(LocatorKind.Css, $"[title=\"{title}\"]", target.Role, [], null);
        return target.Text is { } text ? new(LocatorKind.Text, text, target.Role, [], null) : null;
    }

    // The words of a description are folded; on the page they have their capitals.
    private static string AsWritten(string word, string entry)
    {
        var at = entry.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? word : entry.Substring(at, word.Length);
    }
}
