namespace Autonoma.Planner.CodeAnalysis.Scaffolding;

/// <summary>A file that is about to be written.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Before">What it holds; null when there is no such file.</param>
/// <param name="After">What it will hold.</param>
/// <param name="Why">What the change is for, in words.</param>
public sealed record FileChange(string Path, string? Before, string After, string Why)
{
    /// <summary>The lines that change, as people read differences: with three lines around each.</summary>
    /// <param name="root">Folder that paths are shown relative to.</param>
    public string Difference(string root) => Writing.LineDifference.Of(System.IO.Path.GetRelativePath(root, Path).Replace('\\', '/'), Before, After);
}
