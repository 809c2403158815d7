using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>
/// "Six letters are listed", where no head, class or label of the page says "letter": what else is listed there? Such a count can be borne out, where the page shows one list and that many are in it; it
/// cannot be refuted, for other things may have been meant.
/// </summary>
internal sealed partial class Judge
{
    /// <summary>Whether a noun can stand for the entries of a list that the page does not name: it is a usual word for an entry, or one the page does not have, and no head, control or label is called so.</summary>
    private bool IsFree(List<ClaimToken> noun) => noun is [{ IsQuoted: false, IsCapital: false, HasDigit: false } word] && word.Text.Length > 2 && (word.Text.EndsWith('s') || EntryNouns.Contains(word.Text)) && IsFree(word.Text);

    private bool IsFree(string noun)
    {
        if (!EntryNouns.Contains(noun) && _scene.SpeaksOf(noun) && !IsOnlyTallied(noun) || Language.KindWords.TryKind(noun, out _))
            return false;
        foreach (var node in _scene.Nodes)
        {
            if (!node.IsText && _scene.IsShown(node) && (node.Role == "heading" || Scene.IsControl(node) || node.Role is "columnheader" or "tab") && (_scene.Length(node) is > 0 and < 6 && _scene.HasStem(node, noun) || _scene.NameTokens(node) is { Length: < 6 } name && name.Any(t => Phrase.SameStem(t, noun))))
                return false;
        }

        return !_scene.Slots.Slots.Any(s => s.Strength > 1 && s.Label.Any(w => Phrase.SameStem(w, noun)));
    }

    // "9 vehicles": the page says how many there are, and has no other use for the word than to speak of any of them.
    private bool IsOnlyTallied(string noun)
        => Enumerable.Range(0, _scene.TokenCount).Where(p => Phrase.SameStem(_scene.TokenAt(p), noun)).ToList() is { Count: > 0 } places
            && places.All(p => p > 0 && (_scene.TokenAt(p - 1).All(char.IsDigit) || _scene.TokenAt(p - 1) is "a" or "an" or "any" or "no" or "each" or "every" or "another") || IsFollowed(p)) && places.Exists(p => _scene.TokenAt(p - 1).All(char.IsDigit));

    // "Vehicle number": the word only says of what.
    private bool IsFollowed(int position) => !_scene.TokenAt(position).EndsWith('s') && position + 1 < _scene.End(_scene.OwnerAt(position));

    /// <summary>The one list of the page, or of the part of it; null where several could be meant. What navigates, filters or offers choices is none.</summary>
    private RecordGroup? OnlyList(IReadOnlyList<Region>? within)
    {
        // A table without heads and with one row lays the page out.
        var groups = _scene.Records.Groups.Where(g => g.IsStructured && Shown(g).Count > 0 && (g.Records.Count > 1 || g.Heads.Count > 1) && !OnlyControls(g) && (within is null || within.Any(r => r.Contains(g.Parent))) && !IsFurniture(g)).ToList();
        // Blocks that lists stand in are no entries; the parts of an entry are none either.
        groups = groups.FindAll(g => !groups.Exists(o => !ReferenceEquals(o, g) && (o.Heads.Count > 1 || Shown(o).Count > Shown(g).Count) && g.Records.Any(r => r.IsSelfOrAncestorOf(o.Parent))));
        groups = groups.FindAll(g => !groups.Exists(o => !ReferenceEquals(o, g) && o.Records.Any(r => r.IsSelfOrAncestorOf(g.Parent))));
        // Lines of tools above and below a list are alike only in how they are laid out.
        groups = groups.FindAll(g => !groups.Exists(o => !ReferenceEquals(o, g) && Shown(o).Count > 1 && g.Parent.IsSelfOrAncestorOf(o.Parent) && o.Parent.Index > g.Records[0].Index && o.Parent.Index < g.Records[^1].Index && !g.Records.Any(r => r.IsSelfOrAncestorOf(o.Parent))));
        if (groups.Count == 1)
            return groups[0];
        // A heading of its own calls a list something else: "Connections" over a table of buses.
        var unnamed = groups.FindAll(g => !HasOwnHeading(g));
        // What stands in columns is what the page is about, and not the notes beside it.
        if (unnamed.Count > 1 && unnamed.FindAll(g => g.Heads.Count > 1) is { Count: > 0 } tables)
            unnamed = tables;
        return unnamed.Count == 1 ? unnamed[0] : Largest(unnamed);
    }

