using Autonoma.Engine.Suites;

namespace Autonoma.EndToEnd.Tests.SampleShop;

public sealed class SampleSuiteTests
{
    private static readonly SuiteFolder Suite = SuiteFolder.Read(RepositoryPaths.Suite);

    [Fact]
    public void EveryFile_Read_HasNothingToComplainAbout() =>
        Suite.Files.SelectMany(file => file.Diagnostics).ShouldBeEmpty();

    [Fact]
    public void EveryMarkdownFile_InTheFolder_IsATest() => Suite.Skipped.ShouldBeEmpty();

    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    [InlineData("C")]
    [InlineData("D")]
    [InlineData("E")]
    [InlineData("F")]
    [InlineData("G")]
    [InlineData("H")]
    [InlineData("Journey")]
    public void EveryCategory_OfThePlanner_HasTests(string category) =>
        Suite.Files.Count(file => file.TestCase?.Category == category).ShouldBeGreaterThanOrEqualTo(3);

    [Fact]
    public void BothDialects_AreUsed() =>
        Suite.Files.Count(file => file.TestCase is { Category: null, Url: not null }).ShouldBeGreaterThanOrEqualTo(2);

    [Fact]
    public void SeededBugs_EachHasATestThatExists()
    {
        SeededBugTable.Rows.Select(row => row.Bug).ShouldBe(Enumerable.Range(1, 20));
        foreach (var (_, test) in SeededBugTable.Rows) File.Exists(Path.Combine(RepositoryPaths.Suite, test)).ShouldBeTrue(test);
    }
}
