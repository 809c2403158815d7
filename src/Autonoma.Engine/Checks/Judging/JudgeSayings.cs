using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>
/// What a text of the page says, told in a sentence of one's own: "the tooltip explains that a loan runs for 14 days", "the visitor is asked to choose a time", "at least 10 characters are asked for".
/// It holds where one text has every word that means something, in that order, with the same numbers and denials. That no text says so proves nothing.
/// </summary>
internal sealed partial class Judge
{
    private static readonly string[] SayingVerbs = ["tells", "explains", "says", "states", "warns", "informs", "announces", "notes", "indicates", "reminds", "complains", "mentions", "points", "advises", "admits", "reports", "reads", "remarks", "objects", "confirms"];

    private static readonly string[] Demanding = ["asks", "insists", "demands", "requires", "wants", "requests", "needs"];

    // Those who look at the page.
    private static readonly string[] Readers = ["user", "visitor", "customer", "guest", "reader", "office", "staff", "operator", "clerk", "tester", "person", "client", "patient", "student", "member", "teacher", "agent", "nurse", "manager", "driver", "buyer", "seller", "applicant", "users", "visitors", "customers"];

    // By which a text asks for something.
    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal)
    {
        "please", "enter", "choose", "pick", "give", "use", "fill", "write", "select", "add", "provide", "type", "tell", "state", "name", "need", "needs", "needed", "require", "requires", "required", "must", "missing", "least", "specify", "set", "upload", "attach", "accept", "tick", "sign", "confirm", "answer",
    };

    /// <summary>A saying of the page reported; null when the claim is none, or no text of the page says it.</summary>
    private Ruling? Reported(Clause clause)
    {
        if (clause.Negated || clause.IsExistential || clause.IsNoLonger || clause.Subject.Count == 0 || clause.Subject.Exists(t => t.Is("no", "every", "each", "all", "both", "none", "neither", "only")))
            return null;
        return ToldBy(clause) ?? ToldTo(clause) ?? AskedFor(clause);
    }

    /// <summary>"A tooltip tells that ...", "the line below the chart explains that ...", "a dialog insists on ...".</summary>
    private Ruling? ToldBy(Clause clause)
    {
        var (subject, verb, said) = (clause.Subject, clause.VerbText, clause.Object);
        if (clause.Quantifier == "bare")
        {
            var at = subject.FindIndex(1, t => !t.IsCapital && (t.Is(SayingVerbs) || t.Is(Demanding)));
            if (at < 1 || at + 1 >= subject.Count)
                return null;
            (subject, verb, said) = (subject[..at], subject[at].Text, subject[(at + 1)..]);
        }
        else if (clause.Verb is not (ClaimVerb.Tell or ClaimVerb.Read or ClaimVerb.Contain))
        {
            return null;
        }

        var demands = Demanding.Contains(verb, StringComparer.Ordinal);
        if (!demands && !SayingVerbs.Contains(verb, StringComparer.Ordinal) || said.Count == 0 || said.Exists(t => t.IsQuoted && !t.IsName))
            return null;
        while (said.Count > 0 && said[0].Is("the", "user", "us", "that", "of", "on", "for", "about", "out", "a", "an", "visitor", "customer", ":"))
            said = said[1..];
        if (SourceOf(subject) is not { } source)
            return null;
        var lines = source.Where(l => SaysInOneSentence(_scene.ShownText(l), said, demands)).ToList();
        return lines.Count == 0 ? null : Ruling.Held(clause.Text, $"it says '{Says(lines[0])}'", lines[0]) with { IsAccounted = true };
    }

    /// <summary>"the visitor is asked to choose a time", "the office is told that the week is not published".</summary>
    private Ruling? ToldTo(Clause clause)
    {
        if (clause.Verb != ClaimVerb.Be || clause.Object is not [{ IsQuoted: false } told, var by, _, ..] || !told.Is("asked", "told", "informed", "warned", "reminded", "advised", "prompted", "invited", "requested", "instructed", "urged") || !by.Is("to", "that", "for", "of", "about") || DropFirst(DropFirst(clause.Subject, "the", "a"), "every") is not [{ IsQuoted: false, IsCapital: false } who] || !who.Is(Readers))
            return null;
        var said = clause.Object[2..];
        var line = Notable().FirstOrDefault(l => SaysInOneSentence(_scene.ShownText(l), said, by.Is("for")) && (!by.Is("to") || BeginsSo(l, said)));
        return line is null ? null : Ruling.Held(clause.Text, $"it says '{Says(line)}'", line) with { IsAccounted = true };
    }

    // "asked to choose": the text begins with it.
    private bool BeginsSo(UiNode line, List<ClaimToken> said) => Sentences(_scene.ShownText(line)).Any(s => Phrase.Tokens(s).SkipWhile(w => w == "please").FirstOrDefault() is { } first && SameWord(first, said[0].Text));

    /// <summary>"at least 10 characters are asked for", "a reason is demanded in the dialog".</summary>
    private Ruling? AskedFor(Clause clause)
    {
        if (clause.Verb != ClaimVerb.Be || clause.Object is not [{ IsQuoted: false } asked, ..] || !asked.Is("asked", "demanded", "requested", "insisted"))
            return null;
        var rest = clause.Object[1..];
        if (asked.Is("asked", "insisted"))
        {
            if (rest is not [var of, ..] || !of.Is("for", "on"))
                return null;
            rest = rest[1..];
        }

        IEnumerable<UiNode> lines = Warnings();
        if (rest.Count > 0)
        {
            if (!rest[0].Is("in", "inside", "within", "on", "by") || SourceOf(rest[1..]) is not { } source)
                return null;
            lines = source;
        }

        var line = lines.FirstOrDefault(l => SaysInOneSentence(_scene.ShownText(l), clause.Subject, true));
        return line is null ? null : Ruling.Held(clause.Text, $"it says '{Says(line)}'", line) with { IsAccounted = true };
    }

    /// <summary>The texts that a description of a text means: tooltip, dialog, message, or a line somewhere; null when it describes something else.</summary>
    private List<UiNode>? SourceOf(List<ClaimToken> subject)
    {
        // "The Terms section says that ...", "the Rules tab says that ...", which must be the one that is open.
        if (subject.Count > 1 && subject[^1] is { IsQuoted: false } part && part.Is("section", "panel", "card", "box", "area", "block", "tab"))
        {
            if (part.Is("tab"))
                return StateOf(Read(subject), ElementState.Selected, true).IsHeld ? [.. Notable()] : null;
            return RegionsOf(subject) is [var region] && !region.Parts.Contains(_scene.Root) ? [.. Statements().Where(region.Contains)] : null;
        }

        var (thing, place) = SplitPlace(subject);
        var colour = thing.Find(t => !t.IsQuoted && !t.IsCapital && ColorWords.Canonical(t.Text) is not null);
        var plain = thing.Where(t => t != colour && !t.Is("the", "a", "an", "small", "short", "this", "little")).ToList();
        if (plain.Count is 0 or > 2 || plain.Exists(t => t.IsQuoted || t.IsCapital || t.IsMark))
            return null;
        IEnumerable<UiNode> lines;
        if (plain is [{ } tip] && tip.Is("tooltip", "popover", "bubble", "balloon"))
            lines = Statements().Where(l => l.Ancestors().Prepend(l).Any(n => n.Role == "tooltip" || Scene.ClassWords(n.ClassName).Any(w => w is "tooltip" or "popover" or "bubble" or "balloon" or "tip")));
        else if (plain is [{ } only] && only.Is("dialog", "window", "popup", "modal"))
            lines = Statements().Where(l => l.Ancestors().Prepend(l).Any(Kinds.IsDialog));
        else if (plain.TrueForAll(t => t.Is("message", "error", "warning", "hint", "note", "notice", "toast", "alert", "banner", "complaint", "remark", "notification", "text", "line")) && !(plain is [{ } line] && line.Is("line", "text")))
            lines = plain.Exists(t => t.Is("error", "warning", "complaint")) ? Warnings() : plain.Exists(t => t.Is("toast", "alert", "banner")) ? MessageLines() : Notable();
        else if (plain is [{ } text] && text.Is("line", "text", "sentence", "paragraph", "caption", "footnote") && place is not null)
            lines = Notable();
        else
            return null;
        if (place is not null)
            lines = lines.Where(l => Seen([new(TextFold.Fold(_scene.ShownText(l)), _scene.ShownText(l), IsQuoted: true)], place, true).IsHeld);
        if (colour is not null)
            lines = lines.Where(l => l.Descendants().Prepend(l).Concat(l.Ancestors().TakeWhile(a => _scene.Length(a) == _scene.Length(l))).Any(n => Wears(n, ColorWords.Canonical(colour.Text)!, PaintPart.Any)));
        return [.. lines];
    }

    /// <summary>Texts of the page that say something and name no control.</summary>
    private IEnumerable<UiNode> Statements()
        => _scene.Nodes.Where(n => n.IsText && _scene.IsShown(n) && _scene.Length(n) > 0).Select(_scene.Line).Distinct().Where(l => _scene.Length(l) is > 1 and <= 40 && IsStatement(l) && !_scene.ShownText(l).TrimEnd().EndsWith('?'));

    /// <summary>Those that are no entry of a list and no cell of a table: said of the page or of a field.</summary>
    private IEnumerable<UiNode> Notable()
        => Statements().Where(l => l.Role is not ("heading" or "columnheader" or "cell" or "option") && !l.Ancestors().Prepend(l).Any(a => a.Role is "row" or "listitem" or "option" or "cell" or "article" or "tab" or "menu" or "navigation" && _scene.Length(a) <= 40));

    private IEnumerable<UiNode> MessageLines() => Messages(NounPhrase.Read([ClaimToken.Word("message")], null)).Select(m => m.Node).OfType<UiNode>();

    /// <summary>Those that complain: marked as an error, said of a wrong field, or red.</summary>
    private IEnumerable<UiNode> Warnings()
        => Notable().Where(l => Kinds.IsError(l) || Kinds.IsReddish(l) || l.Ancestors().Prepend(l).Any(Kinds.IsMessage)).Concat(MessageLines());

    /// <summary>Whether one sentence of the text has every word that means something, in order, the same numbers and denials, and little else.</summary>
    private static bool SaysInOneSentence(string text, List<ClaimToken> said, bool demands)
    {
        var words = Meaning(said.Where(t => !t.IsMark).SelectMany(t => Phrase.Tokens(t.Text)));
        var denials = words.RemoveAll(DenialWords.Contains);
        if (words.Count == 0 || !demands && words.Count < 2)
            return false;
        foreach (var sentence in text.Split([". ", "! ", "; ", ": "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var stated = MessageWords.Stated(sentence, said);
            var shown = Meaning(stated);
            if (shown.RemoveAll(DenialWords.Contains) != denials || demands && !stated.Any(Asking.Contains) || shown.Count > words.Count + (demands ? 4 : 3) || stated.Any(w => w is "optional" or "optionally"))
                continue;
            var from = 0;
            foreach (var word in words)
            {
                var at = shown.FindIndex(Math.Min(from, shown.Count), s => Phrase.Same(s, word) || SameWord(s, word));
                from = at < 0 ? int.MaxValue : at + 1;
                if (at < 0)
                    break;
            }

            if (from != int.MaxValue && InOrder(words, [.. shown]))
                return true;
        }

        return false;
    }

    // Numbers as figures; without what every sentence has.
    private static List<string> Meaning(IEnumerable<string> words)
        => [.. words.Where(w => !Fillers.Contains(w) || DenialWords.Contains(w)).Select(w => w is not ("a" or "an") && NumberWords.TryCardinal(w, out var number) && w is not "one" ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : w)];
}
