namespace Autonoma.TestKit;

/// <summary>Where the repository's files are while tests run.</summary>
public static class Repository
{
    /// <summary>The root: the folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A folder of the repository, by its path from the root.</summary>
    public static string Folder(string path) => Path.Combine(Root, path);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Autonoma.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Autonoma.slnx.");
    }
}
