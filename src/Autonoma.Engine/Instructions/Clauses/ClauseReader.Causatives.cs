using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions.Sentences;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <content>What is to be the case, said with a verb that brings it about: "have the box ticked", "let the list stand at Open", "make the title "X"".</content>
internal sealed partial class ClauseReader
{
    private static readonly HashSet<string> Standing = new(StringComparer.Ordinal) { "stand", "be", "read", "say", "show", "display", "stay", "remain", "hold", "equal", "contain", "become", "point", "rest", "sit" };

    private static readonly HashSet<string> Ending = new(StringComparer.Ordinal) { "finish", "end", "complete", "settle", "stop" };

    // What may follow a participle that says what is done; anything else makes it an attribute ("the saved filter").
    private static readonly HashSet<string> BehindParticiple = new(StringComparer.Ordinal) { "to", "in", "into", "from", "on", "onto", "with", "as", "at", "by", "over", "off", "out", "up", "down", "anew", "afresh", "again", "twice", "for", "under" };

    /// <summary>Reads a causative; null when the clause is none or does not say what is to be done.</summary>
    private Outcome? Causative(Phrase clause)
    {
        if (clause.Count < 3 || !clause.Any(0, "have", "get", "let", "make") || VerbTable.Find(clause, 0) is { Length: > 1 })
            return null;
        var body = clause.From(1).Trim();
        // "Make the car unbookable by switching its toggle off": the means are the instruction.
        if (body.IsEmpty || MeansAt(body) >= 0)
            return null;
        if (clause.Any(0, "have", "let", "make") && Actor.Length(body, out _) is > 0 and var actor && body.At(actor) is { IsCapital: false } && VerbTable.Find(body, actor) is { Form: VerbForm.Base } acts && acts.Name is not ("set" or "put" or "hit" or "input" or "read" or "cast"))
            return new(Instruction(body.From(actor), acts));
        // "Let the mouse linger on Help".
        if (PointerAt(body) is { } hovered)
            return new(Hover(hovered, new(VerbKind.Hover, VerbForm.Base, "hover", 0, false)));
        if (clause.Any(0, "let") && LetPass(body) is { } waited)
            return waited;
        if (!clause.Any(0, "make") && !(clause.Any(0, "get") && Variable(body) is not null) && Done(clause, body) is { } done)
            return done;
        if (clause.Any(0, "let", "have", "make") && Stands(clause, body) is { } stands)
            return stands;
        if (clause.Any(0, "make", "have") && StateEnd(body) is { } state)
            return new(Leave(state));
        return clause.Any(0, "make") ? MadeEqual(body) : null;
    }

    // "the box ticked", "the page loaded anew", "the language set to Dutch".
    private Outcome? Done(Phrase clause, Phrase body)
    {
        for (var i = 1; i < body.Count; i++)
        {
            if (body[i].IsCapital || Nouns.IsDeterminer(body.Norm(i - 1)) || VerbTable.Find(body, i) is not { } verb || !(verb.Form == VerbForm.Past || body.Any(i, "set", "put", "read")))
                continue;
            // "typed into City": the particle is the preposition of the place here.
            if (verb.Length > 1 && verb.Kind is VerbKind.Enter or VerbKind.Paste or VerbKind.Click)
                verb = verb with { Length = 1 };
            // "the box ticked and the page reloaded": both, or nothing.
            if (body.Any(i + verb.Length, "and", ",") && body.Count > i + verb.Length + 1)
            {
                var more = body.From(i + verb.Length + (body.Is(i + verb.Length, ",", "and") ? 2 : 1));
                return Done(clause, body.To(i + verb.Length)) is not { } first ? null : first.Reason is not null ? first : Done(clause, more) ?? new(Reasons.Knowledge(clause.Raw, "Write the actions as separate steps"));
            }

            if (body.At(i + verb.Length) is { IsLiteral: false } next && !BehindParticiple.Contains(next.Norm))
                continue;
            var thing = body.To(i).Trim();
            if (thing.Count > 1 && (thing.Any(thing.Count - 1, "get") || Standing.Contains(thing.Norm(thing.Count - 1))) && !thing[thing.Count - 1].IsCapital)
                thing = thing.To(thing.Count - 1);
            if (thing.IsEmpty || thing.Any(0, "to") || VerbTable.Find(thing, 0) is { Form: VerbForm.Past })
                return null;
            var rest = body.From(i + verb.Length).Trim();
            if (verb.Kind != VerbKind.Visit && rest.Count == 1 && rest.Any(0, "anew", "afresh", "again", "now"))
                rest = rest.To(0);
            return PassiveOf(clause, thing, rest, verb, duty: false) ?? new(Instruction(Tokenizer.Cut($"{thing.Raw} {rest.Raw}".Trim()), verb with { Length = 0, Form = VerbForm.Base }));
        }

        return null;
    }

