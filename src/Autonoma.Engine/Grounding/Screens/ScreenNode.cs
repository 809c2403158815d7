using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding.Screens;

/// <summary>What grounding knows about one element beyond the tree.</summary>
internal sealed class ScreenNode
{
    public required UiNode Node { get; init; }

    public ScreenNode? Parent { get; set; }

    public List<ScreenNode> Children { get; } = [];

    public int Index => Node.Index;

    public int Depth { get; set; }

    /// <summary>Place among its parent's children, from 0; -1 when it is not displayed.</summary>
    public int Rank { get; set; } = -1;

    /// <summary>Index after the last node below.</summary>
    public int End { get; set; }

    /// <summary>Texts that may name it.</summary>
    public List<NameFact> Names { get; } = [];

    /// <summary>What its own icon shows.</summary>
    public IReadOnlyCollection<string> Concepts { get; set; } = [];

    /// <summary>Whether what it holds is the name of a picture in an icon font ("account_circle"), not text to be read.</summary>
    public bool IsLigature { get; set; }

    /// <summary>Whether it opens something at the top right and goes by what may be somebody's name: what people call the user menu.</summary>
    public bool IsPersonal { get; set; }

    /// <summary>Number of the group of like siblings it belongs to, or -1.</summary>
    public int Group { get; set; } = -1;

    /// <summary>Place in that group, from 0.</summary>
    public int Place { get; set; }

    /// <summary>What makes siblings alike.</summary>
    public string Shape { get; set; } = "";

    /// <summary>Controls in it (itself included).</summary>
    public int Controls { get; set; }

    /// <summary>Runs of text in it.</summary>
    public int Texts { get; set; }

    /// <summary>Class words, id words, test id words, lower case.</summary>
    public string Author { get; set; } = "";

    public string Role => Node.Role;

    public string Tag => Node.Tag;

    public UiRect Bounds => Node.Bounds;

    public int Size => End - Index;

    public bool IsText => Node.IsText;

    public bool Contains(ScreenNode other) => other.Index >= Index && other.Index < End;

    public bool IsField => Roles.IsField(Node);

    /// <summary>Whether it is one thing to act on; a part of the page that merely listens for clicks on what it holds is none.</summary>
    public bool IsControl { get; set; }

    public bool IsHeadingLike { get; set; }

    /// <summary>Place of a child, from 0; -1 for what is none.</summary>
    public int RankOf(ScreenNode child) => child.Parent == this ? child.Rank : -1;

    /// <summary>Whether at least that many of its children have that tag; stops counting there, because a list may have thousands.</summary>
    public bool HasChildren(string tag, int least)
    {
        foreach (var child in Children)
        {
            if (child.Tag == tag && --least <= 0)
                return true;
        }

        return false;
    }

    public IEnumerable<ScreenNode> Ancestors()
    {
        for (var node = Parent; node is not null; node = node.Parent)
            yield return node;
    }

    public IEnumerable<ScreenNode> SelfAndAncestors()
    {
        for (var node = this; node is not null; node = node.Parent)
            yield return node;
    }

    public bool HasAuthorWord(string word)
    {
        for (var at = Author.IndexOf(word, StringComparison.Ordinal); at >= 0; at = Author.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || Author[at - 1] == ' ') && (at + word.Length == Author.Length || Author[at + word.Length] == ' '))
                return true;
        }

        return false;
    }

    public override string ToString() => Node.ToString();
}
