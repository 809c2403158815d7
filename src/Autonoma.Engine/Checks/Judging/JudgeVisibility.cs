using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>What is to be seen and what is not.</summary>
internal sealed partial class Judge
{
    /// <summary>"the error 'X' below the field Y" is the error, and below the field Y.</summary>
    private static (List<ClaimToken> Thing, List<ClaimToken>? Place) SplitPlace(List<ClaimToken> tokens)
    {
        var at = tokens.FindIndex(1 <= tokens.Count ? 1 : 0, t => t.Is("below", "under", "beneath", "beside", "next", "near", "above", "underneath") || t.Is("for") && tokens.Any(x => x.Is("error", "message", "warning", "hint")) || t.Is("in", "inside", "within", "at"));
        return at > 0 && at + 1 < tokens.Count ? (tokens[..at], tokens[at..]) : (tokens, null);
    }

    private Ruling Seen(List<ClaimToken> thing, List<ClaimToken> place, bool positive, bool listed = false, bool transient = true)
    {
        var expected = $"{ClaimToken.Join(thing)} is {(positive ? "" : "not ")}displayed {ClaimToken.Join(place)}".Trim();
        if (place.Count == 0 && !thing.Any(t => t.IsQuoted && t == thing[0]))
        {
            var (inner, where) = SplitPlace(thing);
            if (where is not null && inner.Any(t => !t.Is("the", "a", "an")) && !_scene.HasPhrase([.. thing.Where(t => !t.Is("the", "a", "an")).SelectMany(t => Phrase.Tokens(t.Text))]))
                (thing, place) = (inner, where);
        }

        var items = Items(thing);
        if (items.Count > 1 && items.All(i => i.Count > 0 && (i[0].IsQuoted || i[0].IsCapital || i.Count <= 3)))
            return Ruling.All(items.Select(i => Seen(i, place, positive, listed, transient)));
        var phrase = Read(thing);
        if (phrase.Quantifier == "no")
            positive = !positive;
        if (!positive)
            transient = false;

        // That some are there is not that all are: what a whole is made of is told by a number or by names, unless "All orders" is what the thing is called.
        if (phrase.Quantifier == "all" && thing[0].Is("every", "each", "all") && !phrase.HasQuoted && !_scene.HasPhrase([.. thing.SelectMany(t => Phrase.Tokens(t.Text))])
            || phrase.Quantifier is "all" or "both" && phrase.IsPlural is false && phrase.Number is null && phrase.Kind != ElementKind.Any)
            return Ruling.Unknown(expected, "how many there are to be is not told");
        if (place.Count > 0 && IsChosenCase(place))
            place = [];
        // "is displayed in red below Gravity": its colour, and the place.
        if (positive && place.Count > 1 && place[0].Is("in") && !place[1].IsQuoted && ColorWords.Canonical(place[1].Text) is not null && (place.Count == 2 || place[2].Is(Prepositions)))
        {
            var there = Seen(thing, place[2..], true, listed, transient);
            if (!there.IsHeld)
                return there;
            var inked = there.Evidence.Count > 0 ? there.Evidence : Look(phrase, thing, null, listed, false, out _)?.Node is { } painted ? [painted] : [];
            return inked.Count > 0 && inked.All(n => Wears(n.IsText ? n.Parent! : n, ColorWords.Canonical(place[1].Text)!, PaintPart.Any)) ? there : Ruling.Unknown(expected, $"it is not told to be {place[1]}");
        }

        if (positive && IsEdge(place) && Look(phrase, thing, null, listed, transient, out _) is { } at)
            return at.Node is null ? Ruling.Unknown(expected, "where it was is not known") : AtEdge(at.Node, place) ? Ruling.Held(expected, $"'{Short(at.Text)}' is displayed there", at.Node) : Ruling.Unknown(expected, $"'{Short(at.Text)}' is displayed, though not {ClaimToken.Join(place)}");
        // "Question 1 of 6": told by a text of just that.
        if (thing.FindIndex(t => t.Is("of")) is > 0 and var ofAt && ofAt + 1 < thing.Count && thing[ofAt - 1].HasDigit && thing[ofAt + 1].HasDigit && !_scene.HasPhrase([.. Phrase.Tokens(thing[ofAt - 1].Text), "of", .. Phrase.Tokens(thing[ofAt + 1].Text)]) && !_scene.HasPhrase([.. Phrase.Tokens(thing[ofAt - 1].Text), "/", .. Phrase.Tokens(thing[ofAt + 1].Text)]))
            return Ruling.Of(!positive, expected, "no text says so") with { IsAbsence = !positive };
        if (positive && StandsBeside(thing, place) == true)
            return Ruling.Held(expected, $"{ClaimToken.Join(thing)} stands {ClaimToken.Join(place)}");
        var regions = Places(place, out var unknown);
        if (unknown is not null)
        {
            if (positive || unknown.Length == 0)
                return positive && unknown.Length == 0 ? Ruling.Failed(expected, "there is no such place on this screen") : unknown.Length == 0 ? Ruling.Held(expected, "there is no such place on this screen") with { IsAbsence = true } : Ruling.Unknown(expected, unknown);
            return Ruling.Unknown(expected, unknown);
        }

        if (phrase.IsEmpty)
            return Ruling.Unknown(expected, "it is not said what");
        var found = Look(phrase, thing, regions, listed, transient, out var near);
        // Above is not below.
        if (found?.Node is { } seen && regions is [{ Head: { } anchor }] && place.Count > 0 && place[0].Is("above", "below", "under", "beneath", "underneath") && !anchor.Bounds.IsEmpty && !seen.Bounds.IsEmpty && Scene.IsControl(anchor) && IsOfKind(anchor, place[1..])
            && (place[0].Is("above") ? seen.Bounds.Bottom > anchor.Bounds.Y + 4 : seen.Bounds.Y < anchor.Bounds.Bottom - 4))
            return Ruling.Of(!positive, expected, "it is not there, but on another side of it", seen) with { IsAbsence = !positive };
        // The head of what is folded away is displayed, what it opens is not: either may be meant.
        if (!positive && !phrase.HasQuoted && !Kinds.IsControlKind(phrase.Kind) && found?.Node?.Ancestors().Prepend(found.Node).FirstOrDefault(Scene.IsControl) is { Expanded: false })
            return Ruling.Unknown(expected, $"'{Short(found.Text)}' is displayed and folded: name its button, or what it opens");
        // "the sentence about breakfast" says more than the word.
        if (found?.Node is { } heard && thing.FindIndex(t => t.Is("about", "concerning")) is > 0 and var about && _scene.Length(_scene.Line(heard)) < thing.Count - about + 1)
            return Ruling.Unknown(expected, $"'{Short(found.Text)}' alone does not tell about it");
        if (found?.Node is { } mention && positive && place.Count > 0 && !phrase.HasQuoted && IsMereMention(phrase, mention, regions))
            return Ruling.Unknown(expected, $"it is only mentioned there: '{Short(found.Text)}'");
        if (found is not null)
            return Ruling.Of(positive, expected, $"'{Short(found.Text)}' is displayed", found.Node is null ? [] : [found.Node]) with { IsAbsence = !positive };
        if (!positive && !phrase.HasQuoted && near is not null && Vanished(phrase))
            near = null;
        if (near is not null)
            return Ruling.Unknown(expected, near) with { IsAbsence = !positive };
        if (!positive && place.Count > 0 && place[0].Is("for", "at", "of", "with") && Look(phrase, thing, null, listed, false, out _) is { } elsewhere)
            return Ruling.Unknown(expected, $"'{Short(elsewhere.Text)}' is displayed, though not told to be {ClaimToken.Join(place)}") with { IsAbsence = true };
        if (!positive && !phrase.HasQuoted && phrase.Required.Count() > 3)
            return Ruling.Unknown(expected, "so long a description may be there in other words") with { IsAbsence = true };
        // That no element is known as an error is no proof where a text tells of one.
        if (!positive && !phrase.HasQuoted && (phrase.Kind == ElementKind.Message || phrase.Source[^1].Is("problem", "problems", "failure", "failures")) && SpeaksOfTrouble(phrase) && TroubleTold(phrase, n => regions is null || regions.Any(r => r.Contains(n))) is { } trouble)
            return Ruling.Unknown(expected, $"it says '{Says(trouble)}'") with { IsAbsence = true };
        return Ruling.Of(!positive, expected, "it is not displayed") with { IsAbsence = !positive };
    }

