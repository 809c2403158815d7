using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Autonoma.EnvironmentFactory.Schema;

namespace Autonoma.EnvironmentFactory.Factories;

/// <summary>The JSON options of the app, made fit for inputs and for records.</summary>
internal sealed class FactoryJson
{
    public FactoryJson(JsonSerializerOptions? app)
    {
        var own = app ?? new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Inputs = new(own)
        {
            // A token that is a whole value stays text: "{{index}}" must do for a number.
            NumberHandling = own.NumberHandling | JsonNumberHandling.AllowReadingFromString,
            TypeInfoResolver = own.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver(),
        };
        // Recipes say "admin", not 2; an app with a converter of its own keeps it.
        if (!Inputs.Converters.Any(converter => converter is JsonStringEnumConverter))
            Inputs.Converters.Add(new JsonStringEnumConverter());
        Inputs.MakeReadOnly();
        Records = new(own)
        {
            // What a factory returns is often an entity, and entities know each other.
            ReferenceHandler = own.ReferenceHandler ?? ReferenceHandler.IgnoreCycles,
            TypeInfoResolver = own.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver(),
        };
        Records.MakeReadOnly();
        Annotations = new(Inputs);
    }

    /// <summary>For what is read: enums also by name, numbers also as text.</summary>
    public JsonSerializerOptions Inputs { get; }

    /// <summary>For what factories return.</summary>
    public JsonSerializerOptions Records { get; }

    public InputAnnotations Annotations { get; }
}
