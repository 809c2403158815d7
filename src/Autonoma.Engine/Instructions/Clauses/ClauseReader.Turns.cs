using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions.Sentences;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <content>Turns of phrase in which the data or the tick is the subject, or in which an input is denied.</content>
internal sealed partial class ClauseReader
{
    // ""Gate 4" goes into the Found at field", "Into the Weight box goes 2.5".
    private Outcome? GoesInto(Phrase clause)
    {
        var enter = new Verb(VerbKind.Enter, VerbForm.Base, "enter", 0, false);
        if (clause.Any(0, "into", "in") && clause.Find(2, "goes", "comes", "go", "belongs") is > 1 and var inverted && clause.From(inverted + 1).OnlyLiteral is not null && !clause[inverted].IsCapital)
        {
            Understood = true;
            return new(EnterPair(clause.From(inverted + 1), clause.Slice(1, inverted), "enter"));
        }

        var at = clause.Find(1, "goes", "go", "comes");
        if (at < 1 || clause[at].IsCapital || !clause.Any(at + 1, clause.Any(at, "comes") ? ["into"] : ["in", "into", "inside"]) || at + 2 >= clause.Count)
            return null;
        var subject = clause.To(at);
        while (subject.Count > 1 && subject.Any(subject.Count - 1, "should", "must", "to", "has", "is", "shall", "now", "then"))
            subject = subject.To(subject.Count - 1);
        if (subject.OnlyLiteral is not { } data)
            return null;
        Understood = true;
        return data.Kind == TokenKind.File || data.Kind == TokenKind.Quoted && Tokenizer.IsFile(data.Value)
            ? new(AddUpload([data.Value], clause.From(at + 1)))
            : new(Enter(Tokenizer.Cut($"{subject.Raw} into {clause.From(at + 2).Raw}"), enter));
    }

    // "Don't enter anything in Voucher code": it stays empty. "Don't click Save" says nothing that could be done.
    private Outcome? NothingEntered(Phrase clause)
    {
        var start = clause.Is(0, "do", "not") ? 2 : clause.Any(0, "don't", "don’t", "never") ? 1 : 0;
        if (start == 0 || VerbTable.Find(clause, start) is not { Kind: VerbKind.Enter or VerbKind.Fill or VerbKind.Append or VerbKind.Paste } verb)
            return null;
        return NoInput(clause.From(start + verb.Length), denied: true) is { } field ? new(Empty(field)) : null;
    }

    // The field of "nothing in X" or, behind a denial, of "anything in X"; null when something else is entered.
    private static Phrase? NoInput(Phrase args, bool denied)
    {
        var end = args.Any(0, denied ? ["anything"] : ["nothing"]) ? 1 : args.Any(0, denied ? ["any", "a"] : ["no"]) && ValueNouns.Contains(args.Norm(1)) ? 2 : 0;
        while (end > 0 && args.Any(end, "at", "whatever", "else", "whatsoever") && (args.Any(end, "whatever", "else", "whatsoever") || args.Any(end + 1, "all")))
            end += args.Any(end, "at") ? 2 : 1;
        return end > 0 && !args[0].IsCapital && args.Any(end, "in", "into", "for", "to", "as", "inside", "under", "at") && args.Count > end + 1 && !args.To(end).Has("else") ? args.From(end + 1).Trim() : null;
    }

