namespace Autonoma.Engine.Checks.Reading;

internal static partial class ClaimSplitter
{
    // "A and B are dirty, no other room is": no other than those of whom it was said.
    private static void NameOthers(List<Clause> clauses)
    {
        for (var i = 1; i < clauses.Count; i++)
        {
            if (clauses[i] is not { Subject: [var no, var other, ..] } clause || !(no.Is("no") && other.Is("other") || no.Is("nothing", "nobody") && other.Is("else")))
                continue;
            var named = clauses.Take(i).Where(c => c.Verb == clause.Verb && !c.Negated && !c.IsExistential && c.Object.Count > 0 && c.Object.Select(t => t.Text).SequenceEqual(clause.Object.Select(t => t.Text))).Select(c => c.Subject).ToList();
            if (named.Count > 0)
                clauses[i] = clause with { Others = named };
        }
    }
}
