using Autonoma.Engine.Observing;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Tests.Suites;

public sealed class FrontMatterTests
{
    private static TestFile Read(string frontMatter) => TestFileReader.ReadText($"---\n{frontMatter}\n---\n1. Click A\n", "t.md", "t.md");

    [Fact]
    public void FrontMatter_EveryKey_IsRead()
    {
        var file = Read("""
            url: /login
            title: "Sign in: twice"
            description: |
              Two
              lines
            intent: prove it
            flow: login
            category: journey
            criticality: high
            scenario: empty
            verification: a message
            tags: [smoke, "@slow"]
            viewport: { width: 390, height: 844 }
            timeout: 1m30s
            retries: 2
            variables:
              user: mira
              pin: "0123"
            expected: fail
            owner: team-a
            """);

        file.Diagnostics.ShouldBeEmpty();
        var test = file.TestCase.ShouldNotBeNull();
        test.Url.ShouldBe("/login");
        test.Title.ShouldBe("Sign in: twice");
        test.Description.ShouldBe("Two\nlines");
        (test.Intent, test.Flow, test.Category, test.Priority, test.Scenario, test.Verification).ShouldBe(("prove it", "login", "Journey", "High", "empty", "a message"));
        test.Tags.ShouldBe(["smoke", "slow"]);
        test.Viewport.ShouldBe(new UiSize(390, 844));
        test.Timeout.ShouldBe(TimeSpan.FromSeconds(90));
        test.Retries.ShouldBe(2);
        test.Variables.ShouldBe(new Dictionary<string, string> { ["user"] = "mira", ["pin"] = "0123" });
        test.Extra.ShouldBe(new Dictionary<string, string> { ["expected"] = "fail", ["owner"] = "team-a" });
    }

    [Theory]
    [InlineData("viewport: 1280x800", 1280, 800)]
    [InlineData("viewport: 1280 × 800", 1280, 800)]
    [InlineData("viewport: \"390 x 844\"", 390, 844)]
    public void Viewport_AnyUsualForm_IsRead(string line, int width, int height) => Read(line).TestCase!.Viewport.ShouldBe(new UiSize(width, height));