    // "the list stand at Open", "the box be ticked", "the title say "X"".
    private Outcome? Stands(Phrase clause, Phrase body)
    {
        for (var i = 1; i < body.Count - 1; i++)
        {
            if (body[i].IsCapital || !Standing.Contains(body.Norm(i)))
                continue;
            var thing = body.To(i).Trim();
            // "Let {{n}} be the number in the badge": a name for what is read.
            if (thing.OnlyLiteral is { Kind: TokenKind.Template } && Variable(thing) is { } variable)
                return new(StoreAs(body.From(i + 1), variable));
            if (Nouns.IsDeterminer(body.Norm(i - 1)))
                continue;
            if (Done(clause, Tokenizer.Cut($"{thing.Raw} {body.From(i + 1).Raw}")) is { } done)
                return done;
            if (StateEnd(Tokenizer.Cut($"{thing.Raw} {body.From(i + 1).Raw}")) is { } state)
                return new(Leave(state));
            var value = body.From(i + 1).Trim();
            if (value.Any(0, "at", "on", "to") && value.Count > 1)
                value = value.From(1);
            return value.OnlyLiteral is not null || value.At(0) is { IsCapital: true } || value.At(0) is { IsLiteral: true } ? new(Pair(thing, value, "set", set: true)) : null;
        }

        return null;
    }

    // "the box ticked", "the field blank": a state that a control can be left in.
    private static Phrase? StateEnd(Phrase body)
        => body.Count > 1 && body[body.Count - 1] is { IsCapital: false } && body.Any(body.Count - 1, "ticked", "checked", "unticked", "unchecked", "selected", "unselected", "empty", "blank", "on", "off") && !body.Any(0, "a", "an", "to") && (body[0].IsCapital || VerbTable.Find(body, 0) is null or { Form: VerbForm.Past }) ? body : null;

    // "the subject line "Rain or shine"", "the quantity 3": what it shall be stands behind it.
    private Outcome? MadeEqual(Phrase body)
    {
        var at = body.Count - 1;
        if (at < 1 || !body[at].IsLiteral || !(body.Any(0, "the", "its", "this", "that", "it") || body[0].IsCapital || body[0].Kind == TokenKind.Quoted))
            return null;
        var thing = body.To(at).Trim();
        if (thing.IsEmpty || thing.Any(thing.Count - 1, "as", "for", "with", "of", "to", "in", "on", "at", "by", "from", "named", "called", "titled", "and", "a", "an", "the") || VerbTable.Find(thing, thing.Count - 1) is { Form: VerbForm.Base } && Nouns.HeadKind(thing) is null && thing.Count > 2)
            return null;
        return new(Pair(thing, body.From(at), "set", set: true));
    }

    // "2 seconds pass", "the upload finish".
    private Outcome? LetPass(Phrase body)
    {
        for (var i = 1; i < body.Count; i++)
        {
            if (body[i].IsCapital)
                continue;
            var last = i == body.Count - 1;
            if ((body.Any(i, "pass", "elapse") && last || body.Any(i, "go", "tick", "pass") && body.Any(i + 1, "by") && i == body.Count - 2) && Duration(body.To(i)) is { } milliseconds)
                return new(AddWait(body.To(i), milliseconds));
            if (last && Ending.Contains(body.Norm(i)) && Nouns.IsDeterminer(body.Norm(0)) && !Nouns.IsDeterminer(body.Norm(i - 1)))
                return new(AddCondition($"{body.To(i).Mended} has {body.Norm(i) switch { "stop" => "stopped", "complete" or "settle" => body.Norm(i) + "d", var verb => verb + "ed" }}"));
        }

        return null;
    }

    // Where the means begin that are told after the aim; -1 when none are.
    private static int MeansAt(Phrase phrase)
    {
        for (var i = 1; i < phrase.Count - 1; i++)
        {
            if (phrase.Any(i, "by") && !phrase[i].IsCapital && VerbTable.Find(phrase, i + 1) is { Form: VerbForm.Gerund } || IsActionMeans(phrase, i))
                return i;
        }

        return -1;
    }

    // "With the Agree box ticked, click Next", "With the mouse over Help, press F1": done first, as it may not be so yet.
    private Outcome? WithDone(Phrase clause)
    {
        if (!clause.Any(0, "with") || !HasMore || clause.Count < 3 || HasComma(clause))
            return null;
        var body = clause.From(1);
        if (PointerAt(body) is { } hovered)
            return new(Hover(hovered, new(VerbKind.Hover, VerbForm.Base, "hover", 0, false)));
        return VerbTable.Find(body, body.Count - 1) is { Form: VerbForm.Past, Kind: VerbKind.Check or VerbKind.Uncheck or VerbKind.CheckOrAssert or VerbKind.Select or VerbKind.Clear } ? Done(clause, body) : null;
    }
}
