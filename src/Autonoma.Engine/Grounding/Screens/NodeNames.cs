using System.Text.RegularExpressions;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding.Screens;

/// <summary>The names that an element carries itself.</summary>
internal static partial class NodeNames
{
    private const int LongestText = 220;

    public static void Fill(ScreenModel screen)
    {
        screen.AddStems(screen.Observation.Title);
        screen.AddStems(LastPart(screen.Observation.Url));
        foreach (var node in screen.Nodes)
        {
            if (!node.Node.IsVisible)
                continue;
            if (node.IsText)
            {
                // Text between controls labels the one it stands before, though no element holds it alone.
                if (node.Parent?.Tag == "canvas" || node.Parent is { Controls: > 1, Texts: > 2 } && node.Node.OwnText is { Length: > 1 and < 60 } && node.Node.OwnText.Any(char.IsLetter))
                    node.Names.Add(new(screen.Words.Text(node.Node.OwnText), NameOrigin.Text, 1));
                continue;
            }

            FillNode(screen, node);
        }

        foreach (var node in screen.Nodes)
        {
            // A wordless button that opens and closes something is its arrow, however it is drawn.
            if (node is { IsControl: true, Concepts.Count: 0, Size: < 8 } && node.Node is { Expanded: not null, IsVisible: true, Name.Length: 0, Role: "button", Bounds: { Width: < 60, Height: < 60 } } && !node.Node.InnerText.Any(char.IsLetterOrDigit) && !node.Node.Descendants().Any(inner => inner.IconHint.Length > 0))
            {
                node.Concepts = ["expand", "collapse"];
                node.Names.Add(new(new PageText("", [screen.Words.Concept("expand")]), NameOrigin.Icon, 0.9));
                node.Names.Add(new(new PageText("", [screen.Words.Concept("collapse")]), NameOrigin.Icon, 0.9));
            }
        }

        // Innermost first: what the icon in a wordless control shows is what the control shows.
        for (var i = screen.Nodes.Length - 1; i > 0; i--)
        {
            var icon = screen.Nodes[i];
            if (icon.Concepts.Count == 0 || icon.IsControl)
                continue;
            var holder = icon.Ancestors().Take(3).FirstOrDefault(a => a.IsControl);
            if (holder is not { Concepts.Count: 0, Controls: 1, Size: < 14 } || holder.IsField || holder.Node.InnerText.Any(char.IsLetterOrDigit) && !(icon.IsLigature && holder.Node.InnerText == icon.Node.InnerText))
                continue;
            holder.IsLigature = icon.IsLigature;
            holder.Concepts = icon.Concepts;
            holder.Names.AddRange(icon.Names.Where(name => name.Origin == NameOrigin.Icon));
        }
    }

    // "Humidity <b>80 %</b>": stressed within a line, and heads nothing.
    private static bool IsPartOfALine(ScreenNode stressed) => stressed.Parent is { } line && line.Children.Any(child => child != stressed && child.IsText && child.Node.OwnText.Any(char.IsLetterOrDigit));

