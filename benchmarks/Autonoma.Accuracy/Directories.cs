namespace Autonoma.Accuracy;

/// <summary>Where the project keeps cases of its own.</summary>
public static class Directories
{
    /// <summary><c>tests/assets/corpus-b</c> of the repository that the program was built in, or null outside of one.</summary>
    public static string? OwnCorpus()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var corpus = Path.Combine(folder.FullName, "tests", "assets", "corpus-b");
            if (Directory.Exists(corpus))
                return corpus;
        }

        return null;
    }
}
