using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"Only Red is selected", "only Fax is disabled", "only Atlas is owned by Mia": that one is so says nothing of the others, so each control of its kind or entry of its list is asked.</summary>
internal sealed partial class Judge
{
    /// <summary>Why one of several that is so is not known to be the only one; null where the claim is not said of one alone, or no other is so.</summary>
    private string? AnotherIsToo(Clause clause, Ruling ruling)
    {
        if (clause.IsExistential || clause.Object.Count == 0 || clause.VerbText.StartsWith("remain", StringComparison.Ordinal) || clause.Subject is not [{ IsQuoted: false } only, _, ..] || !only.Is("only", "just", "solely") || CountsOf(clause.Subject) is not null || clause.Subject[1] is { HasDigit: true, IsCapital: false } && clause.Subject.Count > 2 && clause.Subject[2].Is("of") || clause.Verb is not (ClaimVerb.Be or ClaimVerb.Can))
            return null;
        var length = LongestState(clause.Object, out var state, out var value);
        if (length > 0 && state == ElementState.Visible || clause.Object is [{ } set, ..] && set.Is("set", "assigned", "attached", "applied", "added", "available", "offered", "planned", "left", "remaining", "included", "kept") && (clause.Object.Count == 1 || clause.Object[1].Is("in", "on")))
            return null;
        var controls = ruling.Evidence.Where(n => !n.IsText && length > 0 && Test(n, state, Read(clause.Subject)) is not null).ToList();
        if (controls.Count > 0)
            return PeerThatIs(controls, state, value != clause.Negated);
        if (Items(clause.Subject[1..]).Count > 1)
            return null;
        return clause.Verb == ClaimVerb.Be ? EntryThatIs(clause) : null;
    }

    /// <summary>Of the controls of the same kind in the same group: one that is so as well.</summary>
    private string? PeerThatIs(List<UiNode> those, ElementState state, bool value)
    {
        var phrase = NounPhrase.Read([], null);
        bool IsLike(UiNode n) => !n.IsText && _scene.IsPresent(n) && those.TrueForAll(t => !t.IsSelfOrAncestorOf(n) && !n.IsSelfOrAncestorOf(t)) && those.Exists(t => t.Role == n.Role && t.Checked is null == n.Checked is null && t.Pressed is null == n.Pressed is null || Scenes.Scene.IsField(t) && Scenes.Scene.IsField(n))
            && !_scene.NameTokens(n).Contains("all") && Test(n, state, phrase) is not null;
        var peers = _scene.Nodes.Where(IsLike).ToList();
        var group = those[0].Ancestors().FirstOrDefault(a => (a.Tag is "fieldset" or "table" or "ul" or "ol" or "form" or "select" || a.Role is "group" or "radiogroup" or "listbox" or "tablist" or "table" or "grid" or "list" or "menu" or "menubar" or "toolbar" or "form" or "tree" or "dialog") && those.TrueForAll(a.IsSelfOrAncestorOf) && peers.Exists(a.IsSelfOrAncestorOf));
        return peers.Find(p => (group is null || group.IsSelfOrAncestorOf(p)) && Test(p, state, phrase) == value) is { } other ? $"{Label(other)} is, too" : null;
    }

    /// <summary>Of the entries of the list in which the one stands: that each of the others is not so must be plain.</summary>
    private string? EntryThatIs(Clause clause)
    {
        const string Untold = "whether no other is cannot be told";
        var bare = clause.Subject[1..];
        if (OthersOf(bare) is not { } others)
            return Untold;
        var meant = _resolver.RecordsOf(Read(bare), rowsOnly: true)[0].Record;
        List<UiNode> entries = [meant, .. others];
        if (WhichSay(entries, clause.Object) is { } which && which[0] != clause.Negated)
            return others.Find(o => which[entries.IndexOf(o)] != clause.Negated) is { } said ? $"'{Says(said)}' is, too" : null;
        var (too, isPlain) = AskOthers(others, name => Be(clause with { Subject = [name] }));
        return too is not null ? $"'{Says(too)}' is, too" : isPlain ? null : Untold;
    }

    /// <summary>"Extras contains only Card": that it is there says nothing of what else is.</summary>
    private string? HoldsMore(Clause clause, Ruling ruling)
    {
        if (clause.IsExistential || clause.Negated || clause.Verb is not (ClaimVerb.Contain or ClaimVerb.Have) || clause.Object is not [{ IsQuoted: false } only, { HasDigit: false } next, ..] || !only.Is("only", "just", "solely") || CountsOf(clause.Object) is not null || ruling.Evidence.Count != 1 || next.Is("one"))
            return null;
        // A whole list was looked through where it is what proves it.
        var found = ruling.Evidence[0];
        return _scene.Length(found) <= clause.Object.Count + 2 ? "whether nothing else is there cannot be told" : null;
    }
}
