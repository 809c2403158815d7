using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions.Sentences;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <content>Instructions in the passive voice.</content>
internal sealed partial class ClauseReader
{
    // "After the Save button has been clicked, ...": something done, not something to wait for.
    private Outcome? PassiveDone(Phrase rest, bool when)
    {
        var parts = SplitAtComma(rest);
        var left = parts?.Left ?? rest;
        if (parts is null && !HasMore)
            return null;
        for (var i = 1; i < left.Count - 1; i++)
        {
            if (!left.Any(i, "is", "are", "was", "were", "been", "gets"))
                continue;
            if (VerbTable.Find(left, i + 1) is not { Form: VerbForm.Past, Kind: VerbKind.Click or VerbKind.DoubleClick or VerbKind.RightClick or VerbKind.Press or VerbKind.Enter or VerbKind.Hover or VerbKind.Upload })
                continue;
            return Passive(left) is { Reason: null } ? new(parts is { } both ? Read(both.Right) : null) : new(Reasons.Knowledge(rest.Raw));
        }

        return null;
    }

    // "The tab is to be opened": an order, whatever the verb.
    private Outcome? Ordered(Phrase clause)
    {
        // "The box needs ticking"
        for (var i = 1; i < clause.Count - 1; i++)
        {
            if (clause.Any(i, "needs", "need", "wants", "want") && !clause[i].IsCapital && VerbTable.Find(clause, i + 1) is { Form: VerbForm.Gerund, Kind: not (VerbKind.Business or VerbKind.See) } wanted && Predicates.Find(clause.To(i)) < 0)
                return new(Instruction(Tokenizer.Cut($"{clause.To(i).Raw} {clause.From(i + 1 + wanted.Length).Raw}".Trim()), wanted with { Length = 0, Form = VerbForm.Base }));
        }

        for (var i = 1; i < clause.Count - 3; i++)
        {
            if (!clause.Any(i, "is", "are", "has", "have", "needs", "need") || !clause.Is(i + 1, "to", "be") || VerbTable.Find(clause, i + 3) is not { Form: VerbForm.Past } verb || verb.Kind is VerbKind.See)
                continue;
            var subject = clause.To(i).Trim();
            var rest = clause.From(i + 3 + verb.Length).Trim();
            if (PassiveOf(clause, subject, rest, verb, duty: false) is { } read)
                return read;
            var order = Tokenizer.Cut($"{subject.Raw} {rest.Raw}".Trim());
            return new(Instruction(order, verb with { Length = 0, Form = VerbForm.Base }));
        }

        return null;
    }

