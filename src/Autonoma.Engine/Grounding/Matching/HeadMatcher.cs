using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>How well an element answers to a phrase by itself: its names, its kind, its looks. Every word must be answered.</summary>
internal static class HeadMatcher
{
    public readonly record struct Fit(double Score, string Why);

    public static Fit Of(Query query, ScreenNode node, Phrase phrase, bool kindOnly = true)
    {
        var kind = phrase.Kind == ElementKind.Page && phrase.NameMask != 0 ? ElementKind.Any : phrase.Kind;
        var kindFit = kind == ElementKind.Any ? 1 : KindFit.Of(node, kind);
        var purpose = kind == ElementKind.Any ? Purposes.Factor(query.Purpose, node) : 1;
        var name = phrase.NameMask;
        // The words of the kind may be part of the name ("Upload", "Search", "Card number").
        if (phrase.KindMask != 0)
        {
            var whole = Names(query, node, phrase.Mask & ~phrase.OrdinalMask, ElementKind.Any);
            if (whole.Score > 0.8)
            {
                var asName = new Fit(whole.Score * Purposes.Factor(query.Purpose, node) * (kindFit > 0.5 ? 1 : IsBox(kind) && whole.Score < 0.97 ? 0.8 : node.IsControl ? 0.96 : 0.85), whole.Why);
                var rest = name == 0 ? default : Weighted(Names(query, node, name, kind), kindFit, kind);
                return asName.Score >= rest.Score ? asName : rest;
            }
        }

        if (kindFit <= 0)
            return default;
        if (name == 0)
            return kindOnly && kind != ElementKind.Any ? new((0.93 + ((query.Own(node) & phrase.KindMask) != 0 ? 0.05 : 0)) * Sharpen(kindFit), $"is a {Word(phrase)}") : default;
        var fit = Names(query, node, name, kind);
        return kind == ElementKind.Any ? new(fit.Score * purpose, fit.Why) : Weighted(fit, kindFit, kind);
    }

    // "Review column" is the column, not the button "Review column menu".
    private static bool IsBox(ElementKind kind) => kind is ElementKind.Column or ElementKind.Row or ElementKind.Section or ElementKind.Table or ElementKind.List or ElementKind.Card or ElementKind.Dialog;

    private static Fit Weighted(Fit names, double kindFit, ElementKind kind) =>
        names.Score <= 0 ? default : new(names.Score * Sharpen(kindFit), kindFit < 0.75 ? $"{names.Why}, hardly a {kind.ToString().ToLowerInvariant()}" : names.Why);

    // Kind is a strong sign only when rivals differ in it.
    private static double Sharpen(double kindFit) => kindFit <= 0 ? 0 : 0.55 + (0.45 * kindFit);

    private static string Word(Phrase phrase) => phrase.Words(phrase.KindMask).ToLowerInvariant();

