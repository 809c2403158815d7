using Autonoma.EnvironmentFactory.Factories;

namespace Autonoma.EnvironmentFactory.Payloads;

/// <summary>
/// Fills in the scope field where a record does not set it: with the scope record it is nested in, else with the only one there is. Where
/// neither is certain nothing is filled in, and a required field is then reported as missing.
/// </summary>
internal static class ScopeFilling
{
    public static void Fill(Payload payload, FactoryRegistry registry)
    {
        if (registry.ScopeModel is not { } scopeModel)
            return;
        var roots = payload.Records.Where(record => record.Model.Name == scopeModel).ToList();
        if (roots.Count == 0)
            return;
        var only = roots.Count == 1 ? roots[0] : null;
        var needs = new Dictionary<PayloadRecord, HashSet<PayloadRecord>>();
        foreach (var record in payload.Records)
        {
            if (record.Model.ScopeField is not { } field || record.Model.Name == scopeModel || record.IsSet(field.Name))
                continue;
            var root = record.Root.Model.Name == scopeModel ? record.Root : only;
            if (root is null)
                continue;
            if (!needs.TryGetValue(root, out var needed))
                needs.Add(root, needed = Needed(root));
            // The owner of a tenant exists before the tenant: it cannot belong to it yet.
            if (needed.Contains(record))
                continue;
            record.Fields.Add(new(field.Name, field) { Target = root });
            record.DependsOn.Add(root);
        }
    }

    private static HashSet<PayloadRecord> Needed(PayloadRecord root)
    {
        var needed = new HashSet<PayloadRecord>();
        var open = new Stack<PayloadRecord>([root]);
        while (open.TryPop(out var record))
        {
            if (needed.Add(record))
            {
                foreach (var dependency in record.DependsOn)
                    open.Push(dependency);
            }
        }

        return needed;
    }
}
