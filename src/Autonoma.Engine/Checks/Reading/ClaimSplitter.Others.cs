namespace Autonoma.Engine.Checks.Reading;

internal static partial class ClaimSplitter
{
    // "A and B are dirty, no other room is": no other than those of whom it was said.
    private static void NameOthers(List<Clause> clauses)
    {
        for (var i = 1; i < clauses.Count; i++)
        {
            // "A is off, the other three are on": those that are not A.
            if (clauses[i] is { IsExistential: false, Verb: ClaimVerb.Be or ClaimVerb.Can, Subject: [var the, var rest, ..] } all && the.Is("the", "all") && rest.Is("other", "others", "rest"))
            {
                var before = clauses.Take(i).TakeWhile(c => c is { IsExistential: false, Verb: ClaimVerb.Be or ClaimVerb.Can, Subject.Count: > 0, Object.Count: > 0 }).Select(c => c.Subject).ToList();
                if (before.Count == i)
                    clauses[i] = all with { Others = before };
                continue;
            }

            if (clauses[i] is not { Subject: [var no, var other, ..] } clause || !(no.Is("no") && other.Is("other") || no.Is("nothing", "nobody") && other.Is("else")))
                continue;
            var named = clauses.Take(i).Where(c => c.Verb == clause.Verb && !c.Negated && !c.IsExistential && c.Object.Count > 0 && c.Object.Select(t => t.Text).SequenceEqual(clause.Object.Select(t => t.Text))).Select(c => c.Subject).ToList();
            if (named.Count > 0)
                clauses[i] = clause with { Others = named };
        }
    }
}