    private Outcome? Passive(Phrase clause)
    {
        if (Ordered(clause) is { } ordered)
            return ordered;
        // "The pop-up is closed by clicking X"
        if (clause.Find(3, "by") is > 0 and var byMeans && VerbTable.Find(clause, byMeans + 1) is { Form: VerbForm.Gerund, Kind: not VerbKind.Business } means)
        {
            for (var i = 1; i < byMeans - 1; i++)
            {
                if (clause.Any(i, "is", "are", "gets", "was") && VerbTable.Find(clause, i + 1) is { Form: VerbForm.Past } done && i + 1 + done.Length == byMeans)
                    return new(ByMeans(clause.To(i), clause.From(byMeans + 1), done, means));
            }
        }

        for (var i = 1; i < clause.Count - 1; i++)
        {
            if (!clause.Any(i, "is", "are", "gets", "get", "be", "been", "being", "was", "were") || clause.Any(i - 1, "that", "which", "what"))
                continue;
            var at = i + 1;
            while (clause.Any(at, "then", "now", "also", "again", "immediately", "subsequently", "first", "finally", "next"))
                at++;
            if (clause.Any(at, "being", "been"))
                at++;
            if (VerbTable.Find(clause, at) is not { } verb || verb.Form is not VerbForm.Past && clause.Norm(at) is not ("set" or "put" or "hit" or "input"))
                continue;
            // "is entered in the City field": the particle is the preposition of the place here.
            if (verb.Length > 1 && verb.Kind is VerbKind.Enter or VerbKind.Paste or VerbKind.Click)
                verb = verb with { Length = 1 };
            var subjectEnd = i;
            var duty = false;
            while (subjectEnd > 0 && clause.Any(subjectEnd - 1, "should", "must", "has", "have", "will", "shall", "to", "then", "now", "can", "not", "cannot", "also", "can't"))
            {
                subjectEnd--;
                if (clause.Any(subjectEnd, "not", "can", "cannot", "can't"))
                    return null;
                duty |= clause.Any(subjectEnd, "should", "must", "will", "shall");
            }

            var subject = clause.To(subjectEnd).Trim();
            var rest = Fillers.StripBack(clause.From(at + verb.Length));
            // "is pressed by the planner": who does it says nothing about where.
            if (rest.Find(0, "by") is >= 0 and var by && (Actor.Length(rest.From(by + 1), out _) > 0 || IsDoer(rest.From(by + 1), verb)))
                rest = rest.To(by);
            // "In the City field it must be written "Rome"": the pronoun stands for what follows.
            if (subject.Count > 2 && subject.Any(subject.Count - 1, "it", "there") && !subject[subject.Count - 1].IsCapital && subject.Any(0, "in", "into", "from", "for", "to", "under", "within", "inside"))
                subject = subject.To(subject.Count - 1);
            // "In the Owner dropdown, "Bea" is chosen"; "into the City field is entered "Rome"".
            if (subject.Any(0, "in", "into", "from", "for", "to", "under", "within", "inside", "as") && !subject[0].IsCapital | subject.Start == 0)
            {
                if (SplitAtComma(subject) is { } fronted && rest.Trim().IsEmpty && verb.Name is not "select")
                    return PassiveOf(clause, fronted.Right.Trim(), fronted.Left, verb, duty);
                if (verb.Kind is VerbKind.Enter && rest.Trim() is { IsEmpty: false } value && value[0].IsLiteral && !subject.Has(","))
                    return PassiveOf(clause, value, subject, verb, duty);
            }

            if (!subject.IsEmpty && rest.Trim().IsEmpty && _location is { } place && !duty && verb.Kind is VerbKind.Enter or VerbKind.Select or VerbKind.Append && verb.Name is not "select")
            {
                _location = null;
                return PassiveOf(clause, subject, place, verb, duty);
            }

            return subject.IsEmpty ? null : PassiveOf(clause, subject, rest.Trim(), verb, duty);
        }

        return null;
    }

