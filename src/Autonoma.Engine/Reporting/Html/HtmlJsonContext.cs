using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Reporting.Html;

/// <summary>The data of the page, as small as it can be: defaults are left out. Internal to one report; nothing else reads it.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(MillisecondsConverter), typeof(OutputConverter), typeof(RectConverter),
        typeof(KebabCase<FinishReason>), typeof(KebabCase<FailureKind>), typeof(KebabCase<StepStatus>), typeof(KebabCase<MouseButton>),
        typeof(KebabCase<KeyModifiers>), typeof(KebabCase<Commands.ScrollDirection>), typeof(KebabCase<Commands.DropPosition>),
        typeof(KebabCase<Commands.TabAction>),
    ])]
[JsonSerializable(typeof(HtmlIndex))]
[JsonSerializable(typeof(HtmlTest))]
[JsonSerializable(typeof(string))]
internal sealed partial class HtmlJsonContext : JsonSerializerContext;

/// <summary>How the data of the page is written.</summary>
internal static class HtmlJson
{
    private static readonly JsonSerializerOptions Compact = ArtifactJson.WithoutRepeatedCommand(HtmlJsonContext.Default, new(HtmlJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>A value as JSON, which is a JavaScript literal too: the data files are scripts, because a page opened from a file may load nothing else.</summary>
    public static string Literal<T>(T value) => JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Compact.GetTypeInfo(typeof(T)));
}
