using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>"The Docked chip" to be clicked: one of a line of chips to filter by ("Docked 4"), not the mark "Docked" on the boats in the list below.</summary>
internal static class Chips
{
    /// <summary>The candidates without the marks that say the same as a chip of a line, where exactly one chip does.</summary>
    public static List<Candidate> Prefer(Query query, List<Candidate> candidates)
    {
        if (query.Purpose != GroundingPurpose.Click || candidates.Count < 2 || !query.Tokens.Any(token => !token.IsQuoted && token.Text is "chip" or "pill" or "tag" or "filter"))
            return candidates;
        if (candidates.Where(c => c.Score >= 0.6 && IsOfALine(query.Screen, c.Node)).ToList() is not [var chip] || Bare(chip.Node) is not { Length: > 0 } called)
            return candidates;
        return [.. candidates.Where(c => c == chip || c.Node.Contains(chip.Node) || chip.Node.Contains(c.Node) || !IsMark(c.Node, chip.Node, called))];
    }

    // Some alike, side by side, each to be clicked and each of a few words; in no entry of a list.
    private static bool IsOfALine(ScreenModel screen, ScreenNode node)
    {
        if (!node.IsControl || node.Size > 6 || node.Texts is 0 or > 3 || node.IsField || node.Parent is not { } line || node.Ancestors().Take(4).Any(a => Roles.IsRow(a) || a.Node.IsInteractive || a.Group >= 0 && a.Texts > a.Controls && screen.Groups[a.Group].Count > 1))
            return false;
        var others = line.Children.Where(c => !c.IsText && c.Tag == node.Tag && c.IsControl && c.Size <= 6).ToList();
        return others.Count >= 2 && others.TrueForAll(c => Math.Abs(c.Bounds.Center.Y - node.Bounds.Center.Y) < 6 && c.Node.InnerText.Length is > 0 and < 30);
    }

    // A part of an entry that says more than the mark, or that entry.
    private static bool IsMark(ScreenNode node, ScreenNode chip, string called)
        => node.SelfAndAncestors().Take(7).Any(a => Roles.IsRow(a) || a.Group >= 0 && a.Group != chip.Group && a.Texts > (a == node ? chip.Texts : node.Texts)) && TextFold.Fold(node.Node.InnerText).Contains(called, StringComparison.Ordinal);

    // Without the number of what it lets through.
    private static string Bare(ScreenNode chip) => TextFold.Fold(chip.Node.InnerText).TrimEnd(' ', '(', ')', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
}
