using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"Only": those and no others.</summary>
internal sealed partial class Judge
{
    /// <summary>"Only paid orders are listed": every record of the group says so. "Only A and B are listed": those and no others.</summary>
    private Ruling OnlyListed(List<ClaimToken> subject, IReadOnlyList<Region>? within)
    {
        var words = subject.SkipWhile(t => t.Is("only", "the")).ToList();
        var expected = $"only {ClaimToken.Join(words)}";
        if (words.Count == 0)
            return Ruling.Unknown(expected, "it is not said which");
        var these = OnlyThese(words, within);
        if (!these.IsUnknown)
            return these;
        var of = words.FindIndex(1, t => t.Is("of", "with", "from", "by", "for", "in", "assigned"));
        var possessive = words.FindIndex(t => t.Is("'s"));
        List<ClaimToken> noun;
        List<ClaimToken> quality;
        if (of > 0 && of + 1 < words.Count)
            (noun, quality) = (words[..of], words[(of + 1)..]);
        else if (possessive > 0 && possessive + 1 < words.Count)
            (noun, quality) = (words[(possessive + 1)..], words[..possessive]);
        else if (words.Count > 1)
            (noun, quality) = (words[^1..], words[..^1]);
        else
            return these;
        // What stands before the noun is a further quality: "only open orders of Sam".
        var group = GroupFor(Read(noun), within) ?? MailGroup(noun[^1].Text);
        var qualities = new List<List<ClaimToken>> { quality };
        if (group is null && noun.Count > 1 && !noun.Any(t => t.IsQuoted))
        {
            group = GroupFor(Read(noun[^1..]), within);
            qualities.Add(noun[..^1]);
        }

        if (group is null)
            return Ruling.Unknown(expected, $"it is not plain which records '{ClaimToken.Join(noun)}' are");
        return Ruling.All(qualities.Select(q => AllSay(group, q, expected)));
    }

    /// <summary>Every record that is shown says the words, or wears the mark, or a filter of just that name is on.</summary>
    private Ruling AllSay(RecordGroup group, List<ClaimToken> quality, string expected)
    {
        var tokens = quality.SelectMany(t => Phrase.Tokens(t.Text)).Where((w, i) => i > 0 || w is not ("the" or "to" or "status" or "user")).ToArray();
        var shown = Shown(group);
        if (tokens.Length == 0 || shown.Count == 0)
            return Ruling.Unknown(expected, shown.Count == 0 ? "no record is there" : "it is not said which");
        var odd = shown.FirstOrDefault(r => !RecordSays(r, tokens));
        if (odd is null)
            return Ruling.Held(expected, $"all {shown.Count} are", [.. shown]);
        if (tokens is [var state] && shown.Select(r => HasMark(r, state)).ToList() is var marks && marks.Any(m => m is not null))
            return Ruling.Of(marks.All(m => m == true), expected, $"{marks.Count(m => m == true)} of {shown.Count} are", [.. shown]);
        if (shown.All(r => !RecordSays(r, tokens)))
            return Ruling.Unknown(expected, "no record says so");
        return Ruling.Failed(expected, $"'{Short(_scene.ShownText(odd))}' is not", odd);
    }

    /// <summary>Whether a record says the words: not in a button that each record has, not denied.</summary>
    private bool RecordSays(UiNode record, string[] tokens)
        => SwitchSays(record, tokens) ?? (_scene.Find(tokens, record).Any(p => !IsDenied(p) && _scene.IsTogether(p, tokens.Length) && !_scene.OwnerAt(p).Ancestors().TakeWhile(a => !ReferenceEquals(a, record)).Any(a => a.Role == "button"))
            || record.Descendants().Any(d => !d.IsText && _scene.IsPresent(d) && d.Role != "button" && d.NameSource is NameSource.Title or NameSource.AriaLabel or NameSource.Alt or NameSource.SvgTitle && Phrase.IndexOf(_scene.NameTokens(d), tokens) >= 0));

    /// <summary>"Only A and B", "only the tags A and B", "only A": the records are just those.</summary>
    private Ruling OnlyThese(List<ClaimToken> words, IReadOnlyList<Region>? within)
    {
        var expected = $"only {ClaimToken.Join(words)}";
        // A noun before the names says which set: "tags portal and vip".
        var whole = Items(words);
        RecordGroup? group = null;
        var items = whole;
        if (whole[0].Count > 1 && !whole[0][0].IsQuoted && !whole[0][0].IsCapital && !whole[0][1].Is(Prepositions) && !whole[0][1].IsMark && GroupFor(Read(whole[0][..1]), within) is { } named && Phrase.Stem(whole[0][0].Text) != whole[0][0].Text)
        {
            group = named;
            items = [whole[0][1..], .. whole.Skip(1)];
        }

        var names = items.Select(i => Phrase.Tokens(RawText(i))).ToList();
        if (names.Any(n => n.Length == 0) || names.Distinct(TokensComparer.Instance).Count() != names.Count)
            return Ruling.Unknown(expected, "it is not said which");
        group ??= GroupOfNames(names, within);
        if (group is null)
            return Ruling.Unknown(expected, "it is not plain which records are meant");
        var shown = Shown(group);
        var missing = names.FirstOrDefault(n => !shown.Any(r => Leads(r, n)));
        var odd = shown.FirstOrDefault(r => !names.Any(n => Leads(r, n)));
        return Ruling.Of(missing is null && odd is null && shown.Count == names.Count, expected, missing is not null ? $"'{string.Join(' ', missing)}' is not there" : odd is not null ? $"'{Short(_scene.ShownText(odd))}' is there too" : $"they are {shown.Count}", [.. shown.Take(12)]);
    }

