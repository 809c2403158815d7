using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"According to the recent activity, Ann rejected RQ-7": one entry of that part says so, in these words and hardly any others.</summary>
internal sealed partial class Judge
{
    private static readonly string[] Directions = ["to", "from", "into", "until", "before", "after"];

    /// <summary>Whether an entry of the part says the sentence; null when none does, which says nothing of whether it is so.</summary>
    public Ruling? SaidIn(List<ClaimToken> source, List<ClaimToken> said)
    {
        if (said.Exists(t => t.IsMark && !t.Is("'s") || t.Is("not", "no", "never", "nobody", "nothing", "none", "only", "and", "or", "but", "while", "every", "each", "all")))
            return null;
        _told.Clear();
        var lines = LinesUnder(source);
        var line = lines.Find(l => IsEntrySaying(_scene.ShownText(l), said));
        return line is null ? null : Ruling.Held($"{ClaimToken.Join(source)}: {ClaimToken.Join(said)}", $"it says '{Says(line)}'", line);
    }

    /// <summary>The entries of a part called so: of the region of that name, or of what stands under a text that says just that.</summary>
    private List<UiNode> LinesUnder(List<ClaimToken> source)
    {
        var words = NounWords(source);
        if (words.Length == 0)
            return [];
        var heads = _scene.Find(words).Select(p => _scene.Exactly(p, words.Length)).OfType<UiNode>().Where(n => !n.Ancestors().Prepend(n).Any(Scene.IsControl)).Select(_scene.Line).Distinct().ToList();
        if (heads is not [{ Parent: { } block } head])
            return [];
        // The text may lie in a head of its own; its block is the first with anything else in it.
        while (block.Parent is { } outer && _scene.Length(block) == _scene.Length(head))
            block = outer;
        return [.. block.Descendants().Where(n => n.IsText && _scene.IsShown(n) && _scene.Length(n) > 0 && _scene.Start(n) >= _scene.End(head)).Select(_scene.Line).Distinct().Select(l => EntryAround(l, block)).Distinct().Where(n => _scene.Length(n) is > 1 and <= 30 && IsStatement(n))];
    }

    // One entry may say the time, who and what in several texts.
    private UiNode EntryAround(UiNode line, UiNode block) => _scene.Records.Around(line).Select(r => r.Record).FirstOrDefault(r => block.IsSelfOrAncestorOf(r) && !ReferenceEquals(r, block) && _scene.Length(r) <= 30) ?? line;

    private bool IsEntrySaying(string text, List<ClaimToken> said)
    {
        var claimed = said.Where(t => !t.IsMark).SelectMany(t => Phrase.Tokens(t.Text)).ToList();
        var words = claimed.Where(w => !Fillers.Contains(w)).ToList();
        var shown = Phrase.Tokens(text).ToList();
        if (words.Count < 2 || shown.Exists(DenialWords.Contains) || shown.Exists(w => w is "if" or "unless" or "will" or "tried"))
            return false;
        var places = words.ConvertAll(w => shown.FindIndex(s => Phrase.Same(s, w) || SameWord(s, w)));
        if (places.Contains(-1) || places.Distinct().Count() != places.Count)
            return false;
        // Where from and where to are not each other.
        for (var i = 0; i + 1 < claimed.Count; i++)
        {
            if (claimed[i] is var way && Directions.Contains(way, StringComparer.Ordinal) && !Enumerable.Range(0, shown.Count - 1).Any(p => shown[p] == way && SameWord(shown[p + 1], claimed[i + 1])))
                return false;
        }

        // Hardly anything else is said but when.
        var others = shown.Where((w, i) => !places.Contains(i) && !Fillers.Contains(w) && !w.Any(char.IsDigit) && !Accounting.IsMonth(w.Length >= 3 ? w[..3] : w) && w is not ("ago" or "h" or "min" or "today" or "yesterday" or "am" or "pm" or "–" or "·" or "-")).ToList();
        if (others.Count > 1)
            return false;
        // "X released Y" is not what "X released by Y" says.
        var isPassive = said.Exists(t => t.Is("is", "are", "was", "were", "been"));
        var by = shown.IndexOf("by");
        if (IsRising(places))
            return by < 0 == !claimed.Contains("by") && (by < 0 || isPassive);
        // "X was requested" where it says "requested X"; "Ann rejected X" where it says "X rejected by Ann".
        var verb = words.FindIndex(w => w.EndsWith("ed", StringComparison.Ordinal));
        if (verb < 0)
            return false;
        if (isPassive && !claimed.Contains("by") && by < 0)
            return IsRising([.. places.Where((_, i) => i != verb)]);
        if (by < 0 || isPassive || verb == 0)
            return false;
        // Who did it stands after "by", what it was done to before.
        var (who, whom) = (places[..verb], places[(verb + 1)..]);
        return IsRising(who) && IsRising(whom) && who.TrueForAll(p => p > by) && who[0] == by + 1 && whom.TrueForAll(p => p < by) && places[verb] < by;
    }

    private static bool IsRising(List<int> places) => places.Zip(places.Skip(1)).All(pair => pair.First < pair.Second);
}