    private Outcome? PassiveOf(Phrase clause, Phrase subject, Phrase rest, Verb verb, bool duty)
    {
        Understood = true;
        switch (verb.Kind)
        {
            case VerbKind.Move or VerbKind.Place or VerbKind.Hover when subject.Any(subject.Count - 1, "mouse", "cursor", "pointer") && !rest.IsEmpty:
                return new(Hover(rest.Any(0, "over", "on", "onto", "to", "above") ? rest.From(1) : rest, verb));
            case VerbKind.Click:
            case VerbKind.DoubleClick:
            case VerbKind.RightClick:
            case VerbKind.Press:
                var (onlyRest, count) = Fillers.Repetitions(rest);
                if (verb.Kind is VerbKind.Press or VerbKind.Click && Key(subject) is { } key)
                {
                    for (var n = 0; n < count; n++)
                        Add(new PressArguments(key, onlyRest.Any(0, "in", "on", "inside") ? onlyRest.From(1).Target : null));
                    return new(null);
                }

                var text = onlyRest.IsEmpty ? subject.Target : $"{subject.Target} {onlyRest.Raw}";
                if (Vagueness(subject) is { } vague)
                    return new(vague);
                for (var n = 0; n < count; n++)
                    Add(new ClickArguments(text, verb.Kind == VerbKind.RightClick ? MouseButton.Right : MouseButton.Left, verb.Kind == VerbKind.DoubleClick ? 2 : 1), text);
                return new(null);
            case VerbKind.Enter when rest.Any(0, "in", "into", "to", "inside", "on", "as", "for", "at"):
                return new(EnterPair(subject, rest.From(1), "enter"));
            case VerbKind.Append when rest.Any(0, "to", "in"):
                return new(EnterPair(subject, rest.From(1), "append", overwrite: false));
            case VerbKind.Fill when rest.Any(0, "with", "by"):
                return new(Pair(subject, rest.From(1), "fill in"));
            case VerbKind.Fill when rest.Any(0, "in", "into"):
                return new(EnterPair(subject, rest.From(1), "fill in"));
            case VerbKind.Set when rest.Any(0, "to") && (verb.Name is not "set" || clause.Any(subject.Count, "gets", "get")) && !duty:
                return new(Pair(subject, rest.From(1), "set", set: true));
            case VerbKind.Replace when rest.Any(0, "with", "by"):
                return new(Pair(subject, rest.From(1), "replace"));
            case VerbKind.Clear when rest.IsEmpty && !duty:
                return new(Clear(subject, verb));
            case VerbKind.Leave when rest.Any(0, "empty", "blank"):
                return new(Empty(subject));
            case VerbKind.Select when rest.Any(0, "from") || !duty && rest.Any(0, "in", "as", "for", "under") && (verb.Name is not "select" || Nouns.HeadKind(rest.From(1)) is ElementKind.Dropdown or ElementKind.DatePicker or ElementKind.List or ElementKind.Field or ElementKind.Menu):
                return new(SelectPair(subject, rest.From(1)));
            case VerbKind.Check when verb.Name is "tick" or "tick off" && !duty && rest.IsEmpty:
            case VerbKind.Uncheck when verb.Name is "untick" && !duty && rest.IsEmpty:
                return new(Check(subject, verb.Kind == VerbKind.Check, verb));
            case VerbKind.Hover:
                return new(Hover(subject, verb));
            case VerbKind.Drag or VerbKind.Move or VerbKind.Drop when !rest.IsEmpty && !duty:
                return new(DragParts(subject, rest));
            case VerbKind.Refresh when IsPageWord(subject):
                Add(new RefreshArguments());
                return new(null);
            case VerbKind.Upload when FileNames(subject) is { Count: > 0 }:
                return new(UploadParts(subject, rest));
            case VerbKind.Store or VerbKind.Read when rest.Find(0, "as", "in", "into", "to", "under") == 0 && rest.Count > 1:
                return Variable(rest) is { } variable ? new(StoreAs(subject, variable)) : null;
            case VerbKind.Visit or VerbKind.Open when Address(subject) is { } url:
                Add(new NavigateArguments(url));
                return new(null);
            case VerbKind.Accept or VerbKind.Dismiss or VerbKind.Confirm when IsNativeDialog(subject) && !duty:
                Add(new DialogArguments(verb.Kind != VerbKind.Dismiss));
                return new(null);
            case VerbKind.Business when !duty && !clause.Any(0, "there") && clause.Any(subject.Count, "is", "are", "gets"):
            case VerbKind.Submit when !duty:
                return IsAlsoState(verb) ? null : new(Reasons.Knowledge(clause.Raw, $"Verify that {clause.Raw}"));
            default:
                return null;
        }
    }

    // One person behind "by", of an action that only people do.
    private static bool IsDoer(Phrase who, Verb verb)
    {
        who = who.Trim();
        return verb.Kind is VerbKind.Click or VerbKind.DoubleClick or VerbKind.RightClick or VerbKind.Press or VerbKind.Enter or VerbKind.Select or VerbKind.Check or VerbKind.Uncheck or VerbKind.Fill or VerbKind.Upload
            && who.Any(0, "the", "a", "an") && who.Count is 2 or 3 && Enumerable.Range(1, who.Count - 1).All(i => who[i] is { IsWord: true, IsCapital: false }) && VerbTable.Find(who, 1) is null && Nouns.HeadKind(who) is null;
    }

    // "is displayed", "is locked": what the screen shows rather than what is done.
    private static bool IsAlsoState(Verb verb) => verb.Name is "display" or "show" or "hide" or "view" or "count" or "lock" or "sort" or "filter" or "pin" or "block" or "calculate" or "star" or "mute" or "bookmark" or "zoom" or "like" or "connect" or "skip" or "return";
}
