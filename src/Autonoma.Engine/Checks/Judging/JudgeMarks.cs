using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>States of records that only an icon, a class or the weight of the text tells: starred, unread, locked, pinned.</summary>
internal sealed partial class Judge
{
    /// <param name="On">Glyphs of the state.</param>
    /// <param name="Off">Glyphs of its opposite, which tell that the mark is there but off.</param>
    /// <param name="Words">Words of classes, names and icons that mean it.</param>
    /// <param name="Opposites">Words that mean it is not so.</param>
    private sealed record StateMark(string On, string Off, string[] Words, string[] Opposites);

    private static readonly Dictionary<string, StateMark> StateMarks = new(StringComparer.Ordinal)
    {
        ["starred"] = new("★⭐🌟", "☆✩", ["starred", "unstar"], ["unstarred", "star"]),
        ["flagged"] = new("⚑🚩", "⚐", ["flagged", "unflag"], ["unflagged", "flag"]),
        ["favourite"] = new("★⭐♥❤", "☆♡", ["favourited", "favorited"], []),
        ["pinned"] = new("📌📍", "", ["pinned", "unpin"], ["unpinned", "pin"]),
        ["locked"] = new("🔒🔐", "🔓", ["locked", "lock"], ["unlocked", "unlock"]),
        ["unread"] = new("●", "", ["unread", "un", "unseen"], ["read", "seen"]),
        ["overdue"] = new("", "", ["overdue", "late"], []),
        ["completed"] = new("✓✔☑✅", "☐", ["completed", "complete", "done"], ["open", "todo", "pending"]),
        ["muted"] = new("🔇🔕", "🔔", ["muted"], ["unmuted"]),
    };

    /// <summary>Whether a record wears the mark; null when nothing tells.</summary>
    private bool? HasMark(UiNode record, string state)
    {
        var mark = ReadMark(record, state);
        if (mark is not null)
            _told.Add(state);
        return mark;
    }

    private bool? ReadMark(UiNode record, string state)
    {
        if (!StateMarks.TryGetValue(state, out var mark))
            return null;
        bool? found = null;
        foreach (var node in record.Descendants().Prepend(record))
        {
            if (!_scene.IsPresent(node))
                continue;
            if (node.IsText)
            {
                var text = node.OwnText.Trim();
                if (text.Length > 3)
                {
                    if (Phrase.Equal(Phrase.Tokens(text), [state]))
                        found = true;
                    continue;
                }

                if (mark.Off.Length > 0 && text.EnumerateRunes().Any(r => mark.Off.Contains(r.ToString(), StringComparison.Ordinal)))
                    found ??= false;
                if (mark.On.Length > 0 && text.EnumerateRunes().Any(r => mark.On.Contains(r.ToString(), StringComparison.Ordinal)))
                    found = true;
                continue;
            }

            var says = Scene.ClassWords(node.ClassName).Concat(_scene.Length(node) <= 2 ? Phrase.Tokens(node.Title) : []).Concat(node.Role is "img" or "button" or "switch" || node.NameSource == NameSource.AriaLabel ? _scene.NameTokens(node).Take(3) : []).Concat(node.IconHint.Split(' ')).ToList();
            if (node.Pressed is { } pressed && says.Any(w => SameWord(w, state) || mark.Opposites.Contains(w)))
                return pressed == TriState.On;
            if (says.Contains("not"))
                continue;
            if (says.Any(mark.Words.Contains))
                return true;
            if (says.Any(mark.Opposites.Contains))
                found ??= false;
        }

        return found;
    }

    /// <summary>"Two messages are starred", "no lesson is locked", "one mail is unread": how many records wear the mark.</summary>
    private Ruling CountMarked(Amount amount, string state, bool on = true)
    {
        var expected = $"{amount} {state}";
        var noun = amount.Noun.SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w)).ToList();
        if (noun.Count != 1 || !StateMarks.ContainsKey(state))
            return Ruling.Unknown(expected, "it is not plain what is counted");
        var group = GroupFor(NounPhrase.Read([ClaimToken.Word(noun[0])], null), null) ?? MailGroup(noun[0]);
        if (group is null)
            return Ruling.Unknown(expected, $"it is not plain which records '{noun[0]}' are");
        var shown = Shown(group);
        var marks = shown.Select(r => HasMark(r, state)).ToList();
        // A mark that no record wears may be drawn in a way that is not known here.
        if (marks.All(m => m is null))
            return Ruling.Unknown(expected, "no record shows such a mark");
        var count = marks.Count(m => (m == true) == on);
        return Ruling.Of(amount.Fits(count), expected, $"{count} of {shown.Count} are", [.. shown.Where((_, i) => marks[i] == true).Take(10)]);
    }

    private static readonly string[] MailNouns = ["message", "mail", "email", "e-mail", "conversation", "thread"];

    /// <summary>The entries of a mailbox, which seldom says that they are messages.</summary>
    private RecordGroup? MailGroup(string noun)
    {
        if (!MailNouns.Any(w => Phrase.SameStem(w, noun)) || !(_scene.SpeaksOf("inbox") || _scene.SpeaksOf("mailbox") || _scene.SpeaksOf("outbox")))
            return null;
        var groups = _scene.Records.Groups.Where(g => g.IsStructured && Shown(g).Count > 0 && !OnlyControls(g) && !g.Parent.Ancestors().Prepend(g.Parent).Any(a => a.Tag is "nav" || a.Role is "navigation" or "tablist" or "toolbar" or "menu")).ToList();
        groups = [.. groups.Where(g => g.Records.All(r => _scene.Length(r) >= 3 && r.Children.Count > 2))];
        groups = [.. groups.Where(g => !groups.Any(o => !ReferenceEquals(o, g) && o.Records.Any(r => r.IsSelfOrAncestorOf(g.Parent))))];
        if (groups.Count != 1)
            return null;
        _told.Add(noun);
        return groups[0];
    }
}
