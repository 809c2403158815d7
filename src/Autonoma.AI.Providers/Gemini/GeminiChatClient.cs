using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Autonoma.AI.Providers.Connecting;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Gemini;

/// <summary>A Gemini model by its native interface, which knows thinking levels, computer use and videos that OpenAI's protocol does not.</summary>
internal sealed class GeminiChatClient : IChatClient
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly ProviderConnection _connection;
    private readonly string _model;
    private readonly HttpClient _http;
    private readonly Uri _address;

    public GeminiChatClient(ProviderConnection connection, string model)
    {
        _connection = connection;
        _model = model;
        _http = connection.CreateHttp(model);
        _address = new(Base(connection), $"models/{Uri.EscapeDataString(model)}:generateContent");
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var body = GeminiRequests.Of(messages, options, _model);
        return await ProviderCall.RunAsync(
            _connection,
            _model,
            async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = JsonContent.Create(body, GeminiJson.Default.GeminiRequest, Json) };
                AddKey(request, _connection);
                using var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
                var answer = await response.Content.ReadFromJsonAsync(GeminiJson.Default.GeminiResponse, cancellationToken).ConfigureAwait(false);
                return GeminiResponses.Read(answer ?? throw new JsonException("it is null."), _connection, _model);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
        => serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(_connection.Provider, _connection.Address, _model)
            : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => _http.Dispose();

    internal static Uri Base(ProviderConnection connection) => new(connection.Address.ToString().TrimEnd('/') + "/");

    // Not in the address, where proxies would log it.
    internal static void AddKey(HttpRequestMessage request, ProviderConnection connection)
    {
        if (connection.Key is { } key)
            request.Headers.TryAddWithoutValidation("x-goog-api-key", key.Reveal());
    }
}