    // "under the picture": the control that a picture is chosen with has the word too, and is not what is meant.
    private bool IsOfKind(UiNode anchor, List<ClaimToken> words) => Read(words) is not { Kind: ElementKind.Image or ElementKind.Icon or ElementKind.Heading or ElementKind.Table or ElementKind.List } named || Kinds.Fits(anchor, named.Kind);

    /// <summary>Whether a text of just those words went since the last step and is nowhere now.</summary>
    private bool Vanished(NounPhrase phrase)
    {
        var words = phrase.Required.SelectMany(t => t.Words).ToArray();
        return words.Length > 0 && !_scene.HasPhrase(words) && _scene.Observation.Changes.Any(c => c.Kind == UiChangeKind.Vanished && Phrase.Equal(Phrase.Tokens(c.Text), words));
    }

    /// <summary>Where "in the dialog", "below the Email field" is; null regions: anywhere. <paramref name="unknown"/>: null fine, "" no such place, else why it cannot be told.</summary>
    private IReadOnlyList<Region>? Places(List<ClaimToken> place, out string? unknown)
    {
        unknown = null;
        if (place.Count == 0)
            return null;
        var words = string.Join(' ', place.Where(t => !t.IsQuoted).Select(t => t.Text));
        if (words is "on the page" or "on the screen" or "on this page" or "on screen" or "in the page" or "at all" or "to the user" or "on the current page" or "in total" or "at the top of the page" or "at the top of the form" or "at the top")
            return null;
        if (place[0].Is("as", "with", "by", "to", "from", "than"))
        {
            unknown = $"'{ClaimToken.Join(place)}' is not understood";
            return null;
        }

        // "under Yesterday": the entries between that caption and the next of its kind.
        if (place[0].Is("under", "below", "beneath") && ListedUnder(Read(place)) is { } entries)
            return [entries];
        if (place[0].Is("below", "under", "beneath", "beside", "next", "near", "above", "underneath", "directly", "for", "at", "immediately", "right", "left"))
        {
            var anchor = Anchors(place);
            if (anchor.Count > 0)
                return anchor;
        }

        var phrase = Read(place);
        // "on the board": the page with the columns. "for user Sam": what the filter says.
        if (place[0].Is("on") && phrase.Required.ToList() is [{ Words: ["board"] }] && !_scene.HasWord("board") && HowMany(Read([ClaimToken.Word("columns")]), null) is not null)
            return null;
        if (place[0].Is("for", "with") && place.Count is 3 or 4 && place.SkipWhile(t => t.Is("for", "with", "the")).ToList() is [{ IsQuoted: false } label, { } set] && _resolver.Slots(Read([label]), false) is [{ Strength: >= 3 } filter] && Scene.IsField(filter.Value) && ValueText.Equal(set.Raw, _scene.ShownText(filter.Value)))
            return null;
        var regions = _regions.Find(phrase);
        if (regions.Count == 0 && place[0].Is("under", "below", "beneath", "in") && AfterCaption(phrase) is { } captioned)
            return [captioned];
        if (regions.Count == 0)
        {
            var records = _resolver.RecordsOf(phrase);
            if (records.Count == 1)
                return [new([records[0].Record], null)];
            unknown = phrase.Kind is ElementKind.Dialog or ElementKind.Menu && !phrase.Required.Any() ? "" : $"'{ClaimToken.Join(place)}' is not found on this screen";
            return null;
        }

        if (regions.Count > 1)
        {
            unknown = $"{regions.Count} places fit '{ClaimToken.Join(place)}'";
            return null;
        }

        return regions;
    }

