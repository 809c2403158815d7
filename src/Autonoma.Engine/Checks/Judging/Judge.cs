using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Judges single claims on one scene. What no rule accounts for is undecidable.</summary>
internal sealed partial class Judge
{
    private static readonly string[] Conditions = ["until", "because", "once", "after", "when", "before", "since", "unless", "although", "though", "if", "while"];

    private readonly Scene _scene;
    private readonly Scene? _before;
    private readonly IGrounder? _grounder;
    private readonly Resolver _resolver;
    private readonly Regions _regions;

    // Words for which an icon, a look or the shape of the page spoke while the claim was judged: "unread", "dark", "appointment".
    private readonly HashSet<string> _told;

    public Judge(Scene scene, Scene? before, IGrounder? grounder)
    {
        _scene = scene;
        _before = before;
        _grounder = grounder;
        _resolver = new(scene);
        _told = _resolver.Told;
        _regions = new(scene, _resolver);
    }

    public Ruling Run(Clause clause)
    {
        // "Save disabled" names a text of the page, or says how Save is.
        // "no reservations found", "no reservation is found", where the page says just that.
        if (clause is { Subject: [var no, _, ..] } && no.Is("no") && (clause.Quantifier == "bare" || clause is { Verb: ClaimVerb.Be, Negated: false, Object.Count: 1 or 2 }))
        {
            if (Phrase.Tokens(RawText(clause.Quantifier == "bare" ? clause.Subject : [.. clause.Subject, .. clause.Object])) is { Length: > 2 } words && _scene.Find(words).Select(p => (At: p, Node: _scene.Exactly(p, words.Length))).FirstOrDefault(x => x.Node is not null && !x.Node.Ancestors().Any(Scene.IsControl)) is { Node: { } says })
                return Ruling.Held(clause.Text, $"it says '{Says(says)}'", says);
        }

        if (clause.Terse is { } terse)
            return Run(clause with { Terse = null }) is { IsHeld: true } shown ? shown : Run(terse);
        var ruling = RunRules(clause);
        if (ruling.IsUnknown && clause.Echo is null)
        {
            _told.Clear();
            var plain = WithoutConditions(clause);
            if (EntryTells(plain) is { } told && Accounting.Unaccounted(plain, _scene, _told.Union(told.Tells).ToHashSet(StringComparer.Ordinal)) is null)
                ruling = told;
        }

        if (ruling.IsUnknown && OfSets(WithoutConditions(clause)) is { } set)
            ruling = set;
        if (clause.Echo is null)
            ruling = OfSoMany(WithoutConditions(clause), ruling);
        if (clause.Echo is null && !_isRetelling)
            ruling = Reconsidered(clause, ruling);
        ruling = (Proviso(clause, ruling) ?? Overstated(clause, ruling) ?? Elsewhere(clause, ruling) ?? Slipped(clause, ruling)) is { } why ? Ruling.Unknown(clause.Text, why) : Doubt(clause, ruling) ?? ruling;
        // Whatever rules said so: of a claim and its denial no more than one is held.
        return ruling.IsHeld && clause.Negated && clause.Echo is null && Run(clause with { Negated = false }).IsHeld ? Ruling.Unknown(clause.Text, "what is seen bears out the contrary as well") : ruling;
    }

