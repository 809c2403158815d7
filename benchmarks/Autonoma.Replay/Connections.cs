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
            _seen.AddOrUpdate(Readable(address), 1, (_, count) => count + 1);
    }

    // "InterNetworkV6:28:{141,51,...,255,255,127,0,0,1,...}": the port first, an IPv4 address behind its mark.
    private static string Readable(string address)
    {
        var bytes = address[(address.IndexOf('{', StringComparison.Ordinal) + 1)..].TrimEnd('}').Split(',').Select(text => byte.TryParse(text, out var value) ? value : (byte)0).ToArray();
        if (address.StartsWith("InterNetworkV6", StringComparison.Ordinal) && bytes.Length >= 22)
            return $"{new System.Net.IPAddress(bytes.AsSpan(6, 16))}:{(bytes[0] << 8) + bytes[1]}";
        return address.StartsWith("InterNetwork:", StringComparison.Ordinal) && bytes.Length >= 6 ? $"{new System.Net.IPAddress(bytes.AsSpan(2, 4))}:{(bytes[0] << 8) + bytes[1]}" : address;
    }
}
