using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Parts of the page that no heading names: what the chosen folder or tab shows, the legend of a chart, the tile of a figure.</summary>
internal sealed partial class Judge
{
    /// <summary>What the folder, tab or view of that name shows, when it is the chosen one.</summary>
    private Region? ViewOf(NounPhrase phrase)
    {
        var words = phrase.Required.SelectMany(t => t.Words).ToArray();
        if (words.Length == 0 || phrase.KindText is not ("folder" or "tab" or "view" or "page" or "list" or "section" or "category" or "menu entry" or "panel" or "area"))
            return null;
        var chosen = _scene.Find(words).Select(p => _scene.OwnerAt(p)).Select(n => n.Ancestors().FirstOrDefault(a => (Scene.IsControl(a) || a.IsInteractive || _scene.Records.GroupOf(a) is not null) && _scene.Length(a) <= words.Length + 2 && _scene.Tokens(a).Where(t => t.Any(char.IsLetter)).SequenceEqual(words))).OfType<UiNode>().Distinct().Where(n => (Test(n, ElementState.Selected, phrase) ?? n.Ancestors().Take(2).Select(a => _scene.Length(a) == _scene.Length(n) ? LooksChosen(a) : null).FirstOrDefault(x => x is not null)) == true).ToList();
        if (chosen.Count != 1)
            return null;
        if (chosen[0].Role == "tab" && _scene.Nodes.Where(n => n.Role == "tabpanel" && _scene.IsShown(n)).ToList() is [var panel])
            return new([panel], null);
        // Up to where other content follows the navigation.
        for (var node = chosen[0]; node.Parent is { } parent; node = parent)
        {
            if (_scene.Records.GroupOf(node) is not null || Scene.IsInline(node))
                continue;
            var after = parent.Children.SkipWhile(c => !ReferenceEquals(c, node)).Skip(1).Where(c => !c.IsText && _scene.IsShown(c) && _scene.Length(c) > 0 && !(c.Tag is "footer" or "nav") && c.Role is not ("contentinfo" or "navigation")).ToList();
            if (after.Count > 0)
                return new(after, null);
        }

        return null;
    }

    /// <summary>The legend of a chart: two or more short entries, each with a swatch of a colour.</summary>
    private Region? Legend()
    {
        if (!_scene.Nodes.Any(n => _scene.IsShown(n) && (n.Tag is "canvas" || n.Tag == "svg" && n.Bounds.Width > 150)))
            return null;
        var groups = _scene.Records.Groups.Where(g => Shown(g).Count > 1 && Shown(g).All(r => _scene.Length(r) is > 0 and <= 5 && r.Descendants().Any(IsSwatch))).ToList();
        return groups.Count == 1 ? new([groups[0].Parent], null) : null;
    }

    private bool IsSwatch(UiNode node) => !node.IsText && _scene.IsPresent(node) && _scene.Length(node) == 0 && node.Bounds.Width is > 2 and < 30 && node.Bounds.Height is > 2 and < 30 && node.Style is { } style && (style.Background.Alpha > 0.2 || style.Fill is not null || style.Border is not null);

    /// <summary>"The Revenue tile shows € 482,300 with a green 12 % increase": the figure of the tile, and its change.</summary>
    private Ruling? TileShows(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var phrase = Read(subject);
        if (phrase.Kind != ElementKind.Card || obj.FindIndex(t => t.Is("with", "and")) is not (> 0 and var with) || !IsTrend(obj[(with + 1)..]))
            return null;
        var expected = $"{ClaimToken.Join(subject)} shows {ClaimToken.Join(obj)}";
        var label = phrase.Required.SelectMany(t => t.Words).ToArray();
        var tiles = _scene.Find(label).SelectMany(p => _scene.Records.Around(_scene.OwnerAt(p)).Where(r => r.Group.IsStructured && !r.Group.IsTable && _scene.Start(r.Record) == p && _scene.Length(r.Record) <= 24)).Select(r => r.Record).Distinct().ToList();
        if (tiles.Count != 1)
            return Ruling.Unknown(expected, $"{tiles.Count} tiles fit '{phrase}'");
        return Ruling.All([RegionHas(new([tiles[0]], null), obj[..with]), Trend(tiles[0], obj[(with + 1)..])]);
    }

    /// <summary>"The Late tile shows 2": the figure in the small box that is headed so, whatever else on the page is called so.</summary>
    private Ruling? TileFigure(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var phrase = Read(subject);
        if (phrase.Kind != ElementKind.Card || phrase.Places.Count > 0 || phrase.Ordinal != 0 || phrase.HasQuoted || obj is not [{ HasDigit: true, IsQuoted: false }])
            return null;
        var label = phrase.Required.SelectMany(t => t.Words).ToArray();
        if (label.Length == 0)
            return null;
        bool IsTile(UiNode box, int at) => !box.IsText && _scene.Length(box) > label.Length && _scene.Length(box) <= label.Length + 5 && (_scene.Start(box) == at || _scene.End(box) == at + label.Length) && TextsOf(box).Any(t => t.OwnText.Any(char.IsDigit));
        var tiles = _scene.Find(label).Select(p => _scene.OwnerAt(p).Ancestors().FirstOrDefault(a => IsTile(a, p))).OfType<UiNode>().Where(t => !t.Ancestors().Prepend(t).Any(a => a.Role is "tab" or "row" or "option" or "link" or "button")).Distinct().ToList();
        if (tiles is not [var tile])
            return null;
        var expected = $"{ClaimToken.Join(subject)} shows {ClaimToken.Join(obj)}";
        return TextsOf(tile).FirstOrDefault(t => ValueText.Equal(RawText(obj), t.OwnText)) is { } figure ? Ruling.Held(expected, $"it shows '{Says(tile)}'", figure) : Ruling.Unknown(expected, $"it shows '{Says(tile)}'");
    }

