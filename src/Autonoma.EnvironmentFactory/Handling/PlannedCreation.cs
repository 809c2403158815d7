using Autonoma.EnvironmentFactory.Payloads;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>A valid payload and the order its records are created in.</summary>
internal sealed record PlannedCreation(Payload Payload, IReadOnlyList<PayloadRecord> Order, RecordWriter Writer) : IDisposable
{
    public void Dispose() => Writer.Dispose();
}
