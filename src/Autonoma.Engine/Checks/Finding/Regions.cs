using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Finding;

/// <summary>A part of the page: one or more blocks.</summary>
internal sealed record Region(IReadOnlyList<UiNode> Parts, UiNode? Head)
{
    public bool Contains(UiNode node) => Parts.Any(p => p.IsSelfOrAncestorOf(node));
}

/// <summary>Finds the part of the page that a description means: a dialog, menu, section, column, panel.</summary>
internal sealed class Regions(Scene scene, Resolver resolver)
{
    /// <summary>All parts that fit equally well; empty when none does.</summary>
    public IReadOnlyList<Region> Find(NounPhrase phrase)
    {
        var required = phrase.Required.ToList();
        switch (phrase.Kind)
        {
            case ElementKind.Page when required.Count == 0:
                return [new([scene.Root], null)];
            case ElementKind.Dialog:
                if (Pick(scene.Nodes.Where(n => scene.IsShown(n) && Kinds.IsDialog(n)), phrase) is { Count: > 0 } dialogs)
                    return dialogs;
                break;
            case ElementKind.Menu:
                return Menus(phrase);
            case ElementKind.Table or ElementKind.List or ElementKind.Tree when required.Count == 0:
                var groups = scene.Records.Groups.Where(g => g.Records.Count > 0 && (phrase.Kind != ElementKind.Table || g.IsTable || g.Heads.Count > 0) && g.IsStructured).ToList();
                // A grid of cards says so by its class.
                if (groups.Count == 0 && phrase.Kind == ElementKind.Table)
                    groups = [.. scene.Records.Groups.Where(g => g.IsStructured && Scene.ClassWords(g.Parent.ClassName + " " + g.Parent.ElementId).Any(w => w is "grid" or "table"))];
                if (groups.Count == 0)
                    groups = [.. scene.Records.Groups.Where(g => g.IsTable || phrase.Kind != ElementKind.Table && g.Parent.Role is "list" or "listbox" or "tree")];
                if (groups.Count == 0)
                    groups = [.. scene.Records.Groups.Where(g => g.IsStructured && g.Records.Count > 1 && !g.Parent.Ancestors().Prepend(g.Parent).Any(a => a.Tag is "nav" || a.Role is "navigation" or "tablist"))];
                if (groups.Count > 1 && groups.OrderByDescending(g => g.Records.Count).ToList() is [var most, var next, ..] && most.Records.Count > next.Records.Count * 2)
                    groups = [most];
                if (groups.Count > 1 && phrase.Kind == ElementKind.List && groups.Where(g => !g.IsTable && g.Heads.Count == 0).ToList() is [var onlyList])
                    groups = [onlyList];
                if (groups.Count > 1 && groups.Where(g => g.IsTable).ToList() is [var onlyTable])
                    groups = [onlyTable];
                if (groups.Count > 1)
                    groups = [.. groups.Where(g => !groups.Any(o => !ReferenceEquals(o, g) && o.Parent.IsSelfOrAncestorOf(g.Parent)))];
                return [.. groups.Select(g => new Region([g.Parent], null))];
            case ElementKind.Section or ElementKind.Frame when phrase.KindText is "form" or "frame" or "iframe" or "embedded form" && phrase.Terms.Where(t => string.Join(' ', t.Words) != phrase.KindText).ToList() is { Count: > 0 } said:
                if (Forms(said) is { } form)
                    return [form];
                break;
            case ElementKind.Column when required.Count > 0 && Lane(required) is { } lane:
                return [lane];
            case ElementKind.Landmark when required.Count == 0:
                return Landmarks(phrase.KindText);
        }

        if (Kinds.IsRecordKind(phrase.Kind) && required.Count > 0)
        {
            var records = resolver.RecordsOf(phrase);
            var headed = records.Where(r => r.Group.IsStructured).ToList();
            if (headed.Count == 1)
                return [new([headed[0].Record], null)];
        }

        if (required.Count == 0)
            return [];
        var blocks = Headed(phrase, required);
        // A card is all of it, also what stands above its heading.
        if (phrase.Kind == ElementKind.Card && blocks is [{ Head: { } title }] && scene.Records.Around(title).Where(r => r.Group is { IsStructured: true, Records.Count: > 1 }).Select(r => r.Record).FirstOrDefault() is { } card && blocks[0].Parts.All(card.IsSelfOrAncestorOf))
            return [new([card], title)];
        return blocks;
    }

