namespace Autonoma.Planner.CodeAnalysis.Results;

/// <summary>Where something is said in the analysed code.</summary>
/// <param name="File">Relative to the analysed folder, with forward slashes.</param>
/// <param name="Line">Counted from 1.</param>
public sealed record SourcePlace(string File, int Line)
{
    /// <summary>The place as people write it: <c>src/Orders/Order.cs:12</c>.</summary>
    public override string ToString() => $"{File}:{Line}";
}
