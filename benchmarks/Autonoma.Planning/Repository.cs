namespace Autonoma.Planning;

/// <summary>Where things are.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Shop => Path.Combine(Root, "samples", "Shop");

    private static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Name;

    public static string Built(string project, string file) => Path.Combine(Root, "artifacts", "bin", project, Configuration, file);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Autonoma.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The benchmark must run from within the repository: Autonoma.slnx was not found above it.");
    }
}
