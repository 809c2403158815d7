using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Autonoma.Platform.Webhooks;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Autonoma.Server.Tests.Webhooks;

public sealed class WebhookTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Delivery_IsSigned_TriedAgain_Listed_AndCanBeReplayed()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Status = 503;
        using var owner = await server.NewOwnerAsync();
        var made = await owner.PostAsync("/v1/webhooks", new { url = $"{receiver.Url}hook" });
        var (id, secret) = (made["webhook"]!["id"]!.GetValue<string>(), made["secret"]!.GetValue<string>());
        (await owner.GetAsync("/v1/webhooks")).ToJsonString().ShouldNotContain(secret);

        await owner.PostAsync($"/v1/webhooks/{id}/ping", new { });
        await Waiting.UntilAsync(async () => (await DeliveriesAsync())[0]!["attempts"]!.GetValue<int>() == 1, TestContext.Current.CancellationToken);
        var failed = (await DeliveriesAsync())[0]!;
        (failed["status"]!.GetValue<string>(), failed["lastStatus"]!.GetValue<int>()).ShouldBe(("pending", 503));
        receiver.Status = 204;
        await DueNowAsync();
        await Waiting.UntilAsync(async () => (await DeliveriesAsync())[0]!["status"]!.GetValue<string>() == "delivered", TestContext.Current.CancellationToken);
        await owner.PostAsync($"/v1/webhooks/{id}/deliveries/{failed["id"]}/replay", new { });
        await Waiting.UntilAsync(() => receiver.Requests.Count == 3, TestContext.Current.CancellationToken);

        receiver.Requests.Select(request => request.Headers["X-Autonoma-Delivery"].ToString()).Distinct().Single().ShouldBe(failed["id"]!.GetValue<string>(), "a receiver knows what it has seen");
        foreach (var (headers, body) in receiver.Requests)
        {
            var parts = headers["X-Autonoma-Signature"].ToString().Split(',').ToDictionary(part => part.Split('=')[0], part => part.Split('=')[1]);
            parts["v1"].ShouldBe(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{parts["t"]}.{body}"))));
            (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - long.Parse(parts["t"], CultureInfo.InvariantCulture)).ShouldBeInRange(0, 60);
            JsonNode.Parse(body)!["event"]!.GetValue<string>().ShouldBe("ping");
        }

        async Task<JsonArray> DeliveriesAsync() => (await owner.GetAsync($"/v1/webhooks/{id}/deliveries"))["items"]!.AsArray();
    }

    [Fact]
    public async Task Delivery_ThatIsRedirected_IsNotFollowed()
    {
        await using var inner = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        (receiver.Status, receiver.Location) = (307, $"{inner.Url}stolen");
        using var owner = await server.NewOwnerAsync();
        var id = (await owner.PostAsync("/v1/webhooks", new { url = receiver.Url.ToString() }))["webhook"]!["id"]!.GetValue<string>();

        await owner.PostAsync($"/v1/webhooks/{id}/ping", new { });
        await Waiting.UntilAsync(async () => (await owner.GetAsync($"/v1/webhooks/{id}/deliveries"))["items"]![0]!["lastStatus"]?.GetValue<int>() == 307, TestContext.Current.CancellationToken);

        inner.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ftp://example.com/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://user:password@example.com/")]
    [InlineData("not an address")]
    public async Task Url_ThatMayNotBeCalled_IsRefused(string url)
    {
        using var owner = await server.NewOwnerAsync();

        (await owner.RefusedAsync(HttpMethod.Post, "/v1/webhooks", new { url })).ShouldBe((400, "webhook.invalid"));
    }

    // Half a minute is waited for nothing: the time of the next try is all that is moved.
    private async Task DueNowAsync()
    {
        await using var database = NpgsqlDataSource.Create(server.Database);
        await using var command = database.CreateCommand("UPDATE webhook_deliveries SET next_attempt_at = now() - interval '1 second' WHERE status = 'Pending'");
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await server.Server.App.Services.GetRequiredService<WebhookSender>().SendDueAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Receiver : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private Receiver(WebApplication app) => _app = app;

        public int Status { get; set; } = 200;

        public string? Location { get; set; }

        public List<(IHeaderDictionary Headers, string Body)> Requests { get; } = [];

        public Uri Url => new(_app.Urls.First());

        public static async Task<Receiver> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
            var receiver = new Receiver(builder.Build());
            receiver._app.Run(async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                var body = await reader.ReadToEndAsync();
                lock (receiver.Requests)
                    receiver.Requests.Add((new HeaderDictionary(context.Request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase)), body));
                context.Response.StatusCode = receiver.Status;
                if (receiver.Location is { } location)
                    context.Response.Headers.Location = location;
            });
            await receiver._app.StartAsync();
            return receiver;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
