using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding.Screens;

/// <summary>Text that stands beside or above a control without being tied to it: what a person reads as its label.</summary>
internal static class Labelling
{
    private const int LongestLabel = 90;

    public static void Fill(ScreenModel screen)
    {
        foreach (var node in screen.Nodes)
        {
            if (!node.Node.IsVisible || node.IsText)
                continue;
            if (Roles.IsField(node.Node) || Roles.IsChoice(node.Node) || IsSilentControl(node) || LooksLikeDropdown(node) || IsPlainClickable(node))
                FillControl(screen, node);
            if (node.Role == "link" && node.Rank > 0 && node.Parent!.Children[node.Rank - 1] is { IsText: true } caption && caption.Node.OwnText.TrimEnd() is { Length: > 2 and < 40 } said && said[^1] == ':' && !IsOneOfALine(node))
                node.Names.Add(new(screen.Words.Text(said), NameOrigin.Beside, 0.92));
            if (Roles.IsContainer(node.Role) && node.Node.Name.Length is > 0 and < LongestLabel && node.Role is "group" or "radiogroup")
                TellGroup(screen, node);
        }
    }

    private static void TellGroup(ScreenModel screen, ScreenNode group)
    {
        for (var i = group.Index + 1; i < group.End; i++)
        {
            if (screen.Nodes[i].IsControl)
                screen.Nodes[i].Names.Add(new(screen.Words.Text(group.Node.Name), NameOrigin.Group, 0.7));
        }
    }

    private static bool IsSilentControl(ScreenNode node) => node.IsControl && node.Node.Name.Length == 0 && !node.Node.InnerText.Any(char.IsLetterOrDigit);

    private static bool IsPlainClickable(ScreenNode node) => node.Node.IsInteractive && node.Tag is "div" or "span" && node.Role is "generic" or "button" && node.Size < 40 && node.Parent is { Size: < 60 } parent && parent.Controls - node.Controls <= 0
        && parent.RankOf(node) > 0;

    // A button that shows the chosen value needs its label to be found by.
    private static bool LooksLikeDropdown(ScreenNode node) => node.IsControl && node.Size < 14 && node.Role is not "link"
        && (node.Node.Expanded is not null || node.Role == "combobox" || node.HasAuthorWord("select") || node.HasAuthorWord("dropdown") || node.HasAuthorWord("combo") || KindFit.HasCaret(node));

    private static void FillControl(ScreenModel screen, ScreenNode node)
    {
        // A field with a label of its own needs none that merely stands near.
        if (node.Node.NameSource is NameSource.Label or NameSource.AriaLabel or NameSource.AriaLabelledBy && node.Node.Name.Length > 0)
            return;
        var labels = Before(screen, node);
        if (Roles.IsChoice(node.Node) || KindFit.IsTickBox(node) || KindFit.IsTrack(node))
        {
            var after = After(node);
            if (after.Count > 0 && (labels.Count == 0 || LabelsFollow(node)))
                labels = after;
        }
        if (labels.Count == 0 && !Roles.IsChoice(node.Node) && Floating(node) is { } floating)
            labels = [floating];
        var weight = 0.97;
        foreach (var label in labels)
        {
            var text = screen.Words.Text(label);
            if (text.Words.Length > 0)
                node.Names.Add(new(text, NameOrigin.Beside, weight));
            weight -= 0.07;
        }

        // A magnifier in the frame of a field says what the field is for.
        if (node.IsField && node.Concepts.Count == 0 && (node.Node.Name.Length == 0 || node.Node.NameSource == NameSource.Placeholder) && node.Parent is { Controls: 1, Size: < 10, Texts: 0 } frame
            && frame.Children.FirstOrDefault(c => c != node && c.Concepts.Count > 0) is { } sign)
        {
            node.Concepts = sign.Concepts;
            node.Names.AddRange(sign.Names.Where(n => n.Origin == NameOrigin.Icon).Select(n => n with { Weight = 0.85 }));
        }

        if (node.Tag == "input" && node.Parent is { Size: < 14 } stepper && stepper.Children.Any(c => c.Concepts.Contains("plus")) && stepper.Children.Any(c => c.Concepts.Contains("minus")))
            node.Names.Add(new(screen.Words.Text("quantity"), NameOrigin.Type, 0.8));
        else if (node.Tag == "input" && IsCountOfAnEntry(node))
            node.Names.Add(new(screen.Words.Text("quantity"), NameOrigin.Type, 0.8));
        if (labels.Count == 0 && node.Node.Name.Length == 0 && node.Node.Placeholder.Length == 0 && Geometric(screen, node) is { } seen)
            node.Names.Add(new(screen.Words.Text(seen), NameOrigin.Beside, 0.9));
    }