    /// <summary>"under Pinned": a block that says only that, and what follows it up to the next such block or control.</summary>
    private Region? AfterCaption(NounPhrase phrase)
    {
        var words = phrase.Required.SelectMany(t => t.Words).ToArray();
        if (words.Length is 0 or > 4)
            return null;
        var captions = _scene.Find(words).Select(p => _scene.Exactly(p, words.Length)).OfType<UiNode>().Select(n => n.Ancestors().Prepend(n).TakeWhile(a => _scene.Length(a) == words.Length).Last()).Where(n => !Scene.IsControl(n) && !n.IsInteractive && n.Tag is "div" or "p" or "dt" or "li" or "strong" or "b" or "span").Distinct().ToList();
        if (captions is not [{ Parent: { } parent } caption])
            return null;
        var parts = parent.Children.SkipWhile(c => !ReferenceEquals(c, caption)).Skip(1).TakeWhile(c => !Scene.IsControl(c) && !(c.Tag == caption.Tag && c.ClassName == caption.ClassName && caption.ClassName.Length > 0) && !_scene.Heads.IsHead(c)).Where(c => !c.IsText && _scene.Length(c) > 0).ToList();
        return parts.Count == 0 || caption.ClassName.Length == 0 && parts.Count > 1 ? null : new(parts, caption);
    }

