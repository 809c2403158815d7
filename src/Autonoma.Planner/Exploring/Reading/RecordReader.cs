using Autonoma.Engine.Observing;

namespace Autonoma.Planner.Exploring.Reading;

/// <summary>Records that no role tells: blocks of the same make beside each other, each with texts of its own.</summary>
internal static class RecordReader
{
    private const int Fewest = 3;

    /// <summary>The block that an element belongs to when blocks like it stand beside it; null when there are none.</summary>
    public static UiNode? RecordOf(UiNode node) => node.Ancestors().TakeWhile(above => above.Parent is not null && above.Role is not ("dialog" or "alertdialog" or "form" or "main")).FirstOrDefault(IsRecord);

    /// <summary>The blocks of the largest group on the screen; empty when there is no such group.</summary>
    public static IReadOnlyList<UiNode> Records(UiNode within)
        => within.Descendants().Where(node => node.IsVisible && !node.IsText && !ScreenParts.IsAround(node)).Select(Group).Where(group => group.Count >= Fewest)
            .OrderByDescending(group => group.Sum(record => record.InnerText.Length)).FirstOrDefault() ?? [];

    /// <summary>What a record is called: its first text with letters in it that is no initials.</summary>
    public static string? NameOf(UiNode record)
        => record.Descendants().Where(ScreenParts.IsWhole).Select(node => node.InnerText.Trim()).FirstOrDefault(text => text.Length is > 2 and <= 40 && text.Any(char.IsLetter) && !text.Contains('"', StringComparison.Ordinal));

    private static bool IsRecord(UiNode node)
        => node.Role is "generic" or "article" or "group" or "listitem" && node.Parent is { } parent && Group(parent) is { Count: >= Fewest } group && group.Contains(node);

    private static List<UiNode> Group(UiNode parent)
    {
        var blocks = parent.Children.Where(child => child.IsVisible && !child.IsText && child.Role is "generic" or "article" or "group" or "listitem").ToList();
        if (blocks.Count < Fewest)
            return [];
        var kind = blocks.GroupBy(Make).MaxBy(group => group.Count())!;
        return kind.Count() >= Fewest && kind.All(block => Texts(block) >= 2) ? [.. kind] : [];
    }

    private static (string Tag, string Class) Make(UiNode node) => (node.Tag, node.ClassName.Split(' ')[0]);

    private static int Texts(UiNode block) => block.Descendants().Count(node => node.IsText && node.OwnText.Trim().Length > 0);
}
