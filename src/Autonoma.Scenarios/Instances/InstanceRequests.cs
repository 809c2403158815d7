using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Journal;

namespace Autonoma.Scenarios.Instances;

/// <summary>
/// The requests for one instance: the first, and those after a gateway's answer. Each is in the journal, under a name of its own where the endpoint
/// remembers names, before it is sent; what an earlier one may have made is taken back before the next one goes out.
/// </summary>
internal sealed class InstanceRequests(EnvironmentClient client, IInstanceJournal journal, TimeProvider time, string scenario, string runId, Discovery discovery, JsonObject? create)
{
    private readonly List<InstanceId> _left = [];

    /// <summary>Name of the last request; null when the endpoint remembers none.</summary>
    public InstanceId? Last { get; private set; }

    /// <summary>The body of the next request.</summary>
    /// <param name="failure">How the one before failed; null for the first.</param>
    public async Task<byte[]> NextAsync(EnvironmentException? failure)
    {
        if (Last is not null && failure is not null)
        {
            // Nothing listened: nothing was made. A gateway may have given up on an app that went on.
            if (!failure.MayHaveHappened)
                journal.Undone(runId, Last.ToString());
            else if (!await TryUndoAsync(Last).ConfigureAwait(false))
                _left.Add(Last);
        }

        Last = discovery.InstanceMemory is { } memory ? InstanceId.New(memory, time.GetUtcNow()) : null;
        journal.Sending(runId, scenario, client.Endpoint.Url, discovery.Protocol, Last?.ToString());
        return create is null ? RequestBodies.Up(scenario, runId, Last) : RequestBodies.Up(create, runId, Last);
    }

    /// <summary>Takes back what earlier requests may have made, as far as that did not work at once; what stays is left to the sweep.</summary>
    public async Task UndoEarlierAsync()
    {
        foreach (var name in _left.ToList())
        {
            if (await TryUndoAsync(name).ConfigureAwait(false))
                _left.Remove(name);
        }
    }

    /// <summary>Takes back what the last request may have made; false when that is not known.</summary>
    public Task<bool> TryUndoLastAsync() => Last is null ? Task.FromResult(false) : TryUndoAsync(Last);

    private async Task<bool> TryUndoAsync(InstanceId name)
    {
        try
        {
            await client.TakeBackAsync(name, runId, discovery.IsVersion2, CancellationToken.None).ConfigureAwait(false);
            journal.Undone(runId, name.ToString());
            return true;
        }
        catch (EnvironmentException)
        {
            return false; // it is in the journal; what went wrong before is the better message
        }
    }
}
