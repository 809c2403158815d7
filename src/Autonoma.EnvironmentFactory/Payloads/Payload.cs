namespace Autonoma.EnvironmentFactory.Payloads;

/// <summary>A payload that was read: its records in the order they stand, and who bears which alias.</summary>
internal sealed class Payload
{
    public List<PayloadRecord> Records { get; } = [];

    /// <summary>In the order of declaration.</summary>
    public Dictionary<string, PayloadRecord> Aliases { get; } = new(StringComparer.Ordinal);

    /// <summary>Fields that nobody takes, for the log: names only.</summary>
    public SortedSet<string> Unknown { get; } = new(StringComparer.Ordinal);
}
