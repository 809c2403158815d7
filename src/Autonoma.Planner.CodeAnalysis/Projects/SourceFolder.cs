namespace Autonoma.Planner.CodeAnalysis.Projects;

/// <summary>The files of the analysed folder, without what is generated, fetched or built.</summary>
internal sealed class SourceFolder
{
    private const long LargestFile = 2_000_000;

    // As tools write them: Packages and Build may well be what an application is about, and packages holds the parts of a monorepo.
    private static readonly HashSet<string> NotSource = new(StringComparer.Ordinal)
    {
        "bin", "obj", "Bin", "Obj", "node_modules", "artifacts", "dist", "build", "out", "target", "vendor", "venv", "__pycache__", "coverage", "TestResults", "bower_components", "_build", "deps",
    };

    private readonly string[] _files;

    public SourceFolder(string root, Comparison<string>? order = null)
    {
        Root = Path.GetFullPath(root);
        var files = new List<string>();
        Walk(Root, files);
        // The order in which a file system lists must not matter to any result; tests pass another order to see that it does not.
        files.Sort(order ?? string.CompareOrdinal);
        _files = [.. files];
    }

    public string Root { get; }

    /// <summary>Absolute paths of files with one of the endings.</summary>
    public IEnumerable<string> Files(params string[] endings) => _files.Where(f => endings.Any(e => f.EndsWith(e, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Absolute paths of files with this name.</summary>
    public IEnumerable<string> Named(string name) => _files.Where(f => string.Equals(Path.GetFileName(f), name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A path as results show it.</summary>
    public string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static void Walk(string folder, List<string> files)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (new FileInfo(file) is { LinkTarget: null, Length: <= LargestFile })
                files.Add(file);
        }

        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(inner);
            if (!NotSource.Contains(name) && !name.StartsWith('.') && new DirectoryInfo(inner).LinkTarget is null)
                Walk(inner, files);
        }
    }
}
