namespace Autonoma.EnvironmentFactory.Instances;

/// <summary>
/// Remembers what each <c>up</c> made until it is removed, for callers that lose the answer. The default lives in the memory of the process; replace
/// it with one on shared storage where several servers answer one address, or where a restart of the app must lose nothing.
/// </summary>
public interface IInstanceStore
{
    /// <summary>
    /// Tells this memory from another: letters, digits, <c>-</c> and <c>_</c>, at most 64. Servers and restarts that share what they remember share it;
    /// a memory that ends with its process has a new one each time, so that nobody takes "not known" for "not there".
    /// </summary>
    string Memory { get; }

    /// <summary>Remembers that an instance is being made; false if it is known already.</summary>
    /// <param name="instanceId">Its name.</param>
    /// <param name="forgetAt">From then on its token is refused, so it may be forgotten.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<bool> TryBeginAsync(string instanceId, DateTimeOffset forgetAt, CancellationToken cancellationToken);

    /// <summary>Remembers what removes it. Failing, it fails the <c>up</c>, and everything is removed again.</summary>
    /// <param name="instanceId">Its name.</param>
    /// <param name="token">The signed token of the answer. It can hold whatever the factories returned.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask KeepAsync(string instanceId, string token, CancellationToken cancellationToken);

    /// <summary>What is known of an instance; null for nothing.</summary>
    ValueTask<StoredInstance?> FindAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>Forgets an instance: it is gone. One that is not known is no failure.</summary>
    ValueTask ForgetAsync(string instanceId, CancellationToken cancellationToken);
}

/// <summary>What is remembered of an instance.</summary>
/// <param name="Token">What removes it; null while it is being made.</param>
public sealed record StoredInstance(string? Token);
