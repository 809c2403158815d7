using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>What the page says in so many words: a whole sentence, "0 answered", "nothing found", the same number in the title.</summary>
internal sealed partial class Judge
{
    private static readonly HashSet<string> Auxiliaries = new(StringComparer.Ordinal) { "the", "a", "an", "is", "are", "was", "were", "be", "been", "will", "has", "have", "had", "now", "that" };

    private static readonly string[] Quantifiers = ["no", "only", "all", "every", "each", "both", "none", "nothing", "neither", "any", "everything", "nobody", "either"];

    /// <summary>The claim stands on the page as a sentence of its own: the same words in the same order, none more and none less.</summary>
    private Ruling? SaidWhole(Clause clause)
    {
        if (clause.Negated || clause.IsNoLonger || clause.IsStill || clause.IsExistential || clause.Quantifier.Length > 0 || clause.Subject.Count == 0 || clause.Object.Count == 0)
            return null;
        if (clause.Subject[0].Is(Quantifiers) || clause.Subject.Any(t => t.Is("not", "only")) || LongestState(clause.Object, out _, out _) > 0 || clause.Verb is not (ClaimVerb.Be or ClaimVerb.Have or ClaimVerb.Belong))
            return null;
        var words = SentenceWords([.. clause.Subject.Concat(clause.Object).SelectMany(t => Phrase.Tokens(t.Text))]);
        if (words.Count < 2 || clause.Object.All(t => Fillers.Contains(t.Text) || t.HasDigit || t.IsQuoted) || words.Any(DenialWords.Contains))
            return null;
        foreach (var position in _scene.Positions(words[0]))
        {
            var line = _scene.Line(_scene.OwnerAt(position));
            if (_scene.Length(line) <= words.Count + 12 && IsStatement(line) && Sentences(_scene.ShownText(line)).Any(s => Phrase.Tokens(s) is var text && Same(SentenceWords(text), words) && (text.Any(FiniteWords.Contains) || clause.Object.Exists(t => t.HasDigit) || !IsOneOfSeveral(line))))
                return Ruling.Held(clause.Text, $"it says '{Says(line)}'", line);
        }

        var notice = Messages(NounPhrase.Read([ClaimToken.Word("message")], null)).FirstOrDefault(m => Sentences(m.Text).Any(s => Same(SentenceWords(Phrase.Tokens(s)), words)));
        return notice is null ? null : Ruling.Held(clause.Text, $"it says '{Short(notice.Text)}'", notice.Node is null ? [] : [notice.Node]);

        static bool Same(List<string> left, List<string> right) => left.Count == right.Count && left.Zip(right).All(p => Phrase.SameStem(p.First, p.Second));
    }

    /// <summary>The denial stands on the page as a sentence of its own: "Anton is not in the committee."</summary>
    private Ruling? DeniedWhole(Clause clause)
    {
        if (!(clause.Negated ^ clause.IsNoLonger) || clause.Verb != ClaimVerb.Be || clause.Quantifier.Length > 0 || clause.IsExistential || clause.Subject.Count == 0 || clause.Object.Count == 0 || clause.Subject[0].Is(Quantifiers))
            return null;
        var words = SentenceWords([.. clause.Subject.Concat(clause.Object).SelectMany(t => Phrase.Tokens(t.Text))]);
        foreach (var position in words.Count > 1 ? _scene.Positions(words[0]) : [])
        {
            var line = _scene.Line(_scene.OwnerAt(position));
            if (_scene.Length(line) > words.Count + 12 || !IsStatement(line))
                continue;
            foreach (var sentence in Sentences(_scene.ShownText(line)))
            {
                var text = Phrase.Tokens(sentence).ToList();
                var at = text.FindIndex(t => t is "not" or "isn't" or "aren't" or "wasn't" or "weren't" || t == "no" && text.Contains("longer"));
                if (at < 1 || !(text.Take(at).Any(FiniteWords.Contains) || text[at].EndsWith('t') && text[at] != "not") || clause.IsNoLonger && text[at] != "no")
                    continue;
                text.RemoveRange(at, text[at] == "no" ? 2 : 1);
                if (SentenceWords(text) is var said && said.Count == words.Count && said.Zip(words).All(p => Phrase.SameStem(p.First, p.Second)))
                    return Ruling.Held(clause.Text, $"it says '{Says(line)}'", line);
            }
        }

        return null;
    }

