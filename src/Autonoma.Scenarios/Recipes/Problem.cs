namespace Autonoma.Scenarios.Recipes;

/// <summary>How bad a problem is.</summary>
public enum ProblemSeverity
{
    /// <summary>It works, but probably not as meant.</summary>
    Warning,
    /// <summary>It cannot work.</summary>
    Error,
}

/// <summary>Something wrong in a file, with its exact place and what to do.</summary>
/// <param name="Code">Stable, lower case with dashes.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Path">Place inside the document: <c>recipes[0].create.User[1].email</c>; empty for the document as a whole.</param>
/// <param name="Message">What was expected and what was found.</param>
/// <param name="Fix">What to do; null when the message says it all.</param>
public sealed record Problem(string Code, ProblemSeverity Severity, string Path, string Message, string? Fix = null)
{
    /// <summary>The file; empty for text without one.</summary>
    public string File { get; init; } = "";

    /// <summary>1-based line; 0 when it is not known.</summary>
    public int Line { get; init; }

    /// <summary>1-based column in UTF-16 characters; 0 when it is not known.</summary>
    public int Column { get; init; }

    /// <summary>The form compilers use: <c>file:line:column: error code: path: message</c>.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"{File}:{Line}:{Column}: " : File.Length > 0 ? $"{File}: " : "";
        var path = Path.Length > 0 ? $"{Path}: " : "";
        return $"{place}{(Severity == ProblemSeverity.Error ? "error" : "warning")} {Code}: {path}{Message}{(Fix is null ? "" : $" {Fix}")}";
    }
}
