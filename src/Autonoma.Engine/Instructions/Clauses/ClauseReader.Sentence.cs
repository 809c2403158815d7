using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions.Sentences;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;
using FillerWords = Autonoma.Engine.Grounding.Wording.FillerWords;

namespace Autonoma.Engine.Instructions.Clauses;

/// <content>What stands around an instruction: subordinate clauses, means, order, labels.</content>
internal sealed partial class ClauseReader
{
    private static readonly HashSet<string> ClaimLabels = new(StringComparer.Ordinal) { "expected", "expected result", "expected results", "expected outcome", "expectation", "result", "outcome", "then", "assertion", "assert", "check", "validation", "verification", "verify", "expect", "ensure" };

    private static readonly HashSet<string> InstructionLabels = new(StringComparer.Ordinal) { "action", "step", "do", "when", "next", "now", "finally", "test step", "first", "last step", "next step" };

    private static readonly HashSet<string> NoteLabels = new(StringComparer.Ordinal)
    {
        "note", "notes", "hint", "precondition", "preconditions", "pre-condition", "pre-conditions", "prerequisite", "prerequisites", "setup", "set-up", "todo", "info", "remark", "goal", "purpose", "scenario", "feature", "background", "test case", "test", "objective", "teardown", "cleanup", "clean-up", "warning", "important", "example", "examples", "tip", "see also", "actor", "given", "assumption", "assumptions", "context", "summary of test", "test data", "data", "intent", "story", "user story", "attention", "caution",
    };

    // How a thing may stand, beside what participles say ("ticked", "hidden").
    private static readonly HashSet<string> States = new(StringComparer.Ordinal)
    {
        "empty", "blank", "full", "open", "shut", "visible", "active", "inactive", "available", "unavailable", "present", "absent", "missing", "gone", "there", "current", "valid", "invalid", "free", "on", "off", "in", "out", "up", "down", "ready", "busy", "online", "offline", "shown", "left",
    };

    private readonly List<Phrase> _deferred = [];

    private Phrase? _location;

    private bool _skipNext;

    private KeyModifiers _held;

    /// <summary>Whether another clause follows the one being read.</summary>
    public bool HasMore { get; set; }

    /// <summary>The clause that follows, when one does.</summary>
    public Phrase? NextClause { get; set; }

    /// <summary>Reads what was put off ("before clicking Save ..."), and says what was left hanging.</summary>
    public UnresolvedReason? Finish()
    {
        foreach (var clause in _deferred.ToList())
        {
            if (Read(clause) is { } reason)
                return reason;
        }

        if (_location is { } location)
            return new("no-verb", $"\"{location.Raw}\" says where, but not what to do there.", $"Click \"...\" {location.Raw}");
        if (_held != KeyModifiers.None)
            return Reasons.Unsupported("Holding a key without a click");
        return null;
    }

    /// <summary>True when the clause just announced by "by clicking ..., open ..." is only the purpose.</summary>
    public bool TakeSkip()
    {
        var skip = _skipNext;
        _skipNext = false;
        return skip;
    }

