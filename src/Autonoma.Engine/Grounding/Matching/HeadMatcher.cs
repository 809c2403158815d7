using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>How well an element answers to a phrase by itself: its names, its kind, its looks. Every word must be answered.</summary>
internal static partial class HeadMatcher
{
    public readonly record struct Fit(double Score, string Why);

    public static Fit Of(Query query, ScreenNode node, Phrase phrase, bool kindOnly = true)
    {
        var kind = phrase.Kind == ElementKind.Page && phrase.NameMask != 0 ? ElementKind.Any : phrase.Kind;
        var kindFit = kind == ElementKind.Any ? 1 : KindFit.Of(node, kind);
        var purpose = kind == ElementKind.Any ? Purposes.Factor(query.Purpose, node) : 1;
        var name = phrase.NameMask;
        // A plus sign is an icon, but no arrow.
        if (kind == ElementKind.Icon && Word(phrase) is "arrow" or "chevron" or "caret" && !node.Concepts.Any(c => c is "right" or "left" or "up" or "down" or "next" or "previous" or "sort" or "reply" or "undo" or "redo" or "external" or "share" or "download" or "upload" or "refresh" || c is "expand" or "collapse" && !node.Concepts.Contains("plus") && !node.Concepts.Contains("minus")))
            return default;
        // What folds a thing up is no cross that closes it.
        if (kind == ElementKind.Icon && !node.Concepts.Contains("close") && node.Concepts.Any(c => c is "expand" or "collapse") && query.Indexes(name).Any(t => query.Tokens[t].Concept == "close" || query.Tokens[t] is { IsQuoted: false, Text: "close" or "closing" or "dismiss" }))
            return default;
        // A kebab is no hamburger.
        if (kind == ElementKind.Menu && node.IsControl && Word(phrase) is { } menu && (menu.Contains("burger", StringComparison.Ordinal) && !node.Concepts.Contains("hamburger") || menu.Contains("kebab", StringComparison.Ordinal) && !node.Concepts.Contains("more")))
            return default;
        // The words of the kind may be part of the name ("Upload", "Search", "Card number").
        if (phrase.KindMask != 0)
        {
            var whole = name == 0 && !node.IsControl && (IsSentence(node) || node.Role == "heading" && query.Purpose == GroundingPurpose.Click) ? default : Names(query, node, phrase.Mask & ~phrase.OrdinalMask, ElementKind.Any);
            if (whole.Score > 0.8)
            {
                var asName = new Fit(whole.Score * Purposes.Factor(query.Purpose, node) * (kindFit > 0.5 ? 1 : IsBox(kind) && whole.Score < 0.97 ? 0.8 : node.IsControl ? 0.96 : 0.85), whole.Why);
                var rest = name == 0 ? default : Weighted(Names(query, node, name, kind), kindFit, kind);
                return asName.Score >= rest.Score ? asName : rest;
            }
        }

        // The bars of a chart, the slots of a day.
        if (kindFit <= 0.5 && (IsMark(node) && Word(phrase).TrimEnd('s') is "bar" or "column" or "point" or "dot" or "bubble" or "segment" || Word(phrase).Contains("slot", StringComparison.Ordinal) && IsSlot(node)))
            kindFit = 0.95;
        // To be clicked, a pill is one of a few tabs or switches in a line as well as a mark.
        if (kind == ElementKind.Badge && query.Purpose == GroundingPurpose.Click && Word(phrase).Split(' ')[^1].TrimEnd('s') is "pill" or "chip" && node.IsControl && node.Size < 6 && node.Node.InnerText.Length is > 0 and < 30
            && (node.Role is "tab" or "radio" or "option" || node.Node.Pressed is not null || node.Ancestors().Take(3).Any(a => a.Size < 40 && KindFit.AuthorAny(a, "pills", "chips", "filters", "segmented", "tags"))))
            kindFit = 1;
        // "user menu": it goes by the name of who is signed in.
        if (kind is ElementKind.Menu or ElementKind.Dropdown && node.IsPersonal && name != 0 && query.Indexes(name).All(t => query.Tokens[t].Text is "user" or "account" or "profile" or "personal"))
            return new(0.75, "goes by somebody's name");
        // A field may be there to search by without saying so; then it goes by its name only.
        if (kind == ElementKind.SearchField && kindFit <= 0 && name != 0 && node.Tag == "input")
            kindFit = KindFit.Of(node, ElementKind.Field) * 0.6;
        // "Page 2" is a number among the page numbers, where there are such; the number of a row is no page.
        if (phrase.Kind == ElementKind.Page && System.Numerics.BitOperations.PopCount(name) == 1 && query.Tokens[System.Numerics.BitOperations.TrailingZeroCount(name)].Text.All(char.IsDigit))
        {
            var isOfPager = node.Ancestors().Take(5).Any(a => a.Size < 60 && KindFit.Of(a, ElementKind.Pagination) >= 0.85);
            if ((node.IsControl || isOfPager && node.Size < 4) && Names(query, node, name, ElementKind.Any) is { Score: > 0.8 } numbered)
                return numbered with { Score = numbered.Score * (isOfPager ? 0.98 : 0.8) };
            if (!isOfPager && !node.IsControl && (query.Own(node) & phrase.KindMask) == 0)
                return default;
        }

        // A swatch shows its colour and nothing else, or says which it is.
        if (kind == ElementKind.Badge && kindFit > 0 && Word(phrase).Split(' ').Any(word => word is "swatch" or "swatches" or "colour" or "color") && !KindFit.IsSwatch(node) && (name == 0 || node.Size > 6 || (query.Own(node) & name) != name))
            return default;
        // "Folders" over a list makes each of its entries a folder.
        if (kind == ElementKind.TreeItem && kindFit is > 0 and < 0.97 && name != 0 && node.Parent is { } list && query.Indexes(phrase.KindMask).All(t => IsOverList(query, list, t) || IsFirstIn(query, node, t)))
            kindFit = 1;
        if (kindFit <= 0)
            return default;
        if (name == 0)
            return kindOnly && kind != ElementKind.Any ? new((IsAskedByName(query, node, phrase) ? 0.8 : 0.93 + ((query.Own(node) & phrase.KindMask) != 0 ? 0.05 : 0)) * Sharpen(kindFit), $"is a {Word(phrase)}") : default;
        // "Back" is no name for the button "Save and come back later".
        if (kind is ElementKind.Button or ElementKind.Link && System.Numerics.BitOperations.PopCount(name) == 1 && IsInsideASentence(query, node, name))
            return default;
        var fit = Names(query, node, name, kind);
        // "The phone link" is not the pencil "Edit phone".
        if (kind is ElementKind.Link && node.Role == "button" && fit.Score > 0 && DoesMore(query, node, phrase.Mask))
            fit = kindFit < 0.6 ? default : fit with { Score = fit.Score * 0.75 };
        if (fit.Score <= 0 && kindFit >= 0.85)
            fit = ByItsPart(query, node, name, kind);
        return kind == ElementKind.Any ? new(fit.Score * purpose, fit.Why) : Weighted(fit, kindFit, kind);
    }

