using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions.Sentences;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <summary>
/// Reads one clause (one verb with what belongs to it) into commands. Clauses of a step are read in order by one reader, so that "it" and
/// omitted fields can refer back.
/// </summary>
internal sealed partial class ClauseReader
{
    private readonly List<CommandArguments> _out = [];

    /// <summary>What the step asks for so far.</summary>
    public IReadOnlyList<CommandArguments> Commands => _out;

    /// <summary>Description of what was acted on last in this step.</summary>
    private string? LastTarget { get; set; }

    /// <summary>Whether anything was understood, even when it asks for nothing ("append nothing else").</summary>
    public bool Understood { get; private set; }

    /// <summary>Reads a clause; null when it was read, else why not.</summary>
    public UnresolvedReason? Read(Phrase clause)
    {
        clause = clause.Trim();
        if (clause.IsEmpty)
            return null;
        var original = clause;
        if (HasMore && Fillers.IsAdverbial(clause))
            return null;
        clause = Fillers.StripFront(clause);
        if (Conditions.Find(clause) is { } condition)
            return condition;
        if (Subordinate(clause) is { } subordinate)
            return subordinate.Reason;
        var actor = Actor.Length(clause, out var mood);
        // "User name: ana" names a field.
        if (actor > 0 && clause.Find(0, ":", "=") is var label && label > actor && label <= actor + 2 && VerbTable.Find(clause, actor) is null)
            actor = 0;
        if (Continued(clause) is { } same)
            return same.Reason;
        if (actor > 0)
        {
            var rest = Fillers.StripFront(clause.From(actor));
            var verb = VerbTable.Find(rest, 0, mend: true);
            if (mood == Actor.Mood.Negative && verb is not { Kind: VerbKind.See })
                return verb is null || clause.Any(0, "you", "we", "i") && clause.Any(1, "don't", "do") ? Reasons.Negation(clause.Raw) : Claim(clause);
            if (rest.Any(0, "am", "is", "are") && VerbTable.Find(rest, 1) is { Form: VerbForm.Gerund } doing && mood == Actor.Mood.Plain && doing.Kind != VerbKind.See)
                return Instruction(rest.From(1), doing);
            // "The user should read "Kept"": what is to be seen, unless it is to be kept under a name.
            if (mood == Actor.Mood.Duty && verb is { Kind: VerbKind.Read, Form: VerbForm.Base, Name: "read" } && rest.At(1) is { Kind: TokenKind.Quoted } && !rest.From(2).Has("as", "into", "to", "store", "save", "remember", "keep") && Actor.IsMust(clause, actor))
                return Presence(rest.From(1), sure: true);
            if (mood is Actor.Mood.Ability or Actor.Mood.Negative || verb is { Kind: VerbKind.See } or { Kind: VerbKind.Read, Form: VerbForm.Third } && !rest.Has("store", "save", "remember") || (verb is null or { Form: VerbForm.Past } && !IsPerfect(rest)))
                return ActorClaim(clause, rest);
            if (LightVerb(rest) is { } acted)
                return acted.Reason;
            if (verb is { Kind: VerbKind.Business })
                return Business(rest, verb.Value);
            if (IsPerfect(rest))
                return Instruction(rest.From(1), VerbTable.Find(rest, 1)!.Value);
            return Instruction(rest, verb!.Value);
        }

        if ((NothingEntered(clause) ?? NotBefore(clause)) is { } empty)
            return empty.Reason;
        if ((clause.Is(0, "do", "not") || clause.Any(0, "don't", "don’t", "never", "avoid")) && VerbTable.Find(clause, clause.Is(0, "do", "not") ? 2 : 1) is not null)
            return Reasons.Negation(clause.Raw);
        if (Notation(clause) is { } noted)
            return noted.Reason;
        if (HeldClick(clause) is { } held)
            return held.Reason;
        if ((TickMark(clause) ?? PointerMoved(clause) ?? FieldGets(clause) ?? RidOf(clause)) is { } ticked)
            return ticked.Reason;
        if (ToBeChecked(clause) is { } checks)
            return checks.Reason;
        if (LightVerb(clause) is { } light)
            return light.Reason;
        if (NamedAction(clause) is { } named)
            return named.Reason;
        // "Clicking Save should close the dialog": what it brings about is not said as something to be seen.
        if (VerbTable.Find(clause, 0) is { Form: VerbForm.Gerund, Kind: not VerbKind.Business } gerund && clause.Find(gerund.Length + 1, "should", "must", "will", "shall", "ought") is > 0 and var brings && !clause[brings].IsCapital && !clause.Has(",", "and", "that"))
            return Reasons.Knowledge(clause.Raw, $"{clause.To(brings).Raw}, then verify what is shown");
        if (Causative(clause) is { } caused)
            return caused.Reason;
        if (GoesInto(clause) is { } entered)
            return entered.Reason;
        if (Instruction(clause) is { } read)
            return read.Reason;
        if (clause.Count <= 3 && clause.Any(0, "page", "arrow") && KeyNames.Parse(TextFold.Fold(Fillers.Repetitions(clause).Body.Raw), saidKey: false) is { } key)
        {
            var presses = Fillers.Repetitions(clause).Count;
            for (var i = 0; i < presses; i++)
                Add(new PressArguments(key));
            return null;
        }

        if (FrontedTool(clause) is { } fronted)
            return fronted.Reason;
        if (AimWithMeans(clause) is { } means)
            return means.Reason;
        if (Passive(clause) is { } passive)
            return passive.Reason;
        if (Labelled(clause) is { } labelled)
            return labelled.Reason;
        if (Predicates.IsStatement(clause) && Nouns.NeverConcreteWord(clause) is null)
            return StateOrKnowledge(clause);
        return Unknown(original, clause);
    }