    private static readonly HashSet<string> FiniteWords = new(StringComparer.Ordinal) { "is", "are", "was", "were", "has", "have", "had", "will" };

    // A step, an answer or an entry without a verb ("Order shipped") names what can be so.
    private bool IsOneOfSeveral(UiNode line) => line.Ancestors().Prepend(line).Any(n => _scene.Records.GroupOf(n) is { IsTable: false, Records.Count: > 1 } group && (group.IsStructured || n.Tag == "li" || n.ClassName.Length > 0) && _scene.Length(n) <= _scene.Length(line) + 3);

    private static List<string> SentenceWords(IReadOnlyList<string> tokens) => [.. tokens.Where(t => !Auxiliaries.Contains(t))];

    private static IEnumerable<string> Sentences(string text) => text.Split(". ", StringSplitOptions.RemoveEmptyEntries).Where(s => !s.TrimEnd().EndsWith('?'));

    // What can be pressed or ticked offers something; it does not say that it is so.
    private static bool IsStatement(UiNode line) => !line.Ancestors().Prepend(line).Any(n => Scene.IsControl(n) || n.Tag is "label" or "option" or "legend");

    /// <summary>"nothing has been answered": the page counts them and says 0.</summary>
    private Ruling? NothingDone(Clause clause)
    {
        if (clause.Subject is not [var nothing, ..] || clause.Negated || clause.Object is not [{ IsQuoted: false } deed] || deed.Text.Length < 4 || StatePhrases.TryState([deed], out var state, out _) && state == ElementState.Visible)
            return null;
        if (!(clause.Subject.Count == 1 ? nothing.Is("nothing", "none") : clause.Subject.Count == 2 && nothing.Is("no") && !clause.Subject[1].IsQuoted))
            return null;
        var noun = clause.Subject.Count == 2 ? clause.Subject[1].Text : null;
        var counts = new List<(string Number, UiNode Line)>();
        for (var p = 1; p < _scene.TokenCount; p++)
        {
            var number = _scene.TokenAt(p - 1);
            if (!number.All(char.IsDigit) || !_scene.IsTogether(p - 1, 2) || !IsStatement(_scene.OwnerAt(p)))
                continue;
            // "0 answered", "0 questions answered"
            var next = noun is not null && p + 1 < _scene.TokenCount && SameWord(_scene.TokenAt(p), noun) ? p + 1 : p;
            if (SameWord(_scene.TokenAt(next), deed.Text))
                counts.Add((number, _scene.Line(_scene.OwnerAt(p))));
        }

        return counts.Select(c => c.Number == "0").Distinct().ToList() is [var zero] ? Ruling.Of(zero, clause.Text, $"it says '{Says(counts[0].Line)}'", counts[0].Line) with { IsAbsence = true } : null;
    }

    /// <summary>"The score is 1", where it is said that you scored 1 of 6.</summary>
    private Ruling? Uttered(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        if (subject.Where(t => !t.Is("the", "your", "final", "total")).ToList() is not [{ IsQuoted: false, HasDigit: false } noun] || obj.Count == 0 || !obj[0].HasDigit)
            return null;
        var said = Phrase.Tokens(RawText(obj));
        var found = new List<(bool Holds, UiNode Line)>();
        for (var p = 0; p + said.Length < _scene.TokenCount; p++)
        {
            if (_scene.TokenAt(p).EndsWith("ed", StringComparison.Ordinal) && SameWord(_scene.TokenAt(p), noun.Text) && char.IsDigit(_scene.TokenAt(p + 1)[0]) && _scene.IsTogether(p, 2) && IsStatement(_scene.OwnerAt(p)) && !IsDenied(p))
                found.Add((said.Select((t, i) => Phrase.Same(_scene.TokenAt(p + 1 + i), t)).All(x => x), _scene.Line(_scene.OwnerAt(p))));
        }

        return found is [var only] ? Ruling.Of(only.Holds, $"{ClaimToken.Join(subject)} is {RawText(obj)}", $"it says '{Says(only.Line)}'", only.Line) : null;
    }

