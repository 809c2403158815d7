using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"No pick-up time has been chosen yet": of the radio buttons that a caption of that name stands before, none is.</summary>
internal sealed partial class Judge
{
    // What any choice may be called, whatever it is of.
    private static readonly string[] ChoiceKinds = ["time", "option", "value", "method", "type", "kind", "answer", "choice", "day", "date", "slot", "size", "way", "mode"];

    /// <summary>Holds, or says nothing: a choice that is made may be of another question.</summary>
    private Ruling? NoneChosen(Clause clause)
    {
        if (clause.Negated || clause.Verb != ClaimVerb.Be || clause.Subject is not [{ IsQuoted: false } no, _, ..] || !no.Is("no") || clause.Object is not [{ IsQuoted: false } chosen] || !chosen.Is("chosen", "selected", "picked", "set", "ticked", "checked"))
            return null;
        var words = NounWords(clause.Subject[1..]);
        var telling = words.Where(w => !ChoiceKinds.Contains(w, StringComparer.Ordinal)).ToList();
        if (telling.Count == 0 || words.Length > 3)
            return null;
        var questions = new List<List<UiNode>>();
        foreach (var radio in _scene.Nodes.Where(n => !n.IsText && n.Role == "radio" && _scene.IsPresent(n)))
        {
            // The smallest part with its like that has a caption before the first of them.
            var part = radio.Ancestors().TakeWhile(a => _scene.Length(a) <= 40).FirstOrDefault(a => a.Descendants().Count(n => n.Role == "radio" && _scene.IsPresent(n)) > 1 && CaptionOf(a).Any());
            var like = part?.Descendants().Where(n => n.Role == "radio" && _scene.IsPresent(n)).ToList();
            if (like is not null && telling.TrueForAll(w => CaptionOf(part!).Any(t => SameWord(w, t))) && !questions.Exists(q => q.Contains(radio)))
                questions.Add(like);
        }

        return questions is [var only] && only.TrueForAll(n => n.Checked == TriState.Off) ? Ruling.Held(clause.Text, $"none of {only.Count} is chosen", [.. only.Take(6)]) with { IsAccounted = true } : null;
    }

    private IEnumerable<string> CaptionOf(UiNode part)
    {
        var first = part.Descendants().First(n => n.Role == "radio" && _scene.IsPresent(n));
        return Enumerable.Range(_scene.Start(part), Math.Max(0, _scene.Start(first) - _scene.Start(part))).Select(_scene.TokenAt).Concat(Scenes.SceneHeads.HasOwnName(part) ? _scene.NameTokens(part) : []);
    }
}
