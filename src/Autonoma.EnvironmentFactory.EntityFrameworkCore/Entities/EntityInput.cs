namespace Autonoma.EnvironmentFactory.EntityFrameworkCore.Entities;

/// <summary>The values of an entity to be, read and checked.</summary>
internal sealed record EntityInput(IReadOnlyList<(EntityMember Member, object? Value)> Values);
