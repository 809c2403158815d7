using Autonoma.Planner.Designing.Scoping;
using Autonoma.Planner.Designing.Values;

namespace Autonoma.Planner.Designing;

/// <summary>Which values must differ from run to run, and why. Everything else is fixed, so that tests can rely on it.</summary>
internal sealed class Variation(DataSchema schema, ScopingAnalysis scoping)
{
    /// <summary>Why a field must differ; null when it need not.</summary>
    public string? Reason(StoredModel model, StoredField field)
    {
        if (!IsText(field))
            return null;
        var sets = model.Unique.Where(set => set.Contains(field.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        if (sets.Any(set => !IsScoped(model, set)))
            return $"No two {Spoken(model)} records of the whole system may have the same {NameWords.Spoken(field.Name)}.";
        if (model.MakesSlug && ValueInventor.IsIdentifying(model, field) && field.Name.Equals(Titled(model), StringComparison.OrdinalIgnoreCase) && model.Unique.Any(set => !IsScoped(model, set)))
            return $"A unique word is made of it, which no two {Spoken(model)} records of the whole system may share.";
        if (!scoping.IsIsolated && field.Words.Count == 0 && ValueInventor.IsIdentifying(model, field))
            return "Test runs share the same data, and this is what records are told apart by.";
        return sets.Count == 0 && ValueInventor.IsLogin(model, field) && (model.Name == scoping.User || scoping.Reach.GetValueOrDefault(model.Name, ModelReach.Global) == ModelReach.Global)
            ? "People sign in with it or are found by it in the whole system, and no index says that it belongs to one of its parts only." : null;
    }

    /// <summary>The field that a record is called by; null when it has none.</summary>
    public static string? Titled(StoredModel model)
        => ((string[])["name", "title", "fullName", "displayName", "label", "subject", "companyName"]).FirstOrDefault(name => model.Field(name) is not null) ?? model.Fields.Where(field => field.Name.EndsWith("name", StringComparison.OrdinalIgnoreCase)).OrderBy(field => field.Name.Contains('.', StringComparison.Ordinal)).FirstOrDefault()?.Name;

    // Unique within something that each run has of its own.
    private bool IsScoped(StoredModel model, IReadOnlyList<string> set)
        => set.Any(name => schema.LinksOf(model.Name).Any(link => link.Field.Equals(name, StringComparison.OrdinalIgnoreCase) && link.Parent != model.Name));

    private static bool IsText(StoredField field) => field.Type.TrimEnd('?') is "string" or "text" or "unknown" || (!field.Type.Contains('(', StringComparison.Ordinal) && char.IsUpper(field.Type.FirstOrDefault()));

    private static string Spoken(StoredModel model) => NameWords.Spoken(model.Name);
}
