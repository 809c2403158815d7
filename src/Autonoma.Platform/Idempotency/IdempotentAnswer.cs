using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Idempotency;

/// <summary>What a creating call was answered: sent again with the same key, it is answered the same and done once.</summary>
public sealed class IdempotentAnswer : OwnedEntity
{
    /// <summary>Who asked, what they called it, and where.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of the request: another request under the same key is a mistake.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>HTTP status; 0 while it is being done.</summary>
    public int Status { get; set; }

    /// <summary>Content type of the answer.</summary>
    public string? ContentType { get; set; }

    /// <summary>Location of what was made.</summary>
    public string? Location { get; set; }

    /// <summary>The answer.</summary>
    public byte[]? Body { get; set; }
}

internal sealed class IdempotentAnswerConfiguration : IEntityTypeConfiguration<IdempotentAnswer>
{
    public void Configure(EntityTypeBuilder<IdempotentAnswer> builder)
    {
        builder.ToTable("idempotent_answers");
        builder.Property(answer => answer.Key).HasMaxLength(400);
        builder.Property(answer => answer.ContentType).HasMaxLength(100);
        builder.Property(answer => answer.Location).HasMaxLength(500);
        builder.HasIndex(answer => new { answer.OrganizationId, answer.Key }).IsUnique();
        builder.HasIndex(answer => answer.CreatedAt);
    }
}
