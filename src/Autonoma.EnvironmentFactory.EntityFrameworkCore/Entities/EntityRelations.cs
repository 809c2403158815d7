using System.Text.Json;
using Autonoma.EnvironmentFactory.Factories;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autonoma.EnvironmentFactory.EntityFrameworkCore.Entities;

/// <summary>The navigations of an entity as relations between models.</summary>
internal static class EntityRelations
{
    public static IEnumerable<ModelRelation> Of(IEntityType entity, FactoryRegistry registry)
    {
        foreach (var navigation in entity.GetNavigations())
        {
            var key = navigation.ForeignKey;
            // A key of several columns cannot be one id; an owned entity is a part of its owner.
            if (navigation.TargetEntityType.IsOwned() || key.Properties.Count != 1 || registry.ModelOf(navigation.TargetEntityType.ClrType) is not { } model)
                continue;
            var kind = navigation.IsOnDependent ? RelationKind.BelongsTo : key.IsUnique ? RelationKind.HasOne : RelationKind.HasMany;
            yield return new(EntityNames.Of(navigation, registry.InputJson), model, EntityNames.Of(key.Properties[0], registry.InputJson), kind);
        }
    }
}
