using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"The heading 'X'", "the dialog 'X'": what makes words the name of such a thing, and what keeps them from being one.</summary>
internal sealed partial class Judge
{
    private double _ordinarySize;

    /// <summary>
    /// The heading of those words. <paramref name="near"/>: why it cannot be told that there is none, because the words stand where a heading may stand without saying so. Words within a
    /// sentence, or on a button, an entry or a cell that looks like any other, are no heading.
    /// </summary>
    private UiNode? Heading(List<ClaimToken> quoted, Func<UiNode, bool> inside, out string? near)
    {
        near = null;
        if (_scene.Nodes.FirstOrDefault(n => !n.IsText && _scene.IsShown(n) && inside(n) && Kinds.Fits(n, Language.ElementKind.Heading) && quoted.All(q => IsNamed(n, q.Raw))) is { } marked)
            return marked;
        foreach (var words in quoted.Select(q => Phrase.Tokens(q.Raw)).Where(w => w.Length > 0))
        {
            foreach (var position in _scene.Find(words))
            {
                var line = _scene.Line(_scene.OwnerAt(position));
                if (!inside(line))
                    continue;
                var isWhole = _scene.Start(line) == position && _scene.Length(line) == words.Length;
                if (isWhole && quoted.Count == 1 && words.Any(w => w.Any(char.IsLetter)) && IsPaintedAsHeading(line))
                    return line.IsText ? line.Parent : line;
                if (isWhole ? MayBeHeading(line) : line.Ancestors().Prepend(line).Any(a => _scene.Length(a) <= 14 && Kinds.Fits(a, Language.ElementKind.Heading)) || IsPaintedAsHeading(line))
                    near ??= $"'{Short(_scene.ShownText(line))}' may be meant as a heading";
            }
        }

        return null;
    }

    /// <summary>A block of its own that a sighted reader takes for a heading: named so by its class, or in larger letters than the page's.</summary>
    private bool IsPaintedAsHeading(UiNode line)
    {
        var block = line.IsText ? line.Parent! : line;
        if (Scene.IsField(block) || block.Ancestors().Prepend(block).Any(a => a.Tag is "button" or "option" or "td" or "th" || a.Role is "button" or "tab" or "menuitem" or "option" or "cell" or "columnheader"))
            return false;
        return block.Ancestors().Prepend(block).TakeWhile(a => _scene.Length(a) == _scene.Length(line)).Any(a => Scene.ClassWords(a.ClassName).Any(w => w is "title" or "heading" or "headline")) || Kinds.Paint(block) is { } paint && paint.FontSize >= OrdinarySize * 1.2;
    }

    /// <summary>What stands alone and does not read as prose, a thing to press, an entry or a cell may be a heading that nothing marks as one.</summary>
    private bool MayBeHeading(UiNode line)
    {
        var block = line.IsText ? line.Parent! : line;
        if (_scene.Heads.IsHead(block) || block.Ancestors().TakeWhile(a => _scene.Length(a) == _scene.Length(line)).Any(_scene.Heads.IsHead))
            return true;
        var holders = block.Ancestors().Prepend(block).TakeWhile(a => a.Parent is not null).ToList();
        if (holders.Any(a => a.Tag is "button" or "option" or "label" || Scene.IsField(a) || a.Role is "button" or "tab" or "menuitem" or "option" or "switch" or "checkbox" or "radio"))
            return false;
        var isBold = line.Descendants().Prepend(block).Any(n => !n.IsText && n.Style is { FontWeight: >= 600 });
        if (holders.TakeWhile(a => _scene.Length(a) == _scene.Length(line)).Any(a => a.Tag is "a" or "li" or "td" or "dd" || a.Role is "link" or "listitem" or "cell"))
            return isBold;
        return !_scene.ShownText(line).TrimEnd().EndsWith('.');
    }

    /// <summary>The size of letters that most words of the page have.</summary>
    private double OrdinarySize
    {
        get
        {
            if (_ordinarySize == 0)
                _ordinarySize = Enumerable.Range(0, _scene.TokenCount).Select(p => Kinds.Paint(_scene.OwnerAt(p))?.FontSize ?? 16).GroupBy(size => size).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault()?.Key ?? 16;
            return _ordinarySize;
        }
    }

    /// <summary>
    /// The dialog of that name, with that heading, or with that text in it. A button in it does not name it. <paramref name="near"/>: why it cannot be told that there is none.
    /// </summary>
    private UiNode? DialogCalled(List<ClaimToken> quoted, Func<UiNode, bool> inside, out string? near)
    {
        near = null;
        var dialogs = _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && Kinds.IsDialog(n) && inside(n)).ToList();
        if (dialogs.FirstOrDefault(d => quoted.All(q => IsTitled(d, q.Raw))) is { } titled)
            return titled;
        foreach (var dialog in dialogs)
        {
            bool IsText(UiNode n) => dialog.IsSelfOrAncestorOf(n) && !n.Ancestors().Prepend(n).TakeWhile(a => !ReferenceEquals(a, dialog)).Any(Scene.IsControl);
            var hits = quoted.Select(q => TextShown(q, null, IsText)).ToList();
            // A word or two of a longer text say what the dialog is about, not which one it is.
            if (hits.TrueForAll(h => h is not null) && quoted.Zip(hits).All(x => Phrase.Tokens(x.First.Raw) is var words && (words.Length > 2 || _scene.Length(_scene.Line(x.Second!)) == words.Length)))
                return hits[0];
            if (quoted.TrueForAll(q => TextShown(q, [dialog]) is not null))
                near = "an open dialog says so, but is not called so";
        }

        // A box that floats above the page without saying what it is may be the dialog.
        if (near is null && quoted.TrueForAll(q => TextShown(q, null, n => inside(n) && n.Ancestors().Prepend(n).Any(a => a.Layer > 0) && !n.Ancestors().Any(a => a.Tag is "header" or "nav" or "aside" or "footer" || a.Role is "banner" or "navigation" or "complementary" or "contentinfo" || Kinds.IsToast(a))) is not null))
            near = "the text is in a box above the page that does not say that it is a dialog";
        return null;
    }

    /// <summary>"The dialog is titled X": null unless one is.</summary>
    private Ruling? DialogTitled(List<ClaimToken> subject, List<ClaimToken> title)
        => title is [{ IsQuoted: true } said] && Read(subject) is { Kind: Language.ElementKind.Dialog } phrase && !phrase.Required.Any() && _scene.Nodes.FirstOrDefault(n => !n.IsText && _scene.IsShown(n) && Kinds.IsDialog(n) && IsTitled(n, said.Raw)) is { } dialog
            ? Ruling.Held($"{ClaimToken.Join(subject)} is titled '{said.Raw}'", "it is", dialog) : null;

    private bool IsTitled(UiNode dialog, string title)
        => IsNamed(dialog, title) || dialog.Descendants().Any(n => !n.IsText && _scene.IsShown(n) && Kinds.Fits(n, Language.ElementKind.Heading) && IsNamed(n, title)) || IsHeadedBy(dialog, title);

    // No heading in it: the line that stands first, where it is written larger or bolder than others are.
    private bool IsHeadedBy(UiNode dialog, string title)
        => dialog.Descendants().FirstOrDefault(n => n.IsText && _scene.IsShown(n) && _scene.Length(n) > 0) is { } first && !first.Ancestors().TakeWhile(a => !ReferenceEquals(a, dialog)).Any(Scene.IsControl)
            && Kinds.Paint(first) is { } paint && (paint.FontWeight >= 600 || paint.FontSize > OrdinarySize + 1) && ValueText.Equal(title, first.OwnText, strict: true);
}
