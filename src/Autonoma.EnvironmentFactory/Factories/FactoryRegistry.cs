using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Autonoma.EnvironmentFactory.Schema;

namespace Autonoma.EnvironmentFactory.Factories;

/// <summary>Every model that can be created. Made once, when the app starts or the first request arrives.</summary>
public sealed class FactoryRegistry
{
    private readonly Dictionary<string, RegisteredModel> _byName = new(StringComparer.Ordinal);
    private readonly List<RegisteredModel> _models = [];

    internal FactoryRegistry(IEnumerable<FactoryRegistration> registrations, IServiceProvider services, EnvironmentFactoryOptions options)
    {
        Json = new FactoryJson(options.JsonOptions);
        var names = Json.Inputs.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var all = registrations.ToList();
        foreach (var registration in all)
        {
            var factory = registration.Make(services, Json);
            factory.KeyField = registration.KeyField ?? factory.KeyField;
            var model = new RegisteredModel(factory, registration.Sample, names);
            if (!_byName.TryAdd(factory.Model, model))
                throw new InvalidOperationException($"Two factories are registered for the model {factory.Model}.");
            _models.Add(model);
            model.ScopeField = factory.Fields.FirstOrDefault(field => IsScope(field.Name, options.ScopeField));
        }

        foreach (var (registration, model) in all.Zip(_models))
            AddRelations(registration, model, services);
        ScopeModel = options.ScopeModel ?? DefaultScopeModel(options.ScopeField);
        Orm = _models.Select(model => model.Factory.Orm).OfType<string>().FirstOrDefault() ?? "unknown";
    }

    /// <summary>The models in the order of registration.</summary>
    public IReadOnlyList<RegisteredModel> Models => _models;

    /// <summary>How inputs are read.</summary>
    public JsonSerializerOptions InputJson => Json.Inputs;

    internal FactoryJson Json { get; }

    /// <summary>The model at the root of a tenant's data; null if there is none.</summary>
    internal string? ScopeModel { get; }

    internal string Orm { get; }

    /// <summary>Finds a model by its exact name.</summary>
    public bool TryFind(string model, [NotNullWhen(true)] out RegisteredModel? found) => _byName.TryGetValue(model, out found);

    /// <summary>The model of an entity class; null if it has no factory.</summary>
    public string? ModelOf(Type entity)
        => (_models.FirstOrDefault(model => model.Factory.EntityType == entity) ?? _byName.GetValueOrDefault(entity.Name))?.Name;

    // organizationId, organization_id and OrganizationID are one field.
    internal static bool IsScope(string name, string? scopeField)
        => scopeField is not null && string.Equals(Normalized(name), Normalized(scopeField), StringComparison.Ordinal);

    private static string Normalized(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private string? DefaultScopeModel(string? scopeField)
    {
        if (scopeField is null)
            return null;
        var name = Normalized(scopeField);
        if (!name.EndsWith("id", StringComparison.Ordinal))
            return null;
        return _models.FirstOrDefault(model => Normalized(model.Name) == name[..^2])?.Name;
    }

    private void AddRelations(FactoryRegistration registration, RegisteredModel model, IServiceProvider services)
    {
        foreach (var relation in registration.Relations)
        {
            if (!_byName.TryGetValue(relation.Model, out var other))
                throw new InvalidOperationException($"{model.Name}.{relation.Name} refers to the model {relation.Model}, which has no factory.");
            var holder = relation.Kind == RelationKind.BelongsTo ? model : other;
            if (!holder.Factory.TakesAnything && holder.FindField(relation.ForeignKey) is null)
                throw new InvalidOperationException($"{model.Name}.{relation.Name}: {holder.Name} has no field {relation.ForeignKey}. Its fields: {string.Join(", ", holder.Factory.Fields.Select(field => field.Name))}.");
            model.Add(relation);
        }

        foreach (var relation in registration.RelationSources.SelectMany(source => source(services, this)).Concat(model.Factory.RelationsIn(this)))
        {
            // Read from elsewhere: what has no factory, or a factory that does not take the key, cannot be nested, and that is nobody's mistake.
            if (!_byName.TryGetValue(relation.Model, out var other))
                continue;
            var holder = relation.Kind == RelationKind.BelongsTo ? model : other;
            if (holder.Factory.TakesAnything || holder.FindField(relation.ForeignKey) is not null)
                model.Add(relation);
        }
    }
}
