using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>A small word of the claim that was passed over: who did it to whom, from where to where, at least how many, under which label. What was found says it the other way round.</summary>
internal sealed partial class Judge
{
    /// <summary>Which small word of a claim that is borne out stands otherwise in what was found; null when none does.</summary>
    private string? Slipped(Clause clause, Ruling ruling)
    {
        if (ruling is not { IsHeld: true, IsAbsence: false } || clause.Negated || clause.Echo is not null || ruling.Evidence.Count is 0 or > 4)
            return null;
        return TurnedRound(clause, ruling) ?? OtherBound(clause, ruling) ?? LeftOrAsked(clause, ruling) ?? AtThatTimeOtherwise(clause, ruling) ?? UnderOtherLabel(clause, ruling);
    }

    /// <summary>"Jon invited Gita", where Jon was "invited by Gita"; "moved from Done to Review", where it went from Review to Done.</summary>
    private string? TurnedRound(Clause clause, Ruling ruling)
    {
        List<ClaimToken> said = [.. clause.Subject, .. clause.Object];
        foreach (var line in ruling.Evidence.Select(_scene.Line).Where(n => _scene.Length(n) < 30))
        {
            var tokens = _scene.Tokens(line);
            for (var i = 0; i + 1 < tokens.Count; i++)
            {
                if (tokens[i] is "by" && i > 0 && tokens[i - 1].EndsWith("ed", StringComparison.Ordinal) && said.FindIndex(t => !t.IsQuoted && t.Is(tokens[i - 1])) is > 0 and var verb && verb + 1 < said.Count && said[verb + 1].Is(tokens[i + 1]) && clause.Quantifier == "bare")
                    return "who did it is told the other way round";
                if (tokens[i] is not ("from" or "to") || said.FindIndex(t => !t.IsQuoted && t.Is(tokens[i])) is not (> 0 and var at) || at + 1 >= said.Count || said.FindLastIndex(t => !t.IsQuoted && t.Is(tokens[i])) != at)
                    continue;
                var other = tokens[i] == "from" ? "to" : "from";
                var goal = Phrase.Tokens(DropFirst(said[(at + 1)..], "the")[0].Text);
                if (goal.Length > 0 && goal[0] != tokens[i + 1] && Enumerable.Range(0, tokens.Count - 1).Any(j => tokens[j] == other && tokens[j + 1] == goal[0]) && said.Exists(t => !t.IsQuoted && t.Is(other)))
                    return "from where to where is told the other way round";
            }
        }

        return null;
    }

    private static readonly System.Text.RegularExpressions.Regex Bound = new(@"\b(at least|at most|no more than|not more than|up to|no less than|min(?:imum)?(?: of)?|max(?:imum)?(?: of)?)[:. ]*(\d[\d.,]*)", System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.CultureInvariant);

    /// <summary>"must have at least 6 characters", where the page asks for at least 8: what is asked for is a bound of its own.</summary>
    private string? OtherBound(Clause clause, Ruling ruling)
    {
        if (Bound.Match(RawText([.. clause.Subject, .. clause.Object])) is not { Success: true } said)
            return null;
        foreach (var block in ruling.Evidence.Select(n => Finding.Kinds.Paint(n) is null || !Scene.IsField(n) ? n : BlockOf(n)))
        {
            if (Bound.Match(_scene.ShownText(block)) is { Success: true } told && told.Groups[2].Value.TrimEnd('.', ',') != said.Groups[2].Value.TrimEnd('.', ',') || Scene.IsField(block) && TextsOf(BlockOf(block)).Select(t => Bound.Match(t.OwnText)).FirstOrDefault(m => m.Success) is { } beside && beside.Groups[2].Value.TrimEnd('.', ',') != said.Groups[2].Value.TrimEnd('.', ','))
                return "the page says another bound";
        }

        return null;
    }

    /// <summary>"Zoe is in room 4", of one who "moved from room 4"; "the team includes Vic", who "asked to join the team".</summary>
    private string? LeftOrAsked(Clause clause, Ruling ruling)
    {
        var isIn = clause.Verb == ClaimVerb.Be && clause.Object is [{ IsQuoted: false } how, _, ..] && how.Is("in", "on", "at", "part", "member", "inside", "within", "among", "of");
        if (!isIn && clause.Verb != ClaimVerb.Contain || clause.Object.Exists(t => t.IsQuoted || t.Is("from")))
            return null;
        var words = NounWords(isIn ? clause.Object.SkipWhile(t => t.Is("in", "on", "at", "part", "member", "of", "the", "inside", "within", "among")).ToList() : DropFirst(clause.Subject, "the"));
        if (words.Length == 0)
            return null;
        bool IsAway(UiNode n)
        {
            var tokens = _scene.Tokens(_scene.Line(n));
            var place = Enumerable.Range(1, Math.Max(0, tokens.Count - words.Length)).FirstOrDefault(i => words.Select((w, k) => i + k < tokens.Count && Phrase.SameStem(tokens[i + k], w)).All(same => same), -1);
            return tokens.Count < 24 && place > 0 && tokens.Take(place).Reverse().Take(3).Any(t => t is "from") || place > 0 && tokens.Take(place).Any(t => t is "asked" or "asks" or "wants" or "applied" or "requested" or "invited" or "removed" or "left" or "declined");
        }

        return ruling.Evidence.All(IsAway) ? "it is told of one who is not, or not yet, there" : null;
    }