    private Outcome? Subordinate(Phrase clause)
    {
        if (clause.Any(0, "after", "upon", "when", "once", "by", "on", "before", "while", "whilst", "prior"))
        {
            var start = clause.Is(0, "prior", "to") ? 2 : 1;
            var rest = clause.From(start);
            if (rest.Any(0, "having"))
                rest = rest.From(1);
            if (clause.Any(0, "while", "whilst") && VerbTable.Find(rest, 0) is { Kind: VerbKind.Hold } hold)
                return new(LeadingHold(rest.From(hold.Length)));
            var actor = Actor.Length(rest, out _);
            var body = rest.From(actor);
            if (body.Any(0, "have", "has", "had"))
                body = body.From(1);
            var verb = VerbTable.Find(body, 0, mend: true);
            // "After pressing Tab the cursor should be in ...": no comma before the claim.
            if (verb is { Form: VerbForm.Gerund } doing && actor == 0 && clause.Any(0, "after", "upon", "on", "by") && !HasComma(body) && ClaimBehind(body, doing.Length) is > 0 and var cut)
                return new(Instruction(body.To(cut), doing) ?? Read(body.From(cut)));
            if (verb is { } found && (found.Form == VerbForm.Gerund || actor > 0 && !clause.Any(0, "by", "on") || clause.Is(0, "after") && rest.Start != clause.Start + start) && !(found.Form == VerbForm.Gerund && Predicates.Find(body) > 0 && !HasComma(body)))
            {
                if (clause.Any(0, "before", "prior"))
                {
                    if (SplitAtComma(body) is not { } parts)
                    {
                        _deferred.Add(body);
                        return new(HasMore ? null : Reasons.Knowledge(clause.Raw));
                    }

                    _deferred.Add(parts.Left);
                    return new(Read(parts.Right));
                }

                if (clause.Any(0, "by") && HasMore)
                    _skipNext = true;
                if (found.Kind == VerbKind.Business)
                    return new(Business(body, found));
                return new(Instruction(body, found));
            }

            if (AfterAction(clause) is { } afterwards)
                return afterwards;
            if (clause.Any(0, "after", "once", "when", "upon") && PassiveDone(rest, clause.Any(0, "when")) is { } done)
                return done;
            if (clause.Any(0, "after", "once") && HasMore && (Predicates.IsStatement(rest) || Duration(rest) is not null))
                return new(WaitFor(rest));
            if (clause.Any(0, "when", "once", "while", "whilst") && !(clause[0].IsCapital && clause.Count > 1 && clause.Any(1, "is", "are")))
                return clause.Any(0, "when", "while", "whilst") && Predicates.IsStatement(rest) && !HasMore && _out.Count > 0 ? new(Reasons.Condition(clause.Norm(0))) : new(Reasons.Condition(clause.Norm(0)));
        }

        // "Having ticked X, click Y"
        if (clause.Any(0, "having") && HasMore && VerbTable.Find(clause, 1) is { Form: VerbForm.Past, Kind: not VerbKind.Business } past)
            return new(Instruction(clause.From(1), past));
        if (clause.Is(0, "as", "soon", "as") && HasMore && Predicates.IsStatement(clause.From(3)))
            return new(WaitFor(clause.From(3)));
        if ((clause.Is(0, "in", "order", "to") || clause.Is(0, "to")) && HasMore && VerbTable.Find(clause, clause.Is(0, "to") ? 1 : 3, mend: true) is { Form: VerbForm.Base })
            return new(null);
        if ((clause.Is(0, "as", "a") || clause.Is(0, "as", "an") || clause.Is(0, "as", "the")) && HasMore && Predicates.Find(clause) < 0)
            return new(null);
        if ((clause.Any(0, "using", "with", "via") && clause.Any(1, "the", "your") && clause.Any(2, "mouse", "keyboard", "cursor", "pointer")) && !(clause.Any(2, "cursor") && clause.Any(3, "in", "on") && clause.Count > 4) && HasMore && PointerAt(clause.From(1)) is null)
            return new(null);
        return Location(clause);
    }

    // Where a claim begins behind an instruction without a comma; -1 when none does.
    private static int ClaimBehind(Phrase body, int verbEnd)
    {
        for (var i = verbEnd + 1; i < body.Count - 2; i++)
        {
            if (body.Any(i, "the", "a", "an", "there", "no") && !body[i].IsCapital && !Nouns.Relations.Contains(body.Norm(i - 1)) && !body.Any(i - 1, "and", "or", "over", "onto", "upon") && Predicates.IsStatement(body.From(i)))
                return i;
        }

        return -1;
    }

    private static bool HasComma(Phrase phrase) => phrase.Has(",");

    private static (Phrase Left, Phrase Right)? SplitAtComma(Phrase phrase)
    {
        var comma = phrase.Find(0, ",");
        return comma > 0 ? (phrase.To(comma), phrase.From(comma + 1)) : null;
    }

