using System.Text.Json;
using Autonoma.EnvironmentFactory.Schema;

namespace Autonoma.EnvironmentFactory.Factories;

/// <summary>
/// Creates and removes the records of one model: what lambdas, factory classes and entities all become. Derive from it to bring models from
/// elsewhere; one instance serves all requests, so it holds no services.
/// </summary>
public abstract class ModelFactory
{
    private protected static readonly IReadOnlyList<ModelRelation> NoRelations = [];

    /// <summary>Creates the factory of a model.</summary>
    /// <param name="model">The key in <c>create</c>.</param>
    protected ModelFactory(string model)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        Model = model;
    }

    /// <summary>The key in <c>create</c>.</summary>
    public string Model { get; }

    /// <summary>What a record may hold, in the order of declaration.</summary>
    public abstract IReadOnlyList<ModelField> Fields { get; }

    /// <summary>True if a record may hold anything; then nothing in it is unknown.</summary>
    public virtual bool TakesAnything => false;

    /// <summary>False if <c>down</c> leaves the records alone.</summary>
    public abstract bool HasTeardown { get; }

    /// <summary>The entity class behind the model, for relations between entities; null if there is none.</summary>
    public virtual Type? EntityType => null;

    /// <summary>What <c>sdk.orm</c> says; null if nothing.</summary>
    public virtual string? Orm => null;

    /// <summary>How many records in a row one call of <see cref="CreateManyAsync"/> may get. The default is 1: each on its own.</summary>
    public virtual int BatchSize => 1;

    /// <summary>The field of a created record that serves as its id when it has no <c>id</c> of its own.</summary>
    public string? KeyField { get; protected internal set; }

    /// <summary>Relations that the model itself knows of; those declared at registration come first.</summary>
    public virtual IEnumerable<ModelRelation> RelationsIn(FactoryRegistry registry) => NoRelations;

    /// <summary>Makes an input of a record, or says what is wrong with it.</summary>
    /// <param name="record">The record as JSON: only its known fields, references replaced by ids.</param>
    /// <param name="faults">Gets everything that is wrong.</param>
    /// <returns>The input; null if there are faults.</returns>
    public abstract object? Read(ReadOnlySpan<byte> record, ICollection<FieldFault> faults);

    /// <summary>Creates a record. What is returned is remembered as JSON.</summary>
    public abstract ValueTask<object?> CreateAsync(object input, FactoryContext context);

    /// <summary>Creates several records that do not depend on each other: all of them or, if it throws, none.</summary>
    public virtual ValueTask<IReadOnlyList<object?>> CreateManyAsync(IReadOnlyList<object> inputs, FactoryContext context)
        => throw new NotSupportedException($"{Model} creates one record at a time.");

    /// <summary>Removes a record; one that is gone already is no failure.</summary>
    public abstract ValueTask TeardownAsync(CreatedRecord record, FactoryContext context);

    /// <summary>Removes several records, newest first: all of them or, if it throws, none.</summary>
    public virtual ValueTask TeardownManyAsync(IReadOnlyList<CreatedRecord> records, FactoryContext context)
        => throw new NotSupportedException($"{Model} removes one record at a time.");

    /// <summary>The field with a name, or null.</summary>
    protected internal ModelField? FindField(string name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>What of a created record is remembered. By default all of it.</summary>
    protected internal virtual JsonElement Remember(object record, JsonSerializerOptions json)
    {
        ArgumentNullException.ThrowIfNull(record);
        return JsonSerializer.SerializeToElement(record, record.GetType(), json);
    }
}
