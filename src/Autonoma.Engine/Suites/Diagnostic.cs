namespace Autonoma.Engine.Suites;

/// <summary>How bad it is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,
    /// <summary>The test runs, but probably not as meant.</summary>
    Warning,
    /// <summary>The test cannot run.</summary>
    Error,
}

/// <summary>Something found in a file, with its exact place and how to mend it.</summary>
/// <param name="Code">Stable, lower case with dashes (<c>unknown-key</c>): for filters and documentation.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="File">Path of the file; empty for text without one.</param>
/// <param name="Line">1-based line; 0 for the file as a whole.</param>
/// <param name="Column">1-based column in UTF-16 characters; 0 for the file as a whole.</param>
/// <param name="Message">What was expected and what was found.</param>
/// <param name="Fix">What to do; null when the message says it all.</param>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string File, int Line, int Column, string Message, string? Fix = null)
{
    /// <summary>The form compilers use, which editors and CI turn into a link: <c>file:line:column: error code: message</c>.</summary>
    public override string ToString()
        => $"{File}{(Line > 0 ? $":{Line}:{Column}" : "")}: {Severity.ToString().ToLowerInvariant()} {Code}: {Message}{(Fix is null ? "" : $" {Fix}")}";
}