    private UnresolvedReason? LeadingHold(Phrase rest)
    {
        rest = rest.Trim();
        var end = 0;
        while (end < rest.Count && (rest.Any(end, "the", "key", "down", "+", "and", "keys") || Modifier(rest.Norm(end)) is not null) && VerbTable.Find(rest, end) is null)
        {
            if (Modifier(rest.Norm(end)) is { } modifier)
                _held |= modifier;
            end++;
        }

        if (_held == KeyModifiers.None)
            return Reasons.Unsupported("Holding that key");
        var after = rest.From(end).Trim();
        return after.IsEmpty ? (HasMore ? null : Reasons.Unsupported("Holding a key without a click")) : Read(after);
    }

    private static KeyModifiers? Modifier(string word) => KeyNames.Modifier(word) switch
    {
        "Control" or "ControlOrMeta" => KeyModifiers.Control,
        "Shift" => KeyModifiers.Shift,
        "Alt" => KeyModifiers.Alt,
        "Meta" => KeyModifiers.Meta,
        _ => null,
    };

    // "In the Name field, type ...", "From the Status dropdown select ...", "On the second tab, click ...".
    private Outcome? Location(Phrase clause)
    {
        if ((FrontedKeys(clause) ?? FrontedAction(clause) ?? AfterAction(clause) ?? GoesInto(clause)) is { } pressed)
            return pressed;
        var offered = Offered(clause);
        if (offered != clause && HasMore && NextClause is { } choice && VerbTable.Find(Fillers.StripFront(choice), 0) is not { Form: VerbForm.Base or VerbForm.Third })
            return null;
        clause = offered;
        // "With the focus on the first tab, press ..."
        if (clause.Any(0, "with") && clause.Find(1, "focus", "cursor") is > 0 and <= 2 and var focus && clause.Any(focus + 1, "on", "in") && clause.Count > focus + 2)
            clause = clause.From(focus + 1);
        if ((TypedFirst(clause) ?? WithDone(clause)) is { } typed)
            return typed;
        if (Circumstance(clause) is { } given)
            return new(given);
        if (!clause.Any(0, "in", "on", "into", "from", "under", "within", "inside", "at", "for", "onto", "below", "above", "beneath", "next", "near", "beside", "as", "with", "using", "via", "through", "to", "among", "amongst") || clause.Count < 2)
            return null;
        for (var i = 2; i < clause.Count; i++)
        {
            if (VerbTable.Find(clause, i, mend: false) is not { Form: VerbForm.Base or VerbForm.Third } verb || clause[i].IsCapital || verb.Kind == VerbKind.Business && !(verb.Name == "take" && clause.At(i + 1) is { } taken && (taken.IsLiteral || taken.IsCapital || Nouns.HeadKind(clause.To(i).From(1)) is ElementKind.Dropdown)))
                continue;
            var behind = i + verb.Length;
            var nominal = clause.At(behind) is null || clause.Any(behind, "field", "box", "button", "area", "bar", "link", "input", "dropdown", "drop-down", "icon", "tab", "menu", "form", "list", "section", "is", "are", "of", "in", ",", "should", "dialog", "page", "on", "value", "option", "label", "mode", "text", "number", "name", "all");
            if (nominal || clause.Any(i - 1, "the", "a", "an", "to"))
                continue;
            // "you should see": what is in front of the modal is no place.
            if (clause.Any(i - 1, "should", "must", "can", "will", "may", "would"))
                break;
            if (Actor.Length(clause.From(i - 1), out _) == 1 && (verb.Form == VerbForm.Third || clause.Any(i - 1, "you", "we", "i", "they")))
                i--;
            _location = clause.To(i).Trim();
            return new(Read(clause.From(i)));
        }

        // "In the Name field the user types ..."
        for (var i = 3; i < clause.Count - 1; i++)
        {
            if (clause.Any(i, "the", "i", "we", "you") && Actor.Length(clause.From(i), out _) is > 0 and var actor && VerbTable.Find(clause, i + actor) is not null && clause.At(i - 1) is { } before && before.Norm is not ("of" or "in" or "on" or "for"))
            {
                _location = clause.To(i).Trim();
                return new(Read(clause.From(i)));
            }
        }

        if (!HasMore || Predicates.Find(clause) > 0)
            return null;
        _location = clause;
        return new(null);
    }

