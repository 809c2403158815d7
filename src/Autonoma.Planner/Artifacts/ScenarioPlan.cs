using Autonoma.Planner.Artifacts.Text;

namespace Autonoma.Planner.Artifacts;

/// <summary>What <c>scenarios.md</c> says: the environments that tests run in. Written by step 3.</summary>
public sealed record ScenarioPlan
{
    /// <summary>Sections that must have been planned.</summary>
    public static IReadOnlyList<string> RequiredSections { get; } = ["schema_summary", "relationship_map", "variable_data_strategy"];

    /// <summary>The scenarios: standard, empty and large at least.</summary>
    public required IReadOnlyList<PlannedScenario> Scenarios { get; init; }

    /// <summary>Names of the models that the scenarios use.</summary>
    public required IReadOnlyList<string> EntityTypes { get; init; }

    /// <summary>Values that differ from run to run.</summary>
    public IReadOnlyList<VariableField> VariableFields { get; init; } = [];

    /// <summary>Names of the sections of the plan, with <see cref="RequiredSections"/> among them.</summary>
    public IReadOnlyList<string> PlanningSections { get; init; } = RequiredSections;

    /// <summary>Markdown below the front matter: the sections, and each scenario with its credentials and tables.</summary>
    public string Body { get; init; } = "";

    /// <summary>A scenario by its exact name; null when there is none.</summary>
    public PlannedScenario? Find(string name) => Scenarios.FirstOrDefault(scenario => scenario.Name == name);

    /// <summary>The text of the file; the count is counted.</summary>
    public string Write() => new FrontMatterText().Add("scenario_count", Scenarios.Count)
        .AddEach("scenarios", Scenarios, (entry, scenario) =>
        {
            entry.Add("name", scenario.Name).Add("description", scenario.Description);
            if (scenario.EntityTypeNames is { } names)
                entry.Add("entity_types", names);
            else
                entry.Add("entity_types", scenario.EntityTypeCount);
            entry.Add("total_entities", scenario.TotalEntities);
        })
        .AddEach("entity_types", EntityTypes, (entry, name) => entry.Add("name", name))
        .AddEach("variable_fields", VariableFields, (entry, field) => entry.Add("token", $"{{{{{field.Token}}}}}").Add("entity", field.Entity).Add("scenarios", field.Scenarios)
            .AddIfAny("generator", field.Generator).Add("reason", field.Reason).Add("test_reference", field.TestReference))
        .Add("planning_sections", PlanningSections).End(Body);
}

/// <summary>An environment for tests.</summary>
public sealed record PlannedScenario
{
    /// <summary>Name that tests refer to.</summary>
    public required string Name { get; init; }

    /// <summary>Its state in words.</summary>
    public required string Description { get; init; }

    /// <summary>How many models have records in it; counted when they are named.</summary>
    public int EntityTypeCount { get => EntityTypeNames?.Count ?? field; init; }

    /// <summary>Which models have; null when only their number is said.</summary>
    public IReadOnlyList<string>? EntityTypeNames { get; init; }

    /// <summary>How many records there are.</summary>
    public int TotalEntities { get; init; }
}

/// <summary>A value that differs from run to run.</summary>
public sealed record VariableField
{
    /// <summary>Name without braces: <c>project_title</c>.</summary>
    public required string Token { get; init; }

    /// <summary>Model and field: <c>Project.title</c>.</summary>
    public required string Entity { get; init; }

    /// <summary>Scenarios that use it.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>How the value is made, in words; null when nothing was said.</summary>
    public string? Generator { get; init; }

    /// <summary>Why it must differ.</summary>
    public required string Reason { get; init; }

    /// <summary>How tests refer to it: <c>({{project_title}} variable)</c>.</summary>
    public required string TestReference { get; init; }
}
