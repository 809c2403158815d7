using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Autonoma.Engine.Commands;

namespace Autonoma.Engine.Artifacts;

/// <summary>How <see cref="ArtifactJsonContext"/> is used: indented for files that people read, on one line for logs and data of the HTML report.</summary>
internal static class ArtifactJson
{
    private static readonly JsonSerializerOptions IndentedOptions = Options(indented: true);
    private static readonly JsonSerializerOptions OneLineOptions = Options(indented: false);

    public static JsonTypeInfo<T> Indented<T>() => (JsonTypeInfo<T>)IndentedOptions.GetTypeInfo(typeof(T));

    public static JsonTypeInfo<T> OneLine<T>() => (JsonTypeInfo<T>)OneLineOptions.GetTypeInfo(typeof(T));

    /// <summary>"command" is the discriminator of <see cref="CommandArguments"/>; the property of the same name would say it a second time.</summary>
    public static JsonSerializerOptions WithoutRepeatedCommand(IJsonTypeInfoResolver resolver, JsonSerializerOptions options)
    {
        options.TypeInfoResolver = resolver.WithAddedModifier(type =>
        {
            if (type.Type.IsAssignableTo(typeof(CommandArguments)) && type.Properties.FirstOrDefault(property => property.Name == "command") is { } command)
                type.Properties.Remove(command);
        });
        options.MakeReadOnly();
        return options;
    }

    // Letters of other scripts stay letters. Nothing of this is ever put into HTML as markup.
    private static JsonSerializerOptions Options(bool indented) => WithoutRepeatedCommand(
        ArtifactJsonContext.Default,
        new(ArtifactJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = indented });
}