    // "With the cart empty, open the checkout": how something has to stand before, neither a place nor a tool. What it takes to get there is not said.
    private static UnresolvedReason? Circumstance(Phrase clause)
    {
        var end = clause.Find(0, ",") is > 0 and var comma ? comma : clause.Count;
        var said = clause.To(end).Trim();
        return said.Any(0, "with") && said.Count > 2 && said[said.Count - 1] is { IsWord: true, IsCapital: false } last && (States.Contains(last.Norm) || last.Norm.EndsWith("ed", StringComparison.Ordinal) || last.Norm.EndsWith("en", StringComparison.Ordinal)) && !Nouns.KindEndingAt(said, said.Count, out _, out _, out _) && Enumerable.Range(1, said.Count - 1).All(i => said[i].IsWord || said[i].IsLiteral)
            ? Reasons.Knowledge(said.Raw, "Verify it in a step of its own, or write the actions that lead there") : null;
    }

    // "With Ctrl+P open the print view": what follows is what the keys are for.
    private Outcome? FrontedKeys(Phrase clause)
    {
        if (!clause.Any(0, "with", "using", "via", "by") || clause.Any(0, "by") && !clause.Any(1, "use", "means", "keyboard"))
            return null;
        var body = clause.From(clause.Is(0, "by", "use", "of") || clause.Is(0, "by", "means", "of") ? 3 : 1);
        for (var end = Math.Min(body.Count, 9); end > 0; end--)
        {
            if (end < body.Count && !body.Any(end, ",") && VerbTable.Find(body, end) is not { Form: VerbForm.Base })
                continue;
            if (KeyList(body.To(end).Trim(), saidKeyboard: false) is not { } keys)
                continue;
            var rest = body.From(end).Trim();
            if (VerbTable.Find(rest, 0)?.Kind is VerbKind.Click or VerbKind.Enter or VerbKind.Fill or VerbKind.Check or VerbKind.Uncheck or VerbKind.Drag or VerbKind.Hover or VerbKind.Assert)
                return new(Reasons.Knowledge(clause.Raw, "Write the actions as separate steps"));
            Understood = true;
            foreach (var key in keys)
                Add(new PressArguments(key));
            _skipNext = rest.IsEmpty && HasMore;
            return new(null);
        }

        return null;
    }

    /// <summary>Where the sentence said to act, without its preposition; used once.</summary>
    private Phrase? TakeLocation()
    {
        var location = _location;
        _location = null;
        if (location is not { } phrase)
            return null;
        return phrase.Is(0, "next", "to") ? phrase : phrase.From(1);
    }

    /// <summary>Adds where the sentence said to act to a description that does not say it itself.</summary>
    private string Located(string target)
    {
        if (_location is not { } location)
            return target;
        _location = null;
        if (Nouns.HeadKind(location.From(1)) is ElementKind.Page or ElementKind.BrowserTab || location.Any(0, "as", "with", "using", "via", "to"))
            return target;
        var preposition = location.Norm(0) switch { "from" or "into" or "within" or "onto" => "in", "next" => "next to", var other => other };
        return $"{target} {preposition} the {location.From(location.Is(0, "next", "to") ? 2 : 1).Target}";
    }

    // "Look up booking KL-7 by typing it in": the number is what is typed, the noun says what it is of.
    private static Phrase CodeOf(Phrase thing)
    {
        var start = thing.Any(0, "the") ? 1 : 0;
        return thing.Count == start + 2 && thing[start] is { IsWord: true, IsCapital: false, IsLiteral: false } noun && FillerWords.IsEntryNoun(noun.Norm) && thing[start + 1] is { Raw: var code } last
            && (last.Kind == TokenKind.Quoted || code.Any(char.IsDigit) && code.Any(c => char.IsLetter(c) || c is '-' or '/')) ? thing.From(start + 1) : thing;
    }

