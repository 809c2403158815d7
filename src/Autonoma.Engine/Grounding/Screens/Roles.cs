using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding.Screens;

/// <summary>Families of roles.</summary>
internal static class Roles
{
    public static bool IsField(UiNode node) => node.IsEditable || node.Tag is "textarea" or "select" || node.Role is "textbox" or "searchbox" or "combobox" or "spinbutton" or "slider" or "listbox"
        || (node.Tag == "input" && node.InputType is not ("button" or "submit" or "reset" or "image" or "hidden"));

    public static bool IsControl(UiNode node) => IsField(node) || node.Role is "button" or "link" or "checkbox" or "radio" or "switch" or "tab" or "menuitem" or "menuitemcheckbox" or "menuitemradio" or "option" or "treeitem"
        || (node.IsInteractive && node.Tag is not ("label" or "#text"));

    public static bool IsChoice(UiNode node) => node.Role is "checkbox" or "radio" or "switch" or "menuitemcheckbox" or "menuitemradio";

    /// <summary>Roles whose accessible name names a part of the page rather than a control.</summary>
    public static bool IsContainer(string role) => role is "region" or "group" or "radiogroup" or "form" or "dialog" or "alertdialog" or "navigation" or "complementary" or "banner" or "contentinfo" or "main" or "search"
        or "table" or "grid" or "treegrid" or "list" or "listbox" or "menu" or "menubar" or "tablist" or "tabpanel" or "toolbar" or "tree" or "article" or "alert" or "status" or "log" or "figure" or "feed" or "row" or "rowgroup" or "listitem" or "iframe" or "document";

    public static bool IsRow(ScreenNode node) => node.Role == "row" || node.Tag == "tr";

    public static bool IsCell(ScreenNode node) => node.Role is "cell" or "gridcell" or "rowheader" || node.Tag == "td";

    public static bool IsDialog(ScreenNode node) => node.Role is "dialog" or "alertdialog" || node.Tag == "dialog" || node.Node.IsModal;
}