    private Ruling RunRules(Clause clause)
    {
        // What a look spoke for in one claim says nothing about the next.
        _told.Clear();
        if (clause.Echo is null && (DeniedWhole(clause) ?? SaidToBeNone(clause) ?? OthersAre(clause) ?? IsUnderHead(clause) ?? CountYes(clause)) is { } denied)
            return denied;
        var ruling = HolderOf(clause) ?? Decide(clause);
        if (ruling.IsHeld && Because(clause) is { IsHeld: false } reason)
            return reason;
        if (clause.Echo is null && !clause.IsExistential)
            ruling = Otherwise(WithoutConditions(clause), ruling);
        // What is not there cannot be spoken of: an absence is judged by the words themselves.
        if (ruling is { IsHeld: true, IsAbsence: false, IsAccounted: false } && !DeniesPresence(clause) && Accounting.Unaccounted(WithoutConditions(clause), _scene, _told.Union(ruling.Tells).ToHashSet(StringComparer.Ordinal)) is { } word)
            return Ruling.Unknown(clause.Text, $"nothing on this screen accounts for '{word}'");
        // A denial and what it denies cannot both hold; where rules that look at different things say so, neither has understood the claim.
        if (ruling.IsHeld && clause.Negated)
        {
            var positive = clause with { Negated = false };
            var opposite = Otherwise(WithoutConditions(positive), Decide(positive));
            if (opposite.IsHeld)
                return Ruling.Failed(clause.Text, opposite.Found, [.. opposite.Evidence]);
            // A control is in a state or it is not (hidden is what it may open as well); of everything else a rule that cannot tell whether it is so cannot tell that it is not. "Only X is not done" is no denial of "only X is done".
            if (opposite.IsUnknown && !ruling.IsAbsence && !DeniesPresence(clause) && clause is { Subject: [var first, ..], Object.Count: > 0 } && !first.Is("only", "neither", "no", "none") && (LongestState(clause.Object, out _, out _) == 0 || clause.Object.Exists(t => t.Is("hidden"))))
                return Ruling.Unknown(clause.Text, opposite.Found);
        }

        if (ruling is { IsHeld: true, IsAbsence: false } && clause.Negated && SaidOfSubject(WithoutConditions(clause), ruling) is { } said)
            return Ruling.Unknown(clause.Text, $"the screen says '{said}'");
        return ruling;
    }

    /// <summary>"The pot is not in the table", "the list does not show it": it may well be that the screen has no word for it.</summary>
    private static bool DeniesPresence(Clause clause)
        => (clause.Negated || clause.IsNoLonger) && clause.Verb != ClaimVerb.Can && (clause.Verb != ClaimVerb.Be || clause.Object.Any(t => t.Is("in", "on", "among", "under", "inside", "within", "part", "there", "present", "displayed", "shown", "visible", "listed", "seen", "found", "included", "contained")));