    private UnresolvedReason? ByMeans(Phrase main, Phrase means, Verb verb, Verb meansVerb)
    {
        main = main.Trim();
        if (!main.IsEmpty && Nouns.NeverConcreteWord(main) is { } open)
            return Reasons.Vague(open);
        var args = means.From(meansVerb.Length).Trim();
        // What stands before "by" is only the goal; another instruction hidden in it must not be lost.
        if (main.Has("and", ",", "then") && Listing.Split(main).Skip(1).Any(part => VerbTable.Find(part, 0) is { Form: VerbForm.Base }))
            return Reasons.Knowledge(main.Raw, "Write the actions as separate steps");
        if (verb.Kind is VerbKind.Drag or VerbKind.Move or VerbKind.Place or VerbKind.Drop && meansVerb.Kind is VerbKind.Drag or VerbKind.Move && Enumerable.Range(0, args.Count).All(i => args.Any(i, "it", "them", "there", "over", "across", "with", "the", "mouse", "to", "place")))
            return Drag(main, verb);
        if (meansVerb.Kind is VerbKind.Scroll or VerbKind.Swipe && (args.IsEmpty || args.Count == 1 && (Direction(args, 0) is not null || args.Any(0, "it", "there"))) && verb.Kind is not (VerbKind.Scroll or VerbKind.Swipe or VerbKind.Click or VerbKind.Enter))
            return ByScrolling(main, args.Count == 1 && Direction(args, 0) is null ? args.To(0) : args, meansVerb);
        if (verb.Kind is VerbKind.Select or VerbKind.Check or VerbKind.Uncheck or VerbKind.CheckOrAssert or VerbKind.Expand or VerbKind.Enter && (args.IsEmpty || args.Count == 1 && args.Any(0, "it", "them")))
            return Dispatch(main, main, verb);
        // The means must not swallow the data of the goal: which file, which text.
        if (verb.Kind == VerbKind.Upload)
            return FileNames(main) is { Count: > 0 } files ? AddUpload(files, args.Any(0, "on", "it", "them") ? args.From(1) : args) : Upload(main);
        if (verb.Kind is VerbKind.Enter or VerbKind.Fill or VerbKind.Set or VerbKind.Append or VerbKind.Replace or VerbKind.Paste && meansVerb.Kind is VerbKind.Use or VerbKind.Enter or VerbKind.Press)
            return meansVerb.Kind == VerbKind.Use ? Dispatch(main, main, verb) : Reasons.Knowledge(main.Raw, "Write the actions as separate steps");
        if (verb.Kind == VerbKind.Search && meansVerb.Kind == VerbKind.Enter && args.Any(0, "it", "that", "its"))
            return EnterPair(CodeOf(main), args.From(2), "search");
        // "make the car unbookable": what it becomes is no part of its name.
        if (verb.Name == "make" && main.Count > 2 && main[main.Count - 1] is { IsCapital: false, IsLiteral: false } && !Nouns.KindEndingAt(main, main.Count, out _, out _, out _))
            main = main.To(main.Count - 1);
        if (!main.IsEmpty)
            LastTarget = main.Any(0, "it", "them") && main.Count <= 2 ? LastTarget : main.Target;
        if (meansVerb.Kind == VerbKind.Business)
            return Business(means, meansVerb);
        return Instruction(means, meansVerb);
    }

    // "... before clicking Save", "... after the page has loaded", "... until it is gone", "... while holding Shift".
    private Outcome? Order(Phrase clause, Verb verb)
    {
        for (var i = verb.Length; i < clause.Count; i++)
        {
            if (clause[i].IsCapital || !clause[i].IsWord)
                continue;
            var rest = clause.From(i + 1);
            switch (clause.Norm(i))
            {
                case "before" when VerbTable.Find(rest, 0) is { Form: VerbForm.Gerund } later:
                    return new(Instruction(clause.To(i), verb) ?? Instruction(rest, later));
                case "after" when VerbTable.Find(rest, 0) is { Form: VerbForm.Gerund } earlier:
                    return new(Instruction(rest, earlier) ?? Instruction(clause.To(i), verb));
                case "after" or "once" when i > verb.Length && Predicates.IsStatement(rest):
                    return new(WaitFor(rest) ?? Instruction(clause.To(i), verb));
                case "until" or "till" when verb.Kind is not (VerbKind.Scroll or VerbKind.Swipe):
                    return new(Reasons.Loop(clause.From(i).Raw));
                case "while" when VerbTable.Find(rest, 0) is { Kind: VerbKind.Hold } hold:
                    var reason = LeadingHold(rest.From(hold.Length).Trim());
                    if (_held == KeyModifiers.None)
                        return new(reason);
                    return new(Instruction(clause.To(i), verb));
                case "while" when Predicates.IsStatement(rest):
                    return new(Reasons.Condition("while"));
            }
        }

        return null;
    }

