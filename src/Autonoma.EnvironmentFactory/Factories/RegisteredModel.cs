using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Schema;

namespace Autonoma.EnvironmentFactory.Factories;

/// <summary>A model, ready for work: its factory, its relations, and its fields by name.</summary>
public sealed class RegisteredModel
{
    private readonly Dictionary<string, ModelField> _fields;
    private readonly Dictionary<string, ModelRelation> _relations = [];

    internal RegisteredModel(ModelFactory factory, JsonObject? sample, StringComparer names)
    {
        Factory = factory;
        Sample = sample;
        _fields = new(names);
        foreach (var field in factory.Fields)
            _fields.TryAdd(field.Name, field);
    }

    /// <summary>The key in <c>create</c>.</summary>
    public string Name => Factory.Model;

    /// <summary>What creates and removes its records.</summary>
    public ModelFactory Factory { get; }

    /// <summary>What may be nested in its records.</summary>
    public IReadOnlyCollection<ModelRelation> Relations => _relations.Values;

    /// <summary>A record that is known to be valid, for checks; null if none was given.</summary>
    internal JsonObject? Sample { get; }

    internal ModelField? ScopeField { get; set; }

    internal ModelField? FindField(string name) => _fields.GetValueOrDefault(name);

    internal ModelRelation? FindRelation(string name) => _relations.GetValueOrDefault(name);

    // What was declared first wins: the app's own words before those of the EF model.
    internal void Add(ModelRelation relation) => _relations.TryAdd(relation.Name, relation);
}
