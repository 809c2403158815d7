namespace Autonoma.Engine.Checks.Reading;

/// <summary>Pieces that have no verb of their own: "and the subtitle as well", "in red", "Module 2 collapsed".</summary>
internal static partial class ClaimSplitter
{
    private static bool AddFragment(List<ClaimToken> piece, string joiner, Clause previous, List<Clause> clauses)
    {
        // "the subtitle as well", "Public too"
        if (piece.Count > 2 && piece[^1].Is("well") && piece[^2].Is("as"))
        {
            clauses.Add(previous with { Subject = piece[..^2] });
            return true;
        }

        if (piece.Count > 1 && piece[^1].Is("too", "also"))
        {
            clauses.Add(previous with { Subject = piece[..^1] });
            return true;
        }

        // "is 27 °C and shown in red"
        if (previous.Verb == ClaimVerb.Be && previous.Subject.Count > 0 && joiner is "," or "and" or "but" && piece.Count > 2 && piece[0].Is("shown", "displayed", "printed", "written", "painted", "drawn", "highlighted") && piece[1].Is("in"))
        {
            clauses.Add(previous with { Object = piece, Negated = false });
            return true;
        }

        // "is 5.9 mmol/l, in red"
        if (previous.Verb is ClaimVerb.Be or ClaimVerb.Read or ClaimVerb.Show && previous.Subject.Count > 0 && !previous.Negated && piece is [var within, var colour] && within.Is("in") && !colour.IsQuoted && Language.ColorWords.Canonical(colour.Text) is not null)
        {
            clauses.Add(previous with { Verb = ClaimVerb.Be, VerbText = "is", Object = [ClaimToken.Word("shown"), .. piece] });
            return true;
        }

        // "appears at the top, switched off": a state of the same thing.
        if (joiner is "," or "and" && previous.Verb is ClaimVerb.Appear && previous.Subject.Count > 0 && StatePhrases.IsState(piece))
        {
            clauses.Add(previous with { Verb = ClaimVerb.Be, VerbText = "is", Object = piece, Negated = false });
            return true;
        }

        // "and the last one to Peter"
        var to = piece.FindIndex(t => t.Is("to", "from"));
        if (previous.Verb == ClaimVerb.Belong && to > 0 && piece[0].Is("the"))
        {
            clauses.Add(Resolve(previous with { Subject = piece[..to], Object = piece[to..] }, previous));
            return true;
        }

        // "each with a PDF link"
        if (piece.Count > 2 && piece[0].Is("each", "all") && piece[1].Is("with"))
        {
            var noun = (previous.Subject.Count > 0 ? previous.Subject : previous.Object).Where(t => !t.Is("the", "only", "exactly") && !Language.NumberWords.TryCardinal(t.Text, out _)).ToList();
            clauses.Add(new() { Subject = piece[2..], Verb = ClaimVerb.Be, Object = [ClaimToken.Word("displayed"), ClaimToken.Word("for"), ClaimToken.Word("every"), .. noun] });
            return true;
        }

        // "three in total"
        if (piece.Count == 3 && piece[1].Is("in") && piece[2].Is("total") && Language.NumberWords.TryCardinal(piece[0].Text, out _))
        {
            var noun = (previous.Subject.Count > 0 ? previous.Subject : previous.Object).Where(t => !t.Is("the", "only")).ToList();
            clauses.Add(new() { Subject = [], Verb = ClaimVerb.Be, IsExistential = true, Object = [piece[0], .. noun.TakeLast(1)] });
            return true;
        }

        if (piece[0].Is("not"))
        {
            var rest = piece[1..];
            if (rest.Count == 0)
                return false;
            if (rest[0].Is("on", "in", "for", "inside", "under", "at", "of", "by"))
            {
                var at = previous.Object.FindLastIndex(t => t.Is(rest[0].Text));
                clauses.Add(at >= 0
                    ? previous with { Object = [.. previous.Object[..at], .. rest], Negated = !previous.Negated }
                    : previous with { Object = [.. previous.Object, .. rest], Negated = !previous.Negated });
                return true;
            }

            if (StatePhrases.IsState(rest) && previous.Verb is ClaimVerb.Be or ClaimVerb.Can && StatePhrases.IsState(rest))
            {
                clauses.Add(previous with { Object = rest, Negated = !previous.Negated });
                return true;
            }

            if (previous.Verb == ClaimVerb.Can)
            {
                var pronoun = rest.FindIndex(t => t.Is("them", "it"));
                if (pronoun >= 0 && previous.Object.Count > 1)
                    rest = [.. rest[..pronoun], .. previous.Object.Skip(1), .. rest.Skip(pronoun + 1)];
                clauses.Add(previous with { Object = rest, Negated = !previous.Negated });
                return true;
            }

            if (previous.Verb is ClaimVerb.Contain or ClaimVerb.Show or ClaimVerb.Have)
                clauses.Add(previous with { Object = rest, Negated = !previous.Negated });
            else
                clauses.Add(previous with { Subject = rest, Negated = !previous.Negated });
            return true;
        }

        if (previous.Verb == ClaimVerb.Be && StatePhrases.IsState(piece))
        {
            clauses.Add(previous with { Object = piece });
            return true;
        }

        // "Module 1 is expanded, Module 2 collapsed"
        if (previous.Verb == ClaimVerb.Be)
        {
            for (var n = Math.Min(4, piece.Count - 1); n >= 1; n--)
            {
                var tail = piece[^n..];
                if (StatePhrases.IsState(tail) && !piece[^(n + 1)].Is("is", "not"))
                {
                    clauses.Add(Resolve(previous with { Subject = piece[..^n], Object = tail, Negated = false }, previous));
                    return true;
                }
            }
        }

        // "his salary 2,600.00", "the second one still 'Copy'"
        var valueStart = piece.Count;
        while (valueStart > 0 && (piece[valueStart - 1].IsQuoted || piece[valueStart - 1].HasDigit || piece[valueStart - 1].Is("€", "$", "£", "%", "eur", "usd", "still", "now")))
            valueStart--;
        if (valueStart > 0 && valueStart < piece.Count && piece[..valueStart].Any(t => !t.Is("the", "a", "an", "with", "in"))
            && previous.Verb is ClaimVerb.Be or ClaimVerb.Read or ClaimVerb.Show or ClaimVerb.Cost && valueStart > 0 && valueStart < piece.Count
            && !piece[0].Is("with", "at", "in", "on", "among", "by") && piece[0].Is("the", "his", "her", "its", "their") && IsValueLike(previous.Object))
        {
            var value = piece[valueStart..].Where(t => !t.Is("still", "now")).ToList();
            clauses.Add(Resolve(new() { Subject = piece[..valueStart], Verb = previous.Verb, VerbText = previous.VerbText, Object = value }, previous));
            return true;
        }

        return false;
    }