    // "whatever is in the Keyword box", "everything that has been typed into Notes": what a field holds. A list or basket is emptied by the app, not by the keyboard.
    private static Phrase? Contents(Phrase args)
    {
        args = args.Trim();
        if (args.IsEmpty || args[0].IsCapital || !args.Any(0, "whatever", "everything", "anything", "all", "what", "any", "the"))
            return null;
        var i = 1;
        if (args.Any(0, "any", "all", "the") && (ValueNouns.Contains(args.Norm(1)) || args.Any(1, "entry", "contents", "input", "that")))
            i = 2;
        else if (args.Any(0, "any", "the"))
            return null;
        if (args.Any(i, "that", "which", "you", "currently", "still"))
            i++;
        var typed = false;
        var verbs = 0;
        for (; i < args.Count && args.Any(i, "is", "are", "was", "were", "has", "have", "been", "stands", "stood", "may", "might", "be", "stand", "still", "currently", "already", "there", "now", "left", "find", "see", "typed", "entered", "written", "filled", "put", "inside"); i++)
        {
            verbs++;
            typed |= args.Any(i, "typed", "entered", "written", "filled");
        }

        if (args.Any(i - 1, "inside"))
            i--;
        if (!args.Any(i, "in", "into", "inside", "within", "from") || verbs == 0 && !args.Any(i, "in", "from", "inside") || i + 1 >= args.Count)
            return null;
        var field = args.From(i + 1).Trim();
        return typed || Nouns.HeadKind(field) is ElementKind.Field or ElementKind.TextArea or ElementKind.SearchField or ElementKind.DatePicker ? field : null;
    }

    // "Put a tick in front of X", "Give the box X a tick": the tick is what is moved about, the box is what is meant.
    private Outcome? TickMark(Phrase clause)
    {
        var puts = clause.Any(0, "put", "place", "set", "make", "add", "leave", "enter", "insert", "draw");
        var takes = clause.Any(0, "take", "remove", "clear", "delete", "wipe", "erase");
        if (!puts && !takes)
            return null;
        var i = clause.Any(1, "a", "an", "the", "your") ? 2 : 1;
        var noun = clause.Any(i, "tick", "checkmark", "tickmark", "tick-mark", "check-mark", "cross") ? 1 : clause.Any(i, "check", "tick") && clause.Any(i + 1, "mark") ? 2 : clause.Any(i, "check") && i == 2 ? 1 : 0;
        if (noun == 0 || clause.At(i) is { IsCapital: true })
            return null;
        i += noun;
        if (takes && clause.Any(i, "from", "away", "off", "out"))
            i += clause.Is(i, "away", "from") || clause.Is(i, "out", "of") ? 2 : 1;
        var place = i;
        if (clause.Is(i, "in", "front", "of") || clause.Is(i, "to", "the", "left") && clause.Any(i + 3, "of"))
            i += clause.Any(i, "in") ? 3 : 4;
        else if (clause.Any(i, "beside", "before", "against", "by", "alongside", "behind", "opposite") || (takes || !clause.Any(0, "put")) && clause.Is(i, "next", "to"))
            i += clause.Any(i, "next") ? 2 : 1;
        if (i == place || i >= clause.Count || VerbTable.Find(clause, i) is { Form: VerbForm.Gerund })
            return null;
        Understood = true;
        return new(Check(Fillers.StripBack(clause.From(i)), puts, new(puts ? VerbKind.Check : VerbKind.Uncheck, VerbForm.Base, puts ? "tick" : "untick", 0, false)));
    }

    /// <summary>Whether what is grabbed, taken or picked up is dropped somewhere. "Take the code and put it in the Code field" is another thing.</summary>
    internal static bool IsSeized(Phrase args, Verb verb)
    {
        if (verb.Name is not ("grab" or "take" or "pick up" or "lift" or "seize"))
            return false;
        for (var i = 1; i < args.Count - 2; i++)
        {
            if (args.Any(i, "and", ",", "then") && args.Find(i, "drop", "release", "drag", "pull", "slide", "move", "carry", "let") is > 0 and var drop && drop - i <= 2 && !args[drop].IsCapital && args.From(drop).Has("it", "them", "onto", "on", "into", "to", "over", "above", "below", "in"))
                return true;
        }

        return false;
    }