    /// <summary>"the Offer column" of a board: the one of several blocks side by side that begins with just that name, whatever else stands in it.</summary>
    private Region? Lane(List<Term> required)
    {
        var words = required.SelectMany(t => t.Words).ToList();
        var lanes = new List<UiNode>();
        foreach (var position in scene.Find(words))
        {
            var lane = scene.Records.Around(scene.OwnerAt(position)).Where(r => scene.Start(r.Record) == position && r.Group is { IsTable: false } && Shown(r.Group) is { Count: > 1 } like && like.Select(l => l.Bounds.X).Distinct().Count() == like.Count && like.All(l => l.Bounds.Height > 80)).Select(r => r.Record).LastOrDefault();
            if (lane is not null && scene.OwnerAt(position) is var name && scene.Length(scene.Line(name)) <= words.Count + 4 && scene.Exactly(position, words.Count) is not null)
                lanes.Add(lane);
        }

        return lanes.Distinct().ToList() is [var only] ? new([only], scene.Line(scene.OwnerAt(scene.Start(only)))) : null;

        List<UiNode> Shown(RecordGroup group) => [.. group.Records.Where(scene.IsShown)];
    }

    private List<Region> Headed(NounPhrase phrase, List<Term> required)
    {
        var found = new List<(Region Region, int Extra)>();
        var words = required.Sum(t => t.Words.Length);
        // A container's own name.
        foreach (var node in scene.Nodes)
        {
            if (node.IsText || !scene.IsShown(node) || scene.Length(node) == 0 && node.Children.Count == 0 || Scene.IsControl(node) || node.Role is "img" or "row" or "cell")
                continue;
            if (SceneHeads.HasOwnName(node) && Covers(scene.NameTokens(node), required))
                found.Add((new([node], null), scene.NameTokens(node).Length - words));
        }

        foreach (var position in Seeds(required))
        {
            for (var node = scene.OwnerAt(position); node is not null && scene.Length(node) <= 14; node = node.Parent)
            {
                if (!Covers([.. scene.Tokens(node)], required))
                    continue;
                if (!scene.Heads.IsHead(node) && !IsLeading(node))
                    continue;
                // A counter behind a caption is part of it.
                if (!scene.Heads.IsHead(node) && node.Parent is { } line && scene.Length(line) - scene.Length(node) is 1 or 2 && !Scene.IsControl(line) && scene.Tokens(line).Skip(scene.Length(node)).All(t => t.All(c => char.IsDigit(c) || c is '(' or ')')))
                    continue;
                var parts = scene.Heads.IsHead(node) ? scene.Heads.Under(node) : UpToNext(node);
                if (parts.Count > 1 || node.Parent is not null && parts[0].Children.Count > 0 && scene.Length(parts[0]) > scene.Length(node))
                    found.Add((new(parts, node), scene.Heads.IsHead(node) ? scene.Length(node) - words : scene.Length(node) - words + 1));
                break;
            }
        }

        if (found.Count == 0)
        {
            foreach (var node in scene.Nodes)
            {
                if (!node.IsText && scene.IsShown(node) && !Scene.IsControl(node) && node.Children.Count > 0 && required.All(t => !t.IsQuoted && t.Words.All(w => Scene.ClassWords(node.ClassName).Concat(Scene.ClassWords(node.ElementId)).Concat([node.Tag]).Any(c => Phrase.SameStem(c, w) || IsShortFor(c, w)))))
                    found.Add((new([node], null), 2));
            }

            found = [.. found.Where(f => !found.Any(o => !ReferenceEquals(o.Region, f.Region) && o.Region.Parts[0].IsSelfOrAncestorOf(f.Region.Parts[0])))];
            if (found is [var named])
                resolver.Told.UnionWith(required.SelectMany(t => t.Words).Where(w => Scene.ClassWords(named.Region.Parts[0].ClassName).Concat(Scene.ClassWords(named.Region.Parts[0].ElementId)).Any(c => IsShortFor(c, w))));
        }

        if (found.Count == 0)
            return [];
        var min = found.Min(f => f.Extra);
        var best = found.Where(f => f.Extra == min).Select(f => f.Region).ToList();
        // The same block found by its name and by its head.
        return [.. best.Where(r => !best.Any(o => !ReferenceEquals(o, r) && (o.Parts.Count > r.Parts.Count || best.IndexOf(o) < best.IndexOf(r)) && r.Parts.All(o.Contains)))];
    }

    // "conv" for a conversation, "desc" for a description.
    private static bool IsShortFor(string name, string word) => name.Length >= 4 && word.Length >= name.Length + 3 && word.StartsWith(name, StringComparison.Ordinal);

