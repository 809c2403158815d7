namespace Autonoma.Platform.Data;

/// <summary>A row with an id that grows with time.</summary>
public abstract class Entity
{
    /// <summary>UUIDv7: rows sort by when they were made.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When it was made, UTC; set when it is first saved.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>A row that belongs to one organization. Who asks sees only their own, see <see cref="PlatformDbContext"/>.</summary>
public abstract class OwnedEntity : Entity, IOwned
{
    /// <inheritdoc/>
    public Guid OrganizationId { get; set; }
}

/// <summary>Belongs to one organization; set by itself when it is first saved.</summary>
public interface IOwned
{
    /// <summary>Whose it is.</summary>
    Guid OrganizationId { get; set; }
}

/// <summary>Belongs to one application, and goes when that goes: see <see cref="PlatformDbContext"/>.</summary>
public interface IOfApplication
{
    /// <summary>Which.</summary>
    Guid ApplicationId { get; }
}

/// <summary>When a row was last changed; set by itself.</summary>
public interface IChanging
{
    /// <summary>UTC.</summary>
    DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>Two people may edit it: the second who saves what the first has changed is told. Counts by itself.</summary>
public interface IVersioned : IChanging
{
    /// <summary>1 for the first.</summary>
    int Version { get; set; }
}