    /// <summary>"The consumption yesterday was 14 kWh", beside "today, 17 kWh yesterday"; "2.4 % last week", beside "−0.3 pts vs last week": the words for the time go with another figure.</summary>
    private string? AtThatTimeOtherwise(Clause clause, Ruling ruling)
    {
        List<ClaimToken> said = [.. clause.Subject, .. clause.Object];
        var figures = said.Where(t => t.HasDigit).SelectMany(t => Phrase.Tokens(t.Text)).Where(w => w.Any(char.IsDigit)).ToList();
        if (figures.Count == 0)
            return null;
        foreach (var time in Times(said).Where(t => t.All(w => w.All(char.IsLetter))))
        {
            var around = ruling.Evidence.Select(n => n.Ancestors().Prepend(n).TakeWhile(a => _scene.Length(a) <= 24).LastOrDefault()).OfType<UiNode>().SelectMany(TextsOf).Distinct().ToList();
            var parts = around.SelectMany(t => t.OwnText.Replace(", ", ";", StringComparison.Ordinal).Split(';', '·', '|', '(', ')')).Select(Phrase.Tokens).Where(p => Phrase.IndexOf(p, time) >= 0).ToList();
            if (parts.Count > 0 && parts.TrueForAll(p => p.Any(w => w.Any(char.IsDigit)) && !p.Any(figures.Contains)))
                return $"'{string.Join(' ', time)}' is said of another figure";
        }

        return null;
    }

    /// <summary>"Bruno's confirmation is Yes", found under Car, with No under Confirmed; "owned by Tom", found as the reviewer beside another owner: a label that goes with a word of the claim has another value there.</summary>
    private string? UnderOtherLabel(Clause clause, Ruling ruling)
    {
        if (clause.Verb != ClaimVerb.Be && !(clause.Verb == ClaimVerb.Contain && clause.Subject is [.., { IsQuoted: false } last] && last.Is("column")) || ruling.Evidence is not [var one] || clause.Object.Count == 0 || _scene.Length(one) > 8)
            return null;
        // "is owned by Tom", "the confirmation is Yes", "the Salary column contains 4.5"
        var by = clause.Object.FindIndex(t => !t.IsQuoted && t.Is("by"));
        var value = Phrase.Tokens(RawText(by == 1 ? clause.Object[2..] : clause.Object));
        var asked = (by == 1 ? [clause.Object[0]] : clause.Subject).Where(t => !t.IsQuoted).SelectMany(t => Phrase.Tokens(t.Text)).Where(w => w.Length > 4 && !Fillers.Contains(w)).ToList();
        if (value.Length == 0 || asked.Count == 0)
            return null;
        bool Names(IReadOnlyList<string> label) => label.Count is 1 or 2 && asked.Exists(w => Akin(label[^1], w));
        if (_scene.Records.HeadOf(one) is { } head && _scene.Records.Around(one).FirstOrDefault(r => r.Group.Heads.Count > 1) is { Record: { } row, Group: { } table })
            return !Names([.. _scene.Tokens(head)]) && table.Heads.Skip(1).FirstOrDefault(h => Names([.. _scene.Tokens(h)])) is { } meant && CellUnder(row, meant) is { } cell && Phrase.IndexOf([.. _scene.Tokens(cell)], value) < 0
                // "The sample L-2044" is called by what stands there.
                && Phrase.IndexOf(Phrase.Tokens(RawText(clause.Subject)), [.. _scene.Tokens(cell)]) < 0 ? $"'{Says(meant)}' has another value" : null;
        if (_scene.Records.Around(one).Select(r => r.Record).FirstOrDefault(r => _scene.Length(r) <= LongestContext) is not { } entry)
            return null;
        var line = _scene.ShownText(_scene.Line(one));
        var own = line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? Phrase.Tokens(line[..colon]) : [];
        if (own.Length == 0 || Names(own))
            return null;
        var labelled = TextsOf(entry).Select(t => _scene.ShownText(_scene.Line(t))).Distinct().Where(l => l.IndexOf(':', StringComparison.Ordinal) is > 0 and var c && Names(Phrase.Tokens(l[..c]))).ToList();
        return labelled.Count > 0 && labelled.TrueForAll(l => Phrase.IndexOf(Phrase.Tokens(l), value) < 0) ? $"'{labelled[0]}' says otherwise" : null;
    }

    /// <summary>"owned" and "Owner", "confirmation" and "Confirmed": the same word but for how it ends.</summary>
    private static bool Akin(string label, string word)
        => label.Length > 3 && (Phrase.SameStem(label, word) || word.EndsWith("ed", StringComparison.Ordinal) && label == word[..^1] + "r" || label.Length > 5 && word.Length > 5 && string.CompareOrdinal(label, 0, word, 0, Math.Max(6, Math.Min(label.Length, word.Length) - 3)) == 0);
}