    private readonly record struct Outcome(UnresolvedReason? Reason);

    // "Ctrl-click the row", "Shift+click the last item".
    private Outcome? HeldClick(Phrase clause)
    {
        var word = clause.Norm(0);
        var cut = word.IndexOfAny(['-', '+']);
        if (cut <= 0 || word[(cut + 1)..] is not ("click" or "clicks" or "clicking") || Modifier(word[..cut]) is not { } modifier)
            return null;
        _held |= modifier;
        Understood = true;
        return new(Click(clause.From(clause.Any(1, "on") ? 2 : 1), new(VerbKind.Click, VerbForm.Base, "click", 1, false)));
    }

    // "has clicked" after an actor reads as "clicks".
    private static bool IsPerfect(Phrase rest) => rest.Any(0, "has", "have") && VerbTable.Find(rest, 1) is { Form: VerbForm.Past };

    private Outcome? Instruction(Phrase clause)
    {
        if (VerbTable.Find(clause, 0, mend: true) is not { } verb)
            return null;
        // "Email: a@b" and "Search: x" are labels, "Verify: ..." is not.
        if (clause.Norm(verb.Length) == "=" && verb.Kind is not VerbKind.Set)
            return null;
        if (clause.Norm(verb.Length) == ":" && verb.Kind is not (VerbKind.Assert or VerbKind.CheckOrAssert or VerbKind.Expect or VerbKind.Confirm or VerbKind.MakeSure or VerbKind.Click or VerbKind.Fill or VerbKind.Enter or VerbKind.Select or VerbKind.Check or VerbKind.Wait or VerbKind.Go or VerbKind.See or VerbKind.Set or VerbKind.Press))
            return null;
        if (verb.Form == VerbForm.Past && verb.Name is not ("set" or "put" or "hit" or "input" or "read"))
            return null;
        // "Open invoices are listed", "Order total is 5", "Close button is visible": a noun in front of a finite verb.
        if (verb.Form is VerbForm.Base or VerbForm.Third && StatementWithVerbLikeNoun(clause, verb))
            return null;
        if (verb.Form == VerbForm.Third && clause[0].IsCapital && verb.Kind == VerbKind.Business)
            return null;
        return new(Instruction(clause, verb));
    }

    // "fill the Name field in with "x"": the particle belongs to the verb, what is around it stays together.
    private UnresolvedReason? Apart(Phrase clause, Phrase head, Phrase tail, Verb verb)
    {
        if (tail.Trim().IsEmpty)
            return Dispatch(clause, head, verb);
        var joined = Tokenizer.Cut($"{head.Raw} {tail.Raw}");
        return Dispatch(clause, joined, verb);
    }

