using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>
/// "Six parcels are in the inbound list", "the total for household claims", "five open conversations", where the tab Inbound is open, the filter stands at Household, the folder Open is chosen: what is seen
/// is what the chosen view shows, so the words that name it say nothing more. They are left out only while just that view is chosen.
/// </summary>
internal sealed partial class Judge
{
    private static readonly string[] ViewNouns = ["list", "table", "tab", "view", "folder", "queue", "inbox", "section", "filter", "category", "lane", "grid", "overview"];

    /// <summary>The claim without the words for the view that is chosen; null when it names none.</summary>
    private Clause? WithoutView(Clause clause)
    {
        var subject = WithoutView(clause.Subject);
        var said = WithoutView(clause.Object);
        if (subject is null && said is null)
            return null;
        var left = said ?? clause.Object;
        // "are in the inbound list": they are listed.
        if (left.Count == 0)
            left = clause is { Verb: ClaimVerb.Be, IsExistential: false } ? [ClaimToken.Word("listed")] : clause.Object;
        return (subject ?? clause.Subject) is var who && who.Count == 0 && !clause.IsExistential ? null : clause with { Subject = who, Object = left };
    }

    private List<ClaimToken>? WithoutView(List<ClaimToken> words)
    {
        // "in the inbound list", "for household claims", at the end.
        for (var at = words.Count - 2; at >= 0; at--)
        {
            if (words[at].IsQuoted || !words[at].Is("in", "on", "for", "of", "under", "from"))
                continue;
            var named = words[(at + 1)..].SkipWhile(t => t.Is("the", "all", "this", "only")).ToList();
            if (named.Count is 0 or > 4 || named.Exists(t => t.IsMark))
                break;
            if (named.Count > 1 && (named[^1].Is(ViewNouns) || IsEntryNoun(named[^1])) && NamesView(named[..^1]) || named[^1].Is(ViewNouns) is false && named.TrueForAll(t => t.IsQuoted || t.IsCapital) && words[at].Is("in", "under") && NamesView(named) && IsViewName(named))
                return words[..at];
            break;
        }

        // "five open conversations"
        if (words.Count > 2 && !words[0].IsQuoted && (NumberWords.TryCardinal(words[0].Text, out _) || words[0].Is("no")) && !words[0].Is("a", "an", "one"))
        {
            for (var n = 1; n < Math.Min(4, words.Count - 1); n++)
            {
                if (IsEntryNoun(words[n + 1]) && NamesView(words[1..(n + 1)]))
                    return [words[0], .. words[(n + 1)..]];
            }
        }

        return null;
    }

    private bool IsEntryNoun(ClaimToken noun) => !noun.IsQuoted && !noun.IsCapital && (IsFree([noun]) || GroupFor(Read([noun]), null) is not null);

    private bool NamesView(List<ClaimToken> name) => Phrase.Tokens(RawText(name)) is { Length: > 0 } words && words.All(w => w.Any(char.IsLetter)) && IsFilteredBy(words) && (OnlyList(null) is { } list ? AreOfView(words, Shown(list)) : _scene.Records.Groups.Where(g => g.IsTable).All(g => AreOfView(words, Shown(g))));

    /// <summary>Whether nothing in the entries says that they are not what the chosen filter is called: a filter that does not work leaves others in. Where one entry says it, all must; none may say what else could be chosen.</summary>
    private bool AreOfView(IReadOnlyList<string> words, List<UiNode> entries)
    {
        bool SaysJust(UiNode entry, string[] text) => _scene.Find(text, entry).Any(p => _scene.Exactly(p, text.Length) is { } whole && !whole.Ancestors().Prepend(whole).TakeWhile(a => !ReferenceEquals(a, entry)).Any(a => Scene.IsControl(a) || a.Tag == "option"));
        string[] chosen = [.. words];
        var saying = entries.Count(e => SaysJust(e, chosen));
        if (saying > 0)
            return saying == entries.Count;
        foreach (var view in ViewsNamed(words))
        {
            var others = view.Tag == "select" ? view.Options.Where(o => !o.Selected).Select(o => Phrase.Tokens(o.Label)) : (view.Parent?.Children ?? []).Where(s => !s.IsText && !ReferenceEquals(s, view) && s.Role == view.Role && s.Tag == view.Tag && _scene.IsPresent(s)).Select(s => (string[])[.. _scene.Tokens(s)]);
            if (others.Any(o => o.Length > 0 && o.Any(w => w.Any(char.IsLetter)) && entries.Exists(e => SaysJust(e, o))))
                return false;
        }

        return true;
    }

    // A name alone must be that of a tab or a folder: "in Leeds" may be a place.
    private bool IsViewName(List<ClaimToken> name) => Phrase.Tokens(RawText(name)) is var words && _scene.Nodes.Any(n => !n.IsText && _scene.IsPresent(n) && (n.Role == "tab" || n.Role == "link" && n.IsCurrent) && _scene.Tokens(n).Where(t => t.Any(char.IsLetter)).SequenceEqual(words, StringComparer.Ordinal));
}
