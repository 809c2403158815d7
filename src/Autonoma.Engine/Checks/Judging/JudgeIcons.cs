using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Controls that only an icon tells: the trash can of the toolbar, the vote button of a question.</summary>
internal sealed partial class Judge
{
    /// <summary>Controls whose glyph, icon or name shows what words of the description mean; the other words are found in the record or place.</summary>
    private List<UiNode> ByIcon(NounPhrase phrase, Func<UiNode, bool> filter)
    {
        var source = phrase.Source.Where(t => !t.Is("the", "a", "an")).ToList();
        for (var n = Math.Min(3, source.Count); n >= 1; n--)
        {
            for (var at = 0; at + n <= source.Count; at++)
            {
                var part = source.Skip(at).Take(n).ToList();
                if (part.Any(t => t.IsQuoted || t.IsMark))
                    continue;
                var text = string.Join(' ', part.Select(t => t.Text));
                var concepts = text is "vote" or "upvote" ? ["up"] : IconConcepts.OfWords(text);
                if (concepts.Count == 0)
                    continue;
                var rest = NounPhrase.Read([.. source.Take(at), .. source.Skip(at + n)], _scene);
                var bar = rest.KindText is "toolbar" or "tool bar" or "action bar" || rest.Places.Contains(ElementKind.Landmark);
                var found = _scene.Nodes.Where(x => !x.IsText && _scene.IsPresent(x) && filter(x) && Shows(x, concepts) && (!bar || InBar(x)) && (!rest.Required.Any() || _resolver.Coverage.Of(rest, x, null) is not null)).ToList();
                found = [.. found.Where(x => !found.Any(o => !ReferenceEquals(o, x) && x.IsSelfOrAncestorOf(o)))];
                if (found.Count > 0)
                    return found;
            }
        }

        return [];
    }

    private bool Shows(UiNode node, IReadOnlyList<string> concepts)
    {
        if (_scene.Length(node) > 3 && node.IconHint.Length == 0)
            return false;
        var glyphs = string.Concat(node.InnerText.Where(c => !char.IsAsciiLetterOrDigit(c))).Trim();
        return glyphs.Length > 0 && IconConcepts.OfGlyphs(glyphs).Any(concepts.Contains)
            || node.IconHint.Length > 0 && node.IconHint.Split(' ').SelectMany(IconConcepts.OfName).Any(concepts.Contains)
            || node.Title.Length > 0 && IconConcepts.OfName(TextFold.Fold(node.Title)).Any(concepts.Contains);
    }

    // A bar says so, or is a row of buttons.
    private static bool InBar(UiNode node) => node.Ancestors().Take(4).Any(a => a.Role == "toolbar" || a.Children.Count(c => Scene.IsControl(c) || c.Children.Count == 1 && Scene.IsControl(c.Children[0])) > 2 || Scene.ClassWords(a.ClassName).Any(w => w is "toolbar" or "tools" or "actions"));
}
