namespace Autonoma.AI.Registry;

/// <summary>How long a model may think before it answers. Each provider has its own word for it; callers need none of them.</summary>
public enum ReasoningLevel
{
    /// <summary>Answer at once. Where a model cannot but think, as little as it can.</summary>
    None,
    /// <summary>Little.</summary>
    Low,
    /// <summary>Some.</summary>
    Medium,
    /// <summary>As much as it likes.</summary>
    High,
}
