namespace Autonoma.Platform.Tests;

/// <summary>Where a test lies in its suite: relative, forward slashes, and nowhere but there.</summary>
public static class TestPath
{
    private const int Longest = 300;

    /// <summary>The path in its one form; null, with why, when it is none.</summary>
    public static string? Normalize(string? path, out string? problem)
    {
        problem = Problem(path ?? "", out var normal);
        return problem is null ? normal : null;
    }

    /// <summary>The folder of a path; empty at the root.</summary>
    public static string Folder(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var end = path.LastIndexOf('/');
        return end < 0 ? "" : path[..end];
    }

    private static string? Problem(string path, out string normal)
    {
        normal = path.Trim().Replace('\\', '/');
        if (normal.Length is 0 or > Longest)
            return $"A path has 1 to {Longest} characters.";
        if (normal.Any(char.IsControl))
            return "A path has no control characters.";
        if (normal[0] == '/' || normal.Contains(':', StringComparison.Ordinal))
            return "A path is relative to the suite's folder.";
        var parts = normal.Split('/');
        if (parts.Any(part => part is "" or "." or ".." || part.Trim() != part))
            return "A path names folders and a file, and does not leave the suite's folder.";
        if (parts[^1].Equals(".md", StringComparison.OrdinalIgnoreCase))
            return "A path ends with the name of a file, not with a folder.";
        return normal.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? null : "A test is a Markdown file: its name ends with .md.";
    }
}
