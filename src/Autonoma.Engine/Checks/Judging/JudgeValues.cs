using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"The total is 42.00", "the description contains X": the value of what is named.</summary>
internal sealed partial class Judge
{
    private Ruling Value(List<ClaimToken> subject, List<ClaimToken> obj, TextMode mode, bool slotsOnly = false)
    {
        obj = DropFirst(obj, "exactly", "just", "only", "simply");
        obj = obj.Count > 1 && obj[0].Is("the") && obj[1].Is("text", "value", "word", "words", "number") ? obj[2..] : obj.Count > 1 && obj[0].Is("text", "value") && obj[1].IsQuoted ? obj[1..] : obj;
        while (obj.Count > 1 && obj[0].Is("the", "a", "an", "to", ":") && (obj[1].IsQuoted || obj[1].HasDigit || obj[0].Is(":", "to")))
            obj = obj[1..];
        // "The slider is at 75 %"
        if (mode == TextMode.Whole && obj.Count > 1 && obj[0].Is("at") && obj[1].HasDigit && !obj[1].IsQuoted)
            obj = obj[1..];
        var expectedText = obj is [{ IsQuoted: true } only] ? only.Raw : RawText(obj);
        var expected = $"{ClaimToken.Join(subject)} {Verb(mode)} '{expectedText}'";
        if (obj.Count == 0 || obj.Count > 1 && obj.Any(t => t.IsQuoted && !t.IsName) || obj.Any(t => t.Is(":", "(")) && obj.Any(t => t.Is(":")))
            return Ruling.Unknown(expected, "the value is not told plainly");
        // "The error below the length field says ...": what the field holds is not what the error says.
        if (subject.FindIndex(t => !t.IsQuoted && t.Is("below", "under", "beneath", "above", "beside", "next", "near", "underneath")) is > 0 and var beside && Read(subject[..beside]).Source is [.., { IsQuoted: false } head] && head.Is("error", "message", "hint", "warning", "note", "notice", "text"))
            return Ruling.Unknown(expected, "what stands there is not told by the field");
        var strict = obj is [{ IsQuoted: true, IsName: false }];
        if (Bar(subject, expectedText, expected) is { } bar)
            return bar;
        // "the colour of X is red" is not a text.
        if (Attribute(subject, obj, mode) is { } attribute)
            return attribute;
        var phrase = Read(subject);
        if (phrase.IsEmpty || phrase.Quantifier is "no" or "only" or "any")
            return Ruling.Unknown(expected, $"'{phrase}' is not one thing");
        var numeric = expectedText.Any(char.IsDigit);
        if (phrase.Ordinal != 0 && !Kinds.IsControlKind(phrase.Kind) && Nth(phrase) is { } nth && !slotsOnly)
            return mode == TextMode.Whole || mode == TextMode.Part ? RegionHas(new([nth], null), Author(obj)) : Ruling.Unknown(expected, "of a record this cannot be told");
        var slots = _resolver.Slots(phrase, numeric, out var sure);
        // "Mileage of EL 903 saved", says a message: elsewhere these words stand apart.
        if (slots.Count == 0 && phrase.Terms.Exists(t => !t.IsQuoted && t.Words.Contains("of")) && NounPhrase.Read(subject, null) is var apart && _resolver.Slots(apart, numeric, out var sureApart) is { Count: > 0 } others)
            (phrase, slots, sure) = (apart, others, sureApart);
        slots = [.. slots.Select(Chosen)];
        if (slots.Count > 0)
        {
            var texts = slots.Select(TextOf).ToList();
            // What merely stands beside a name may be a button, which says what it would do, or tell something else than how it stands.
            var isOfStatus = subject.Exists(t => t.Is(StatusNouns)) && !slots.Any(s => s.Label.Any(l => StatusNouns.Any(n => Phrase.SameStem(l, n))));
            var hits = slots.Where(s => Holds(s, expectedText, mode, strict) && (s.Strength >= 3 || IsPair(s) || !IsDeed(s.Value) && (!isOfStatus || IsBadge(s.Value)))).ToList();
            if (hits.Count == slots.Count || phrase.Quantifier.Length == 0 && hits.Count > 0 && Agree(slots, hits, expectedText))
                return Ruling.Held(expected, $"it reads '{Short(texts[0])}'", [.. hits.Select(h => h.Value)]);
            if (hits.Count == 0)
            {
                var other = slotsOnly ? null : Named(phrase, expectedText, mode, strict, expected);
                if (!sure && PriceOf(phrase, expectedText, strict, expected) is { } price)
                    return price;
                if (!sure)
                    return other ?? Ruling.Unknown(expected, $"the nearest, '{string.Join(' ', slots[0].Label)}', reads '{Short(texts[0])}'");
                // What merely stands beside it may be another text of its neighbourhood: it bears a claim out, it does not refute one.
                if (slots.All(s => s.Strength < 3 && !IsPair(s)))
                    return other is { IsHeld: true } ? other : Ruling.Unknown(expected, $"the text beside it reads '{Short(texts[0])}'");
                if (other is { IsHeld: true } && slots.All(s => s.Strength < 3))
                    return other;
                // A place without any text is hardly the value of what is meant (an empty field of just that name is), what stands beside a link or a button is not its text, and which of several is meant is not sure.
                if (slots.All(s => TextOf(s).Length == 0 && (!Scene.IsField(s.Value) || !phrase.Required.All(t => t.Words.All(w => s.Label.Any(l => Phrase.SameStem(l, w)))))) || phrase.Kind is ElementKind.Link or ElementKind.Button || phrase.Ordinal != 0 || !strict && texts.TrueForAll(t => IsOfOtherKind(expectedText, t)))
                    return Ruling.Unknown(expected, $"what is found reads '{Short(texts[0])}'");
                return Refutes(subject, obj, phrase, slots) ? Ruling.Failed(expected, $"it reads '{Short(texts[0])}'", [.. slots.Select(s => s.Value)]) : other ?? Ruling.Unknown(expected, $"what is found reads '{Short(texts[0])}'");
            }

            return Ruling.Unknown(expected, $"{slots.Count} values fit '{phrase}': {string.Join(", ", texts.Take(4).Select(t => $"'{Short(t)}'"))}");
        }

        if (mode == TextMode.Whole && StepperOf(phrase) is { } stepper)
            return Ruling.Of(Matches(stepper.Value ?? "", expectedText, mode, strict), expected, $"it reads '{stepper.Value}'", stepper);
        if (slotsOnly)
            return Ruling.Unknown(expected, $"no labelled value fits '{phrase}'");
        if (mode == TextMode.Whole && numeric && Paged(subject, expectedText, strict, expected) is { } paged)
            return paged;
        if (mode == TextMode.Whole && Described(subject, obj) is { } described)
            return described;
        if (mode == TextMode.Whole && PriceOf(phrase, expectedText, strict, expected) is { } cost)
            return cost;
        return Named(phrase, expectedText, mode, strict, expected) ?? (mode == TextMode.Whole ? CalledByAuthor(phrase, expectedText, strict, expected) : null) ?? Ruling.Unknown(expected, $"nothing on this screen fits '{phrase}'");
    }

