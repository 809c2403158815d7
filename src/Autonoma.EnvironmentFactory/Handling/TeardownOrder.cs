using System.Text.Json;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>The records of a token, and the order to remove them in.</summary>
internal static class TeardownOrder
{
    /// <exception cref="InvalidTokenException">The refs are not lists of records with ids.</exception>
    public static CreatedRecords Records(RefsTokenPayload token, JsonSerializerOptions json)
    {
        if (token.Refs.ValueKind != JsonValueKind.Object)
            throw new InvalidTokenException("unreadable payload");
        var lists = new List<(string Model, List<JsonElement> Records)>();
        foreach (var list in token.Refs.EnumerateObject())
        {
            if (list.Value.ValueKind != JsonValueKind.Array)
                throw new InvalidTokenException("unreadable payload");
            var records = list.Value.EnumerateArray().ToList();
            if (records.Exists(record => record.ValueKind != JsonValueKind.Object || !record.TryGetProperty("id", out _)))
                throw new InvalidTokenException("unreadable payload");
            lists.Add((list.Name, records));
        }

        var refs = new CreatedRecords();
        foreach (var (model, index) in InCreationOrder(token, lists))
            refs.Add(new(lists[model].Model, lists[model].Records[index], json));
        return refs;
    }

    private static IEnumerable<(int Model, int Index)> InCreationOrder(RefsTokenPayload token, List<(string Model, List<JsonElement> Records)> lists)
        => FromRuns(token.Order, lists) ?? ByModel(ModelOrder(token, lists), lists);

    // Our own tokens say it exactly.
    private static List<(int Model, int Index)>? FromRuns(IReadOnlyList<CreatedRun>? runs, List<(string Model, List<JsonElement> Records)> lists)
    {
        if (runs is null)
            return null;
        var next = new int[lists.Count];
        var order = new List<(int, int)>();
        foreach (var run in runs)
        {
            var model = lists.FindIndex(list => list.Model == run.Model);
            if (model < 0 || next[model] + run.Count > lists[model].Records.Count)
                return null;
            for (var i = 0; i < run.Count; i++)
                order.Add((model, next[model]++));
        }

        return order.Count == lists.Sum(list => list.Records.Count) ? order : null;
    }

    private static IEnumerable<(int Model, int Index)> ByModel(IEnumerable<int> models, List<(string Model, List<JsonElement> Records)> lists)
        => models.SelectMany(model => Enumerable.Range(0, lists[model].Records.Count).Select(index => (model, index)));

    // Tokens of other SDKs know aliases only: a model comes after the models its aliased records refer to; if that is a circle, as in refs.
    private static List<int> ModelOrder(RefsTokenPayload token, List<(string Model, List<JsonElement> Records)> lists)
    {
        var asListed = Enumerable.Range(0, lists.Count).ToList();
        if (token.AliasDependencies is not { Count: > 0 } dependencies || token.AliasOwnerModel is not { Count: > 0 } owners)
            return asListed;
        var needs = asListed.ConvertAll(_ => new HashSet<int>());
        foreach (var (alias, references) in dependencies)
        {
            var model = Owner(alias);
            foreach (var needed in references.Select(Owner))
            {
                if (model >= 0 && needed >= 0 && model != needed)
                    needs[model].Add(needed);
            }
        }

        var order = new List<int>();
        while (order.Count < lists.Count)
        {
            var next = asListed.FindIndex(model => !order.Contains(model) && needs[model].IsSubsetOf(order));
            if (next < 0)
                return asListed;
            order.Add(next);
        }

        return order;

        int Owner(string alias) => owners.TryGetValue(alias, out var model) ? lists.FindIndex(list => list.Model == model) : -1;
    }
}
