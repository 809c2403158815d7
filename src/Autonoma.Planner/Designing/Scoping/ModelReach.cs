namespace Autonoma.Planner.Designing.Scoping;

/// <summary>How a model belongs to the scope.</summary>
public enum ModelReach
{
    /// <summary>It is the scope.</summary>
    Root,
    /// <summary>By required links, perhaps through others: it goes with its scope.</summary>
    Required,
    /// <summary>By links that may be empty.</summary>
    Optional,
    /// <summary>Not at all: all scopes share it.</summary>
    Global,
}
