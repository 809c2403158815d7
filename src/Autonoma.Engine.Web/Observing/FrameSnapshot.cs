using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Web.Observing;

/// <summary>What one document reported, in coordinates of the top-level viewport.</summary>
internal sealed class FrameSnapshot
{
    /// <summary>The nodes in document order.</summary>
    public List<UiNode> Nodes { get; } = [];

    /// <summary>Index of each node's parent within <see cref="Nodes"/>, -1 for the root.</summary>
    public List<int> Parents { get; } = [];

    /// <summary>Frame elements by their index in <see cref="Nodes"/>: where the documents inside them are painted.</summary>
    public Dictionary<int, FramePlace> Frames { get; } = [];

    /// <summary>Text that came or went.</summary>
    public List<UiChange> Changes { get; } = [];

    /// <summary>Address of the document.</summary>
    public string Url { get; set; } = "";

    /// <summary>Title of the document.</summary>
    public string Title { get; set; } = "";

    /// <summary>Viewport, scroll position and size of the document.</summary>
    public UiSize Viewport { get; set; }

    /// <summary>Scroll position.</summary>
    public UiPoint Scroll { get; set; }

    /// <summary>Size of the whole document.</summary>
    public UiSize PageSize { get; set; }

    /// <summary>How long ago the document last changed or was touched.</summary>
    public TimeSpan QuietFor { get; set; }

    /// <summary>Whether nothing is under way that could change the document by itself.</summary>
    public bool IsInert { get; set; }

    /// <summary>The first number that the document has not given out yet.</summary>
    public int NextElement { get; set; }
}
