using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Serialization;
using Autonoma.EnvironmentFactory.Factories;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.EnvironmentFactory.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autonoma.EnvironmentFactory.EntityFrameworkCore.Entities;

/// <summary>What of an entity can be sent, and what is remembered of it. Holds metadata only, never a context.</summary>
internal sealed class EntityMap
{
    private EntityMap(IEntityType entity, IReadOnlyList<EntityMember> members)
    {
        Entity = entity;
        Members = members;
        Key = [.. entity.FindPrimaryKey()!.Properties.Select(property => members.First(member => member.Property == property))];
    }

    public IEntityType Entity { get; }

    public IReadOnlyList<EntityMember> Members { get; }

    public IReadOnlyList<EntityMember> Key { get; }

    /// <summary>True if one statement on one table removes a record.</summary>
    public bool IsOneTable => Entity.BaseType is null && !Entity.GetDerivedTypes().Any() && Entity.GetNavigations().All(navigation => !navigation.TargetEntityType.IsOwned() || navigation.TargetEntityType.GetTableName() == Entity.GetTableName());

    public static EntityMap Of<TEntity>(DbContext context, ModelFactoryEnvironment environment)
        where TEntity : class
    {
        var entity = EntityOf<TEntity>(context);
        if (entity.FindPrimaryKey() is null)
            throw new InvalidOperationException($"{typeof(TEntity).Name} has no key, so a record of it cannot be removed again.");
        if (typeof(TEntity).IsAbstract || typeof(TEntity).GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is null)
            throw new InvalidOperationException($"{typeof(TEntity).Name} has no constructor without parameters. Define a factory that creates it as the app does.");
        var empty = Activator.CreateInstance(typeof(TEntity), nonPublic: true)!;
        var members = entity.GetProperties().Where(property => property != entity.FindDiscriminatorProperty()).Select(property => MemberOf(property, empty, environment))
            .Concat(entity.GetNavigations().Where(navigation => navigation.TargetEntityType.IsOwned()).Select(navigation => PartOf(navigation, navigation.ForeignKey.IsRequiredDependent, empty, environment)))
            .Concat(entity.GetComplexProperties().Select(property => PartOf(property, !property.IsNullable, empty, environment)));
        return new(entity, [.. members]);
    }

    public static IEntityType EntityOf<TEntity>(DbContext context)
        => context.Model.FindEntityType(typeof(TEntity)) ?? throw new InvalidOperationException($"{typeof(TEntity).Name} is not an entity of {context.GetType().Name}.");

    private static EntityMember MemberOf(IProperty property, object empty, ModelFactoryEnvironment environment)
    {
        var name = EntityNames.Of(property, environment.Json);
        // The database numbers the records and stamps the versions: neither is for the caller to say.
        var isGenerated = property.ValueGenerated.HasFlag(ValueGenerated.OnUpdate) || (property.IsPrimaryKey() && property.ValueGenerated != ValueGenerated.Never && !property.IsForeignKey());
        var isComputed = property.GetComputedColumnSql() is not null;
        var initial = property.PropertyInfo?.CanRead == true ? property.PropertyInfo.GetValue(empty) : null;
        var isPlainValue = property.ClrType.IsValueType && !property.IsNullable && !property.IsForeignKey() && !property.IsPrimaryKey();
        var hasDefault = property.ValueGenerated != ValueGenerated.Never || (initial is not null && (!property.ClrType.IsValueType || isPlainValue));
        var isMarked = property.PropertyInfo?.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)) == true;
        var isRequired = !property.IsNullable && (!hasDefault || isMarked);
        var field = isGenerated || isComputed ? null : new ModelField(name, FieldTypeOf.Type(property.ClrType, environment.Json), isRequired, hasDefault && !isRequired, property.IsNullable, property.ClrType);
        var isSecret = property.PropertyInfo?.IsDefined(typeof(JsonIgnoreAttribute)) == true;
        return new(name, property, field, property.ClrType == typeof(string) ? property.GetMaxLength() : null, AttributesOf(property), isSecret);
    }

    private static EntityMember PartOf(IReadOnlyPropertyBase part, bool isRequired, object empty, ModelFactoryEnvironment environment)
    {
        var name = EntityNames.Of(part, environment.Json);
        var hasDefault = part.PropertyInfo?.CanRead == true && part.PropertyInfo.GetValue(empty) is not null;
        return new(name, part, new(name, FieldTypes.Json, isRequired && !hasDefault, hasDefault, !isRequired, part.ClrType), null, AttributesOf(part), IsSecret: true);
    }

    private static ValidationAttribute[] AttributesOf(IReadOnlyPropertyBase property)
        => [.. (property.PropertyInfo?.GetCustomAttributes<ValidationAttribute>(inherit: true) ?? []).Where(attribute => attribute is not RequiredAttribute)];
}
