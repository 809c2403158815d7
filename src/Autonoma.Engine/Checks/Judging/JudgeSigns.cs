using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>States that an entry shows by a sign: a padlock, a pin, or a button that offers to undo it ("Unfreeze" on what is frozen).</summary>
internal sealed partial class Judge
{
    private static readonly (string Words, string Glyphs, string Icons)[] Signs =
    [
        ("locked", "🔒🔐", "lock padlock"),
        ("unlocked", "🔓", "unlock"),
        ("pinned", "📌📍", "pin pinned thumbtack"),
        ("muted", "🔇🔕", "mute muted"),
        ("completed complete done finished", "✔✓✅☑", "check checkmark done"),
    ];

    private static readonly Dictionary<string, string> Undoes = new(StringComparer.Ordinal)
    {
        ["frozen"] = "unfreeze", ["hidden"] = "unhide", ["bound"] = "unbind", ["paused"] = "resume", ["suspended"] = "resume reactivate unsuspend", ["deactivated"] = "reactivate activate", ["closed"] = "reopen", ["stopped"] = "resume restart",
    };

    private Ruling? Signed(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        if (obj is not [{ IsQuoted: false, HasDigit: false } said] || said.Text.Length < 4 || !said.Text.All(char.IsLetter))
            return null;
        var phrase = Read(subject);
        if (!phrase.Required.Any() || phrase.Quantifier.Length > 0 || phrase.IsPlural || subject.Any(t => t.Is("status", "state")) || Kinds.IsControlKind(phrase.Kind))
            return null;
        var record = EntryOf(phrase);
        if (record is null)
            return null;
        var expected = $"{ClaimToken.Join(subject)} is {said.Text}";
        foreach (var node in record.Descendants())
        {
            if (node.IsText || !Scene.IsControl(node) || !_scene.IsPresent(node) || _scene.NameTokens(node) is not [var verb, ..])
                continue;
            if (Undoes.TryGetValue(said.Text, out var undo) ? undo.Split(' ').Contains(verb) : verb.Length > 4 && verb.StartsWith("un", StringComparison.Ordinal) && IsPast(said.Text) && DeedStems(said.Text).Contains(verb[2..]))
                return Ruling.Held(expected, $"it offers '{Short(node.Name)}'", node);
        }

        var entry = _scene.Records.GroupOf(record);
        if (Signs.FirstOrDefault(s => s.Words.Split(' ').Contains(said.Text)) is { Words: not null } sign)
        {
            var icons = sign.Icons.Split(' ');
            foreach (var node in record.Descendants().Prepend(record))
            {
                if (!_scene.IsShown(node) || node.Ancestors().TakeWhile(a => !ReferenceEquals(a, record.Parent)).Prepend(node).Any(a => a.Checked is not null || a.Role is "button" or "link" && !ReferenceEquals(a, record)))
                    continue;
                var text = node.IsText ? node.OwnText.Trim() : node.PseudoText.Trim();
                // A mark in a column says what the head of the column says.
                if (text.Length is > 0 and <= 3 && sign.Glyphs.Contains(text.TrimEnd('\ufe0f'), StringComparison.Ordinal) && !(entry?.Heads.Count > 0 && sign.Words.Contains("done", StringComparison.Ordinal)))
                    return Ruling.Held(expected, $"it is marked {text}", node);
                if (node.IconHint.Length > 0 && node.IconHint.Split(' ') is var hints && hints.Any(icons.Contains) && !hints.Any(h => h is "open" or "off" or "slash" or "un" or "circle"))
                    return Ruling.Held(expected, $"its icon is {node.IconHint}", node);
            }
        }

        // The author's own word for the state of the entry.
        var classes = Scene.ClassWords(record.ClassName).ToList();
        return IsPast(said.Text) && classes.Any(c => c == said.Text || c.Length > 3 && DeedStems(said.Text).Contains(c)) && !classes.Any(c => c is "not" or "un" or "no" or "non")
            ? Ruling.Held(expected, $"it is marked '{record.ClassName}'", record)
            : null;
    }

    private static bool IsPast(string word) => word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal);

    /// <summary>The one entry that a description names: short enough to be of one thing.</summary>
    private UiNode? EntryOf(NounPhrase phrase)
    {
        if (_resolver.RecordsOf(phrase) is [var only] && _scene.Length(only.Record) <= 40)
            return only.Record;
        return _resolver.LedBy(phrase) is { } led && _scene.Length(led) <= 40 ? led : null;
    }

    /// <summary>"its button reads 'X'" said of an entry with several buttons: one of them does.</summary>
    private Ruling? ButtonOf(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var at = subject.FindLastIndex(t => t.Is("'s"));
        if (at < 1 || at + 2 != subject.Count || !subject[^1].Is("button", "link") || obj.Count == 0 || obj.Count > 1 && obj.Any(t => t.IsQuoted))
            return null;
        var kind = subject[^1].Text;
        if (EntryOf(Read(subject[..at])) is not { } record)
            return null;
        var name = RawText(obj);
        var buttons = record.Descendants().Where(n => !n.IsText && _scene.IsShown(n) && Scene.IsControl(n) && (kind == "button" ? Kinds.Fits(n, Language.ElementKind.Button) : n.Role == "link")).ToList();
        var hit = buttons.FirstOrDefault(b => ValueText.Equal(name, _scene.ShownText(b), strict: true) || ValueText.Equal(name, b.Name, strict: true));
        if (hit is not null)
            return Ruling.Held($"{ClaimToken.Join(subject)} reads '{name}'", $"it reads '{Says(hit)}'", hit);
        return buttons.Count == 0 ? null : Ruling.Failed($"{ClaimToken.Join(subject)} reads '{name}'", $"its buttons read {string.Join(", ", buttons.Take(4).Select(b => $"'{Says(b)}'"))}", buttons[0]);
    }
}
