using System.Net;
using Autonoma.Platform.Sealing;
using Autonoma.Server.Access;
using Autonoma.Server.Configuration;
using Autonoma.Server.Hosting;
using Autonoma.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Autonoma.Server.Tests.Access;

public sealed class ClaimLinkTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public void Link_OfServersThatShareAKey_IsTheSame_AndOfOthersAnother()
    {
        new[] { Path("0.0.0.0", "one"), Path("0.0.0.0", "one") }.Distinct().Count().ShouldBe(1);
        Path("0.0.0.0", "two").ShouldNotBe(Path("0.0.0.0", "one"));
        // Only this machine reaches it: each start has a word of its own, which lets its owner in again and again.
        Path("127.0.0.1", "one").ShouldNotBe(Path("127.0.0.1", "one"));
    }

    [Fact]
    public async Task Link_OpenedAtSeveralServersOfOneDatabase_MakesOneAccount()
    {
        var token = TestContext.Current.CancellationToken;
        var servers = new List<PlatformServer>();
        var folders = Enumerable.Range(0, 2).Select(_ => Directory.CreateTempSubdirectory("autonoma-replica-")).ToList();
        try
        {
            foreach (var folder in folders)
                servers.Add(await PlatformServer.StartAsync(["--data", folder.FullName, "--urls", "http://0.0.0.0:0", "--database-url", fixture.Database, "--encryption-key", "c2hhcmVk", "--roles", "api"], token));
            var word = servers[0].Link.Query["?token=".Length..];
            servers[1].Link.Query.ShouldBe(servers[0].Link.Query);

            // Each server's answer to the printed word; the second is asked at the same time.
            var answers = await Task.WhenAll(servers.SelectMany(server => Enumerable.Range(0, 3).Select(number => ClaimAsync(server, word, number))));

            answers.Count(answer => answer == HttpStatusCode.OK || answer == HttpStatusCode.Created).ShouldBe(1, string.Join(", ", answers));
            await using var database = NpgsqlDataSource.Create(fixture.Database);
            await using var count = database.CreateCommand("SELECT count(*) FROM users");
            (await count.ExecuteScalarAsync(token)).ShouldBe(1L);
        }
        finally
        {
            foreach (var server in servers)
                await server.DisposeAsync();
            foreach (var folder in folders)
                folder.Delete(recursive: true);
        }
    }

    private static async Task<HttpStatusCode> ClaimAsync(PlatformServer server, string word, int number)
    {
        using var browser = new Browser(new UriBuilder(server.Url) { Host = "127.0.0.1" }.Uri);
        using var answer = await browser.SendAsync(HttpMethod.Post, "/v1/users", new { token = word, email = $"{server.Url.Port}-{number}@example.com", password = Browser.Password, name = "First", organization = "Acme" });
        return answer.StatusCode;
    }

    private static string Path(string host, string key)
        => new ClaimLink(ServerSettings.From(new ConfigurationBuilder().AddCommandLine(["--urls", $"http://{host}:5090"]).Build()), new Sealer(KeyRing.From(key))).Path;
}
