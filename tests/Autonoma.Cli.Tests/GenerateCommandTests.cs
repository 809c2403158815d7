using Autonoma.TestKit.Apps;

namespace Autonoma.Cli.Tests;

/// <summary>A suite is generated for a small application over real HTTP, and fails where the application is then broken.</summary>
public sealed class GenerateCommandTests : ToolFixture
{
    [Fact]
    public async Task GeneratedSuite_HealthyApplication_Passes_AndCatchesWhatIsBrokenLater()
    {
        var app = await ReadingList.StartAsync();
        await using var site = app.Site;

        var (code, output, error) = await RunAsync("generate", site.Url.ToString(), "--data-per-session", "--offline", "--minutes", "2");

        code.ShouldBe(0, output + error);
        var index = File.ReadAllText(Path.Combine(Folder, "qa-tests", "INDEX.md"));
        var files = Directory.GetFiles(Path.Combine(Folder, "qa-tests"), "0*.md", SearchOption.AllDirectories);
        index.ShouldContain($"total_tests: {files.Length}\n");
        files.Length.ShouldBeGreaterThan(12);
        File.Exists(Path.Combine(Folder, "qa-tests", ".scratchpad", "review.md")).ShouldBeTrue();
        var (linted, problems, _) = await RunAsync("lint", "qa-tests", "--base-url", site.Url.ToString());
        linted.ShouldBe(0, problems);
        (await TestAsync(site.Url)).ShouldBe(0);
        foreach (var fault in (string[])["sort", "store", "case", "remove", "check"])
        {
            app.Broken = fault;
            (await TestAsync(site.Url)).ShouldBe(1, $"nothing notices '{fault}'");
        }
    }

    private async Task<int> TestAsync(Uri url) => (await RunAsync("test", "qa-tests", "--base-url", url.ToString(), "--offline", "--no-record", "--max-failures", "1", "--reporter", "line", "--workers", "2")).Code;
}
