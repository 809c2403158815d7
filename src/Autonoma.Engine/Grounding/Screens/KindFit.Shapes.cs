using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding.Screens;

/// <summary>Kinds that are told by their shape where no role says so.</summary>
internal static partial class KindFit
{
    // A month: its name and year, and the numbers of its days.
    private static bool IsMonth(ScreenNode node) => HoldsAMonth(node) && !node.Children.Any(HoldsAMonth);

    private static bool HoldsAMonth(ScreenNode node) => node.Size is > 12 and < 300 && !node.IsControl && node.Texts > 8 && node.Node.Descendants().Count(d => d.IsText && d.OwnText.Length <= 2 && d.OwnText.All(char.IsDigit)) >= 6
        && node.Node.Descendants().Any(d => d.IsText && d.OwnText.Length is > 6 and < 24 && d.OwnText.Count(char.IsDigit) == 4 && d.OwnText.Count(char.IsLetter) >= 3);

    // A list of nothing but links, one below the other: a menu without the role.
    private static bool IsListOfLinks(ScreenNode node) => node.Tag is "ul" or "ol" or "nav" && node.Children.Count(c => !c.IsText) >= 3 && node.Children.Where(c => !c.IsText).All(c => c.Controls == 1)
        && node.Children[0].Bounds.Y < node.Children[^1].Bounds.Y && Math.Abs(node.Children[0].Bounds.X - node.Children[^1].Bounds.X) < 3;

    // What is typed into it goes to the button right after it: "Find", "Search", a magnifying glass.
    private static bool SendsSearch(ScreenNode field)
    {
        var at = field;
        while (at.Parent is { Controls: 1 } around)
            at = around;
        var next = at.Parent?.Children.Skip(at.Rank + 1).FirstOrDefault(after => after.Controls > 0 && after.Node.IsVisible);
        return next is { Controls: 1 } && Math.Abs(next.Bounds.Center.Y - field.Bounds.Center.Y) < field.Bounds.Height
            && (HasConcept(next, "search") || next.Names.Any(name => name.Text.Folded.Trim() is "search" or "find" or "look up" or "go" or "lookup"));
    }

    // A strip that stays in its place above the page, with buttons.
    private static bool IsBar(ScreenNode node) => node.Node.Layer > 0 && node.Controls > 0 && node.Bounds is { Width: > 600, Height: < 100 };