    // A small field with a number in it, alone before the button of a card that adds it: how many of it.
    private static bool IsCountOfAnEntry(ScreenNode node)
    {
        if (node.Node.Name.Length > 0 || node.Node.Placeholder.Length > 0 || node.Node.Value is not { Length: > 0 and < 4 } value || !value.All(char.IsDigit) || node.Bounds.Width > 90 || node.Parent is not { } line
            || line.Children.Skip(node.Rank + 1).FirstOrDefault(next => next.Controls > 0) is not { Role: "button" } adds)
            return false;
        var word = adds.Node.Name.Split(' ', 2)[0].ToLowerInvariant();
        return word is "add" or "put" or "buy" or "order" or "take" or "book" or "reserve" && node.Ancestors().TakeWhile(a => a.Size < 40).Take(4).FirstOrDefault(a => a.Group >= 0) is { } card && Fields(card) == 1;
    }

    // A label that floats in its field stands behind it in the markup, in a frame with this one field.
    private static string? Floating(ScreenNode node)
    {
        var at = node;
        for (var level = 0; level < 3 && at.Parent is { } parent && !IsBoundary(parent) && parent.Size < 16; level++)
        {
            var siblings = parent.Children;
            if (siblings.Skip(parent.RankOf(at) + 1).FirstOrDefault(s => s.Tag is "label" or "legend" || KindFit.AuthorAny(s, "label", "floating")) is { Controls: 0 } label
                && label.Node.InnerText is { Length: > 1 and < LongestLabel } text && Fields(parent) <= 1 && !siblings.Any(s => s != at && s.Controls > 0 && HoldsField(s)))
                return text;
            at = parent;
        }

        return null;
    }

    // What precedes it, up to the control before; then what precedes its wrapper, as long as it is the wrapper's only field.
    private static List<string> Before(ScreenModel screen, ScreenNode node)
    {
        var found = new List<string>();
        var at = node;
        for (var level = 0; level < 5 && at.Parent is { } parent; level++)
        {
            var siblings = parent.Children;
            for (var i = parent.RankOf(at) - 1; i >= 0 && found.Count < 3; i--)
            {
                var sibling = siblings[i];
                if (HoldsField(sibling))
                    return found;
                // The tools of an editor stand between it and what it is called.
                if (sibling.Controls > 0 && IsToolbarOf(node, sibling))
                    continue;
                if (sibling.Controls > 0 && sibling.Node.InnerText.Any(char.IsLetterOrDigit) && (!IsCaption(sibling) || IsOnlyAControl(sibling) || sibling.IsControl && sibling.Node.Expanded is not null))
                    return found;
                var text = sibling.Node.InnerText.Length > 0 || sibling.IsText ? Text(sibling) : "";
                if (!text.Any(char.IsLetter))
                    continue;
                if (text.Length > LongestLabel)
                    return found;
                found.Add(text);
                if (sibling.Tag is "label" or "dt" or "th" || sibling.IsHeadingLike)
                    return found;
            }

            if (found.Count > 0 || IsBoundary(parent) || Fields(parent) > Math.Max(1, Fields(node)) && !Roles.IsChoice(node.Node))
                return found;
            if (Roles.IsCell(parent) && HasHeaderRow(parent))
                return found;
            // What stands over a list of cards is no name of a sign in the first of them.
            if (parent.Group >= 0 && !node.IsField && !Roles.IsChoice(node.Node) && parent is { Size: > 4, Texts: > 1 } && screen.Groups[parent.Group].Count > 1)
                return found;
            at = parent;
        }

        return found;
    }

    // The heading of an accordion is the button in it and labels nothing else.
    // "Sort by: Our picks · Distance": the caption is over all of them, and names none.
    private static bool IsOneOfALine(ScreenNode link)
    {
        var between = "";
        foreach (var next in link.Parent!.Children.Skip(link.Rank + 1))
        {
            if (next.IsText)
                between += next.Node.OwnText;
            else
                return next.Role == "link" && !between.TrimEnd().EndsWith(':');
        }

        return false;
    }

    private static bool IsOnlyAControl(ScreenNode heading) => heading.Tag != "label" && heading.Children.Any(c => c.IsControl && c.Node.InnerText == heading.Node.InnerText);

    private static bool IsToolbarOf(ScreenNode editor, ScreenNode sibling) => editor.Node.IsEditable && editor.Tag != "input"
        && (sibling.Role == "toolbar" || sibling.Controls >= 2 && Fields(sibling) == 0 && sibling.Bounds.Height < 80 && sibling.Node.InnerText.Length < 8 * sibling.Controls);