    // "Of the causes on offer in Cause, take X", "Among the options of Size, choose X": the control is what the offer is in.
    private static Phrase Offered(Phrase clause)
    {
        var start = clause.Is(0, "out", "of") ? 2 : clause.Any(0, "of", "among", "amongst", "from") ? 1 : 0;
        if (start == 0 || clause[0].IsCapital && clause.Start > 0)
            return clause;
        var end = clause.Find(start, ",") is > 0 and var comma ? comma : clause.Count;
        for (var i = start + 1; i < end; i++)
        {
            var offered = clause.Is(i - 1, "on", "offer") || clause.Is(i - 1, "to", "choose") && clause.Any(i + 1, "from") || clause.Any(i, "offered", "available", "listed", "given", "shown", "proposed") || clause.Any(i, "options", "choices", "entries", "values", "possibilities");
            var at = clause.Is(i - 1, "to", "choose") ? i + 2 : i + 1;
            if (offered && !clause[i].IsCapital && clause.Any(at, "in", "under", "by", "for", "of", "at") && at + 1 < end)
                return Tokenizer.Cut($"in {clause.From(at + 1).Raw}");
        }

        return clause;
    }

    // "Take "Burst pipe" from the picker", "Take Horse as the species": a choice, where what is taken is named and so is the control.
    private bool IsChoiceTaken(Phrase args)
    {
        args = args.Trim();
        if (args.IsEmpty || !(args[0].IsLiteral || args[0].IsCapital) || Variable(args) is not null)
            return false;
        if (_location is { } place && place.Any(0, "in", "under", "from", "for", "as", "of") && OptionPair(args) is null)
            return Nouns.HeadKind(place.From(1)) is null or ElementKind.Dropdown or ElementKind.DatePicker or ElementKind.Field or ElementKind.List or ElementKind.Menu;
        return OptionPair(args) is { } pair && (Nouns.HeadKind(pair.Target) is ElementKind.Dropdown || args.Tokens[pair.Target.Start - 1].Norm is "as" && pair.Target.Any(0, "the", "its", "your"));
    }

    // "the beer style from the picker", "the picker as the beer style": what is chosen and with which control, as one description.
    private static Phrase ChosenWith(Phrase target)
    {
        target = target.Trim();
        if (target.Find(1, "from", "in", "using", "with", "via", "as", "for", "out") is not (> 0 and var at) || at >= target.Count - 1 || target[at].IsCapital)
            return target;
        var (left, right) = (target.To(at), target.From(at + (target.Is(at, "out", "of") ? 2 : 1)).Trim());
        if (target.Any(at, "as", "for"))
            (left, right) = (right, left);
        if (Nouns.HeadKind(right) is not (ElementKind.Dropdown or ElementKind.List or ElementKind.DatePicker or ElementKind.Menu) || Nouns.HeadKind(left) is not null)
            return target;
        // "its drop-down", "the picker": the kind alone; a name of its own says more than the purpose.
        var kind = right.Any(0, "the", "its", "a", "this") ? right.From(1) : right;
        return KindWords.TryKind(TextFold.Fold(kind.Raw), out _) ? Tokenizer.Cut($"{left.Target} {kind.Raw}") : target.Any(at, "as", "for") || !right.Any(0, "the", "its") ? target : right;
    }

    private static readonly string[] MindEnds = ["mind", "memory", "heart", "later", "aside"];

    // "the booking number in mind", "the total by heart": where it is kept is no part of what is read.
    private static Phrase WithoutMind(Phrase target)
    {
        var at = target.Count - 1;
        if (at < 1 || target[at].IsCapital || !target.Any(at, MindEnds))
            return target;
        if (target.Any(at, "aside"))
            return target.To(at).Trim();
        return at > 1 && target.Any(at - 1, "in", "to", "by", "for") ? target.To(at - 1).Trim() : target;
    }

    // "the mouse linger on Help", "your mouse over Help": where the pointer comes to be; null for anything else.
    private static Phrase? PointerAt(Phrase body)
    {
        var i = body.Any(0, "the", "your", "a") ? 1 : 0;
        if (!body.Any(i, "mouse", "cursor", "pointer") || body[i].IsCapital)
            return null;
        while (body.Any(i, "mouse", "cursor", "pointer", "rest", "linger", "stay", "hover", "remain", "sit", "pause", "stand", "pass", "glide", "still", "slowly", "across"))
            i++;
        return body.Any(i, "over", "on", "onto", "above", "upon") && body.Count > i + 1 ? body.From(i + 1).Trim() : null;
    }

