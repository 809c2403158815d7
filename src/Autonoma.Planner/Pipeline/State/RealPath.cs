namespace Autonoma.Planner.Pipeline.State;

/// <summary>Where a path really leads.</summary>
public static class RealPath
{
    /// <summary>The path with every link in it followed; what is not there is taken as it is written.</summary>
    public static string Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Follow(Path.GetFullPath(path), 40);
    }

    // A cycle of links ends where the system would end it too.
    private static string Follow(string path, int most)
    {
        var real = Path.GetPathRoot(path)!;
        var parts = path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            var next = Path.Combine(real, parts[i]);
            if (most > 0 && Target(next) is { } target)
                return Follow(Path.GetFullPath(Path.Combine([Path.GetFullPath(target, real), .. parts[(i + 1)..]])), most - 1);
            real = next;
        }

        return real;
    }

    private static string? Target(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