    /// <summary>The block that an element shares with its messages: around the field named after "below", without the next field.</summary>
    private List<Region> Anchors(List<ClaimToken> place)
    {
        var rest = place.SkipWhile(t => t.Is("below", "under", "beneath", "beside", "next", "near", "above", "underneath", "directly", "for", "to", "at", "immediately", "right", "left", "of")).ToList();
        if (rest.Count == 0)
            return [];
        var phrase = Read(rest);
        var controls = _resolver.Controls(phrase, n => Scene.IsField(n) || n.Checked is not null || phrase.Kind == ElementKind.Button && Scene.IsControl(n));
        if (controls.Count == 0)
            controls = _resolver.Controls(phrase, n => Scene.IsControl(n) && _scene.IsPresent(n));
        if (controls.Count != 1)
            return [];
        var field = controls[0].Node;
        var block = field;
        // As far up as the block holds no other field (radio buttons of one question are one).
        while (block.Parent is { } parent && parent.Parent is not null && !parent.Descendants().Any(d => !ReferenceEquals(d, field) && !field.IsSelfOrAncestorOf(d) && _scene.IsPresent(d) && (Scene.IsField(d) || d.Checked is not null && field.Checked is null)))
            block = parent;
        var parts = new List<UiNode> { block };
        // Flat markup: what follows up to the next field or label.
        if (block.Parent is { } flat)
        {
            foreach (var sibling in flat.Children.SkipWhile(c => !ReferenceEquals(c, block)).Skip(1))
            {
                if (Scene.IsField(sibling) || sibling.Tag == "label" || sibling.Descendants().Any(d => Scene.IsField(d) || d.Tag == "label" || d.Checked is not null))
                    break;
                if (_scene.Length(sibling) is > 0 and <= 20 && !Scene.IsControl(sibling))
                    parts.Add(sibling);
            }
        }

        return [new(parts, field)];
    }

    private List<Notice> NoticesAt(NounPhrase phrase, List<ClaimToken> place)
    {
        var regions = Places(place, out _);
        if (regions is null)
            return [];
        var found = new List<Notice>();
        foreach (var part in regions.SelectMany(r => r.Parts))
        {
            foreach (var node in part.Descendants().Prepend(part).Where(n => !n.IsText && _scene.IsShown(n) && _scene.Length(n) > 0 && (Kinds.IsMessage(n) || Kinds.IsError(n))))
            {
                if (!found.Any(f => f.Node!.IsSelfOrAncestorOf(node)) && node.Tag != "label")
                    found.Add(new(node.InnerText, node, Kinds.Paint(node)));
            }
        }

        return found;
    }

