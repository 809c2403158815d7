using Autonoma.Platform.Organizations;

namespace Autonoma.Platform.Access;

/// <summary>Who asks, in this scope. Filled in once, before anything is done.</summary>
public sealed class Caller
{
    /// <summary>The person; null for a key and for nobody.</summary>
    public Guid? UserId { get; set; }

    /// <summary>The key; null for a person and for nobody.</summary>
    public Guid? ApiKeyId { get; set; }

    /// <summary>The session of the person.</summary>
    public Guid? SessionId { get; set; }

    /// <summary>As they are called: an e-mail address, or the name of a key.</summary>
    public string Name { get; set; } = "server";

    /// <summary>What they may in the organization; null when they belong to none.</summary>
    public Role? Role { get; set; }

    /// <summary>What the key may be used for; a person may whatever their role allows.</summary>
    public IReadOnlyList<string>? Scopes { get; set; }

    /// <summary>From where.</summary>
    public string? Address { get; set; }

    /// <summary>Whether somebody is signed in.</summary>
    public bool IsKnown => UserId is not null || ApiKeyId is not null;

    /// <summary>Whether they may.</summary>
    public bool May(Permission permission) => Role is { } role && Permissions.Allows(role, permission) && (Scopes is null || Permissions.Covers(Scopes, permission));
}