    private Ruling Decide(Clause clause)
    {
        if (clause.Echo is { } said)
            return Echoes(clause, said);
        // "is due before X" compares; what otherwise follows "before" is the story.
        if (clause.Verb == ClaimVerb.Be && clause.Subject.Count > 0 && BeforeByColumn(clause.Subject, clause.Object) is { } ordered)
            return ordered.NotIf(clause.Negated);
        clause = WithoutConditions(clause);
        if (Reworded(clause) is { } reworded)
            return reworded;
        if ((CountOnPage(clause) ?? CountInName(clause)) is { } counted)
            return counted;
        var (placed, place) = TakePlace(clause);
        clause = placed;
        if (IsPageLevel(clause, out var page))
            return page;
        if (clause.IsExistential)
            return Existential(clause);
        if (clause.Quantifier == "bare" && clause.Subject is [{ } bare, ..] && bare.Is("no", "only", "all", "every", "none") && !(Read(clause.Subject) is { Kind: ElementKind.Message } message && !message.Required.Any()))
            return Ruling.Unknown(clause.Text, "it has no verb that says what is expected");
        if (clause.Subject.Count == 0)
            return Ruling.Unknown(clause.Text, "the claim has no subject");
        // "We are on page 2 of 5": what the pager says.
        if (clause is { Verb: ClaimVerb.Be, Subject: [var we], Object: [var on, _, ..] } && we.Is("we", "i", "you", "one") && on.Is("on", "at") && Ratio(clause.Object[1..]) is { } pager)
            return pager.Count > 0 ? Ruling.Of(!clause.Negated, clause.Text, $"it says '{Says(pager[0])}'", pager[0]) : Ruling.Unknown(clause.Text, "no text says so");
        if (AtStep(clause) is { } step)
            return step;
        if (place is null && (SaidWhole(clause) ?? NothingDone(clause) ?? PerUnit(clause)) is { } told)
            return told;
        if (place is not null && clause.Verb is ClaimVerb.Be or ClaimVerb.Read or ClaimVerb.Show or ClaimVerb.Have or ClaimVerb.Cost && InPlace(clause, place) is { } inside)
            return inside;
        var ruling = ByVerb(place is null ? clause : clause with { Subject = [.. clause.Subject, .. place] });
        if (ruling.IsUnknown && place is not null && WithinPlace(clause, place) is { } lies)
            return lies;
        // A dialog with such a heading or button is open when it is displayed.
        if (ruling.IsUnknown && place is null && clause is { Verb: ClaimVerb.Be, Object: [var only] } && only.Is("open", "opened") && clause.Subject.FindIndex(t => t.Is("with", "called", "titled", "named", "saying")) is > 0 and var tells && Read(clause.Subject[..tells]) is { Kind: ElementKind.Dialog })
            ruling = Be(clause with { Object = [ClaimToken.Word("displayed")] });
        // "the red badge": what proves it must be red.
        if (ruling.IsHeld && !ruling.IsAbsence && Read(clause.Subject) is { Color: { } color } && !ruling.Evidence.Any(n => Wears(n, color, PaintPart.Any)))
            return Ruling.Unknown(clause.Text, $"nothing {color} is found there");
        // A sentence without a verb that is known says more than that its words are displayed.
        if (clause.Quantifier == "bare" && !ruling.IsHeld && !clause.Subject.Any(t => t.IsQuoted))
            return Ruling.Unknown(clause.Text, "it has no verb that says what is expected");
        return ruling.IsUnknown && place is not null && clause.Verb is ClaimVerb.Show or ClaimVerb.Contain ? ByVerb(clause with { Subject = place }) is { IsUnknown: false } other ? other : ruling : ruling;
    }

    /// <summary>"In the Bedroom card the temperature reads 18 °C": of what lies in that part; null when it does not say.</summary>
    private Ruling? InPlace(Clause clause, List<ClaimToken> place)
    {
        if (!place[0].Is("in", "on", "inside", "within") || PartNamed(place[1..]) is not { } region || region.Parts.Contains(_scene.Root))
            return null;
        // "Below the messages", "In the row of X": the words of the place need not be said again.
        _resolver.Within = region;
        try
        {
            var ruling = Value(clause.Subject, clause.Object, TextMode.Whole);
            return clause.Verb == ClaimVerb.Be && LongestState(clause.Object, out _, out _) > 0 || ruling.IsUnknown ? null : ruling.NotIf(clause.Negated);
        }
        finally
        {
            _resolver.Within = null;
        }
    }

    /// <summary>"In the details panel, the Test stage is marked Failed": held without the place, by what lies in that part.</summary>
    private Ruling? WithinPlace(Clause clause, List<ClaimToken> place)
    {
        if (clause.Negated || !place[0].Is("in", "on", "inside", "within") || PartNamed(place[1..]) is not { } region || region.Parts.Contains(_scene.Root))
            return null;
        var ruling = Reworded(clause) ?? ByVerb(clause);
        if (!ruling.IsHeld)
            ruling = Otherwise(clause, ruling);
        return ruling is { IsHeld: true, IsAbsence: false, Evidence.Count: > 0 } && ruling.Evidence.All(region.Contains) ? ruling : null;
    }

