using System.Runtime.CompilerServices;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding.Screens;

/// <summary>
/// An observation prepared for finding elements in it: the names each element goes by, what repeats, what heads what.
/// Built once per observation in one pass over the tree and a few over its parts; the cost is linear in its size.
/// </summary>
internal sealed class ScreenModel
{
    private static readonly ConditionalWeakTable<UiTree, ScreenModel> Built = new();

    private ScreenModel(Observation observation)
    {
        Observation = observation;
        var tree = observation.Tree;
        Nodes = new ScreenNode[tree.Nodes.Count];
        foreach (var node in tree.Nodes)
        {
            var screen = Nodes[node.Index] = new ScreenNode { Node = node, End = node.Index + 1 };
            if (node.Parent is null)
                continue;
            screen.Parent = Nodes[node.Parent.Index];
            screen.Depth = screen.Parent.Depth + 1;
            if (node.IsVisible)
            {
                screen.Rank = screen.Parent.Children.Count;
                screen.Parent.Children.Add(screen);
            }
        }

        for (var i = Nodes.Length - 1; i > 0; i--)
        {
            var node = Nodes[i];
            var parent = node.Parent!;
            parent.End = Math.Max(parent.End, node.End);
            if (!node.Node.IsVisible)
                continue;
            node.IsControl = Roles.IsControl(node.Node) && (node.Role is not ("generic" or "group" or "list" or "table" or "region" or "main" or "form" or "navigation" or "rowgroup" or "complementary" or "banner" or "contentinfo" or "paragraph") || (node.Controls <= 3 && node.Size <= 40 && (node.Controls <= 1 || HasTwin(node))));
            if (node.IsText)
                node.Texts++;
            else if (node.IsControl)
                node.Controls++;
            parent.Texts += node.Texts;
            parent.Controls += node.Controls;
        }

        NodeNames.Fill(this);
        Repetition.Fill(this);
        TableFacts.Fill(this);
        Labelling.Fill(this);
        Front = Layers.FindModal(this);
    }

    public Observation Observation { get; }

    public ScreenNode[] Nodes { get; }

    public ScreenNode Root => Nodes[0];

    public Vocabulary Words { get; } = new();

    /// <summary>The dialog in front of everything, or null.</summary>
    public ScreenNode? Front { get; }

    /// <summary>Groups of like siblings, by number.</summary>
    public List<List<ScreenNode>> Groups { get; } = [];

    /// <summary>Words that appear anywhere on the page, its title and its address, by stem.</summary>
    public HashSet<string> PageStems { get; } = new(StringComparer.Ordinal);

    /// <summary>Words that stand over columns and tables, by stem.</summary>
    public HashSet<string> HeaderStems => _headerStems ??= FindHeaderStems();

    /// <summary>Names of things to act on that hold a small word such as "to" or "for".</summary>
    public HashSet<string> TyingNames => _tyingNames ??= FindTyingNames();

    /// <summary>Texts of a few words that end with a word for a kind of element: "Pause hotel search".</summary>
    public HashSet<string> KindedTexts => _kindedTexts ??= [.. Nodes.Where(node => node.IsText && node.Node.IsVisible && node.Node.OwnText.Length is > 4 and < 60).Select(node => Words.Text(node.Node.OwnText))
        .Where(text => text.Words.Length is > 1 and < 7 && Language.KindWords.TryKind(Words.Word(text.Words[^1]), out _)).Select(text => string.Join(' ', text.Words.Select(Words.Word)))];

    private HashSet<string>? _kindedTexts;
    private HashSet<string>? _headerStems;
    private HashSet<string>? _tyingNames;

    private HashSet<string> FindTyingNames()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in Nodes)
        {
            if (!node.IsControl || !node.Node.IsVisible)
                continue;
            foreach (var name in node.Names)
            {
                if (name.Origin is NameOrigin.Accessible or NameOrigin.Text or NameOrigin.Beside or NameOrigin.Title && name.Text.Words.Length is > 1 and < 7 && name.Text.Words.Skip(1).Any(word => FillerWords.IsFiller(Words.Word(word))))
                    names.Add(string.Join(' ', name.Text.Words.Select(Words.Word)));
            }
        }

        return names;
    }

    private HashSet<string> FindHeaderStems()
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in Nodes)
        {
            if (node.Node.IsVisible && (node.Role is "columnheader" or "heading" && node.Node.Level != 1 || node.Tag is "th" or "caption" or "legend" || node.Parent?.Shape == "tr:head") && node.Node.InnerText is { Length: > 0 and < 40 } text)
            {
                foreach (var word in Words.Text(text).Words)
                    stems.Add(WordForms.Stem(WordForms.Canonical(Words.Word(word))));
            }
        }

        return stems;
    }

    public static ScreenModel Of(Observation observation) => Built.GetValue(observation.Tree, _ => new ScreenModel(observation));

    public ScreenNode this[UiNode node] => Nodes[node.Index];

    // One of several alike: a card that can be clicked and has buttons of its own.
    private static bool HasTwin(ScreenNode node) => node.Parent is { } parent && parent.Children.Any(c => c != node && c.Tag == node.Tag && c.Node.ClassName.Split(' ')[0] == node.Node.ClassName.Split(' ')[0] && c.Node.IsInteractive);

    public void AddStems(string text)
    {
        foreach (var word in Words.Text(text).Words)
            PageStems.Add(WordForms.Stem(WordForms.Canonical(Words.Word(word))));
    }
}
