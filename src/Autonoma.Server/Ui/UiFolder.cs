namespace Autonoma.Server.Ui;

/// <summary>Where the built web UI lies.</summary>
/// <param name="Path">Null when it was not built.</param>
internal sealed record UiFolder(string? Path)
{
    /// <summary>Beside the server when it was published, or where <c>npm run build</c> leaves it in the repository that the server was built in.</summary>
    public static UiFolder Find(string from)
    {
        var beside = System.IO.Path.Combine(from, "ui");
        if (IsBuilt(beside))
            return new(beside);
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(System.IO.Path.Combine(folder.FullName, "Autonoma.slnx")))
                continue;
            var built = System.IO.Path.Combine(folder.FullName, "ui", "dist");
            return new(IsBuilt(built) ? built : null);
        }

        return new(Path: null);
    }

    private static bool IsBuilt(string folder) => File.Exists(System.IO.Path.Combine(folder, "index.html"));
}
