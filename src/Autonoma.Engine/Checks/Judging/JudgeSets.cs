using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Claims about several entries at once, where no rule about one thing decided: which entries a phrase means, which of them a name means, and which of them say something.</summary>
internal sealed partial class Judge
{
    // They name whatever is listed: what they are called besides must single out the list.
    private static readonly string[] AnyEntries = ["values", "entries", "items", "records", "rows", "lines", "results", "ones"];

    /// <summary>What a rule about sets decides, every word of it accounted for; null when none does.</summary>
    private Ruling? OfSets(Clause clause)
    {
        if (clause.Negated || clause.IsNoLonger || clause.Echo is not null || clause.Subject.Count == 0)
            return null;
        _told.Clear();
        var ruling = NoOther(clause) ?? AreTheOnly(clause) ?? Rival(clause) ?? ShareOfAll(clause) ?? SumOf(clause) ?? CountSaid(clause) ?? CountsTogether(clause) ?? CountOfName(clause);
        if (ruling is null or { IsUnknown: true })
            return null;
        return ruling.IsHeld && Accounting.Unaccounted(clause, _scene, _told.Union(ruling.Tells).ToHashSet(StringComparer.Ordinal)) is not null ? null : ruling;
    }

    /// <summary>The entries that a phrase means ("the open claims", "the chemistry values", "the two Renault Zoes"): of one list, or of like lists; null when it is not plain.</summary>
    private List<UiNode>? EntriesOf(List<ClaimToken> noun)
    {
        noun = [.. noun.SkipWhile(t => t.Is("the", "these", "those", "all", "its", "their", "both"))];
        if (noun.Count == 0 || noun.Exists(t => t.IsMark))
            return null;
        if (EntriesWhere(noun) is { } where)
            return where;
        IReadOnlyList<Region>? within = null;
        if (noun.FindIndex(1, t => t.Is("of", "in", "on", "under", "from")) is > 0 and var place)
        {
            if (place + 1 >= noun.Count || RegionsOf(DropFirst(noun[(place + 1)..], "the")) is not [var part])
                return null;
            (within, noun) = ([part], noun[..place]);
        }

        if (noun.Count == 1 && HowMany(Read(noun), within) is { Sure: true, Count: > 0 } all && all.Nodes.Count == all.Count && all.Nodes.All(n => _scene.Records.GroupOf(n) is { IsStructured: true }))
            return [.. all.Nodes];
        return (within is null ? EntriesIn(noun) ?? EntriesUnder(noun) : null) ?? CalledAlike(noun, within) ?? Qualified(noun, within);
    }

    // "open claims": all that a filter of that name leaves, or those that say so in a text of their own, where it can be told of each.
    private List<UiNode>? Qualified(List<ClaimToken> noun, IReadOnlyList<Region>? within)
    {
        if (noun.Count is < 2 or > 3 || noun[^1].IsQuoted || EntriesOf(noun[^1], within) is not { } all)
            return null;
        foreach (var adjective in noun[..^1])
        {
            if (!adjective.IsQuoted && IsFilteredBy(Phrase.Tokens(adjective.Text)) && AreOfView(Phrase.Tokens(adjective.Text), all))
                continue;
            var which = all.ConvertAll(r => Says(r, [adjective]));
            if (which.Contains(null) || !which.Contains(true) || UnderSeveralHeads(all, [adjective]))
                return null;
            all = [.. all.Where((_, i) => which[i] == true)];
        }

        return all;
    }

    private List<UiNode>? EntriesOf(ClaimToken kind, IReadOnlyList<Region>? within)
        => GroupFor(Read([kind]), within) is { IsStructured: true } group && Shown(group) is { Count: > 0 } shown ? shown : null;

    // "documents": the one list in the part that is called just so.
    private List<UiNode>? EntriesUnder(List<ClaimToken> noun)
    {
        if (noun.Exists(t => t.IsQuoted || t.HasDigit) || RegionsOf(noun) is not [{ Head: { } head } part] || _scene.Tokens(head).Where(t => t.Any(char.IsLetter)).ToList() is var called && !(called.Count == noun.Count && called.Zip(noun).All(p => Phrase.SameStem(p.First, p.Second.Text))))
            return null;
        return _scene.Records.Groups.Where(g => Shown(g).Count > 1 && part.Contains(g.Parent) && !OnlyControls(g)).ToList() is [var only] ? Shown(only) : null;
    }