    // "Undo the change with Ctrl+Z", "Go to the next field using the Tab key": what is done is to press it.
    private Outcome? ByKeys(Phrase args, Verb verb)
    {
        if (verb.Kind is not (VerbKind.Business or VerbKind.Go or VerbKind.Move or VerbKind.Submit or VerbKind.Remove or VerbKind.Confirm or VerbKind.Switch or VerbKind.Accept or VerbKind.Dismiss or VerbKind.Refresh or VerbKind.Paste or VerbKind.Store or VerbKind.Append or VerbKind.Leave) || verb.Kind == VerbKind.Store && Variable(args) is not null)
            return null;
        if (args.Find(0, "with", "using", "via") is not (>= 0 and var with) || with == args.Count - 1 || KeysAndPlace(args.From(with + 1)) is not { Keys: { } keys, Place: null })
            return null;
        var thing = args.To(with).Trim();
        if (thing.Any(0, "by") || Nouns.NeverConcreteWord(thing) is not null)
            return null;
        Understood = true;
        // Something named must have the focus for it; "the last change" is what the keys mean anyway.
        var target = HasNamed(thing) && verb.Kind is VerbKind.Remove or VerbKind.Business && !thing.Any(0, "to") ? thing.Target : null;
        foreach (var key in keys)
            Add(new PressArguments(key, target), target);
        return new(null);
    }

    private static bool HasNamed(Phrase thing) => Enumerable.Range(0, thing.Count).Any(i => thing[i].IsLiteral || thing[i].IsCapital);

    // "Click Menu, then Settings", "tick A, then B": the verb goes on.
    private Outcome? Continued(Phrase clause)
    {
        if (_out.Count == 0 || clause.Start == 0 || !(clause.Tokens[clause.Start - 1].Norm is "then" or "finally" or "afterwards" or "lastly" or "next" or "→") || _location is not null)
            return null;
        clause = Fillers.StripBack(clause);
        if (_out[^1] is ClickArguments && clause.Any(0, "on") && clause.Count > 1)
            clause = clause.From(1);
        var bare = clause.OnlyLiteral is { Kind: TokenKind.Quoted } || clause.Count is > 0 and <= 3 && clause[0].IsCapital && Enumerable.Range(0, clause.Count).All(i => clause[i].IsCapital);
        var named = !bare && clause.Any(0, "the") && clause.Count > 1 && VerbTable.Find(clause, 1) is null or { Form: not VerbForm.Base } && Predicates.Find(clause) < 0 && clause.Count <= 6 && Nouns.HeadKind(clause) is not null;
        if (!bare && !named)
            return null;
        switch (_out[^1])
        {
            case ClickArguments { Modifiers: KeyModifiers.None } click when bare && Key(clause) is null or not "Enter" and not "Escape" and not "Tab" && (named || clause.OnlyLiteral is not null || Key(clause) is null):
                return new(Click(clause, new(VerbKind.Click, VerbForm.Base, "click", 0, false), click.Button, click.Count));
            case CheckArguments check:
                return new(Check(clause, check.On, new(check.On ? VerbKind.Check : VerbKind.Uncheck, VerbForm.Base, "tick", 0, false)));
            case HoverArguments:
                return new(Hover(clause, new(VerbKind.Hover, VerbForm.Base, "hover", 0, false)));
            default:
                return null;
        }
    }

    private static bool StatementWithVerbLikeNoun(Phrase clause, Verb verb)
    {
        if (verb.Kind is VerbKind.Assert or VerbKind.CheckOrAssert or VerbKind.Expect or VerbKind.See or VerbKind.MakeSure or VerbKind.Confirm or VerbKind.Wait or VerbKind.Store or VerbKind.Read || (verb.Kind == VerbKind.Enter && clause.At(verb.Length) is { IsLiteral: true }))
            return false;
        var predicate = Predicates.Find(clause);
        if (predicate < 0)
            return false;
        if (!clause.Any(predicate, "is", "are", "was", "should", "must", "isn't", "aren't", "shows", "appears", "contains", "reads", "displays", "has", "disappears", "works", "remains", "equals", "says", "becomes"))
            return false;
        for (var i = 1; i < predicate; i++)
        {
            if (clause[i].Kind == TokenKind.Mark || Nouns.IsDeterminer(clause.Norm(i)) || clause[i].Kind == TokenKind.Quoted || clause.Any(i, "to", "in", "on", "from", "with", "into", "until"))
                return false;
        }

        // "Search is disabled", "Focus is on the first field".
        return predicate > 1 || clause.Any(predicate, "is", "are", "isn't", "was", "should", "must") || verb.Form == VerbForm.Third;
    }

