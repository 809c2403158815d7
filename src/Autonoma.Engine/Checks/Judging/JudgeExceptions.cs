using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"Every flag except X is on", "all but two of the runs passed", "of the three buttons, only X is purple": all the others of a set, and the ones that are named.</summary>
internal sealed partial class Judge
{
    /// <summary>All others are so, and what is excepted is not.</summary>
    private Ruling? Excepting(Clause clause)
    {
        var at = clause.Subject.FindIndex(t => t.Is("except"));
        if (at < 1 || at + 1 >= clause.Subject.Count || !clause.Subject[0].Is("all", "every", "each") || clause.Negated || clause.Object.Count == 0 || clause.Verb is not (ClaimVerb.Be or ClaimVerb.Have or ClaimVerb.Belong or ClaimVerb.Contain or ClaimVerb.Show))
            return null;
        var noun = clause.Subject[1..at];
        var but = clause.Subject[(at + 1)..];
        if (noun.Count == 0 && but.FindIndex(t => t.Is("of")) is > 0 and var of)
            (noun, but) = (but[(of + 1)..], but[..of]);
        noun = [.. noun.SkipWhile(t => t.Is("of", "the", "these", "those"))];
        var isNumber = but is [{ } few] && Cardinal(few) is not null;
        // The list that what is excepted stands in, where the page has the word for what it lists.
        var entries = !isNumber && noun is [{ IsQuoted: false } kind] && (EntryNouns.Contains(kind.Text) || Phrase.Tokens(kind.Text).All(_scene.SpeaksOf)) ? ListOf(Items(but)) : null;
        entries ??= noun.Count == 0 ? null : SetOf(noun);
        if (entries is not { Count: > 1 } || GoesOn(entries))
            return Ruling.Unknown(clause.Text, $"it is not plain what '{ClaimToken.Join(noun)}' are");
        if (WhichAre(clause, entries) is not { } which)
            return Ruling.Unknown(clause.Text, "of some it cannot be told");
        var odd = entries.Where((_, i) => !which[i]).ToList();
        var found = odd.Count == 0 ? $"all {entries.Count} are" : $"{odd.Count} of {entries.Count} are not: {string.Join(", ", odd.Take(3).Select(o => $"'{Short(_scene.ShownText(o))}'"))}";
        // "all but two of them"
        if (isNumber && Cardinal(but[0]) is { } number)
            return Ruling.Of(odd.Count == number, clause.Text, found, [.. odd.Take(6)]).Telling("but", "except");
        var names = Items(but).ConvertAll(n => MemberOf(entries, n, noun[^1]));
        if (names.Contains(null))
            return Ruling.Unknown(clause.Text, $"'{ClaimToken.Join(but)}' names none of them");
        return Ruling.Of(odd.Count == names.Count && names.TrueForAll(n => odd.Contains(n!)), clause.Text, found, [.. entries.Take(12)]).Telling("but", "except", "apart", "switched", "turned");
    }

    /// <summary>Which of the entries are as the clause says: by the one switch or box in each of them, or by what they say; null when it cannot be told of each.</summary>
    private List<bool>? WhichAre(Clause clause, List<UiNode> entries)
    {
        if (clause.Verb != ClaimVerb.Be || !StatePhrases.TryState(clause.Object, out var state, out var value))
            return WhichSay(entries, DropFirst(clause.Object, "a", "an", "the"));
        if (state is not (ElementState.On or ElementState.Checked or ElementState.Enabled or ElementState.Selected))
            return null;
        var phrase = Read(clause.Subject);
        var controls = entries.ConvertAll(r => r.Descendants().Prepend(r).Where(n => !n.IsText && _scene.IsPresent(n) && (n.Checked is not null || n.Pressed is not null || n.Role == "switch" || IsToggleLike(n) || Scene.SwitchedByShape(n) is not null)).ToList());
        controls = controls.ConvertAll(c => c.FindAll(n => !c.Exists(o => !ReferenceEquals(o, n) && o.IsSelfOrAncestorOf(n))));
        if (controls.TrueForAll(c => c.Count == 0))
            return WhichSay(entries, clause.Object);
        // What is switched on is in use; which of several boxes is meant is not told.
        var tests = controls.ConvertAll(c => c is [var only] ? Test(only, state == ElementState.Enabled ? ElementState.On : state, phrase) : null);
        return tests.Contains(null) ? null : tests.ConvertAll(t => t == value);
    }

