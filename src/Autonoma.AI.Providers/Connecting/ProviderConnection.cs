using Autonoma.AI.Registry;

namespace Autonoma.AI.Providers.Connecting;

/// <summary>Where a provider is and with what key it is asked.</summary>
/// <param name="Provider">Its name: <c>groq</c>.</param>
/// <param name="Address">Its base address.</param>
/// <param name="Key">The key; null where none is needed.</param>
/// <param name="KeySource">Where the key came from, for messages: the name of the environment variable.</param>
public sealed record ProviderConnection(string Provider, Uri Address, ApiKey? Key, string KeySource)
{
    /// <summary>Whether models may be asked. A closed one makes every client impossible.</summary>
    public ModelAccess Access { get; init; } = ModelAccess.Open;

    /// <summary>Sends the requests; null for sockets. For tests.</summary>
    public Func<HttpMessageHandler>? Handler { get; init; }

    /// <summary>The clock, for Retry-After that names a time of day.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The provider and its address, not the key.</summary>
    public override string ToString() => $"{Provider} at {Address}";

    /// <summary>What requests of a model are sent with. Its failures are <see cref="Failures.ModelException"/>s; the time limit is the caller's.</summary>
    /// <param name="model">The model, for messages.</param>
    /// <param name="mend">Puts right what a library would not read; null for nothing.</param>
    /// <exception cref="ModelsClosedException">No model may be asked.</exception>
    internal HttpClient CreateHttp(string model, Func<byte[], byte[]>? mend = null)
    {
        Access.Demand($"{Provider}/{model}");
        var handler = Handler?.Invoke() ?? new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = System.Net.DecompressionMethods.All,
            AllowAutoRedirect = false, // the key would go along to wherever an answer points
        };
        return new HttpClient(new FailureHandler(this, model, handler, mend)) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