    /// <summary>How well the names of an element answer to the words.</summary>
    public static Fit Names(Query query, ScreenNode node, ulong mask, ElementKind kind)
    {
        if (mask == 0)
            return default;
        var best = Direct(query, node, mask, kind);
        if (best.Score >= 0.9)
            return best;
        var states = States(query, node, mask, out var denied);
        if (states != 0)
        {
            var rest = mask & ~states;
            var fit = rest == 0 ? new Fit(0.9, "looks like that") : Direct(query, node, rest, kind);
            // "the orange legend entry": testers say legend, pages do not.
            if (fit.Score <= 0 && kind != ElementKind.Any && query.Indexes(rest).All(t => !query.IsKnown(t) && query.Tokens[t].Text is "legend" or "chart" or "graph" or "navigator"))
                fit = new(0.8, "looks like that");
            if (fit.Score * 0.97 > best.Score)
                best = new(fit.Score * 0.97, fit.Why + ", and looks like that");
        }

        if (node.Node.Expanded is not null && best.Score < 0.9)
        {
            // 'Expand "How can I pay?"': the verb is what the control does.
            var verbs = query.Indexes(mask).Where(t => !query.Tokens[t].IsQuoted && query.Tokens[t].Text is "expand" or "collapse" or "open" or "close" or "toggle" or "unfold" or "fold").Aggregate(0UL, (m, t) => m | 1UL << t);
            if (verbs != 0 && (mask & ~verbs) is var rest and not 0 && Direct(query, node, rest, kind) is { Score: > 0.85 } opens)
                return new(opens.Score * 0.98, opens.Why);
        }

        if (denied && best.Score < 0.8)
            return default;
        if (best.Score >= 0.7)
            return best;
        var union = Union(query, node, mask & ~states);
        if (union.Score > best.Score)
            best = union;
        if (best.Score <= 0 && kind is ElementKind.Checkbox or ElementKind.Radio or ElementKind.Switch or ElementKind.Option or ElementKind.Dropdown or ElementKind.SearchField or ElementKind.Heading or ElementKind.Tab or ElementKind.Badge or ElementKind.MenuItem)
        {
            var soft = query.EntryNouns(mask & ~states & ~query.Own(node));
            if (soft != 0 && (mask & ~states & ~soft) is var hard and not 0 && Direct(query, node, hard, kind) is { Score: > 0.7 } fit)
                best = new(fit.Score * 0.9, fit.Why);
        }

        if (best.Score < 0.6 && node.IsControl && Steps(query, node, mask & ~states, kind) is { Score: > 0 } step)
            best = step;
        if (best.Score < 0.6 && node.Names.Any(n => n.Origin == NameOrigin.Column))
        {
            var soft = query.EntryNouns(mask & ~states & ~query.Own(node));
            if (soft != 0 && (mask & ~states & ~soft) is var column and not 0)
            {
                foreach (var fact in node.Names)
                {
                    if (fact.Origin == NameOrigin.Column && NameScore.Of(query, column, fact.Text) * fact.Weight * 0.93 is var score && score > best.Score)
                        best = new(score, Says(query, fact));
                }
            }
        }

        if (best.Score < 0.6 && node.IsField && !Roles.IsChoice(node.Node))
        {
            // "Until date", "Amount value": a noun for what any field holds.
            var held = query.Indexes(mask & ~states & ~query.Own(node)).Where(t => query.Tokens[t].Text is "date" or "value" or "time" or "text" or "data" && !query.Tokens[t].IsQuoted).Aggregate(0UL, (m, t) => m | 1UL << t);
            if (held != 0 && (mask & ~states & ~held) is var label and not 0 && Direct(query, node, label, kind) is { Score: > 0.85 } field)
                best = Better(best, new(field.Score * 0.9, field.Why));
        }

        if (best.Score < 0.6 && node.IsControl)
        {
            ulong filters = 0;
            foreach (var t in query.Indexes(mask & ~states & ~query.Own(node)))
                filters |= query.Tokens[t].Text is "filter" or "filters" ? 1UL << t : 0;
            if (filters != 0 && (mask & ~states & ~filters) is var named and not 0 && Direct(query, node, named, kind) is { Score: > 0.7 } filter)
                best = Better(best, new(filter.Score * 0.93, filter.Why));
            if (kind == ElementKind.Any && node.Parent is { } family && family.Children.Count(c => c.Tag == node.Tag) >= 3)
            {
                var nouns = query.Indexes(query.EntryNouns(mask & ~states & ~query.Own(node))).Where(t => !KindWords.TryKind(query.Tokens[t].Text, out _) && !query.Screen.PageStems.Contains(WordForms.Stem(WordForms.Canonical(query.Tokens[t].Text)))).Aggregate(0UL, (m, t) => m | 1UL << t);
                var said = mask & ~states & ~nouns;
                if (nouns != 0 && said != 0 && !query.Indexes(said).Any(t => FillerWords.IsAction(query.Tokens[t].Text)) && Direct(query, node, said, kind) is { Score: > 0.9 } entry)
                    best = Better(best, new(entry.Score * 0.9, entry.Why));
            }
        }

        if (best.Score < 0.6 && MayHold(kind) && IsEntry(node) && (query.Below(node) & mask & ~states) is var below)
        {
            var nouns = Droppable(query, mask & ~states, mask & ~states & ~query.Own(node));
            var need = mask & ~states & ~(nouns & ~below);
            if (need == 0)
                best = Better(best, new(0.58, "is an entry"));
            else if ((below & need) == need)
                best = Better(best, Content(query, node, need, need == (mask & ~states), kind));
        }

        return best;
    }

