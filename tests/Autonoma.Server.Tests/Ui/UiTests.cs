using System.Net;
using Autonoma.Server.Hosting;
using Autonoma.Server.Ui;
using Autonoma.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Autonoma.Server.Tests.Ui;

/// <summary>A server with a UI and one whose UI was not built, on one database.</summary>
public sealed class UiServers(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly string _built = Directory.CreateTempSubdirectory("autonoma-ui-").FullName;
    private readonly ServerFixture _first = new(postgres);
    private PlatformServer? _with;
    private PlatformServer? _without;

    /// <summary>Of the server that has a UI.</summary>
    public HttpClient Built { get; private set; } = null!;

    /// <summary>Of the server that has none.</summary>
    public HttpClient NotBuilt { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_built, "assets"));
        await File.WriteAllTextAsync(Path.Combine(_built, "index.html"), "<!doctype html><title>Autonoma</title>", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_built, "assets", "index-1a2b.js"), "export const answer = 42;" + new string(' ', 2000), TestContext.Current.CancellationToken);
        await _first.InitializeAsync();
        _with = await StartAsync(_built);
        _without = await StartAsync(folder: null);
        Built = new HttpClient { BaseAddress = _with.Url };
        NotBuilt = new HttpClient { BaseAddress = _without.Url };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Built?.Dispose();
        NotBuilt?.Dispose();
        foreach (var server in new[] { _with, _without }.OfType<PlatformServer>())
            await server.DisposeAsync();
        await _first.DisposeAsync();
        Directory.Delete(_built, recursive: true);
    }

    private Task<PlatformServer> StartAsync(string? folder)
        => PlatformServer.StartAsync(
            ["--data", _first.Data, "--urls", "http://127.0.0.1:0", "--database-url", _first.Database, "--roles", "api"],
            TestContext.Current.CancellationToken,
            builder => builder.Services.AddSingleton(new UiFolder(folder)));
}

public sealed class UiTests(UiServers servers) : IClassFixture<UiServers>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/applications/7/tests")]
    [InlineData("/runs/7?view=compare")]
    public async Task Page_OfTheUi_IsItsFirstPageWithAPolicy(string address)
    {
        using var answer = await servers.Built.GetAsync(address, Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        answer.Headers.CacheControl!.NoCache.ShouldBeTrue();
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
    }

    [Fact]
    public async Task Asset_IsCompressedAndKeptForEver()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/index-1a2b.js");
        request.Headers.Add("Accept-Encoding", "gzip");

        using var answer = await servers.Built.SendAsync(request, Token);

        answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        (await answer.Content.ReadAsByteArrayAsync(Token)).Length.ShouldBeLessThan(200);
    }

    [Fact]
    public async Task Asset_ThatIsKnown_IsNotSentAgain()
    {
        using var first = await servers.Built.GetAsync("/assets/index-1a2b.js", Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/index-1a2b.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await servers.Built.SendAsync(request, Token);

        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("GET", "/v1/no-such-thing")]
    [InlineData("GET", "/assets/gone.js")]
    [InlineData("POST", "/applications")]
    public async Task Address_ThatIsNoPage_IsAProblem(string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        using var answer = await servers.Built.SendAsync(request, Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/assets/..%2f..%2f..%2fetc%2fpasswd")]
    public async Task Path_ThatLeavesTheFolder_ReachesNoFile(string address)
    {
        using var answer = await servers.Built.GetAsync(new Uri(servers.Built.BaseAddress!, address), Token);

        (await answer.Content.ReadAsStringAsync(Token)).ShouldNotContain("root:");
    }

    [Fact]
    public async Task Ui_ThatWasNotBuilt_SaysHow()
    {
        using var answer = await servers.NotBuilt.GetAsync("/", Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var page = await answer.Content.ReadAsStringAsync(Token);
        page.ShouldContain("npm run build");
        page.ShouldNotContain("<script");
    }
}