    // "chemistry values": the entries of the one list in the part of that name.
    private List<UiNode>? EntriesIn(List<ClaimToken> noun)
    {
        if (noun.Count < 2 || !noun[^1].Is(AnyEntries) || RegionsOf(noun[..^1]) is not [var part])
            return null;
        return _scene.Records.Groups.Where(g => g.IsStructured && Shown(g).Count > 1 && part.Contains(g.Parent) && !OnlyControls(g)).ToList() is [var only] ? Shown(only) : null;
    }

    // "Renault Zoes": the entries of one list that bear the name "Renault Zoe" as a text of its own.
    private List<UiNode>? CalledAlike(List<ClaimToken> noun, IReadOnlyList<Region>? within)
    {
        if (!noun.Exists(t => t.IsCapital || t.IsQuoted) || noun[0].HasDigit)
            return null;
        var words = Phrase.Tokens(RawText(noun));
        if (words.Length == 0)
            return null;
        words[^1] = Phrase.Stem(words[^1]);
        var found = _scene.Records.Groups.Where(g => g.IsStructured && Shown(g).Count > 1 && !OnlyControls(g) && (within is null || within.Any(w => w.Contains(g.Parent)))).Select(g => Shown(g).FindAll(r => Leads(r, words))).Where(r => r.Count > 0).ToList();
        return found is [{ Count: > 1 } only] ? only : null;
    }

    /// <summary>Which of the entries a name means; null when none or several of them are called so.</summary>
    private UiNode? MemberOf(List<UiNode> entries, List<ClaimToken> name, ClaimToken? kind = null)
    {
        name = DropFirst(name, "the", "both");
        if (name.Count == 0 || Phrase.Tokens(RawText(name)).Length == 0)
            return null;
        var called = entries.FindAll(r => IsCalled(r, name));
        // "Rooms 119 and 401": Room 119, Room 401.
        if (called.Count == 0 && kind is not null && !name[^1].IsQuoted)
        {
            string[] words = [Phrase.Stem(kind.Text), .. Phrase.Tokens(RawText(name)).SkipWhile((w, i) => i == 0 && Phrase.SameStem(w, kind.Text))];
            called = words.Length > 1 ? entries.FindAll(r => Leads(r, words)) : called;
        }

        if (called.Count == 0 && name.Count > 1 && !name[0].IsQuoted && EntryNouns.Contains(name[0].Text))
            return MemberOf(entries, name[1..]);
        return called is [var only] ? only : null;
    }

    /// <summary>Which of the entries say the predicate, or wear its mark; null when none does, or it cannot be told of each.</summary>
    private List<bool>? WhichSay(List<UiNode> entries, List<ClaimToken> predicate)
    {
        if (predicate.Count == 0)
            return null;
        if (SaidBy(entries, predicate) is { } said)
            return said.Which.TrueForAll(w => w is not null) && !UnderSeveralHeads(entries, said.Said) ? [.. said.Which.Select(w => w == true)] : null;
        return predicate is [{ IsQuoted: false } mark] && entries.ConvertAll(r => HasMark(r, mark.Text)) is var marks && marks.TrueForAll(m => m is not null) && marks.Contains(true) ? marks.ConvertAll(m => m == true) : null;
    }

    // The same words under two heads say two things.
    private bool UnderSeveralHeads(List<UiNode> entries, List<ClaimToken> said)
        => Phrase.Tokens(RawText(said)) is var tokens && entries.SelectMany(r => _scene.Find(tokens, r).Where(p => _scene.Exactly(p, tokens.Length) is not null).Select(p => _scene.Records.HeadOf(_scene.OwnerAt(p)))).OfType<UiNode>().Select(h => string.Join(' ', _scene.Tokens(h))).Distinct(StringComparer.Ordinal).Count() > 1;

    private static int? Cardinal(ClaimToken token) => !token.IsQuoted && !token.Is("a", "an", "no", "none", "both") && NumberWords.TryCardinal(token.Text, out var number) ? number : null;
}
