using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Which records a noun means: told by class, head, column, name or the title of the page.</summary>
internal sealed partial class Judge
{
    private List<UiNode> Shown(RecordGroup group)
    {
        List<UiNode> shown = [.. group.Records.Where(r => _scene.IsShown(r))];
        return shown.Count > 2 && group.Heads.Count > 1 && IsSummary(shown[^1]) ? shown[..^1] : shown;
    }

    // The row of totals under a table is none of its entries.
    private bool IsSummary(UiNode row) => _scene.Length(row) > 1 && _scene.TokenAt(_scene.Start(row)) is "total" or "totals" or "sum" or "subtotal" or "grand" or "σ" && _scene.Line(_scene.OwnerAt(_scene.Start(row))) is var first && _scene.Length(first) <= 2;

    /// <summary>The group of records that a noun names: by class, head, column or the title of the page.</summary>
    private RecordGroup? GroupFor(NounPhrase phrase, IReadOnlyList<Region>? within)
    {
        bool Inside(UiNode n) => within is null || within.Any(r => r.Contains(n) || r.Parts.Any(p => n.IsSelfOrAncestorOf(p) && _scene.Length(n) <= _scene.Length(p) + 3));
        var words = phrase.Terms.SelectMany(t => t.Words).ToList();
        if (words.Count == 0)
            return null;
        if (phrase.Required.Any() is false && phrase.Kind is ElementKind.Row or ElementKind.Card or ElementKind.ListItem)
            return MainGroup(Inside, phrase.Kind, within is not null);
        var groups = _scene.Records.Groups.Where(g => Inside(g.Parent) && (Shown(g).Count > 0 || g.IsTable)).ToList();
        var ranked = groups.Select(g => (Group: g, Rank: words.Max(w => GroupRank(g, w)))).Where(x => x.Rank < 9).ToList();
        if (ranked.Count == 0)
        {
            // The only structured group of the named place.
            if (within is not null && words.All(_scene.SpeaksOf) && MainGroup(Inside, ElementKind.ListItem, true) is { } only)
                return only;
            return null;
        }

        if (ranked.All(r => r.Rank > 0) && ranked.Any(r => r.Group.IsTable || r.Group.Heads.Count > 0))
            ranked = [.. ranked.Where(r => r.Group.IsTable || r.Group.Heads.Count > 0)];
        else if (ranked.Count > 1 && ranked.Any(r => !OnlyControls(r.Group)))
            ranked = [.. ranked.Where(r => !OnlyControls(r.Group))];
        var min = ranked.Min(r => r.Rank);
        var best = ranked.Where(r => r.Rank == min).Select(r => r.Group).ToList();
        if (best.Any(g => g.IsStructured))
            best = [.. best.Where(g => g.IsStructured)];
        best = [.. best.Where(g => !best.Any(o => !ReferenceEquals(o, g) && o.Records.Any(r => r.IsSelfOrAncestorOf(g.Parent))))];
        if (Together(best) is { } together)
            return together;

        if (best.Count > 1 && best.Where(g => g.IsTable || g.Heads.Count > 0).ToList() is [var table])
            return table;
        if (best.Count > 1 && best.Where(g => g.Records.Count > 0 && g.Records[0].Role is "listitem" or "article" or "option").ToList() is [var told] && told.Records.Count > 1)
            return told;
        return best.Count == 1 ? best[0] : best.OrderByDescending(g => g.Records.Count).ToList() is [var a, var b, ..] && a.Records.Count > b.Records.Count * 2 && min > 1 ? a : null;
    }

    // Entries of a filter or navigation: each is but a link or button.
    private bool OnlyControls(RecordGroup group) => group.Records.Count > 0 && group.Records.All(r => r.Descendants().Prepend(r).Any(n => Scene.IsControl(n) && _scene.Length(n) >= _scene.Length(r)) || r.Descendants().Any(Scene.IsField) && _scene.Length(r) < 6);

    // Tables under other heads are other lists, though nothing else tells their rows apart.
    private bool Kindred(RecordGroup a, RecordGroup b) => a.Records.Count > 0 && b.Records.Count > 0 && a.Records[0].Tag == b.Records[0].Tag && a.Records[0].Role == b.Records[0].Role && (a.Records[0].ClassName == b.Records[0].ClassName || a.Records[0].ClassName.Split(' ').Intersect(b.Records[0].ClassName.Split(' ')).Any(c => c.Length > 0)) && a.Parent.Tag == b.Parent.Tag && a.Parent.ClassName == b.Parent.ClassName
        && a.Heads.Count == b.Heads.Count && a.Heads.Zip(b.Heads).All(pair => _scene.Tokens(pair.First).SequenceEqual(_scene.Tokens(pair.Second), StringComparer.Ordinal));

