using Autonoma.Planner.Designing.Scoping;
using Autonoma.Planner.Designing.Values;

namespace Autonoma.Planner.Designing;

/// <summary>How many records of a model a scenario has, by the part that the model plays.</summary>
internal sealed class RecordCounts(DataSchema schema, ScopingAnalysis scoping)
{
    /// <summary>More than any page of a usual list holds.</summary>
    private const int ManyPages = 120;

    /// <summary>Still more than a page of fifty.</summary>
    private const int OnePage = 55;

    private const int MostOfAll = 900;

    private static readonly string[] StateWords = ["status", "state", "stage", "phase"];

    public Dictionary<string, int> Of(string scenario, IReadOnlyList<string> models)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in models)
            counts[name] = scenario switch { "empty" => 1, "large" => Large(schema.Find(name)!, models, counts), _ => Standard(schema.Find(name)!, models, counts) };
        var excess = counts.Values.Sum() - MostOfAll;
        if (scenario != "large" || excess <= 0)
            return counts;
        // Every list gives way a little, and still fills more than a page.
        var share = (double)MostOfAll / counts.Values.Sum();
        foreach (var name in counts.Keys.Where(name => counts[name] > OnePage).ToList())
            counts[name] = Math.Max(Math.Max(OnePage, Least(schema.Find(name)!)), (int)(counts[name] * share));
        return counts;
    }

    private int Standard(StoredModel model, IReadOnlyList<string> models, Dictionary<string, int> counts)
    {
        // A root that does not isolate is a record like others, of which there are several.
        if (model.Name == scoping.Root)
            return scoping.IsIsolated ? 1 : Math.Max(2, Least(model));
        if (model.Name == scoping.User)
            return Math.Max(2, Math.Min(6, Least(model)));
        if (model.IsJoin)
            return Math.Min(4, Pairs(model, models, counts));
        var usual = IsBelow(model.Name, models) ? Math.Min(6, Math.Max(3, schema.LinksOf(model.Name).Where(link => link.IsRequired && link.Parent != scoping.Root && counts.ContainsKey(link.Parent)).Select(link => counts[link.Parent]).DefaultIfEmpty(3).Max()))
            : model.Fields.Count <= 4 ? 4 : 5;
        return Math.Max(usual, Least(model));
    }

    private int Large(StoredModel model, IReadOnlyList<string> models, Dictionary<string, int> counts)
    {
        if (model.Name == scoping.Root)
            return 1;
        if (model.Name == scoping.User)
            return Math.Max(3, Least(model));
        if (model.IsJoin)
            return Math.Min(30, Pairs(model, models, counts));
        return Math.Max(ManyPages, Least(model));
    }

    /// <summary>Enough for every word of every enum, and twice for those that say where a record stands.</summary>
    private static int Least(StoredModel model)
        => model.Fields.Where(field => field.Words.Count > 0).Select(field => field.Words.Count * (StateWords.Contains(NameWords.Of(field.Name) is [.., var last] ? last : "", StringComparer.Ordinal) ? 2 : 1)).DefaultIfEmpty(1).Max();

    private bool IsBelow(string model, IReadOnlyList<string> models)
        => schema.LinksOf(model).Any(link => link.IsRequired && link.Parent != scoping.Root && link.Parent != model && models.Contains(link.Parent, StringComparer.Ordinal));

    private int Pairs(StoredModel model, IReadOnlyList<string> models, Dictionary<string, int> counts)
        => schema.LinksOf(model.Name).Where(link => models.Contains(link.Parent, StringComparer.Ordinal)).Aggregate(1, (product, link) => Math.Min(1000, product * counts.GetValueOrDefault(link.Parent, 1)));
}
