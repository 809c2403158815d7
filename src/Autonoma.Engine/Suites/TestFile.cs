namespace Autonoma.Engine.Suites;

/// <summary>A file that was read as a test.</summary>
/// <param name="Path">Path as given; empty for text without a file.</param>
/// <param name="TestCase">The test; null when it cannot be run (see the errors).</param>
/// <param name="Diagnostics">Everything found, in the order of the file.</param>
/// <param name="Notes">Prose of the setup: shown to people, not carried out.</param>
public sealed record TestFile(string Path, TestCase? TestCase, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<TestStep> Notes)
{
    /// <summary>Whether any diagnostic is an error.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Whether it has a key of a test or a section of steps: a folder may hold other Markdown with front matter.</summary>
    public bool LooksLikeTest { get; init; } = true;
}