    // "next page", "previous month", "next track": the arrow does not say what it steps through. "Remove the vip tag": the cross on a chip.
    private static Fit Steps(Query query, ScreenNode node, ulong mask, ElementKind kind)
    {
        var leads = query.Indexes(mask).Any(t => query.Tokens[t].Text is "next" or "previous" or "prev" or "last" or "first");
        if (node.Concepts.Count == 0 && !leads || node.Node.InnerText.Any(char.IsLetter) && node.Size > 4)
            return default;
        if (node.Concepts.Contains("close") && System.Numerics.BitOperations.PopCount(mask) == 1 && query.Indexes(mask).All(t => query.Tokens[t].Text is "remove" or "delete" or "clear" or "dismiss")
            && node.Parent is { Size: < 10, Controls: <= 2 } chip && (chip.Group >= 0 || KindFit.AuthorAny(chip, "tag", "chip", "badge", "pill", "token", "filter")))
            return new(0.75, "is the cross on it");
        if (!node.Concepts.Contains("next") && !node.Concepts.Contains("previous") && !leads)
            return default;
        ulong stepped = 0;
        foreach (var t in query.Indexes(mask))
            stepped |= query.Tokens[t].Text is "page" or "month" or "week" or "year" or "day" or "slide" or "image" or "photo" or "picture" or "track" or "song" or "step" or "item" or "question" or "record" or "results" or "arrow" or "entry" ? 1UL << t : 0;
        var rest = mask & ~stepped;
        if (stepped == 0 || rest == 0)
            return default;
        var fit = Direct(query, node, rest, kind);
        return new(fit.Score * 0.92, fit.Why);
    }

    // "the dark theme ticket", "lesson 1.3": the noun comes last, or before a name or number; else it is part of what is looked for.
    private static ulong Droppable(Query query, ulong all, ulong unmet)
    {
        var nouns = query.EntryNouns(unmet);
        if (nouns == 0 || nouns == all)
            return nouns;
        var last = 63 - System.Numerics.BitOperations.LeadingZeroCount(all);
        return (nouns >> last & 1) != 0 || query.Indexes(all & ~nouns).All(t => query.Tokens[t].IsSpecific || char.IsUpper(query.Tokens[t].Raw[0])) ? nouns : 0;
    }

    private static Fit Better(Fit left, Fit right) => right.Score > left.Score ? right : left;

    private static Fit Direct(Query query, ScreenNode node, ulong mask, ElementKind kind)
    {
        double best = 0;
        NameFact fact = default;
        foreach (var name in node.Names)
        {
            if (!name.IsOwn || !Counts(node, name, kind))
                continue;
            // The sign before a caption decorates it; it is an icon only where an icon is asked for.
            if (name.Origin == NameOrigin.Icon && kind != ElementKind.Icon && node.Node.InnerText.Any(char.IsLetter))
                continue;
            var score = NameScore.Of(query, mask, name.Text, kind) * name.Weight;
            if (score > best)
            {
                best = score;
                fact = name;
            }
        }

        return best <= 0 ? default : new(best, Says(query, fact));
    }

    // What stands in a part of the page with controls of its own is no name of that part.
    private static bool Counts(ScreenNode node, NameFact name, ElementKind kind) =>
        !(name.Origin is NameOrigin.Text && HoldsEntries(node)) && (name.Origin is not (NameOrigin.Text or NameOrigin.Accessible) || node.IsControl || node.Controls == 0 && node.Size < 40 || node.Controls == 1 && node.Tag is "label" or "li" or "td" or "th" or "dd" && node.Texts <= 2
        || (name.Origin == NameOrigin.Accessible && node.Node.NameSource is not Observing.NameSource.Content) || (node.Texts <= 1 && node.Controls <= 1) || kind == ElementKind.Message && node.Size < 20);

