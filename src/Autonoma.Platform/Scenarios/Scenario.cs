using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Scenarios;

/// <summary>A named environment of test data of an application.</summary>
public sealed class Scenario : OwnedEntity, IOfApplication, IVersioned
{
    /// <summary>Whose.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>As tests name it; unique in the application.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds, in words.</summary>
    public string Description { get; set; } = "";

    /// <summary>The recipe it is made by now; null while it has none.</summary>
    public Guid? ActiveRecipeId { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>How a scenario is made, as it was at one time. Never changed: another recipe is another row.</summary>
public sealed class RecipeVersion : OwnedEntity
{
    /// <summary>Of which scenario.</summary>
    public required Guid ScenarioId { get; init; }

    /// <summary>1 for the first of the scenario.</summary>
    public required int Number { get; init; }

    /// <summary>The recipe, as JSON: create tree, variables and proof.</summary>
    public required string Recipe { get; init; }

    /// <summary>SHA-256 of the recipe, hex.</summary>
    public required string Hash { get; init; }

    /// <summary>How it was proven: <c>sdk-check</c> or <c>endpoint-lifecycle</c>.</summary>
    public required string ValidationMode { get; init; }

    /// <summary>The setup it came with; null when it was edited here.</summary>
    public Guid? SetupId { get; init; }

    /// <summary>Who wrote it; null when a key did.</summary>
    public Guid? AuthorId { get; init; }
}

internal sealed class ScenarioConfiguration : IEntityTypeConfiguration<Scenario>
{
    public void Configure(EntityTypeBuilder<Scenario> builder)
    {
        builder.ToTable("scenarios");
        builder.Property(scenario => scenario.Name).HasMaxLength(200);
        builder.HasIndex(scenario => new { scenario.ApplicationId, scenario.Name }).IsUnique();
    }
}

internal sealed class RecipeVersionConfiguration : IEntityTypeConfiguration<RecipeVersion>
{
    public void Configure(EntityTypeBuilder<RecipeVersion> builder)
    {
        builder.ToTable("recipe_versions");
        // Text and not jsonb: what is sent to the endpoint is what was uploaded, key for key.
        builder.Property(recipe => recipe.Hash).HasMaxLength(64);
        builder.Property(recipe => recipe.ValidationMode).HasMaxLength(40);
        builder.HasOne<Scenario>().WithMany().HasForeignKey(recipe => recipe.ScenarioId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(recipe => new { recipe.ScenarioId, recipe.Number }).IsUnique();
    }
}
