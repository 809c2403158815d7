using Autonoma.Engine.Checks;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Suites.Linting;

namespace Autonoma.Engine.Tests.Suites.Linting;

public sealed class SuiteLinterTests
{
    private readonly SuiteLinter _linter = new(new StepReader(), new ClaimChecker(new Grounder()));

    private IReadOnlyList<Diagnostic> Lint(string body, string keys = "url: /", LintOptions? options = null)
        => _linter.Lint(TestFileReader.ReadText($"---\n{keys}\n---\n{body}\n", "t.md", "t.md"), options ?? new());

    [Fact]
    public void ReadableTest_HasNoFindings()
        => Lint("1. Type \"mira\" into the Name field\n2. Click Save\n3. Verify that \"Saved\" is displayed").ShouldBeEmpty();

    [Fact]
    public void UnreadableStep_IsAnErrorAtItsPlaceWithTheReason()
    {
        var found = Lint("1. Click Save\n2. If the banner is shown, close it\n3. Verify that \"Saved\" is displayed").Single();

        (found.Severity, found.Line, found.Column).ShouldBe((DiagnosticSeverity.Error, 5, 4));
        found.Message.ShouldContain("'If the banner is shown, close it' cannot be carried out:");
    }

    [Fact]
    public void TestWithoutAssertion_IsAnErrorAtItsLastStep()
    {
        var found = Lint("1. Click Save\n2. Click Close").Single();

        (found.Code, found.Line, found.Severity).ShouldBe(("no-assertion", 5, DiagnosticSeverity.Error));
    }

    [Fact]
    public void UnknownVariable_IsAnErrorNamingTheNearest()
    {
        var found = Lint("1. Type \"{{uesr}}\" into the Name field\n2. Verify that \"Saved\" is displayed", "url: /\nvariables: { user: mira }").Single();

        (found.Code, found.Line, found.Fix).ShouldBe(("unknown-variable", 5, "Did you mean {{user}}?"));
    }

    [Fact]
    public void VariablesGivenFromOutsideOrReadBefore_AreKnown()
    {
        Lint("1. Type \"{{user}}\" into the Name field\n2. Verify that \"Saved\" is displayed", options: new() { Variables = ["user"] }).ShouldBeEmpty();
        Lint("1. Remember the order number as {{order}}\n2. Verify that \"{{order}}\" is displayed").ShouldBeEmpty();
    }

    [Fact]
    public void VariableOfAScenario_IsOnlyAWarning()
        => Lint("1. Type \"{{user}}\" into the Name field\n2. Verify that \"Saved\" is displayed", "url: /\nscenario: standard").Single().Severity.ShouldBe(DiagnosticSeverity.Warning);

    [Fact]
    public void MissingUpload_IsAnError()
    {
        var found = Lint("1. Upload no-such-file.pdf to the Attachment field\n2. Verify that \"Saved\" is displayed").Single();

        (found.Code, found.Line).ShouldBe(("missing-file", 4));
        found.Message.ShouldContain("no-such-file.pdf");
    }

    [Fact]
    public void ProseOfTheSetupThatReadsLikeAStep_IsAWarning()
    {
        var found = Lint("## Setup\nClick the Accept button. Open the page in a window of 800 x 600. A customer exists.\n\n## Steps\n1. Verify that \"Saved\" is displayed").Single();

        (found.Code, found.Severity, found.Line, found.Column).ShouldBe(("note-not-carried-out", DiagnosticSeverity.Warning, 5, 1));
    }

    [Fact]
    public void TestWithoutAnAddress_IsAWarningWhenThereIsNoBaseUrl()
    {
        Lint("1. Verify that \"A\" is displayed", "flow: x", new() { HasBaseUrl = false }).Single().Code.ShouldBe("no-start");
        Lint("1. Verify that \"A\" is displayed", "flow: x").ShouldBeEmpty();
    }

    [Fact]
    public void FindingsOfTheFile_AreAmongThemInOrder()
        => Lint("1. Click Save", "url: /\npriority: P1").Select(diagnostic => diagnostic.Code).ShouldBe(["bad-value", "no-assertion"]);
}
