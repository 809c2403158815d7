using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>
/// A value that is no alternative to the claimed one refutes nothing: "6 votes (30 %)" does not deny six votes, a number does not deny "5G", what somebody wrote does not deny that he is offline, and a
/// cross or a tick is the answer to a question of its own.
/// </summary>
internal sealed partial class Judge
{
    /// <summary>Whether the one value that a claim is called false by could not have been the claimed one.</summary>
    private bool IsUnlike(Clause clause, Ruling ruling)
    {
        if (clause.Negated || clause.IsExistential || ruling.Evidence is not [var node] || clause.Object.Count == 0 || clause.Object.Exists(t => t.IsQuoted) || clause.Verb is ClaimVerb.Tell or ClaimVerb.Can or ClaimVerb.Contain)
            return false;
        // What can be ticked, pressed or opened tells how it stands by being so.
        var isField = Scene.IsField(node);
        if (!isField && (Scene.IsControl(node) || node.Checked is not null || node.Selected is not null || node.Expanded is not null))
            return false;
        var value = ((isField ? node.Value : null) ?? _scene.ShownText(node)).Trim();
        var told = Phrase.Tokens(value);
        var claimed = Phrase.Tokens(RawText(clause.Object)).Where(w => !Fillers.Contains(w) && !FactWords.Contains(w)).ToList();
        if (claimed.Count == 0 || told.Any(DenialWords.Contains))
            return false;
        // "Zone A is done", where what was found is the A that it is called by.
        if (!isField && told.Length > 0 && told.All(t => clause.Subject.Exists(w => w.Is(t))))
            return true;
        // It says so, and more: "3–5 days, free".
        if (told.Length > claimed.Count && claimed.TrueForAll(c => told.Any(t => SameWord(t, c))))
            return true;
        var figures = claimed.Where(w => w.Any(char.IsDigit)).ToList();
        // An amount and a code, or the words on a button.
        if (figures.Count > 0)
            return IsAmount(clause.Object) && !isField && value.Length > 0 && (!value.Any(char.IsDigit) || value[0] == '#' || told is [var code] && code.Any(char.IsLetter) && code.Any(char.IsDigit) && !ValueText.TryQuantity([code], out _, out _));
        if (clause.Object.Exists(t => t.IsCapital))
            return false;
        // In plain words it is said how something is: neither what somebody typed, what he wrote, nor a mark or an empty place tells that.
        return isField ? node.Tag is "input" or "textarea" && node.Checked is null && ruling.Found.Contains($"'{value}'", StringComparison.Ordinal) : !value.Any(char.IsLetterOrDigit) || value.EndsWith('?') || told.Length > 6;
    }

    private static bool IsAmount(List<ClaimToken> said) => said.Exists(t => t.Text.Any(char.IsDigit) && !t.Text.Any(char.IsLetter)) && (said.Count == 1 || ValueText.TryQuantity([.. said.SelectMany(t => Phrase.Tokens(t.Text))], out _, out _));
}
