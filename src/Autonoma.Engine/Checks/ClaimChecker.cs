using Autonoma.Engine.Checks.Judging;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks;

/// <summary>
/// Judges claims in ordinary QA English. A claim holds only when every word of it is accounted for by what is on the screen; what is not
/// understood, or fits several things that differ, is undecidable.
/// </summary>
/// <param name="grounder">Finds controls by descriptions that the checker's own rules do not resolve (icons, glyphs); null: do without.</param>
public sealed class ClaimChecker(IGrounder? grounder) : IClaimChecker
{
    /// <summary>A checker with the grounder that steps are carried out with.</summary>
    public ClaimChecker()
        : this(new Grounder())
    {
    }

    /// <inheritdoc/>
    public CheckResult Check(string claim, Observation observation, CheckContext context)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentNullException.ThrowIfNull(context);
        var scene = new Scene(GridLines.Drawn(observation), context);
        var before = context.Before is null ? null : new Scene(GridLines.Drawn(context.Before), CheckContext.None);
        var judge = new Judge(scene, before, grounder);
        var tokens = ClaimLead.Strip(MessageWords.Quoted(ClaimTokenizer.Tokenize(claim)), out var seen);
        var parts = Judged(tokens, seen, scene, judge);
        // Whichever way they were read: of a claim and what denies it no more than one is held, or the word that tells them apart was not judged.
        if (VerdictOf(parts) == CheckVerdict.Held && ClaimDenials.Of(tokens).Any(denial => VerdictOf(Judged(denial, seen, scene, judge)) == CheckVerdict.Held))
            parts = parts.ConvertAll(p => p with { Verdict = CheckVerdict.Undecidable, Found = "what is seen bears out the contrary as well" });
        // What is seen now tells nothing of what never was, unless the page says so itself.
        if (tokens.Exists(t => !t.IsQuoted && t.Is("never")))
            parts = parts.ConvertAll(p => p.Verdict == CheckVerdict.Held && !p.Evidence.Any(n => scene.Tokens(n).Contains("never")) ? p with { Verdict = CheckVerdict.Undecidable, Found = "that it never was so cannot be seen" } : p);
        if (parts.Count == 0)
            parts.Add(new(claim, CheckVerdict.Undecidable, "a claim", "nothing is claimed", [], false));
        var verdict = VerdictOf(parts);
        return new() { Verdict = verdict, Parts = parts, Explanation = Explain(parts, verdict) };
    }

    private static List<CheckPart> Judged(List<ClaimToken> tokens, bool seen, Scene scene, Judge judge)
    {
        var parts = Parts(ClaimForms.Plain(tokens), seen, scene, judge);
        // What leads the claim is taken apart only where the claim as a whole is not held.
        return VerdictOf(parts) != CheckVerdict.Held && ClaimCircumstances.Take(tokens) is { } told && Circumstanced(told, scene, judge) is { } apart ? apart : parts;
    }

    private static CheckVerdict VerdictOf(List<CheckPart> parts)
        => parts.Any(p => p.Verdict == CheckVerdict.Failed) ? CheckVerdict.Failed : parts.Any(p => p.Verdict == CheckVerdict.Undecidable) ? CheckVerdict.Undecidable : CheckVerdict.Held;

    /// <summary>The claim with what leads it judged for itself; null where that is not seen to be so, or the rest is undecidable too.</summary>
    private static List<CheckPart>? Circumstanced(Circumstance told, Scene scene, Judge judge)
    {
        var parts = new List<CheckPart>();
        if (told.Typed is { } typed && !judge.IsTyped(typed))
            return null;
        foreach (var condition in told.Conditions)
        {
            var seen = Parts(ClaimForms.Plain([.. condition]), false, scene, judge);
            if (seen.Count == 0 || VerdictOf(seen) != CheckVerdict.Held)
                return null;
            parts.AddRange(seen);
        }

        if (told.Source is { } source)
            return judge.SaidIn(source, told.Rest) is { } said ? [.. parts, new(said.Expected, said.Verdict, said.Expected, said.Found, said.Evidence, said.IsAbsence)] : null;
        var rest = Parts(ClaimForms.Plain([.. told.Rest]), false, scene, judge);
        return rest.Count == 0 || VerdictOf(rest) == CheckVerdict.Undecidable ? null : [.. parts, .. rest];
    }

    private static List<CheckPart> Parts(List<ClaimToken> tokens, bool seen, Scene scene, Judge judge)
    {
        var parts = new List<CheckPart>();
        var clauses = ClaimSplitter.Split(PageNames.Protect(tokens, scene), seen);
        // "3 parcels are listed and P-77 is one of them": it is listed, too. "Two can be chosen and X is one of them": so can X.
        for (var i = 1; i < clauses.Count; i++)
        {
            if (clauses[i] is { Verb: ClaimVerb.Be, Object: [var one, var of, var them] } && one.Is("one") && of.Is("of") && them.Is("them", "these", "those") || clauses[i] is { Verb: ClaimVerb.Be, Object: [var among, var they] } && among.Is("among") && they.Is("them", "these", "those"))
                clauses[i] = clauses[i - 1] is { IsExistential: false, Verb: ClaimVerb.Be or ClaimVerb.Can, Object: [_, ..] said } told && !said[0].Is("listed", "displayed", "shown", "visible", "there", "left", "found", "in", "on") ? clauses[i] with { Verb = told.Verb, VerbText = told.VerbText is "are" ? "is" : told.VerbText, Object = said, Negated = told.Negated } : clauses[i] with { Object = [ClaimToken.Word("listed")] };
        }

        var rulings = clauses.Select(judge.Run).ToList();
        for (var i = 0; i < clauses.Count; i++)
        {
            var ruling = rulings[i];
            // What is told for the circumstances need not be understood; where it is false, what is said of them cannot be judged.
            if (clauses[i].IsCondition && (ruling.IsHeld || ruling.IsUnknown && judge.IsStory(clauses[i])))
                continue;
            if (clauses[i].IsCondition)
                ruling = Ruling.Unknown(clauses[i].Text, ruling.IsUnknown ? ruling.Found : $"this is not so: {ruling.Found}");
            if (clauses[i].IsHeadline && ruling.IsUnknown && rulings.Skip(i + 1).ToList() is { Count: > 0 } details && details.All(d => d.IsHeld))
                ruling = judge.Headline(clauses[i], details, clauses.Skip(i + 1)) ?? ruling;
            parts.Add(new(clauses[i].Text, ruling.Verdict, ruling.Expected, ruling.Found, ruling.Evidence, ruling.IsAbsence));
        }

        return parts;
    }

    /// <inheritdoc/>
    public string? WhyUnreadable(string claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var tokens = ClaimForms.Plain(ClaimLead.Strip(ClaimTokenizer.Tokenize(claim), out var seen));
        if (tokens.Count == 0)
            return "nothing is claimed";
        var clauses = ClaimSplitter.Split(tokens, seen);
        if (clauses.Count == 0)
            return "no claim is found in it";
        foreach (var clause in clauses)
        {
            if (clause.Subject.Count == 0 && !clause.IsExistential)
                return $"'{clause.Text}' does not say what it is about";
            if (clause.Object.Count == 0 && clause.Verb is not (ClaimVerb.Appear or ClaimVerb.Vanish))
                return $"'{clause.Text}' does not say what is expected";
            if (clause.Quantifier == "bare" && clause.Terse is null && !clause.Subject.Any(t => t.IsQuoted) && clause.Subject.Count > 6)
                return $"'{clause.Text}' has no verb that says what is expected";
        }

        return null;
    }

    private static string Explain(List<CheckPart> parts, CheckVerdict verdict)
    {
        if (verdict == CheckVerdict.Held)
            return string.Join("; ", parts.Select(p => $"{p.Claim}: {p.Found}"));
        var wrong = parts.First(p => p.Verdict == verdict);
        return verdict == CheckVerdict.Failed ? $"expected {wrong.Expected}; {wrong.Found}" : $"undecidable: {wrong.Expected}; {wrong.Found}";
    }
}
