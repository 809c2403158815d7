namespace Autonoma.Engine.Suites;

/// <summary>A Markdown file of the folder that is no test.</summary>
/// <param name="Path">Full path.</param>
/// <param name="RelativePath">Relative to the suite's folder.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record SkippedFile(string Path, string RelativePath, string Reason);

/// <summary>A folder of tests, read. The order is that of the paths, whatever the file system answers.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Files">Every test file, also those that cannot run.</param>
/// <param name="Skipped">Markdown that is no test.</param>
public sealed record SuiteFolder(string Folder, IReadOnlyList<TestFile> Files, IReadOnlyList<SkippedFile> Skipped)
{
    private static readonly string[] NeverTests = ["INDEX.md", "README.md", "AUTONOMA.md", "brief.md"];
    private static readonly string[] NeverEntered = ["node_modules", "bin", "obj", "autonoma-report"];

    /// <summary>Reads the tests of a folder and the folders in it, or one single file.</summary>
    /// <param name="path">Folder or file.</param>
    /// <exception cref="Driving.UserInputException">There is neither.</exception>
    public static SuiteFolder Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var full = System.IO.Path.GetFullPath(path);
        if (File.Exists(full))
        {
            var folder = System.IO.Path.GetDirectoryName(full)!;
            return new(folder, [TestFileReader.Read(full, folder)], []);
        }

        if (!Directory.Exists(full))
            throw new Driving.UserInputException($"There is no folder and no file '{path}'.");
        var paths = Enumerate(full).Select(file => (file, relative: System.IO.Path.GetRelativePath(full, file).Replace('\\', '/')))
            .OrderBy(pair => pair.relative, StringComparer.Ordinal).ToList();
        var files = new List<TestFile>();
        var skipped = new List<SkippedFile>();
        foreach (var (file, relative) in paths)
        {
            if (NeverTests.Contains(System.IO.Path.GetFileName(file), StringComparer.OrdinalIgnoreCase))
                skipped.Add(new(file, relative, "it is a page about the suite"));
            else if (!TestFileReader.HasFrontMatter(ReadText(file)))
                skipped.Add(new(file, relative, "it has no front matter (--- and keys at the top)"));
            else if (TestFileReader.Read(file, full) is var test && IsNoTest(test))
                skipped.Add(new(file, relative, "its front matter has no key of a test, and it has no section 'Steps'"));
            else
                files.Add(test);
        }

        return new(full, files, skipped);
    }

    // A plan's scenarios.md and the like have front matter of their own.
    private static bool IsNoTest(TestFile file) => !file.LooksLikeTest;

    private static string ReadText(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Driving.UserInputException($"The test file '{file}' cannot be read: {e.Message}", e);
        }
    }

    // Folders that begin with a dot, output and packages hold no tests; linked folders could lead in a circle.
    private static IEnumerable<string> Enumerate(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (file.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
                yield return file;
        }

        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            var info = new DirectoryInfo(inner);
            if (info.Name.StartsWith('.') || NeverEntered.Contains(info.Name, StringComparer.OrdinalIgnoreCase) || info.LinkTarget is not null)
                continue;
            foreach (var file in Enumerate(inner))
                yield return file;
        }
    }
}
