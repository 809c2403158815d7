using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;
using Autonoma.Planner.Designing;

namespace Autonoma.Planner.CodeAnalysis.Artifacts;

/// <summary>What scenarios are designed from, taken from a report.</summary>
public static class StoredData
{
    private static readonly string[] ScopeWords = ["tenant", "organization", "organisation", "account", "company", "workspace", "team", "practice", "agency", "shop", "store", "school", "clinic"];

    /// <summary>The schema. Fields are called as JSON calls them.</summary>
    public static DataSchema Of(CodebaseReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var known = report.Models.Select(model => model.Name).ToHashSet(StringComparer.Ordinal);
        var links = report.Relations.Where(relation => relation.Field is not null && relation.Kind is not "many-to-many" && known.Contains(relation.Child) && known.Contains(relation.Parent))
            .Select(relation => new ModelLink(relation.Child, relation.Parent, OnTheWire(relation.Field!), relation.IsRequired || IsRequired(report, relation)))
            .DistinctBy(link => (link.Child, link.Field)).ToList();
        foreach (var model in report.Models.Where(model => model.Kind != ModelKind.Owned))
            links.AddRange(ByName(model, report, links).ToList());
        return new(
            [.. report.Models.Zip(report.Creations).Select(pair => Model(pair.First, pair.Second))],
            [.. links.OrderBy(link => link.Child, StringComparer.Ordinal).ThenBy(link => link.Field, StringComparer.Ordinal)],
            [.. report.Scopes.Where(scope => known.Contains(scope.Model)).Select(scope => new ScopeHint(scope.Model, scope.Field, Names.Words(scope.Model).Any(word => ScopeWords.Contains(word))))]);
    }

    /// <summary>A name as it stands in JSON: <c>SalePrice</c> is <c>salePrice</c>, <c>Address.City</c> is <c>address.city</c>.</summary>
    public static string OnTheWire(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Join('.', name.Split('.').Select(Names.Camel));
    }

    private static StoredModel Model(DataModel model, ModelCreation creation) => new(model.Name, [.. model.Fields.Select(Field)])
    {
        Unique = [.. model.Unique.Select(set => set.Select(OnTheWire).ToList())],
        IsPart = model.Kind == ModelKind.Owned,
        IsJoin = model.Kind == ModelKind.Join,
        MakesSlug = creation.SideEffects.Any(effect => effect.Kind == "slug"),
    };

    private static StoredField Field(ModelField field) => new(OnTheWire(field.Name), field.Type)
    {
        IsRequired = field.IsRequired, IsId = field.IsId, HasDefault = field.HasDefault, Limits = field.Limits, KnownTexts = field.KnownTexts,
    };

    private static bool IsRequired(CodebaseReport report, ModelRelation relation)
        => report.Models.FirstOrDefault(model => model.Name == relation.Child)?.Fields.FirstOrDefault(field => field.Name == relation.Field) is { IsRequired: true, HasDefault: false };

    // A key without a declared link, by what it is called: productId leads to Product.
    private static IEnumerable<ModelLink> ByName(DataModel model, CodebaseReport report, IReadOnlyList<ModelLink> links)
    {
        foreach (var field in model.Fields.Where(field => !field.IsId && field.Name.Length > 2 && field.Type is "int" or "long" or "guid" or "string" or "unknown"))
        {
            var words = Names.Words(field.Name);
            if (words.Count < 2 || words[^1] is not ("id" or "key" or "guid" or "uuid") || links.Any(link => link.Child == model.Name && link.Field == OnTheWire(field.Name)))
                continue;
            var stem = string.Concat(words.Take(words.Count - 1));
            if (report.Models.FirstOrDefault(other => other.Kind != ModelKind.Owned && string.Concat(Names.Words(other.Name)) == stem) is { } parent)
                yield return new(model.Name, parent.Name, OnTheWire(field.Name), field is { IsRequired: true, HasDefault: false });
        }
    }
}
