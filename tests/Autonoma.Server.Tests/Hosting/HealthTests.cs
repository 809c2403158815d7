using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Autonoma.Server.Tests.Hosting;

public sealed class HealthTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Health_RunningServer_IsWell(string path)
        => (await server.Anonymous.GetStringAsync(path, TestContext.Current.CancellationToken)).ShouldBe("ok");

    [Fact]
    public async Task Route_ThatThereIsNot_IsAProblemWithACode()
    {
        var answer = await server.Anonymous.GetAsync("/v1/nothing", TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["code"]!.GetValue<string>().ShouldBe("route.not_found");
    }
}
