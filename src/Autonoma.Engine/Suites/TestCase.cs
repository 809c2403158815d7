using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Suites;

/// <summary>One test, whichever dialect it was written in.</summary>
public sealed record TestCase
{
    /// <summary>Path of the file as given; empty when there is none.</summary>
    public string File { get; init; } = "";
    /// <summary>Path relative to the suite's folder, forward slashes.</summary>
    public string RelativePath { get; init; } = "";
    /// <summary>Title: front matter, else the heading, else the file name.</summary>
    public required string Title { get; init; }
    /// <summary>Where it starts: absolute, or relative to the base URL; null for the base URL itself.</summary>
    public string? Url { get; init; }
    /// <summary>Free text about it.</summary>
    public string? Description { get; init; }
    /// <summary>What it is meant to prove.</summary>
    public string? Intent { get; init; }
    /// <summary>What counts as proof, in words; shown, not judged.</summary>
    public string? Verification { get; init; }
    /// <summary>Flow it belongs to.</summary>
    public string? Flow { get; init; }
    /// <summary>A to H or Journey.</summary>
    public string? Category { get; init; }
    /// <summary>Critical, High, Medium or Low.</summary>
    public string? Priority { get; init; }
    /// <summary>Test-data environment it needs.</summary>
    public string? Scenario { get; init; }
    /// <summary>Steps that prepare, in order: they count as steps but their failure is told as one of the setup.</summary>
    public IReadOnlyList<TestStep> Setup { get; init; } = [];
    /// <summary>Steps in order.</summary>
    public IReadOnlyList<TestStep> Steps { get; init; } = [];
    /// <summary>Sentences of the expected result; judged as evidence, decisive only when strict.</summary>
    public IReadOnlyList<TestStep> Expected { get; init; } = [];
    /// <summary>What bug it might catch.</summary>
    public string? MightCatch { get; init; }
    /// <summary>Tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    /// <summary>Viewport; null for the configured one.</summary>
    public UiSize? Viewport { get; init; }
    /// <summary>Time for the whole run; null for the configured one.</summary>
    public TimeSpan? Timeout { get; init; }
    /// <summary>Retries; null for the configured number.</summary>
    public int? Retries { get; init; }
    /// <summary>Variables known from the start.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
    /// <summary>Front-matter keys nobody knows, kept for other tools (<c>expected</c>, <c>failsAt</c> ...).</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();
}

/// <summary>One instruction of a test, as written, list marker removed; a list or table below it is part of it.</summary>
/// <param name="Number">1-based within its section.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Line">1-based line in the file; 0 when there is no file.</param>
/// <param name="Column">1-based column.</param>
public sealed record TestStep(int Number, string Text, int Line = 0, int Column = 0);
