using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <content>Terse notations: "Save -> click", "Note to the driver = ring twice", "Choose start: type Oslo".</content>
internal sealed partial class ClauseReader
{
    private Outcome? Notation(Phrase clause)
    {
        if (clause.Find(1, "→") is > 0 and <= 8 and var arrow && arrow < clause.Count - 1)
        {
            var what = clause.To(arrow).Trim();
            var action = clause.From(arrow + 1).Trim();
            if (VerbTable.Find(action, 0) is { Form: VerbForm.Base } verb && verb.Length == action.Count && !what.IsEmpty
                && verb.Kind is VerbKind.Click or VerbKind.DoubleClick or VerbKind.RightClick or VerbKind.Hover or VerbKind.Check or VerbKind.Uncheck or VerbKind.CheckOrAssert or VerbKind.Clear or VerbKind.Expand or VerbKind.Select or VerbKind.Open)
                return new(Instruction(what, verb with { Length = 0 }));
        }

        if (clause.Find(1, "→") is > 1 and <= 6 and var points && points == clause.Count - 2 && clause[points + 1].Raw.Any(char.IsAsciiDigit) && VerbTable.Find(clause, 0) is { Kind: VerbKind.Business or VerbKind.Store or VerbKind.Search or VerbKind.Submit })
            return new(Pair(clause.To(points), clause.From(points + 1), "type"));
        // A name that begins like an instruction, before its value or before what is to be done there.
        if (clause.Find(1, "=", ":") is not (> 1 and <= 6 and var mark) || mark >= clause.Count - 1 || VerbTable.Find(clause, 0) is not { } first || clause.To(mark).Has(",", "and", "then") || Enumerable.Range(0, mark).Any(i => clause[i].IsLiteral))
            return null;
        if (clause.Any(mark, "=") && first.Kind is VerbKind.Store or VerbKind.Read or VerbKind.Business or VerbKind.Search or VerbKind.Submit or VerbKind.Answer or VerbKind.Give or VerbKind.Open or VerbKind.Close or VerbKind.Remove && Variable(clause) is null && Address(clause.From(mark + 1)) is null)
            return Labelled(clause);
        return clause.Any(mark, ":") && first.Kind is VerbKind.Select or VerbKind.Search or VerbKind.Store or VerbKind.Business or VerbKind.Open or VerbKind.Set
            && VerbTable.Find(clause, mark + 1) is { Form: VerbForm.Base, Kind: VerbKind.Enter or VerbKind.Select or VerbKind.Fill } && !clause[mark + 1].IsCapital && mark + 2 < clause.Count
            ? Labelled(clause)
            : null;
    }
}
