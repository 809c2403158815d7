using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding.Screens;

/// <summary>How well an element is what people call a button, a tab, a row ...: 1 by its role, less by how it behaves and looks, 0 when it contradicts.</summary>
internal static partial class KindFit
{
    private static readonly string[] Carets = ["▾", "▼", "⌄", "▿", "﹀", "⯆", "˅", "🔽"];

    public static bool HasCaret(ScreenNode node) => Carets.Any(c => node.Node.InnerText.EndsWith(c, StringComparison.Ordinal) || node.Node.PseudoText.Contains(c, StringComparison.Ordinal)) || IsBeforeItsCaret(node);

    // "<div><div>Newest</div><div>▾</div></div>": what is chosen, and the sign that opens the list, and nothing else.
    private static bool IsBeforeItsCaret(ScreenNode node) => node is { Rank: 0, Texts: 1, Size: <= 3, Role: "generic" } && node.Parent is { IsControl: false, Texts: 2, Children: [_, { IsText: false, Size: <= 2 } sign] } && Carets.Contains(sign.Node.InnerText);

    public static double Of(ScreenNode node, ElementKind kind)
    {
        var ui = node.Node;
        var role = ui.Role;
        var acts = node.IsControl;
        var field = node.IsField;
        var choice = Roles.IsChoice(ui);
        // What is painted on a canvas is whatever it is called.
        if (node.IsText)
            return node.Parent?.Tag == "canvas" && kind is not (ElementKind.Field or ElementKind.Dropdown or ElementKind.Checkbox or ElementKind.Radio or ElementKind.Tab) ? 0.9 : 0;
        switch (kind)
        {
            case ElementKind.Any:
                return 1;
            case ElementKind.Button:
                if (role == "button" || ui.Tag == "button" || ui.InputType is "submit" or "button" or "reset" or "image")
                    return role is "button" ? 1 : role is "tab" or "menuitem" or "switch" or "radio" or "option" or "combobox" ? 0.85 : 0.95;
                if (role == "link")
                    return node.HasAuthorWord("btn") || node.HasAuthorWord("button") || HasBox(ui) ? 0.93 : 0.78;
                if (ui.Tag == "summary" || role is "menuitem" or "tab" or "switch" or "option")
                    return 0.75;
                if (role is "radio" or "checkbox")
                    return 0.55;
                return field ? 0 : acts && node.Controls <= 1 ? 0.88 : role == "generic" && (node.HasAuthorWord("btn") || node.HasAuthorWord("button")) ? 0.85 : ui.Tag == "label" && HasBox(ui) ? 0.7 : 0;
            case ElementKind.Link:
                if (role == "link")
                    return 1;
                // What is written in a button only looks like a link.
                if (field || choice || !acts && node.Ancestors().Take(3).Any(a => a.IsControl && a.Role != "link" && a.Controls <= 1))
                    return 0;
                return role is "button" or "menuitem" or "tab" or "treeitem" ? (ui.InnerText.Length == 0 ? 0.55 : LooksLikeLink(ui) ? 0.92 : 0.78) : acts && node.Controls <= 1 ? (LooksLikeLink(ui) ? 0.9 : 0.75) : ui.Tag == "label" && LooksLikeLink(ui) ? 0.85 : LooksLikeLink(ui) && node.Size <= 3 ? 0.7 : 0;
            case ElementKind.Field:
                if (role is "textbox" or "searchbox" or "spinbutton" or "textarea" || ui.IsEditable)
                    return 1;
                if (role == "combobox")
                    return ui.Tag == "input" ? 1 : 0.88;
                if (ui.Tag == "select" || role == "listbox" && ui.Tag == "select")
                    return 0.82;
                if (ui.Tag == "input" && !choice && role is not ("button" or "slider"))
                    return ui.InputType == "file" ? 0.6 : 1;
                if (role == "slider")
                    return 0.6;
                return acts && (role is "button" or "combobox" or "generic") && (ui.Expanded is not null || HasCaret(node)) && HasOrigin(node, NameOrigin.Beside) ? 0.7 : 0;
            case ElementKind.TextArea:
                if (ui.Tag == "textarea")
                    return 1;
                if (ui.IsEditable && ui.Tag is not "input")
                    return 1;
                return role == "textbox" ? (ui.Bounds.Height > 50 ? 0.9 : 0.72) : ui.Tag is "canvas" ? 0.5 : 0;
            case ElementKind.SearchField:
                if (role == "searchbox" || ui.InputType == "search")
                    return 1;
                if (role is "textbox" or "combobox" && ui.Tag is "input" or "textarea")
                    return Mentions(node, "search", "find", "filter", "lookup", "looking for", "look for", "such", "recherch", "busca", "cerca", "pesquis", "zoek", "szuk", "sök", "søg", "søk", "hledat", "keres") ? 0.97 : HasConcept(node, "search") ? 0.95 : node.Ancestors().Take(3).Any(a => a.Role == "search" || a.HasAuthorWord("search")) ? 0.9 : SendsSearch(node) ? 0.85 : ListsWhatItFinds(node) ? 0.8 : 0;
                return 0;
            case ElementKind.Dropdown:
                if (ui.Tag == "select" || role is "combobox" or "listbox")
                    return role == "listbox" && ui.Tag != "select" ? 0.85 : 1;
                if (field && ui.Tag == "input")
                    return ui.Options.Count > 0 || ui.Expanded is not null ? 0.9 : node.Ancestors().Take(3).Any(a => a.HasAuthorWord("select") || a.HasAuthorWord("dropdown") || a.HasAuthorWord("combobox")) ? 0.85 : ui.InputType is "date" or "time" ? 0.7 : 0;
                if (acts && (ui.Expanded is not null || HasCaret(node) || node.HasAuthorWord("select") || node.HasAuthorWord("dropdown") || node.HasAuthorWord("combo")))
                    return role is "tab" or "treeitem" ? 0.4 : 0.92;
                return acts && HasOrigin(node, NameOrigin.Beside) && role is "button" or "generic" && node.Controls <= 1 ? 0.62 : 0;
            case ElementKind.Option:
                if (role is "option" or "menuitem" or "menuitemradio" or "menuitemcheckbox")
                    return 1;
                if (role is "radio" or "checkbox")
                    return 0.75;
                return role == "listitem" || ui.Tag == "li" ? (acts ? 0.92 : 0.85) : acts && node.Group >= 0 && node.Size < 14 ? 0.85 : ui.Tag == "label" && node.Controls > 0 ? 0.8 : 0;
            case ElementKind.Checkbox:
                if (role is "checkbox" or "menuitemcheckbox")
                    return 1;
                return role == "switch" ? 0.85 : IsTickBox(node) ? 0.85 : ui.Checked is not null && role != "radio" ? 0.85 : ui.Pressed is not null ? 0.45 : acts && (node.HasAuthorWord("checkbox") || node.HasAuthorWord("check")) ? 0.8 : 0;
            case ElementKind.Radio:
                if (role is "radio" or "menuitemradio")
                    return 1;
                return ui.Checked is not null && role is not ("checkbox" or "switch") ? 0.8 : acts && (node.HasAuthorWord("radio") || node.Ancestors().Take(2).Any(a => a.Role == "radiogroup")) ? 0.85 : 0;
            case ElementKind.Switch:
                if (role == "switch")
                    return 1;
                return role == "checkbox" ? 0.9 : ui.Pressed is not null ? 0.88 : acts && (node.HasAuthorWord("toggle") && !AuthorAny(node, "dropdown", "menu", "navbar", "collapse", "accordion") || node.HasAuthorWord("switch")) || IsTrack(node) ? 0.9 : role == "button" ? 0.6 : 0;
            case ElementKind.Slider:
                return role == "slider" || ui.InputType == "range" ? 1 : ui.Range is not null && role != "progressbar" ? 0.9 : node.HasAuthorWord("slider") && (acts || ui.IsDraggable) ? 0.85 : 0;
            case ElementKind.DatePicker:
                if (ui.InputType is "date" or "time" or "datetime-local" or "month" or "week")
                    return 1;
                if (role is "textbox" or "combobox" && ui.Tag == "input")
                    return Mentions(node, "date", "time", "day", "dd", "mm", "yyyy", "calendar", "when") ? 0.95 : ui.Expanded is not null ? 0.8 : 0.66;
                return IsMonth(node) ? 0.85 : role is "grid" or "dialog" or "application" or "table" or "generic" && (node.HasAuthorWord("calendar") || node.HasAuthorWord("cal") || node.HasAuthorWord("datepicker") || Mentions(node, "calendar")) ? 0.85 : acts && (ui.Expanded is not null || HasConcept(node, "calendar")) ? 0.75 : 0;
            case ElementKind.FileField:
                if (ui.InputType == "file")
                    return 1;
                return node.HasAuthorWord("drop") || node.HasAuthorWord("dropzone") || node.HasAuthorWord("upload") ? 0.88 : InvitesDrop(node) ? 0.85 : acts && node.Size < 16 && Mentions(node, "upload", "browse", "choose", "attach", "file", "drop") ? 0.8 : 0;
            case ElementKind.Tab:
                return role == "tab" ? 1 : acts && node.Size < 20 && !field && !choice ? TabLook(node) : 0;
            case ElementKind.Menu:
                if (role is "menu" or "menubar" or "listbox")
                    return 1;
                if (acts && (node.Concepts.Contains("more") || node.Concepts.Contains("hamburger")))
                    return 0.95;
                if (acts && (ui.Expanded is not null || HasCaret(node) || role is "button" or "menuitem" || node.Ancestors().Take(4).Any(a => a.Role is "menubar" or "menu" or "navigation")))
                    return 0.85;
                return !acts && IsListOfLinks(node) ? 0.8 : !acts && node.Controls > 1 && (node.HasAuthorWord("menu") || node.HasAuthorWord("dropdown") || node.HasAuthorWord("popup") || node.HasAuthorWord("pop") || role is "navigation") ? 0.85 : acts ? 0.6 : 0;
            case ElementKind.MenuItem:
                if (role is "menuitem" or "menuitemcheckbox" or "menuitemradio" or "option")
                    return 1;
                if (field || choice)
                    return 0;
                return acts && node.Controls <= 2 ? (node.Ancestors().Take(5).Any(a => a.Role is "menu" or "menubar" or "navigation" or "listbox" || a.HasAuthorWord("menu") || a.HasAuthorWord("nav") || a.HasAuthorWord("sidebar")) ? 0.95 : node.Ancestors().Take(4).Any(a => a.Node.Layer > 0) ? 0.85 : 0.6) : ui.Tag == "li" ? 0.7 : 0;
            case ElementKind.Icon:
                if (ui.Tag is "svg" || role == "img")
                    return 0.95;
                if (field || choice)
                    return 0;
                if (node.Concepts.Count > 0 && (node.IsLigature || !ui.InnerText.Any(char.IsLetterOrDigit)))
                    return 1;
                return acts && node.Size < 14 ? (ui.InnerText.Any(char.IsLetter) ? (node.Concepts.Count > 0 ? 0.82 : 0.6) : 0.97) : node.Concepts.Count > 0 && node.Size < 6 ? 0.85 : 0;
            case ElementKind.Image:
                if (role is "img" or "figure" || ui.InputType == "image" || ui.Tag is "img" or "picture" or "svg" or "image" or "video")
                    return 1;
                return node.HasAuthorWord("avatar") || node.HasAuthorWord("persona") || node.HasAuthorWord("av") || node.HasAuthorWord("photo") || node.HasAuthorWord("logo") || node.HasAuthorWord("brand") || node.HasAuthorWord("image") || node.HasAuthorWord("thumb") || node.HasAuthorWord("thumbnail") || node.HasAuthorWord("picture") || node.HasAuthorWord("img") || node.HasAuthorWord("cover") ? 0.92
                    : node.Size < 6 && ui.InnerText.Length is > 0 and <= 3 && ui.InnerText.All(char.IsLetter) && Round(ui) ? 0.85 : node.Size < 6 && ui.InnerText.Length == 0 && node.Parent is { } strip && AuthorAny(strip, "thumbs", "thumbnails", "gallery", "carousel", "slides") ? 0.85 : 0;
            case ElementKind.Heading:
                if (role == "heading")
                    return 1;
                // What a part that opens and closes is headed by.
                if (ui.Tag == "summary")
                    return 0.85;
                return acts && role is "button" or "link" ? 0 : node.IsHeadingLike ? 0.85 : role == "generic" && ui.Style is { FontWeight: >= 600, FontSize: >= 16 } && node.Texts is > 0 and < 4 ? 0.8 : 0;
            case ElementKind.Label:
                return ui.Tag == "label" ? 1 : role is "button" ? 0 : node.Texts > 0 && node.Controls == 0 && node.Size < 10 ? 0.85 : 0;
            case ElementKind.Text:
                if (role is "paragraph" || ui.Tag is "p" or "blockquote" or "pre")
                    return 1;
                return field ? 0.4 : role is "button" or "link" ? 0.6 : node.Texts > 0 && node.Controls == 0 ? 0.92 : node.Texts > 0 && node.Size < 30 ? 0.6 : 0;
            case ElementKind.Message:
                if (role is "alert" or "status" or "log" or "alertdialog")
                    return 1;
                if (acts && role is "button" or "link" || field)
                    return 0;
                return node.Texts > 0 && node.Size < 30 && AuthorAny(node, "toast", "alert", "notice", "notification", "message", "msg", "snackbar", "banner", "error", "err", "warning", "flash", "callout", "info", "success", "danger", "invalid", "feedback", "hint", "er", "warn") ? 0.95
                    : node.Node.Live.Length > 0 ? 0.9 : node.Texts > 0 && node.Size < 12 && node.Controls <= 1 ? (HasBox(ui) && node.Group < 0 ? 0.62 : ui.InnerText.Length > 12 || ui.InnerText.Contains(' ', StringComparison.Ordinal) ? 0.5 : 0) : 0;
            case ElementKind.Dialog:
                if (Roles.IsDialog(node))
                    return 1;
                return acts ? 0 : node.Size > 3 && (ui.Layer > 0 || node.HasAuthorWord("modal") || node.HasAuthorWord("dialog") || node.HasAuthorWord("panel") || node.HasAuthorWord("drawer")) && AuthorAny(node, "modal", "dialog", "popup", "drawer", "overlay", "panel", "popover", "sheet", "lightbox", "window", "pn", "pop", "compose", "dlg") ? 0.92 : ui.Layer > 0 && node.Size > 4 && node.Controls > 0 && ui.Bounds.Width > 160 && ui.Bounds.Height > 60 ? 0.75 : 0;
            case ElementKind.Table:
                return role is "table" or "grid" or "treegrid" || ui.Tag == "table" ? 1 : node.Size > 8 && AuthorAny(node, "table", "grid", "matrix", "datagrid") ? 0.85 : role == "list" ? 0.6 : 0;
            case ElementKind.Row:
                if (Roles.IsRow(node))
                    return node.Shape == "tr:head" ? 0.6 : 1;
                return node.Group >= 0 && node.Size > 2 && !Roles.IsCell(node) ? (role is "listitem" or "option" or "treeitem" || ui.Tag == "li" ? 0.93 : AuthorAny(node, "row", "item", "line", "entry", "r", "li") ? 0.95 : node.Texts > 1 || node.Controls > 0 ? 0.8 : 0.4) : node.HasAuthorWord("row") ? 0.6 : 0;
            case ElementKind.Column:
                if (role == "columnheader" || ui.Tag == "th" || node.Parent?.Shape == "tr:head")
                    return 0.9;
                return node.Size > 2 && AuthorAny(node, "column", "col", "lane", "swimlane", "list") ? 1 : node.Group >= 0 && node.Size > 8 && ui.Bounds.Height > ui.Bounds.Width ? 0.85 : 0;
            case ElementKind.ColumnHeader:
                return role == "columnheader" || ui.Tag == "th" || node.Parent?.Shape == "tr:head" ? 1 : node.Parent is { } head && (head.Role is "columnheader" || head.Tag == "th" || AuthorAny(head, "head", "header", "thead", "th")) ? 0.92 : 0;
            case ElementKind.Cell:
                if (Roles.IsCell(node))
                    return 1;
                return role is "columnheader" ? 0.7 : AuthorAny(node, "cell", "slot", "td", "day", "time") ? 0.95 : HasOrigin(node, NameOrigin.Column) && HasOrigin(node, NameOrigin.Row) && node.Parent is { } flat && flat.Children.Count > 8 ? 0.9 : node.Parent is { } row && row.Group >= 0 && row.Children.Count > 2 ? 0.6 : 0;
            case ElementKind.List:
                return ui.Tag == "select" ? 0.95 : role == "combobox" && acts ? 0.9 : role is "list" or "listbox" or "feed" or "menu" or "tree" || ui.Tag is "ul" or "ol" ? 1 : role is "table" or "grid" ? LaysOutLists(node) ? 0.5 : LaysOutFields(node) ? 0 : 0.85 : node.Size > 4 && AuthorAny(node, "list", "items", "results", "feed") ? 0.9 : 0;
            case ElementKind.ListItem:
                if (role is "listitem" or "option" or "treeitem" or "article" || ui.Tag == "li")
                    return 1;
                return Roles.IsRow(node) ? 0.92 : node.Group >= 0 && node.Size > 1 && !Roles.IsCell(node) ? 0.88 : acts && node.Size < 12 && Of(node, ElementKind.MenuItem) >= 0.85 ? 0.85 : 0;
            case ElementKind.Card:
                if (AuthorAny(node, "card", "tile", "panel", "widget", "box", "pc"))
                    return node.Size > 2 ? 1 : 0.7;
                if (role is "tab" or "button" && (AuthorAny(node, "accordion", "collapse", "expander") || node.Parent is { } folds && AuthorAny(folds, "accordion", "collapse")))
                    return 0.85;
                return field || role is "button" or "link" && node.Size < 5 ? 0 : role is "article" or "region" || ui.Tag is "article" or "section" or "fieldset" ? 0.92 : node.Size > 3 && node.Group >= 0 && !Roles.IsCell(node) ? 0.88 : node.Size > 3 && HasBox(ui) ? 0.75 : role is "listitem" or "radio" ? 0.8 : 0;
            case ElementKind.Tree:
                return role is "tree" or "treegrid" ? 1 : node.Size > 4 && AuthorAny(node, "tree", "treeview") ? 0.9 : 0;
            case ElementKind.TreeItem:
                if (role == "treeitem")
                    return 1;
                return field || !acts && ui.Tag is "dt" or "dd" or "th" ? 0 : node.Ancestors().Take(8).Any(a => a.Role == "tree" || AuthorAny(a, "tree", "cat", "categories", "nav", "folders", "sidebar", "sd")) || node.Ancestors().Take(6).Any(a => a.Role == "navigation") ? (acts || node.Group >= 0 ? 0.95 : 0.7) : acts || node.Group >= 0 ? 0.75 : 0;
            case ElementKind.Section:
                if (ui.Tag == "textarea")
                    return 0.9;
                if (role is "region" or "form" or "group" or "radiogroup" or "article" or "tabpanel" || ui.Tag is "section" or "fieldset" or "form" or "details")
                    return 1;
                return field || acts && node.Size < 4 ? 0 : node.Size > 3 ? (AuthorAny(node, "section", "area", "group", "box", "form", "card", "panel", "block", "zone", "part", "c") ? 0.95 : 0.75) : AuthorAny(node, "drop", "zone", "area") || InvitesDrop(node) ? 0.85 : 0;
            case ElementKind.Accordion:
                if (ui.Tag == "summary")
                    return 1;
                return ui.Expanded is not null && role is not ("combobox" or "textbox") ? 0.97 : acts && AuthorAny(node, "accordion", "collapse", "collapsible", "acc", "expander") ? 0.92 : node.IsHeadingLike && acts ? 0.85 : acts && node.Parent is { IsHeadingLike: true } ? 0.9 : 0;
            case ElementKind.Badge:
                return AuthorAny(node, "badge", "chip", "tag", "pill", "label", "status", "counter", "tg", "count", "swatch", "sw", "dot") && node.Size < 14 ? 1 : IsSwatch(node) ? 0.95 : field ? 0 : role is "status" ? 0.9 : node.Size < 10 && ui.InnerText.Length is > 0 and < 30 ? (HasBox(ui) ? 0.85 : 0.6) : 0;
            case ElementKind.Breadcrumb:
                return AuthorAny(node, "breadcrumb", "breadcrumbs", "crumb", "crumbs") || Mentions(node, "breadcrumb", "breadcrumbs") && node.Role == "navigation" ? 1 : node.Controls > 0 && node.Size < 40 && IsCrumbs(node) ? 0.8 : 0;
            case ElementKind.Pagination:
                return AuthorAny(node, "pagination", "pager", "paginator", "pages", "paging", "pgs") || Mentions(node, "pagination", "pages") && node.Controls > 1 ? 1 : node.Controls > 1 && node.Size < 60 && IsPager(node) ? 0.85 : 0;
            case ElementKind.Progress:
                return role is "progressbar" or "meter" || ui.IsBusy || AuthorAny(node, "spinner", "loader", "loading", "progress", "spin", "skeleton") ? 1 : 0;
            case ElementKind.Tooltip:
                return role == "tooltip" ? 1 : AuthorAny(node, "tooltip", "tip") ? 0.9 : 0;
            case ElementKind.Landmark:
                if (role is "banner" or "navigation" or "contentinfo" or "complementary" or "main" or "toolbar" or "menubar")
                    return 1;
                return node.Size > 2 && AuthorAny(node, "header", "footer", "nav", "navbar", "sidebar", "toolbar", "topbar", "bar", "top", "hd", "h", "hdr", "foot", "head", "side", "rail", "menu", "tools", "actions", "fb", "fx") ? 0.9 : IsBar(node) ? 0.8 : 0;
            case ElementKind.Canvas:
                return ui.Tag is "canvas" ? 1 : ui.Tag == "svg" && ui.Bounds.Width > 80 ? 0.95 : AuthorAny(node, "chart", "graph", "diagram", "map", "plot") && node.Size > 1 ? 0.9 : 0;
            case ElementKind.Media:
                return ui.Tag is "video" or "audio" ? 1 : AuthorAny(node, "player", "video", "audio", "media", "ply") && node.Size > 1 ? 0.95 : 0;
            case ElementKind.Frame:
                return ui.Tag is "iframe" or "frame" ? 1 : 0;
            case ElementKind.Page:
                return node.Index == 0 || ui.Tag is "body" or "main" ? 1 : 0;
            case ElementKind.BrowserTab:
                return 0;
            default:
                return 0;
        }
    }

