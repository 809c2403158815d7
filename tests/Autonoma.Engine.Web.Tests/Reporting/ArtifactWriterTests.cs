using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Running;
using Autonoma.TestKit;
using Autonoma.TestKit.Interpreting;

namespace Autonoma.Engine.Web.Tests.Reporting;

/// <summary>What a run in a real browser leaves in its folder.</summary>
public sealed class ArtifactWriterTests(BrowserFixture fixture) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autonoma-artifacts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Complete_RunWithVideo_LeavesEveryDocumentAndPicture()
    {
        var run = await RunAsync(new ArtifactOptions { ReportFolder = _folder, RunFolder = "tests/a", Video = true });
        run.Success.ShouldBeTrue(run.Reasoning);
        var folder = Path.Combine(_folder, "tests", "a");
        foreach (var name in new[] { "result.json", "steps.json", "conversation.json", "instruction.txt", "network.jsonl", "console.jsonl" })
            File.Exists(Path.Combine(folder, name)).ShouldBeTrue(name);
        run.ArtifactsFolder.ShouldBe("tests/a");
        var attempts = run.Steps.SelectMany(step => step.Attempts).ToList();
        attempts.Count.ShouldBe(2);
        foreach (var name in attempts.SelectMany(attempt => new[] { attempt.ScreenshotBefore, attempt.ScreenshotAfter }).Append(run.FinalScreenshot))
        {
            var picture = await File.ReadAllBytesAsync(Path.Combine(folder, "screenshots", name.ShouldNotBeNull()), Token);
            PictureStore.SizeOf(picture).ShouldNotBeNull($"{name}: {picture.Length} bytes, {Convert.ToHexString(picture.AsSpan(0, Math.Min(32, picture.Length)))}");
        }

        run.Video.ShouldBe("video.webm", string.Join('\n', run.Notes));
        var video = await File.ReadAllBytesAsync(Path.Combine(folder, "video.webm"), Token);
        video[..4].ShouldBe([0x1A, 0x45, 0xDF, 0xA3]);
        RunDocuments.Read(await File.ReadAllTextAsync(Path.Combine(folder, "result.json"), Token)).Steps.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Complete_WithoutFfmpeg_SaysSoAndDecidesNothing()
    {
        var run = await RunAsync(new ArtifactOptions { ReportFolder = _folder, RunFolder = "tests/b", Video = true, Ffmpeg = "no-such-ffmpeg" });
        run.Success.ShouldBeTrue(run.Reasoning);
        run.Video.ShouldBeNull();
        run.Notes.ShouldHaveSingleItem().ShouldContain("Install ffmpeg");
    }

    private async Task<RunResult> RunAsync(ArtifactOptions options)
    {
        await using var driver = await fixture.OpenAsync("<button onclick=\"out.textContent = 'Saved'\">Save</button><p id=\"out\"></p>");
        var (test, reader) = ScriptedRun.Test([new ClickArguments("Save")], [new AssertArguments("\"Saved\" is visible")]);
        await using var writer = new ArtifactWriter(options, TimeProvider.System);
        var run = await new TestRunner(driver, ScriptedRun.Quick, reader, new NameGrounder(), new TextChecker(), TimeProvider.System) { Observers = [writer] }.RunAsync(test, Token);
        return await writer.CompleteAsync(run, Token);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