    private static List<string> After(ScreenNode node)
    {
        var found = new List<string>();
        var at = node;
        for (var level = 0; level < 3 && at.Parent is { } parent; level++)
        {
            var siblings = parent.Children;
            for (var i = parent.RankOf(at) + 1; i < siblings.Count && found.Count < 2; i++)
            {
                if (siblings[i].Tag == "br" || HoldsField(siblings[i]) || siblings[i].Controls > 0)
                    break;
                var text = Text(siblings[i]);
                if (text.Any(char.IsLetterOrDigit) && text.Length <= LongestLabel)
                    found.Add(text);
            }

            if (found.Count > 0 || IsBoundary(parent) || Fields(parent) > 1 || Roles.IsCell(parent) && HasHeaderRow(parent))
                return found;
            at = parent;
        }

        return found;
    }

    // Where the first of several boxes stands before any text, each label follows its box.
    private static bool LabelsFollow(ScreenNode node)
    {
        var at = node;
        for (var level = 0; level < 3 && at.Parent is { } parent; level++)
        {
            var first = parent.Children.FirstOrDefault(c => c.Node.InnerText.Length > 0 || c.IsText || c.Controls > 0);
            if (first is not null && parent.Texts > 0 && IsCaptionedLine(parent))
                return true;
            if (first is not null && parent.Texts > 0)
                return first == at || first.Controls > 0 && first.Texts == 0 || first.Tag == "label" && first.Controls > 0 || Roles.IsChoice(first.Node);
            at = parent;
        }

        return true;
    }

    // "Pass: o Print o E-mail o App": what stands before the first is a caption over all, for a text stands behind the last as well and each has one of its own.
    private static bool IsCaptionedLine(ScreenNode line)
    {
        var choices = line.Children.Where(c => Roles.IsChoice(c.Node) && c.Node.IsVisible).ToList();
        if (choices.Count < 2 || line.Children.Any(c => Roles.IsField(c.Node) && !Roles.IsChoice(c.Node)))
            return false;
        return choices.TrueForAll(choice => line.Children.Skip(choice.Rank + 1).TakeWhile(c => !choices.Contains(c) && c.Tag is not ("br" or "hr")).Any(c => c.Controls == 0 && Text(c).Any(char.IsLetterOrDigit)));
    }

    private static string Text(ScreenNode node) => node.IsText ? node.Node.OwnText : node.Node.InnerText;

    private static bool HoldsField(ScreenNode node) => Roles.IsField(node.Node) || Roles.IsChoice(node.Node) || (node.Controls > 0 && node.Size < 60 && Fields(node) > 0);

    private static bool IsCaption(ScreenNode node) => node.IsHeadingLike || node.Tag == "label";

    private static int Fields(ScreenNode node) => node.Size > 200 ? 9 : node.Node.Descendants().Count(d => d.IsVisible && (Roles.IsField(d) || Roles.IsChoice(d)));

    private static bool IsBoundary(ScreenNode node) => node.Tag is "form" or "fieldset" or "section" or "main" or "body" or "table" or "tr" or "dialog" or "article" or "nav" or "header" or "footer" or "li" || Roles.IsDialog(node);

    private static bool HasHeaderRow(ScreenNode cell) => cell.Names.Any(n => n.Origin == NameOrigin.Column);

    // No label in reach of the markup: the nearest text on its left, or just above it.
    private static string? Geometric(ScreenModel screen, ScreenNode node)
    {
        string? best = null;
        var nearest = 220.0;
        var box = node.Bounds;
        var scope = node.Ancestors().FirstOrDefault(a => a.Size > 12) ?? screen.Root;
        for (var i = scope.Index; i < Math.Min(scope.End, scope.Index + 400); i++)
        {
            var text = screen.Nodes[i];
            if (!text.IsText || !text.Node.IsVisible || text.Node.OwnText.Length > LongestLabel || !text.Node.OwnText.Any(char.IsLetter) || node.Contains(text))
                continue;
            var b = text.Bounds;
            var distance = b.Right <= box.X + 4 && b.Y < box.Bottom && b.Bottom > box.Y ? box.X - b.Right
                : b.Bottom <= box.Y + 4 && b.X < box.Right && b.Right > box.X && box.Y - b.Bottom < 30 ? 20 + box.Y - b.Bottom
                : double.MaxValue;
            if (distance >= nearest || text.Ancestors().Any(a => a.IsControl && a.Tag != "label"))
                continue;
            nearest = distance;
            best = text.Node.OwnText;
        }

        return best;
    }
}