    private bool GroupIsOf(RecordGroup group, string word) => GroupRank(group, word) < 9;

    // How authors shorten what things are in their class names.
    private static readonly Dictionary<string, string> Shortened = new(StringComparer.Ordinal) { ["msg"] = "message", ["notif"] = "notification", ["appt"] = "appointment", ["prod"] = "product", ["cust"] = "customer", ["txn"] = "transaction", ["att"] = "attachment", ["cmt"] = "comment", ["evt"] = "event", ["rsv"] = "reservation" };

    private int GroupRank(RecordGroup group, string word)
    {
        bool Has(string names) => Scene.ClassWords(names).Any(c => Phrase.SameStem(c, word) || Shortened.TryGetValue(c.TrimEnd('s'), out var full) && Phrase.SameStem(full, word));
        var first = group.First;
        if (first is { Tag: "p" or "label" or "fieldset", ClassName: "" } && !Has(group.Parent.ClassName))
            return 9;
        if (first is not null && first.Role is "tab" or "menuitem" or "button" or "link" or "radio" || group.Parent.Ancestors().Prepend(group.Parent).Any(a => a.Tag is "nav" || a.Role is "navigation" or "tablist"))
            return 9;
        // A custom element is called after what it is: fleet-vehicle.
        if (first is not null && (Has(first.ClassName) || Has(first.TestId) || first.Role == word || first.Tag.Contains('-', StringComparison.Ordinal) && Has(first.Tag)))
            return 0;
        if (Has(group.Parent.ClassName) || Has(group.Parent.ElementId) || Has(group.Parent.TestId) || (SceneHeads.HasOwnName(group.Parent) && _scene.NameTokens(group.Parent).Any(t => Phrase.SameStem(t, word))))
            return 0;
        if (first is not null && (first.Role is "tab" or "menuitem" or "button" or "link" or "radio" || Scene.IsControl(first) && first.Role is not ("option" or "treeitem" or "listitem")) || group.Parent.Ancestors().Prepend(group.Parent).Any(a => a.Tag is "nav" || a.Role is "navigation" or "tablist"))
            return 9;
        if (!group.IsStructured && group.Records.Any(Scene.IsControl) && first?.Role is not "option")
            return 9;
        if (group.IsStructured && !group.IsTable && group.Records.Any(r => r.Descendants().Any(Scene.IsField)) && group.Records.All(r => _scene.Length(r) < 4))
            return 9;
        if (group.Heads.Count > 0 && group.Heads.Any(h => _scene.Length(h) <= 3 && _scene.HasStem(h, word) && !CountsThings(group, h)))
            return 1;
        // "Request 71", "Request 70": each calls itself so, by its number.
        if (group.Records.Count > 1 && group.IsStructured && group.Records.All(r => Enumerable.Range(_scene.Start(r), Math.Max(0, Math.Min(_scene.Length(r), 12) - 1)).Any(p => Phrase.SameStem(_scene.TokenAt(p), word) && _scene.TokenAt(p + 1).TrimStart('#').All(char.IsDigit))))
            return 1;
        var step = 1;
        foreach (var (head, scope) in _scene.Heads.Over(first ?? group.Parent))
        {
            if (head is not null && _scene.Length(head) <= 8 ? _scene.HasStem(head, word) : head is null && _scene.NameTokens(scope).Any(t => Phrase.SameStem(t, word)))
                return step;
            step = Math.Min(4, step + 1);
        }

        if (Phrase.Tokens(_scene.Observation.Title).Any(t => Phrase.SameStem(t, word)) && group.IsStructured && group.Records.Count > 1)
            return 5;
        for (UiNode? n = group.Parent; n is not null; n = n.Parent)
        {
            if (Has(n.ClassName) || Has(n.ElementId))
                return 5;
        }

        return 9;
    }

