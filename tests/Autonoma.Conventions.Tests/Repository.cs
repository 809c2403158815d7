namespace Autonoma.Conventions.Tests;

/// <summary>The files of the repository, as they lie on disk.</summary>
internal static class Repository
{
    // "codebases" are applications that the code analysis reads: data, with the habits of their own authors.
    private static readonly string[] NotOurs = ["codebases", "bin", "obj", "artifacts", "node_modules", "autonoma-report", "TestResults"];

    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Paths relative to the root, forward slashes, sorted.</summary>
    public static IReadOnlyList<string> Files(string pattern, params string[] folders)
        => [.. (folders.Length == 0 ? [""] : folders).SelectMany(folder => Enumerate(Path.Combine(Root, folder), pattern))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>Folders relative to the root.</summary>
    public static IEnumerable<string> Folders(params string[] folders) => folders.SelectMany(folder => Walk(Path.Combine(Root, folder))).Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'));

    private static IEnumerable<string> Enumerate(string folder, string pattern)
        => Directory.Exists(folder) ? Walk(folder).Prepend(folder).SelectMany(inner => Directory.EnumerateFiles(inner, pattern)) : [];

    private static IEnumerable<string> Walk(string folder)
    {
        if (!Directory.Exists(folder))
            yield break;
        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(inner);
            if (NotOurs.Contains(name, StringComparer.OrdinalIgnoreCase) || (name.StartsWith('.') && name is not ".ci" and not ".github"))
                continue;
            yield return inner;
            foreach (var deeper in Walk(inner))
                yield return deeper;
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Autonoma.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("Autonoma.slnx lies in no folder above the tests.");
    }
}
