using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Deciding.Models;

/// <summary>
/// From an element to a description in the words of the screen that means exactly this element: what a model chose becomes what a person could have
/// written, so that it can be read in the report, recorded, and carried out again without the model.
/// </summary>
internal static class TargetWords
{
    /// <summary>The shortest description that grounding resolves to the element; null when there is none.</summary>
    public static string? Describe(UiNode node, GroundingPurpose purpose, Observation screen, GroundingContext context, IGrounder grounder)
        => Candidates(node, screen).FirstOrDefault(words => Means(words, node, purpose, screen, context, grounder));

    private static bool Means(string words, UiNode node, GroundingPurpose purpose, Observation screen, GroundingContext context, IGrounder grounder)
    {
        var result = grounder.Ground(words, purpose, screen, context);
        return result is { Outcome: GroundingOutcome.Found, Region: null } && result.Node!.Ref == node.Ref;
    }

    private static IEnumerable<string> Candidates(UiNode node, Observation screen)
    {
        var kind = Kind(node);
        var plain = Names(node).Select(name => $"\"{name}\" {kind}").ToList();
        foreach (var words in plain)
            yield return words;
        var places = Places(node).ToList();
        foreach (var words in plain)
        {
            foreach (var place in places)
                yield return $"{words} {place}";
        }

        foreach (var place in places)
            yield return $"the {kind} {place}";

        // Which of several of the same name, in reading order.
        foreach (var name in Names(node).Take(1))
        {
            var alike = screen.Tree.Nodes.Where(other => other.Role == node.Role && other.IsVisible && Names(other).Contains(name, StringComparer.Ordinal)).ToList();
            var at = alike.FindIndex(other => other.Ref == node.Ref);
            if (at >= 0 && alike.Count > 1)
                yield return $"the {Ordinal(at + 1)} \"{name}\" {kind}";
        }
    }

    private static IEnumerable<string> Names(UiNode node)
        => new[] { node.Name, node.IsText ? node.OwnText : node.InnerText, node.Placeholder, node.Title }.Where(IsQuotable).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Places(UiNode node)
    {
        foreach (var above in node.Ancestors())
        {
            if (above.Role is "row" or "listitem" or "article" && Key(above, node) is { } key)
                yield return $"in the row of \"{key}\"";
            if (above.Role is "dialog" or "alertdialog")
                yield return IsQuotable(above.Name) ? $"in the \"{above.Name}\" dialog" : "in the dialog";
            if (above.Role is "navigation" or "form" or "region" or "group" or "table" or "tabpanel" or "list" or "complementary" or "banner" or "contentinfo" && IsQuotable(above.Name))
                yield return $"in the \"{above.Name}\" {(above.Role is "form" or "table" or "list" ? above.Role : "section")}";
        }
    }

    // What tells a row from its neighbours is its first words, which are not those of the element itself.
    private static string? Key(UiNode row, UiNode inside)
        => row.Descendants().Where(node => node.IsText && !inside.IsSelfOrAncestorOf(node)).Select(node => node.OwnText).FirstOrDefault(IsQuotable);

    private static bool IsQuotable(string text) => text.Length is > 0 and <= 80 && !text.Contains('"', StringComparison.Ordinal) && !text.Contains("{{", StringComparison.Ordinal) && text.Any(char.IsLetterOrDigit);

    private static string Kind(UiNode node) => node.Role switch
    {
        "textbox" or "searchbox" or "spinbutton" => "field",
        "combobox" or "listbox" => "dropdown",
        "checkbox" or "radio" or "switch" or "button" or "link" or "tab" or "option" or "slider" or "heading" or "row" or "cell" or "dialog" or "image" => node.Role,
        "menuitem" or "menuitemcheckbox" or "menuitemradio" => "menu item",
        "img" => "image",
        _ => node.IsEditable ? "field" : node.IsText ? "text" : "element",
    };

    private static string Ordinal(int number) => number switch { 1 => "first", 2 => "second", 3 => "third", 4 => "fourth", 5 => "fifth", _ => $"{number}{(number % 100 is 11 or 12 or 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })}" };
}
