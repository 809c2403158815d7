using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Autonoma.AI.Providers.Connecting;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Gemini;

/// <summary>A Gemini model by its native interface, which knows thinking levels, computer use and videos that OpenAI's protocol does not.</summary>
internal sealed class GeminiChatClient(ProviderConnection connection, string model) : ProviderClient(connection, model)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly Uri _address = new(Base(connection), $"models/{Uri.EscapeDataString(model)}:generateContent");

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var body = GeminiRequests.Of(messages, options, Model);
        return await ProviderCall.RunAsync(
            Connection,
            Model,
            async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = JsonContent.Create(body, GeminiJson.Default.GeminiRequest, Json) };
                AddKey(request, Connection);
                using var response = await Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
                var answer = await response.Content.ReadFromJsonAsync(GeminiJson.Default.GeminiResponse, cancellationToken).ConfigureAwait(false);
                return GeminiResponses.Read(answer ?? throw new JsonException("it is null."), Connection, Model);
            },
            cancellationToken).ConfigureAwait(false);
    }

    internal static Uri Base(ProviderConnection connection) => new(connection.Address.ToString().TrimEnd('/') + "/");

    // Not in the address, where proxies would log it.
    internal static void AddKey(HttpRequestMessage request, ProviderConnection connection)
    {
        if (connection.Key is { } key)
            request.Headers.TryAddWithoutValidation("x-goog-api-key", key.Reveal());
    }
}
