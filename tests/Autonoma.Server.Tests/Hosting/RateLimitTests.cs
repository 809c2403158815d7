using System.Net;
using Autonoma.TestKit;

namespace Autonoma.Server.Tests.Hosting;

/// <summary>A server that lets each caller ask once a second, and ten times at once.</summary>
public sealed class SlowServer(PostgresFixture postgres) : ServerFixture(postgres)
{
    protected override IReadOnlyList<string> Settings => ["--roles", "api", "--requests-per-minute", "60"];
}

public sealed class RateLimitTests(SlowServer server) : IClassFixture<SlowServer>
{
    [Fact]
    public async Task Requests_OfOneKeyBeyondItsShare_AreToldToWait_AndAnotherKeyIsNot()
    {
        using var owner = await server.NewOwnerAsync();
        using var busy = await KeyAsync(owner);
        using var calm = await KeyAsync(owner);

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 40; i++)
            answers.Add(await busy.GetAsync("/v1/applications", TestContext.Current.CancellationToken));

        answers[0].StatusCode.ShouldBe(HttpStatusCode.OK);
        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        refused.Count.ShouldBeGreaterThan(10);
        int.Parse(refused[0].Headers.GetValues("Retry-After").Single(), System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        (await refused[0].Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("request.too_often");
        (await calm.GetAsync("/v1/applications", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await owner.GetAsync("/v1/organization")).ShouldNotBeNull("whoever made the key has a share of their own");
    }

    [Fact]
    public async Task Requests_OfOneAddressWithoutASignIn_AreLimited_AndHealthIsNot()
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++)
            statuses.Add((await server.Anonymous.GetAsync("/v1/session", TestContext.Current.CancellationToken)).StatusCode);

        statuses.ShouldContain(HttpStatusCode.TooManyRequests);
        for (var i = 0; i < 40; i++)
            (await server.Anonymous.GetAsync("/healthz", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpClient> KeyAsync(Browser owner)
    {
        var key = (await owner.PostAsync("/v1/api-keys", new { name = "key", scopes = new[] { "read" } }))["key"]!.GetValue<string>();
        var http = new HttpClient { BaseAddress = server.Server.Url };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return http;
    }
}
