using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Factories;

namespace Autonoma.EnvironmentFactory;

/// <summary>Says more about a model that was registered.</summary>
public sealed class FactoryBuilder
{
    private readonly FactoryRegistration _registration;

    internal FactoryBuilder(FactoryRegistration registration) => _registration = registration;

    /// <summary>The model.</summary>
    public string Model => _registration.Model;

    /// <summary>Records of another model may be nested under a key; each of them holds the id of this one.</summary>
    /// <param name="name">The key, such as <c>members</c>.</param>
    /// <param name="model">The model of the nested records.</param>
    /// <param name="foreignKey">Their field that gets the id of this record.</param>
    public FactoryBuilder HasMany(string name, string model, string foreignKey) => Add(name, model, foreignKey, RelationKind.HasMany);

    /// <summary>One record of another model may be nested under a key; it holds the id of this one.</summary>
    /// <param name="name">The key, such as <c>profile</c>.</param>
    /// <param name="model">The model of the nested record.</param>
    /// <param name="foreignKey">Its field that gets the id of this record.</param>
    public FactoryBuilder HasOne(string name, string model, string foreignKey) => Add(name, model, foreignKey, RelationKind.HasOne);

    /// <summary>One record of another model may be nested under a key; it is created first and this record holds its id.</summary>
    /// <param name="name">The key, such as <c>user</c>.</param>
    /// <param name="model">The model of the nested record.</param>
    /// <param name="foreignKey">The field of this record that gets its id.</param>
    public FactoryBuilder BelongsTo(string name, string model, string foreignKey) => Add(name, model, foreignKey, RelationKind.BelongsTo);

    /// <summary>Relations from somewhere else, such as the model of an object-relational mapper. Declared ones win.</summary>
    public FactoryBuilder RelationsFrom(Func<IServiceProvider, FactoryRegistry, IEnumerable<ModelRelation>> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _registration.RelationSources.Add(source);
        return this;
    }

    /// <summary>The field of a created record that is its id, where there is none with the name <c>id</c>.</summary>
    public FactoryBuilder HasKey(string field)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        _registration.KeyField = field;
        return this;
    }

    /// <summary>A valid record, for the check that creates one of every model. Needed where valid values cannot be guessed from the fields.</summary>
    /// <param name="record">JSON; references to other models are filled in.</param>
    public FactoryBuilder HasSample(string record)
    {
        _registration.Sample = JsonNode.Parse(record) as JsonObject ?? throw new ArgumentException("A sample is a JSON object.", nameof(record));
        return this;
    }

    private FactoryBuilder Add(string name, string model, string foreignKey, RelationKind kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        ArgumentException.ThrowIfNullOrWhiteSpace(foreignKey);
        _registration.Relations.Add(new(name, model, foreignKey, kind));
        return this;
    }
}
