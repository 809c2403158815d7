using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>Rows, cards, columns: what is told by the text in it.</summary>
internal static partial class HeadMatcher
{
    // What stands in a part of the page with controls of its own is no name of that part.
    private static bool Counts(ScreenNode node, NameFact name, ElementKind kind) =>
        !(name.Origin is NameOrigin.Text && HoldsEntries(node)) && (name.Origin is not (NameOrigin.Text or NameOrigin.Accessible) || node.IsControl || node.Controls == 0 && node.Size < 40 || node.Controls == 1 && node.Tag is "label" or "li" or "td" or "th" or "dd" && node.Texts <= 2
        || (name.Origin == NameOrigin.Accessible && node.Node.NameSource is not Observing.NameSource.Content) || (node.Texts <= 1 && node.Controls <= 1) || kind == ElementKind.Message && node.Size < 20);

    // "Call Ida Roe" where the entry that says "Ida Roe" holds a button "Call": what is said first is what that button does, not the entry.
    private static bool IsDoneInside(Query query, ScreenNode node, ulong mask)
    {
        var first = System.Numerics.BitOperations.TrailingZeroCount(mask);
        var deed = 1UL << first;
        if (mask == deed || query.Tokens[first].IsQuoted || node.Controls - (node.IsControl ? 1 : 0) is < 1 or > 4 || node.Size is < 3 or > 60 || (query.Below(node) & mask) != mask)
            return false;
        for (var i = node.Index + 1; i < node.End; i++)
        {
            var inner = query.Screen.Nodes[i];
            if (inner.IsControl && inner.Node.IsVisible && inner.Role is "button" or "link" && (query.Own(inner) & mask) == deed && inner.Names.Any(name => name.Origin is NameOrigin.Accessible && NameScore.Of(query, deed, name.Text) > 0.9))
                return true;
        }

        return false;
    }

    // A list is not called what one of its entries says.
    private static bool HoldsEntries(ScreenNode node) => node.Size > 6 && !node.IsControl && node.Tag is "div" or "ul" or "ol" or "section" or "nav" or "aside" or "dl" && node.Group < 0 && node.Children.Count(c => c.Group >= 0 && c.Texts > 0 && c.Size > 1) > 1;

    // A row, card or list entry is told by what stands in it.
    private static Fit Content(Query query, ScreenNode node, ulong need, bool whole, ElementKind kind)
    {
        double best = 0;
        // "Page 3" is no row that says 3.
        if (System.Numerics.BitOperations.PopCount(need) == 1 && System.Numerics.BitOperations.TrailingZeroCount(need) is > 0 and var number && query.Tokens[number - 1] is { IsQuoted: false, Text: "page" } && query.Tokens[number].Text.All(char.IsDigit) && (query.Below(node) & (1UL << (number - 1))) == 0)
            return default;
        for (var i = node.Index; i < node.End; i++)
        {
            var inner = query.Screen.Nodes[i];
            if (!inner.Node.IsVisible || (query.Own(inner) & need) != need)
                continue;
            foreach (var name in inner.Names)
            {
                // The sign before a caption is no text.
                if (name.Origin == NameOrigin.Icon && inner.Node.InnerText.Any(char.IsLetter))
                    continue;
                if (name.IsOwn || name.Origin == NameOrigin.Value)
                    best = Math.Max(best, NameScore.Of(query, need, name.Text) * Math.Max(0.9, name.Weight));
            }
        }

        // A column, a list or a dialog goes by its title; what else stands in it may stand in others, too.
        if (kind is ElementKind.Column or ElementKind.List or ElementKind.Table or ElementKind.Dialog && !TitleSays(query, node, need))
            best *= 0.85;
        // Nor does a box go by one of the several headings in it that open and close.
        if (kind == ElementKind.Card && node.Node.Expanded is null && Enumerable.Range(node.Index + 1, node.Size - 1).Count(i => query.Screen.Nodes[i] is { IsControl: true, Node: { Expanded: not null, IsVisible: true, Role: "button" } }) > 1)
            best *= 0.85;
        // Words that one of its own entries says alone are said of that entry: the bed in the ward, not the ward.
        if ((best <= 0 || node.Size > 30 && !whole) && kind == ElementKind.Any && Enumerable.Range(node.Index + 1, Math.Max(0, node.Size - 1)).Select(i => query.Screen.Nodes[i]).Any(inner => inner.Group >= 0 && inner.Node.IsVisible && IsEntry(inner) && (query.Below(inner) & need) == need))
            return default;
        // Likewise what is there to be clicked in a box that is not: the noun was for the one, not for the box.
        if (!whole && kind == ElementKind.Any && query.Purpose is GroundingPurpose.Click or GroundingPurpose.Drag && !node.IsControl && node.Controls > 1
            && Enumerable.Range(node.Index + 1, Math.Max(0, node.Size - 1)).Select(i => query.Screen.Nodes[i]).Any(inner => inner.IsControl && (inner.Group >= 0 || inner.Size > 2) && inner.Node.IsVisible && (query.Below(inner) & need) == need && (IsEntry(inner) || IsCalledOnly(query, inner, need))))
            return default;
        // "The Totals sheet" is no row that says "Total".
        if (!whole && kind == ElementKind.Any && System.Numerics.BitOperations.PopCount(need) == 1 && best < (char.IsUpper(query.Tokens[System.Numerics.BitOperations.TrailingZeroCount(need)].Raw.FirstOrDefault()) ? 0.925 : 0.87))
            return default;
        if (best <= 0 && !AreRead(query, node, need))
            return default;
        var score = (best > 0 ? best * 0.93 : 0.7) * (kind == ElementKind.Any ? node.IsControl ? 0.93 : 0.86 : 1);
        return new(whole ? score : score * 0.95, best > 0 ? "holds that text" : "holds all of these words");
    }

