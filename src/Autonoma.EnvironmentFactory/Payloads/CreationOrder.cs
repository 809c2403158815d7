namespace Autonoma.EnvironmentFactory.Payloads;

/// <summary>An order in which every record comes after what it depends on; of those that could be next, the first of the payload.</summary>
internal static class CreationOrder
{
    /// <exception cref="EnvironmentFactoryException">There is none: the message shows one circle.</exception>
    public static IReadOnlyList<PayloadRecord> Of(Payload payload)
    {
        var waiting = new int[payload.Records.Count];
        var dependants = new List<PayloadRecord>?[payload.Records.Count];
        foreach (var record in payload.Records)
        {
            foreach (var dependency in record.DependsOn)
            {
                waiting[record.Number]++;
                (dependants[dependency.Number] ??= []).Add(record);
            }
        }

        var ready = new PriorityQueue<PayloadRecord, int>();
        foreach (var record in payload.Records)
        {
            if (waiting[record.Number] == 0)
                ready.Enqueue(record, record.Number);
        }

        var order = new List<PayloadRecord>(payload.Records.Count);
        var created = new Dictionary<string, int>(StringComparer.Ordinal);
        while (ready.TryDequeue(out var record, out _))
        {
            record.Index = created.GetValueOrDefault(record.Model.Name);
            created[record.Model.Name] = record.Index + 1;
            order.Add(record);
            foreach (var dependant in dependants[record.Number] ?? [])
            {
                if (--waiting[dependant.Number] == 0)
                    ready.Enqueue(dependant, dependant.Number);
            }
        }

        if (order.Count < payload.Records.Count)
            throw EnvironmentFactoryException.InvalidBody($"cycle detected in _alias/_ref graph: {string.Join(" -> ", Circle(payload, waiting))}");
        return order;
    }

    // Whatever still waits, waits for something that waits: following that must come round.
    private static IEnumerable<PayloadRecord> Circle(Payload payload, int[] waiting)
    {
        var path = new List<PayloadRecord>();
        var places = new Dictionary<PayloadRecord, int>();
        var record = payload.Records.Find(candidate => waiting[candidate.Number] > 0)!;
        while (places.TryAdd(record, path.Count))
        {
            path.Add(record);
            record = record.DependsOn.Find(dependency => waiting[dependency.Number] > 0)!;
        }

        return [.. path.Skip(places[record]), record];
    }
}
