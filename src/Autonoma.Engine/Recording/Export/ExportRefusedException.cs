namespace Autonoma.Engine.Recording.Export;

/// <summary>A step that has no equivalent in code.</summary>
/// <param name="Line">Its line in the test.</param>
/// <param name="Step">The step as written.</param>
/// <param name="Why">Why it has none.</param>
public sealed record NotExported(int Line, string Step, string Why)
{
    /// <inheritdoc/>
    public override string ToString() => $"line {Line} ({Step}): {Why}";
}

/// <summary>A test cannot be written as code, because the code would do or check less than the test.</summary>
public sealed class ExportRefusedException : Exception
{
    /// <summary>Refuses a test.</summary>
    /// <param name="test">What it is called.</param>
    /// <param name="steps">The steps that have no equivalent.</param>
    public ExportRefusedException(string test, IReadOnlyList<NotExported> steps)
        : base($"'{test}' cannot be exported, because the code would do or check less than the test:\n{string.Join('\n', steps.Select(step => "  " + step))}")
        => Steps = steps;

    /// <summary>The steps that have no equivalent.</summary>
    public IReadOnlyList<NotExported> Steps { get; }
}