    private RecordGroup? MainGroup(Func<UiNode, bool> inside, ElementKind kind, bool placed)
    {
        var groups = _scene.Records.Groups.Where(g => inside(g.Parent) && Shown(g).Count > 0 && !g.Parent.Ancestors().Prepend(g.Parent).Any(a => a.Tag is "nav" or "header" or "footer" || a.Role is "navigation" or "banner" or "tablist" or "toolbar")).ToList();
        if (kind == ElementKind.Row && groups.Any(g => g.IsTable || g.Heads.Count > 0))
            groups = [.. groups.Where(g => g.IsTable || g.Heads.Count > 0)];
        if (kind is ElementKind.Option or ElementKind.MenuItem)
        {
            var told = groups.Where(g => g.Records[0].Role is "option" or "menuitem" or "menuitemradio" or "menuitemcheckbox").ToList();
            if (told.Count == 0)
                return placed && groups.Count == 1 ? groups[0] : null;
            return told.Count == 1 ? told[0] : null;
        }

        if (kind == ElementKind.Card && groups.Where(g => Scene.ClassWords(g.Records[0].ClassName).Any(w => w is "card" or "tile")).ToList() is { Count: > 0 } cards)
            groups = cards;
        if (groups.Any(g => g.IsStructured))
            groups = [.. groups.Where(g => g.IsStructured)];
        groups = [.. groups.Where(g => !groups.Any(o => !ReferenceEquals(o, g) && o.Records.Any(r => r.IsSelfOrAncestorOf(g.Parent))))];
        return groups.Count == 1 ? groups[0] : Together(groups);
    }

    private static readonly string[] Offers = ["add", "new", "create", "invite", "connect"];

    /// <summary>The entries without the last or first one, where that is no entry but an offer to add one: all others have a heading, and it has a button for it instead.</summary>
    private IReadOnlyList<UiNode> WithoutOffer(IReadOnlyList<UiNode> entries)
    {
        bool HasHead(UiNode n) => n.Descendants().Any(d => d.Level > 0 && _scene.IsShown(d));
        bool IsOffer(UiNode n) => !HasHead(n) && !_scene.Tokens(n).Any(t => t.Any(char.IsDigit)) && n.Descendants().Prepend(n).Where(d => Scene.IsControl(d) && _scene.IsShown(d)).ToList() is [var only] && _scene.NameTokens(only).SkipWhile(t => !t.Any(char.IsLetter)).FirstOrDefault() is { } verb && Offers.Contains(verb);
        return entries.Count < 3 || entries.Count(HasHead) != entries.Count - 1 ? entries : IsOffer(entries[^1]) ? [.. entries.SkipLast(1)] : IsOffer(entries[0]) ? [.. entries.Skip(1)] : entries;
    }

    /// <summary>"under Yesterday": the entries of a list between that caption and the next; a button or link behind the last of them is none.</summary>
    private Region? ListedUnder(NounPhrase phrase)
        => AfterCaption(phrase) is { } under && _scene.Records.GroupOf(under.Parts[0]) is { } list && under with { Parts = [.. under.Parts.TakeWhile(p => ReferenceEquals(_scene.Records.GroupOf(p), list))] } is var region && IsListed(region)
            && !under.Parts.Skip(region.Parts.Count).Any(p => ReferenceEquals(_scene.Records.GroupOf(p), list)) ? region : null;

    /// <summary>Entries of one list, under a caption that parts it: another one parts the rest.</summary>
    private bool IsListed(Region region)
        => region.Head is { ClassName.Length: > 0, Parent: { } block } head && block.Children.Count(c => c.Tag == head.Tag && c.ClassName == head.ClassName && _scene.IsShown(c)) > 1 && region.Parts.All(p => _scene.IsShown(p))
            && _scene.Records.GroupOf(region.Parts[0]) is { Records.Count: > 1 } list && region.Parts.All(p => ReferenceEquals(_scene.Records.GroupOf(p), list) && !p.Descendants().Any(Scene.IsField));

    /// <summary>The same list in several sections, the cards of all columns: all of them as one.</summary>
    private RecordGroup? Together(List<RecordGroup> groups)
    {
        if (groups.Count < 2 || !groups.All(g => Kindred(g, groups[0])))
            return null;
        var together = new RecordGroup(_scene.Root, null) { IsStructured = true };
        foreach (var record in groups.SelectMany(g => g.Records).OrderBy(r => r.Index))
            together.Add(record);
        return together;
    }
}
