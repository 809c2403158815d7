using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Observing;

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
        var one = ByItsVerb(clause with { Subject = bare });
        if (!one.IsHeld)
            return one.IsUnknown ? one : null;
        if (!only.Is("only", "just", "solely") || OthersOf(bare) is not { } others)
            return Ruling.Unknown(clause.Text, "whether no other does cannot be told");
        var (too, isPlain) = AskOthers(others, name => ByItsVerb(clause with { Subject = [name] }));
        return too is not null ? Ruling.Failed(clause.Text, $"'{Says(too)}' does, too", too) : isPlain ? one : Ruling.Unknown(clause.Text, "whether no other does cannot be told");
    }

    /// <summary>The other entries of the list that the one entry of that name stands in; null where there is no such one, or no other.</summary>
    private List<UiNode>? OthersOf(List<ClaimToken> name)
        => _resolver.RecordsOf(Read(name), rowsOnly: true) is [{ Group: var group, Record: var meant }] && Shown(group) is { Count: > 1 } entries ? entries.FindAll(e => !ReferenceEquals(e, meant)) : null;

    /// <summary>Asks the same of each of them by its name: the first of which it holds, and whether it is plain of all that it does not.</summary>
    private (UiNode? Too, bool IsPlain) AskOthers(List<UiNode> others, Func<ClaimToken, Ruling> ask)
    {
        var isPlain = true;
        foreach (var other in others)
        {
            var ruling = NameOf(other) is { } name ? ask(name) : null;
            if (ruling is { IsHeld: true })
                return (other, true);
            isPlain &= ruling is { Verdict: CheckVerdict.Failed };
        }

        return (null, isPlain);
    }

    private ClaimToken? NameOf(UiNode entry)
    {
        if (_scene.Length(entry) == 0)
            return null;
        var title = _scene.ShownText(_scene.Line(_scene.OwnerAt(_scene.Start(entry)))).Trim();
        return title.Length == 0 ? null : new(Language.TextFold.Fold(title), title, IsQuoted: true, IsName: true);
    }
}
