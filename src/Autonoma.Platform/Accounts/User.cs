using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Accounts;

/// <summary>A person with a way to sign in. Belongs to organizations as a member.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>With a new id.</summary>
    public User() => Id = Guid.CreateVersion7();

    /// <summary>As people call them.</summary>
    public string Name { get; set; } = "";

    /// <summary>When the account was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder) => builder.Property(user => user.Name).HasMaxLength(200);
}
