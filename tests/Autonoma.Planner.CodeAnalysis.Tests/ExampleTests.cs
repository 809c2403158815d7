using Autonoma.TestKit.Documents;

namespace Autonoma.Planner.CodeAnalysis.Tests;

/// <summary>The C# of the reference page compiles.</summary>
public sealed class ExampleTests
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
        var examples = DocumentExamples.Of("docs/reference/code-analysis.md");
        examples.ShouldNotBeEmpty();
        foreach (var example in examples)
            DocumentExamples.Problems(Usings, example).ShouldBeEmpty(example);
    }
}