    private static void FillNode(ScreenModel screen, ScreenNode node)
    {
        var ui = node.Node;
        var words = screen.Words;
        // The tag of a custom element is its author's word, too: mat-toolbar, meter-card.
        node.Author = string.Join(' ', new[] { ui.ClassName, ui.ElementId, ui.TestId, ui.NameAttribute, ui.Tag.Contains('-', StringComparison.Ordinal) ? ui.Tag : "" }.Where(s => s.Length > 0).Select(s => Spread(s)));
        node.IsHeadingLike = ui.Role is "heading" or "columnheader" or "rowheader" || ui.Tag is "legend" or "summary" or "caption" or "th" or "dt" or "figcaption"
            || ui.Tag is "b" or "strong" && node.Texts == 1 && !IsPartOfALine(node) || (node.Texts is > 0 and <= 3 && (node.HasAuthorWord("title") || node.HasAuthorWord("heading") || node.HasAuthorWord("header")) && ui.InnerText.Length < 80);
        void Add(string text, NameOrigin origin, double weight)
        {
            if (text.Length is 0 or > LongestText)
                return;
            var fact = words.Text(text);
            if (fact.Words.Length == 0)
                return;
            foreach (var name in node.Names)
            {
                if (ReferenceEquals(name.Text, fact))
                    return;
            }

            node.Names.Add(new(fact, origin, weight));
            foreach (var id in fact.Words)
            {
                if (WordForms.Expansion(words.Word(id)) is { } expansion && fact.Words.Length < 9)
                    node.Names.Add(new(words.Text(fact.Folded.Replace(words.Word(id), expansion, StringComparison.Ordinal)), origin, weight * 0.96));
            }
        }

        var nameWeight = ui.NameSource switch { NameSource.Title => 0.985, NameSource.Placeholder => 0.985, _ => 1.0 };
        Add(ui.Name, NameOrigin.Accessible, nameWeight);
        if (ui.Tag is not ("body" or "html" or "select" or "canvas") && node.Index != 0)
            Add(ui.InnerText, NameOrigin.Text, 1);
        // "Rates 2031.xlsx" goes by its name alone, too, and is an Excel file.
        if (ui.InnerText.Length is > 5 and < 80 && node.Controls <= 1 && FileName().Match(ui.InnerText) is { Success: true } file)
        {
            Add(file.Groups["name"].Value, NameOrigin.Text, 0.97);
            Add(FileKind(file.Groups["type"].Value), NameOrigin.Description, 0.92);
        }

        // "Colour: Moss" is the colour.
        if (node.Controls == 0 && node.Size <= 8 && ui.InnerText.IndexOf(':', StringComparison.Ordinal) is > 1 and < 30 and var colon && ui.InnerText.Length is < 60 && colon + 1 < ui.InnerText.Length && ui.InnerText[colon + 1] == ' ')
            Add(ui.InnerText[..colon], NameOrigin.Text, 0.97);
        Add(ui.Alt, NameOrigin.Accessible, 0.98);
        Add(ui.Title, NameOrigin.Title, 0.98);
        Add(ui.Placeholder, NameOrigin.Placeholder, 0.98);
        Add(ui.PseudoText, NameOrigin.Text, 0.9);
        Add(ui.Description, NameOrigin.Description, 0.7);
        // What describes a field without a label is what it is called.
        if (node.IsField && ui.Name.Length == 0 && ui.Description.Length is > 2 and < 80)
            Add(ui.Description.Split([',', '.', ';', '('], 2)[0], NameOrigin.Beside, 0.9);
        foreach (var label in ui.Labels)
        {
            if (screen.Observation.Tree.Find(label) is { } labelNode)
                Add(labelNode.InnerText, NameOrigin.Accessible, 1);
        }

        if (ui.Options.Count > 1 && ui.Options[0].Selected)
            Add(ui.Options[0].Label, NameOrigin.Placeholder, 0.85);
        // "All types", "Choose a country": the first entry tells what is chosen, also when another is chosen now.
        if (ui.Options.Count > 1 && OptionLead().Match(ui.Options[0].Label) is { Success: true } lead)
            Add(lead.Groups["what"].Value, NameOrigin.Placeholder, 0.93);
        // The big box that nothing is written on: people call it by what it is for.
        if (ui.IsEditable && ui.Tag is not "input" && ui.Name.Length == 0 && ui.Placeholder.Length == 0)
            Add("message body text editor content", NameOrigin.Type, 0.85);
        if (ui.Role == "link" && LooksLikeAddress(ui.InnerText))
            Add("website web site url address homepage", NameOrigin.Type, 0.8);
        if (ui.Href.StartsWith("mailto:", StringComparison.Ordinal))
            Add("email", NameOrigin.Type, 0.75);
        if (ui.Href.StartsWith("tel:", StringComparison.Ordinal))
            Add("phone", NameOrigin.Type, 0.75);
        // A button drawn as an input says its value; what a field holds is no name, but tells rows apart.
        if (ui.Value is { Length: > 0 } value && !ui.IsPassword)
            Add(value, ui.Role == "button" ? NameOrigin.Accessible : NameOrigin.Value, ui.Role == "button" ? 1 : 0.6);
        FillIcon(words, node);
        if (ui.InputType.Length > 0 && ui.InputType is not ("text" or "button" or "submit" or "reset" or "checkbox" or "radio"))
            Add(ui.InputType == "tel" ? "phone" : ui.InputType, NameOrigin.Type, 0.6);
        if (ui.InputType is "datetime-local" or "month" or "week" || (ui.Tag == "input" && IsDatePattern(ui.Placeholder)))
            Add("date", NameOrigin.Type, 0.6);
        if (ui.Tag == "input" && ui.Value is { Length: >= 8 and <= 10 } date && date.Count(char.IsDigit) is 6 or 8 && date.Count(c => c is '.' or '/' or '-') == 2)
            Add("date", NameOrigin.Type, 0.6);
        if (node.IsControl && node.Ancestors().Take(3).Any(a => a.Tag is "th" or "thead" || a.Role == "columnheader"))
            Add("header", NameOrigin.Type, 0.8);
        // A round piece with initials or a face is what people call the avatar.
        if (node.Size <= 6 && IsAvatar(node))
            Add("avatar profile picture user account", NameOrigin.Type, 0.85);
        // What opens at the top right and goes by somebody's name.
        node.IsPersonal = node.IsControl && node.Size <= 8 && (ui.Expanded is not null || KindFit.HasCaret(node)) && ui.Bounds.Y < 110 && ui.Bounds.Center.X > screen.Observation.Viewport.Width * 0.6 && Person().IsMatch(ui.InnerText);
        // Somebody's address goes by what stands before the sign.
        if (ui.InnerText.Length is > 5 and < 80 && node.Controls <= 2 && Address().Match(ui.InnerText) is { Success: true } address)
            Add(address.Groups["who"].Value, NameOrigin.Text, 0.96);
        // The box in the head of a column of boxes.
        if (Roles.IsChoice(ui) && node.Ancestors().Take(3).Any(a => a.Tag is "th" or "thead" || a.Role == "columnheader"))
        {
            Add("header", NameOrigin.Title, 0.9);
            Add("select all", ui.Name.Length == 0 ? NameOrigin.Accessible : NameOrigin.Title, 0.9);
        }

        if (ui.Options.Count > 1 && ui.Options.All(option => PageSize().IsMatch(option.Label)) || node.IsControl && ui.InnerText.Length is > 5 and < 20 && PageSize().IsMatch(ui.InnerText))
            Add("items per page rows page size", NameOrigin.Type, 0.9);
        if (node.IsControl && ui.InnerText is { Length: > 0 and < 9 } shown)
        {
            if (Currency().IsMatch(shown))
                Add("currency", NameOrigin.Type, 0.9);
            if (Speed().IsMatch(shown))
                Add("playback speed " + shown.TrimEnd('x', '×', 'X') + "x", NameOrigin.Type, 0.9);
        }

        if (node.IsField && ui.Tag == "input" && (Money().IsMatch(ui.Placeholder) || node.Parent is { Size: < 10, Controls: <= 2 } group && group.Children.Any(c => c != node && c.Node.InnerText is "€" or "$" or "£" or "¥" or "EUR" or "USD" or "GBP")))
            Add("amount price sum", NameOrigin.Type, 0.85);
        if (node.HasAuthorWord("toc"))
            Add("contents", NameOrigin.Author, 0.7);
        if (ui.IsPassword)
            Add("password", NameOrigin.Type, 0.7);
        if (ui.Role == "searchbox")
            Add("search", NameOrigin.Type, 0.85);
        if (ui.Options.Count is > 0 and < 60)
            Add(string.Join(' ', ui.Options.Select(o => o.Label)), NameOrigin.Choices, 0.5);
        if (node.Author.Length > 0)
        {
            var text = words.Text(node.Author);
            if (text.Words.Length > 0)
                node.Names.Add(new(text, NameOrigin.Author, 0.55));
        }

        if (ui.Href.Length > 0)
            node.Names.Add(new(words.Identifier(LastPart(ui.Href)), NameOrigin.Target, 0.5));
        if (ui.Role == "heading" && ui.Level <= 1 && ui.InnerText.Length < 60)
            screen.AddStems(ui.InnerText);
    }

