using System.Linq.Expressions;
using System.Text.Json;
using Autonoma.EnvironmentFactory.Factories;
using Autonoma.EnvironmentFactory.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.EnvironmentFactory.EntityFrameworkCore.Entities;

/// <summary>Creates and removes entities through their context, many at a time.</summary>
internal sealed class EntityFactory<TEntity, TContext> : ModelFactory
    where TEntity : class
    where TContext : DbContext
{
    private readonly EntityMap _map;
    private readonly ModelFactoryEnvironment _environment;
    private readonly EntityInputReader _reader;

    public EntityFactory(string model, EntityMap map, ModelFactoryEnvironment environment)
        : base(model)
    {
        _map = map;
        _environment = environment;
        _reader = new(map, environment);
        Fields = [.. map.Members.Select(member => member.Field).OfType<ModelField>()];
        KeyField = map.Key.Count == 1 ? map.Key[0].Name : null;
    }

    public override IReadOnlyList<ModelField> Fields { get; }

    public override bool HasTeardown => true;

    public override Type EntityType => typeof(TEntity);

    public override string Orm => "efcore";

    public override int BatchSize => 500;

    public override IEnumerable<ModelRelation> RelationsIn(FactoryRegistry registry) => EntityRelations.Of(_map.Entity, registry);

    public override object? Read(ReadOnlySpan<byte> record, ICollection<FieldFault> faults) => _reader.Read(record, faults);

    public override async ValueTask<object?> CreateAsync(object input, FactoryContext context)
        => (await CreateManyAsync([input], context).ConfigureAwait(false))[0];

    public override async ValueTask<IReadOnlyList<object?>> CreateManyAsync(IReadOnlyList<object> inputs, FactoryContext context)
    {
        var database = context.Services.GetRequiredService<TContext>();
        var entries = new List<EntityEntry<TEntity>>(inputs.Count);
        foreach (EntityInput input in inputs)
            entries.Add(Add(database, input));
        // One transaction: all of them or none.
        await database.SaveChangesAsync(context.CancellationToken).ConfigureAwait(false);
        var records = new object?[entries.Count];
        for (var i = 0; i < records.Length; i++)
            records[i] = Remembered(entries[i]);
        // Else the context would look through everything created so far, each time anew.
        foreach (var entry in entries)
            entry.State = EntityState.Detached;
        return records;
    }

    public override ValueTask TeardownAsync(CreatedRecord record, FactoryContext context) => TeardownManyAsync([record], context);

    public override async ValueTask TeardownManyAsync(IReadOnlyList<CreatedRecord> records, FactoryContext context)
    {
        var database = context.Services.GetRequiredService<TContext>();
        var all = database.Set<TEntity>().IgnoreQueryFilters();
        if (_map.IsOneTable)
        {
            // Deletes what is there; what is gone is no failure.
            foreach (var some in _map.Key.Count == 1 ? [records] : records.Select(record => (IReadOnlyList<CreatedRecord>)[record]))
                await all.Where(HasKeyOf(some)).ExecuteDeleteAsync(context.CancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (var record in records)
        {
            var found = await all.Where(HasKeyOf([record])).ToListAsync(context.CancellationToken).ConfigureAwait(false);
            database.RemoveRange(found);
        }

        await database.SaveChangesAsync(context.CancellationToken).ConfigureAwait(false);
    }

    private EntityEntry<TEntity> Add(TContext database, EntityInput input)
    {
        var entity = (TEntity)Activator.CreateInstance(typeof(TEntity), nonPublic: true)!;
        var entry = database.Entry(entity);
        foreach (var (member, value) in input.Values)
        {
            if (member.Property is IProperty property)
                entry.Property(property).CurrentValue = value;
            else
                member.Property.PropertyInfo!.SetValue(entity, value);
        }

        return database.Add(entity);
    }

    private JsonElement Remembered(EntityEntry<TEntity> entry)
    {
        var record = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (_map.Key.Count > 1)
            record["id"] = string.Join('|', _map.Key.Select(member => Convert.ToString(entry.Property((IProperty)member.Property).CurrentValue, System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var member in _map.Members)
        {
            if (!member.IsSecret && member.Property is IProperty property)
                record[member.Name] = entry.Property(property).CurrentValue;
        }

        return JsonSerializer.SerializeToElement(record, _environment.Json);
    }

    private Expression<Func<TEntity, bool>> HasKeyOf(IReadOnlyList<CreatedRecord> records)
    {
        var entity = Expression.Parameter(typeof(TEntity), "entity");
        if (_map.Key.Count == 1)
            return Expression.Lambda<Func<TEntity, bool>>(IsOneOf(entity, _map.Key[0], records), entity);
        var parts = _map.Key.Select(member => IsOneOf(entity, member, records));
        return Expression.Lambda<Func<TEntity, bool>>(parts.Aggregate(Expression.AndAlso), entity);
    }

    private Expression IsOneOf(ParameterExpression entity, EntityMember member, IReadOnlyList<CreatedRecord> records)
    {
        var type = member.Property.ClrType;
        var keys = Array.CreateInstance(type, records.Count);
        for (var i = 0; i < records.Count; i++)
            keys.SetValue(records[i].Json.GetProperty(member.Name).Deserialize(type, _environment.Json), i);
        var value = Expression.Call(typeof(EF), nameof(EF.Property), [type], entity, Expression.Constant(member.Property.Name));
        // Read through a property, so that EF makes a parameter of it: one plan for all.
        var parameter = Expression.Property(Expression.Constant(new Keys(keys)), nameof(Keys.Values));
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [type], Expression.Convert(parameter, type.MakeArrayType()), value);
    }

    private sealed record Keys(Array Values);
}