    // "The status badge", "the title link": what it does in its entry, which it need not say.
    private static Fit ByItsPart(Query query, ScreenNode node, ulong name, ElementKind kind)
    {
        bool Plays(int t) => !query.Tokens[t].IsQuoted && kind switch
        {
            ElementKind.Badge => !node.IsControl && query.Tokens[t].Text is "status" or "state",
            ElementKind.Link => query.Tokens[t].Text is "title" or "headline" && node.Ancestors().Take(2).Any(a => a.Node.Level > 0 && a.Controls == 1),
            _ => false,
        };
        var part = query.Indexes(name).Where(Plays).Aggregate(0UL, (mask, t) => mask | 1UL << t);
        if (part == 0)
            return default;
        var rest = name & ~part;
        return rest == 0 ? new(0.85, $"is the {query.Tokens[query.Indexes(part)[0]].Text}") : Names(query, node, rest, kind) is { Score: > 0.7 } said ? said with { Score = said.Score * 0.9 } : default;
    }

    // A line of text that only speaks of such a thing: "Click a bar for details."
    private static bool IsSentence(ScreenNode node) => node.Node.InnerText is { Length: > 12 } text && (text[^1] is '.' or '!' or '?' || node.Tag == "p") && text.Count(c => c == ' ') >= 3;

    // A shape of a drawing that says what it stands for.
    public static bool IsMark(ScreenNode node) => node.Tag is "rect" or "path" or "circle" or "ellipse" or "polygon" or "g" && node.Node.Name.Length > 0 && node.Ancestors().TakeWhile(a => a.Depth > 0).Take(8).Any(a => a.Tag == "svg" && a.Bounds is { Width: >= 60, Height: >= 40 });

    // A time that can be chosen.
    private static bool IsSlot(ScreenNode node) => node.IsControl && node.Size <= 6 && (KindFit.AuthorAny(node, "slot", "timeslot") || node.Node.InnerText is { Length: >= 4 and < 24 } text && char.IsDigit(text[0]) && text.IndexOfAny([':', '.', '–', '-']) is > 0 and < 3);