    private Notice? Look(NounPhrase phrase, List<ClaimToken> thing, IReadOnlyList<Region>? regions, bool listed, bool transient, out string? near)
    {
        near = null;
        bool Inside(UiNode n) => (regions is null || regions.Any(r => r.Contains(n))) && (!listed || !n.Ancestors().Prepend(n).Any(a => Kinds.IsToast(a) && a.Layer > 0 || a.Role is "status" or "alert"));
        Notice Note(UiNode n) => new(_scene.ShownText(n) is { Length: > 0 } t ? t : n.Name, n, null);
        var required = phrase.Required.ToList();
        if (phrase.Kind == ElementKind.Message && !phrase.HasQuoted)
        {
            var messages = regions is null ? Messages(phrase) : NoticesAt(phrase, thing) is { Count: > 0 } at ? at : regions.SelectMany(r => r.Parts).SelectMany(p => Messages(phrase).Where(m => m.Node is not null && p.IsSelfOrAncestorOf(m.Node))).ToList();
            if (!transient)
                messages = [.. messages.Where(m => m.Node is not null)];
            if (messages.Count > 0)
                return messages[0];
            if (phrase.KindText.Contains("error", StringComparison.Ordinal) && _scene.Nodes.FirstOrDefault(n => n.IsText && _scene.IsShown(n) && Inside(n) && _scene.Length(n) > 2 && Kinds.IsReddish(n.Parent!) && !n.Ancestors().Any(Scene.IsControl)) is { } red)
            {
                // "Error E-017": red, and it says all that is said of it.
                if (required.Count > 0 && required.All(t => _scene.Contains(red, t.Words)) && _scene.Tokens(red).Where(DenialWords.Contains).All(w => required.Any(t => t.Words.Contains(w, StringComparer.Ordinal))))
                    return Note(red);
                near = $"'{Short(red.OwnText)}' may be one";
            }

            return null;
        }

        if (required.Count == 0)
        {
            var kind = _scene.Nodes.FirstOrDefault(n => !n.IsText && _scene.IsShown(n) && Inside(n) && IsOfKind(n, phrase.Kind));
            if (kind is null && !(phrase.Kind is ElementKind.Dialog or ElementKind.Table or ElementKind.Canvas or ElementKind.Menu or ElementKind.Progress or ElementKind.Image or ElementKind.Media))
                near = $"it is not plain what '{phrase}' is here";
            return kind is null ? null : Note(kind);
        }

        if (phrase.HasQuoted)
        {
            var quoted = thing.Where(t => t.IsQuoted && !t.IsName).ToList();
            var others = required.Where(t => !t.IsQuoted).ToList();
            if (phrase.Kind == ElementKind.Heading && others.Count == 0)
                return Heading(quoted, Inside, out near) is { } heading ? Note(heading) : null;
            if (phrase.Kind == ElementKind.Dialog && phrase.KindText != "overlay" && others.Count == 0)
                return DialogCalled(quoted, Inside, out near) is { } dialog ? Note(dialog) : null;
            if (Kinds.IsControlKind(phrase.Kind) || phrase.Kind is ElementKind.Heading or ElementKind.Badge)
            {
                var fits = _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && Inside(n) && (Kinds.Fits(n, phrase.Kind) && (Scene.IsControl(n) || n.IsInteractive || phrase.Kind is ElementKind.Heading or ElementKind.Badge or ElementKind.Icon)) && quoted.All(q => IsNamed(n, q.Raw) || Scene.IsField(n) && LabelledBy(n, q.Raw)) && others.All(o => Explains(n, o))).ToList();
                if (fits.Count > 0)
                    return Note(fits[0]);
                if (quoted.All(q => TextShown(q, null, Inside) is not null))
                    near = $"the text is there, but no {phrase.KindText} of that name";
                return null;
            }

            // The same words may stand elsewhere as well: only those in a thing of that kind are meant.
            bool OfKind(UiNode n) => Inside(n) && phrase.Kind switch
            {
                ElementKind.Progress or ElementKind.Tooltip => n.Ancestors().Prepend(n).Any(a => IsOfKind(a, phrase.Kind) || a.Children.Any(c => IsOfKind(c, phrase.Kind))),
                ElementKind.Dialog when phrase.KindText != "overlay" => n.Ancestors().Prepend(n).Any(Kinds.IsDialog),
                _ => !phrase.KindText.Contains("toast", StringComparison.Ordinal) || n.Ancestors().Prepend(n).Any(a => Kinds.IsToast(a) || a.Layer > 0),
            };
            UiNode? hit = null;
            foreach (var q in quoted)
            {
                hit = (others.Count > 0 ? TextShown(q, null, n => OfKind(n) && others.All(o => Explains(n, o))) : null) ?? TextShown(q, null, OfKind);
                if (hit is null)
                {
                    var vanished = transient ? Messages(NounPhrase.Read([ClaimToken.Word("message")], null)).FirstOrDefault(m => m.Node is null && CompareText(m.Text, q.Raw, TextMode.Part) && !DeniedIn(m.Text, q.Raw) && !m.Text.TrimEnd().EndsWith("...", StringComparison.Ordinal) && !m.Text.TrimEnd().EndsWith('…')) : null;
                    if (vanished is not null && others.Count == 0 && regions is null)
                        return vanished;
                    return null;
                }
            }

            if (hit is not null && !others.All(o => Explains(hit, o)))
            {
                near = $"'{string.Join(", ", others)}' is not accounted for";
                return null;
            }

            return hit is null ? null : Note(hit);
        }

