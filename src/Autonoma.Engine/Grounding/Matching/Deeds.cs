using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>Whether an element does what a verb in front of its name asks for.</summary>
internal static class Deeds
{
    public static bool Does(ScreenNode node, VariantNeed need) => need switch
    {
        VariantNeed.Switches => Roles.IsChoice(node.Node) || node.Node.Checked is not null || node.Node.Pressed is not null || KindFit.IsTickBox(node),
        VariantNeed.Folds => Folds(node) || node.Parent is { IsControl: true } holder && Folds(holder),
        VariantNeed.LeadsBack => node.Concepts.Any(c => c is "left" or "previous") || node.Node.InnerText is ['←' or '‹' or '«' or '<' or '❮' or '◀' or '⬅' or '〈', ..] || node.Node.Descendants().Any(inner => inner.IconHint.Contains("left", StringComparison.Ordinal) || inner.IconHint.Contains("back", StringComparison.Ordinal)),
        VariantNeed.Picture => node.Concepts.Count > 0 && (node.IsLigature || !node.Node.InnerText.Any(char.IsLetterOrDigit)),
        VariantNeed.Field => node.IsField,
        VariantNeed.Usable => node.IsControl && !node.Node.IsDisabled && !node.Node.LooksDisabled,
        VariantNeed.Cell => node.SelfAndAncestors().Take(3).Any(Roles.IsCell),
        _ => true,
    };

    private static bool Folds(ScreenNode node) => node.Node.Expanded is not null || node.Tag == "summary" || KindFit.HasCaret(node) || node.Concepts.Contains("expand") || node.Concepts.Contains("collapse")
        || node.Node.InnerText is [.., '▸' or '▹' or '▶' or '►' or '›' or '❯' or '+' or '▴' or '▲'] or ['▸' or '▹' or '▶' or '►' or '▾' or '▼' or '+', ..]
        || node.Size < 12 && node.Node.Descendants().Any(inner => inner.IconHint.Contains("chevron", StringComparison.Ordinal) || inner.IconHint.Contains("caret", StringComparison.Ordinal));
}
