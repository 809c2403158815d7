using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Recording.Signals;

/// <summary>What one screen says that another does not.</summary>
internal static class ScreenTexts
{
    private const int Shortest = 2;

    /// <summary>Texts of the one that the other does not show, the telling ones (messages, headings) first.</summary>
    public static IReadOnlyList<string> Only(Observation on, Observation notOn, int most)
    {
        var known = All(notOn);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<(string Text, int Rank)>();
        foreach (var node in on.Tree.Nodes)
        {
            if (node is not { IsText: true, IsVisible: true } || SignalText.Of(node.OwnText) is not { Length: >= Shortest } text || known.Contains(text) || !seen.Add(text))
                continue;
            found.Add((text, Rank(node)));
        }

        return [.. found.OrderBy(pair => pair.Rank).Take(most).Select(pair => pair.Text)];
    }

    /// <summary>Whether a screen shows a text, numbers of any size being equal.</summary>
    public static bool Shows(Observation screen, string text)
        => screen.Tree.Nodes.Any(node => node is { IsText: true, IsVisible: true } && SignalText.Same(text, node.OwnText));

    /// <summary>Whether a screen shows a text that another did not show in these very words.</summary>
    public static bool ShowsNew(Observation screen, Observation before, string text)
    {
        var known = All(before);
        return screen.Tree.Nodes.Any(node => node is { IsText: true, IsVisible: true } && SignalText.Same(text, node.OwnText) && !known.Contains(SignalText.Of(node.OwnText) ?? ""));
    }

    private static HashSet<string> All(Observation screen)
        => screen.Tree.Nodes.Where(node => node is { IsText: true, IsVisible: true }).Select(node => SignalText.Of(node.OwnText)).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static int Rank(UiNode text)
    {
        foreach (var above in text.Ancestors().Take(3))
        {
            if (above.Role is "alert" or "status" or "alertdialog" or "dialog")
                return 0;
            if (above.Role == "heading")
                return 1;
        }

        return 2;
    }
}
