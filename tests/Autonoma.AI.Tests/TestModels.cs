using Autonoma.AI.Failures;
using Autonoma.AI.Pricing;
using Autonoma.AI.Registry;
using Autonoma.AI.Resilience;
using Autonoma.TestKit;
using Autonoma.TestKit.Models;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Tests;

internal static class TestModels
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    public static SkippingTime Time() => new(Morning, TimeSpan.FromSeconds(59));

    public static ModelEntry Entry(IChatClient client, string key = "m", ModelPrice? price = null) => new()
    {
        Key = key,
        Provider = "test",
        ModelId = $"{key}-1",
        CreateClient = () => client,
        Price = price,
        Capabilities = new() { Video = true },
    };

    public static ModelRegistryOptions Options(IChatClient client, TimeProvider? time = null) => new()
    {
        Models = [Entry(client, price: new(1, 10, 0.1m))],
        DefaultModel = "m",
        Time = time ?? Time(),
        Retry = new RetryOptions { Jitter = () => 0.5 },
    };

    public static ModelException Failure(ModelFailure failure, int? status = null, TimeSpan? retryAfter = null) => new(failure, $"{failure} for a test") { Status = status, RetryAfter = retryAfter };

    public static Task<ChatResponse> AskAsync(this IChatClient client, string text = "Hello") => client.GetResponseAsync([new ChatMessage(ChatRole.User, text)], cancellationToken: TestContext.Current.CancellationToken);
}
