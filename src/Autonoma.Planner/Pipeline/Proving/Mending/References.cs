using Autonoma.Planner.Designing;
using Autonoma.Planner.Designing.Values;
using Autonoma.Scenarios.Client;

namespace Autonoma.Planner.Pipeline.Proving.Mending;

/// <summary>Which records a field of the endpoint refers to, by its name.</summary>
internal static class References
{
    private static readonly string[] Endings = ["id", "key", "guid", "uuid", "ref", "pk"];
    private static readonly string[] People = ["author", "owner", "creator", "actor", "assignee", "manager", "sender", "user", "member", "lead", "reporter", "reviewer"];

    /// <summary>What a key is of: <c>product</c> for <c>productKey</c>; null when it is none.</summary>
    public static string? Stem(string field)
    {
        var words = NameWords.Of(field);
        return words.Count > 1 && Endings.Contains(words[^1], StringComparer.Ordinal) ? string.Concat(words.Take(words.Count - 1)) : null;
    }

    /// <summary>Whether a stem stands for a model: by its whole name, or by the beginning of it (<c>shop</c> for ShopState, <c>category</c> for CategoryNode).</summary>
    public static bool Names(string stem, string model)
    {
        var words = NameWords.Of(model);
        return string.Concat(words) == stem || (words.Count > 1 && string.Concat(words.Take(words.Count - 1)) == stem);
    }

    /// <summary>The records that it may refer to; empty when it cannot be told.</summary>
    public static IReadOnlyList<DesignedRecord> To(ScenarioDesign scenario, DataSchema? schema, string model, string field, SchemaFacts facts)
    {
        if (Stem(field) is not { } stem)
            return [];
        var parent = schema?.LinksOf(model).FirstOrDefault(link => NameWords.Plain(link.Field) == NameWords.Plain(field) || Stem(link.Field) == stem)?.Parent
            ?? Only([.. scenario.Models.Where(other => other != model && string.Concat(NameWords.Of(other)) == stem)])
            ?? Only([.. scenario.Models.Where(other => other != model && Names(stem, other))])
            ?? (NameWords.Plain(field) == NameWords.Plain(facts.ScopeField) ? facts.ScopeModel?.Name : null)
            ?? (People.Contains(stem, StringComparer.Ordinal) && schema is not null ? Designing.Scoping.UserModel.Find(schema)?.Name : null);
        return parent is null || parent == model ? [] : [.. scenario.Records.Where(record => record.Model == parent)];
    }

    private static string? Only(List<string> models) => models is [var only] ? only : null;
}