    /// <summary>"Searching for 'X' finds nothing": X is what is typed, and the page says that there is nothing.</summary>
    private Ruling Yields(Clause clause)
    {
        // "The filter leaves two flags", "the search finds 3 orders": so many are there.
        if (CountsOf(clause.Object) is { } amount && !clause.Object[0].Is("no"))
            return Counted(amount, null).NotIf(clause.Negated);
        var typed = clause.Subject.Where(t => t.IsQuoted).ToList();
        if (clause.Negated || clause.Subject[0].IsQuoted || !clause.Subject[0].Text.EndsWith("ing", StringComparison.Ordinal) || typed.Count == 0 || clause.Object is not [var first, ..] || !first.Is("nothing", "no"))
            return Ruling.Unknown(clause.Text, "what it leads to cannot be judged here");
        if (!typed.All(q => _scene.Nodes.Any(n => _scene.IsPresent(n) && Scene.IsField(n) && ValueText.Equal(q.Raw, n.Value ?? "", strict: true))))
            return Ruling.Failed(clause.Text, "no field holds that");
        var empty = _scene.Nodes.FirstOrDefault(n => n.IsText && _scene.IsShown(n) && IsStatement(n) && SaysNothing(_scene.Tokens(n)));
        return empty is null ? Ruling.Unknown(clause.Text, "no text says that nothing was found") : Ruling.Held(clause.Text, $"it says '{Says(empty)}'", empty) with { IsAccounted = true };
    }

    /// <summary>"The session ends in 20 minutes": a line that says just that, or a label for the end.</summary>
    private Ruling Ending(Clause clause)
    {
        var said = SaysSo(clause.Subject, [ClaimToken.Word(clause.VerbText), .. clause.Object]);
        if (!said.IsUnknown)
            return said;
        var labelled = Value([.. clause.Subject, ClaimToken.Word("'s"), ClaimToken.Word("end")], DropFirst(clause.Object, "on", "in", "at"), TextMode.Whole, slotsOnly: true);
        return labelled.IsHeld ? labelled : Ruling.Unknown(clause.Text, "when it ends is not told");
    }

