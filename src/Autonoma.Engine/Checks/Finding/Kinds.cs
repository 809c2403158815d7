using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Finding;

/// <summary>Whether an element is of the kind that a word names.</summary>
internal static class Kinds
{
    public static bool IsControlKind(ElementKind kind) => kind is ElementKind.Button or ElementKind.Link or ElementKind.Field or ElementKind.TextArea or ElementKind.SearchField or ElementKind.Dropdown or ElementKind.Option
        or ElementKind.Checkbox or ElementKind.Radio or ElementKind.Switch or ElementKind.Slider or ElementKind.DatePicker or ElementKind.FileField or ElementKind.Tab or ElementKind.MenuItem or ElementKind.Accordion or ElementKind.Icon or ElementKind.TreeItem;

    public static bool IsRecordKind(ElementKind kind) => kind is ElementKind.Row or ElementKind.Card or ElementKind.ListItem or ElementKind.Cell;

    public static bool Fits(UiNode node, ElementKind kind) => kind switch
    {
        ElementKind.Button => node.Role is "button" or "switch" || node.Tag is "button" or "summary" || node.Tag == "input" && node.InputType is "button" or "submit" or "reset" or "image" || node.IsInteractive && node.Role is "generic" or "img" or "link" or "tab" or "menuitem",
        ElementKind.Link => node.Role == "link" || node.Tag == "a",
        ElementKind.Field or ElementKind.TextArea or ElementKind.SearchField or ElementKind.DatePicker => Scene.IsField(node),
        ElementKind.Dropdown => node.Tag == "select" || node.Role is "combobox" or "listbox" || node.Role == "button" || node.Expanded is not null,
        ElementKind.Option => node.Role is "option" or "radio" or "menuitem" or "menuitemradio" or "menuitemcheckbox" or "checkbox" || node.Tag is "option" or "li",
        ElementKind.Checkbox => node.Role is "checkbox" or "switch" or "menuitemcheckbox" || node.InputType == "checkbox",
        ElementKind.Radio => node.Role is "radio" or "menuitemradio" || node.InputType == "radio",
        ElementKind.Switch => node.Role is "switch" or "checkbox" || node.Pressed is not null || node.InputType == "checkbox" || Scene.ClassWords(node.ClassName).Any(w => w is "switch" or "toggle"),
        ElementKind.Slider => node.Role == "slider" || node.InputType == "range",
        ElementKind.FileField => node.InputType == "file",
        ElementKind.Tab => node.Role == "tab" || node.IsInteractive || Scene.ClassWords(node.ClassName).Any(w => w == "tab"),
        ElementKind.MenuItem => node.Role is "menuitem" or "link" or "button" or "menuitemradio" or "menuitemcheckbox" or "option" || node.IsInteractive,
        ElementKind.Accordion => node.Expanded is not null || node.Tag == "summary",
        ElementKind.Icon => node.Role is "img" || node.IconHint.Length > 0 || node.IsInteractive,
        ElementKind.TreeItem => node.Role == "treeitem" || node.Expanded is not null || node.IsInteractive,
        ElementKind.Heading => node.Role == "heading" || node.Tag is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "legend",
        ElementKind.Image => node.Role == "img" || node.Tag is "img" or "svg",
        _ => true,
    };

    /// <summary>A box that lies above the page or says that it is a dialog.</summary>
    public static bool IsDialog(UiNode node) => node.Role is "dialog" or "alertdialog" || node.IsModal || node.Tag == "dialog"
        || (!node.IsText && node.Role == "generic" && node.Children.Count > 0 && Scene.ClassWords(node.ClassName).Any(w => w is "modal" or "dialog" or "dlg" or "popup" or "drawer" or "popover" or "lightbox" or "overlay") && node.Layer > 0)
        || IsUndeclaredDialog(node);

    private static readonly HashSet<string> Closing = new(StringComparer.Ordinal) { "close", "cancel", "ok", "dismiss", "x", "×", "✕", "✖", "schließen", "abbrechen", "fermer", "annuler", "cerrar", "cancelar" };

    /// <summary>A block laid over the page, all of it or with a field, and with something to click that closes it, of which the author says nothing.</summary>
    private static bool IsUndeclaredDialog(UiNode node)
        => node is { IsText: false, Role: "generic" or "form", Layer: > 0 } && node.Tag is "div" or "section" or "form" && (node.Parent?.Layer ?? 0) < node.Layer && !IsToast(node)
            && (CoversPage(node) || node.Descendants().Any(Scene.IsField)) && node.Descendants().Any(d => !d.IsText && (d.Role == "button" || d.IsInteractive) && Closing.Contains(TextFold.Fold(d.InnerText.Length > 0 ? d.InnerText : d.Name).Trim()));

    private static bool CoversPage(UiNode node) => node.Ancestors().LastOrDefault() is { Bounds: var page } && node.Bounds.Width >= page.Width * 0.95 && node.Bounds.Height >= Math.Min(page.Height, node.Bounds.Width * 0.4) * 0.95;

    public static bool IsMenu(UiNode node) => node.Role is "menu" or "listbox" || (!node.IsText && !Scene.IsControl(node) && Scene.ClassWords(node.ClassName).Any(w => w is "menu" or "submenu" or "dropdown" or "flyout" or "popover" or "pop" or "sub") && node.Children.Count > 0);

    private static readonly HashSet<string> MessageWords = new(StringComparer.Ordinal) { "toast", "toasts", "snackbar", "snack", "notification", "alert", "flash", "notice", "message", "msg", "banner", "callout" };
    private static readonly HashSet<string> ErrorWords = new(StringComparer.Ordinal) { "error", "errors", "err", "er", "invalid", "danger", "warning", "warn", "feedback", "validation", "hint", "help" };

    public static bool IsToast(UiNode node) => !node.IsText && (node.Role is "alert" or "status" or "log" || node.Live.Length > 0 || Scene.ClassWords(node.ClassName).Any(w => w is "toast" or "snackbar" or "snack" or "notification" or "flash")
        || node.Layer > 0 && Scene.ClassWords(node.ClassName).Any(MessageWords.Contains));

    public static bool IsMessage(UiNode node) => IsToast(node) || (!node.IsText && !Scene.IsControl(node) && Scene.ClassWords(node.ClassName).Any(w => MessageWords.Contains(w) || ErrorWords.Contains(w) && w is not ("hint" or "help")));

    public static bool IsError(UiNode node) => !node.IsText && !Scene.IsControl(node) && (node.Role == "alert" || Scene.ClassWords(node.ClassName).Any(w => w is "error" or "errors" or "err" or "er" or "invalid" or "danger"));

    public static bool IsReddish(UiNode node) => Paint(node) is { } style && ColorWords.Matches(style.Color, "red") && !Scene.IsControl(node);

    public static UiStyle? Paint(UiNode node)
    {
        for (UiNode? n = node; n is not null; n = n.Parent)
        {
            if (n.Style is not null)
                return n.Style;
        }

        return null;
    }
}
