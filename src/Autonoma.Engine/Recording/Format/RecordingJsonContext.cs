using System.Text.Json;
using System.Text.Json.Serialization;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Recording.Healing;

namespace Autonoma.Engine.Recording.Format;

/// <summary>The form of recordings and proposals, compiled.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
    NewLine = "\n",
    AllowOutOfOrderMetadataProperties = true,
    NumberHandling = JsonNumberHandling.Strict,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(MillisecondsConverter),
        typeof(KebabCase<MouseButton>), typeof(KebabCase<KeyModifiers>), typeof(KebabCase<ScrollDirection>), typeof(KebabCase<DropPosition>),
        typeof(KebabCase<TabAction>), typeof(KebabCase<GroundingPurpose>),
    ])]
[JsonSerializable(typeof(TestRecording))]
[JsonSerializable(typeof(HealProposal))]
[JsonSerializable(typeof(Commands.CommandArguments))]
internal sealed partial class RecordingJsonContext : JsonSerializerContext;
