using System.Net;
using Autonoma.Server.Hosting;
using Autonoma.Server.Ui;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Autonoma.Server.Tests.Ui;

public sealed class UiTests(ServerFixture fixture) : IClassFixture<ServerFixture>, IAsyncLifetime
{
    private readonly string _built = Directory.CreateTempSubdirectory("autonoma-ui-").FullName;
    private PlatformServer _server = null!;
    private HttpClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_built, "assets"));
        await File.WriteAllTextAsync(Path.Combine(_built, "index.html"), "<!doctype html><title>Autonoma</title>", Token);
        await File.WriteAllTextAsync(Path.Combine(_built, "assets", "index-1a2b.js"), "export const answer = 42;" + new string(' ', 2000), Token);
        (_server, _client) = await StartAsync(_built);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_built, recursive: true);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/applications/7/tests")]
    [InlineData("/runs/7?view=compare")]
    public async Task Page_OfTheUi_IsItsFirstPageWithAPolicy(string address)
    {
        using var answer = await _client.GetAsync(address, Token);

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

        using var answer = await _client.SendAsync(request, Token);

        answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        (await answer.Content.ReadAsByteArrayAsync(Token)).Length.ShouldBeLessThan(200);
    }

    [Fact]
    public async Task Asset_ThatIsKnown_IsNotSentAgain()
    {
        using var first = await _client.GetAsync("/assets/index-1a2b.js", Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/index-1a2b.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await _client.SendAsync(request, Token);

        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("GET", "/v1/no-such-thing")]
    [InlineData("GET", "/assets/gone.js")]
    [InlineData("POST", "/applications")]
    public async Task Address_ThatIsNoPage_IsAProblem(string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        using var answer = await _client.SendAsync(request, Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/assets/..%2f..%2f..%2fetc%2fpasswd")]
    public async Task Path_ThatLeavesTheFolder_ReachesNoFile(string address)
    {
        using var answer = await _client.GetAsync(new Uri(_server.Url, address), Token);

        (await answer.Content.ReadAsStringAsync(Token)).ShouldNotContain("root:");
    }

    [Fact]
    public async Task Ui_ThatWasNotBuilt_SaysHow()
    {
        var (server, client) = await StartAsync(folder: null);
        await using (server)
        using (client)
        {
            using var answer = await client.GetAsync("/", Token);

            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            var page = await answer.Content.ReadAsStringAsync(Token);
            page.ShouldContain("npm run build");
            page.ShouldNotContain("<script");
        }
    }

    private async Task<(PlatformServer Server, HttpClient Client)> StartAsync(string? folder)
    {
        var server = await PlatformServer.StartAsync(
            ["--data", fixture.Data, "--urls", "http://127.0.0.1:0", "--database-url", fixture.Database, "--roles", "api"],
            Token,
            builder => builder.Services.AddSingleton(new UiFolder(folder)));
        return (server, new HttpClient { BaseAddress = server.Url });
    }
}
