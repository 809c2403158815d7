using System.Text;

namespace Autonoma.Engine.Observing;

/// <summary>The elements of a screen at one moment, frames and open shadow roots included.</summary>
public sealed class UiTree
{
    private readonly Dictionary<NodeRef, UiNode> _byRef;

    private UiTree(UiNode root, List<UiNode> nodes)
    {
        Root = root;
        Nodes = nodes;
        _byRef = new(nodes.Count);
        foreach (var node in nodes)
            _byRef.TryAdd(node.Ref, node);
    }

    /// <summary>The document.</summary>
    public UiNode Root { get; }

    /// <summary>Every node in document order, the root first.</summary>
    public IReadOnlyList<UiNode> Nodes { get; }

    /// <summary>The node with that identity, or null when it is not on this screen.</summary>
    public UiNode? Find(NodeRef reference) => _byRef.GetValueOrDefault(reference);

    /// <summary>
    /// Joins nodes that were read in document order. <paramref name="parents"/> holds the index of each node's parent, -1 for the root,
    /// which comes first.
    /// </summary>
    /// <exception cref="ArgumentException">No node, more than one root, or a parent that comes after its child.</exception>
    public static UiTree Build(IReadOnlyList<UiNode> nodes, IReadOnlyList<int> parents)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(parents);
        if (nodes.Count == 0 || parents.Count != nodes.Count || parents[0] != -1)
            throw new ArgumentException("A tree needs one root, first, and a parent for each further node.", nameof(nodes));
        for (var i = 0; i < nodes.Count; i++)
        {
            nodes[i].Index = i;
            if (i == 0)
                continue;
            if (parents[i] < 0 || parents[i] >= i)
                throw new ArgumentException($"Node {i} names {parents[i]} as its parent, which does not come before it.", nameof(parents));
            nodes[parents[i]].Add(nodes[i]);
        }

        FillInnerText(nodes[0], new JoinedText());
        return new UiTree(nodes[0], [.. nodes]);
    }

    // One pass, bottom-up: each node's text is a slice of its parent's, so the cost is linear in the text.
    private static void FillInnerText(UiNode node, JoinedText text)
    {
        var start = text.Buffer.Length;
        if (node.IsText)
        {
            Append(text.Buffer, node);
        }
        else
        {
            foreach (var child in node.Children)
            {
                // What is not seen is no part of what is around it, but has a text of its own.
                var apart = !child.IsVisible || (child.IsTransparent && !node.IsTransparent);
                FillInnerText(child, apart ? new JoinedText() : text);
            }
        }

        if (text.Buffer.Length > start)
            node.SetText(text, start, text.Buffer.Length - start);
    }

    private static void Append(StringBuilder buffer, UiNode run)
    {
        var text = run.OwnText;
        if (text.Length == 0)
            return;
        if (!run.ContinuesText && buffer.Length > 0 && !char.IsWhiteSpace(buffer[^1]) && !char.IsWhiteSpace(text[0]) && NeedsSpace(buffer[^1], text[0]))
            buffer.Append(' ');
        buffer.Append(text);
    }

    // Scripts that write no spaces between words are joined as they stand.
    private static bool NeedsSpace(char before, char after) => !(IsIdeographic(before) && IsIdeographic(after));

    private static bool IsIdeographic(char c) => c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';
}
