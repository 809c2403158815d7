namespace Autonoma.EndToEnd.Tests.SampleShop;

/// <summary>Every seeded bug of the shop is caught by the test that the table names, and caught by a claim, not by a stumble.</summary>
public sealed class SeededBugTests
{
    public static TheoryData<int, string> Bugs => [.. SeededBugTable.Rows.Select(row => new TheoryDataRow<int, string>(row.Bug, row.Test))];

    [Theory]
    [MemberData(nameof(Bugs))]
    public async Task SeededBug_ItsTestRun_FailsAtAnAssertion(int bug, string test)
    {
        await using var shop = await ShopProcess.StartAsync(bug, TestContext.Current.CancellationToken);

        var run = await ToolRun.TestAsync(Path.Combine(RepositoryPaths.Suite, test), shop.BaseUrl, workers: 1, TestContext.Current.CancellationToken);

        run.ExitCode.ShouldBe(1, run.Output);
        var outcome = run.Tests.ShouldHaveSingleItem();
        outcome.Failure.ShouldBe("assertion", outcome.Reasoning);
    }
}
