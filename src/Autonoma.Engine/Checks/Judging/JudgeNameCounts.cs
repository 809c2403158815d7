using System.Globalization;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>
/// "The Inbox folder holds 3 letters", where the folder is written "Inbox (3)": the number in brackets behind its name is how many it holds. It is only what the app says of something that is not open: of
/// what is open the page shows the entries as well, and both must agree. Another number refutes nothing, it may count those that are unread.
/// </summary>
internal sealed partial class Judge
{
    private Ruling? CountInName(Clause clause)
        => !clause.Negated && NumberInName(clause) is var (amount, count, named) && amount.Fits(count) && DisagreesWithName(clause) is null
            ? Ruling.Held(clause.Text, $"it says '{Says(named)}'", named).Telling(amount.Noun[0].Text)
            : null;

    /// <summary>What the page lists where the claim speaks of what is open, and the number in its name is another: a proviso of whatever else bears out the claim.</summary>
    private string? DisagreesWithName(Clause clause)
    {
        if (NumberInName(clause) is not var (_, count, named) || !named.Ancestors().Prepend(named).TakeWhile(n => _scene.Length(n) == _scene.Length(named)).Any(IsMarkedCurrent) || OnlyList(null) is not { } list)
            return null;
        var listed = Shown(list);
        return listed.Count == count || listed.Count < count && GoesOn(listed) ? null : $"it says '{Says(named)}', but {listed.Count} are listed";
    }

    private (Amount Amount, int Count, UiNode Named)? NumberInName(Clause clause)
    {
        if (clause.Verb is not (ClaimVerb.Have or ClaimVerb.Contain or ClaimVerb.Show) || clause.Object.Count < 2 || clause.Object.Exists(t => t.IsQuoted || t.IsMark) || CountsOf(clause.Object) is not { Noun: [var noun] } amount || noun.IsCapital)
            return null;
        var name = Read(clause.Subject).Required.SelectMany(t => t.Words).ToArray();
        if (name.Length == 0)
            return null;
        var counts = new Dictionary<int, UiNode>();
        foreach (var node in _scene.Nodes)
        {
            if (node.IsText || node.Role == "heading" || !_scene.IsShown(node) || _scene.Length(node) < 2 || _scene.Length(node) > name.Length + 2)
                continue;
            var text = _scene.ShownText(node).Trim();
            var open = text.LastIndexOf('(');
            // "Spam 0", where the number is a text apart, beside the name of something to open: a count by its looks or by what the claim calls the thing. "Day 3" is a name.
            if (open < 0 && (Scene.IsControl(node) || node.IsInteractive) && text.LastIndexOf(' ') is > 0 and var gap && text[(gap + 1)..].All(char.IsAsciiDigit) && node.Descendants().FirstOrDefault(n => n.IsText && _scene.IsShown(n) && n.OwnText.Trim() == text[(gap + 1)..]) is { } figure && (clause.Subject.Exists(t => t.Is("folder", "mailbox", "tab", "filter", "category", "queue")) || LooksLikeCount(figure, node)))
                (text, open) = ($"{text[..gap]} ({text[(gap + 1)..]})", gap + 1);
            if (open <= 0 || text[^1] != ')' || !int.TryParse(text.AsSpan(open + 1, text.Length - open - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                continue;
            // "Inbox" in "the folder Inbox": the words left out are those for what it is.
            var called = Phrase.Tokens(text[..open]);
            if (called.Length > 0 && called.All(name.Contains) && name.Except(called).All(w => w is "folder" or "tab" or "filter" or "category" or "group" or "box" or "mailbox" or "section" or "list" or "queue" or "view" || Finding.EntryNouns.Contains(w) && !_scene.SpeaksOf(w)))
                counts.TryAdd(number, node);
        }

        return counts.ToList() is [var (count, named)] ? (amount, count, named) : null;
    }

    // A badge: painted or called so.
    private static bool LooksLikeCount(UiNode figure, UiNode whole)
        => figure.Ancestors().TakeWhile(a => !ReferenceEquals(a, whole)).Any(a => a.Style is { } own && whole.Style is { } around && own.Background.Alpha > 0.1 && own.Background != around.Background || Scene.ClassWords(a.ClassName).Any(w => w is "badge" or "count" or "counter" or "pill" or "bubble" or "tally"));

    /// <summary>"Six letters are listed on the first page".</summary>
    private Ruling? CountOnPage(Clause clause)
        => clause is { Verb: ClaimVerb.Be, Negated: false, Object: [var listed, var on, .., var page] } && listed.Is("listed", "shown", "displayed", "visible") && on.Is("on") && page.Is("page") && CountsOf(clause.Subject) is { } amount
            ? Counted(amount with { Noun = [.. amount.Noun, .. clause.Object.Skip(1)] }, null)
            : null;

    /// <summary>Whether the claim is about what is told: then what is told need not be so, and that it is not so is not what is told.</summary>
    private static bool IsTold(Clause clause)
    {
        var that = clause.Subject.FindIndex(t => !t.IsQuoted && t.Is("that"));
        return that > 0 && clause.Subject.Take(that).Any(t => !t.IsQuoted && !t.IsCapital && SayingVerbs.Any(v => Phrase.SameStem(v, t.Text)));
    }
}