    // "Run the mouse over Help": with any verb of moving or keeping.
    private Outcome? PointerMoved(Phrase clause)
    {
        if (!clause.Any(0, "run", "pass", "glide", "sweep", "steer", "guide", "take", "bring", "hover", "keep", "leave", "send") || PointerAt(clause.From(1)) is not { } thing)
            return null;
        Understood = true;
        return new(Hover(thing, new(VerbKind.Hover, VerbForm.Base, "hover", 0, false)));
    }

    // "Don't click Start until "Ready" is displayed": first it has to be so.
    private Outcome? NotBefore(Phrase clause)
    {
        var start = clause.Is(0, "do", "not") ? 2 : clause.Any(0, "don't", "don’t", "never") ? 1 : 0;
        if (start == 0 || clause.Find(start + 1, "until", "till", "before") is not (> 0 and var at) || !Predicates.IsStatement(clause.From(at + 1)) || VerbTable.Find(clause, start) is not { } verb)
            return null;
        var action = clause.Slice(start, at).Trim();
        if (WaitFor(clause.From(at + 1)) is { } failed)
            return new(failed);
        var onward = action.Any(0, "continue", "proceed") && action.Count == 1 || action.Any(0, "go", "move", "carry") && action.Count == 2 && action.Any(1, "on", "ahead") || action.Is(0, "do", "anything");
        return new(onward ? null : Instruction(action, verb));
    }

    // "The Notes field gets "abc"", "Give the Notes field the value "abc"": the field is told first.
    private Outcome? FieldGets(Phrase clause)
    {
        var gives = clause.Any(0, "give");
        // "Give "Overbooked" as the reason": the value is told first.
        if (gives && clause.Count > 4 && clause[1].IsLiteral && clause.Any(2, "as", "for") && clause.Any(3, "the", "its", "your"))
        {
            Understood = true;
            return new(Pair(clause.From(4), clause.Slice(1, 2), "enter"));
        }

        var at = gives ? 0 : clause.Find(2, "gets", "receives");
        if (at < 0 || !gives && (!clause.Any(0, "the") || clause[at].IsCapital) || clause.Count < at + 2 || !clause[clause.Count - 1].IsLiteral)
            return null;
        var value = clause.Count - 1;
        var end = value;
        // "the value "abc"", "as "abc"".
        if (clause.Any(end - 1, "as"))
            end--;
        else if (end - 2 > at && clause.Any(end - 2, "the", "a") && (ValueNouns.Contains(clause.Norm(end - 1)) || clause.Any(end - 1, "name", "title", "label", "comment", "amount")))
            end -= 2;
        var field = (gives ? clause.Slice(1, end) : clause.To(at)).Trim();
        if (!gives && end != at + 1 || field.IsEmpty || Duration(clause.From(value)) is not null)
            return null;
        if (field.Any(0, "your", "my") && field.Count > 1)
            field = field.From(1);
        // A person or a thing of the app may be given something as well: only a control, or what is said to be a value.
        if (Nouns.HeadKind(field) is not (ElementKind.Field or ElementKind.TextArea or ElementKind.SearchField or ElementKind.DatePicker or ElementKind.Dropdown) && !(gives && clause.Any(value - 1, "as") && clause.Any(1, "the", "your", "its", "a")))
            return null;
        Understood = true;
        return new(Pair(field, clause.From(value), "enter"));
    }

    // "Rid the Notes field of its text", "Strip the box of its contents".
    private Outcome? RidOf(Phrase clause)
        => clause.Any(0, "rid", "strip", "free", "relieve", "clear", "empty") && clause.Find(2, "of") is > 1 and var of && clause.Any(of + 1, "its", "the", "all", "any") && clause.Count == of + 3 && (ValueNouns.Contains(clause.Norm(of + 2)) || clause.Any(of + 2, "contents", "entry", "input"))
            && Nouns.HeadKind(clause.Slice(1, of)) is ElementKind.Field or ElementKind.TextArea or ElementKind.SearchField or ElementKind.DatePicker ? new(Empty(clause.Slice(1, of))) : null;
}
