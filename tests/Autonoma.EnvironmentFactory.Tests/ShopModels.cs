using System.ComponentModel.DataAnnotations;

namespace Autonoma.EnvironmentFactory.Tests;

public sealed record OrganizationInput([StringLength(40)] string Name, string Plan = "free");

public sealed record UserInput([EmailAddress] string Email, string? Name, string OrganizationId);

public sealed record MemberInput(Role Role, string OrganizationId, string UserId);

public sealed record ProjectInput
{
    public required string Title { get; init; }

    [Range(1, 5)]
    public int Priority { get; init; } = 3;

    public string? OwnerId { get; init; }

    public string? ParentId { get; init; }

    public Address? Address { get; init; }
}

public sealed record Address([Required] string Street, [StringLength(2, MinimumLength = 2)] string Country);

public enum Role
{
    Member,
    Owner,
}

public sealed record Row(string Id, string Model, object Input);