    private static readonly string[] Rises = ["increase", "rise", "growth", "gain", "plus", "up", "upward"];
    private static readonly string[] Falls = ["decrease", "drop", "decline", "loss", "fall", "down", "downward", "reduction"];

    private static bool IsTrend(List<ClaimToken> tokens) => tokens.Any(t => t.HasDigit) && tokens.Any(t => t.Is(Rises) || t.Is(Falls));

    /// <summary>"a green 12 % increase": the number, the way its arrow or sign points, and its colour.</summary>
    private Ruling Trend(UiNode record, List<ClaimToken> tokens)
    {
        var expected = ClaimToken.Join(tokens);
        var up = tokens.Any(t => t.Is(Rises));
        var color = tokens.Where(t => !t.IsQuoted).Select(t => ColorWords.Canonical(t.Text)).FirstOrDefault(c => c is not null);
        var number = tokens.FirstOrDefault(t => t.HasDigit);
        var known = tokens.All(t => t.HasDigit || t.Is(Rises) || t.Is(Falls) || t.Is("a", "an", "the", "of", "%", "percent", "by", "arrow") || !t.IsQuoted && ColorWords.Canonical(t.Text) is not null);
        if (!known || number is null || !ValueText.TryNumber(number.Text.TrimEnd('%'), out var claimed))
            return Ruling.Unknown(expected, "the change is not told plainly");
        var lines = record.Descendants().Where(n => !n.IsText && _scene.IsShown(n) && _scene.Length(n) is > 0 and <= 5 && n.Children.All(c => c.IsText || Scene.IsInline(c)) && n.InnerText.IndexOfAny(['▲', '▼', '↑', '↓', '+', '-', '−', '△', '▽', '⬆', '⬇']) >= 0 && n.InnerText.Any(char.IsDigit)).ToList();
        lines = [.. lines.Where(n => !lines.Any(o => !ReferenceEquals(o, n) && n.IsSelfOrAncestorOf(o)))];
        if (lines.Count != 1)
            return Ruling.Unknown(expected, "no one change is shown");
        var line = lines[0];
        var rises = line.InnerText.IndexOfAny(['▲', '↑', '+', '△', '⬆']) >= 0;
        var value = _scene.Tokens(line).Select(t => ValueText.TryNumber(t, out var n) ? Math.Abs(n) : (decimal?)null).FirstOrDefault(n => n is not null);
        var percent = !tokens.Any(t => t.Is("%", "percent") || t.Text.EndsWith('%')) || line.InnerText.Contains('%', StringComparison.Ordinal);
        return Ruling.Of(rises == up && value == claimed && percent && (color is null || Wears(line, color, PaintPart.Any)), expected, $"it shows '{Says(line)}' ({Colours(line)})", line).Telling(tokens.Where(t => t.Is(Rises) || t.Is(Falls)).Select(t => t.Text));
    }

    /// <summary>The list that floats beside the field of a label: the options of a dropdown that is no native one.</summary>
    private RecordGroup? OpenOptions(NounPhrase phrase)
    {
        var floating = _scene.Records.Groups.Where(g => Shown(g).Count > 0 && g.Parent.Layer > 0 && !g.Parent.Ancestors().Any(a => g.Parent.Layer == a.Layer && Kinds.IsDialog(a)) && (g.Records[0].IsInteractive || g.Records[0].Role is "option" or "listitem" or "menuitem") && g.Parent.Role is not "menu" && _scene.Length(g.Records[0]) < 12).ToList();
        floating = [.. floating.Where(g => !floating.Any(o => !ReferenceEquals(o, g) && o.Records.Any(r => r.IsSelfOrAncestorOf(g.Parent))))];
        if (floating.Count != 1)
            return null;
        var block = floating[0].Parent;
        for (var up = 0; up < 3 && block.Parent is { } parent; up++)
        {
            block = parent;
            // The label stands right there, not somewhere else on the page.
            if (_scene.Length(block) - _scene.Length(floating[0].Parent) > 14)
                return null;
            if (phrase.Terms.Where(t => string.Join(' ', t.Words) != phrase.KindText).All(t => t.Words.All(w => block.Children.Where(c => !c.IsSelfOrAncestorOf(floating[0].Parent)).Any(c => _scene.HasStem(c, w) || _scene.NameTokens(c).Contains(w)))))
                return block.Descendants().Count(d => Scene.IsField(d) && _scene.IsPresent(d)) > 1 ? null : floating[0];
        }

        return null;
    }

    /// <summary>Whether the words name what opened a floating list or menu: a control that is expanded or focused, the list itself, or what stands right beside it.</summary>
    private bool IsOpenerOf(UiNode list, IReadOnlyList<string> words)
    {
        bool Says(UiNode n) => words.All(w => _resolver.Coverage.OwnHas(n, [w]) || _scene.Slots.Slots.Any(s => ReferenceEquals(s.Value, n) && s.Label.Any(l => SameWord(l, w))));
        if (words.Count == 0 || SceneHeads.HasOwnName(list) && words.All(w => _scene.NameTokens(list).Any(t => SameWord(t, w))))
            return true;
        if (_scene.Nodes.Any(n => !n.IsText && _scene.IsPresent(n) && (n.Expanded == true || n.IsFocused) && !n.IsSelfOrAncestorOf(list) && Says(n)))
            return true;
        for (var block = list; block.Parent is { } parent && _scene.Length(parent) - _scene.Length(list) <= 14; block = parent)
        {
            if (parent.Children.Any(c => !c.IsSelfOrAncestorOf(list) && words.All(w => _scene.HasStem(c, w) || _resolver.Coverage.OwnHas(c, [w]))))
                return true;
        }

        return false;
    }
}