    private UnresolvedReason? Instruction(Phrase clause, Verb verb)
    {
        // "Press down arrow": the key, not the way to press.
        if (verb.Name == "press down" && clause.Any(verb.Length, "arrow"))
            verb = verb with { Name = "press", Length = verb.Length - 1 };
        var all = clause;
        var args = clause.From(verb.Length);
        if (!IsClaimVerb(verb))
        {
            args = Fillers.StripBack(args);
            if (args.Find(0, "by") is >= 0 and var by && VerbTable.Find(args, by + 1) is { Form: VerbForm.Gerund } means)
                return ByMeans(args.To(by), args.From(by + 1), verb, means);
            if (Order(clause, verb) is { } order)
                return order.Reason;
            if (args.Find(0, "without") is >= 0 and var without && VerbTable.Find(args, without + 1) is { Form: VerbForm.Gerund })
                args = args.To(without);
            // "since the page was left" tells why; "Fasting since midnight" is a name.
            if (args.Find(1, "because", "since") is > 0 and var reason && (args.Any(reason, "because") || Predicates.IsStatement(args.From(reason + 1))))
                args = args.To(reason);
            if (args.Find(1, "so") is > 0 and var purpose && args.Any(purpose + 1, "that", "the", "it", "as"))
                args = args.To(purpose);
            args = Fillers.StripBack(args.Trim());
            var (trimmed, count) = Fillers.Repetitions(args);
            if (count is < 1 or > 50)
                return Reasons.Unsupported("So many repetitions");
            if (trimmed.Count > 1 && trimmed[trimmed.Count - 1] is { IsCapital: false } && trimmed.Any(trimmed.Count - 1, "times", "repeatedly", "continuously", "often"))
                return Reasons.Vague(trimmed.Raw);
            if (count > 1)
            {
                var before = _out.Count;
                if (Dispatch(all, trimmed, verb) is { } failed)
                    return failed;
                var once = _out.Skip(before).ToList();
                for (var i = 1; i < count; i++)
                    _out.AddRange(once);
                return null;
            }

            args = trimmed;
            // "type "Oslo" followed by Enter"
            if (args.Find(1, "followed") is > 0 and var followed && args.Any(followed + 1, "by") && KeyList(args.From(followed + 2).Trim(), saidKeyboard: false) is { } after)
            {
                if (Instruction(args.To(followed), verb with { Length = 0 }) is { } failedBefore)
                    return failedBefore;
                foreach (var key in after)
                    Add(new PressArguments(key));
                return null;
            }

            if (ByKeys(args, verb) is { } pressed)
                return pressed.Reason;
            if (ActionMeans(args, verb) is { } acted)
                return acted.Reason;
            if (FrontedTool(clause) is { } tooled)
                return tooled.Reason;
            if (Onward(args, verb) is { } onward)
                return onward.Reason;
            // "With the funnel icon, open the filter": what is named in front is what is clicked.
            if (verb.Kind is VerbKind.Open or VerbKind.Close or VerbKind.Business or VerbKind.Submit or VerbKind.Expand or VerbKind.Remove or VerbKind.Go && _location is { } tool && tool.Any(0, "with", "using", "via") && Nouns.HeadKind(tool.From(1)) is ElementKind.Button or ElementKind.Icon or ElementKind.Link or ElementKind.MenuItem)
            {
                _location = null;
                return AddClick(tool.From(1));
            }

            if (Goal(args, verb) is { } reached)
                return reached.Reason;
            if (ByTool(args, verb) is { } clicked)
                return clicked.Reason;
            if (Particle(args, verb) is { } apart)
                return Apart(all, apart.Head, apart.Tail, apart.Verb);
        }

        return Dispatch(all, args, verb);
    }