    /// <summary>"Only Production has a purple background", "of the three buttons, only X is purple", "X is the one with the green border": it is, and none of those beside it.</summary>
    private Ruling? OnlyPainted(Clause clause)
    {
        if (clause.Negated || clause.Verb is not (ClaimVerb.Be or ClaimVerb.Have) || clause.Object.Count == 0)
            return null;
        var (subject, said) = (clause.Subject, clause.Object);
        int? whole = null;
        // "Of the three environment buttons, only X": as many as it says.
        if (subject.Count > 4 && subject[0].Is("of", "among") && subject.FindIndex(t => t.Is("only", "just")) is > 1 and var only)
        {
            var set = subject[1..only].Where(t => !t.Is("the", "these", "those", "all", ",")).ToList();
            whole = set.Count > 1 ? Cardinal(set[0]) : null;
            subject = subject[only..];
        }

        if (subject.Count > 1 && subject[0].Is("only", "just"))
            subject = DropFirst(subject[1..], "the");
        else if (clause.Verb == ClaimVerb.Be && said is [{ } the, { } one, { } with, _, ..] && the.Is("the") && one.Is("one") && with.Is("with", "having"))
            said = said[3..];
        else if (clause.Verb == ClaimVerb.Be && said is [{ } article, { } single, { } that, { } has, _, ..] && article.Is("the") && single.Is("one") && that.Is("that", "which") && has.Is("has", "is"))
            said = said[4..];
        else
            return null;
        if (Look(said) is not var (color, part))
            return null;
        var words = Phrase.Tokens(RawText(subject));
        var named = words.Length == 0 ? [] : _scene.Find(words).Select(p => _scene.Exactly(p, words.Length)).OfType<UiNode>().Select(n => n.IsText ? n.Parent! : n).Distinct().ToList();
        if (named.Select(Peers).OfType<(UiNode Own, List<UiNode> All)>().DistinctBy(p => p.Own.Index).ToList() is not [var (own, peers)])
            return Ruling.Unknown(clause.Text, $"which ones '{ClaimToken.Join(subject)}' stands among is not plain");
        if (whole is { } count && count != peers.Count)
            return Ruling.Unknown(clause.Text, $"{peers.Count} stand there");
        var wearers = peers.Where(p => Wears(p, color, part)).ToList();
        var ruling = Ruling.Of(wearers.Count == 1 && ReferenceEquals(wearers[0], own), clause.Text, $"{wearers.Count} of {peers.Count} are: {string.Join(", ", wearers.Take(3).Select(w => $"'{Short(_scene.ShownText(w))}'"))}", [.. wearers.Append(own).Distinct().Take(6)]);
        // "dark", "pale": how light it is.
        if (ruling.IsHeld && said.Find(t => t.Is("dark", "light", "bright", "pale")) is { } shade && !IsOfShade(own, part, shade.Is("dark")))
            return Ruling.Unknown(clause.Text, $"its colour is not plainly {shade.Text}");
        return ruling.Telling(clause.Subject.TakeWhile(t => !t.Is("only", "just")).Concat(said).Select(t => t.Text)).Telling("one", "that", "which");

        // "a purple background", "the dark green border", "purple"
        static (string Color, PaintPart Part)? Look(List<ClaimToken> said)
        {
            var look = said.Where(t => !t.Is("a", "an", "the", "dark", "light", "bright", "pale", "in", "painted", "coloured", "colored", "filled", "with")).ToList();
            if (look.Count is 0 or > 2 || look.Exists(t => t.IsQuoted || t.IsCapital) || ColorWords.Canonical(look[0].Text) is not { } color || look.Count == 2 && !look[1].Is("background", "border", "frame", "outline", "text", "letters", "ground", "fill"))
                return null;
            return (color, look.Count == 1 ? PaintPart.Any : look[1].Text switch { "background" or "ground" or "fill" => PaintPart.Background, "text" or "letters" => PaintPart.Text, _ => PaintPart.Border });
        }
    }

    private static bool IsOfShade(UiNode node, PaintPart part, bool dark)
    {
        if (Kinds.Paint(node) is not { } style || (part == PaintPart.Border ? style.Border : part == PaintPart.Text ? style.Color : style.Background) is not { } color)
            return false;
        var lightness = ColorWords.ToHsl(color).Lightness;
        return dark ? lightness < 0.45 : lightness > 0.55;
    }

    /// <summary>What something stands among: the like blocks side by side, of which it is one or its name leads one.</summary>
    private (UiNode Own, List<UiNode> All)? Peers(UiNode named)
    {
        for (var node = named; node.Parent is { } parent && _scene.Length(node) <= 40; node = parent)
        {
            var kind = node.ClassName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var like = parent.Children.Where(c => !c.IsText && _scene.IsShown(c) && c.Tag == node.Tag && c.Role == node.Role && (c.ClassName == node.ClassName || c.ClassName.Split(' ').Intersect(kind).Any())).ToList();
            if (like.Count > 1)
                return _scene.Start(node) == _scene.Start(named) ? (node, like) : null;
        }

        return null;
    }

