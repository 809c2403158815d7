using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;
using Phrase = Autonoma.Engine.Checks.Scenes.Phrase;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Toasts, alerts, errors and native dialogs: also those that came and went since the last step.</summary>
internal sealed partial class Judge
{
    private sealed record Notice(string Text, UiNode? Node, UiStyle? Style);

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "that", "user", "for", "is", "are", "was", "were", "be", "has", "have", "been", "to", "of", "it", "and", "or", "in", "on", "about", "with", "your", "you", "please", "this", "there", "will", "s", "'s", "by", "at", "their", "its", "can", "as", "us", "so", "customer", "whether", "must", "should", "customer's",
    };

    /// <summary>Messages that fit a description by kind, colour and words.</summary>
    private List<Notice> Messages(NounPhrase phrase)
    {
        if (Summary(phrase) is { } summary)
            return [new(summary.InnerText, summary, Kinds.Paint(summary))];
        var toast = phrase.KindText.Contains("toast", StringComparison.Ordinal) || phrase.KindText is "snackbar";
        var error = phrase.KindText.Contains("error", StringComparison.Ordinal);
        var nodes = _scene.Nodes.Where(n => _scene.IsShown(n) && !n.IsText && _scene.Length(n) > 0 && _scene.Length(n) < 60 && (toast ? Kinds.IsToast(n) : error ? Kinds.IsError(n) || Kinds.IsMessage(n) && Kinds.IsReddish(n) : Kinds.IsMessage(n))).ToList();
        nodes = [.. nodes.Where(n => !nodes.Any(o => !ReferenceEquals(o, n) && n.IsSelfOrAncestorOf(o)))];
        // A live region holds its messages as blocks.
        nodes = [.. nodes.SelectMany(n => n.Children.Where(c => !c.IsText && !Scene.IsInline(c) && !Scene.IsControl(c) && _scene.IsShown(c) && _scene.Length(c) > 0).ToList() is { Count: > 0 } blocks && n.Children.All(c => !c.IsText || _scene.Length(c) == 0) ? blocks : [n])];
        // A toast with its text in a child of its own: the whole toast counts as well.
        var all = nodes.Select(n => new Notice(WithoutButtons(n), n, Kinds.Paint(n))).ToList();
        if (!error || toast)
        {
            foreach (var change in _scene.Observation.Changes.Where(c => c.Kind == UiChangeKind.Appeared && c.Text.Length > 0 && IsNotice(c)))
            {
                if (!all.Any(a => TextFold.Same(a.Text, change.Text)) && _scene.Observation.Tree.Find(change.Ref) is null)
                    all.Add(new(change.Text, null, change.Style));
            }
        }

        foreach (var dialog in _scene.Observation.Dialogs)
        {
            if (!toast)
                all.Add(new(dialog.Message, null, null));
        }

        var required = phrase.Required.Where(t => !t.Words.All(w => w is "success" or "info" or "validation" or "confirmation")).ToList();
        if (phrase.Color is { } color)
            all = [.. all.Where(a => a.Style is { } s && (ColorWords.Matches(s.Background, color) || ColorWords.Matches(s.Backdrop, color) || ColorWords.Matches(s.Color, color) || s.Border is { } b && ColorWords.Matches(b, color)))];
        // What says that something failed is no success, whatever its colour.
        if (phrase.Source.Exists(t => !t.IsQuoted && t.Is("success", "confirmation", "successful", "confirming")) || phrase.KindText.Contains("success", StringComparison.Ordinal) || phrase.KindText.Contains("confirmation", StringComparison.Ordinal))
            all = all.FindAll(a => !TellsOfFailure(Phrase.Tokens(a.Text)));
        return required.Count == 0 ? all : [.. all.Where(a => Phrase.Tokens(a.Text) is var t && required.All(r => Phrase.IndexOf(t, r.Words) >= 0))];
    }

    /// <summary>"the error summary", "the summary of errors": the one block of messages that is an alert or called a summary, with all that it lists.</summary>
    private UiNode? Summary(NounPhrase phrase)
    {
        if (phrase.Kind != ElementKind.Message || phrase.Ordinal != 0 || !phrase.Source.Any(t => t.Is("summary")) || !phrase.Source.All(t => t.Is("summary", "the", "an", "a", "error", "errors", "validation", "problem", "problems", "message", "messages", "of", "all")))
            return null;
        var blocks = _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && !Scene.IsControl(n) && n.Tag is not ("body" or "main" or "form") && _scene.Length(n) is > 0 and < 150
            && (n.Role == "alert" || Scene.ClassWords(n.ClassName + " " + n.ElementId).ToList() is var words && words.Contains("summary") && words.Any(w => w is "error" or "errors" or "validation" or "problem" or "problems"))).ToList();
        blocks = [.. blocks.Where(n => !blocks.Any(o => !ReferenceEquals(o, n) && o.IsSelfOrAncestorOf(n)))];
        return blocks is [var only] ? only : null;
    }

    private static bool IsNotice(UiChange change) => change.Role is "alert" or "status" or "log" || Scene.ClassWords(change.ClassName).Any(w => w is "toast" or "toasts" or "snackbar" or "snack" or "notification" or "flash" or "notice" or "alert")
        || change.Layer > 0 && change.Role is not ("dialog" or "alertdialog" or "menu" or "listbox") && Phrase.Tokens(change.Text).Length is > 0 and < 25;

    private string WithoutButtons(UiNode node)
    {
        var parts = new List<string>();
        void Walk(UiNode n)
        {
            foreach (var child in n.Children)
            {
                if (!_scene.IsShown(child) || child.Role is "button" or "link" && !ReferenceEquals(child, node))
                    continue;
                if (child.IsText)
                    parts.Add(child.OwnText);
                else
                    Walk(child);
            }
        }

        Walk(node);
        var text = string.Join(' ', parts).Trim();
        return text.Length > 0 ? text : node.InnerText;
    }

    /// <summary>"An alert tells the user that the password is wrong": every word that means something is in the message, and nothing in it is denied.</summary>
    private Ruling? Message(Clause clause)
    {
        var phrase = Read(clause.Subject);
        // "the last message" of a conversation is one of a row, not a notice.
        if (phrase.Kind is not (ElementKind.Message or ElementKind.Dialog) || phrase.Ordinal != 0)
            return null;
        // "the status of Ann" is how her entry stands, no notice near it.
        if (clause.Subject.Count > 0 && StatusOwner(DropFirst(clause.Subject, "the")).Owner is { Count: > 0 } owner && EntryOf(Read(owner)) is not null)
            return null;
        var content = clause.Object;
        while (content.Count > 0 && content[0].Is("the", "user", "that", "for", "about", "us", "a", "an", "of", "customer", "visitor", ":", "to"))
            content = content[1..];
        if (content.Count == 0)
            return null;
        var expected = $"{ClaimToken.Join(clause.Subject)} {clause.VerbText} '{ClaimToken.Join(content)}'";
        List<Notice> notices;
        if (phrase.Kind == ElementKind.Dialog)
        {
            notices = [.. _regions.Find(phrase).SelectMany(r => r.Parts).Select(p => new Notice(p.InnerText, p, null)), .. _scene.Observation.Dialogs.Select(d => new Notice(d.Message, null, null))];
        }
        else
        {
            var (subject, place) = SplitPlace(clause.Subject);
            // "the warning at the top": one of the page, told by where it lies.
            notices = place is not null && IsEdge(place) ? [.. Messages(Read(subject)).Where(m => m.Node is null || AtEdge(m.Node, place))]
                : place is not null && !subject.Any(t => t.IsQuoted) ? NoticesAt(Read(subject), place) : Messages(phrase);
            // Nothing marks it as a message but that it lies above the page, there.
            if (place is not null && notices.Count == 0 && IsEdge(place) && !clause.Negated && content is [{ IsQuoted: true } loose] && phrase.Color is null && Bare(loose) is { } floating && floating.Ancestors().Prepend(floating).Any(a => a.Layer > 0) && AtEdge(floating, place))
                return Ruling.Held(expected, $"it reads '{Says(floating)}'", floating);
            if (place is not null && notices.Count == 0)
                return Ruling.Failed(expected, $"no message is shown there");
        }

        if (notices.Count == 0 && phrase.Kind == ElementKind.Message && !phrase.KindText.Contains("toast", StringComparison.Ordinal) && !phrase.Required.Any() && content is [{ IsQuoted: true } alone] && Bare(alone) is { } text)
            return Ruling.Held(expected, $"it reads '{Says(text)}'", text).NotIf(clause.Negated);
        // A popover or bubble that nothing marks as a dialog: it floats above the page and says so.
        if (notices.Count == 0 && phrase.Kind == ElementKind.Dialog && !phrase.Required.Any() && !clause.Negated && content is [{ IsQuoted: true } asked] && TextShown(asked, null, n => n.Ancestors().Prepend(n).Any(a => a.Layer > 0 || a.Role is "tooltip")) is { } floats)
            return Ruling.Held(expected, $"it reads '{Says(floats)}'", floats);
        if (notices.Count == 0 && !clause.Negated && phrase.Kind == ElementKind.Message && Unmarked(phrase, content) is { } line)
            return Ruling.Held(expected, $"it reads '{Says(line)}'", line);
        // Nothing marks it as a message but its colour.
        if (notices.Count == 0 && !clause.Negated && phrase.Color is not null && ToldBy(clause) is { } told)
            return told;
        if (notices.Count == 0 && !content.Any(t => t.IsQuoted) && NearlySaid(content) is { } near)
            return Ruling.Unknown(expected, $"nothing marks '{Says(near)}' as such a message");
        if (notices.Count == 0)
            return Ruling.Failed(expected, "no such message is shown").NotIf(clause.Negated);
        if (content is [{ IsQuoted: true } quoted])
        {
            var whole = clause.Verb == ClaimVerb.Read && phrase.Kind != ElementKind.Dialog;
            foreach (var notice in notices)
            {
                if (whole ? ValueText.Equal(quoted.Raw, notice.Text, strict: true) || notice.Node is not null && HasWhole(notice.Node, quoted.Raw) : notice.Node is not null && TextShown(quoted, [notice.Node]) is not null || CompareText(notice.Text, quoted.Raw, TextMode.Part) && !DeniedIn(notice.Text, quoted.Raw))
                    return Ruling.Held(expected, $"it reads '{Short(notice.Text)}'", notice.Node is null ? [] : [notice.Node]).NotIf(clause.Negated);
            }

            // What asks something confirms nothing.
            if (phrase.Kind == ElementKind.Message && !phrase.KindText.Contains("toast", StringComparison.Ordinal) && !phrase.Required.Any() && Bare(quoted) is { } bare && !(clause.VerbText is "confirms" or "confirm" && _scene.ShownText(bare).TrimEnd().EndsWith('?')))
                return Ruling.Held(expected, $"it reads '{Says(bare)}'", bare).NotIf(clause.Negated);
            return Ruling.Failed(expected, $"it reads '{Short(notices[0].Text)}'", notices[0].Node is null ? [] : [notices[0].Node!]).NotIf(clause.Negated);
        }

        if (clause.Negated)
            return Ruling.Unknown(expected, "what a message does not say cannot be judged in other words");
        var words = content.SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w)).ToList();
        var denials = words.Count(DenialWords.Contains);
        words = [.. words.Where(w => !DenialWords.Contains(w))];
        foreach (var notice in notices)
        {
            foreach (var sentence in notice.Text.Split(". ", StringSplitOptions.RemoveEmptyEntries).Prepend(notice.Text))
            {
                var tokens = MessageWords.Stated(sentence, content);
                if (words.Count > 0 && words.All(w => tokens.Any(t => SameWord(t, w) || t.EndsWith("'s", StringComparison.Ordinal) && SameWord(t[..^2], w))) && tokens.Count(DenialWords.Contains) == denials && InOrder(words, tokens) && (clause.VerbText is not ("asks" or "demands") || IsSubsequence(words, tokens)))
                    return Ruling.Held(expected, $"it reads '{Short(notice.Text)}'", notice.Node is null ? [] : [notice.Node]);
            }
        }

        return Ruling.Unknown(expected, $"it reads '{Short(notices[0].Text)}'");
    }

    /// <summary>A text that nothing marks as a message, which says the words as they stand.</summary>
    private UiNode? Unmarked(NounPhrase phrase, List<ClaimToken> content)
    {
        if (phrase.Color is not null || phrase.KindText.Contains("toast", StringComparison.Ordinal) || phrase.Required.Any() || content.Any(t => t.IsQuoted))
            return null;
        var words = content.SelectMany(t => Phrase.Tokens(t.Raw)).ToList();
        // A part of a sentence says something else: "If the link has expired, ask for a new one."
        var at = words.Count < 4 ? -1 : _scene.Find(words).FirstOrDefault(p => !IsDenied(p) && _scene.IsTogether(p, words.Count) && !_scene.OwnerAt(p).Ancestors().Any(Scene.IsControl) && IsWholeSaying(p, words.Count), -1);
        return at < 0 ? null : _scene.Line(_scene.OwnerAt(at));
    }

    /// <summary>A line that has most of the words, in which the message may be told otherwise.</summary>
    private UiNode? NearlySaid(List<ClaimToken> content)
    {
        var words = content.SelectMany(t => Phrase.Tokens(t.Raw)).Where(w => !Fillers.Contains(w)).ToList();
        return words.Count < 2 ? null : _scene.Nodes.FirstOrDefault(n => n.IsText && _scene.IsShown(n) && !n.Ancestors().Any(Scene.IsControl) && _scene.Length(_scene.Line(n)) < 30 && words.Count(w => _scene.HasStem(_scene.Line(n), w)) * 3 >= words.Count * 2);
    }

    // From where a saying begins, but for an article, to where it or the line ends.
    private bool IsWholeSaying(int position, int length)
    {
        var line = _scene.Line(_scene.OwnerAt(position));
        var from = position > _scene.Start(line) && _scene.TokenAt(position - 1) is "the" or "a" or "an" or "your" or "this" ? position - 1 : position;
        // "Warning: the towpath is flooded"
        if (from > _scene.Start(line) && KindWords.TryKind(_scene.TokenAt(from - 1), out var kind) && kind == ElementKind.Message)
            from--;
        return (from == _scene.Start(line) || _scene.BeginsClause(from)) && (position + length >= _scene.End(line) || _scene.BeginsClause(position + length));
    }

    /// <summary>A message without any mark of one: a whole text outside of controls that came by the last step, or stands there.</summary>
    private UiNode? Bare(ClaimToken quoted)
    {
        var words = Phrase.Tokens(quoted.Raw);
        return words.Length < 2 ? null : _scene.Find(words).Select(p => (Position: p, Node: _scene.Exactly(p, words.Length))).Where(x => x.Node is not null && !IsDenied(x.Position) && !x.Node.Ancestors().Prepend(x.Node).Any(Scene.IsControl) && ValueText.Equal(quoted.Raw, _scene.ShownText(x.Node), strict: true)).Select(x => x.Node).FirstOrDefault();
    }

    // What is asked for is not what the sentence says around it: "name a potter before firing" asks for no firing of one.
    private static bool IsSubsequence(List<string> words, string[] tokens)
    {
        var from = 0;
        foreach (var word in words)
        {
            from = Array.FindIndex(tokens, from, t => SameWord(t, word) || t.EndsWith("'s", StringComparison.Ordinal) && SameWord(t[..^2], word)) + 1;
            if (from == 0)
                return false;
        }

        return true;
    }

    // Numbers must be the same and stand by the same words: "press 3 stopped" is not told by "press 2 stopped, ink at 3 %".
    private static bool InOrder(List<string> words, string[] tokens)
    {
        var said = tokens.Where(t => !Fillers.Contains(t) && !DenialWords.Contains(t)).ToList();
        bool Beside(int i, int p, int step) => i + step >= 0 && i + step < words.Count && p + step >= 0 && p + step < said.Count && SameWord(words[i + step], said[p + step]);
        return words.Select((w, i) => (Word: w, At: i)).Where(x => x.Word.Any(char.IsDigit)).All(x => words.Count == 1 || Enumerable.Range(0, said.Count).Any(p => Phrase.Same(said[p], x.Word) && (Beside(x.At, p, -1) || Beside(x.At, p, 1))));
    }

    private static bool DeniedIn(string text, string part)
    {
        var tokens = Phrase.Tokens(text);
        var words = Phrase.Tokens(part);
        var at = Phrase.IndexOf(tokens, words);
        var from = 0;
        foreach (var clause in Phrase.Clauses(text))
        {
            var length = Phrase.Tokens(clause).Length;
            if (from + length > at)
                break;
            from += length;
        }

        return at > from && DenialWords.Contains(tokens[at - 1]) || at > from + 1 && DenialWords.Contains(tokens[at - 2]);
    }

    private bool HasWhole(UiNode scope, string text)
    {
        var tokens = Phrase.Tokens(text);
        return _scene.Find(tokens, scope).Any(p => _scene.Exactly(p, tokens.Length) is not null && !IsDenied(p));
    }

    /// <summary>The same word but for its ending: exceed, exceeds, exceeded.</summary>
    internal static bool SameWord(string left, string right)
    {
        if (Phrase.SameStem(left, right))
            return true;
        if (left.Any(char.IsDigit) || right.Any(char.IsDigit))
            return false;
        // "use", "used": too short to be taken apart.
        if (left.Length > 2 && left[^1] == 'e' && right == left + "d" || right.Length > 2 && right[^1] == 'e' && left == right + "d")
            return true;
        return Root(left) == Root(right) && Root(left).Length >= 3;
    }

    private static string Root(string word)
    {
        foreach (var ending in new[] { "ing", "ied", "ed", "es", "s", "e" })
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal))
                return ending == "ied" ? word[..^3] + "y" : word[..^ending.Length].TrimEnd('e');
        }

        return word;
    }
}