    // An icon is told by its glyph, by the words its set gives it, and, when there is nothing else to see, by its name.
    private static void FillIcon(Vocabulary words, ScreenNode node)
    {
        var ui = node.Node;
        if (node.Size > 14 || ui.Tag is "html" or "body" or "canvas" or "select" or "textarea")
            return;
        HashSet<string>? concepts = null;
        void Union(IEnumerable<string> found)
        {
            foreach (var concept in found)
                (concepts ??= new(StringComparer.Ordinal)).Add(concept);
        }

        node.IsLigature = ui.IconHint.Length > 0 && ui.InnerText is { Length: > 1 and < 40 } ligature && ligature.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') && ui.IconHint.Contains(ligature.Replace('_', ' '), StringComparison.Ordinal);
        var pictureOnly = node.IsLigature || !ui.InnerText.Any(char.IsLetterOrDigit) || ui.InnerText is "x" or "X" or "i" or "?";
        var isPicture = ui.Tag is "svg" or "img" or "i" || ui.Role == "img";
        var acts = node.IsControl;
        if (!acts && !isPicture && node.Controls > 0)
            return;
        if (ui.InnerText.Length > 0)
            Union(IconConcepts.OfGlyphs(ui.InnerText));
        if (pictureOnly && ui.PseudoText.Length > 0)
            Union(IconConcepts.OfGlyphs(ui.PseudoText));
        if (ui.Tag == "input" && ui.Role == "button" && ui.Name.Length is > 0 and < 4)
            Union(IconConcepts.OfGlyphs(ui.Name));
        if (ui.Value is { Length: > 0 and < 4 } value)
            Union(IconConcepts.OfGlyphs(value));
        if (ui.InnerText.Length is > 0 and < 40 && concepts is null && acts)
            Union(IconConcepts.OfGlyphs(ui.InnerText, mixed: true));
        if (ui.IconHint.Length > 0)
            Union(FromNames(ui.IconHint));
        if (concepts is null && pictureOnly && (acts || isPicture || node.Size <= 3))
        {
            // What the picture in it shows is seen; what it is called is another matter: a cross that says "Remove" is no bin.
            if (!isPicture && ui.Descendants().Take(13).Any(inner => inner.IconHint.Length > 0 && FromNames(inner.IconHint).Any()))
                return;
            if (ui.Role is not ("textbox" or "combobox" or "searchbox" or "checkbox" or "radio"))
                Union(FromNames(ui.Name + " " + ui.Title));
            if (concepts is null)
                Union(FromNames(node.Author));
        }

        // "B", "I", "U" among the tools of an editor, or drawn as they say.
        if (acts && ui.InnerText is "B" or "I" or "U" or "S" && FormatOf(node) is { } format)
            Union([format]);
        if (concepts is null)
            return;
        if (concepts.Contains("video"))
            concepts.Remove("phone");
        // Arrows both ways lead nowhere.
        if (concepts.Contains("left") && concepts.Contains("right") || concepts.Contains("swap") && (concepts.Contains("left") || concepts.Contains("right")))
        {
            concepts.ExceptWith(["left", "right", "next", "previous", "forward"]);
            concepts.Add("swap");
        }

        if (concepts.Contains("hamburger") && node.Ancestors().Take(3).Any(a => a.Role == "columnheader" || a.Tag == "th"))
        {
            concepts.Remove("hamburger");
            concepts.Add("more");
        }

        node.Concepts = concepts;
        foreach (var concept in concepts.Order(StringComparer.Ordinal))
        {
            // A triangle plays or leads on; where something else only leads on, that is the next one.
            var weight = concept is "next" or "right" && (concepts.Contains("play") || concepts.Contains("last")) || concept is "previous" or "left" && concepts.Contains("first") ? 0.86 : concept is "previous" or "left" && concepts.Contains("rewind") ? 0.9 : 0.95;
            node.Names.Add(new(new PageText("", [words.Concept(concept)]), NameOrigin.Icon, pictureOnly || isPicture || ui.InnerText.Length == 1 ? weight : 0.8));
        }
    }

