using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Charts that are drawn: what can be told from the texts and shapes of a canvas together with its legend.</summary>
internal sealed partial class Judge
{
    /// <summary>"The bar of Partners in Q3 is labelled 31": the number right above (or in) the bar of that colour over that category.</summary>
    private Ruling? Bar(List<ClaimToken> subject, string claimed, string expected)
    {
        if (!subject.Any(t => t.Is("bar", "column")) || Legend() is not { } legend)
            return null;
        var words = subject.Where(t => !t.Is("the", "bar", "column", "of", "in", "for", "'s", "on", "at", "chart")).ToList();
        if (words.Count != 2)
            return null;
        var shapes = _scene.Nodes.Where(n => n.Tag is "#shape" or "rect" && _scene.IsShown(n) && !n.Bounds.IsEmpty && n.Style?.Fill is not null).ToList();
        var texts = _scene.Nodes.Where(n => n.IsText && _scene.IsShown(n) && n.Ancestors().Any(a => a.Tag is "canvas" or "svg")).ToList();
        foreach (var (series, category) in new[] { (words[0], words[1]), (words[1], words[0]) })
        {
            var entry = legend.Parts.SelectMany(p => _scene.Find(Phrase.Tokens(series.Raw), p)).Select(p => _scene.OwnerAt(p)).ToList();
            var labels = texts.Where(t => ValueText.Equal(category.Raw, t.OwnText, strict: true)).ToList();
            if (entry.Count != 1 || labels.Count != 1 || entry[0].Ancestors().Take(2).SelectMany(a => a.Descendants()).FirstOrDefault(IsSwatch)?.Style is not { } swatch)
                continue;
            var color = swatch.Background.Alpha > 0.2 ? swatch.Background : swatch.Fill ?? swatch.Background;
            var bars = shapes.Where(s => s.Style!.Fill == color && s.Bounds.Bottom <= labels[0].Bounds.Y + 4).OrderBy(s => Math.Abs(s.Bounds.Center.X - labels[0].Bounds.Center.X)).ToList();
            // The nearest of its colour, and plainly nearer than the next.
            if (bars.Count == 0 || bars.Count > 1 && Math.Abs(bars[1].Bounds.Center.X - labels[0].Bounds.Center.X) < 1.5 * Math.Abs(bars[0].Bounds.Center.X - labels[0].Bounds.Center.X))
                return Ruling.Unknown(expected, "which bar is meant cannot be told");
            var bar = bars[0].Bounds;
            var over = texts.Where(t => t.OwnText.Any(char.IsDigit) && Math.Abs(t.Bounds.Center.X - bar.Center.X) < bar.Width / 2 && t.Bounds.Bottom > bar.Y - 14 && t.Bounds.Y < bar.Y + 24 && t.Bounds.Bottom < bar.Bottom + 2).ToList();
            return over.Count == 1 ? Ruling.Of(ValueText.Equal(claimed, over[0].OwnText), expected, $"it is labelled '{over[0].OwnText}'", over[0]) : Ruling.Unknown(expected, "the bar has no one label");
        }

        return null;
    }

    /// <summary>"The chart has a button labelled Compare": a text drawn on a shape of its own.</summary>
    private Ruling? DrawnButton(List<ClaimToken> subject, List<ClaimToken> obj, string claim)
    {
        if (Read(subject) is not { Kind: ElementKind.Canvas } chart || chart.Required.Any() || Read(obj) is not { Kind: ElementKind.Button } button)
            return null;
        var canvases = _scene.Nodes.Where(n => n.Tag == "canvas" && _scene.IsShown(n)).ToList();
        var name = button.Required.SelectMany(t => t.Words).ToArray();
        if (canvases.Count != 1 || name.Length == 0)
            return null;
        var texts = canvases[0].Children.Where(n => n.IsText).ToList();
        var drawn = texts.FirstOrDefault(t => Phrase.Equal([.. _scene.Tokens(t)], name));
        if (drawn is null)
            return texts.Count == 0 ? Ruling.Unknown(claim, "nothing is known of what is drawn") : Ruling.Failed(claim, "no such text is drawn", canvases[0]);
        var face = canvases[0].Children.FirstOrDefault(n => n.Tag == "#shape" && n.Bounds.Contains(drawn.Bounds) && n.Bounds.Height < 70 && n.Bounds.Width < 260);
        return face is null ? Ruling.Unknown(claim, "the text is drawn, but no button around it") : Ruling.Held(claim, $"'{drawn.OwnText}' is drawn on a button", drawn);
    }
}