    // A box that says "drop files here", or that stands right after a line that says so.
    private static bool InvitesDrop(ScreenNode node)
    {
        if (node.Tag is not ("div" or "ul" or "ol" or "section" or "label" or "td") || node.Bounds is not { Width: >= 60, Height: >= 24 } || node.Texts > 6)
            return false;
        static bool Says(string text) => text.Length < 120 && (text.StartsWith("drop ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("drag ", StringComparison.OrdinalIgnoreCase) || text.Contains(" drop ", StringComparison.OrdinalIgnoreCase) || text.EndsWith("here", StringComparison.OrdinalIgnoreCase) && text.Contains("drop", StringComparison.OrdinalIgnoreCase));
        // A column of things of which the last says "drop it here": that last one is the place.
        if (Says(node.Node.InnerText))
            return !node.Children.Any(child => !child.IsText && child.Tag is "div" or "li" or "section" or "label" && Says(child.Node.InnerText) && node.Children.Any(other => other != child && !other.IsText && (other.Node.IsDraggable || other.Controls > 0 && other.Texts > 0)));
        var siblings = node.Parent?.Children;
        var at = node.Rank;
        return at > 0 && siblings is not null && node.Controls == 0 && siblings[at - 1] is { Controls: 0 } before && before.Tag is "p" or "span" or "label" or "small" && Says(before.Node.InnerText);
    }

    /// <summary>A small empty or ticked square that can be clicked: a checkbox that nobody told what it is.</summary>
    public static bool IsTickBox(ScreenNode node) => node.Node.IsInteractive && node.Tag is "div" or "span" or "i" or "svg" && node.Role is "generic" && node.Size <= 3 && node.Node.Bounds is { Width: >= 10 and <= 30 } box && Math.Abs(box.Width - box.Height) < 4
        && (node.Node.InnerText.Length == 0 || node.Node.InnerText is "✓" or "✔" or "☑" or "☐" or "☒" or "■" or "□" or "✅") && (node.Node.Style is { Border: not null } || node.Node.InnerText.Length > 0);

    /// <summary>A wide little box with a square thumb in it and no text: a switch that nobody told what it is.</summary>
    public static bool IsTrack(ScreenNode node) => node.Node.IsInteractive && !node.IsField && node.Tag is "div" or "span" or "button" or "i" or "label" && node.Size <= 3 && node.Node.InnerText.Length == 0 && node.Concepts.Count == 0
        && node.Bounds is { Width: >= 20 and <= 80, Height: >= 10 and <= 44 } box && box.Width >= box.Height * 1.35 && box.Width <= box.Height * 3 && node.Node.Style is { Background.Alpha: > 0.3 }
        && node.Children is [{ IsText: false, Node.IsVisible: true } thumb] && Math.Abs(thumb.Bounds.Width - thumb.Bounds.Height) < 4 && thumb.Bounds.Height >= box.Height * 0.5 && thumb.Bounds.Width <= box.Width * 0.72 && thumb.Node.Style is { Background.Alpha: > 0.3 };

    // "Boat, skipper or berth" in a field on its own: what can be looked for, not what is to be filled in.
    private static bool ListsWhatItFinds(ScreenNode field)
    {
        var text = field.Node.Placeholder;
        if (field.Tag != "input" || field.Node.NameSource is not NameSource.Placeholder || text.Length > 60 || !(text.Contains(" or ", StringComparison.OrdinalIgnoreCase) || text.Contains(", ", StringComparison.Ordinal)) || text.Any(char.IsDigit) || text.Contains('@', StringComparison.Ordinal))
            return false;
        // The name to sign in with is asked for like that, too; and a form has several fields.
        var around = field.Ancestors().TakeWhile(a => a.Tag is not ("body" or "main" or "html") && a.Size < 60).Take(4).LastOrDefault();
        return around is null || !around.Node.Descendants().Any(other => other != field.Node && other.IsVisible && (other.IsPassword || other.IsEditable || other.Tag == "textarea"));
    }

    /// <summary>A small piece of colour to choose by: no text, its own ground.</summary>
    public static bool IsSwatch(ScreenNode node) => node.Size <= 3 && !node.Node.InnerText.Any(char.IsLetterOrDigit) && node.Bounds is { Width: >= 10 and <= 64, Height: >= 10 and <= 64 } && !node.IsField && node.Concepts.Count == 0
        && (node.IsControl || node.Node.Title.Length > 0 || node.Node.Name.Length > 0) && node.Node.Style is { Background.Alpha: > 0.3 };

    private static bool HasBox(UiNode ui) => ui.Style is { } style && (style.Background.Alpha > 0.3 && style.Background != style.Backdrop with { Alpha = 1 } || style.Border is not null || style.Background.Alpha > 0.3);

    // A table that only holds lists in place is none itself.
    private static bool LaysOutLists(ScreenNode table) => table.Size < 80 && table.Node.Descendants().Any(inside => inside.Role == "listbox" || inside.Tag is "ul" or "ol");

    private static bool LooksLikeLink(UiNode ui) => ui.Style is { } style && (style.Underline || (style.Background.Alpha < 0.1 && style.Border is null && style.Cursor == "pointer"));

    private static bool Round(UiNode ui) => ui.Bounds.Width is > 14 and < 140 && Math.Abs(ui.Bounds.Width - ui.Bounds.Height) < 4;

    // Tabs without the role: one of a few alike controls in one line, in something called tabs or with one of them standing out.
    private static double TabLook(ScreenNode node)
    {
        if (node.Ancestors().Take(4).Any(a => AuthorAny(a, "tab", "tabs", "tabbar", "tablist", "tabset")) || AuthorAny(node, "tab"))
            return 0.97;
        var at = node.Group >= 0 ? node : node.Parent is { Group: >= 0 } parent && parent.Controls == 1 ? parent : null;
        var siblings = at?.Parent?.Children.Where(c => !c.IsText && c.Controls == 1 && c.Tag == at.Tag).ToList();
        if (at is null || siblings is null || siblings.Count is < 2 or > 12)
            return 0;
        var line = siblings.All(s => Math.Abs(s.Bounds.Y - at.Bounds.Y) < 12);
        var marked = siblings.Count(s => s.Node.Selected == true || s.Node.IsCurrent || s.Node.Pressed == TriState.On || AuthorAny(s, "active", "selected", "current", "on", "sel", "act", "cur", "here"));
        var inNavigation = node.Ancestors().Any(a => a.Role is "navigation" or "banner" or "contentinfo" or "menu" or "toolbar");
        return line && marked == 1 ? (inNavigation ? 0.7 : 0.92) : line && marked == 0 && siblings.All(s => s.Node.InnerText.Length is > 0 and < 24 && s.Role is "link" or "generic" or "listitem") ? 0.6 : 0;
    }

    private static bool IsCrumbs(ScreenNode node) => node.Node.InnerText.Length < 160 && node.Children.Count >= 2
        && node.Node.InnerText.Count(c => c is '/' or '›' or '>' or '»' or '→' or '·') is var marks and > 0 && marks <= node.Controls + 1
        && node.Children.All(c => c.Controls <= 1);

    private static bool IsPager(ScreenNode node)
    {
        var numbers = 0;
        var steps = 0;
        for (var i = 0; i < node.Children.Count; i++)
        {
            var text = node.Children[i].Node.InnerText;
            numbers += text.Length is > 0 and < 4 && text.All(char.IsDigit) && node.Children[i].Controls > 0 ? 1 : 0;
            steps += node.Children[i].Concepts.Contains("next") || node.Children[i].Concepts.Contains("previous") ? 1 : 0;
        }

        return numbers >= 2 || (numbers >= 1 && steps >= 1);
    }
}
