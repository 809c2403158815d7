using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Branches;

/// <summary>A line of versions of an application's suite. Every application has one that is its main one.</summary>
public sealed class Branch : OwnedEntity, IOfApplication, IChanging
{
    /// <summary>Of which application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>As in the repository: <c>main</c>, <c>feature/cart</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is what holds when nobody names a branch.</summary>
    public bool IsMain { get; set; }

    /// <summary>The pull request it belongs to; null when to none.</summary>
    public int? PullRequest { get; set; }

    /// <summary>Number of its newest version; 0 while it has none. Two who write at once are told apart by it.</summary>
    public int Head { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>A suite at one time: the set of tests and plans that <see cref="SuiteEntry"/> rows say. Never changed.</summary>
public sealed class SuiteVersion : OwnedEntity
{
    /// <summary>On which branch.</summary>
    public required Guid BranchId { get; init; }

    /// <summary>1 for the first of the branch.</summary>
    public required int Number { get; init; }

    /// <summary>The version it was made from: the one before, or where the branch began.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Where it came from: <c>editor</c>, <c>import</c>, <c>setup</c>, <c>branch</c>, <c>heal</c>.</summary>
    public required string Source { get; init; }

    /// <summary>What was done, in a sentence.</summary>
    public string Message { get; init; } = "";

    /// <summary>Commit it was imported from; null when from none.</summary>
    public string? Commit { get; init; }

    /// <summary>Who made it; null when a key did.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>How many tests it has.</summary>
    public int Tests { get; init; }
}

/// <summary>
/// A test has a plan on a branch from one version on, until another. A version is all rows that hold at its number, so that an edit among ten thousand tests
/// writes two rows and not ten thousand.
/// </summary>
public sealed class SuiteEntry : OwnedEntity
{
    /// <summary>On which branch.</summary>
    public required Guid BranchId { get; init; }

    /// <summary>The test.</summary>
    public required Guid TestId { get; init; }

    /// <summary>What it says.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Where the file lies: no two tests of a version lie at one place.</summary>
    public required string Path { get; init; }

    /// <summary>The first version with it.</summary>
    public required int ValidFrom { get; init; }

    /// <summary>The first version without it; null while it holds.</summary>
    public int? ValidTo { get; set; }
}

internal sealed class BranchConfiguration : IEntityTypeConfiguration<Branch>
{
    public void Configure(EntityTypeBuilder<Branch> builder)
    {
        builder.ToTable("branches");
        builder.Property(branch => branch.Name).HasMaxLength(255);
        builder.Property(branch => branch.Head).IsConcurrencyToken();
        builder.HasIndex(branch => new { branch.ApplicationId, branch.Name }).IsUnique();
        builder.HasIndex(branch => branch.ApplicationId).IsUnique().HasFilter("is_main").HasDatabaseName("ix_branches_main");
    }
}

internal sealed class SuiteVersionConfiguration : IEntityTypeConfiguration<SuiteVersion>
{
    public void Configure(EntityTypeBuilder<SuiteVersion> builder)
    {
        builder.ToTable("suite_versions");
        builder.Property(version => version.Source).HasMaxLength(40);
        builder.Property(version => version.Message).HasMaxLength(1000);
        builder.Property(version => version.Commit).HasMaxLength(64);
        builder.HasOne<Branch>().WithMany().HasForeignKey(version => version.BranchId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<SuiteVersion>().WithMany().HasForeignKey(version => version.ParentId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(version => new { version.BranchId, version.Number }).IsUnique();
    }
}

internal sealed class SuiteEntryConfiguration : IEntityTypeConfiguration<SuiteEntry>
{
    public void Configure(EntityTypeBuilder<SuiteEntry> builder)
    {
        builder.ToTable("suite_entries");
        builder.Property(entry => entry.Path).HasMaxLength(500);
        builder.HasOne<Branch>().WithMany().HasForeignKey(entry => entry.BranchId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Tests.Test>().WithMany().HasForeignKey(entry => entry.TestId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Tests.Plan>().WithMany().HasForeignKey(entry => entry.PlanId).OnDelete(DeleteBehavior.Cascade);
        // What holds now, and that no test has two plans and no file two tests.
        builder.HasIndex(entry => new { entry.BranchId, entry.Path }).IsUnique().HasFilter("valid_to IS NULL").HasDatabaseName("ix_suite_entries_current_path");
        builder.HasIndex(entry => new { entry.BranchId, entry.TestId }).IsUnique().HasFilter("valid_to IS NULL").HasDatabaseName("ix_suite_entries_current_test");
        builder.HasIndex(entry => new { entry.BranchId, entry.ValidFrom });
    }
}
