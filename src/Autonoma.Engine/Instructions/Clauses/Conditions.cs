using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions.Words;

namespace Autonoma.Engine.Instructions.Clauses;

/// <summary>Finds what would make a test branch or loop.</summary>
internal static class Conditions
{
    /// <summary>Why the clause cannot be carried out in one way only, or null.</summary>
    public static UnresolvedReason? Find(Phrase clause)
    {
        for (var i = 0; i < clause.Count; i++)
        {
            if (!clause[i].IsWord)
                continue;
            var lower = !clause[i].IsCapital || i == 0;
            switch (clause.Norm(i))
            {
                case "if" when lower && !IsReportedQuestion(clause, i) && !clause.Any(i - 1, "even"):
                    return Reasons.Condition(clause.Any(i + 1, "necessary", "needed", "present", "shown", "visible", "any", "possible", "required", "applicable", "not") ? "if " + clause.Norm(i + 1) : "if");
                case "unless" or "otherwise" or "optionally" or "whenever" or "depending" or "provided" when lower && (clause.Norm(i) is not "provided" || clause.Any(i + 1, "that")):
                    return Reasons.Condition(clause.Norm(i));
                case "in" when clause.Any(i + 1, "case") && (i + 2 >= clause.Count || !clause.At(i + 2)!.IsCapital && !clause.At(i + 2)!.IsLiteral):
                    return Reasons.Condition("in case");
                case "as" when clause.Is(i + 1, "long", "as"):
                    return Reasons.Condition("as long as");
                case "as" when clause.Any(i + 1, "needed", "required", "appropriate", "necessary", "applicable", "described", "usual", "documented", "specified", "mentioned", "explained", "instructed", "prompted") && i > 0:
                    return Reasons.Vague($"as {clause.Norm(i + 1)}");
                case "where" when clause.Any(i + 1, "applicable", "necessary", "possible", "appropriate", "needed"):
                    return Reasons.Condition("where " + clause.Norm(i + 1));
                case "when" when lower && i > 0 && clause.Any(i + 1, "shown", "asked", "prompted", "available", "it", "they", "displayed", "visible", "necessary", "needed", "required", "present", "possible", "applicable", "the", "a", "an", "this", "done", "finished", "ready", "there"):
                    return Reasons.Condition("when");
                case "for" or "with" when clause.Any(i + 1, "each", "every") && !IsClaimBefore(clause, i):
                    return Reasons.Loop($"{clause.Norm(i)} {clause.Norm(i + 1)}");
                case "for" when clause.Is(i + 1, "all") && i == 0:
                    return Reasons.Loop("for all");
                case "either" when clause.Find(i, "or") > i && !IsClaimBefore(clause, i):
                    return Reasons.Alternative();
                case "etc" or "etc.":
                    return Reasons.Vague("etc.");
                case "and" when clause.Is(i + 1, "so", "on") || clause.Is(i + 1, "similar") || clause.Is(i + 1, "so", "forth"):
                    return Reasons.Vague("and " + clause.Norm(i + 1));
            }
        }

        return null;
    }

    // "Check if the box is ticked" asks; it does not branch.
    private static bool IsReportedQuestion(Phrase clause, int at) => VerbBefore(clause, at) is { Kind: VerbKind.CheckOrAssert or VerbKind.Assert or VerbKind.Confirm or VerbKind.See or VerbKind.MakeSure or VerbKind.Expect };

    private static Verb? VerbBefore(Phrase clause, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 3); i--)
        {
            if (VerbTable.Find(clause, i, mend: true) is { } verb && i + verb.Length == at)
                return verb;
        }

        return null;
    }

    private static bool IsClaimBefore(Phrase clause, int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (VerbTable.Find(clause, i, mend: i == 0) is { Kind: VerbKind.Assert or VerbKind.Confirm or VerbKind.Expect or VerbKind.See or VerbKind.MakeSure or VerbKind.CheckOrAssert } || clause.Any(i, "is", "are", "should", "must", "has"))
                return true;
        }

        return false;
    }
}