    // "Reply field" on a page that says "Reply": the field that is called so, not any that a reply could be written in.
    private static bool IsAskedByName(Query query, ScreenNode node, Phrase phrase)
    {
        if (System.Numerics.BitOperations.PopCount(phrase.KindMask) < 2 || phrase.Kind is not (ElementKind.Field or ElementKind.TextArea or ElementKind.SearchField or ElementKind.DatePicker))
            return false;
        var word = System.Numerics.BitOperations.TrailingZeroCount(phrase.KindMask);
        return query.Tokens[word].Text is not ("text" or "input" or "edit" or "entry" or "form") && !KindWords.TryKind(query.Tokens[word].Text, out _) && query.IsKnown(word) && (query.Own(node) >> word & 1) == 0;
    }

    // Its name begins with a verb that nobody asked for.
    private static bool DoesMore(Query query, ScreenNode node, ulong asked) => node.Names.FirstOrDefault(n => n.Origin is NameOrigin.Accessible or NameOrigin.Title).Text is { Words.Length: > 1 } text && query.Screen.Words.Word(text.Words[0]) is var verb
        && verb is "edit" or "change" or "delete" or "remove" or "clear" or "copy" or "hide" or "close" or "add" or "reset" && !query.Indexes(asked).Any(t => query.Match(t, text.Words[0]) > 0);

