using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.Planner.Artifacts.Text;
using Autonoma.Scenarios.Client;

namespace Autonoma.Planner.Artifacts;

/// <summary>What <c>discover.json</c> says: what the endpoint can create.</summary>
public sealed record DiscoverFile
{
    /// <summary>The models with their fields.</summary>
    public required IReadOnlyList<DiscoveredModel> Models { get; init; }

    /// <summary>Foreign keys; factory-driven endpoints send none.</summary>
    public IReadOnlyList<DiscoveredEdge> Edges { get; init; } = [];

    /// <summary>Lists of children; factory-driven endpoints send none.</summary>
    public IReadOnlyList<DiscoveredRelation> Relations { get; init; } = [];

    /// <summary>The field that ties a record to its tenant.</summary>
    public required string ScopeField { get; init; }

    /// <summary>What may be nested in the records of each model, which only some endpoints say; null when this one does not.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DiscoveredNesting>>? Nested { get; init; }

    /// <summary>As the preflight of recipes takes it.</summary>
    public SchemaFacts Facts => new(Models, Relations, ScopeField) { Nested = Nested };

    /// <summary>A model by its exact name; null when there is none.</summary>
    public DiscoveredModel? Find(string name) => Models.FirstOrDefault(model => model.Name == name);

    /// <summary>The text of the file.</summary>
    public string Write()
    {
        var document = new JsonObject { ["schema"] = Schema() };
        if (Nested is not null)
            document["nested"] = JsonSerializer.SerializeToNode(Nested, JsonSerializerOptions.Web);
        return JsonText.Write(document);
    }

    private JsonObject Schema() => new()
    {
        ["models"] = JsonText.List(Models.Select(Model)),
        ["edges"] = JsonText.List(Edges.Select(edge => new JsonObject
        {
            ["from"] = edge.From,
            ["to"] = edge.To,
            ["localField"] = edge.LocalField,
            ["foreignField"] = edge.ForeignField,
            ["nullable"] = edge.Nullable,
        })),
        ["relations"] = JsonText.List(Relations.Select(relation => new JsonObject
        {
            ["parentModel"] = relation.ParentModel,
            ["childModel"] = relation.ChildModel,
            ["parentField"] = relation.ParentField,
            ["childField"] = relation.ChildField,
        })),
        ["scopeField"] = ScopeField,
    };

    private static JsonObject Model(DiscoveredModel model)
    {
        var node = new JsonObject { ["name"] = model.Name };
        if (model.TableName is { } table)
            node["tableName"] = table;
        node["fields"] = JsonText.List(model.Fields.Select(field => new JsonObject
        {
            ["name"] = field.Name,
            ["type"] = field.Type,
            ["isRequired"] = field.IsRequired,
            ["isId"] = field.IsId,
            ["hasDefault"] = field.HasDefault,
        }));
        return node;
    }
}

/// <summary>A foreign key.</summary>
/// <param name="From">Model that holds it.</param>
/// <param name="To">Model that it refers to.</param>
/// <param name="LocalField">Field that holds it.</param>
/// <param name="ForeignField">Field that it refers to.</param>
/// <param name="Nullable">Whether it may be empty.</param>
public sealed record DiscoveredEdge(string From, string To, string LocalField, string ForeignField, bool Nullable);
