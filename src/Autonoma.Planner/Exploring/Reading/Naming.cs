using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;

namespace Autonoma.Planner.Exploring.Reading;

/// <summary>Finds words for an element that mean it and nothing else, by asking who will have to find it again.</summary>
internal sealed class Naming(IGrounder grounder, Observation screen)
{
    private const int Longest = 60;

    /// <summary>What a step calls the element; null when no words mean it alone.</summary>
    public string? Phrase(UiNode node, GroundingPurpose purpose) => Phrases(node).FirstOrDefault(phrase => Means(phrase, purpose, node));

    /// <summary>The words by which the element is labelled: without the star of a required field and without a colon.</summary>
    public static string Label(UiNode node)
    {
        var text = node.Name.Length > 0 ? node.Name : node.Placeholder.Length > 0 ? node.Placeholder : node.Title;
        if (text.Length == 0)
            text = FormReader.IsField(node) ? Beside(node) : node.Role == "generic" ? node.InnerText : "";
        return text.Trim().TrimEnd('*', ':', ' ', '\u00a0', '…');
    }

    /// <summary>The noun of its kind.</summary>
    public static string Noun(UiNode node) => node.Role switch
    {
        "link" => "link",
        "checkbox" or "menuitemcheckbox" => "checkbox",
        "radio" or "menuitemradio" => "radio button",
        "switch" => "switch",
        "combobox" or "listbox" => node.IsEditable ? "field" : "dropdown",
        "tab" => "tab",
        "menuitem" => "menu item",
        "slider" => "slider",
        "textbox" or "searchbox" or "spinbutton" => "field",
        "columnheader" => "column header",
        _ => node.IsEditable ? "field" : node.Tag == "select" ? "dropdown" : "button",
    };

    private static IEnumerable<string> Phrases(UiNode node)
    {
        var label = Label(node);
        if (label.Length is 0 or > Longest || label.Contains('"', StringComparison.Ordinal) || label.Contains('\n', StringComparison.Ordinal))
            yield break;
        var named = $"the \"{label}\" {Noun(node)}";
        yield return named;
        if (node.Role == "generic" && !node.IsEditable)
            yield return $"\"{label}\"";
        if (node.Ancestors().FirstOrDefault(above => above.Role is "dialog" or "alertdialog") is { Name.Length: > 0 } dialog)
            yield return $"{named} in the \"{dialog.Name}\" dialog";
        if (node.Ancestors().FirstOrDefault(above => above.Role == "row") is { } row && RowName(row, node) is { } first)
            yield return $"{named} in the row of \"{first}\"";
        if (RecordReader.RecordOf(node) is { } record && RecordReader.NameOf(record) is { } name)
        {
            yield return $"{named} on the card of \"{name}\"";
            yield return $"{named} next to \"{name}\"";
        }

        foreach (var section in node.Ancestors().Where(above => above.Role is "region" or "form" or "group" or "article" or "navigation" or "complementary" && above.Name.Length is > 0 and <= Longest).Take(2))
            yield return $"{named} in the \"{section.Name}\" {(section.Role == "form" ? "form" : section.Role == "navigation" ? "navigation" : "section")}";
    }

    // A label that labels nothing still stands before its field, in the same line or block.
    private static string Beside(UiNode field)
    {
        foreach (var around in field.Ancestors().Take(3))
        {
            var texts = around.Descendants().Where(node => node.IsText && node.IsVisible && node.OwnText.Trim().Length > 1).ToList();
            if (texts.LastOrDefault(text => text.Index < field.Index) is { } before)
                return before.OwnText.Trim().Length <= 40 ? before.OwnText.Trim() : "";
            if (texts.Count > 0)
                return "";
        }

        return "";
    }

    private static string? RowName(UiNode row, UiNode node)
        => row.Descendants().Where(cell => cell.Role is "cell" or "gridcell" or "rowheader" && !cell.IsSelfOrAncestorOf(node)).Select(cell => cell.InnerText.Trim())
            .FirstOrDefault(text => text.Length is > 0 and <= 40 && text.Any(char.IsLetterOrDigit) && !text.Contains('"', StringComparison.Ordinal));

    private bool Means(string phrase, GroundingPurpose purpose, UiNode node)
    {
        var found = grounder.Ground(phrase, purpose, screen, GroundingContext.None);
        return found is { Outcome: GroundingOutcome.Found, Node: { } it } && (it.Ref == node.Ref || it.IsSelfOrAncestorOf(node) || node.IsSelfOrAncestorOf(it));
    }
}
