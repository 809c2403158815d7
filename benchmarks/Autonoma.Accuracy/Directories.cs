namespace Autonoma.Accuracy;

/// <summary>Where the project keeps cases of its own.</summary>
public static class Directories
{
    /// <summary><c>tests/assets/corpus-b</c> of the repository that the program was built in, or null outside of one.</summary>
    public static string? OwnCorpus() => Find("corpus-b");

    /// <summary><c>tests/assets/evaluation</c>: a few cases of every kind of question that a model is asked; null outside of the repository.</summary>
    public static string? OwnEvaluation() => Find("evaluation");

    private static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var corpus = Path.Combine(folder.FullName, "tests", "assets", name);
            if (Directory.Exists(corpus))
                return corpus;
        }

        return null;
    }
}