    /// <summary>The part of that name; what it is called beside its name ("box", "card") need not be known.</summary>
    private Region? PartNamed(List<ClaimToken> place)
    {
        // A panel that is called just so is no row of a table that begins with these words.
        if (place.Count > 1 && place[^1].Is("panel", "pane", "section", "box", "card", "sidebar", "area", "block", "widget") && Phrase.Tokens(RawText(DropFirst(place[..^1], "the"))) is { Length: > 0 } words && _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && SceneHeads.HasOwnName(n) && _scene.Records.GroupOf(n) is null or { IsTable: false } && Phrase.Equal(_scene.NameTokens(n), words)).ToList() is [var called] && _scene.Length(called) > words.Length)
            return new([called], null);
        if (RegionsOf(place) is [var region])
            return region;
        return place.Count > 1 && place[^1].Is("box", "card", "tile", "panel", "pane", "block", "widget", "area", "column", "part", "field", "frame") && RegionsOf(place[..^1]) is [var named] ? named : null;
    }

    /// <summary>"because it is disabled" is said as well: it may not be false, nor speak of what is not there.</summary>
    private Ruling? Because(Clause clause)
    {
        var at = clause.Object.FindIndex(t => t.Is("because", "since", "as"));
        var reason = at > 0 ? clause.Object[(at + 1)..] : [];
        if (reason.Count < 3 || ClauseReader.VerbPositions(reason) is not [var verb, ..])
            return null;
        var said = ClauseReader.Read(reason, verb);
        if (said.Subject.Count == 0 || said.Object.Count == 0)
            return null;
        var isOfIt = said.Subject is [{ } it, ..] && it.Is("it", "this", "that", "they", "these", "its", "their");
        if (isOfIt)
            said = said with { Subject = said.Subject.Count == 1 ? clause.Subject : said.Subject[0].Is("its", "their") ? [.. clause.Subject, ClaimToken.Word("'s"), .. said.Subject[1..]] : said.Subject };
        var ruling = Decide(said);
        // A state that is told as the reason must be seen to be so.
        if (isOfIt && ruling.IsUnknown && StatePhrases.IsState(said.Object))
            return ruling;
        return ruling.Verdict == CheckVerdict.Failed && isOfIt ? ruling : !ruling.IsHeld && Accounting.Unaccounted(said, _scene, _told) is { } word ? Ruling.Unknown(clause.Text, $"nothing on this screen accounts for '{word}'") : null;
    }

    private Ruling ByVerb(Clause clause) => ByItsVerb(clause) is var ruling && ruling.IsHeld && NoOtherDoes(clause) is { } others ? others : ruling;

    private Ruling ByItsVerb(Clause clause) => clause.Verb switch
    {
        ClaimVerb.Be => Be(clause),
        ClaimVerb.Have => Have(clause),
        ClaimVerb.Show => Show(clause),
        ClaimVerb.Read => Message(clause) ?? (ButtonOf(clause.Subject, clause.Object) ?? Reads(clause)).NotIf(clause.Negated),
        ClaimVerb.Contain => Contain(clause),
        ClaimVerb.Start => Starts(clause),
        ClaimVerb.End when clause.Object.Count > 0 && !clause.Object[0].Is("with") => Ending(clause).NotIf(clause.Negated),
        ClaimVerb.End => Value(clause.Subject, DropFirst(clause.Object, "with", "in"), TextMode.End).NotIf(clause.Negated),
        ClaimVerb.Appear => clause.Object.Count > 0 && StatePhrases.TryState(clause.Object, out _, out _) ? Be(clause with { Verb = ClaimVerb.Be }) : Be(clause with { Verb = ClaimVerb.Be, Object = [ClaimToken.Word("displayed"), .. clause.Object] }),
        ClaimVerb.Vanish => Be(clause with { Verb = ClaimVerb.Be, Object = [ClaimToken.Word("displayed"), .. clause.Object], Negated = !clause.Negated }),
        ClaimVerb.Cost => Cost(clause),
        ClaimVerb.Change => Change(clause),
        ClaimVerb.Can => Can(clause),
        ClaimVerb.Belong => Belong(clause),
        ClaimVerb.Rank => Rank(clause.Subject, clause.Object).NotIf(clause.Negated),
        ClaimVerb.Tell => Message(clause) ?? Ruling.Unknown(clause.Text, $"'{clause.VerbText}' cannot be judged here"),
        ClaimVerb.Yield => Yields(clause),
        ClaimVerb.Do => Ruling.Unknown(clause.Text, "it is not said what is done"),
        _ => Ruling.Unknown(clause.Text, "no rule reads this claim"),
    };

    private Ruling Reads(Clause clause)
    {
        // "it says 'X'": the page does.
        if (clause.Subject.Where(t => !t.Is("the", "this", "current")).ToList() is [{ } page] && page.Is("it", "page", "screen") && clause.Object is [{ IsQuoted: true, IsName: false }])
            return Seen(clause.Object, [], !clause.Negated);
        // "Below Audience it says 'X'", "beneath the list one reads 'X'"
        if (clause.Subject.Count > 2 && clause.Subject[0].Is("below", "under", "beneath", "beside", "above", "underneath", "next") && clause.Subject[^1].Is("it", "one") && Seen(clause.Object, clause.Subject[..^1], true) is { IsHeld: true } there)
            return there.NotIf(clause.Negated);
        var value = Value(clause.Subject, clause.Object, TextMode.Whole);
        if (value.IsHeld || clause.Object is not [{ IsQuoted: true }] || clause.Negated || TextPlace(clause.Subject) is [{ } side, ..] && side.Is(Sides))
            return value;
        // "The delete button reads 'Delete selected (5)'": the one button of just that text, which has the word.
        if (value.IsUnknown && Read(clause.Subject) is { Kind: ElementKind.Button or ElementKind.Link, Ordinal: 0, Places.Count: 0, HasQuoted: false } button && button.Required.SelectMany(t => t.Words).ToList() is { Count: > 0 } said && Phrase.Tokens(clause.Object[0].Raw) is { Length: > 0 } text
            && _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && Scene.IsControl(n) && Kinds.Fits(n, button.Kind) && said.TrueForAll(w => _scene.NameTokens(n).Any(t => Phrase.SameStem(t, w)))).ToList() is [var only] && ValueText.Equal(clause.Object[0].Raw, only.Name, strict: true) && text.Any(t => said.Exists(w => Phrase.SameStem(t, w))))
            return Ruling.Held(clause.Text, $"it reads '{Short(only.Name)}'", only);
        // Said in the entry of the subject, whole.
        var beside = _resolver.Slots(Read(clause.Subject), false) is { Count: > 0 } slots && slots.Any(s => s.Strength >= 3);
        return !beside && RecordHas(clause.Subject, clause.Object) is { IsHeld: true } has ? has : value;
    }

    private static List<ClaimToken> DropFirst(List<ClaimToken> tokens, params ReadOnlySpan<string> words) => tokens.Count > 0 && tokens[0].Is(words) ? tokens[1..] : tokens;

    /// <summary>What happened before ("after the title was typed", "because nothing is chosen") is the story, not the claim.</summary>
    private Clause WithoutConditions(Clause clause)
    {
        // "there since 2031" says when; what somebody did before is a sentence of its own.
        // What a field is filled with may tell of a time, too.
        if (clause.Object.Count > 2 && clause.Object[0].Is("prefilled", "pre-filled", "prepopulated", "preset"))
            return clause;
        var at = clause.Object.FindIndex(t => t.Is(Conditions));
        if (at >= 0 && at + 1 < clause.Object.Count && clause.Object[at + 1].HasDigit && clause.Object.Count - at <= 5)
            return clause;
        // "right after the interview" is a place.
        if (at > 0 && clause.Object[at].Is("after", "before") && clause.Object[at - 1].Is("right", "directly", "immediately", "just", "straight") && !ClauseReader.HasVerb(clause.Object[(at + 1)..]))
            return clause;
        // "closed until noon", where the page has just that: it is told, and may be told wrongly.
        if (at > 0 && !clause.Object[at - 1].IsMark && _scene.HasPhrase([.. Phrase.Tokens(clause.Object[at - 1].Text).TakeLast(1), clause.Object[at].Text]))
            return clause;
        if (at < 0)
            at = clause.Object.FindIndex(t => t.Is("as")) is var asAt && asAt > 0 && asAt + 2 < clause.Object.Count && clause.Object.Skip(asAt + 2).Any(t => t.Is("is", "are", "was", "were", "has", "have")) ? asAt : -1;
        if (at > 0)
            clause = clause with { Object = clause.Object[..at] };
        while (at > 0 && clause.Object.Count > 1 && clause.Object[^1].Is("yet", "still", "now", "anymore", ","))
            clause = clause with { Object = clause.Object[..^1] };
        if (clause.Object.Count > 2 && clause.Object[^2].Is("by") && clause.Object[^1].Is("default"))
            clause = clause with { Object = clause.Object[..^2] };
        // "After saving, X", "after binning order 5008 the notice reads"
        if (clause.Subject.Count > 2 && clause.Subject[0].Is("after", "when", "once", "upon", "following", "by", "for") && !clause.Subject[0].IsQuoted)
        {
            var cut = clause.Subject.FindIndex(t => t.Is(","));
            if (cut < 0)
                cut = clause.Subject.FindLastIndex(t => t.Is("the", "a", "an")) - 1;
            if (cut < 1)
                cut = clause.Subject.FindLastIndex(t => t.IsQuoted) - 1;
            if (cut >= 1 && cut + 1 < clause.Subject.Count)
                clause = clause with { Subject = clause.Subject[(cut + 1)..] };
        }

        return clause;
    }

    /// <summary>"On the review page the money ...", "In the cart, the total ...": where it is said of.</summary>
    private static (Clause Clause, List<ClaimToken>? Place) TakePlace(Clause clause)
    {
        var subject = clause.Subject;
        if (subject.Count < 3 || !subject[0].Is("in", "on", "inside", "within", "at", "under", "for"))
            return (clause, null);
        var cut = subject.FindIndex(t => t.Is(","));
        var skip = 1;
        if (cut < 0)
        {
            cut = subject.FindIndex(2, t => t.Is("the", "a", "an"));
            skip = 0;
        }

        // "In the waiting list Rosa Amato comes last"
        if (cut < 0 && subject[1].Is("the"))
            cut = subject.FindIndex(3, t => t.IsCapital || t.IsQuoted) is var name && name > 0 && !subject[name - 1].IsCapital && !subject[name - 1].IsQuoted && !subject[name - 1].Is("of", "for", "in", "to", "and") ? name : -1;

        if (cut < 2 || cut + skip >= subject.Count)
            return (clause, null);
        return (clause with { Subject = subject[(cut + skip)..] }, subject[..cut]);
    }

    /// <summary>The parts of an enumeration: commas and "and" outside of names.</summary>
    private List<List<ClaimToken>> Items(List<ClaimToken> tokens)
    {
        var items = new List<List<ClaimToken>>();
        var current = new List<ClaimToken>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Is(",", "and", "or", "plus"))
            {
                // "Oak & Sons and Daughters": a name with "and" on the page stays whole.
                if (token.Is("and") && current.Count > 0 && i + 1 < tokens.Count && !tokens[i + 1].IsQuoted && !current[^1].IsQuoted
                    && _scene.HasPhrase([.. Phrase.Tokens(current[^1].Text), "and", .. Phrase.Tokens(tokens[i + 1].Text)]))
                {
                    current.Add(token);
                    continue;
                }

                if (current.Count > 0)
                    items.Add(current);
                current = [];
                continue;
            }

            current.Add(token);
        }

        if (current.Count > 0)
            items.Add(current);
        foreach (var item in items)
        {
            while (item.Count > 1 && item[0].Is("the", "a", "an", "both", "also"))
                item.RemoveAt(0);
        }

        return items;
    }

    private NounPhrase Read(IReadOnlyList<ClaimToken> tokens) => NounPhrase.Read(tokens, _scene);

    private static string Short(string text) => text.Length <= 80 ? text : text[..77] + "...";

    private string Says(UiNode node) => Short(_scene.ShownText(node));
}
