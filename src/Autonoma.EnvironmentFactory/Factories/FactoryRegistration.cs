using System.Text.Json;
using System.Text.Json.Nodes;

namespace Autonoma.EnvironmentFactory.Factories;

/// <summary>A model as it was registered; the factory itself is made when the services exist.</summary>
internal sealed class FactoryRegistration(string model, Func<IServiceProvider, FactoryJson, ModelFactory> make)
{
    public string Model { get; } = model;

    public Func<IServiceProvider, FactoryJson, ModelFactory> Make { get; } = make;

    public List<ModelRelation> Relations { get; } = [];

    public List<Func<IServiceProvider, FactoryRegistry, IEnumerable<ModelRelation>>> RelationSources { get; } = [];

    public string? KeyField { get; set; }

    public JsonObject? Sample { get; set; }
}