    private static IEnumerable<string> FromNames(string text)
    {
        var words = Language.TextFold.Words(text.Replace('_', ' '));
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            // "Favourites" is what a favourite shows.
            var found = IconConcepts.OfName(word);
            // "trash3", "bell2": one of several drawings of the same.
            if (found.Count == 0 && word.Length > 3 && char.IsAsciiDigit(word[^1]) && !char.IsAsciiDigit(word[^2]))
                found = IconConcepts.OfName(word[..^1].TrimEnd('-'));
            foreach (var concept in found.Count == 0 && word.Length > 4 && word[^1] == 's' ? IconConcepts.OfName(word[..^1]) : found)
                yield return concept;
            // "account_circle", "eye slash": two words of one picture.
            if (i > 0)
            {
                foreach (var concept in IconConcepts.OfName(words[i - 1] + "-" + word))
                    yield return concept;
                foreach (var concept in IconConcepts.OfName(words[i - 1] + word))
                    yield return concept;
            }

            if (!word.Contains('-', StringComparison.Ordinal))
                continue;
            foreach (var part in word.Split('-'))
            {
                if (part is "icon" or "icons" or "fa" or "fas" or "bi" or "mdi")
                    continue;
                foreach (var concept in IconConcepts.OfName(part))
                    yield return concept;
            }
        }
    }

    private static string? FormatOf(ScreenNode node)
    {
        bool Any(Func<UiNode, bool> shows) => shows(node.Node) || node.Node.Descendants().Any(shows);
        var amongTools = node.Ancestors().Take(3).Any(a => a.Role == "toolbar" || KindFit.AuthorAny(a, "toolbar", "tools", "format", "formatting", "editor"));
        return node.Node.InnerText switch
        {
            "B" when amongTools || Any(n => n.Tag is "b" or "strong" || n.Style is { FontWeight: >= 600 }) => "bold",
            "I" when amongTools || Any(n => n.Tag is "i" or "em" || n.Style is { Italic: true }) => "italic",
            "U" when amongTools || Any(n => n.Tag is "u" || n.Style is { Underline: true }) => "underline",
            "S" when amongTools && Any(n => n.Tag is "s" or "del" or "strike" || n.Style is { LineThrough: true }) || Any(n => n.Style is { LineThrough: true }) => "strike",
            _ => null,
        };
    }

    private static bool IsAvatar(ScreenNode node)
    {
        var ui = node.Node;
        if (KindFit.AuthorAny(node, "avatar", "persona"))
            return true;
        var round = ui.Bounds.Width is >= 20 and <= 120 && Math.Abs(ui.Bounds.Width - ui.Bounds.Height) < 3;
        return round && ui.InnerText is { Length: 2 or 3 } initials && initials.All(char.IsUpper) && (node.IsControl || ui.Style is { } style && style.Background != style.Backdrop);
    }

    private static string FileKind(string extension) => extension.ToLowerInvariant() switch
    {
        "xls" or "xlsx" or "ods" => "excel file spreadsheet",
        "doc" or "docx" or "odt" => "word file document",
        "ppt" or "pptx" => "powerpoint presentation file",
        "jpg" or "jpeg" or "png" or "gif" or "webp" or "svg" => "image picture file",
        "zip" or "gz" or "7z" => "zip archive file",
        var other => other + " file",
    };

    [GeneratedRegex(@"^(?<name>[^\/:]{2,70})\.(?<type>pdf|xlsx?|ods|docx?|odt|pptx?|csv|txt|json|xml|zip|gz|7z|jpe?g|png|gif|webp|svg|mp3|mp4|mov|wav|html?|md)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’-]+(\s\p{Lu}\.?[\p{L}'’-]*){1,2}\s*[^\p{L}\p{N}]*$")]
    private static partial Regex Person();

    [GeneratedRegex(@"^(?<who>[\p{L}\p{N}._+-]+)@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+\s*[^\p{L}\p{N}]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    private static bool LooksLikeAddress(string text) => text.Length is > 4 and < 60 && !text.Contains(' ', StringComparison.Ordinal) && !text.Contains('@', StringComparison.Ordinal)
        && text.TrimStart('h', 't', 'p', 's', ':', '/').Split('/')[0].Split('.') is { Length: >= 2 } parts && parts.All(part => part.Length > 0) && parts[^1].Length >= 2 && parts[^1].All(char.IsLetter) && parts[^1] is not ("pdf" or "csv" or "png" or "jpg" or "xlsx" or "docx" or "txt" or "zip" or "md" or "json" or "html");

    [GeneratedRegex(@"^\W*(?:all|any|every|select|choose|pick|filter by|please select|please choose)\s+(?:an?\s+|the\s+|your\s+|by\s+)?(?<what>\p{L}[\p{L} -]{2,30})\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OptionLead();

    [GeneratedRegex(@"^\W*(?:EUR|USD|GBP|CHF|JPY|SEK|NOK|DKK|PLN|CAD|AUD|CZK|HUF|INR|[€$£¥]\s*(?:EUR|USD|GBP|CHF)?|(?:EUR|USD|GBP|CHF)\s*[€$£¥])\W*$")]
    private static partial Regex Currency();

    [GeneratedRegex(@"^\d(?:\.\d{1,2})?\s?[x×X]$")]
    private static partial Regex Speed();

    [GeneratedRegex(@"^\W*\d+\s*(?:/|per)\s*page\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageSize();

    [GeneratedRegex(@"^[€$£¥]?\s?0?[.,]00\s?[€$£¥]?$")]
    private static partial Regex Money();

    private static bool IsDatePattern(string text) => text.Length is > 4 and < 16 && text.All(c => char.ToLowerInvariant(c) is 'd' or 'm' or 'y' or 't' or 'j' or 'a' or '.' or '/' or '-' or ' ');

    private static string Spread(string identifier)
    {
        var builder = new System.Text.StringBuilder(identifier.Length + 8);
        for (var i = 0; i < identifier.Length; i++)
        {
            var c = identifier[i];
            if (!char.IsLetterOrDigit(c))
            {
                builder.Append(' ');
                continue;
            }

            if (i > 0 && char.IsUpper(c) && char.IsLower(identifier[i - 1]))
                builder.Append(' ');
            builder.Append(char.ToLowerInvariant(c));
        }

        return builder.ToString();
    }

    private static string LastPart(string url)
    {
        var at = url.LastIndexOf('/');
        var last = at < 0 ? url : url[(at + 1)..];
        return last.Replace('.', ' ').Replace('#', ' ').Replace('?', ' ').Replace('=', ' ').Replace('-', ' ').Replace('_', ' ').Replace('%', ' ');
    }
}
