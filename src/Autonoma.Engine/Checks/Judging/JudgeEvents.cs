using System.Globalization;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Deeds that the page tells in a sentence: "Theo uploaded three files" and "invoice 4471 was paid by Theo", where a feed says "Theo uploaded 3 files to Contracts", "Theo paid invoice 4471 (€ 250)".</summary>
internal sealed partial class Judge
{
    private static readonly string[] Circumstances = ["to", "with", "from", "in", "on", "by", "at", "for", "since", "until", "via", "and"];

    private Ruling? ToldAsDeed(Clause clause)
    {
        if (clause.Negated || clause.IsNoLonger || clause.IsExistential || Deed(clause) is not { Count: > 2 } deed)
            return null;
        foreach (var position in _scene.Positions(deed[0]))
        {
            var line = _scene.Line(_scene.OwnerAt(position));
            if (_scene.Length(line) > deed.Count + 16 || !IsStatement(line) || line.Ancestors().Prepend(line).Any(n => n.Level > 0))
                continue;
            foreach (var sentence in Sentences(_scene.ShownText(line)))
            {
                var told = Unarticled(Phrase.Tokens(sentence));
                if (told.Count >= deed.Count && told.Take(deed.Count).SequenceEqual(deed) && !told.Any(t => DenialWords.Contains(t) || t is "but" or "except" or "almost" or "partly") && told[deed.Count..] is var rest && (rest.Count == 0 || Circumstances.Contains(rest[0]) || sentence.Contains('(', StringComparison.Ordinal)))
                    return Ruling.Held(clause.Text, $"it says '{Says(line)}'", line) with { IsAccounted = true };
            }
        }

        return null;
    }

    /// <summary>The words of a sentence that would tell it: who, did, what.</summary>
    private static List<string>? Deed(Clause clause)
    {
        if (clause.Quantifier == "bare")
            return clause.Subject.Exists(t => t.IsMark) || clause.Subject[0].Is(Quantifiers) ? null : Unarticled(clause.Subject.SelectMany(t => Phrase.Tokens(t.Text)));
        var by = clause.Object.FindLastIndex(t => !t.IsQuoted && t.Is("by"));
        if (clause.Verb != ClaimVerb.Be || by is < 1 or > 2 || by + 1 >= clause.Object.Count || clause.Object[0].IsQuoted || !clause.Object[0].Text.EndsWith("ed", StringComparison.Ordinal) && !clause.Object[0].Is(IrregularDeeds) || clause.Subject.Exists(t => t.Is(Quantifiers)))
            return null;
        return Unarticled(clause.Object[(by + 1)..].Concat(clause.Object[..by]).Concat(clause.Subject).SelectMany(t => Phrase.Tokens(t.Text)));
    }

    private static List<string> Unarticled(IEnumerable<string> words)
        => [.. words.Where(w => w is not ("the" or "a" or "an")).Select(w => NumberWords.TryCardinal(w, out var number) ? number.ToString(CultureInfo.InvariantCulture) : w)];
}