    /// <summary>"for patients without insurance": the case that is chosen on this page ("I have no insurance").</summary>
    private bool IsChosenCase(List<ClaimToken> place)
    {
        // "for user Sam": the field or choice of that name holds it.
        if (place.Count == 3 && place[0].Is("for", "with") && !place[1].IsQuoted && _scene.Slots.Slots.Where(s => Scene.IsField(s.Value) && s.Label.Any(l => Phrase.SameStem(l, place[1].Text))).DistinctBy(s => s.Value.Index).ToList() is [var field])
            return ValueText.Equal(place[2].Raw, TextOf(field));
        // "for 500 copies": the field of that name holds so many.
        if (place is [{ } of, { HasDigit: true, IsQuoted: false } many, { IsQuoted: false } noun] && of.Is("for", "with") && _scene.Slots.Slots.Where(s => Scene.IsField(s.Value) && s.Label.Any(l => Phrase.SameStem(l, noun.Text))).DistinctBy(s => s.Value.Index).ToList() is [var amount])
            return ValueText.Equal(many.Raw, TextOf(amount));
        if (place.Count < 4 || !place[0].Is("for") || !place[2].Is("with", "without", "having") || !Coverage.IsClassifier(place[1].Text) || !place[1].Text.EndsWith('s'))
            return false;
        var words = place.Skip(3).SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w)).ToList();
        return words.Count > 0 && !words.Any(DenialWords.Contains) && _scene.Nodes.Any(n => n.Checked == TriState.On && _scene.IsPresent(n) && n.Role is "radio" or "checkbox" or "switch" && _scene.NameTokens(n) is var name
            && words.All(w => name.Any(t => SameWord(t, w))) && name.Any(DenialWords.Contains) == place[2].Is("without"));
    }

    private static bool SaysNothing(IReadOnlyList<string> tokens)
        => tokens.Count is >= 2 and <= 12 && (tokens[0] is "no" or "nothing" or "0" or "none" or "sorry" || tokens.Any(t => t is "nothing")) && tokens.Any(t => t is "no" or "nothing" or "none" or "0") && tokens.Any(t => t is "found" or "match" or "matches" or "matched" or "matching" or "results" or "result" or "here" or "available");

    /// <summary>"... and the window title says so": it holds the numbers, or all the words, of the claim before.</summary>
    private Ruling Echoes(Clause clause, Clause said)
    {
        var title = clause.Subject.Any(t => t.Is("title")) && clause.Subject.Any(t => t.Is("window", "page", "tab", "browser", "document"));
        var text = title ? _scene.Observation.Title : RegionsOf(clause.Subject) is [var region] ? string.Join(' ', region.Parts.Select(p => _scene.ShownText(p))) : _resolver.Slots(Read(clause.Subject), false) is [var slot] ? TextOf(slot) : null;
        // "a red message says so": the sentence itself, in one message.
        if (text is null && !clause.Negated && !said.Negated && SourceOf(clause.Subject) is { } lines && lines.Find(l => SaysInOneSentence(_scene.ShownText(l), said.Object is [{ } shown] && shown.Is("displayed") ? said.Subject : [.. said.Subject, .. said.Object], false)) is { } line)
            return Ruling.Held(clause.Text, $"it says '{Says(line)}'", line) with { IsAccounted = true };
        if (text is null || clause.Negated || said.Negated)
            return Ruling.Unknown(clause.Text, $"'{ClaimToken.Join(clause.Subject)}' is not found once");
        var tokens = Phrase.Tokens(text);
        var words = said.Subject.Concat(said.Object).Where(t => !t.IsMark).SelectMany(t => NumberWords.TryCardinal(t.Text, out var n) ? [n.ToString(System.Globalization.CultureInfo.InvariantCulture)] : Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w)).ToList();
        var numbers = words.Where(w => w.Any(char.IsDigit)).ToList();
        if (words.Any(DenialWords.Contains))
            return Ruling.Unknown(clause.Text, "what is not there cannot be said again");
        if (numbers.Count > 0)
        {
            var named = words.Any(w => !w.Any(char.IsDigit) && tokens.Any(t => SameWord(t, w)));
            return Ruling.Of(named && numbers.All(w => tokens.Any(t => Phrase.Same(t, w))), $"{ClaimToken.Join(clause.Subject)} says {string.Join(", ", numbers)}", $"it is '{Short(text)}'");
        }

        return words.Count > 0 && words.All(w => tokens.Any(t => SameWord(t, w)) || Coverage.IsClassifier(w)) && words.Any(w => tokens.Any(t => SameWord(t, w)))
            ? Ruling.Held(clause.Text, $"it is '{Short(text)}'")
            : Ruling.Unknown(clause.Text, $"it is '{Short(text)}'");
    }

    /// <summary>"Prices are shown per year", "amounts are given in EUR": of all amounts of the page.</summary>
    private Ruling? PerUnit(Clause clause)
    {
        var obj = DropFirst(clause.Object, "shown", "displayed", "given", "quoted", "listed", "stated", "expressed", "calculated", "charged");
        if (clause.Negated || obj.Count != 2 || !obj[0].Is("per") || clause.Subject.Any(t => t.IsQuoted || t.HasDigit) || clause.Subject.Where(t => !t.Is("the", "all", "plan")).ToList() is not [var what] || !what.Is("prices", "rates", "fees", "costs", "amounts", "price"))
            return null;
        var wanted = ValueText.Unit(obj[1].Text);
        var units = new List<(string Unit, UiNode Node)>();
        for (var p = 0; p + 1 < _scene.TokenCount; p++)
        {
            var end = _scene.TokenAt(p);
            if (end is "/" or "per" && p > 0 && ValueText.TryQuantity(PriceBefore(p), out _, out var money) && money.Any(u => u is "eur" or "usd" or "gbp" or "chf" or "pln" or "sek"))
                units.Add((ValueText.Unit(_scene.TokenAt(p + 1)), _scene.Line(_scene.OwnerAt(p))));
        }

        return units.Count == 0 ? null : Ruling.Of(units.All(u => u.Unit == wanted), clause.Text, $"they are per {string.Join(", ", units.Select(u => u.Unit).Distinct())}", units[0].Node);
    }

    private List<string> PriceBefore(int position)
    {
        var line = _scene.Line(_scene.OwnerAt(position));
        var from = Math.Max(_scene.Start(line), position - 2);
        return [.. Enumerable.Range(from, position - from).Select(_scene.TokenAt)];
    }
}