    private static bool IsInsideASentence(Query query, ScreenNode node, ulong name)
    {
        var t = System.Numerics.BitOperations.TrailingZeroCount(name);
        var words = node.Names.FirstOrDefault(n => n.Origin == NameOrigin.Accessible && n.Text.Words.Length >= 4).Text?.Words;
        if (words is null || query.Tokens[t].IsQuoted || node.Names.Any(n => n.IsOwn && n.Text.Words.Length < 3 && n.Text.Words.Any(w => query.Match(t, w) > 0)))
            return false;
        var at = Array.FindIndex(words, w => query.Match(t, w) > 0);
        return at > 0 && at < words.Length - 1;
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
        if (mask == 0 || query.CannotMeet(node, mask))
            return default;
        if (kind == ElementKind.Any && query.Purpose == GroundingPurpose.Click && IsDoneInside(query, node, mask))
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
            if (fit.Score <= 0 && kind != ElementKind.Any && query.Indexes(rest).All(t => (!query.IsKnown(t) || node.Ancestors().Take(3).Any(a => a.HasAuthorWord(query.Tokens[t].Text))) && query.Tokens[t].Text is "legend" or "chart" or "graph" or "navigator"))
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
        if (best.Score <= 0 && (kind == ElementKind.Any && Roles.IsChoice(node.Node) && query.Indexes(mask).Any(t => query.Tokens[t].Text == "all") || kind is ElementKind.Checkbox or ElementKind.Radio or ElementKind.Switch or ElementKind.Option or ElementKind.Dropdown or ElementKind.SearchField or ElementKind.Heading or ElementKind.Tab or ElementKind.Badge or ElementKind.MenuItem))
        {
            var soft = query.EntryNouns(mask & ~states & ~query.Own(node));
            if (soft != 0 && (mask & ~states & ~soft) is var hard and not 0 && Direct(query, node, hard, kind) is { Score: > 0.7 } fit)
                best = new(fit.Score * 0.9, fit.Why);
        }

        // "the Surgery legend entry": testers say legend, pages do not.
        if (best.Score < 0.6 && kind != ElementKind.Any && query.Indexes(mask & ~states).Where(t => !query.IsKnown(t) && query.Tokens[t].Text is "legend" or "chart" or "graph").Aggregate(0UL, (m, t) => m | 1UL << t) is var jargon and not 0
            && (mask & ~states & ~jargon) is var entryName and not 0 && Direct(query, node, entryName, kind) is { Score: > 0.85 } legend)
            best = new(legend.Score * 0.9, legend.Why);
        if (best.Score < 0.6 && node.IsControl && Steps(query, node, mask & ~states, kind) is { Score: > 0 } step)
            best = step;
        // "checkbox Delete documents for Editor": in a matrix of boxes the row is half of the name.
        if (best.Score < 0.6 && kind is ElementKind.Checkbox or ElementKind.Radio or ElementKind.Switch or ElementKind.Field or ElementKind.Dropdown && node.Node.Name.Length == 0)
        {
            foreach (var fact in node.Names)
            {
                if (fact.Origin == NameOrigin.Row && NameScore.Of(query, mask & ~states, fact.Text) is > 0.85 and var row && row * 0.72 > best.Score)
                    best = new(row * 0.72, $"is in the row \"{fact.Text.Folded}\"");
            }
        }

        if (best.Score < 0.6 && node.Names.Any(n => n.Origin == NameOrigin.Column))
        {
            // "state filter" is no cell of the column State.
            var soft = query.EntryNouns(mask & ~states & ~query.Own(node));
            if (!node.IsControl && query.Indexes(soft).Any(t => query.Tokens[t].Text is "filter" or "filters" or "control" or "setting" or "field"))
                soft = 0;
            if (soft != 0 && (mask & ~states & ~soft) is var column and not 0)
            {
                foreach (var fact in node.Names)
                {
                    if (fact.Origin == NameOrigin.Column && NameScore.Of(query, column, fact.Text) * fact.Weight * 0.93 is var score && score > best.Score)
                        best = new(score, Says(query, fact));
                }
            }
        }

        if (best.Score < 0.6 && (node.IsField || node.IsControl && node.Controls <= 1 && node.Node.InnerText.Any(char.IsDigit)) && !Roles.IsChoice(node.Node))
        {
            // "Until date", "Amount value": a noun for what any field holds.
            var held = query.Indexes(mask & ~states & ~query.Own(node)).Where(t => query.Tokens[t].Text is "date" or "value" or "time" or "text" or "data" or "code" && !query.Tokens[t].IsQuoted).Aggregate(0UL, (m, t) => m | 1UL << t);
            if (held != 0 && (mask & ~states & ~held) is var label and not 0 && Direct(query, node, label, kind) is { Score: > 0.84 } field)
                best = Better(best, new(field.Score * 0.9, field.Why));
        }

        if (best.Score < 0.6 && node.IsControl)
        {
            ulong filters = 0;
            foreach (var t in query.Indexes(mask & ~states & ~query.Own(node)))
                filters |= query.Tokens[t].Text is "filter" or "filters" or "view" or "mode" or "sort" or "sorting" or "preview" ? 1UL << t : 0;
            if (filters != 0 && (mask & ~states & ~filters) is var named and not 0 && Direct(query, node, named, kind) is { Score: > 0.7 } filter)
                best = Better(best, new(filter.Score * 0.93, filter.Why));
            if (kind == ElementKind.Any && node.Parent is { } family && family.HasChildren(node.Tag, 3))
            {
                var nouns = query.Indexes(query.EntryNouns(mask & ~states & ~query.Own(node))).Where(t => !KindWords.TryKind(query.Tokens[t].Text, out _) && !query.Screen.PageStems.Contains(WordForms.Stem(WordForms.Canonical(query.Tokens[t].Text)))).Aggregate(0UL, (m, t) => m | 1UL << t);
                var said = mask & ~states & ~nouns;
                if (nouns != 0 && said != 0 && !query.Indexes(said).Any(t => FillerWords.IsAction(query.Tokens[t].Text)) && Direct(query, node, said, kind) is { Score: > 0.8 } entry && (entry.Score > 0.9 || query.Indexes(nouns).All(t => node.SelfAndAncestors().Take(3).Any(a => AuthorSays(a, query.Tokens[t].Text)))))
                    best = Better(best, new(entry.Score * 0.9, entry.Why));
            }
        }

        // "Payment step" where the class of each step says "step".
        if (best.Score < 0.8 && kind == ElementKind.Any && node.Size < 20 && node.Author.Length > 0)
        {
            var classes = query.Indexes(query.EntryNouns(mask & ~states)).Where(t => AuthorSays(node, query.Tokens[t].Text) && !node.Names.Any(name => name.IsOwn && name.Text.Words.Any(word => query.Match(t, word) > 0))).Aggregate(0UL, (m, t) => m | 1UL << t);
            if (classes != 0 && (mask & ~states & ~classes) is var called and not 0 && Direct(query, node, called, kind) is { Score: > 0.8 } classed)
                best = Better(best, new(classed.Score * 0.92, classed.Why));
        }

        if (best.Score < 0.6 && kind == ElementKind.Any && node.Parent is { } list && node.Size < 12 && list.HasChildren(node.Tag, 3))
        {
            var nouns = query.Indexes(mask & ~states & ~query.Own(node)).Where(t => !query.Tokens[t].IsQuoted && !char.IsUpper(query.Tokens[t].Raw[0]) && IsOverList(query, list, t)).Aggregate(0UL, (m, t) => m | 1UL << t);
            if (nouns != 0 && (mask & ~states & ~nouns) is var said and not 0 && Direct(query, node, said, kind) is { Score: > 0.8 } entry)
                best = Better(best, new(entry.Score * 0.92, entry.Why));
        }

        if (best.Score < 0.6 && kind == ElementKind.Any && node.Size < 12 && node.Role is "treeitem" or "option" or "menuitem" or "tab" or "radio" or "listitem" or "generic")
        {
            var nouns = query.Indexes(mask & ~states & ~query.Own(node)).Where(t => !query.Tokens[t].IsQuoted && !char.IsUpper(query.Tokens[t].Raw[0]) && IsNamedList(query, node, t)).Aggregate(0UL, (m, t) => m | 1UL << t);
            if (nouns != 0 && (mask & ~states & ~nouns) is var said and not 0 && Direct(query, node, said, kind) is { Score: > 0.8 } entry)
                best = Better(best, new(entry.Score * 0.92, entry.Why));
        }

        // "the Walnut colour": a swatch that is called so.
        if (best.Score < 0.6 && kind == ElementKind.Any && KindFit.IsSwatch(node))
        {
            var shades = query.Indexes(mask & ~query.Own(node)).Where(t => query.Tokens[t].Text is "colour" or "color" or "shade" or "finish" or "tone").Aggregate(0UL, (m, t) => m | 1UL << t);
            // "the purple accent colour": the one of that ground among those that are called accents.
            if (shades != 0 && states != 0 && (mask & ~shades & ~states) is var called && (called == 0 || Direct(query, node, called, kind) is { Score: > 0.8 }))
                best = Better(best, new(0.85, "is of that colour"));
            else if (shades != 0 && (mask & ~shades) is var shade and not 0 && Direct(query, node, shade, kind) is { Score: > 0.85 } chosen)
                best = Better(best, new(chosen.Score * 0.95, chosen.Why));
        }

        if (best.Score < 0.6 && MayHold(kind) && IsEntry(node) && (query.Below(node) & mask & ~states) is var below)
        {
            var nouns = Droppable(query, mask & ~states, mask & ~states & ~query.Own(node));
            var need = mask & ~states & ~(nouns & ~below);
            if (need == 0)
                best = Better(best, new(0.58, states == 0 ? "is an entry" : "is an entry that looks like that"));
            else if ((below & need) == need)
                best = Better(best, Content(query, node, need, need == (mask & ~states), kind));
        }

        return best;
    }

