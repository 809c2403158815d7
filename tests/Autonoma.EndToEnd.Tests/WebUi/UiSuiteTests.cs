using Autonoma.EndToEnd.Tests.SampleShop;
using Autonoma.Engine.Suites;

namespace Autonoma.EndToEnd.Tests.WebUi;

/// <summary>Our own web UI, tested by our own tool in plain English: the real server, its workers and its database, the sample shop, a browser.</summary>
public sealed class UiSuiteTests
{
    private const string Failing = """
        ---
        url: /
        ---

        # Test: The shop sells zeppelins

        ## Steps

        1. Verify that the heading "Zeppelins" is displayed
        """;

    private static string Suite => Path.Combine(RepositoryPaths.Root, "ui", "tests", "suite");

    [Fact]
    public void Suite_OfTheWebUi_HasAtLeastFortyTestsThatCanBeRead()
    {
        var suite = SuiteFolder.Read(Suite);

        suite.Files.Count.ShouldBeGreaterThanOrEqualTo(40);
        suite.Files.SelectMany(file => file.Diagnostics).ShouldBeEmpty();
        suite.Skipped.ShouldBeEmpty();
    }

    [Fact]
    public async Task Suite_OnTheRealPlatform_PassesWhole()
    {
        Assert.SkipUnless(File.Exists(Path.Combine(RepositoryPaths.Root, "ui", "dist", "index.html")), "The web UI is not built: cd ui && npm install --no-save && npm run build");
        var cancellation = TestContext.Current.CancellationToken;
        await using var shop = await ShopProcess.StartAsync(cancellationToken: cancellation);
        await using var platform = await PlatformProcess.StartAsync(cancellation);
        var application = await ApplicationAsync(platform, "Larkspur", shop.BaseUrl, cancellation);
        var other = await ApplicationAsync(platform, "Warehouse", shop.BaseUrl, cancellation);
        await platform.PostAsync($"/v1/applications/{application}/imports", new { files = Tests() }, cancellation);
        var started = (await platform.PostAsync($"/v1/applications/{application}/suite-runs", new { all = true, mode = "record" }, cancellation))["id"]!.GetValue<string>();
        var runs = (await platform.GetAsync($"/v1/suite-runs/{started}", cancellation))["runs"]!.AsArray();
        foreach (var run in runs)
            await platform.WaitForRunAsync(Id(run!), cancellation);
        var failed = Id(runs.Single(run => run!["path"]!.GetValue<string>() == "zeppelins.md")!);
        var passed = Id(runs.First(run => run!["path"]!.GetValue<string>().StartsWith("cart/", StringComparison.Ordinal))!);

        // Every push pays for the critical ones; AUTONOMA_UI_SUITE=all runs all of them.
        var all = Environment.GetEnvironmentVariable("AUTONOMA_UI_SUITE") == "all";
        string[] chosen = all ? [] : ["--priority", "Critical"];
        var outcome = await ToolRun.TestAsync(
            Suite, platform.BaseUrl, workers: 2, cancellation,
            [.. chosen, "--mode", "record", "--no-record", "--var", $"app={application}", "--var", $"other={other}", "--var", $"suiteRun={started}", "--var", $"failedRun={failed}", "--var", $"passedRun={passed}"]);

        outcome.Tests.Where(test => test.Status != "passed").Select(test => $"{test.File}: {test.Reasoning}").ShouldBeEmpty();
        outcome.Tests.Count.ShouldBe(SuiteFolder.Read(Suite).Files.Count(file => all || file.TestCase?.Priority == "Critical"), outcome.Output);
        outcome.ExitCode.ShouldBe(0, outcome.Output);
    }

    private static object[] Tests()
    {
        var folder = Path.Combine(RepositoryPaths.Suite, "cart");
        return
        [
            .. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(path => new { path = $"cart/{Path.GetFileName(path)}", content = File.ReadAllText(path) }),
            new { path = "zeppelins.md", content = Failing },
        ];
    }

    private static async Task<string> ApplicationAsync(PlatformProcess platform, string name, string url, CancellationToken cancellationToken)
        => Id(await platform.PostAsync("/v1/applications", new { name, platform = "web", url }, cancellationToken));

    private static string Id(System.Text.Json.Nodes.JsonNode of) => of["id"]!.GetValue<string>();
}
