using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Scenes;

/// <summary>Which heads a node stands under, and which part of the page belongs to a head.</summary>
internal sealed class SceneHeads(Scene scene)
{
    private readonly Dictionary<int, UiNode?> _headBefore = [];

    /// <summary>Heads and names of what encloses a node, the nearest first.</summary>
    public IEnumerable<(UiNode? Head, UiNode Scope)> Over(UiNode node)
    {
        for (var current = node; current.Parent is not null; current = current.Parent)
        {
            if (HeadBefore(current) is { } head)
                yield return (head, current.Parent);
            if (current.Parent is { } parent && HasOwnName(parent))
                yield return (null, parent);
        }
    }

    /// <summary>A name given by the author to a region, form, dialog, group, table or list.</summary>
    public static bool HasOwnName(UiNode node) => node.Name.Length > 0 && node.NameSource is NameSource.AriaLabel or NameSource.AriaLabelledBy or NameSource.Label or NameSource.Title && !Scene.IsControl(node);

    /// <summary>What reads as the title of what follows it.</summary>
    public bool IsHead(UiNode node)
    {
        if (!scene.IsShown(node) || scene.Length(node) is 0 or > 14)
            return false;
        if (node.Role is "heading" or "legend" or "caption" || node.Tag is "legend" or "caption" or "summary" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6")
            return true;
        if (node.Tag is "header" or "hgroup" or "div" or "button" or "span" && node.Descendants().Any(d => d.Role == "heading" && scene.IsShown(d)) && scene.Length(node) <= 14)
            return true;
        if (node.Expanded is true && node.Parent?.Children.Count > 1)
            return true;
        return Scene.ClassWords(node.ClassName).Any(w => w is "title" or "heading" or "head" or "header" or "hd" or "caption" or "legend");
    }

    /// <summary>The head nearest before a node among its siblings; or the first short text that begins the block.</summary>
    private UiNode? HeadBefore(UiNode node)
    {
        if (_headBefore.TryGetValue(node.Index, out var known))
            return known;
        UiNode? head = null;
        UiNode? lead = null;
        UiNode? before = null;
        var first = true;
        foreach (var sibling in node.Parent!.Children)
        {
            if (ReferenceEquals(sibling, node))
                break;
            if (!scene.IsShown(sibling) || scene.Length(sibling) == 0)
                continue;
            if (IsHead(sibling) && !IsPeer(sibling, node))
                head = sibling;
            else if (first && scene.Length(sibling) <= 6 && !Scene.IsControl(sibling) && sibling.Tag is not ("thead" or "tr" or "td" or "th" or "tbody" or "colgroup" or "dt" or "dd"))
                lead = sibling;
            first = false;
            before = sibling;
        }

        // A question stands right before its answers.
        if (before is not null && !node.IsText && scene.Length(before) is > 0 and <= 16 && before.InnerText is [.., '?' or ':'] && !Scene.IsControl(before) && node.Descendants().Any(d => d.Checked is not null))
            head = before;

        return _headBefore[node.Index] = head ?? (node.IsText || Scene.IsInline(node) ? null : lead);
    }

    // A card with a heading of its own is no heading of the card beside it.
    private static bool IsPeer(UiNode sibling, UiNode node) => sibling.Level == 0 && node.Level == 0 && HeadingLevel(sibling) is < 7 and var level && HeadingLevel(node) == level;

    /// <summary>The part of the page that stands under a head: what encloses it, or the siblings up to the next head of its kind.</summary>
    public IReadOnlyList<UiNode> Under(UiNode head)
    {
        var top = head;
        while (top.Parent is { } parent && scene.Length(parent) == scene.Length(top) && parent.Parent is not null)
            top = parent;
        // A short list of headed cards holds several heads: it is not the head of what follows.
        while (top.Parent is { } outer && IsHead(outer) && scene.Length(outer) <= 14 && !(HeadingLevel(top) is < 7 and var level && outer.Descendants().Count(d => d.Level == level && scene.IsShown(d)) > 1))
        {
            if (HeadingLevel(top) is < 7 and var own && HasKindred(outer, own))
                return [outer];
            top = outer;
        }

        if (top.Parent is not { } block)
            return [top];
        var siblings = block.Children.Where(scene.IsShown).ToList();
        var at = siblings.IndexOf(top);
        var parts = new List<UiNode> { top };
        for (var i = at + 1; i < siblings.Count; i++)
        {
            if (IsHead(siblings[i]) && (siblings[i].Tag == top.Tag || siblings[i].Level <= top.Level && siblings[i].Level > 0 || siblings[i].ClassName.Length > 0 && siblings[i].ClassName == top.ClassName) && HeadingLevel(siblings[i]) <= HeadingLevel(top))
                break;
            parts.Add(siblings[i]);
        }

        return parts;
    }

    // One of several blocks side by side, each with a heading of its own: a small card is not the head of the cards after it.
    private bool HasKindred(UiNode block, int level)
        => block.Parent is { } row && row.Children.Count(c => c.Tag == block.Tag && scene.IsShown(c) && c.Descendants().Any(d => d.Level == level && scene.IsShown(d)) && scene.Length(c) > 0) > 1 && block.Descendants().Any(d => d.IsText && scene.IsShown(d) && !d.Ancestors().Any(a => a.Level > 0));

    private static int HeadingLevel(UiNode node) => node.Level > 0 ? node.Level : node.Descendants().FirstOrDefault(d => d.Level > 0)?.Level ?? 7;
}
