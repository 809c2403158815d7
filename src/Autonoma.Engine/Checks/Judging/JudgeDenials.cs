using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;
using Phrase = Autonoma.Engine.Checks.Scenes.Phrase;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>The gate before a denial is held: "the total is not 248" is not proven by a rule that looked elsewhere while the page says 248 right beside Total.</summary>
internal sealed partial class Judge
{
    // A label with its value, an entry of a menu, a short sentence; and the part of the page whose name the subject says as well.
    private const int LongestLine = 12, LongestPart = 40;

    /// <summary>What the page says where the subject stands, when those are the very words that are denied of it; null when it says them nowhere near.</summary>
    private string? SaidOfSubject(Clause clause, Ruling ruling)
    {
        var denied = Denied(clause.Object);
        var subject = clause.Subject.Where(t => !t.IsMark).SelectMany(t => t.IsQuoted ? Phrase.Tokens(t.Text) : [.. Phrase.Tokens(t.Text).Where(w => !NumberWords.TryOrdinal(w, out _) && !KindWords.TryKind(w, out _) && !FillerWords.IsFiller(w))]).ToList();
        if (denied.Length == 0 || subject.Count == 0)
            return null;
        var isControl = Kinds.IsControlKind(Read(clause.Subject).Kind);
        foreach (var position in _scene.Find(denied))
        {
            var holder = _scene.Holder(position, denied.Length);
            if (IsDenied(position) || IsOfAnother(holder, ruling.Evidence))
                continue;
            // What a button would do has not been done.
            if (!isControl && holder.Ancestors().Prepend(holder).Any(Scene.IsControl))
                continue;
            var around = holder.Ancestors().Prepend(holder).Where(_scene.IsShown).ToList();
            var line = around.FirstOrDefault(a => subject.Any(w => _scene.HasStem(a, w)));
            var part = around.FirstOrDefault(a => subject.All(w => _scene.HasStem(a, w)));
            if (line is not null && part is not null && _scene.Length(line) <= LongestLine && _scene.Length(part) <= LongestPart)
                return Says(line);
        }

        return null;
    }

    // Of several entries alike, what one says is not said of the other.
    private bool IsOfAnother(UiNode holder, IReadOnlyList<UiNode> evidence)
    {
        foreach (var record in holder.Ancestors().Prepend(holder))
        {
            if (_scene.Records.GroupOf(record) is { } group && evidence.Any(e => e.Ancestors().Prepend(e).Any(a => !ReferenceEquals(a, record) && ReferenceEquals(_scene.Records.GroupOf(a), group))))
                return true;
        }

        return false;
    }

    // The longest run of words that are no words of the language of claims: a name, an amount, what is quoted.
    private static string[] Denied(List<ClaimToken> obj)
    {
        var best = new List<string>();
        var run = new List<string>();
        foreach (var token in obj)
        {
            var words = Phrase.Tokens(token.Text);
            if (token.IsQuoted || !words.All(w => w.Any(char.IsLetter) && Accounting.IsOfLanguage(w)))
                run.AddRange(words);
            else
                run.Clear();
            if (run.Count > best.Count)
                best = [.. run];
        }

        return [.. best];
    }
}
