using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Enabled, checked, selected, expanded, focused, empty.</summary>
internal sealed partial class Judge
{
    private Ruling State(Clause clause, ElementState state, bool value, List<ClaimToken> rest)
    {
        var subject = clause.Subject;
        if (state == ElementState.Visible)
            return Visibility(clause, value != clause.Negated, rest);
        if (subject is [{ } nothing] && nothing.Is("nothing"))
            return NothingIs(clause, state, value, rest);
        if (subject.Count > 3 && subject[1].Is("of") && subject[0].HasDigit && subject[2].HasDigit)
            return PartOf(subject, clause.Object).NotIf(clause.Negated);
        // "selected as categories": a word for what it is.
        if (rest.Count > 0 && rest[0].Is("as"))
            rest = rest[1..];
        // "available for every invoice": each record has one.
        if (rest.Count > 1 && rest[0].Is("for", "in", "on") && rest[1].Is("every", "each", "all"))
            return EveryHas(subject, rest[2..], state, value).NotIf(clause.Negated);
        // "Loans is highlighted in the side menu": that one of several which lies there.
        if (rest.Count > 1 && rest[0].Is("in", "on", "inside", "within") && state is ElementState.Selected or ElementState.Current or ElementState.Enabled && Read(subject) is { Quantifier: "" } inner && RegionsOf(rest[1..]) is [var region] && !region.Parts.Contains(_scene.Root) && _resolver.Within is null)
        {
            _resolver.Within = region;
            var inside = StateOf(inner, state, value);
            _resolver.Within = null;
            if (!inside.IsUnknown)
                return inside.NotIf(clause.Negated);
        }

        if (FirstOf(subject) is { } few && rest.Count == 0)
        {
            var members = Members(Read(few.Noun), state);
            if (members.Count <= few.Number)
                return Ruling.Unknown(clause.Text, $"{members.Count} elements fit");
            var taken = (few.Last ? members.TakeLast(few.Number) : members.Take(few.Number)).ToList();
            var tests = taken.Select(n => Test(n, state, Read(few.Noun))).ToList();
            return tests.Any(t => t is null) ? Ruling.Unknown(clause.Text, "of some the state cannot be told") : Ruling.Of(tests.All(t => t == value), clause.Text, $"{tests.Count(t => t == value)} of {taken.Count} are", [.. taken]).NotIf(clause.Negated);
        }

        List<ClaimToken> all = rest.Count > 0 ? [.. subject, .. rest] : subject;
        var phrase = Read(all);
        var negated = clause.Negated;
        if (phrase.Quantifier == "no" && state == ElementState.Open && phrase.Kind is ElementKind.Dialog or ElementKind.Menu)
            return Opened(phrase, clause, value).NotIf(!negated);
        if (clause.Quantifier.Length > 0 && phrase.Quantifier.Length == 0)
            phrase = Read([ClaimToken.Word(clause.Quantifier), .. all]);
        // "The single room is selected", where an answer is called Single: a name, no number.
        if (subject is [{ } the, { } one, _, ..] && the.Is("the") && NumberWords.TryCardinal(one.Text, out _) && _scene.Nodes.Any(n => !n.IsText && _scene.IsPresent(n) && (n.Checked is not null || n.Selected is not null) && _scene.NameTokens(n).Contains(one.Text)))
            return StateOf(NounPhrase.Read([new(one.Text, one.Raw, IsQuoted: true, IsName: true), .. subject[2..]], _scene), state, value).NotIf(negated);
        if (phrase.Quantifier == "no" || phrase.Quantifier == "only" || phrase.Number is not null && phrase.Quantifier.Length == 0 || CountsOf(subject) is not null)
        {
            var counted = rest.Count == 0 && !negated && clause.Object is [{ IsQuoted: false }] && CountsOf(subject) is { } told && Badged(told, clause.Object) ? CountedAs(told, clause.Object) : CountState(subject, state, value, negated, rest);
            if (!counted.IsUnknown || phrase.Quantifier == "no")
                return counted;
        }

        if (state is ElementState.Expanded or ElementState.Open && DetailsOf(subject, value) is { } details)
            return details.NotIf(negated);
        if (state is ElementState.Open)
            return Opened(phrase, clause, value).NotIf(negated);
        if (state is ElementState.Selected or ElementState.Current && phrase.Quantifier.Length == 0 && StepIs(phrase, clause.Text) is { } step)
            return step.NotIf(value == negated);
        if (state == ElementState.Selected && rest is [var of, { IsQuoted: true }] && of.Is("for", "in", "under") && ChosenIs(rest[1..], subject) is { IsUnknown: false } answer)
            return answer.NotIf(value == negated);
        if (state == ElementState.Selected && phrase.Quantifier.Length == 0 && OptionChosen(subject, rest) is { IsUnknown: false } chosen)
            return chosen.NotIf(negated);
        var isAny = state is ElementState.Selected or ElementState.Current && subject.Count > 1 && subject[0].Is("a", "an");
        var ruling = phrase.Quantifier is "all" or "both" || (phrase.IsPlural && Kinds.IsControlKind(phrase.Kind)) ? AllAre(phrase, state, value) : StateOf(phrase, state, value);
        // "A date is chosen" speaks of a choice, not of a tab or step that is called Date.
        if (isAny && ruling.IsHeld && ruling.Evidence.Any(n => Phrase.Equal([.. _scene.Tokens(n)], Phrase.Tokens(RawText(subject[1..])))))
            return Ruling.Unknown(clause.Text, "what is chosen is not told");
        return ruling.NotIf(negated);
    }

