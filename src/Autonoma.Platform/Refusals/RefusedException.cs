namespace Autonoma.Platform.Refusals;

/// <summary>Why something was refused; the server makes a status of it.</summary>
public enum RefusalKind
{
    /// <summary>What was sent is wrong: 400.</summary>
    Invalid,

    /// <summary>Nobody is signed in: 401.</summary>
    Unauthenticated,

    /// <summary>They may not: 403.</summary>
    Forbidden,

    /// <summary>There is no such thing, or it is somebody else's: 404.</summary>
    NotFound,

    /// <summary>It does not fit with what is there: 409.</summary>
    Conflict,

    /// <summary>Somebody else has changed it meanwhile: 412.</summary>
    Outdated,

    /// <summary>Too much of it: 413.</summary>
    TooLarge,

    /// <summary>Too often: 429.</summary>
    TooOften,
}

/// <summary>One thing that is wrong with what was sent.</summary>
/// <param name="Path">Where: <c>recipes[0].validation.status</c>; empty for the whole.</param>
/// <param name="Message">What, and what would be right.</param>
public sealed record FieldProblem(string Path, string Message);

/// <summary>Something was asked for that cannot be had, and whoever asked is told why.</summary>
public sealed class RefusedException : Exception
{
    /// <summary>Without a reason.</summary>
    public RefusedException()
        : this(RefusalKind.Invalid, "request.invalid", "The request was refused.")
    {
    }

    /// <summary>With a reason.</summary>
    public RefusedException(string message)
        : this(RefusalKind.Invalid, "request.invalid", message)
    {
    }

    /// <summary>With a reason and a cause.</summary>
    public RefusedException(string message, Exception innerException)
        : base(message, innerException) => Code = "request.invalid";

    /// <summary>With all of it.</summary>
    /// <param name="kind">Why.</param>
    /// <param name="code">Stable, for programs: <c>application.not_found</c>.</param>
    /// <param name="message">For people: what was found, and what to do.</param>
    /// <param name="errors">Each thing that is wrong.</param>
    public RefusedException(RefusalKind kind, string code, string message, IReadOnlyList<FieldProblem>? errors = null)
        : base(message)
    {
        Kind = kind;
        Code = code;
        Errors = errors ?? [];
    }

    /// <summary>Why.</summary>
    public RefusalKind Kind { get; }

    /// <summary>Stable, for programs.</summary>
    public string Code { get; }

    /// <summary>Each thing that is wrong with what was sent.</summary>
    public IReadOnlyList<FieldProblem> Errors { get; } = [];
}

/// <summary>The usual refusals.</summary>
public static class Refused
{
    /// <summary>There is no such thing, or it is somebody else's: which of the two is not said.</summary>
    /// <param name="what">In the singular: <c>application</c>.</param>
    public static RefusedException NotFound(string what)
    {
        ArgumentNullException.ThrowIfNull(what);
        return new(RefusalKind.NotFound, $"{what.Replace(' ', '_')}.not_found", $"There is no such {what}.");
    }

    /// <summary>One field is wrong.</summary>
    public static RefusedException Invalid(string code, string path, string message) => new(RefusalKind.Invalid, code, message, [new(path, message)]);

    /// <summary>It does not fit with what is there.</summary>
    public static RefusedException Conflict(string code, string message) => new(RefusalKind.Conflict, code, message);

    /// <summary>Somebody else has changed it meanwhile.</summary>
    public static RefusedException Outdated() => new(RefusalKind.Outdated, "version.outdated", "Somebody else has changed it meanwhile: read it again, and make your change on what it says now.");
}
