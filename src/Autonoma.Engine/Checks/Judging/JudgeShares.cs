using System.Text.RegularExpressions;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>A part of a whole: "105 of 176 units have been picked" beside "Units picked 105 / 176", "two of the six open claims are motor claims" where six are listed and two say so.</summary>
internal sealed partial class Judge
{
    [GeneratedRegex(@"^(?<part>\d[\d,.]*)\s*(?:/|of|out of)\s*(?<all>\d[\d,.]*)$", RegexOptions.IgnoreCase)]
    private static partial Regex PartAndAll();

    private Ruling? ShareOfAll(Clause clause)
    {
        var subject = clause.Subject.SkipWhile(t => t.Is("only", "just", "exactly")).ToList();
        if (clause.Verb is not (ClaimVerb.Be or ClaimVerb.Have or ClaimVerb.Belong) || clause.Object.Count == 0 || subject.Count < 3 || Cardinal(subject[0]) is not { } part)
            return null;
        var at = subject[1].Is("of") ? 2 : subject[1].Is("out") && subject[2].Is("of") ? 3 : -1;
        if (at < 0)
            return null;
        var noun = subject[at..].SkipWhile(t => t.Is("the", "these", "those", "all", "its", "their")).ToList();
        int? whole = noun.Count > 0 ? Cardinal(noun[0]) : null;
        if (whole is not null)
            noun = noun[1..];
        if (noun.Count == 0 || noun.Exists(t => t.IsMark && !t.Is("'s")))
            return null;
        return (whole is { } all ? ToldShare(part, all, noun, clause) : null) ?? ListedShare(part, whole, noun, clause);
    }

    /// <summary>The figure that is called just so, and reads "105 / 176".</summary>
    private Ruling? ToldShare(int part, int whole, List<ClaimToken> noun, Clause clause)
    {
        var words = NounWords(noun).Concat(NounWords(clause.Object.Where(t => !t.Is("been", "so", "far", "by", "now")))).ToList();
        if (noun.Concat(clause.Object).Any(t => t.IsQuoted || t.HasDigit) || words.Count is < 2 or > 5)
            return null;
        var told = _scene.Slots.Slots.Where(s => s.Strength > 1 && !Scene.IsField(s.Value) && s.Label.Length == words.Count && words.TrueForAll(w => s.Label.Any(l => Phrase.SameStem(l, w))))
            .Select(s => (Match: PartAndAll().Match(TextOf(s).Trim()), s.Value)).ToList();
        if (told.Count == 0 || !told.TrueForAll(t => t.Match.Success) || told.Select(t => t.Match.Value).Distinct(StringComparer.Ordinal).Count() > 1)
            return null;
        return ValueText.TryNumber(told[0].Match.Groups["part"].Value, out var some) && ValueText.TryNumber(told[0].Match.Groups["all"].Value, out var all)
            ? Ruling.Of(some == part && all == whole, clause.Text, $"it says '{told[0].Match.Value}'", told[0].Value) : null;
    }

    /// <summary>As many entries as it says, of which as many say the rest.</summary>
    private Ruling? ListedShare(int part, int? whole, List<ClaimToken> noun, Clause clause)
    {
        if (EntriesOf(noun) is not { Count: > 1 } entries || GoesOn(entries))
            return null;
        var said = DropFirst(clause.Object, "been");
        said = DropFirst(said, "a", "an");
        // "are motor claims": the noun is said again.
        if (said.Count > 1 && !said[^1].IsQuoted && Phrase.SameStem(said[^1].Text, noun.TakeWhile(t => !t.Is("of", "in", "on")).Last().Text))
            said = said[..^1];
        if (WhichSay(entries, said) is not { } which)
            return null;
        if (whole is { } all && all != entries.Count)
            return Ruling.Unknown(clause.Text, $"{entries.Count} are listed");
        var count = which.Count(w => w);
        return Ruling.Of(count == part, clause.Text, $"{count} of {entries.Count} are", [.. entries.Where((_, i) => which[i]).Take(12)]);
    }
}