    // Under a caption that only its place makes one: up to the next block of its kind.
    private List<UiNode> UpToNext(UiNode node)
    {
        var parts = scene.Heads.Under(node);
        var block = node.Ancestors().Prepend(node).TakeWhile(a => scene.Length(a) == scene.Length(node)).Last();
        if (block.ClassName.Length == 0 || block.Parent is not { } parent || !parent.Children.Any(c => !ReferenceEquals(c, block) && c.Tag == block.Tag && c.ClassName == block.ClassName && scene.Length(c) is > 0 and < 7))
            return [.. parts];
        return [block, .. parent.Children.SkipWhile(c => !ReferenceEquals(c, block)).Skip(1).TakeWhile(c => !(c.Tag == block.Tag && c.ClassName == block.ClassName)).Where(c => !c.IsText && scene.Length(c) > 0)];
    }

    private IEnumerable<int> Seeds(List<Term> required) => scene.Find(required[0].Words).ToList();

    // The first text of its block, and the block goes on.
    private bool IsLeading(UiNode node)
    {
        for (var current = node; current.Parent is { } parent; current = parent)
        {
            if (scene.Start(parent) < scene.Start(node))
                return false;
            if (scene.End(parent) > scene.End(node))
                return !Scene.IsControl(parent) && !Scene.IsInline(parent);
        }

        return false;
    }

    private bool Covers(string[] tokens, List<Term> required) => required.All(t => Phrase.IndexOf(tokens, t.Words) >= 0 || (!t.IsQuoted && t.Words.Length == 1 && tokens.Any(x => Phrase.SameStem(x, t.Words[0]))));

    private List<Region> Pick(IEnumerable<UiNode> nodes, NounPhrase phrase)
    {
        var required = phrase.Required.ToList();
        var fits = nodes.Where(n => required.All(t => resolver.Coverage.OwnHas(n, t.Words, t.IsQuoted) || !t.IsQuoted && t.Words.Length == 1 && t.Words[0] is "open" or "confirmation" or "confirm" or "modal")).ToList();
        fits = [.. fits.Where(n => !fits.Any(o => !ReferenceEquals(o, n) && n.IsSelfOrAncestorOf(o)))];
        return [.. fits.Select(n => new Region([n], null))];
    }

    private List<Region> Menus(NounPhrase phrase)
    {
        var menus = scene.Nodes.Where(n => scene.IsShown(n) && Kinds.IsMenu(n) && scene.Length(n) > 0).ToList();
        var explicitMenus = menus.Where(m => m.Role is "menu" or "listbox").ToList();
        if (explicitMenus.Count > 0)
            menus = explicitMenus;
        menus = [.. menus.Where(n => !menus.Any(o => !ReferenceEquals(o, n) && n.IsSelfOrAncestorOf(o) && scene.Length(o) == scene.Length(n)))];
        var required = phrase.Required.ToList();
        if (required.Count > 0 && Beneath(required) is { } beneath)
            return [beneath];
        if (required.Count > 0)
        {
            var named = menus.Where(m => required.All(t => resolver.Coverage.OwnHas(m, t.Words, t.IsQuoted) && SceneHeads.HasOwnName(m)) || required.All(t => m.Parent is { } p && p.Children.TakeWhile(c => !ReferenceEquals(c, m)).Any(c => resolver.Coverage.OwnHas(c, t.Words, t.IsQuoted)))).ToList();
            if (named.Count > 0)
                return [.. named.Where(n => !named.Any(o => !ReferenceEquals(o, n) && n.IsSelfOrAncestorOf(o))).Select(n => new Region([n], null))];
            // The words must name the button that opened it: one that says so, has the focus, or tells nothing of what it opens.
            var openers = scene.Nodes.Where(n => !n.IsText && scene.IsPresent(n) && Scene.IsControl(n) && required.All(t => resolver.Coverage.OwnHas(n, t.Words, t.IsQuoted)) && !menus.Any(m => m.IsSelfOrAncestorOf(n))).ToList();
            if (openers.Count == 0 ? !required.All(t => t.Words.All(scene.SpeaksOf)) : openers.All(o => o.Expanded == false) || openers.All(o => o.Expanded is null && !o.IsFocused) && scene.Nodes.Any(n => n.Expanded == true && Scene.IsControl(n) || n.IsFocused && Scene.IsControl(n) && n.Tag == "button" && !menus.Any(m => m.IsSelfOrAncestorOf(n))))
                return [];
        }

        var open = menus.Where(m => m.Layer > 0 || m.Ancestors().Any(a => a.Layer > 0)).ToList();
        if (open.Count > 0)
            menus = open;
        return [.. menus.Where(n => !menus.Any(o => !ReferenceEquals(o, n) && o.IsSelfOrAncestorOf(n))).Select(n => new Region([n], null))];
    }