    private UnresolvedReason? Dispatch(Phrase clause, Phrase args, Verb verb)
    {
        Understood = true;
        if (args.Trim().Has("or") && verb.Kind is not (VerbKind.Assert or VerbKind.Confirm or VerbKind.Expect or VerbKind.See or VerbKind.MakeSure or VerbKind.CheckOrAssert or VerbKind.Wait or VerbKind.Business or VerbKind.Store or VerbKind.Read) && args.Find(0, "or") is var or && !(args.At(or + 1)?.IsCapital == true && args.At(or - 1)?.IsCapital == true && verb.Kind is VerbKind.Enter) && !IsOrOfAName(args, or, verb))
            return Reasons.Alternative();
        return verb.Kind switch
        {
            VerbKind.Click => Click(args, verb),
            VerbKind.DoubleClick => Click(args, verb, count: 2),
            VerbKind.RightClick => Click(args, verb, MouseButton.Right),
            VerbKind.MiddleClick => Click(args, verb, MouseButton.Middle),
            VerbKind.LongPress => Reasons.Unsupported("A long press"),
            VerbKind.Open => OpenThing(args, verb),
            VerbKind.Close => CloseThing(args),
            VerbKind.Expand => ExpandThing(args, verb),
            VerbKind.Press => PressThing(args, verb),
            VerbKind.Enter => Enter(args, verb),
            VerbKind.Fill => Fill(args),
            VerbKind.Set => Set(args, verb),
            VerbKind.Replace => Replace(args, verb),
            VerbKind.Clear => Clear(args, verb),
            VerbKind.Leave => Leave(args),
            VerbKind.Search => Search(args),
            VerbKind.Append => Append(args),
            VerbKind.Paste => Paste(args, verb),
            VerbKind.Store or VerbKind.Business or VerbKind.Select when IsSeized(args, verb) => Drag(args, verb),
            VerbKind.Select => Select(args, verb),
            VerbKind.Check => Check(args, on: true, verb),
            VerbKind.Uncheck => Check(args, on: false, verb),
            VerbKind.CheckOrAssert => CheckOrAssert(args, verb),
            VerbKind.Mark => Mark(args, verb),
            VerbKind.Turn or VerbKind.Toggle => Turn(args, verb),
            VerbKind.Switch => Switch(args, verb),
            VerbKind.Hover => Hover(args, verb),
            VerbKind.Place => Drag(args, verb),
            VerbKind.Move => Move(args, verb),
            VerbKind.Drag or VerbKind.Drop => Drag(args, verb),
            VerbKind.Scroll => Scroll(args),
            VerbKind.Swipe => Swipe(args),
            VerbKind.Go => Go(args, verb),
            VerbKind.Visit => Visit(clause, args, verb),
            VerbKind.Refresh => Refresh(args, verb),
            VerbKind.Wait => Wait(args),
            VerbKind.Give => Give(clause, args),
            VerbKind.Upload => Upload(args),
            VerbKind.Read => Store(args, verb),
            VerbKind.Store => Store(args, verb),
            VerbKind.Accept or VerbKind.Dismiss => Dialog(args, verb),
            VerbKind.Answer => Answer(args),
            VerbKind.Confirm => Confirm(clause, args, verb),
            VerbKind.Assert or VerbKind.MakeSure => AssertThat(clause, args, verb),
            VerbKind.Expect => Expect(args),
            VerbKind.See => See(clause, args, verb),
            VerbKind.Use => Use(args),
            VerbKind.Remove => Remove(args, verb),
            VerbKind.Hold => Hold(args),
            VerbKind.Submit => Submit(clause, args, verb),
            VerbKind.Business when verb.Name is "take" or "log" or "print" or "bring" or "register" or "bear" or "commit" or "learn" && args.Count > 0 && args[args.Count - 1].Kind == TokenKind.Template && Variable(args) is not null => Store(args, verb),
            VerbKind.Business => Business(clause, verb),
            _ => Reasons.UnknownVerb(verb.Name, null),
        };
    }

    // "as Company or person", "in the field Email or phone": a label offers the choice, the step does not. The screen must show the whole name.
    private static bool IsOrOfAName(Phrase args, int or, Verb verb) => verb.Kind is VerbKind.Enter or VerbKind.Fill or VerbKind.Set or VerbKind.Select && or > 2 && args.At(or - 1) is { IsCapital: true, IsLiteral: false }
        && args.At(or + 1) is { IsWord: true, IsCapital: false } next && !Nouns.IsDeterminer(next.Norm) && VerbTable.Find(args, or + 1) is null && (args.Any(or - 2, "as", "in", "into") || Nouns.KindEndingAt(args, or - 1, out _, out _, out _)) && args.Count - or <= 3;

