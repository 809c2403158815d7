using Autonoma.Engine.Suites;

namespace Autonoma.EndToEnd.Tests.SampleShop;

/// <summary>The whole sample suite on the shop without bugs, several tests at a time.</summary>
public sealed class HealthyShopTests
{
    [Fact]
    public async Task SampleSuite_HealthyShop_PassesWhole()
    {
        await using var shop = await ShopProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var run = await ToolRun.TestAsync(RepositoryPaths.Suite, shop.BaseUrl, workers: 3, TestContext.Current.CancellationToken);

        run.Tests.Where(test => test.Status != "passed").Select(test => $"{test.File}: {test.Reasoning}").ShouldBeEmpty();
        run.Tests.Count.ShouldBe(SuiteFolder.Read(RepositoryPaths.Suite).Files.Count);
        run.ExitCode.ShouldBe(0, run.Output);
    }
}
