using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"Sodium and creatinine are the only values without a flag", "A and B are dirty, no other room is": of all entries, those and no others.</summary>
internal sealed partial class Judge
{
    private static readonly string[] Openers = ["with", "without", "that", "which", "who", "having", "marked", "to"];

    private Ruling? AreTheOnly(Clause clause)
    {
        // "The only boat without a skipper is Petrel"
        if (DropFirst(clause.Subject, "the") is [{ } sole, _, ..] turned && sole.Is("only", "sole") && clause.Verb == ClaimVerb.Be && clause.Object.Count is > 0 and < 6 && !clause.Object.Exists(t => t.Is("only", "not", "with", "without")))
            return AreTheOnly(clause with { Subject = DropFirst(clause.Object, "the"), Object = [ClaimToken.Word("the"), ClaimToken.Word("only"), .. turned[1..]] });
        var said = DropFirst(clause.Object, "the");
        if (clause.Verb != ClaimVerb.Be || clause.IsExistential || said.Count < 2 || !said[0].Is("only"))
            return null;
        said = said[1..];
        var cut = said.FindIndex(1, t => t.Is(Openers));
        // "the only boats at sea": no part of the page is called so, the entries say it.
        var side = cut < 0 ? said.FindIndex(1, t => t.Is("at", "in", "on", "by", "from", "under")) : -1;
        var names = Items(clause.Subject);
        if (side > 0 && (EntriesOf(said) is not null || side + 1 >= said.Count))
            side = -1;
        var (noun, tail) = cut > 0 ? (said[..cut], said[(cut + 1)..]) : side > 0 ? (said[..side], said[side..]) : (said, []);
        if (cut > 0 && (tail.Count == 0 || !said[cut].Is("with", "without")))
            return null;
        var entries = noun is [var one] && one.Is("one", "ones") ? ListOf(names) : EntriesOf(noun);
        if (entries is null || names.Count == 0 || GoesOn(entries))
            return null;
        // "Ida is the only late card", where other cards are Ida's too: a name that several entries bear names none.
        var listed = entries.Select(_scene.Records.GroupOf).OfType<RecordGroup>().Distinct().SelectMany(Shown).Union(entries).ToList();
        var members = names.ConvertAll(n => MemberOf(listed, n, noun[^1]));
        if (members.Contains(null) || members.Distinct().Count() != names.Count)
            return null;
        var which = side > 0 ? WhichSay(entries, tail)?.ConvertAll(w => (bool?)w) : cut < 0 ? entries.ConvertAll(_ => (bool?)true) : Having(entries, tail, said[cut].Is("without"));
        if (which is null || which.Contains(null))
            return Ruling.Unknown(clause.Text, "of some it cannot be told");
        var those = entries.Where((_, i) => which[i] == true).ToList();
        if (those.Count == 0)
            return Ruling.Unknown(clause.Text, "none of them says so");
        return Ruling.Of(those.Count == members.Count && members.TrueForAll(m => those.Contains(m!)), clause.Text, $"{those.Count} of {entries.Count} are: {string.Join(", ", those.Take(4).Select(r => $"'{Short(_scene.ShownText(r))}'"))}", [.. those.Take(12)])
            .Telling(tail.Select(t => t.Text));
    }

    // "with a flag", "without a flag": by what stands under that head or label; else by what the entries say.
    private List<bool?>? Having(List<UiNode> entries, List<ClaimToken> thing, bool without)
    {
        var words = NounWords(thing);
        if (words.Length == 0)
            return null;
        var blanks = entries.ConvertAll(r => IsWithout(r, words));
        if (blanks.Exists(b => b is not null))
            return blanks.ConvertAll(b => b is null ? null : (bool?)(b == without));
        // Where nothing is called so, only a word of denial of its own in each of the others could tell what is without it.
        return without ? null : entries.ConvertAll(r => Says(r, DropFirst(thing, "a", "an", "the")));
    }

    private List<UiNode>? ListOf(List<List<ClaimToken>> names)
        => names.Select(RecordCalled).ToList() is var called && called.TrueForAll(c => c is not null) && called.Select(c => c!.Value.Group).Distinct().ToList() is [var group] ? Shown(group) : null;

    /// <summary>"no other room is": after it was said of which it is so.</summary>
    private Ruling? NoOther(Clause clause)
    {
        if (clause.Others is not { Count: > 0 } others || clause.Verb != ClaimVerb.Be || clause.Object.Count == 0)
            return null;
        var names = others.SelectMany(Items).ToList();
        if ((clause.Subject is [_, { } other, _, ..] && other.Is("other") ? EntriesOf(clause.Subject[2..]) : ListOf(names)) is not { } entries || GoesOn(entries))
            return null;
        var kind = clause.Subject is [_, { } otherOf, { } of, ..] && otherOf.Is("other") ? of : null;
        var members = names.ConvertAll(n => MemberOf(entries, n, kind));
        if (members.Contains(null) || WhichSay(entries, clause.Object) is not { } which)
            return null;
        var odd = entries.Where((r, i) => which[i] && !members.Contains(r)).ToList();
        return Ruling.Of(odd.Count == 0, clause.Text, odd.Count == 0 ? $"none of the other {entries.Count - members.Count} is" : $"'{Short(_scene.ShownText(odd[0]))}' is too", [.. odd.Count == 0 ? entries.Take(12) : odd.Take(12)]);
    }
}
