using System.Text.Json;
using Autonoma.EnvironmentFactory.Factories;
using Autonoma.EnvironmentFactory.Schema;

namespace Autonoma.EnvironmentFactory.Payloads;

/// <summary>One record of a payload, nested or not.</summary>
internal sealed class PayloadRecord(int number, RegisteredModel model, string path, PayloadRecord? root)
{
    /// <summary>Its place in the payload, depth first: ties are broken by it, so the order never depends on chance.</summary>
    public int Number { get; } = number;

    public RegisteredModel Model { get; } = model;

    /// <summary>Where it stands, such as <c>Organization[0].members[1]</c>.</summary>
    public string Path { get; } = path;

    /// <summary>The top-level record it is nested in; itself, if it is one.</summary>
    public PayloadRecord Root => root ?? this;

    public string? Alias { get; set; }

    public List<PayloadField> Fields { get; } = [];

    /// <summary>What must exist before it; may hold one more than once.</summary>
    public List<PayloadRecord> DependsOn { get; } = [];

    /// <summary>The aliases it refers to, as written, in the order of its fields.</summary>
    public List<string> References { get; } = [];

    /// <summary>How many records of its model are created before it.</summary>
    public int Index { get; set; }

    /// <summary>The validated input, once there is one that no id can change.</summary>
    public object? Input { get; set; }

    /// <summary>What was created of it.</summary>
    public CreatedRecord? Created { get; set; }

    public bool IsSet(string field) => Fields.Exists(candidate => candidate.Name == field);

    public override string ToString() => Alias is null ? Path : $"{Path} ({Alias})";
}

/// <summary>A value of a record: sent, or the id of another record.</summary>
/// <param name="Name">The key as it is written for the factory.</param>
/// <param name="Field">The declared field; null where a factory takes anything.</param>
internal sealed record PayloadField(string Name, ModelField? Field)
{
    public JsonElement Value { get; init; }

    /// <summary>The record whose id is the value, by nesting or scope.</summary>
    public PayloadRecord? Target { get; init; }

    public bool HasReferences { get; init; }

    public bool HasTokens { get; init; }

    public bool DependsOnIds => Target is not null || HasReferences;
}
