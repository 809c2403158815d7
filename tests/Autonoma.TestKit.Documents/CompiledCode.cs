using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Autonoma.TestKit.Documents;

/// <summary>C# that a test was given as text, compiled into the running process.</summary>
public static class CompiledCode
{
    /// <summary>The code as an assembly that may use whatever the running tests may use.</summary>
    /// <exception cref="ArgumentException">It does not compile, or the compiler warns of something about null.</exception>
    public static Assembly Load(params string[] files)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create($"code-{Guid.NewGuid():N}", files.Select(file => CSharpSyntaxTree.ParseText(file, new CSharpParseOptions(LanguageVersion.Latest))), references,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        var problems = result.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error || problem.Id.StartsWith("CS86", StringComparison.Ordinal)).ToList();
        return problems.Count == 0 ? Assembly.Load(image.ToArray()) : throw new ArgumentException($"{string.Join('\n', problems)}\n{string.Join("\n\n", files)}", nameof(files));
    }
}