    [Theory]
    [InlineData("30s", 30)]
    [InlineData("2m", 120)]
    [InlineData("45", 45)]
    [InlineData("1.5", 1.5)]
    [InlineData("1h", 3600)]
    [InlineData("500ms", 0.5)]
    [InlineData("2 minutes", 120)]
    public void Timeout_AnyUsualForm_IsRead(string value, double seconds) => Read($"timeout: {value}").TestCase!.Timeout.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("timeout: soon", 10)]
    [InlineData("timeout: 0", 10)]
    [InlineData("timeout: -5s", 10)]
    [InlineData("timeout: 3d", 10)]
    [InlineData("retries: 11", 10)]
    [InlineData("retries: 1.5", 10)]
    [InlineData("viewport: big", 11)]
    [InlineData("viewport: 12x80", 11)]
    [InlineData("viewport: { width: 800 }", 1)]
    [InlineData("category: Z", 11)]
    [InlineData("category: Forms", 11)]
    [InlineData("priority: P1", 11)]
    [InlineData("url: htps://a.test", 6)]
    [InlineData("url: /a b", 6)]
    [InlineData("url:", 1)]
    [InlineData("title: [a]", 8)]
    [InlineData("tags: { a: b }", 7)]
    [InlineData("variables: x", 12)]
    [InlineData("variables: { 1a: x }", 14)]
    [InlineData("variables: { a: }", 14)]
    [InlineData("variables: { a: [x] }", 17)]
    public void BadValue_IsAnErrorAtItsPlace(string line, int column)
    {
        var found = Read($"flow: x\n{line}").Diagnostics.Single();

        found.Severity.ShouldBe(DiagnosticSeverity.Error);
        (found.Line, found.Column).ShouldBe((3, column), found.ToString());
    }

    [Fact]
    public void BadValues_AreReportedAllAtOnceInOrder()
    {
        var file = Read("timeout: x\npriority: Hihg\ncategory: Q\nretries: many\nurl: [1]");

        file.Diagnostics.Select(d => (d.Line, d.Code)).ShouldBe([(2, "bad-value"), (3, "bad-value"), (4, "bad-value"), (5, "bad-value"), (6, "bad-value")]);
        file.Diagnostics[1].ToString().ShouldBe("t.md:3:11: error bad-value: 'priority' must be one of Critical, High, Medium, Low, and here it is 'Hihg'. Did you mean 'High'?");
        file.HasErrors.ShouldBeTrue();
    }

    [Theory]
    [InlineData("tittle: Foo", "Did you mean 'title'?")]
    [InlineData("vieport: 1x1", "Did you mean 'viewport'?")]
    [InlineData("tag: smoke", "Did you mean 'tags'?")]
    public void UnknownKeyThatLooksLikeATypo_IsAWarning(string line, string fix)
    {
        var file = Read(line);

        file.HasErrors.ShouldBeFalse();
        var found = file.Diagnostics.Single();
        (found.Code, found.Severity, found.Line, found.Column, found.Fix).ShouldBe(("unknown-key", DiagnosticSeverity.Warning, 2, 1, fix));
    }

    [Fact]
    public void DuplicateKey_IsAnErrorNamingTheFirst()
    {
        var found = Read("url: /a\nflow: x\nurl: /b").Diagnostics.Single();

        (found.Code, found.Line, found.Column).ShouldBe(("duplicate-key", 4, 1));
        found.Message.ShouldContain("line 2");
    }

    [Theory]
    [InlineData("flow: on")]
    [InlineData("flow: No")]
    [InlineData("scenario: 2031-03-17")]
    [InlineData("variables: { pin: 0123 }")]
    [InlineData("variables: { at: 12:30 }")]
    [InlineData("variables: { price: 4.50 }")]
    public void ValueThatOtherToolsReadOtherwise_IsTakenAsWrittenWithAWarning(string line)
    {
        var file = Read(line);

        file.Diagnostics.Single().ShouldSatisfyAllConditions(d => d.Code.ShouldBe("yaml-ambiguous"), d => d.Severity.ShouldBe(DiagnosticSeverity.Warning));
        var test = file.TestCase!;
        var value = test.Flow ?? test.Scenario ?? test.Variables.Values.Single();
        line.ShouldContain(value);
    }

    [Fact]
    public void QuotedValue_IsNotRemarkedOn() => Read("flow: \"on\"\nvariables: { pin: '0123' }").Diagnostics.ShouldBeEmpty();

    [Fact]
    public void ColonInValue_IsExplained()
    {
        var file = Read("flow: x\ntitle: Cart: remove an item");

        file.TestCase.ShouldBeNull();
        var found = file.Diagnostics.Single();
        (found.Code, found.Line).ShouldBe(("yaml-syntax", 3));
        found.Fix.ShouldBe("Put the value in quotes: title: \"Cart: remove an item\".");
    }

    [Fact]
    public void UnclosedFrontMatter_IsAnErrorAtItsBeginning()
    {
        var file = TestFileReader.ReadText("\n---\nurl: /\n\n1. Click A\n", "t.md");

        file.TestCase.ShouldBeNull();
        (file.Diagnostics.Single().Code, file.Diagnostics.Single().Line).ShouldBe(("front-matter-not-closed", 2));
    }

    [Fact]
    public void ScenarioInBothPlaces_MustAgree()
    {
        TestFileReader.ReadText("---\nscenario: a\n---\n## Setup\nUsing scenario: `b`\n## Steps\n1. Click A\n", "t.md").Diagnostics.Single().Code.ShouldBe("conflict");
        TestFileReader.ReadText("---\nscenario: a\n---\n## Setup\nUsing scenario: `a`\n## Steps\n1. Click A\n", "t.md").Diagnostics.ShouldBeEmpty();
    }
}