        return LookNamed(phrase, thing, Inside, listed, out near) is { } node ? Note(node) : null;
    }

    // By its label, by what stands around it, or by the role that the page gives it: "the status '2 changes saved.'".
    private bool Explains(UiNode node, Term term) => term.Words is [var role] && node.Ancestors().Prepend(node).TakeWhile(a => _scene.Length(a) <= _scene.Length(node) + 4).Any(a => a.Role == role) || _scene.Slots.Slots.Any(s => s.Value.IsSelfOrAncestorOf(node) && Phrase.IndexOf(s.Label, term.Words) >= 0) || _resolver.Coverage.Of(NounPhrase.Read([.. term.Words.Select(w => new ClaimToken(w, w))], _scene), node, null) is not null;

    /// <summary>A thing without quotes: by its whole name.</summary>
    private UiNode? LookNamed(NounPhrase phrase, List<ClaimToken> thing, Func<UiNode, bool> inside, bool listed, out string? near)
    {
        near = null;
        var required = phrase.Required.ToList();
        if (Ratio(thing) is { } ratio)
            return ratio.FirstOrDefault(inside);
        // More than its words ("the heading of the first card") is left to what follows.
        if (phrase.Kind == ElementKind.Heading && phrase.Places.Count == 0 && phrase.Ordinal == 0 && !phrase.Source.Any(t => t.Is("of", "in", "for", "at", "on", "with", "under", "'s")))
            return Heading([ClaimToken.Word(string.Join(' ', required.SelectMany(t => t.Words)))], inside, out near);
        if (Kinds.IsControlKind(phrase.Kind))
        {
            var matches = _resolver.Controls(phrase, n => inside(n) && Kinds.Fits(n, phrase.Kind) && (_scene.IsShown(n) || n.Checked is not null)).ToList();
            if (matches.FirstOrDefault(m => m.ExtraWords == 0 && m.Cover.Weak == 0) is { } match)
                return match.Node;
            if (matches.Count > 0)
                near = $"the nearest is '{matches[0].Node.Name}'";
            else if (required.All(t => _scene.Find(t.Words).Any()) && required.Any(t => t.Words.Any(w => w.Length > 2)))
                near = $"no {phrase.KindText} of that name, but its words are on the page";
            return null;
        }

        if (listed)
        {
            // In a list, not in the message that tells of it; words for the kind of record need not be there.
            var name = required.Where(t => required.Count == 1 || !(t.Words.Length == 1 && Coverage.IsClassifier(t.Words[0]))).SelectMany(t => t.Words.Where((w, i) => t.Words.Length == 1 || i > 0 || !Coverage.IsClassifier(w))).ToArray();
            var entry = _scene.Find(name).Where(p => !IsDenied(p)).Select(_scene.OwnerAt).FirstOrDefault(inside);
            if (entry is null && name.Any(w => !w.Any(char.IsDigit) && w.Length > 3 && _scene.Positions(w).Any(p => inside(_scene.OwnerAt(p)))) && name.Length == 1)
                near = "a word of it is on the page";
            return entry;
        }

        var words = required.SelectMany(t => t.Words).ToArray();
        // The words stand together somewhere, whole.
        foreach (var position in _scene.Find(words))
        {
            if (_scene.Exactly(position, words.Length) is { } exact && inside(exact) && !IsDenied(position))
                return exact;
        }

        if (phrase.Kind is ElementKind.Dialog or ElementKind.Section or ElementKind.Card or ElementKind.Landmark or ElementKind.Table or ElementKind.List or ElementKind.Column or ElementKind.Canvas or ElementKind.Any or ElementKind.Menu)
        {
            var regions = listed ? [] : _regions.Find(phrase).Where(r => r.Parts.Any(inside)).ToList();
            if (regions.Count >= 1 && (phrase.Kind is not (ElementKind.Dialog or ElementKind.Menu) || regions[0].Parts.Any(p => Kinds.IsDialog(p) || Kinds.IsMenu(p))) 
                && (regions[0].Head is { } head ? _scene.Length(head) <= words.Length + 1 : phrase.Kind != ElementKind.Any || Phrase.Equal(_scene.NameTokens(regions[0].Parts[0]), words)))
                return regions[0].Parts[0];
            if (regions.Count > 0)
                near = $"the nearest is '{Short(_scene.ShownText(regions[0].Head ?? regions[0].Parts[0]))}'";
            if (regions.Count == 0 && phrase.Kind == ElementKind.Dialog && !_scene.Nodes.Any(n => _scene.IsShown(n) && Kinds.IsDialog(n)))
                return null;
        }

        var records = _resolver.RecordsOf(phrase).Where(r => inside(r.Record)).ToList();
        if (records.Count > 0)
        {
            if (phrase.Kind == ElementKind.Any || Kinds.IsRecordKind(phrase.Kind) || listed)
            {
                // A record of which every word is said, the name together.
                if (required.All(t => !_scene.Find(t.Words, records[0].Record).Any() || _scene.Find(t.Words, records[0].Record).Any(p => !IsDenied(p))) && required.All(t => t.Words.Length > 1 || t.Words[0].Any(char.IsDigit) || required.Count == 1 && (listed || t.Words[0].Length > 3)))
                    return records[0].Record;
            }

            near = $"the nearest is '{Short(_scene.ShownText(records[0].Record))}'";
            return null;
        }

        var named = _resolver.Controls(phrase, n => inside(n) && _scene.IsShown(n) && (Scene.IsControl(n) || n.IsInteractive || n.Role is "img" || SceneHeads.HasOwnName(n))).ToList();
        if (named.FirstOrDefault(m => m.ExtraWords == 0 && m.Cover.Weak == 0) is { } control)
            return control.Node;
        if (named.Count > 0)
            near = $"the nearest is '{named[0].Node.Name}'";
        else if (_scene.HasPhrase(words) && !listed && _scene.Find(words).Any(p => inside(_scene.OwnerAt(p))))
        {
            // "No episodes found" does not show episodes found.
            var said = _scene.Find(words).Where(p => inside(_scene.OwnerAt(p)) && !IsDenied(p)).Select(_scene.OwnerAt).FirstOrDefault();
            if (said is null)
                near = "it is said not to be so";
            return words.Length > 1 || words[0].Length > 3 ? said : null;
        }
        else if (words.Length > 1 && words.Any(w => w.Length > 3 && _scene.HasStem(_scene.Root, w)) && !listed && phrase.Kind == ElementKind.Any)
            near = "some of its words are on the page";
        return null;
    }

    /// <summary>"question 2 of 6": the lines that say just so, "2 of 6" together; null when nothing of the kind is claimed.</summary>
    private List<UiNode>? Ratio(List<ClaimToken> thing)
    {
        var at = thing.FindIndex(t => t.Is("of", "/"));
        if (at < 1 || at + 1 >= thing.Count || !thing[at - 1].HasDigit || !thing[at + 1].HasDigit || thing[at - 1].IsQuoted || thing[at + 1].IsQuoted)
            return null;
        var words = thing.Where((t, i) => i < at - 1 || i > at + 1).SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w)).ToList();
        var places = _scene.Find([thing[at - 1].Text, "of", thing[at + 1].Text]).Concat(_scene.Find([thing[at - 1].Text, "/", thing[at + 1].Text]));
        return [.. places.Select(p => _scene.Line(_scene.Holder(p, 3)))
            .Where(line => _scene.Length(line) < 20 && words.All(w => _scene.Tokens(line).Any(t => SameWord(t, w))))];
    }

    private bool IsOfKind(UiNode n, ElementKind kind) => kind switch
    {
        ElementKind.Dialog => Kinds.IsDialog(n),
        ElementKind.Menu => Kinds.IsMenu(n),
        ElementKind.Table => n.Tag == "table" || n.Role is "table" or "grid" or "treegrid",
        ElementKind.Canvas => n.Tag == "canvas" || Scene.ClassWords(n.ClassName).Any(w => w is "chart" or "graph" or "map"),
        ElementKind.Progress => n.Role == "progressbar" || n.IsBusy || Scene.ClassWords(n.ClassName).Any(w => w is "spinner" or "spin" or "loader" or "loading" or "skeleton" or "busy" or "progress"),
        ElementKind.Image => n.Role == "img",
        ElementKind.Media => n.Tag is "video" or "audio",
        ElementKind.Heading => Kinds.Fits(n, kind),
        ElementKind.Tooltip => n.Role == "tooltip" || Scene.ClassWords(n.ClassName).Any(w => w is "tooltip" or "tip"),
        ElementKind.Message => Kinds.IsMessage(n),
        _ => false,
    };

    /// <summary>Where a quoted text is displayed: whole words, not denied by what stands before.</summary>
    private UiNode? TextShown(ClaimToken quoted, IReadOnlyList<UiNode>? scopes, Func<UiNode, bool>? inside = null)
    {
        var words = Phrase.Tokens(quoted.Raw);
        if (words.Length == 0)
        {
            var folded = TextFold.Fold(quoted.Raw);
            return _scene.Nodes.FirstOrDefault(n => n.IsText && _scene.IsShown(n) && TextFold.Fold(n.OwnText).Contains(folded, StringComparison.Ordinal) && (inside is null || inside(n)));
        }

        foreach (var position in _scene.Find(words))
        {
            var holder = _scene.Holder(position, words.Length);
            var exact = _scene.Exactly(position, words.Length) ?? holder;
            if (scopes is not null && !scopes.Any(s => s.IsSelfOrAncestorOf(holder)) || inside is not null && !inside(holder))
                continue;
            if (IsDenied(position) || !_scene.IsTogether(position, words.Length) && _scene.Exactly(position, words.Length) is null)
                continue;
            // Punctuation that changes what is said: a question, a plus.
            var text = TextFold.Fold(holder.IsText ? holder.OwnText : holder.InnerText);
            var part = ValueText.Clean(quoted.Raw);
            if (text.Contains(part, StringComparison.Ordinal) || Phrase.Tokens(text).Length == words.Length && !part.Contains('?', StringComparison.Ordinal) || part.Any(c => !char.IsLetterOrDigit(c) && c is not (' ' or '.' or ',' or '\'' or '?')))
                return exact;
            if (!ReferenceEquals(_scene.OwnerAt(position), _scene.OwnerAt(position + words.Length - 1)))
                return exact;
        }

        return null;
    }

    private bool IsNamed(UiNode node, string name)
    {
        var clean = ValueText.Clean(name);
        if (ValueText.Clean(node.Name) == clean || ValueText.Clean(node.InnerText) == clean || Scene.IsField(node) && false)
            return true;
        // Glyphs and counters beside the name: "+ New", "Files (2)".
        var tokens = Phrase.Tokens(node.Name).Where(t => t.Any(char.IsLetter)).ToList();
        var words = Phrase.Tokens(name);
        return words.Length > 0 && words.All(w => w.Any(char.IsLetter)) && Phrase.Equal(tokens, words) && node.Name.Count(char.IsDigit) <= 3;
    }

    private bool LabelledBy(UiNode field, string label)
    {
        var words = Phrase.Tokens(label);
        return _scene.Slots.Slots.Any(s => ReferenceEquals(s.Value, field) && Phrase.Equal(s.Label, words));
    }
}