    // The group in which every name stands whole, each in a record of its own; over several columns, all their entries.
    private RecordGroup? GroupOfNames(List<string[]> names, IReadOnlyList<Region>? within)
    {
        var groups = new List<RecordGroup>();
        foreach (var name in names)
        {
            var holders = _scene.Find(name).SelectMany(p => _scene.Records.Around(_scene.OwnerAt(p)).Where(r => (r.Group.IsStructured || r.Group.Records.Count > 1) && Leads(r.Record, name) && !OnlyControls(r.Group) && !names.Any(n => n != name && Leads(r.Record, n))).Take(1)).Where(r => within is null || within.Any(w => w.Contains(r.Record))).DistinctBy(r => r.Record.Index).ToList();
            if (holders.Count != 1)
                return null;
            if (!groups.Contains(holders[0].Group))
                groups.Add(holders[0].Group);
        }

        if (groups.Count == 1 && !_scene.Records.Groups.Any(g => !ReferenceEquals(g, groups[0]) && Kindred(g, groups[0]) && g.Parent.ClassName.Length > 0))
            return groups[0];
        return groups.All(g => Kindred(g, groups[0])) ? Together([.. _scene.Records.Groups.Where(g => Kindred(g, groups[0]))]) : null;
    }

    // The name stands whole in the record: a text, cell or heading of its own.
    private bool Leads(UiNode record, string[] name) => _scene.Find(name, record).Any(p => _scene.Exactly(p, name.Length) is not null && !IsDenied(p));

    /// <summary>"X is the only overdue invoice": one record is so, and it is that of X.</summary>
    private Ruling IsTheOnly(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var expected = $"{ClaimToken.Join(subject)} is the only {ClaimToken.Join(obj)}";
        var cut = obj.FindIndex(1 < obj.Count ? 1 : 0, t => t.Is("with", "without", "of", "from", "by", "in", "that", "which", "who", "whose", "for", "assigned", "marked", "having"));
        var lacks = cut > 0 && obj[cut].Is("without") ? NounWords(obj[(cut + 1)..]) : [];
        var head = cut > 0 ? obj[..cut] : obj;
        var rest = cut > 0 ? obj[cut..].Where(t => !t.Is("with", "of", "from", "by", "in", "that", "which", "who", "whose", "for", "is", "are", "has", "have", "the", "a", "an", "to", "having", "status", "assigned", "marked", "as")).ToList() : [];
        var noun = head[^1];
        if (noun.IsQuoted)
            return Ruling.Unknown(expected, "it is not said of what kind");
        var adjectives = head[..^1].Where(t => !t.Is("one", "single")).ToList();
        // "is the only one that is done": of the list that it stands in.
        var group = noun.Is("one") ? OneEntry(subject) is { } meant && _scene.Records.GroupOf(meant.Record) is { IsStructured: true, Records.Count: > 2 } list ? list : null : GroupFor(Read([noun]), null) ?? MailGroup(noun.Text);
        var owner = Read(subject);
        if (group is null || !owner.Required.Any())
            return Ruling.Unknown(expected, $"it is not plain which records '{noun}' are");
        var shown = Shown(group);
        if (GoesOn(shown))
            return Ruling.Unknown(expected, "the list goes on on other pages");
        // Said of others too, a word names no one record.
        if (shown.Count(r => owner.Required.All(t => _resolver.Coverage.OwnHas(r, t.Words, t.IsQuoted) || Coverage.IsClassifier(t.Words[0]))) > 1)
            return Ruling.Unknown(expected, $"several records fit '{owner}'");
        var qualities = adjectives.Select(a => Phrase.Tokens(a.Text)).Where(q => q.Length > 0).ToList();
        var fit = shown.Where(r => qualities.All(q => RecordSays(r, q) || q is [var state] && HasMark(r, state) == true) && (rest.Count == 0 || RecordSays(r, [.. rest.SelectMany(t => Phrase.Tokens(t.Text))]) || RegionHas(new([r], null), [.. rest]).IsHeld)).ToList();
        if (lacks.Length > 0)
        {
            var blanks = shown.ConvertAll(r => (Record: r, Blank: IsWithout(r, lacks)));
            if (blanks.Exists(b => b.Blank is null))
                return Ruling.Unknown(expected, "of some it cannot be told");
            fit = [.. blanks.Where(b => b.Blank == true && qualities.TrueForAll(q => RecordSays(b.Record, q))).Select(b => b.Record)];
        }

        if (fit.Count == 0)
            return Ruling.Unknown(expected, "no record says so");
        if (fit.Count > 1)
            return Ruling.Failed(expected, $"{fit.Count} are", [.. fit.Take(10)]);
        return Ruling.Of(_resolver.Coverage.Of(owner, fit[0], null) is not null && owner.Required.All(t => _resolver.Coverage.OwnHas(fit[0], t.Words, t.IsQuoted) || Coverage.IsClassifier(t.Words[0])), expected, $"it is '{Short(_scene.ShownText(fit[0]))}'", fit[0]);
    }

    private sealed class TokensComparer : IEqualityComparer<string[]>
    {
        public static TokensComparer Instance { get; } = new();

        public bool Equals(string[]? x, string[]? y) => x is not null && y is not null && x.SequenceEqual(y);

        public int GetHashCode(string[] obj) => obj.Length;
    }
}
