using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"Only": those and no others.</summary>
internal sealed partial class Judge
{
    /// <summary>"Only paid orders are listed": every record of the group says so.</summary>
    private Ruling OnlyListed(List<ClaimToken> subject, IReadOnlyList<Region>? within)
    {
        var words = subject.Where(t => !t.Is("only", "the")).ToList();
        var expected = $"only {ClaimToken.Join(words)}";
        var of = words.FindIndex(t => t.Is("of", "with", "from", "by"));
        var possessive = words.FindIndex(t => t.Is("'s"));
        List<ClaimToken> noun;
        List<ClaimToken> quality;
        if (of > 0)
            (noun, quality) = (words[..of], words[(of + 1)..]);
        else if (possessive > 0)
            (noun, quality) = (words[(possessive + 1)..], words[..possessive]);
        else if (words.Count > 1)
            (noun, quality) = (words[^1..], words[..^1]);
        else
            return Ruling.Unknown(expected, "it is not said which");
        var group = GroupFor(Read(noun), within);
        if (group is null)
            return Ruling.Unknown(expected, $"it is not plain which records '{ClaimToken.Join(noun)}' are");
        var tokens = quality.SelectMany(t => Phrase.Tokens(t.Text)).ToArray();
        var shown = Shown(group);
        var odd = shown.FirstOrDefault(r => !_scene.Find(tokens, r).Any(p => !IsDenied(p)) && !r.Descendants().Any(d => !d.IsText && _scene.IsPresent(d) && Phrase.IndexOf(_scene.NameTokens(d), tokens) >= 0));
        if (odd is not null && shown.All(r => !_scene.Contains(r, tokens)))
            return Ruling.Unknown(expected, "no record says so");
        return Ruling.Of(odd is null && shown.Count > 0, expected, odd is null ? $"all {shown.Count} are" : $"'{Short(_scene.ShownText(odd))}' is not", odd is null ? [.. shown] : [odd]);
    }
}