    private Outcome? Labelled(Phrase clause)
    {
        var colon = clause.Find(1, ":", "=", "→");
        if (colon is < 1 or > 8)
            return null;
        var label = clause.To(colon).Trim();
        var value = clause.From(colon + 1).Trim();
        var name = TextFold.Fold(label.OnlyLiteral?.Value ?? label.Target);
        if (label.OnlyLiteral is null)
        {
            if (NoteLabels.Contains(name))
                return new(new("note", $"\"{label.Raw}\" introduces a note, not an instruction.", "Move it out of the steps"));
            if (ClaimLabels.Contains(name))
                return new(AssertThat(clause, value, new(VerbKind.Assert, VerbForm.Base, "verify", 1, false)));
            if (InstructionLabels.Contains(name))
                return new(Read(value));
            if (name is "url" or "address" or "page" or "link" or "go to" or "website" && Address(value) is { } url)
            {
                Add(new NavigateArguments(url));
                Understood = true;
                return new(null);
            }

            if (Actor.Length(label, out _) == label.Count)
                return new(Read(value));
        }

        if (value.IsEmpty)
            return null;
        // "Filter: Status = Open": which of the two names is the field is not said.
        if (value.Find(1, "=", ":") is 1 or 2 && value.Count <= 5 && !value[0].IsLiteral && !value.Has(",", ";", "and"))
            return new(Reasons.Knowledge(clause.Raw));
        if (LabelledPairs(clause) is { } several)
            return several;
        // "There is a Send button: click it"
        if (label.OnlyLiteral is null && VerbTable.Find(value, 0) is { Form: VerbForm.Base } && value.Count > 1 && !value[0].IsCapital && Predicates.IsStatement(label))
            return new(Reasons.Knowledge(clause.Raw, "Write the claim and the action as separate steps"));
        // "Branch: choose "North Pier"": where, and what to do there.
        if (VerbTable.Find(value, 0) is { Form: VerbForm.Base, Kind: VerbKind.Select or VerbKind.Enter or VerbKind.Set or VerbKind.Click or VerbKind.Check or VerbKind.Uncheck or VerbKind.Clear or VerbKind.Press or VerbKind.Fill } && value.Count > 1 && Vagueness(label) is null && (!value[0].IsCapital || value.At(1) is { IsLiteral: true } or { IsWord: true, IsCapital: false }))
        {
            _location = Tokenizer.Cut($"in {label.Raw}");
            return new(Read(value));
        }

        if (Predicates.Find(label) > 0 || VerbTable.Find(label, 0) is { Kind: VerbKind.Business } && label.Count > 2)
            return null;
        if (value.OnlyLiteral is null && (value.Count > 8 || Predicates.IsStatement(value) || Nouns.IsOpenValue(value)))
            return new(Reasons.NoValue("type", label.Target));
        Understood = true;
        return new(Pair(label, value, "type"));
    }

    // "Title: "Dune", Author: "Herbert"": every part with a label of its own.
    private Outcome? LabelledPairs(Phrase clause)
    {
        var items = Listing.Split(clause);
        if (items.Count < 2 || !items.TrueForAll(item => item.Find(1, ":", "=") is > 0 and <= 5 and var mark && mark < item.Count - 1))
            return null;
        Understood = true;
        foreach (var item in items)
        {
            var mark = item.Find(1, ":", "=");
            var value = item.From(mark + 1).Trim();
            if (value.OnlyLiteral is null && (value.Count > 8 || Predicates.IsStatement(value) || Nouns.IsOpenValue(value)))
                return new(Reasons.NoValue("type", item.To(mark).Target));
            if (Pair(item.To(mark), value, "type") is { } failed)
                return new(failed);
        }

        return new(null);
    }

    private UnresolvedReason? WaitFor(Phrase rest)
    {
        var duration = Duration(rest);
        Add(new WaitArguments(rest.Trim().Mended, duration));
        return null;
    }
}
