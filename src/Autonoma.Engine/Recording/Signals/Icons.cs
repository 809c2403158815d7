using System.Globalization;
using System.Text;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Recording.Signals;

/// <summary>What an element shows besides words: a small visual hash of the icons and images in it.</summary>
internal static class Icons
{
    // More than that is content: the stars of a rating, the faces of a team.
    private const int Most = 3;

    /// <summary>Hash of what it draws, as 16 hexadecimal digits; null when it draws nothing, or what it draws may change without it being another element.</summary>
    public static string? Of(UiNode node)
    {
        if (!MayBeKnownByItsIcon(node))
            return null;
        var drawn = new List<string>(Most + 1);
        Collect(node, node, drawn);
        return drawn.Count switch { 0 or > Most => null, 1 => drawn[0], _ => Together(drawn) };
    }

    /// <summary>Whether nobody can read what it is: it shows no text, stands under no label, and its image has no text that stands for it.</summary>
    public static bool IsAllThatShows(UiNode node)
        => node is { Labels.Count: 0, Placeholder: "", Value: null or "" } && node.NameSource != NameSource.Value && !IsRead(node.InnerText)
            && !IsSaid(node) && !node.Descendants().Any(IsSaid);

    /// <summary>What its icons and the files of its images are called, for values that may be among the words.</summary>
    public static IEnumerable<string> WordsOf(UiNode node) => node.Descendants().Prepend(node).Select(drawn => drawn.IconHint).Where(words => words.Length > 0);

    // An image is exchanged together with its text; what a button is called for assistive tools stays when its icon is another one.
    private static bool IsSaid(UiNode node) => node.IsVisible && (IsRead(node.PseudoText) || node.Tag is "img" or "input" && node.Alt.Length > 0);

    // Rows, cards and fields are known by what they hold. The icon of what can be on or off, open or at work follows the state.
    private static bool MayBeKnownByItsIcon(UiNode node)
        => (node.Role is "button" or "link" or "menuitem" or "tab" or "option" or "img" or "graphics-symbol" || node is { Role: "generic", IsInteractive: true })
            && node is { IsEditable: false, IsBusy: false, IsCurrent: false, Checked: null, Pressed: null, Selected: null, Range: null, Expanded: null or false };

    private static void Collect(UiNode node, UiNode target, List<string> drawn)
    {
        if (node.VisualHash.Length > 0 && node.IsVisible && (!node.IsTransparent || target.IsTransparent))
            drawn.Add(node.VisualHash);
        foreach (var child in node.Children)
        {
            // What reacts by itself is another element with an icon of its own.
            if (drawn.Count <= Most && !child.IsInteractive)
                Collect(child, target, drawn);
        }
    }

    private static bool IsRead(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.PrivateUse)
                return true;
        }

        return false;
    }

    // FNV-1a.
    private static string Together(List<string> hashes)
    {
        var together = 14695981039346656037;
        foreach (var c in string.Join(',', hashes))
            together = (together ^ c) * 1099511628211;
        return together.ToString("x16", CultureInfo.InvariantCulture);
    }
}