    private static bool IsClaimVerb(Verb verb) => verb.Kind is VerbKind.Assert or VerbKind.Confirm or VerbKind.Expect or VerbKind.See or VerbKind.MakeSure or VerbKind.CheckOrAssert or VerbKind.Wait;

    private UnresolvedReason? Submit(Phrase clause, Phrase args, Verb verb)
    {
        var label = args.Trim();
        return Reasons.Knowledge(clause.Raw, label.Count == 1 && label[0].Kind == TokenKind.Quoted ? $"Click {label.Raw}" : $"Click the \"{Reasons.Capital(verb.Name)}\" button");
    }

    private static UnresolvedReason Business(Phrase clause, Verb verb)
    {
        if (clause.Any(verb.Length, "that", "whether"))
            return Reasons.Knowledge(clause.Raw, $"Verify {clause.From(verb.Length).Raw}");
        var raw = clause.Trim();
        return Reasons.Knowledge(raw.Raw, raw.Count <= 4 ? $"Click \"{Reasons.Capital(raw.Raw)}\", when that is what the control says; else write the single actions" : null);
    }

    private static UnresolvedReason Unknown(Phrase original, Phrase clause)
    {
        if (clause.IsEmpty)
            return Reasons.Empty();
        if (VerbTable.Find(clause, 0) is { Kind: VerbKind.Business } business)
            return Business(clause, business);
        var word = clause[0];
        if (!word.IsWord)
            return new("unknown-verb", $"\"{original.Raw}\" names something but does not say what to do with it.", $"Click {clause[0].Raw}");
        return Reasons.UnknownVerb(word.Raw, Spelling.Nearest(word.Norm, ["click", "type", "enter", "select", "check", "verify", "press", "open", "hover", "drag", "scroll", "upload", "wait", "navigate", "clear", "uncheck", "refresh"]));
    }

    private void Add(CommandArguments command, string? target = null)
    {
        _out.Add(command);
        if (target is not null)
            LastTarget = target;
    }

    private UnresolvedReason? AddClick(Phrase target, MouseButton button = MouseButton.Left, int count = 1, KeyModifiers modifiers = KeyModifiers.None)
    {
        target = Fillers.StripBack(target.Trim());
        if (Vagueness(target) is { } vague)
            return vague;
        var text = Resolve(target);
        Add(new ClickArguments(text, button, count, modifiers), text);
        return null;
    }

    /// <summary>Why a description cannot mean one element: it says too little, or refers to what the step passed over. At the beginning "it" is what the step before acted on.</summary>
    private UnresolvedReason? Vagueness(Phrase phrase)
        => LastTarget is null && _out.Count > 0 && phrase.Trim() is { Count: 1 } one && one.Any(0, "it", "them", "this", "that", "these", "those", "one") && !one[0].IsCapital ? Reasons.NoTarget() : Nouns.Vagueness(phrase);

    /// <summary>Description of an element, with "it" and "its" replaced by what was acted on before in this step.</summary>
    private string Resolve(Phrase target)
    {
        target = target.Trim();
        if (LastTarget is { } last)
        {
            if (target.Count == 1 && target.Any(0, "it", "this", "that", "them"))
                return last;
            if (target.Count > 1 && target.Any(0, "its"))
                return $"{target.From(1).Target} of the {last}";
            // "the cross in its row": the row that it lies in.
            if (target.Find(1, "its") is > 0 and var its && its < target.Count - 1 && target.Any(its - 1, "in", "on", "at", "of", "inside"))
                return $"{target.To(its).Target} the {target.From(its + 1).Target} of {last}";
            if (target.Count > 1 && target.Any(0, "that", "this") && target.Count == 2 && target.Any(1, "field", "box", "input", "one", "dropdown", "button"))
                return last;
        }

        if (target.Count > 1 && target.Any(0, "that", "this", "those", "these"))
            target = target.From(1);
        return target.Target;
    }
}
