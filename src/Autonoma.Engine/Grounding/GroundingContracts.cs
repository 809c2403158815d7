using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding;

/// <summary>What the element is wanted for; a description that fits several elements is decided by what can be done with them.</summary>
public enum GroundingPurpose
{
    /// <summary>To be clicked.</summary>
    Click,
    /// <summary>To be clicked so that it opens: an entry that takes no clicks itself by its own button or link for that.</summary>
    Open,
    /// <summary>To be clicked so that it is chosen: an entry that takes no clicks itself by its own button or link for that.</summary>
    Choose,
    /// <summary>To be typed into.</summary>
    Type,
    /// <summary>To choose an option of.</summary>
    Select,
    /// <summary>To be checked or unchecked.</summary>
    Check,
    /// <summary>To be hovered.</summary>
    Hover,
    /// <summary>To be dragged.</summary>
    Drag,
    /// <summary>To be dropped on.</summary>
    Drop,
    /// <summary>To be scrolled, or scrolled to.</summary>
    Scroll,
    /// <summary>To be given the focus.</summary>
    Focus,
    /// <summary>To be given files.</summary>
    Upload,
    /// <summary>To be read.</summary>
    Read,
    /// <summary>To be judged: anything visible, no action.</summary>
    Look,
}

/// <summary>How grounding ended.</summary>
public enum GroundingOutcome
{
    /// <summary>One element fits and no other as well.</summary>
    Found,
    /// <summary>Several fit equally well.</summary>
    Ambiguous,
    /// <summary>None fits.</summary>
    NotFound,
    /// <summary>The description holds something that cannot be decided on this screen (a word with no meaning here).</summary>
    Unreadable,
}

/// <summary>An element that was considered.</summary>
/// <param name="Node">The element.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Why">What spoke for and against it, in words.</param>
public sealed record GroundingCandidate(UiNode Node, double Score, string Why);

/// <summary>From a description to one element, or to the reason why not.</summary>
public sealed record GroundingResult
{
    /// <summary>How it ended.</summary>
    public required GroundingOutcome Outcome { get; init; }

    /// <summary>The element when found.</summary>
    public UiNode? Node { get; init; }

    /// <summary>The part of it that is meant (a button drawn on a canvas, a mark of a slider), relative to its top left corner; null for the whole.</summary>
    public UiRect? Region { get; init; }

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>What was considered, best first: the rivals when ambiguous, the nearest when not found.</summary>
    public IReadOnlyList<GroundingCandidate> Candidates { get; init; } = [];

    /// <summary>Whether the words alone mean it; false when somebody chose it otherwise (a model, by its reference).</summary>
    public bool ByWords { get; init; } = true;

    /// <summary>In words: why this one, or why none, naming the candidates.</summary>
    public string Explanation { get; init; } = "";
}

/// <summary>What is known beside the screen.</summary>
/// <param name="LastTarget">The element that the step before acted on: it decides between equals and answers "it", "the value".</param>
/// <param name="Opened">Elements that appeared by the step before (a menu, a dialog).</param>
public sealed record GroundingContext(NodeRef? LastTarget = null, IReadOnlyList<NodeRef>? Opened = null)
{
    /// <summary>Nothing.</summary>
    public static GroundingContext None { get; } = new();
}

/// <summary>Finds elements. Deterministic, stateless, safe for concurrent use. Never guesses: two that fit equally well are an error.</summary>
public interface IGrounder
{
    /// <summary>Finds the one element that a description means.</summary>
    GroundingResult Ground(string description, GroundingPurpose purpose, Observation observation, GroundingContext context);

    /// <summary>All elements that a description fits, in document order: for counts and quantifiers ("every row", "two toasts").</summary>
    IReadOnlyList<UiNode> GroundAll(string description, Observation observation, GroundingContext context);
}
