using Autonoma.Planner.Artifacts;
using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Writing;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Designs;

/// <summary>How a model's records are made in a test's environment.</summary>
public enum FactoryKind
{
    /// <summary>The audited function is called.</summary>
    Call,

    /// <summary>The function was lifted out of a route or hook first, and is called.</summary>
    Lifted,

    /// <summary>No code of the app makes it: the row is written as it is, by the SDK.</summary>
    Entity,

    /// <summary>No code of the app makes it, and the SDK cannot either: the row is made by its constructor.</summary>
    Row,

    /// <summary>A part of another record: it comes with that one, and its values are set there.</summary>
    Part,

    /// <summary>Not decided: the factory says so when it is asked for a record.</summary>
    Open,
}

/// <summary>A field of a factory's input.</summary>
/// <param name="Name">As the property is called.</param>
/// <param name="Type">Its type as written, with <c>?</c> where it may be null.</param>
/// <param name="Default">What it is when nobody says; null when it must be said.</param>
/// <param name="Attributes">Data annotations, as written.</param>
internal sealed record InputField(string Name, string Type, string? Default, IReadOnlyList<string> Attributes);

/// <summary>Something that a factory is given by the app's services.</summary>
/// <param name="Type">As written.</param>
/// <param name="Name">Of the parameter.</param>
internal sealed record Needed(string Type, string Name);

/// <summary>A factory before it is written.</summary>
internal sealed class FactoryDesign(KnownModel model, AuditedModel audit, TypeText types)
{
    public KnownModel Model { get; } = model;

    public AuditedModel Audit { get; } = audit;

    public TypeText Types { get; } = types;

    public FactoryKind Kind { get; set; } = FactoryKind.Open;

    public List<InputField> Fields { get; } = [];

    public List<Needed> Needs { get; } = [];

    /// <summary>Statements of <c>CreateAsync</c>, the last of which returns the record.</summary>
    public List<string> Create { get; } = [];

    /// <summary>Statements of <c>TeardownAsync</c>; empty when the record goes with another.</summary>
    public List<string> Teardown { get; } = [];

    /// <summary>How a record goes, in words.</summary>
    public string TeardownWay { get; set; } = "";

    /// <summary>Parts of the key: name in the record, type as written.</summary>
    public List<(string Name, string Type)> Key { get; } = [];

    /// <summary>What more the record remembers: name, type as written, expression.</summary>
    public List<(string Name, string Type, string Value)> Remembered { get; } = [];

    /// <summary>The function that is called, for people.</summary>
    public string? Function { get; set; }

    /// <summary>Where that function is written.</summary>
    public string? Place { get; set; }

    /// <summary>How it is called, in words.</summary>
    public string Way { get; set; } = "";

    /// <summary>Context of an entity.</summary>
    public INamedTypeSymbol? Context { get; set; }

    /// <summary>Why it is decided so, what is left to a person.</summary>
    public List<string> Notes { get; } = [];

    public bool HasClass => Kind is not FactoryKind.Entity;

    public bool HasField(string name) => Fields.Any(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds a field; one that is there already is the same.</summary>
    public void Field(InputField field)
    {
        if (!HasField(field.Name))
            Fields.Add(field);
    }

    /// <summary>The name under which the factory has a service.</summary>
    public string Need(string type, string name)
    {
        if (Needs.FirstOrDefault(n => n.Type == type) is { } there)
            return there.Name;
        var free = name;
        for (var i = 2; Needs.Any(n => n.Name == free); i++)
            free = $"{name}{i}";
        Needs.Add(new(type, free));
        return free;
    }
}
