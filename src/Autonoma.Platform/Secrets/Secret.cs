using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Secrets;

/// <summary>A value that only the server reads, of one application.</summary>
public sealed class Secret : OwnedEntity, IOfApplication, IChanging
{
    /// <summary>The bundle of values that tests may use as <c>{{NAME}}</c>.</summary>
    public const string Tests = "tests";

    /// <summary>The bundle of what the Environment Factory is called with; never listed among the application's own.</summary>
    public const string Endpoint = "$endpoint";

    /// <summary>The bundle of headers that the Environment Factory is called with.</summary>
    public const string EndpointHeaders = "$endpoint-headers";

    /// <summary>Whose.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Which part of the application it is for: an app of its preview, or one of the constants.</summary>
    public required string Bundle { get; init; }

    /// <summary>As it is used.</summary>
    public required string Name { get; init; }

    /// <summary>The value, sealed for this row.</summary>
    public required byte[] Sealed { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class SecretConfiguration : IEntityTypeConfiguration<Secret>
{
    public void Configure(EntityTypeBuilder<Secret> builder)
    {
        builder.ToTable("secrets");
        builder.Property(secret => secret.Bundle).HasMaxLength(100);
        builder.Property(secret => secret.Name).HasMaxLength(200);
        builder.HasIndex(secret => new { secret.ApplicationId, secret.Bundle, secret.Name }).IsUnique();
    }
}
