using System.Text.Json;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Instances;

namespace Autonoma.Scenarios.Lifecycle;

/// <summary>The records that an endpoint says it has made.</summary>
internal static class InstanceRecords
{
    /// <summary>Ids by model; models without any are left out.</summary>
    public static IEnumerable<(string Model, string[] Ids)> Ids(ScenarioInstance instance)
    {
        foreach (var model in instance.Answer.Refs is { ValueKind: JsonValueKind.Object } refs ? refs.EnumerateObject().ToList() : [])
        {
            var ids = model.Value.ValueKind == JsonValueKind.Array ? model.Value.EnumerateArray().Select(IdOf).OfType<string>().ToArray() : [];
            if (ids.Length > 0)
                yield return (model.Name, ids);
        }
    }

    /// <summary>How many of the records that came back are in the database, and what is wrong with that.</summary>
    public static async Task<(long Found, List<string> Problems, List<string> Unknown)> LookAsync(DatabaseRows rows, ScenarioInstance instance, Discovery discovery, bool isExpected, CancellationToken cancellationToken)
    {
        long total = 0;
        var problems = new List<string>();
        var unknown = new List<string>();
        foreach (var (model, ids) in Ids(instance))
        {
            if (await rows.CountAsync(model, discovery.Schema?.Model(model)?.TableName, ids, cancellationToken).ConfigureAwait(false) is not { } count)
            {
                unknown.Add(model);
                continue;
            }

            total += count;
            if (isExpected && count != ids.Distinct().Count())
                problems.Add($"{ids.Length} {model} records came back and the database has {count} of them");
            else if (!isExpected && count > 0)
                problems.Add($"{count} {model} {(count == 1 ? "record is" : "records are")} still in the database after 'down'");
        }

        return (total, problems, unknown);
    }

    /// <summary>The id of a record of an answer; null when it has none.</summary>
    public static string? IdOf(JsonElement record)
        => record.ValueKind == JsonValueKind.Object && record.TryGetProperty("id", out var id) ? id.ValueKind switch { JsonValueKind.String => id.GetString(), JsonValueKind.Number => id.GetRawText(), _ => null } : null;
}