    /// <summary>"the submenu of Attributes": the entries that stand right after the entry of that name, in its own item.</summary>
    private Region? Beneath(List<Term> required)
    {
        var words = required.SelectMany(t => t.Words).ToList();
        var found = new List<UiNode>();
        foreach (var node in scene.Nodes.Where(n => !n.IsText && scene.IsShown(n) && (Scene.IsControl(n) || n.IsInteractive) && n.Parent is not null))
        {
            if (!Phrase.Equal([.. scene.NameTokens(node).Where(t => t.Any(char.IsLetterOrDigit))], words))
                continue;
            var after = node.Parent!.Children.SkipWhile(c => !ReferenceEquals(c, node)).Skip(1).Where(c => !c.IsText && scene.IsShown(c) && scene.Length(c) > 0).ToList();
            if (after is [var list, ..] && (list.Tag is "ul" or "ol" || list.Role is "menu" or "list" or "group" || Kinds.IsMenu(list)) && list.Descendants().Any(d => Scene.IsControl(d)))
                found.Add(list);
        }

        return found is [var only] ? new([only], null) : null;
    }

    /// <summary>"the card form": the one frame, form or block with fields whose name or heading says it.</summary>
    private Region? Forms(List<Term> required)
    {
        var named = scene.Nodes.Where(n => !n.IsText && scene.IsShown(n) && (n.Tag is "iframe" or "form" or "fieldset" || n.Role is "form" or "group" or "region") && n.Descendants().Any(Scene.IsField)
            && (Covers([.. scene.NameTokens(n), .. Phrase.Tokens(n.Title)], required) || n.Descendants().FirstOrDefault(d => scene.Heads.IsHead(d)) is { } head && Covers([.. scene.Tokens(head)], required))).ToList();
        // The outermost, when they lie one within another.
        named = [.. named.Where(n => !named.Any(o => !ReferenceEquals(o, n) && o.IsSelfOrAncestorOf(n)))];
        if (named is [var only])
            return new([only], null);
        var heads = named.Count > 0 ? [] : scene.Nodes.Where(n => !n.IsText && scene.Heads.IsHead(n) && Covers([.. scene.Tokens(n)], required)).Select(h => new Region(scene.Heads.Under(h), h)).Where(r => r.Parts.Any(p => p.Descendants().Prepend(p).Any(Scene.IsField))).ToList();
        heads = [.. heads.Where(r => !heads.Any(o => !ReferenceEquals(o, r) && r.Parts.Any(p => ReferenceEquals(p, o.Head) || p.Descendants().Contains(o.Head))))];
        return heads is [var one] ? one : null;
    }

    private List<Region> Landmarks(string kind)
    {
        bool Fits(UiNode n) => kind switch
        {
            "sidebar" or "side bar" or "side menu" or "side navigation" or "left rail" or "rail" => n.Tag is "aside" or "nav" || n.Role is "complementary" or "navigation" || Scene.ClassWords(n.ClassName).Any(w => w is "side" or "sidebar" or "sidenav" or "rail" or "aside"),
            "header" or "page header" or "site header" or "top bar" or "topbar" or "app bar" => n.Tag == "header" || n.Role == "banner" || Scene.ClassWords(n.ClassName).Any(w => w is "top" or "topbar" or "header" or "appbar" or "hd"),
            "footer" or "page footer" or "site footer" => n.Tag == "footer" || n.Role == "contentinfo" || Scene.ClassWords(n.ClassName).Any(w => w is "footer" or "foot"),
            "toolbar" or "tool bar" or "action bar" => n.Role == "toolbar" || Scene.ClassWords(n.ClassName).Any(w => w is "toolbar" or "bar" or "actions" or "tools"),
            "navigation" or "nav" or "navigation bar" or "nav bar" or "navbar" or "top navigation" => n.Tag == "nav" || n.Role == "navigation" || Scene.ClassWords(n.ClassName).Any(w => w is "nav" or "navbar" or "menu"),
            _ => n.Tag == "main" || n.Role == "main",
        };
        var found = scene.Nodes.Where(n => scene.IsShown(n) && !n.IsText && scene.Length(n) > 0 && Fits(n)).ToList();
        // A trail of links across the page is no bar at its side.
        if (found.Count > 1 && kind.StartsWith("side", StringComparison.Ordinal) && found.Where(n => n.Tag == "aside" || n.Role == "complementary" || n.Bounds.Height > n.Bounds.Width).ToList() is { Count: > 0 } beside)
            found = beside;
        return [.. found.Where(n => !found.Any(o => !ReferenceEquals(o, n) && o.IsSelfOrAncestorOf(n))).Select(n => new Region([n], null))];
    }
}
