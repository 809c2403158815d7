using System.Text.Json.Nodes;

namespace Autonoma.Planner.Designing;

/// <summary>The scenarios of an application, down to each value.</summary>
/// <param name="Scenarios">Standard, empty and large, and whatever else there is.</param>
/// <param name="Undecided">What could not be decided, in sentences.</param>
public sealed record DesignedScenarios(IReadOnlyList<ScenarioDesign> Scenarios, IReadOnlyList<string> Undecided);

/// <summary>One scenario: its records with their values.</summary>
/// <param name="Name">Name that tests refer to.</param>
/// <param name="Description">Its state in words.</param>
/// <param name="Records">Parents before children.</param>
public sealed record ScenarioDesign(string Name, string Description, IReadOnlyList<DesignedRecord> Records)
{
    /// <summary>Who signs in, when the scenario says it; else null.</summary>
    public DesignedCredentials? Credentials { get; init; }

    /// <summary>What comes with other records and is not created again, in sentences.</summary>
    public IReadOnlyList<string> ComesAlong { get; init; } = [];

    /// <summary>Names of the models that have records, in the order of the records.</summary>
    public IReadOnlyList<string> Models => [.. Records.Select(record => record.Model).Distinct(StringComparer.Ordinal)];
}

/// <summary>A record.</summary>
/// <param name="Model">Its model.</param>
/// <param name="Alias">Its name within the scenario.</param>
/// <param name="Fields">Values by field; <c>{"_ref": alias}</c> for another record.</param>
public sealed record DesignedRecord(string Model, string Alias, JsonObject Fields)
{
    /// <summary>The record that a value refers to; null when it is a value of its own.</summary>
    public static string? Reference(JsonNode? value) => value is JsonObject { Count: 1 } map && map["_ref"] is JsonValue target && target.TryGetValue<string>(out var alias) ? alias : null;

    /// <summary>A value that refers to a record.</summary>
    public static JsonObject RefTo(string alias) => new() { ["_ref"] = alias };
}

/// <summary>Who signs in.</summary>
/// <param name="Model">Model of the record.</param>
/// <param name="Alias">The record.</param>
/// <param name="Login">What is typed as the name, with tokens.</param>
/// <param name="Password">What is typed as the password; null when none is known.</param>
public sealed record DesignedCredentials(string Model, string Alias, string Login, string? Password);
