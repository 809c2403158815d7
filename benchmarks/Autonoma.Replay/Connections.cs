using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace Autonoma.Replay;

/// <summary>Every address that a socket of this process connects to.</summary>
public sealed class Connections : EventListener
{
    private readonly ConcurrentDictionary<string, int> _seen = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Seen => [.. _seen.Keys.Order(StringComparer.Ordinal)];

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        ArgumentNullException.ThrowIfNull(eventSource);
        if (eventSource.Name == "System.Net.Sockets")
            EnableEvents(eventSource, EventLevel.Informational);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        if (eventData.EventName == "ConnectStart" && eventData.Payload is [string address, ..])
            _seen.AddOrUpdate(address, 1, (_, count) => count + 1);
    }
}