    // Words are no answer to a number ("is ahead of X" beside 1,388), and "RED (physical inspection)" says RED and more.
    private static bool IsOfOtherKind(string claimed, string actual)
    {
        var (said, shown) = (Phrase.Tokens(claimed), Phrase.Tokens(actual));
        return said.Length < shown.Length && Phrase.Equal(shown[..said.Length], said) || said.Length > 1 && !claimed.Any(char.IsDigit) && ValueText.TryQuantity(shown, out _, out var units) && units.Count == 0;
    }

    /// <summary>"The total price is € 20" where the page says "Total € 20": that it is a price is told by the amount.</summary>
    private Ruling? PriceOf(NounPhrase phrase, string expectedText, bool strict, string expected)
    {
        if (phrase.Ordinal != 0 || phrase.Required.SelectMany(t => t.Words).ToArray() is not { Length: > 1 } words || words[^1] is not ("price" or "amount" or "cost" or "sum" or "value") || phrase.Required.Any(t => t.IsQuoted) || !expectedText.AsSpan().ContainsAny("€$£¥"))
            return null;
        return _scene.Slots.Slots.Where(s => Phrase.Equal(s.Label, words[..^1])).DistinctBy(s => s.Value).ToList() is [var slot] ? Ruling.Of(Holds(slot, expectedText, TextMode.Whole, strict), expected, $"it reads '{Short(TextOf(slot))}'", slot.Value).Telling(words[^1]) : null;
    }