    /// <summary>"The button in the row of X reads Reserved and is disabled": the second is said of the Reserved button there.</summary>
    private static Clause CalledSo(Clause clause, Clause previous)
    {
        if (previous is not { Verb: ClaimVerb.Read, Negated: false, Object: [{ } name], Subject: [{ } the, { IsQuoted: false } kind, { } place, _, ..] } || !name.IsQuoted && !name.IsCapital || !the.Is("the") || !kind.Is("button", "link") || !place.Is("in", "on", "of", "for") || clause.Verb is not (ClaimVerb.Be or ClaimVerb.Can))
            return clause;
        return clause with { Subject = [the, name with { IsQuoted = true }, kind, .. previous.Subject[2..]] };
    }

    private static bool IsPluralOfOne(List<ClaimToken> tokens)
    {
        var verb = tokens.FindIndex(t => t.Is("are", "were"));
        return verb > 1 && tokens[0].Is("the") && !tokens[verb - 1].Text.EndsWith('s') && ClauseReader.VerbPositions(tokens) is [var first, ..] && first == verb;
    }

    internal static string Singular(string plural) => plural is "boxes" or "checkboxes" or "switches" ? plural[..^2] : plural.EndsWith("ies", StringComparison.Ordinal) ? plural[..^3] + "y" : plural.TrimEnd('s');

    private static bool IsValueLike(List<ClaimToken> tokens) => tokens.Count > 0 && tokens.Any(t => t.IsQuoted || t.HasDigit);
}