    // A list is not called what one of its entries says.
    private static bool HoldsEntries(ScreenNode node) => node.Size > 6 && !node.IsControl && node.Tag is "div" or "ul" or "ol" or "section" or "nav" or "aside" or "dl" && node.Group < 0 && node.Children.Count(c => c.Group >= 0 && c.Texts > 0 && c.Size > 1) > 1;

    // Every word answered by one name or another; at least one by a name of its own.
    private static Fit Union(Query query, ScreenNode node, ulong mask)
    {
        double sum = 0;
        var own = 0;
        var count = 0;
        foreach (var t in query.Indexes(mask))
        {
            double best = 0;
            var isOwn = false;
            foreach (var name in node.Names)
            {
                if (!Counts(node, name, ElementKind.Any))
                    continue;
                foreach (var word in name.Text.Words)
                {
                    var quality = query.Match(t, word) * name.Weight;
                    if (quality > best)
                    {
                        best = quality;
                        isOwn = name.IsOwn || name.Origin is NameOrigin.Type;
                    }
                }
            }

            count++;
            if (best <= 0)
            {
                if (FillerWords.IsFunction(query.Tokens[t].Text))
                    continue;
                return default;
            }

            if (query.Tokens[t].IsQuoted && !isOwn)
                return default;
            own += isOwn ? 1 : 0;
            sum += best;
        }

        if (count > 0 && own == 0 && node.Controls == 0 && node.Size <= 4 && node.Texts > 0 && !node.IsControl)
            return new(0.68, "is what the page's author calls so");
        return count == 0 ? default : own == 0 ? new(sum / count * 0.62, "only what the page's author calls it") : new(sum / count * (0.72 + (0.14 * own / count)), "its names together");
    }

    // A row, card or list entry is told by what stands in it.
    private static Fit Content(Query query, ScreenNode node, ulong need, bool whole, ElementKind kind)
    {
        double best = 0;
        for (var i = node.Index; i < node.End; i++)
        {
            var inner = query.Screen.Nodes[i];
            if (!inner.Node.IsVisible || (query.Own(inner) & need) != need)
                continue;
            foreach (var name in inner.Names)
            {
                if (name.IsOwn || name.Origin == NameOrigin.Value)
                    best = Math.Max(best, NameScore.Of(query, need, name.Text) * Math.Max(0.9, name.Weight));
            }
        }

        // A column, a list or a dialog goes by its title; what else stands in it may stand in others, too.
        if (kind is ElementKind.Column or ElementKind.List or ElementKind.Table or ElementKind.Dialog && !TitleSays(query, node, need))
            best *= 0.85;
        var score = (best > 0 ? best * 0.93 : 0.7) * (kind == ElementKind.Any ? node.IsControl ? 0.93 : 0.86 : 1);
        return new(whole ? score : score * 0.95, best > 0 ? "holds that text" : "holds all of these words");
    }

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

    private static ulong States(Query query, ScreenNode node, ulong mask, out bool denied)
    {
        ulong found = 0;
        denied = false;
        foreach (var t in query.Indexes(mask))
        {
            var token = query.Tokens[t];
            if (token.IsQuoted || !StateFit.IsState(token.Text))
                continue;
            if (StateFit.Has(node, token.Text) == true)
                found |= 1UL << t;
            else
                denied = true;
        }

        return found;
    }

    private static string Says(Query query, NameFact fact) => fact.Origin switch
    {
        NameOrigin.Icon => $"its icon shows {query.Screen.Words.Word(fact.Text.Words[0])[1..]}",
        NameOrigin.Beside => $"stands beside \"{fact.Text.Folded}\"",
        NameOrigin.Column => $"is in the column \"{fact.Text.Folded}\"",
        NameOrigin.Placeholder => $"has the placeholder \"{fact.Text.Folded}\"",
        NameOrigin.Title => $"has the title \"{fact.Text.Folded}\"",
        _ => $"is called \"{(fact.Text.Folded.Length > 60 ? fact.Text.Folded[..60] + "..." : fact.Text.Folded)}\"",
    };
}