    // "written by Ann", "from Ann": who it is; the verb itself is held to account like every other word.
    private static List<ClaimToken> Author(List<ClaimToken> obj) => obj.Count > 1 && obj[0].Is("by", "from") ? obj[1..] : obj.Count > 2 && !obj[0].IsQuoted && obj[1].Is("by", "from") ? obj[2..] : obj;

    /// <summary>"the state is Closed", "the score is 7": the one short text whose element the page's author calls so, where no text of the page says the word.</summary>
    private Ruling? CalledByAuthor(NounPhrase phrase, string expectedText, bool strict, string expected)
    {
        if (phrase.Kind != ElementKind.Any || phrase.Ordinal != 0 || phrase.Quantifier.Length > 0 || phrase.Places.Count > 0 || phrase.Color is not null || phrase.Terms is not [{ IsQuoted: false, Words: [var word] }] || word.Length < 4 || _scene.HasStem(_scene.Root, word))
            return null;
        var called = _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && !Scene.IsControl(n) && _scene.Length(n) is > 0 and <= 4
            && $"{n.ClassName} {n.ElementId} {n.TestId}".Split(' ').Any(name => Scene.ClassWords(name).ToList() is [.., var last] && last == word)).ToList();
        called = [.. called.Where(n => !called.Any(o => !ReferenceEquals(o, n) && o.IsSelfOrAncestorOf(n)))];
        if (called is not [var only])
            return null;
        _told.Add(word);
        return Ruling.Of(Matches(_scene.ShownText(only), expectedText, TextMode.Whole, strict), expected, $"it reads '{Says(only)}'", only);
    }

    // Two labels for one value (a caption and a field): one of them is enough only when the others hold no value that contradicts.
    private static bool Agree(IReadOnlyList<Slot> slots, List<Slot> hits, string expected) => slots.All(s => hits.Contains(s) || hits.Any(h => h.Value.IsSelfOrAncestorOf(s.Value) || s.Value.IsSelfOrAncestorOf(h.Value))) && expected.Length > 0;

    private string TextOf(Slot slot)
    {
        if (slot.IsPart)
        {
            var text = slot.Value.OwnText;
            foreach (var part in text.Split('·', '|', ';', '•', '\n'))
            {
                var colon = part.IndexOf(": ", StringComparison.Ordinal);
                if (colon > 0 && Phrase.Equal(Phrase.Tokens(part[..colon]), slot.Label))
                    return part[(colon + 2)..].Trim();
            }
        }

        return Unstruck(slot.Value) ?? _scene.ShownText(slot.Value);
    }

    /// <summary>What holds now where a part is struck through: the old price is no part of the price.</summary>
    private string? Unstruck(UiNode node)
    {
        if (Scene.IsField(node) || _scene.Length(node) is < 2 or > 20)
            return null;
        var texts = node.Descendants().Where(n => n.IsText && _scene.IsShown(n) && _scene.Length(n) > 0).ToList();
        var kept = texts.Where(t => Kinds.Paint(t) is not { LineThrough: true }).ToList();
        return kept.Count == texts.Count || kept.Count == 0 ? null : string.Join(' ', kept.Select(t => t.OwnText.Trim()));
    }

    /// <summary>A label and its value alone in their block, of which there are several built alike: tiles, rows of a list of facts.</summary>
    private bool IsPair(Slot slot)
    {
        var pair = slot.Value;
        while (pair.Parent is { } parent && _scene.Length(parent) == _scene.Length(pair))
            pair = parent;
        return slot.Strength == 2 && pair.Parent is { } block && _scene.Length(block) == _scene.Length(slot.Value) + slot.Label.Length && block.Children.Count(c => _scene.IsPresent(c) && _scene.Length(c) > 0) == 2
            && _scene.Records.GroupOf(block) is { Records.Count: > 1 };
    }

    // A button to press; not one that opens a list to choose from, or is chosen itself, or is out of use because it is so already ("Current plan").
    private static bool IsDeed(UiNode node) => node.Role == "button" && !IsDisabled(node) && node is { Expanded: null, Pressed: null, Checked: null, Selected: null } && !HasChosenWord(node) && !node.InnerText.AsSpan().ContainsAny("▾▼⌄∨");

    /// <summary>A badge, by its paint or its name.</summary>
    private bool IsBadge(UiNode node) => node.Ancestors().Prepend(node).TakeWhile(a => _scene.Length(a) == _scene.Length(node)).Concat(node.Descendants()).Any(n => n is { IsText: false, Style.Background.Alpha: > 0.1 } || Scene.ClassWords(n.ClassName).Any(w => w is "badge" or "status" or "state" or "tag" or "chip" or "pill" or "stage"));

    /// <summary>One of several buttons to choose from that is not the chosen one: what it says is no value.</summary>
    private bool IsUnchosen(UiNode value)
    {
        var button = value.Ancestors().Prepend(value).TakeWhile(n => _scene.Length(n) <= _scene.Length(value) + 1).FirstOrDefault(n => !n.IsText && Scene.IsControl(n));
        if (button is null || Scene.IsField(button))
            return false;
        if ((button.Pressed ?? button.Checked) is { } state && button.Role is "button" or "radio" or "tab" or "option")
            return state != TriState.On;
        if (_scene.Records.GroupOf(button) is { Records.Count: > 1 } row && row.Records.All(r => r.Role is "button" or "radio") && row.Records.Count(HasChosenWord) == 1)
            return !HasChosenWord(button);
        return button.Selected == false || _scene.Records.GroupOf(button) is { Records.Count: > 1 } like && like.Records.Any(r => r.Pressed == TriState.On || r.Selected == true || r.Checked == TriState.On) && !(button.Pressed == TriState.On || button.Selected == true || button.Checked == TriState.On);
    }

    private bool Holds(Slot slot, string expected, TextMode mode, bool strict)
    {
        if (IsUnchosen(slot.Value))
            return false;
        // The cross that takes a tag away is no part of what it says.
        var text = TextOf(slot).TrimEnd('×', '✕', '✖', ' ');
        if (Matches(text, expected, mode, strict))
            return true;
        // A slider from 0 to 100 stands at so many percent.
        if (mode == TextMode.Whole && !strict && IsShare(slot.Value, expected))
            return true;
        if (mode == TextMode.Whole && !strict && IsSameCount(text, expected))
            return true;
        if (mode != TextMode.Whole || slot.IsPart || Scene.IsField(slot.Value))
            return false;
        // The value goes on in its line: <b>3</b> of 8 points.
        var whole = Phrase.Tokens(expected);
        if (whole.Length > _scene.Length(slot.Value) && _scene.Start(slot.Value) is var start && start + whole.Length <= _scene.TokenCount && Phrase.Equal([.. Enumerable.Range(start, whole.Length).Select(_scene.TokenAt)], whole)
            && slot.Value.Parent is { } line && _scene.End(line) >= start + whole.Length && (_scene.End(line) == start + whole.Length || line.Children.Any(c => c.IsText && _scene.End(c) == start + whole.Length)) && _scene.Length(line) <= 24)
            return true;
        // The unit may stand beside the value: <b>22</b> points.
        if (!strict && _scene.Length(slot.Value) == 1 && ValueText.TryQuantity(Phrase.Tokens(expected), out var claimed, out var units) && units.Count == 1 && ValueText.TryQuantity([.. _scene.Tokens(slot.Value)], out var actual, out _) && claimed == actual)
        {
            var end = _scene.End(slot.Value);
            if (end < _scene.TokenCount && ValueText.Unit(_scene.TokenAt(end)) == units[0] && ReferenceEquals(_scene.Line(_scene.OwnerAt(end)), _scene.Line(slot.Value)))
                return true;
        }

        // A cell with several texts: one of them, whole, and not the second half of a sentence.
        var tokens = Phrase.Tokens(expected);
        foreach (var position in _scene.Find(tokens, slot.Value))
        {
            if (_scene.Exactly(position, tokens.Length) is { } node && !IsDenied(position) && !IsUnchosen(node) && slot.Value.IsSelfOrAncestorOf(node) && IsBlockWithin(node, slot.Value))
                return true;
        }

        return false;
    }

    private static bool IsShare(UiNode node, string expected)
        => node.Role is "slider" or "progressbar" or "meter" && node.Range is { } range && range.Min == 0 && range.Max == 100 && ValueText.TryQuantity(Phrase.Tokens(expected), out var share, out var units) && units is ["%"] && (decimal)range.Now == share;

    // Set apart from its neighbours: a block, a badge, or the first of its cell; not a word in the middle of a sentence.
    private bool IsBlockWithin(UiNode node, UiNode cell)
    {
        if (node.IsText && node.Parent is { } parent && _scene.Length(parent) != _scene.Length(node))
            return false;
        for (var n = node; n is not null && !ReferenceEquals(n, cell); n = n.Parent)
        {
            if (!Scene.IsInline(n) || n.Tag == "a")
                return true;
            if (n.Style is { Background.Alpha: > 0.1 })
                return true;
        }

        return cell.Children.Count(c => _scene.IsShown(c) && _scene.Length(c) > 0) > 1 && !cell.Children.Any(c => c.IsText && _scene.Length(c) > 0);
    }

    private static bool Matches(string text, string expected, TextMode mode, bool strict) => mode switch
    {
        TextMode.Whole => ValueText.Equal(expected, text, strict),
        _ => CompareText(text, expected, mode),
    };

    /// <summary>A thing named by kind or by its own words: a heading, a button, a message, a field.</summary>
    private Ruling? Named(NounPhrase phrase, string expectedText, TextMode mode, bool strict, string expected)
    {
        if (phrase.Kind is ElementKind.Heading or ElementKind.Breadcrumb or ElementKind.Label or ElementKind.Text)
        {
            var nodes = phrase.Kind == ElementKind.Breadcrumb ? Breadcrumbs() : _scene.Nodes.Where(n => _scene.IsShown(n) && Kinds.Fits(n, phrase.Kind) && !n.IsText && _scene.Length(n) > 0 && phrase.Kind == ElementKind.Heading).ToList();
            var words = phrase.Required.ToList();
            var main = words.FindIndex(t => t.Words is ["main"] or ["page"]);
            if (phrase.Kind == ElementKind.Heading && (main >= 0 || phrase.KindText is "page heading" or "main heading"))
            {
                nodes = [.. nodes.Where(n => n.Level == nodes.Min(x => x.Level == 0 ? 9 : x.Level))];
                words = [.. words.Where(t => t.Words is not (["main"] or ["page"]))];
            }

            if (words.Count == 0 && nodes.Count > 0)
            {
                var front = nodes.Where(n => n.Ancestors().Any(Kinds.IsDialog)).ToList();
                var hit = nodes.FirstOrDefault(n => Matches(Joined(n, phrase.Kind), expectedText, mode, strict));
                return hit is not null ? Ruling.Held(expected, $"it reads '{Says(hit)}'", hit) : Ruling.Failed(expected, $"it reads '{Says((front.Count > 0 ? front : nodes)[0])}'", nodes[0]);
            }
        }

        // "The tab reads 'Comments (2)'": the one that is open.
        if (phrase.Kind == ElementKind.Tab && phrase.Ordinal == 0 && !phrase.Required.Any() && phrase.Quantifier.Length == 0 && _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && n.Role == "tab" && n.Selected == true).ToList() is [var open])
            return Ruling.Of(Matches(_scene.ShownText(open), expectedText, mode, strict), expected, $"it reads '{Says(open)}'", open);
        if (phrase.Kind == ElementKind.Button && phrase.Ordinal != 0 && phrase.Places.Count == 0 && NthButton(phrase) is { } which)
            return Ruling.Of(Matches(_scene.ShownText(which), expectedText, mode, strict) || Matches(which.Name, expectedText, mode, strict), expected, $"it reads '{Says(which)}'", which);
        if (phrase.Kind == ElementKind.Message && phrase.Ordinal != 0)
            return Ruling.Unknown(expected, $"which one '{phrase}' is cannot be told");
        if (phrase.Kind == ElementKind.Message && Messages(phrase) is { Count: > 0 } messages)
        {
            var hit = messages.FirstOrDefault(m => Matches(m.Text, expectedText, mode, strict));
            if (hit is not null)
                return Ruling.Held(expected, $"it reads '{Short(hit.Text)}'", hit.Node is null ? [] : [hit.Node]);
            return Ruling.Failed(expected, $"it reads '{Short(messages[0].Text)}'", messages[0].Node is null ? [] : [messages[0].Node!]);
        }

        if (phrase.Kind is ElementKind.Message)
            return Ruling.Failed(expected, "no message is shown");
        var controls = _resolver.Controls(phrase, n => (Scene.IsControl(n) || n.IsInteractive) && (phrase.Kind == ElementKind.Any || Kinds.Fits(n, phrase.Kind)));
        if (controls.Count == 0 && phrase.Kind is ElementKind.Button or ElementKind.Link)
            controls = [.. _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && Scene.IsControl(n) && Kinds.Fits(n, phrase.Kind) && phrase.Required.Any() && phrase.Required.All(t => t.Words.All(w => Scene.ClassWords(n.ElementId + " " + n.TestId + " " + n.ClassName).Contains(w)))).Select(n => new Match(n, default, 0))];
        if (controls.Count == 0 && !phrase.Required.Any() && phrase.Kind is ElementKind.Button)
            controls = [.. _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && n.Role == "button").Select(n => new Match(n, default, 0)).Where(m => Matches(m.Node.Name, expectedText, mode, strict)).Take(1)];
        if (controls.Count == 0 && phrase.Required.Any() && phrase.Kind == ElementKind.Button && _before is not null)
        {
            // Its name may have changed: what was it before?
            var was = new Resolver(_before).Controls(phrase, n => Kinds.Fits(n, ElementKind.Button) && Scene.IsControl(n));
            if (was.Count == 1 && _scene.Observation.Tree.Find(was[0].Node.Ref) is { } now)
                controls = [new(now, default, 0)];
        }

        // A button that merely stands in the entry of what is named is not what is named.
        if (phrase.Kind == ElementKind.Any && !controls.Any(c => Scene.IsField(c.Node) || phrase.Required.Any(t => t.Words.Any(w => _scene.NameTokens(c.Node).Any(n => Phrase.SameStem(n, w))))))
            controls = [];
        if (controls.Count > 0)
        {
            var hits = controls.Where(c => Matches(_scene.ShownText(c.Node), expectedText, mode, strict) || !strict && mode == TextMode.Whole && IsShare(c.Node, expectedText) || (!Scene.IsField(c.Node) && c.Node.Name.Length > 0 && Matches(c.Node.Name, expectedText, mode, strict))).ToList();
            if (hits.Count == controls.Count)
                return Ruling.Held(expected, $"it reads '{Says(hits[0].Node)}'", [.. hits.Select(h => h.Node)]);
            if (hits.Count == 0 && controls.All(c => Scene.IsField(c.Node) ? phrase.Kind != ElementKind.Any || IsCalledSo(c.Node, phrase) : c.ExtraWords == 0) && (strict || IsValueOf(phrase, expectedText, controls[0].Node)))
                return Ruling.Failed(expected, $"it reads '{Says(controls[0].Node)}'", [.. controls.Select(c => c.Node)]) with { IsGuess = phrase.Ordinal != 0 };
        }

        return null;
    }

    /// <summary>"the first copy button", of which one reads Copied by now.</summary>
    private UiNode? NthButton(NounPhrase phrase)
    {
        var required = phrase.Terms.Where(t => !(t.IsOptional && string.Join(' ', t.Words) == phrase.KindText)).ToList();
        if (required.Count == 0 || required.Any(t => t.Words.Length > 1 || t.IsQuoted))
            return null;
        var buttons = _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && Scene.IsControl(n) && Kinds.Fits(n, ElementKind.Button) && required.All(t => _scene.NameTokens(n).Any(w => SameWord(w, t.Words[0])))).ToList();
        buttons = [.. buttons.Where(b => !buttons.Any(o => !ReferenceEquals(o, b) && b.IsSelfOrAncestorOf(o)))];
        var at = phrase.Ordinal > 0 ? phrase.Ordinal - 1 : buttons.Count + phrase.Ordinal;
        return buttons.Count > 1 && at >= 0 && at < buttons.Count ? buttons[at] : null;
    }

    private static string Joined(UiNode node, ElementKind kind) => node.InnerText.Length > 0 || kind == ElementKind.Any ? node.InnerText : node.Name;

    private List<UiNode> Breadcrumbs() => [.. _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && _scene.Length(n) > 0 && (Scene.ClassWords(n.ClassName + " " + n.ElementId).Any(w => w is "breadcrumb" or "breadcrumbs" or "crumb" or "crumbs" or "bc") || n.Name.Contains("breadcrumb", StringComparison.OrdinalIgnoreCase) && n.NameSource == NameSource.AriaLabel))];

    /// <summary>Attributes that are no text of the page: placeholder, tooltip, link target, alternative text.</summary>
    private Ruling? Attribute(List<ClaimToken> subject, List<ClaimToken> obj, TextMode mode)
    {
        var at = subject.FindIndex(t => t.Is("placeholder", "tooltip", "href", "alt", "target", "hint"));
        if (at < 0)
            return null;
        var kind = subject[at].Text;
        if (kind is "target" && !subject.Any(t => t.Is("link")) || kind is "hint" && _scene.HasWord("hint"))
            return null;
        var rest = subject.Where((t, i) => i != at && !(t.Is("text", "attribute") && i > at && i <= at + 2)).ToList();
        var expectedText = obj is [{ IsQuoted: true } only] ? only.Raw : RawText(obj);
        var expected = $"{ClaimToken.Join(subject)} {Verb(mode)} '{expectedText}'";
        string Of(UiNode n) => kind switch { "placeholder" or "hint" => n.Placeholder, "alt" => n.Alt, "tooltip" => n.Title, _ => n.Href };
        var phrase = Read(rest.Where(t => !t.Is("'s")).ToList());
        var fits = phrase.Required.Any() ? _resolver.Controls(phrase, n => (kind is not ("placeholder" or "hint") || Scene.IsField(n)) && (phrase.Kind == ElementKind.Any || Kinds.Fits(n, phrase.Kind) || kind is "placeholder")) : [.. _scene.Nodes.Where(n => !n.IsText && _scene.IsPresent(n) && Of(n).Length > 0 && Kinds.Fits(n, phrase.Kind)).Select(n => new Match(n, default, 0))];
        if (fits.Count == 0 && kind is "placeholder")
        {
            // Nothing names the field but its kind: "the search box", "the editor".
            var holders = _scene.Nodes.Where(n => !n.IsText && _scene.IsPresent(n) && n.Placeholder.Length > 0).ToList();
            if (holders.Count == 1 && phrase.Required.All(t => t.Words.All(w => !_scene.HasWord(w) && _scene.Named(w).Count == 0)))
                fits = [new(holders[0], default, 0)];
        }

        // "the search box", of several fields the one that says that it searches.
        if (fits.Count > 1 && phrase.Kind == ElementKind.SearchField && fits.Where(f => f.Node.Role == "searchbox" || _scene.NameTokens(f.Node).Concat(Phrase.Tokens(f.Node.Placeholder)).Any(w => w is "search" or "find")).ToList() is [var searching])
            fits = [searching];
        if (fits.Count == 0)
            return Ruling.Unknown(expected, $"nothing on this screen fits '{ClaimToken.Join(rest)}'");
        var hits = fits.Where(f => kind is "href" or "target" ? CompareUrl(Of(f.Node), expectedText, mode) : Matches(Of(f.Node), expectedText, mode, strict: true)).ToList();
        if (hits.Count == fits.Count || hits.Count > 0 && !phrase.Required.Any())
            return Ruling.Held(expected, $"it is '{Of(hits[0].Node)}'", hits[0].Node);
        return hits.Count == 0 ? Ruling.Failed(expected, $"it is '{Of(fits[0].Node)}'", fits[0].Node) : Ruling.Unknown(expected, $"{fits.Count} elements fit");
    }
}