    public static bool AuthorAny(ScreenNode node, params ReadOnlySpan<string> words)
    {
        if (node.Author.Length == 0)
            return false;
        foreach (var word in words)
        {
            if (node.HasAuthorWord(word))
                return true;
        }

        return false;
    }

    public static bool HasConcept(ScreenNode node, string concept) => node.Concepts.Contains(concept);

    // A table that puts captions before fields is a form, and no list.
    private static bool LaysOutFields(ScreenNode table) => table.Tag == "table" && table.Size < 200 && table.Node.Descendants().Count(inside => inside.IsVisible && inside.Tag is "select" or "textarea" || inside.Tag == "input" && Roles.IsField(inside) && !Roles.IsChoice(inside)) >= 2
        && !table.Node.Descendants().Any(inside => inside.Tag == "th");

    private static bool HasOrigin(ScreenNode node, NameOrigin origin)
    {
        foreach (var name in node.Names)
        {
            if (name.Origin == origin)
                return true;
        }

        return false;
    }

    private static bool Mentions(ScreenNode node, params ReadOnlySpan<string> words)
    {
        foreach (var name in node.Names)
        {
            if (name.Origin is NameOrigin.Value or NameOrigin.Choices or NameOrigin.Row or NameOrigin.Target)
                continue;
            foreach (var word in words)
            {
                var at = name.Text.Folded.IndexOf(word, StringComparison.Ordinal);
                if (at >= 0 && (at == 0 || !char.IsLetter(name.Text.Folded[at - 1])))
                    return true;
            }
        }

        return false;
    }
}
