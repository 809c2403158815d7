using Microsoft.AspNetCore.Identity;

namespace Shop.Accounts;

/// <summary>A member of a stored shop's staff. Of the password only the hash is kept.</summary>
internal sealed class StaffMember
{
    private static readonly PasswordHasher<StaffMember> Hasher = new();

    private StaffMember()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ShopId { get; private set; }
    public string Email { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Role { get; private set; } = "";
    public string PasswordHash { get; private set; } = "";

    public Account Account => new(Email, "", Name, Role);

    public static StaffMember Register(Guid shopId, string email, string name, string role, string password)
    {
        var member = new StaffMember { ShopId = shopId, Email = email.Trim().ToLowerInvariant(), Name = name, Role = role };
        member.PasswordHash = Hasher.HashPassword(member, password);
        return member;
    }

    public bool Knows(string password) => Hasher.VerifyHashedPassword(this, PasswordHash, password) != PasswordVerificationResult.Failed;
}
