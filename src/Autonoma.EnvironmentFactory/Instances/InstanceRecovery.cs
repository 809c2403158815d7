using System.Text;
using Autonoma.EnvironmentFactory.Handling;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Instances;

/// <summary>
/// An <c>up</c> that its caller has named can be taken back by that name: while it is being made, when its answer was lost, and before it arrives.
/// </summary>
internal sealed class InstanceRecovery(IInstanceStore store, TimeProvider time)
{
    private readonly object _lock = new();
    private readonly Dictionary<string, Making> _making = new(StringComparer.Ordinal);
    // A name that was taken back is never made any more: the request may still be on its way, held up by a gateway, or be sent again by somebody else.
    private readonly ExpiringSet _takenBack = new(time);

    /// <summary>What <c>discover</c> offers.</summary>
    public string Memory => store.Memory;

    /// <summary>Makes an instance and remembers it before its answer leaves.</summary>
    /// <exception cref="EnvironmentFactoryException">The name is used, or was taken back.</exception>
    public async Task<EnvironmentFactoryResponse> UpAsync(InstanceId id, IProtocol protocol, EnvironmentFactoryOptions options, Func<CancellationToken, Task<EnvironmentFactoryResponse>> up, CancellationToken cancellationToken)
    {
        var name = id.ToString();
        using var making = new Making(cancellationToken);
        lock (_lock)
        {
            _takenBack.RemoveEnded();
            if (_takenBack.Contains(name) || !_making.TryAdd(name, making))
                throw Used("was taken back, or is being made");
        }

        try
        {
            if (!await store.TryBeginAsync(name, id.At + options.TokenLifetime, cancellationToken).ConfigureAwait(false))
                throw Used("exists");
            return await MakeAsync(name, protocol, up, making).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (making.Stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Used("was taken back while it was being made");
        }
        finally
        {
            lock (_lock)
                _making.Remove(name);
            making.Finished.SetResult();
        }
    }

    /// <summary>The token of an instance that is to be removed; null when there is none, and none will be.</summary>
    /// <exception cref="EnvironmentFactoryException">Nobody here can know.</exception>
    public async Task<string?> TakeBackAsync(InstanceId id, EnvironmentFactoryOptions options)
    {
        var name = id.ToString();
        var end = id.At + options.TokenLifetime;
        Making? making;
        lock (_lock)
        {
            _takenBack.RemoveEnded();
            _takenBack.TryAdd(name, end);
            making = _making.GetValueOrDefault(name);
            making?.Stop.Cancel();
        }

        if (making is not null)
            await making.Finished.Task.ConfigureAwait(false);
        if (await store.FindAsync(name, CancellationToken.None).ConfigureAwait(false) is { } found)
            return found.Token ?? throw Unknown("is still being made by another server, or its making was ended by the end of the app");
        if (time.GetUtcNow() > end)
            throw Unknown("is older than tokens are kept");
        return id.Memory == store.Memory ? null : throw Unknown("was asked of another server, or before the app started: it is not remembered here");
    }

    /// <summary>Forgets an instance that is gone; its name stays used.</summary>
    public ValueTask ForgetAsync(InstanceId id, EnvironmentFactoryOptions options)
    {
        lock (_lock)
            _takenBack.TryAdd(id.ToString(), id.At + options.TokenLifetime);
        return store.ForgetAsync(id.ToString(), CancellationToken.None);
    }

    private async Task<EnvironmentFactoryResponse> MakeAsync(string name, IProtocol protocol, Func<CancellationToken, Task<EnvironmentFactoryResponse>> up, Making making)
    {
        EnvironmentFactoryResponse response;
        try
        {
            response = await up(making.Stop.Token).ConfigureAwait(false);
        }
        catch
        {
            // It has been removed again, as far as that was possible; the answer says the rest.
            await store.ForgetAsync(name, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        var token = response.Token!;
        try
        {
            await store.KeepAsync(name, token, CancellationToken.None).ConfigureAwait(false);
        }
        catch
        {
            await protocol.DownAsync(Encoding.UTF8.GetBytes(token)).ConfigureAwait(false);
            throw;
        }

        return response;
    }

    private static EnvironmentFactoryException Used(string what) => new(ErrorCodes.InvalidBody, $"The instance {what}: every up needs an instanceId of its own.") { Status = 409 };

    private static EnvironmentFactoryException Unknown(string why) => new(ErrorCodes.UnknownInstance, $"The instance {why}.");

    private sealed class Making(CancellationToken caller) : IDisposable
    {
        public CancellationTokenSource Stop { get; } = CancellationTokenSource.CreateLinkedTokenSource(caller);

        public TaskCompletionSource Finished { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Dispose() => Stop.Dispose();
    }
}
