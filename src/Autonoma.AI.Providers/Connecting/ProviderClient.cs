using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Connecting;

/// <summary>What the clients of all protocols have in common: a connection, a model, and answers that come whole. A step needs the whole decision, so nothing is streamed from the wire.</summary>
/// <param name="connection">Where and with what key.</param>
/// <param name="model">The service's name of the model.</param>
/// <param name="mend">Puts right what a library would not read; null for nothing.</param>
internal abstract class ProviderClient(ProviderConnection connection, string model, Func<byte[], byte[]>? mend = null) : IChatClient
{
    protected ProviderConnection Connection { get; } = connection;

    protected string Model { get; } = model;

    protected HttpClient Http { get; } = connection.CreateHttp(model, mend);

    public abstract Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
        => serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(Connection.Provider, Connection.Address, Model)
            : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Http.Dispose();
    }
}