    // Words that stand in it one here and one there are words to be read: a sign that stands for one is none, and neither is what the page's author calls something to click.
    private static bool AreRead(Query query, ScreenNode node, ulong need)
    {
        ulong read = 0, signs = 0, called = 0;
        for (var i = node.Index; i < node.End; i++)
        {
            var inner = query.Screen.Nodes[i];
            if (!inner.Node.IsVisible || (query.Own(inner) & need & ~read) == 0)
                continue;
            foreach (var name in inner.Names)
            {
                foreach (var t in query.Indexes(need & ~read))
                {
                    if (!Array.Exists(name.Text.Words, word => query.Match(t, word) > 0))
                        continue;
                    if (name.Origin == NameOrigin.Icon)
                        signs |= 1UL << t;
                    else if (name.Origin == NameOrigin.Author)
                        called |= 1UL << t;
                    else
                        read |= 1UL << t;
                }
            }
        }

        return (signs & ~read & ~called) == 0 && (read != 0 || called == 0 || !node.IsControl);
    }

    // What can be clicked and says just that: the middle of the box around several of them is none of them.
    private static bool IsCalledOnly(Query query, ScreenNode node, ulong need) => node is { Texts: <= 1, Size: <= 4 } && node.Names.Any(name => name.Origin is NameOrigin.Text or NameOrigin.Accessible && NameScore.Of(query, need, name.Text) > 0.9);

    // The title: the first heading, else the first text.
    private static bool TitleSays(Query query, ScreenNode node, ulong need)
    {
        ScreenNode? first = null;
        for (var i = node.Index + 1; i < node.End; i++)
        {
            var inner = query.Screen.Nodes[i];
            if (!inner.Node.IsVisible || !inner.Node.InnerText.Any(char.IsLetterOrDigit) || inner.IsText || inner.Texts == 0)
                continue;
            if (inner.Role == "heading" || inner.IsHeadingLike && inner.Texts <= 2)
                return (query.Below(inner) & need) == need;
            if (first is null && inner.Children.Any(c => c.IsText))
                first = inner;
        }

        return first is not null && (query.Below(first) & need) == need;
    }

    /// <summary>Kinds that are told by what stands in them; a button is told by its name.</summary>
    private static bool MayHold(ElementKind kind) => kind is ElementKind.Any or ElementKind.Row or ElementKind.Card or ElementKind.ListItem or ElementKind.Cell or ElementKind.Option or ElementKind.Section or ElementKind.Column
        or ElementKind.Message or ElementKind.Dialog or ElementKind.Table or ElementKind.List or ElementKind.TreeItem or ElementKind.Text or ElementKind.Tab or ElementKind.MenuItem or ElementKind.Accordion;

    /// <summary>One of several alike things that hold text: a row, a card, an entry of a list, a tile that can be clicked.</summary>
    public static bool IsEntry(ScreenNode node)
    {
        if (node.Shape == "tr:head" || node.Texts == 0 && node.Controls == 0 || node.Size > 90 || node.Role is "textbox" or "combobox" || (node.Role is "button" or "link" && node.Tag is "button" or "a" && node.Texts <= 1 && node.Size < 5))
            return false;
        if (node.IsControl && node.Size is > 2 and < 60 && node.Controls <= 3 && node.Texts > 0)
            return true;
        if (node.Group < 0)
            return false;
        return Roles.IsRow(node) || node.Tag is "li" or "article" || node.Role is "listitem" or "option" or "treeitem" or "article" || KindFit.AuthorAny(node, "card", "item", "row", "tile", "entry", "result", "post", "product", "record", "line")
            || (node.Size is > 2 and < 60 && node.Controls <= 6 && node.Tag is not ("td" or "th" or "section" or "form" or "nav" or "header" or "footer" or "main" or "aside"));
    }
}