    /// <summary>"rows whose status is Passed", "points with result OK": those of a list that have this value under that head or label.</summary>
    private List<UiNode>? EntriesWhere(List<ClaimToken> noun)
    {
        var at = noun.FindIndex(1, t => !t.IsQuoted && t.Is("whose", "with", "where", "having"));
        if (at < 1 || at + 2 >= noun.Count)
            return null;
        var said = noun[(at + 1)..].Where((t, i) => !(i == 0 && t.Is("the", "a", "an"))).ToList();
        if (said.Count < 2 || EntriesOf(noun[..at]) is not { Count: > 1 } entries || _scene.Records.GroupOf(entries[0]) is not { } group)
            return null;
        for (var cut = 1; cut < said.Count; cut++)
        {
            var value = said[cut..].SkipWhile(t => t.Is("is", "are", "of", ":", "reads", "says", "=")).ToList();
            if (value.Count == 0 || value[0].Is("not", "no", "neither") || value.Exists(t => t.Is("than")))
                return null;
            var head = group.Heads.Where(h => HeadIs(h, said[..cut])).ToList();
            var told = entries.ConvertAll(r => head is [var one] ? CellUnder(r, one) is { } cell ? _scene.ShownText(cell) : null : RecordValue(r, [.. said[..cut].SelectMany(t => Phrase.Tokens(t.Text))], group));
            if (head.Count > 1 || told.Contains(null))
                continue;
            var fit = entries.Where((_, i) => ValueText.Equal(RawText(value), told[i]!)).ToList();
            return fit.Count > 0 ? fit : null;
        }

        return null;
    }

    /// <summary>"Retry is disabled in every row whose status is Passed": in each of these entries the one control of that name is so.</summary>
    private Ruling? StateInEvery(Clause clause)
    {
        if (clause.Negated || clause.Verb != ClaimVerb.Be || clause.Subject.Count == 0)
            return null;
        var state = LongestState(clause.Object, out var wanted, out var value);
        if (state == 0 || wanted == ElementState.Visible || state + 2 >= clause.Object.Count || !clause.Object[state].Is("in", "for", "on", "of") || !clause.Object[state + 1].Is("every", "each", "all"))
            return null;
        var noun = clause.Object[(state + 2)..];
        if (EntriesWhere([.. noun.SkipWhile(t => t.Is("the", "of"))]) is not { } entries)
            return null;
        var phrase = Read(clause.Subject);
        var words = phrase.Required.SelectMany(t => t.Words).ToArray();
        var controls = words.Length == 0 ? [] : entries.ConvertAll(r => r.Descendants().Where(n => !n.IsText && _scene.IsPresent(n) && Scene.IsControl(n) && (Phrase.Equal(_scene.NameTokens(n), words) || Phrase.Equal([.. _scene.Tokens(n)], words))).ToList());
        if (controls.Count == 0 || controls.Exists(c => c.Count != 1) || GoesOn(entries))
            return Ruling.Unknown(clause.Text, "which control is meant in each of them is not plain");
        var tests = controls.ConvertAll(c => Test(c[0], wanted, phrase));
        if (tests.Contains(null))
            return Ruling.Unknown(clause.Text, "of some the state cannot be told");
        var odd = tests.FindIndex(t => t != value);
        return Ruling.Of(odd < 0, clause.Text, odd < 0 ? $"in all {entries.Count} it is" : $"in '{Short(_scene.ShownText(entries[odd]))}' it is not", odd < 0 ? [.. controls.Select(c => c[0]).Take(12)] : [controls[odd][0]]).Telling(noun.Select(t => t.Text));
    }

    /// <summary>"No flag has more than two tags": of the marks in each entry that its author calls so.</summary>
    private Ruling? MoreThanEach(Clause clause)
    {
        if (clause.Negated || clause.Verb is not (ClaimVerb.Have or ClaimVerb.Contain or ClaimVerb.Show) || clause.Subject is not [{ } quantifier, _, ..] || !quantifier.Is("no", "every", "each", "all") || CountsOf(clause.Object) is not { Noun: [{ IsQuoted: false } thing] } amount || amount.Compare == "=" && quantifier.Is("no"))
            return null;
        var noun = clause.Subject[1..].SkipWhile(t => t.Is("the", "of")).ToList();
        if (noun.Count == 0 || SetOf(noun) is not { Count: > 1 } entries || GoesOn(entries))
            return null;
        var counts = entries.ConvertAll(r => r.Descendants().Where(n => !n.IsText && _scene.IsShown(n) && _scene.Length(n) > 0 && Scene.ClassWords(n.ClassName).Any(w => Phrase.SameStem(w, thing.Text))).ToList() is var marks ? marks.Count(n => !marks.Exists(o => !ReferenceEquals(o, n) && n.IsSelfOrAncestorOf(o))) : 0);
        if (counts.TrueForAll(c => c == 0))
            return null;
        var odd = counts.FindIndex(c => amount.Fits(c) == quantifier.Is("no"));
        return Ruling.Of(odd < 0, clause.Text, odd < 0 ? $"they have {counts.Min()} to {counts.Max()}" : $"'{Short(_scene.ShownText(entries[odd]))}' has {counts[odd]}", odd < 0 ? [.. entries.Take(12)] : [entries[odd]]) with { IsAccounted = true };
    }
}
