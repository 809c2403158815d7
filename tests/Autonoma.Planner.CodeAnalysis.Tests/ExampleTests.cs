using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Autonoma.Planner.CodeAnalysis.Tests;

/// <summary>The C# of the reference page compiles.</summary>
public sealed partial class ExampleTests
{
    private const string Usings = """
        global using System.IO;
        global using Autonoma.Planner.CodeAnalysis;
        global using Autonoma.Planner.CodeAnalysis.Artifacts;
        global using Autonoma.Planner.CodeAnalysis.Integrity;
        global using Autonoma.Planner.CodeAnalysis.Scaffolding;
        global using Autonoma.Planner.Folders;
        """;

    [Fact]
    public void Examples_OfTheReference_Compile()
    {
        var examples = Blocks().Matches(File.ReadAllText(Reference()).ReplaceLineEndings("\n")).Select(match => match.Groups[1].Value).ToList();
        examples.ShouldNotBeEmpty();
        var token = TestContext.Current.CancellationToken;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)).ToList();
        foreach (var example in examples)
        {
            CSharpCompilation.Create("example", [CSharpSyntaxTree.ParseText(Usings, cancellationToken: token), CSharpSyntaxTree.ParseText(example, cancellationToken: token)], references, new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable))
                .GetDiagnostics(token).Where(problem => problem.Severity == DiagnosticSeverity.Error).ShouldBeEmpty(example);
        }
    }

    private static string Reference()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Autonoma.slnx")))
                return Path.Combine(folder.FullName, "docs", "reference", "code-analysis.md");
        }

        throw new InvalidOperationException("Autonoma.slnx lies in no folder above the tests.");
    }

    [GeneratedRegex("^```csharp\\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
