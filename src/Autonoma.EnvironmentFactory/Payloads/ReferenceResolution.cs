namespace Autonoma.EnvironmentFactory.Payloads;

/// <summary>Turns aliases into dependencies between records.</summary>
internal static class ReferenceResolution
{
    public static void Resolve(Payload payload, PayloadFaults faults)
    {
        foreach (var record in payload.Records)
        {
            var unknown = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var alias in record.References)
            {
                if (!payload.Aliases.TryGetValue(alias, out var target))
                    unknown.Add(alias);
                else if (target == record)
                    faults.Add($"{record} refers to itself, and has no id before it is created");
                else
                    record.DependsOn.Add(target);
            }

            if (unknown.Count > 0)
                faults.Add($"{record.Path} refers to aliases that no record declares: {string.Join(", ", unknown)}");
        }
    }
}
