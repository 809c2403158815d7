using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Words that stand somewhere without the thing being there: "Blocked by Add export" in another column, "3 rows failed" where no element is marked as an error.</summary>
internal sealed partial class Judge
{
    private static readonly string[] FailureWords = ["failed", "failure", "failures", "error", "errors", "invalid", "unsuccessful", "wrong", "unable", "cannot", "couldn't", "can't", "wasn't", "weren't"];

    /// <summary>Whether a name that is the whole text of something elsewhere is, in the place that is meant, only a part of what another text says.</summary>
    private bool IsMereMention(NounPhrase phrase, UiNode found, IReadOnlyList<Region>? regions)
    {
        if (regions is null || phrase.Required.ToList() is not [{ Words: { Length: > 0 } words }] || Kinds.IsControlKind(phrase.Kind))
            return false;
        var whole = _scene.Find(words).Select(p => _scene.Exactly(p, words.Length)).OfType<UiNode>().Where(n => _scene.IsShown(n) && !n.Ancestors().Prepend(n).Any(a => Scene.IsControl(a) || a.Tag == "option")).ToList();
        return whole.Count > 0 && !whole.Exists(n => regions.Any(r => r.Contains(n))) && _scene.Length(_scene.Line(found)) > words.Length;
    }

    /// <summary>"Team is the current plan": of a list or a row of cards the one entry that says "Current plan" is, whatever the others look like.</summary>
    private Ruling? HolderOf(Clause clause)
    {
        if (clause.Verb != ClaimVerb.Be || clause.IsExistential || clause.IsNoLonger || clause.Object is not [{ } the, _, ..] || !the.Is("the", "our", "your", "my") || clause.Object.Count > 4 || clause.Object.Exists(t => t.IsQuoted || t.IsMark || t.HasDigit || t.Is("of", "in", "for")))
            return null;
        var words = Phrase.Tokens(RawText(clause.Object[1..]));
        if (words.Length == 0 || _resolver.RecordsOf(Read(clause.Subject), rowsOnly: true) is not [{ Group: { } group, Record: var meant }] || Shown(group) is not { Count: > 1 } entries)
            return null;
        var holders = entries.FindAll(e => _scene.Find(words, e).Any(p => _scene.Exactly(p, words.Length) is not null && !IsDenied(p)));
        return holders is [var holder] ? Ruling.Of(ReferenceEquals(holder, meant), clause.Text, $"it stands in '{Says(holder)}'", holder).NotIf(clause.Negated) with { IsAccounted = true } : null;
    }

    /// <summary>A text that tells of something that went wrong, outside of what is operated; null where none does.</summary>
    private UiNode? FailureTold(Func<UiNode, bool> inside)
        => _scene.Nodes.FirstOrDefault(n => n.IsText && _scene.IsShown(n) && inside(n) && TellsOfFailure([.. _scene.Tokens(n)]) && !n.Ancestors().Any(a => Scene.IsControl(a) || a.Tag is "option" or "label" or "th" || a.Role == "columnheader"));

    // "3 rows failed", "could not be saved"; not "0 errors", "no errors", "none failed".
    private static bool TellsOfFailure(string[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (FailureWords.Contains(tokens[i], StringComparer.Ordinal) && !tokens[..i].TakeLast(3).Any(t => t is "0" or "no" or "none" or "nothing" or "not" or "without" or "never"))
                return true;
            if (tokens[i] is "not" && i > 0 && tokens[i - 1] is "could" or "can" or "was" or "were" or "did" or "has" or "have")
                return true;
        }

        return false;
    }
}