    // What takes most of the page by far, with several entries, is what the page is about: not the figures above it, nor what one of its entries holds.
    private RecordGroup? Largest(List<RecordGroup> groups)
    {
        var sizes = groups.Select(g => (Group: g, Area: Shown(g).Sum(r => Math.Max(0, r.Bounds.Width) * Math.Max(0, r.Bounds.Height)), Words: Shown(g).Sum(_scene.Length))).OrderByDescending(s => s.Area).ToList();
        return sizes.Count > 1 && Shown(sizes[0].Group).Count > 1 && sizes.Skip(1).All(s => sizes[0].Area >= 3 * s.Area && sizes[0].Words >= 2 * s.Words) ? sizes[0].Group : null;
    }

    private static bool IsFurniture(RecordGroup group)
        => group.First is { Role: "tab" or "menuitem" or "button" or "link" or "radio" or "option" or "treeitem" } || group.Parent.Ancestors().Prepend(group.Parent).Any(a => a.Tag is "nav" or "header" or "footer" or "form" or "fieldset" or "aside" || a.Role is "navigation" or "banner" or "tablist" or "toolbar" or "menu" or "listbox" or "form");

    private bool HasOwnHeading(RecordGroup group) => _scene.Heads.Over(group.First ?? group.Parent).Any(h => h.Head is { Role: "heading", Level: not 1 });

    /// <summary>"Six letters are listed": so many entries has the only list there is.</summary>
    private Ruling? CountOfOnlyList(Amount amount, List<ClaimToken> noun, IReadOnlyList<Region>? within, string expected)
    {
        // "six vehicle cards"
        if (noun is [var thing, { IsQuoted: false } kind] && kind.Is("card", "cards", "row", "rows", "entry", "entries", "tile", "tiles", "line", "lines", "item", "items", "record", "records"))
            noun = [thing with { Text = thing.Text.EndsWith('s') ? thing.Text : thing.Text + "s" }];
        if (amount.Fits(0) || !IsFree(noun) || OnlyList(within) is not { } list || IsCalledOtherwise(noun[^1].Text, list) || IsColumnOf(noun[^1].Text, Shown(list)))
            return null;
        var shown = Shown(list);
        return amount.Fits(shown.Count) ? Ruling.Held(expected, $"{shown.Count} are listed{Examples(shown)}", [.. shown.Take(12)]).Telling(noun[0].Text) : Ruling.Unknown(expected, $"{shown.Count} are listed, but whether these are meant is not plain");
    }

    /// <summary>"Only one sailing is cancelled": so many of the only list say it.</summary>
    private Ruling? CountSaidOfOnlyList(Clause clause, Amount amount, List<ClaimToken> said)
    {
        if (amount.Fits(0) || !IsFree(amount.Noun) || GroupFor(Read(amount.Noun), null) is not null || OnlyList(null) is not { } list || Shown(list) is not { Count: > 1 } entries || GoesOn(entries) || WhichSay(entries, said) is not { } which)
            return null;
        var count = which.Count(w => w);
        return amount.Fits(count) ? Ruling.Held(clause.Text, $"{count} of {entries.Count} are", [.. entries.Where((_, i) => which[i]).Take(12)]).Telling("too", amount.Noun[0].Text) : Ruling.Unknown(clause.Text, $"{count} of {entries.Count} say so, but whether these are meant is not plain");
    }
}
