using Autonoma.Engine.Recording.Format;
using Autonoma.Replay;

namespace Autonoma.EndToEnd.Tests.SampleShop;

/// <summary>
/// Tests recorded on the shop as it is, replayed on shops whose pages changed. One by one, over the whole suite, in replay and in heal:
/// <c>benchmarks/Autonoma.Replay</c>.
/// </summary>
public sealed class ReplayedShopTests : IDisposable
{
    private static readonly string[] Tests = ["login/sign-in.md", "cart/removing-and-emptying.md"];
    private readonly string _folder = Directory.CreateTempSubdirectory("autonoma-replay-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recording_OfTheShop_SurvivesHarmlessChangesAndStopsAtHarmfulOnes()
    {
        foreach (var test in Tests)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, test))!);
            File.Copy(Path.Combine(RepositoryPaths.Suite, test), Path.Combine(_folder, test));
        }

        await using var shop = await ShopProcess.StartAsync(cancellationToken: Token);
        await using var changed = await ChangedShop.StartAsync(new Uri(shop.BaseUrl));
        var recorded = await RunAsync(changed, "resolve");
        recorded.ExitCode.ShouldBe(0, recorded.Output);
        foreach (var test in Tests)
            File.Exists(RecordingFile.PathOf(Path.Combine(_folder, test))).ShouldBeTrue(test);

        // All of them at once: what survives this survives each.
        changed.Change = html => PageChange.Harmless.Aggregate(html, (page, change) => change.Rewrite(page));
        var harmless = await RunAsync(changed, "replay");
        harmless.ExitCode.ShouldBe(0, harmless.Output);
        harmless.Tests.ShouldAllBe(test => test.Decisions == 0);

        foreach (var name in (string[])["the button is there twice", "the button in the row is gone"])
        {
            var change = PageChange.Harmful.Single(change => change.Name == name);
            changed.Change = change.Rewrite;
            var run = await RunAsync(changed, "replay", change.Test!);
            run.ExitCode.ShouldBe(1, $"{name}: {run.Output}");
            run.Tests.ShouldHaveSingleItem().Failure.ShouldBe("drift", $"{name}: {run.Output}");
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<ToolRun> RunAsync(ChangedShop shop, string mode, string test = "")
        => ToolRun.TestAsync(Path.Combine(_folder, test), shop.Url.ToString(), workers: 2, Token, "--mode", mode, "--step-timeout", mode == "replay" && test.Length > 0 ? "3s" : "10s");
}
