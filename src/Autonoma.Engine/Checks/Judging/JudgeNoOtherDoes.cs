using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"Only Team offers support", "just the Business plan costs € 29": that one does says nothing of the others, so each of them is asked.</summary>
internal sealed partial class Judge
{
    /// <summary>What a claim that is borne out for one comes to with what is seen of the others of its list; null where it is not said of one alone.</summary>
    private Ruling? NoOtherDoes(Clause clause)
    {
        if (clause.IsExistential || clause.Verb == ClaimVerb.Be || clause.Subject is not [{ IsQuoted: false } only, _, ..] || !only.Is("only", "just", "solely", "nobody", "none"))
            return null;
        var bare = clause.Subject[1..];
        // "Only Ann and Bob have": one of several of whom it is said together.
        if (!clause.VerbText.EndsWith('s') && clause.VerbText is not ("cost" or "can" or "may") && !clause.VerbText.EndsWith("ed", StringComparison.Ordinal))
            return Ruling.Unknown(clause.Text, "whether no other does cannot be told");
        if (!only.Is("only", "just", "solely") || _resolver.RecordsOf(Read(bare), rowsOnly: true) is not [{ Group: var group, Record: var meant }] || Shown(group) is not { Count: > 1 } entries)
            return Ruling.Unknown(clause.Text, "whether no other does cannot be told");
        var one = ByItsVerb(clause with { Subject = bare });
        if (!one.IsHeld)
            return one.IsUnknown ? one : null;
        var others = entries.Where(e => !ReferenceEquals(e, meant)).Select(e => (Entry: e, Ruling: NameOf(e) is { } name ? ByItsVerb(clause with { Subject = [name] }) : Ruling.Unknown(clause.Text, "one has no name"))).ToList();
        if (others.Find(o => o.Ruling.IsHeld) is { Entry: { } too })
            return Ruling.Failed(clause.Text, $"'{Says(too)}' does, too", too);
        return others.TrueForAll(o => o.Ruling.Verdict == CheckVerdict.Failed) ? one : Ruling.Unknown(clause.Text, "whether no other does cannot be told");
    }

    private ClaimToken? NameOf(Observing.UiNode entry)
    {
        if (_scene.Length(entry) == 0)
            return null;
        var title = _scene.ShownText(_scene.Line(_scene.OwnerAt(_scene.Start(entry)))).Trim();
        return title.Length == 0 ? null : new(Language.TextFold.Fold(title), title, IsQuoted: true, IsName: true);
    }
}
