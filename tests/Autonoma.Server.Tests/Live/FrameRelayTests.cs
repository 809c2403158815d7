using Autonoma.Server.Hosting;
using Autonoma.Server.Tests.Runs;
using Autonoma.TestKit;

namespace Autonoma.Server.Tests.Live;

/// <summary>A server that serves people and carries out nothing, beside one that does nothing else: all they share is the database.</summary>
public sealed class TwoServers(PostgresFixture postgres) : ServerFixture(postgres)
{
    private PlatformServer? _worker;

    /// <summary>The site under test.</summary>
    internal StaticSite Site { get; private set; } = null!;

    protected override IReadOnlyList<string> Settings => ["--roles", "api", "--private-addresses", "allowed"];

    public override async ValueTask InitializeAsync()
    {
        Site = await StaticSite.StartAsync();
        await base.InitializeAsync();
        _worker = await PlatformServer.StartAsync(["--data", Data, "--urls", "http://127.0.0.1:0", "--database-url", Database, "--roles", "worker", "--slots", "1", "--private-addresses", "allowed"], TestContext.Current.CancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_worker is not null)
            await _worker.DisposeAsync();
        await base.DisposeAsync();
        await Site.DisposeAsync();
    }
}

public sealed class FrameRelayTests(TwoServers server) : IClassFixture<TwoServers>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pictures_OfARunOfAnotherProcess_ComeOneAfterAnother_AndEndWithTheRun()
    {
        using var owner = await server.NewOwnerAsync();
        server.Site.Add("/counter.html", "<!doctype html><html lang=\"en\"><head><title>Counter</title></head><body><p id=\"count\">0</p><script>let n = 0; setInterval(() => document.getElementById('count').textContent = ++n, 100)</script></body></html>");
        var application = await WorkingServer.ApplicationAsync(server, owner, server.Site.Url.ToString(), endpoint: null, ("wait.md", "---\ntitle: Waits\nurl: /counter.html\n---\n## Steps\n1. Frobnicate the gizmo gently\n2. Verify that the text \"0\" is shown\n"));
        var (_, runs) = await WorkingServer.StartAsync(owner, application, new { all = true, interactive = true });
        await using var hub = await HubClient.ConnectAsync(owner);
        // It waits for an answer and paints all the while.
        await foreach (var happened in hub.StreamAsync("WatchRun", Token, runs[0].ToString(), 0))
        {
            if (happened["kind"]!.GetValue<string>() == "question")
                break;
        }

        var pictures = new List<byte[]>();
        await foreach (var picture in hub.StreamAsync("WatchFrames", Token, runs[0].ToString()))
        {
            pictures.Add(Convert.FromBase64String(picture.GetValue<string>()));
            if (pictures.Count == 3)
                await owner.PostAsync($"/v1/runs/{runs[0]}/cancel", new { });
        }

        pictures.Count.ShouldBeGreaterThanOrEqualTo(3);
        pictures.ShouldAllBe(picture => picture[0] == 0xff && picture[1] == 0xd8);
        pictures.Select(Convert.ToBase64String).Distinct().Count().ShouldBeGreaterThanOrEqualTo(3, "each is another one");
        // The worker writes its verdict; nothing of the pictures' way is left to wait for.
        (await WorkingServer.EventsAsync(owner, runs[0]))[^1]["data"]!["status"]!.GetValue<string>().ShouldBe("cancelled");
    }
}
