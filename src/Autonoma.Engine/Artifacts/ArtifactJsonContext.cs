using System.Text.Json;
using System.Text.Json.Serialization;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Reporting;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Artifacts;

/// <summary>
/// How artifacts and reports are written as JSON: camel case, enums as kebab-case words, durations as milliseconds, null left out.
/// The formats are described in docs/reference; members are added, never renamed.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
    NewLine = "\n",
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(MillisecondsConverter), typeof(OutputConverter), typeof(RectConverter),
        typeof(KebabCase<FinishReason>), typeof(KebabCase<FailureKind>), typeof(KebabCase<StepStatus>), typeof(KebabCase<MouseButton>), typeof(KebabCase<KeyModifiers>),
        typeof(KebabCase<Commands.ScrollDirection>), typeof(KebabCase<Commands.DropPosition>), typeof(KebabCase<Commands.TabAction>),
        typeof(KebabCase<TestStatus>),
    ])]
[JsonSerializable(typeof(RunResult))]
[JsonSerializable(typeof(StepResult))]
[JsonSerializable(typeof(Attempt))]
[JsonSerializable(typeof(StepsDocument))]
[JsonSerializable(typeof(ConversationDocument))]
[JsonSerializable(typeof(LogLine))]
[JsonSerializable(typeof(Reporting.Json.JsonReport))]
internal sealed partial class ArtifactJsonContext : JsonSerializerContext;