    /// <summary>"the first two documents": how many from which end of what.</summary>
    private static (int Number, bool Last, List<ClaimToken> Noun)? FirstOf(List<ClaimToken> subject)
    {
        var words = DropFirst(subject, "the");
        return words.Count > 2 && words[0].Is("first", "last", "top", "bottom") && !words[1].Is("a", "an") && NumberWords.TryCardinal(words[1].Text, out var number) && number is > 1 and < 20 ? (number, words[0].Is("last", "bottom"), words[2..]) : null;
    }

    /// <summary>Whether entries of that noun say the word as a text of their own: a badge "Active" is what is counted, not the entry that one is at.</summary>
    private bool Badged(Amount amount, List<ClaimToken> quality)
    {
        var words = quality.SelectMany(t => Phrase.Tokens(t.Text)).ToArray();
        return words.Length > 0 && GroupFor(Read(amount.Noun), null) is { } group && Shown(group).Any(r => _scene.Find(words, r).Any(p => _scene.Exactly(p, words.Length) is { } own && !IsDenied(p) && !own.Ancestors().Prepend(own).Any(Scene.IsControl)));
    }

    private Ruling Visibility(Clause clause, bool positive, List<ClaimToken> rest)
    {
        var subject = clause.Subject;
        if (rest.Count > 1 && rest[0].Is("for", "in", "on") && rest[1].Is("every", "each"))
            return EveryHas(subject, rest[2..]).NotIf(!positive);
        if (rest.Count > 1 && rest[0].Is("with"))
        {
            // "is displayed with an Undo link": both.
            var with = rest[1..];
            return Ruling.All([Seen(subject, [], positive), Seen(with, [], positive)]);
        }

        if (rest.Count > 1 && rest[0].Is("as") && rest.Skip(1).Any(t => t.Is("error", "message", "warning", "alert", "notice", "toast", "notification")))
            rest = rest.FindIndex(2, t => t.Is("at", "in", "on", "below", "above", "next", "under")) is > 0 and var where ? rest[where..] : [];
        if (rest.Count > 0 && rest[0].Is("as", "by", "from", "than"))
            return Ruling.Unknown(clause.Text, $"'{ClaimToken.Join(rest)}' is not understood");
        var listed = clause.Object.Count > 0 && clause.Object[0].Is("listed", "gone", "removed", "missing", "unlisted") || clause.IsNoLonger && !subject.Any(t => t.IsQuoted);
        if (subject is [{ } nothing] && nothing.Is("nothing"))
            return Ruling.Unknown(clause.Text, "'nothing' cannot be judged here");
        var phrase = Read(subject);
        if (phrase.Quantifier == "no" && positive && NoneTold(clause, subject, rest) is { } none)
            return none;
        if (phrase.Quantifier == "only" || phrase.Number is not null || CountsOf(subject) is not null || phrase.Quantifier == "no" && phrase.IsPlural)
        {
            var counted = CountSeen(clause, subject, rest, positive);
            if (!counted.IsUnknown || phrase.Quantifier == "only")
                return counted;
            if (phrase.Quantifier != "no")
                return counted;
        }

        return Seen(subject, rest, positive, listed, transient: !(clause.Object.Count > 0) || !clause.Object[0].Is("visible", "present", "there"));
    }

