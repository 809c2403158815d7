namespace Autonoma.Cli.Tests;

/// <summary>A suite that is generated for a small application passes there, and fails where the application is then broken.</summary>
public sealed class GenerateCommandTests(GeneratedReadingList suite) : IClassFixture<GeneratedReadingList>
{
    [Fact]
    public async Task GeneratedSuite_IsCountedAndReadable_AndPassesOnTheHealthyApplication()
    {
        suite.Generated.Code.ShouldBe(0, suite.Generated.Out + suite.Generated.Error);
        var tests = suite.Tests();
        tests.Length.ShouldBeGreaterThan(12);
        File.ReadAllText(Path.Combine(suite.Suite, "INDEX.md")).ShouldContain($"total_tests: {tests.Length}\n");
        File.Exists(Path.Combine(suite.Suite, ".scratchpad", "review.md")).ShouldBeTrue();
        var (linted, problems, _) = await suite.LintAsync();
        linted.ShouldBe(0, problems);
        var (code, output, error) = await suite.TestAsync(suite.Suite);
        code.ShouldBe(0, output + error);
    }

    /// <summary>The tests that are about what is broken notice it, without the help of all the others.</summary>
    [Theory]
    [InlineData("sort", "sorted-by-pages")]
    [InlineData("store", "is-sent-as-asked")]
    [InlineData("case", "finds")]
    [InlineData("remove", "remove")]
    [InlineData("check", "is-refused-when")]
    public async Task GeneratedSuite_ApplicationThatIsBrokenLater_Fails(string fault, string about)
    {
        var tests = suite.Tests(about);
        tests.ShouldNotBeEmpty(string.Join('\n', suite.Tests()));
        suite.App.Broken = fault;
        try
        {
            (await suite.TestAsync(tests)).Code.ShouldBe(1, $"nothing notices '{fault}'");
        }
        finally
        {
            suite.App.Broken = "";
        }
    }
}
