namespace Autonoma.Cli.Tests;

/// <summary>A test of 300 steps: what it leaves grows with the number of its steps and no faster. Memory: <c>benchmarks/Autonoma.Replay --parts long</c>.</summary>
public sealed class LongRunTests : ToolFixture
{
    private const string Page = """
        <!doctype html><html lang="en"><title>Counter</title><main><h1>Counter</h1><button onclick="n.textContent = ++c">Count</button><p>Counted <b id=n>0</b> times</p></main><script>c = 0</script></html>
        """;

    [Fact]
    public async Task RecordingAndReport_OfThreeHundredSteps_AreAsLargeAStepAsThoseOfSixty()
    {
        Write("e2e/page.html", Page);

        var (recording, report) = await SizesAsync(60);
        var (longRecording, longReport) = await SizesAsync(300);

        (longRecording / 300.0).ShouldBeLessThan(1.1 * recording / 60);
        (longReport / 300.0).ShouldBeLessThan(1.1 * report / 60);
        // Small as well: what is a page of text in a review.
        (longRecording / 300.0).ShouldBeLessThan(2_000);
    }

    [Fact]
    public async Task Limit_OfCommands_IsSaidWithTheSettingThatRaisesIt()
    {
        Write("e2e/page.html", Page);
        WriteTest(6);

        var (code, output, _) = await RunAsync("test", "e2e", "--reporter", "list", "--output", "out", "--max-steps", "5");

        code.ShouldBe(ExitCodes.Failed);
        output.ShouldContain("The run has carried out 5 commands, which is the limit. Split the test, or raise the limit: --max-steps");
    }

    private void WriteTest(int steps)
        => Write("e2e/counts.md", "---\nurl: page.html\ntitle: Counts\n---\n" + string.Concat(Enumerable.Range(1, steps).Select(i => $"{i}. {(i % 3 == 0 ? $"Verify that \"{i / 3 * 2}\" is displayed" : "Click \"Count\"")}\n")));

    private async Task<(long Recording, long Report)> SizesAsync(int steps)
    {
        WriteTest(steps);
        var (code, output, error) = await RunAsync("test", "e2e", "--reporter", "html,json", "--output", $"out-{steps}", "--mode", "record", "--max-steps", "1000");
        code.ShouldBe(ExitCodes.Passed, output + error);
        return (new FileInfo(Path.Combine(Folder, "e2e", "counts.recording.json")).Length, new DirectoryInfo(Path.Combine(Folder, $"out-{steps}")).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length));
    }
}
