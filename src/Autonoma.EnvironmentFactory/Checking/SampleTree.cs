using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Factories;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.EnvironmentFactory.Schema;

namespace Autonoma.EnvironmentFactory.Checking;

/// <summary>Makes up one record of a model, and of every model it needs.</summary>
internal sealed class SampleTree
{
    private readonly FactoryRegistry _registry;
    private readonly JsonObject _tree = [];
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);

    private SampleTree(FactoryRegistry registry) => _registry = registry;

    public static JsonObject Of(RegisteredModel model, FactoryRegistry registry)
    {
        var tree = new SampleTree(registry);
        tree.Make(model);
        return tree._tree;
    }

    private void Make(RegisteredModel model)
    {
        if (!_made.Add(model.Name))
            return;
        var record = (JsonObject?)model.Sample?.DeepClone() ?? [];
        record["_alias"] = Alias(model);
        foreach (var field in model.Factory.Fields)
        {
            var isNeeded = field.IsRequired || field == model.ScopeField;
            if (record.ContainsKey(field.Name) || !isNeeded)
                continue;
            if (Target(model, field) is { } target)
            {
                // A model that needs itself, or its own dependant, cannot be made first; what then fails names the field.
                if (target == model || (_made.Contains(target.Name) && !_tree.ContainsKey(target.Name)))
                    continue;
                Make(target);
                record[field.Name] = new JsonObject { ["_ref"] = Alias(target) };
            }
            else
            {
                record[field.Name] = Value(field);
            }
        }

        _tree[model.Name] = new JsonArray(record);
    }

    private static string Alias(RegisteredModel model) => $"sample:{model.Name}";

    private RegisteredModel? Target(RegisteredModel model, ModelField field)
    {
        foreach (var relation in model.Relations)
        {
            if (relation.Kind == RelationKind.BelongsTo && relation.ForeignKey == field.Name && _registry.TryFind(relation.Model, out var outer))
                return outer;
        }

        foreach (var other in _registry.Models)
        {
            if (other.Relations.Any(relation => relation.Kind != RelationKind.BelongsTo && relation.Model == model.Name && relation.ForeignKey == field.Name))
                return other;
        }

        // No relation says it, but organizationId can hardly be anything else.
        return _registry.Models.FirstOrDefault(other => FactoryRegistry.IsScope($"{other.Name}Id", field.Name));
    }

    private static JsonNode Value(ModelField field)
    {
        var type = Nullable.GetUnderlyingType(field.ValueType) ?? field.ValueType;
        if (type.IsEnum)
            return Enum.GetNames(type)[0];
        return field.Type switch
        {
            FieldTypes.WholeNumber or FieldTypes.Number => 1,
            FieldTypes.Truth => true,
            FieldTypes.Timestamp => "2026-01-15T10:00:00Z",
            FieldTypes.Date => "2026-01-15",
            FieldTypes.Uuid => Guid.NewGuid().ToString(),
            FieldTypes.Json => typeof(System.Collections.IEnumerable).IsAssignableFrom(type) && !typeof(System.Collections.IDictionary).IsAssignableFrom(type) ? new JsonArray() : new JsonObject(),
            _ => Text(field.Name.ToLowerInvariant()),
        };
    }

    private static string Text(string name) => name switch
    {
        _ when name.Contains("email", StringComparison.Ordinal) => "{{testRunId}}@example.com",
        _ when name.Contains("url", StringComparison.Ordinal) || name.Contains("link", StringComparison.Ordinal) || name.Contains("website", StringComparison.Ordinal) => "https://example.com/{{testRunId}}",
        _ when name.Contains("phone", StringComparison.Ordinal) => "+14155550123",
        _ when name.Contains("password", StringComparison.Ordinal) => "Sample-Passw0rd!",
        _ when name.Contains("country", StringComparison.Ordinal) => "DE",
        _ when name.Contains("currency", StringComparison.Ordinal) => "EUR",
        _ => "{{testRunId}}",
    };
}
