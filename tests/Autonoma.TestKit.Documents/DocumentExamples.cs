using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Autonoma.TestKit.Documents;

/// <summary>The C# of a document: what stands between its fences.</summary>
public static partial class DocumentExamples
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    /// <summary>Paths of documents below folders of the repository, from its root, in order.</summary>
    public static IEnumerable<string> DocumentsBelow(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.Folder(folder), "*.md", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    /// <summary>The examples of a document, in their order.</summary>
    /// <param name="document">Its path from the root of the repository.</param>
    public static IReadOnlyList<string> Of(string document) => [.. Blocks().Matches(File.ReadAllText(Repository.Folder(document)).ReplaceLineEndings("\n")).Select(match => match.Groups[1].Value)];

    /// <summary>Each example of some documents, by document and number.</summary>
    public static IEnumerable<(string Document, int Index)> In(IEnumerable<string> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return documents.SelectMany(document => Of(document).Select((_, index) => (document, index)));
    }

    /// <summary>What the compiler has against a program that may use whatever the running tests may use; what would be a warning about null counts too.</summary>
    public static IReadOnlyList<string> Problems(params string[] files)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("example", files.Select(file => CSharpSyntaxTree.ParseText(file, Parsing)), references, new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        return [.. compilation.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error || problem.Id.StartsWith("CS86", StringComparison.Ordinal)).Select(problem => problem.ToString())];
    }

    [GeneratedRegex("^```(?:csharp|cs|c#)\\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Blocks();
}