    // "The Pine entry" in a tree that is called "Entries": the list's own name says what each of its entries is.
    private static bool IsNamedList(Query query, ScreenNode node, int token) => node.Ancestors().Take(8).FirstOrDefault(a => a.Role is "tree" or "listbox" or "menu" or "tablist" or "radiogroup" or "list") is { Node.Name.Length: > 0 and < 40 } list && list.Node.NameSource is not Observing.NameSource.Content
        && list.Names.Any(name => name.Origin == NameOrigin.Accessible && name.Text.Words is { Length: < 4 } words && words.Any(word => query.Match(token, word) >= 0.8));

    // "Folders" over a list makes each of its entries a folder.
    private static bool IsOverList(Query query, ScreenNode list, int token)
    {
        var before = new List<ScreenNode>(3);
        for (var i = list.Rank - 1; i >= 0 && before.Count < 3; i--)
        {
            if (list.Parent!.Children[i] is var child && (child.Texts > 0 || child.IsText))
                before.Add(child);
        }

        var over = before.Count > 0 && before[0].Size < 14 ? before[0] : null;
        // A line of tools may stand between the title and the list.
        if (over is { IsHeadingLike: false } && before.FirstOrDefault(child => child.IsHeadingLike) is { Size: < 14 } title)
            return (query.Below(title) >> token & 1) != 0 || (query.Below(over) >> token & 1) != 0;
        return over is not null && (query.Below(over) >> token & 1) != 0;
    }

    // The title stands in the same box, before the first entry.
    private static bool IsFirstIn(Query query, ScreenNode entry, int token) => entry.Group >= 0 && entry.Parent!.Children.FirstOrDefault(child => child.Node.IsVisible) is { IsControl: false, Texts: 1 } title && title != entry && title.Group != entry.Group && (query.Below(title) >> token & 1) != 0;

    // The class of a step of a wizard is "step" in some form.
    private static bool AuthorSays(ScreenNode node, string word) => node.Author.Length > 0 && word.Length > 2 && (node.HasAuthorWord(word) || node.HasAuthorWord(word + "s") || word[^1] == 's' && node.HasAuthorWord(word[..^1]));

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
            if (name.Origin == NameOrigin.Icon && kind != ElementKind.Icon && !node.IsLigature && node.Node.InnerText.Length > 1 && node.Node.InnerText.Any(char.IsLetter))
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
}
