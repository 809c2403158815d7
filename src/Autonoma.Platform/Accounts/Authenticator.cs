using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Accounts;

/// <summary>What the codes of a person's second factor are made of: whoever reads it can make them too, so it is sealed.</summary>
public sealed class Authenticator
{
    /// <summary>Whose.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The seed, sealed.</summary>
    public required byte[] Sealed { get; set; }
}

/// <summary>One of the codes for when the second factor is lost. Good once; only its hash is kept.</summary>
public sealed class RecoveryCode
{
    /// <summary>Whose.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Slow and salted, as of a password: a code is short enough to be guessed with a fast one.</summary>
    public required string Hash { get; init; }
}

internal sealed class AuthenticatorConfiguration : IEntityTypeConfiguration<Authenticator>
{
    public void Configure(EntityTypeBuilder<Authenticator> builder)
    {
        builder.ToTable("authenticators");
        builder.HasKey(authenticator => authenticator.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(authenticator => authenticator.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes");
        builder.HasKey(code => new { code.UserId, code.Hash });
        builder.Property(code => code.Hash).HasMaxLength(200);
        builder.HasOne<User>().WithMany().HasForeignKey(code => code.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