    /// <summary>"13 of 14 employees are selected": the page says so itself.</summary>
    private Ruling PartOf(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var expected = $"{ClaimToken.Join(subject)} {ClaimToken.Join(obj)}";
        var numbers = new[] { subject[0].Text, "of", subject[2].Text };
        var words = subject.Skip(3).Concat(obj).SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w)).ToList();
        foreach (var position in _scene.Find(numbers))
        {
            var line = _scene.Line(_scene.Holder(position, 3));
            var tokens = _scene.Tokens(line);
            // The words may stand before it as its caption: "Stations declared 2 of 5".
            var from = position - words.Count;
            var caption = words.Count > 0 && from >= 0 ? Enumerable.Range(from, words.Count).Select(_scene.TokenAt).ToList() : [];
            if (words.Count > 1 && caption.Count == words.Count && words.All(w => caption.Any(t => SameWord(t, w))) && _scene.Exactly(position, 3) is { } alone)
                return Ruling.Held(expected, $"it says '{string.Join(' ', caption)} {Says(alone)}'", alone);
            if (tokens.Count < 16 && words.All(w => tokens.Any(t => SameWord(t, w)) || Coverage.IsClassifier(w) && _scene.SpeaksOf(w) && words.Count > 1) && !tokens.Any(DenialWords.Contains))
                return Ruling.Held(expected, $"it says '{Says(line)}'", line);
        }

        // "1 of 6 confirmed", on a page about segments: the figure says what is so, the page of what.
        var nouns = subject.Skip(3).SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w)).ToList();
        var quality = obj.SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w)).ToList();
        if (nouns is [var noun] && quality.Count is 1 or 2 && _scene.SpeaksOf(noun) && _scene.Find([.. numbers, .. quality]).Select(p => _scene.Exactly(p, numbers.Length + quality.Count)).OfType<UiNode>().FirstOrDefault(n => IsAbout(n, noun)) is { } figured)
            return Ruling.Held(expected, $"it says '{Says(figured)}'", figured);
        // "1-5 of 12" shows five of them.
        if (obj is [{ } shown] && shown.Is("displayed", "shown", "listed", "visible") && int.TryParse(subject[0].Text, out var part) && int.TryParse(subject[2].Text, out var whole))
        {
            foreach (var line in _scene.Nodes.Where(n => n.IsText && _scene.IsShown(n) && _scene.Length(n) is > 2 and < 8))
            {
                if (System.Text.RegularExpressions.Regex.Match(line.OwnText, @"(\d+)\s*[-–—]\s*(\d+)\s+of\s+(\d+)\b") is { Success: true } pager)
                    return Ruling.Of(int.Parse(pager.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture) - int.Parse(pager.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) + 1 == part && pager.Groups[3].Value == subject[2].Text && whole >= part, expected, $"it says '{line.OwnText.Trim()}'", line);
            }
        }

        // "4 of 6 vehicles are on the road": what stands under "On the road".
        var label = obj.SelectMany(t => Phrase.Tokens(t.Text)).ToArray();
        if (label.Length > 1 && subject.Skip(3).SelectMany(t => Phrase.Tokens(t.Text)).All(w => Fillers.Contains(w) || _scene.SpeaksOf(w)) && _scene.Slots.Slots.Where(s => s.Strength > 1 && Phrase.Equal(s.Label, label)).Select(s => s.Value).Distinct().ToList() is [var figure] && _scene.Tokens(figure) is { Count: 3 } told && told[1] == "of")
            return Ruling.Of(told.SequenceEqual(numbers, StringComparer.Ordinal), expected, $"it says '{Says(figure)}'", figure);
        return Ruling.Unknown(expected, "no text says so");
    }

    /// <summary>One control in that state.</summary>
    private Ruling StateOf(NounPhrase phrase, ElementState state, bool value)
    {
        var expected = $"{phrase} is {(value ? "" : "not ")}{state.ToString().ToLowerInvariant()}";
        if (phrase.IsEmpty)
            return Ruling.Unknown(expected, "it is not said what");
        if (state is ElementState.Empty && Emptiness(phrase, value, expected) is { IsUnknown: false } emptiness)
            return emptiness;
        if (state is ElementState.Playing or ElementState.Bold or ElementState.Italic or ElementState.Underlined or ElementState.Struck)
            return Styled(phrase, state).NotIf(!value);
        var nodes = Candidates(phrase, state);
        // "'Bulk edit' is greyed out": the entry of just these words, not the menu that it stands in.
        if (state == ElementState.Enabled && phrase.Required.Where(t => t.IsQuoted).ToList() is [{ Words: var entry }] && nodes.Exists(n => _scene.Length(n) > entry.Length) && _scene.Find(entry).Select(p => _scene.Exactly(p, entry.Length)).OfType<UiNode>().Select(n => n.IsText ? n.Parent! : n).Distinct().ToList() is [var exact] && _scene.Records.GroupOf(exact) is { Records.Count: > 1 }
            && nodes.TrueForAll(n => n.IsSelfOrAncestorOf(exact)))
            nodes = [exact];
        // "the search box", of several fields the one that says that it searches.
        if (nodes.Count != 1 && phrase.Kind == ElementKind.SearchField && phrase.Ordinal == 0 && phrase.Terms.All(t => t.Words.All(w => w is "search" or "box" or "field" or "bar")) && _scene.Nodes.Where(n => Scene.IsField(n) && _scene.IsPresent(n) && (n.Role == "searchbox" || _scene.NameTokens(n).Concat(Phrase.Tokens(n.Placeholder)).Any(w => w is "search" or "find"))).ToList() is [var searching])
            nodes = [searching];
        if (EntryInMenu(phrase) is { } item)
            nodes = [item];
        // "The driver list of VAN-07": what only lies in the entry of that number, and is called otherwise, is not it.
        if (phrase.Required.Sum(t => t.Words.Length) > 1 && phrase.Required.Any(t => t.Words.Any(w => w.Any(char.IsDigit))))
            nodes = nodes.FindAll(n => Kinds.IsControlKind(phrase.Kind) && Kinds.Fits(n, phrase.Kind) || phrase.Required.Any(t => _resolver.Coverage.OwnHas(n, t.Words, t.IsQuoted) || t.Words.Any(w => _resolver.Coverage.OwnHas(n, [w]) || _scene.Slots.Slots.Any(s => ReferenceEquals(s.Value, n) && s.Label.Any(l => SameWord(l, w))))));
        // "Save rollout", where a heading over all of them has one of the words: the one that is called just so.
        if (nodes.Count > 1 && phrase.Ordinal == 0 && phrase.Required.SelectMany(t => t.Words).ToArray() is { Length: > 0 } whole && nodes.Where(n => Phrase.Equal(_scene.NameTokens(n) is { Length: > 0 } name ? name : [.. _scene.Tokens(n)], whole)).ToList() is [var called])
            nodes = [called];
        // "The Reserve button of Fog Signal", in whose entry the title is a link: the one that is a button and is called so.
        if (nodes.Count > 1 && phrase is { Kind: ElementKind.Button, Ordinal: 0 })
        {
            bool IsNamed(UiNode n) => _scene.NameTokens(n) is { Length: > 0 } name && phrase.Required.Any(t => t.Words.Any(w => name.Any(l => Phrase.SameStem(l, w))) && name.All(l => t.Words.Any(w => Phrase.SameStem(l, w)) || phrase.Required.Any(r => r.Words.Contains(l))));
            if (nodes.FindAll(n => n.Role == "button") is [var button] && IsNamed(button) && nodes.TrueForAll(n => n.Role is "button" or "link"))
                nodes = [button];
        }

        if (nodes.Count == 0)
            return StatusWord(phrase, state, value, expected);
        if (nodes.Count > 1 && nodes.Count > 6)
            return Ruling.Unknown(expected, $"{nodes.Count} elements fit '{phrase}'");
        var results = nodes.Select(n => Test(n, state, phrase) ?? (state == ElementState.Enabled && value && n.Checked == TriState.Off && phrase.Kind == ElementKind.Any ? false : null)).Distinct().ToList();
        if (results is [{ } one])
        {
            return nodes.Count > 1 && !Stacked(nodes)
                ? Ruling.Unknown(expected, $"{nodes.Count} elements fit '{phrase}'")
                : Ruling.Of(one == value, expected, $"{Label(nodes[0])} is {(one ? "" : "not ")}{state.ToString().ToLowerInvariant()}", nodes[0]) with { IsGuess = IsForm(nodes[0]) };
        }

        return results is [null] ? StatusWord(phrase, state, value, expected) : Ruling.Unknown(expected, $"{nodes.Count} elements fit '{phrase}'");
    }

    // "Publish calendar in the Share menu": the entry of just that name in the menu that is open, not what opened it.
    private UiNode? EntryInMenu(NounPhrase phrase)
    {
        var at = phrase.Source.FindIndex(t => !t.IsQuoted && t.Is("in", "of", "from"));
        if (at < 1 || at + 1 >= phrase.Source.Count || !phrase.Source[^1].Is("menu", "dropdown", "popup"))
            return null;
        var words = Phrase.Tokens(RawText([.. phrase.Source[..at].SkipWhile(t => t.Is("the"))]));
        if (words.Length == 0 || _regions.Find(Read(phrase.Source[(at + 1)..])) is not [var menu])
            return null;
        return _scene.Find(words).Select(p => _scene.Exactly(p, words.Length)).OfType<UiNode>().Select(n => n.IsText ? n.Parent! : n).Distinct().Where(menu.Contains).ToList() is [var only] ? only : null;
    }

    // A label with its control, a row with its link: one thing to the user.
    private static bool Stacked(IReadOnlyList<UiNode> nodes) => nodes.All(n => nodes[0].IsSelfOrAncestorOf(n) || n.IsSelfOrAncestorOf(nodes[0]));

    private static string Label(UiNode node) => node.Name.Length > 0 ? $"'{Short(node.Name)}'" : node.InnerText.Length > 0 ? $"'{Short(node.InnerText)}'" : node.Role;

    private List<UiNode> Candidates(NounPhrase phrase, ElementState state)
    {
        bool Filter(UiNode n) => state switch
        {
            ElementState.Checked or ElementState.On => n.Checked is not null || n.Pressed is not null || n.Role == "switch" || IsToggleLike(n) || Scene.SwitchedByShape(n) is not null,
            ElementState.Selected or ElementState.Current => n.Checked is not null || n.Selected is not null || n.Pressed is not null || n.IsCurrent || Scene.IsControl(n) || n.IsInteractive || _scene.Records.GroupOf(n) is not null && _scene.Length(n) is > 0 and < 40,
            ElementState.Expanded => n.Expanded is not null || n.Tag == "summary" || n.Role == "treeitem",
            ElementState.Empty or ElementState.Required or ElementState.Invalid or ElementState.ReadOnly or ElementState.Masked => Scene.IsField(n),
            ElementState.Editable => Scene.IsField(n) || n.Checked is not null,
            ElementState.Focused => Scene.IsControl(n) || n.IsFocused,
            _ => Scene.IsControl(n) || n.IsInteractive || n.IsDisabled && !n.IsText || n.LooksDisabled && !n.IsText && n.Children.Count <= 2,
        };
        var wanted = phrase.Kind;
        var matches = _resolver.Controls(phrase, n => Filter(n) && (!Kinds.IsControlKind(wanted) || Kinds.Fits(n, wanted))).ToList();
        if (matches.Count == 0 && !phrase.Required.Any() && Kinds.IsControlKind(wanted))
            matches = [.. _scene.Nodes.Where(n => !n.IsText && _scene.IsPresent(n) && Filter(n) && Kinds.Fits(n, wanted)).Select(n => new Match(n, default, 0))];
        if (matches.Count == 0 && wanted is ElementKind.TextArea or ElementKind.SearchField or ElementKind.Slider or ElementKind.FileField && phrase.Required.All(t => t.Words.All(_scene.SpeaksOf)))
        {
            // The only one of a kind of which a page has one.
            var only = _scene.Nodes.Where(n => !n.IsText && _scene.IsPresent(n) && Filter(n) && wanted switch { ElementKind.TextArea => n.Tag is "textarea" or "div" && n.IsEditable, ElementKind.SearchField => n.Role == "searchbox", ElementKind.Slider => n.Role == "slider", _ => n.InputType == "file" }).ToList();
            if (only.Count == 1)
                return only;
        }

        if (matches.Count == 0 && Kinds.IsControlKind(wanted) && wanted != ElementKind.Any)
            matches = [.. _resolver.Controls(phrase, Filter)];
        if (matches.Count == 0 && state is ElementState.Selected && phrase.Places.Count == 0)
            matches = [.. _resolver.Controls(phrase, n => n.Tag == "select" || n.Role == "combobox").Where(_ => false)];
        if (matches.Count > 1)
        {
            // Prefer what can be operated, then what has the state told by its author.
            var told = matches.Where(m => state is ElementState.Selected or ElementState.Current ? m.Node.Checked is not null || m.Node.Selected is not null || m.Node.Pressed is not null || m.Node.IsCurrent : state is ElementState.Checked or ElementState.On ? m.Node.Checked is not null || m.Node.Pressed is not null : Scene.IsControl(m.Node)).ToList();
            if (told.Count > 0)
                matches = told;
        }

        if (matches.Count == 0 && wanted == ElementKind.Button && phrase.Places.Contains(ElementKind.Dialog) && MainButton(phrase) is { } main)
            return [main];
        if (matches.Count == 0 && _grounder is not null && state is not ElementState.Expanded && phrase.Quantifier.Length == 0)
        {
            var grounded = _grounder.Ground(ClaimToken.Join(phrase.Source), GroundingPurposeOf(state), _scene.Observation, _scene.Grounding);
            if (grounded is { Outcome: Autonoma.Engine.Grounding.GroundingOutcome.Found, Node: { } node, Region: null } && grounded.Confidence >= 0.6 && Filter(node))
                return [node];
        }

        if (matches.Count == 0 && state is ElementState.Enabled or ElementState.Selected or ElementState.Checked && ByIcon(phrase, n => Filter(n) && Scene.IsControl(n)) is { Count: > 0 } icons)
            return icons;
        return [.. matches.Select(m => m.Node)];
    }

    /// <summary>"the confirm button inside the dialog": no button is called so, and just one of it does not dismiss.</summary>
    private UiNode? MainButton(NounPhrase phrase)
    {
        if (!phrase.Required.All(t => t.Words is [var word] && word is "confirm" or "confirmation" or "ok" or "main" or "primary" or "submit") || !phrase.Required.Any() || phrase.Ordinal != 0)
            return null;
        var dialogs = _scene.Nodes.Where(n => _scene.IsShown(n) && Kinds.IsDialog(n)).ToList();
        if (dialogs.Where(d => !dialogs.Any(o => !ReferenceEquals(o, d) && d.IsSelfOrAncestorOf(o))).ToList() is not [var dialog])
            return null;
        var buttons = dialog.Descendants().Where(n => !n.IsText && _scene.IsShown(n) && Scene.IsControl(n) && Kinds.Fits(n, ElementKind.Button) && n.Role != "link" && !Scene.IsField(n) && n.Checked is null).ToList();
        return buttons.Where(b => !_scene.NameTokens(b).Any(w => w is "cancel" or "close" or "dismiss" or "back" or "no" or "later" or "abort" or "x" or "×" or "keep" or "help") && _scene.NameTokens(b).Length > 0).ToList() is [var main] && buttons.Count <= 3 ? main : null;
    }

    private static Autonoma.Engine.Grounding.GroundingPurpose GroundingPurposeOf(ElementState state) => state is ElementState.Checked or ElementState.On ? Autonoma.Engine.Grounding.GroundingPurpose.Check : Autonoma.Engine.Grounding.GroundingPurpose.Look;

    /// <summary>"is connected", "is active": when nothing has the state, a badge or cell of the record may say it.</summary>
    private Ruling StatusWord(NounPhrase phrase, ElementState state, bool value, string expected)
    {
        var word = phrase.Source.Count > 0 ? null : "";
        return word is null && value && state is ElementState.Selected or ElementState.Enabled or ElementState.Checked
            ? Ruling.Unknown(expected, $"no control fits '{phrase}'")
            : Ruling.Unknown(expected, $"nothing on this screen fits '{phrase}', or its state cannot be told");
    }

    private Ruling AllAre(NounPhrase phrase, ElementState state, bool value)
    {
        var expected = $"{phrase}: all {(value ? "" : "not ")}{state.ToString().ToLowerInvariant()}";
        var nodes = Members(phrase, state);
        if (nodes.Count == 0 || phrase.Quantifier == "both" && nodes.Count != 2 || phrase.Number is { } number && nodes.Count != number)
            return Ruling.Unknown(expected, nodes.Count == 0 ? $"nothing fits '{phrase}'" : $"{nodes.Count} elements fit '{phrase}'");
        var results = nodes.Select(n => Test(n, state, phrase)).ToList();
        if (results.Any(r => r is null))
            return Ruling.Unknown(expected, "of some the state cannot be told");
        var odd = results.FindIndex(r => r != value);
        return Ruling.Of(odd < 0, expected, odd < 0 ? $"all {nodes.Count} are" : $"{Label(nodes[odd])} is not", odd < 0 ? [.. nodes] : [nodes[odd]]);
    }

    /// <summary>All elements that "all ...", "both ..." mean.</summary>
    private List<UiNode> Members(NounPhrase phrase, ElementState state)
    {
        bool Stateful(UiNode n) => state is ElementState.Checked or ElementState.On ? n.Checked is not null || n.Pressed is not null
            : state == ElementState.Selected ? n.Checked is not null || n.Selected is not null
            : state == ElementState.Expanded ? n.Expanded is not null
            : Scene.IsControl(n) || n.Checked is not null;
        if (phrase.Kind is ElementKind.Column && phrase.Required.Any())
        {
            foreach (var group in _scene.Records.Groups.Where(g => g.Heads.Count > 0))
            {
                var head = group.Heads.FirstOrDefault(h => phrase.Required.All(t => _resolver.Coverage.HasIn(h, t.Words, t.IsQuoted)));
                if (head is not null)
                    return [.. group.Records.SelectMany(r => r.Descendants()).Where(n => _scene.IsPresent(n) && Stateful(n) && ReferenceEquals(_scene.Records.HeadOf(n), head))];
            }
        }

        if (phrase.Places.Contains(ElementKind.Column) && ColumnNamed(phrase) is { } column)
            return [.. column.Records.SelectMany(r => r.Descendants()).Where(n => _scene.IsPresent(n) && Stateful(n) && (!Kinds.IsControlKind(phrase.Kind) || Kinds.Fits(n, phrase.Kind)) && ReferenceEquals(_scene.Records.HeadOf(n), column.Head))];
        var nodes = _scene.Nodes.Where(n => !n.IsText && _scene.IsPresent(n) && Stateful(n) && (phrase.Kind is ElementKind.Any || phrase.Kind == ElementKind.Field && state is ElementState.Checked or ElementState.On || !Kinds.IsControlKind(phrase.Kind) || Kinds.Fits(n, phrase.Kind))).ToList();
        var required = phrase.Required.ToList();
        if (required.Count == 0)
            return nodes;
        var own = nodes.Where(n => required.All(t => _resolver.Coverage.OwnHas(n, t.Words, t.IsQuoted))).ToList();
        if (own.Count > 1)
            return own;
        // "all doctors": the controls of records under that head, or in a part of that name.
        var regions = _regions.Find(phrase).ToList();
        if (regions.Count == 0)
        {
            var singular = NounPhrase.Read([.. phrase.Source.Where(t => !t.Is("all", "both", "every", "each", "three", "two", "four", "five", "boxes", "checkboxes", "buttons"))], _scene);
            regions = [.. _regions.Find(singular)];
        }

        if (regions.Count == 1)
        {
            var inside = nodes.Where(n => regions[0].Contains(n)).ToList();
            if (inside.Count > 1)
                return inside;
        }

        if (regions.Count == 0 && Around(phrase, nodes) is { Count: > 1 } around)
            return around;
        var rows = _scene.Records.Groups.Where(g => g.IsStructured && g.Records.Count > 1 && required.All(t => t.Words.All(w => GroupIsOf(g, w)))).ToList();
        if (rows.Count == 1)
            return [.. rows[0].Records.Select(r => r.Descendants().Prepend(r).FirstOrDefault(n => _scene.IsPresent(n) && Stateful(n))).OfType<UiNode>()];
        return own;
    }

    /// <summary>"the checkboxes of the Owner column": the head that the words before "column" name, of one table.</summary>
    private (List<UiNode> Records, UiNode? Head)? ColumnNamed(NounPhrase phrase)
    {
        var at = phrase.Source.FindIndex(t => t.Is("column"));
        var from = at < 1 ? -1 : phrase.Source.FindLastIndex(at - 1, t => t.Is("of", "in", "the", "under"));
        if (from < 0 || from + 1 >= at)
            return null;
        var words = Phrase.Tokens(RawText(phrase.Source[(from + 1)..at]));
        var found = _scene.Records.Groups.SelectMany(g => g.Heads.Where(h => _scene.Find(words, h).Any(p => _scene.Start(h) == p)).Select(h => (Group: g, Head: h))).ToList();
        // Where no one head is called so, none of the controls is meant.
        return found is [var one] ? ([.. Shown(one.Group)], one.Head) : ([], null);
    }

    /// <summary>"both feedback buttons": those of the smallest block that speaks of it, when all its words are in one place only.</summary>
    private List<UiNode> Around(NounPhrase phrase, List<UiNode> nodes)
    {
        if (!Kinds.IsControlKind(phrase.Kind) || phrase.Required.ToList() is not [{ Words: [{ Length: > 3 } word] }])
            return [];
        List<UiNode>? found = null;
        for (var p = 0; p < _scene.TokenCount; p++)
        {
            if (!Phrase.SameStem(_scene.TokenAt(p), word) || _scene.OwnerAt(p).Ancestors().Any(Scene.IsControl))
                continue;
            var here = _scene.OwnerAt(p).Ancestors().TakeWhile(a => _scene.Length(a) <= 60).Select(a => nodes.Where(a.IsSelfOrAncestorOf).ToList()).FirstOrDefault(l => l.Count > 0) ?? [];
            if (here.Count == 0 || found is not null && !found.SequenceEqual(here))
                return [];
            found = here;
        }

        return found ?? [];
    }

    /// <summary>Each entry of that noun has one, and in that state when one is named.</summary>
    private Ruling EveryHas(List<ClaimToken> thing, List<ClaimToken> every, ElementState? wanted = null, bool value = true)
    {
        var expected = $"{ClaimToken.Join(thing)} for every {ClaimToken.Join(every)}";
        var group = GroupFor(Read(every), null);
        if (group is null)
            return Ruling.Unknown(expected, $"it is not plain which records '{ClaimToken.Join(every)}' are");
        var phrase = Read(thing);
        var words = phrase.Required.ToList();
        if (words.Count == 0)
            return Ruling.Unknown(expected, "it is not said what");
        bool IsSo(UiNode n) => wanted is not { } asked || Test(n.IsText ? n.Parent! : n.Ancestors().Prepend(n).FirstOrDefault(a => Scene.IsControl(a)) ?? n, asked, phrase) == value;
        var without = Shown(group).Find(r => !r.Descendants().Any(n => IsSo(n) && !n.IsText && _scene.IsShown(n) && (phrase.Kind == ElementKind.Any || Kinds.Fits(n, phrase.Kind)) && (phrase.State is not { } state || Test(n, state, phrase) == phrase.StateValue) && words.All(t => Phrase.Equal(_scene.NameTokens(n), t.Words) || Phrase.Equal([.. _scene.Tokens(n)], t.Words))));
        return Ruling.Of(without is null, expected, without is null ? $"all {Shown(group).Count} have it" : $"'{Short(_scene.ShownText(without))}' has none{(wanted is null ? "" : " that is so")}", without is null ? [.. Shown(group)] : [without]);
    }
}
