using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Tests;

/// <summary>One test of an application, whatever it says today: its text is a <see cref="Plan"/>, and which plan holds on a branch says a <see cref="Branches.SuiteEntry"/>.</summary>
public sealed class Test : OwnedEntity, IOfApplication
{
    /// <summary>Whose test.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Number of its newest plan: the next is one more. Two who write at once are told apart by it.</summary>
    public int LastPlan { get; set; }
}

/// <summary>What a test said at one time. Never changed: an edit is a new plan.</summary>
public sealed class Plan : OwnedEntity
{
    /// <summary>Of which test.</summary>
    public required Guid TestId { get; init; }

    /// <summary>1 for the first text of the test.</summary>
    public required int Number { get; init; }

    /// <summary>Where the file lies in the suite: <c>cart/checkout.md</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The folder of the path: <c>cart</c>; empty at the root.</summary>
    public required string Folder { get; init; }

    /// <summary>Of the front matter, or made of the file's name.</summary>
    public required string Title { get; init; }

    /// <summary>Of the front matter, sorted.</summary>
    public required string[] Tags { get; init; }

    /// <summary>Scenario of the front matter; null when it needs none.</summary>
    public string? Scenario { get; init; }

    /// <summary>The file, as written.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of path and content, hex: equal plans are recognised by it.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether it has errors: such a test cannot run.</summary>
    public bool HasErrors { get; init; }

    /// <summary>Who wrote it; null when a key did.</summary>
    public Guid? AuthorId { get; init; }
}

internal sealed class TestConfiguration : IEntityTypeConfiguration<Test>
{
    public void Configure(EntityTypeBuilder<Test> builder)
    {
        builder.ToTable("tests");
        builder.Property(test => test.LastPlan).IsConcurrencyToken();
    }
}

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plans");
        builder.Property(plan => plan.Path).HasMaxLength(500);
        builder.Property(plan => plan.Folder).HasMaxLength(500);
        builder.Property(plan => plan.Title).HasMaxLength(500);
        builder.Property(plan => plan.Scenario).HasMaxLength(200);
        builder.Property(plan => plan.Hash).HasMaxLength(64);
        builder.HasOne<Test>().WithMany().HasForeignKey(plan => plan.TestId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(plan => new { plan.TestId, plan.Number }).IsUnique();
    }
}
