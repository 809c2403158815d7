using System.Text.Json;
using Autonoma.EnvironmentFactory.Factories;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>Which tenant an environment belongs to, as its records say.</summary>
internal static class ScopeValue
{
    /// <summary>The first text under the scope field, in the order of creation by model; the run id if there is none.</summary>
    public static string Of(CreatedRecords refs, string? scopeField, string testRunId)
    {
        if (scopeField is null)
            return testRunId;
        foreach (var record in refs.Values.SelectMany(records => records))
        {
            foreach (var member in record.Json.EnumerateObject())
            {
                if (member.Value.ValueKind == JsonValueKind.String && FactoryRegistry.IsScope(member.Name, scopeField))
                    return member.Value.GetString()!;
            }
        }

        return testRunId;
    }

    /// <summary>The first record of the first model called User or Users; null if there is none.</summary>
    public static CreatedRecord? UserOf(CreatedRecords refs)
        => refs.FirstOrDefault(entry => entry.Key.ToLowerInvariant() is "user" or "users" && entry.Value.Count > 0).Value?[0];
}
