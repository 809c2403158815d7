using System.Text.Json;
using System.Text.Json.Serialization;

namespace Autonoma.AI.Providers.Gemini;

// Reference: ai.google.dev/api/generate-content (generateContent, Content, Part, GenerationConfig, Candidate, UsageMetadata) and
// ai.google.dev/gemini-api/docs/computer-use (computerUse, click_at).

/// <summary>The body of <c>models/{model}:generateContent</c>.</summary>
internal sealed record GeminiRequest
{
    public required IReadOnlyList<GeminiContent> Contents { get; init; }
    public GeminiContent? SystemInstruction { get; init; }
    public IReadOnlyList<GeminiTool>? Tools { get; init; }
    public GeminiToolConfig? ToolConfig { get; init; }
    public GeminiGenerationConfig? GenerationConfig { get; init; }
}

internal sealed record GeminiContent
{
    public string? Role { get; init; }
    public IReadOnlyList<GeminiPart>? Parts { get; init; }
}

internal sealed record GeminiPart
{
    public string? Text { get; init; }
    public bool? Thought { get; init; }
    public GeminiBlob? InlineData { get; init; }
    public GeminiFile? FileData { get; init; }
    public GeminiFunctionCall? FunctionCall { get; init; }
    public GeminiFunctionResponse? FunctionResponse { get; init; }
    public string? ThoughtSignature { get; init; }
}

internal sealed record GeminiBlob(string MimeType, string Data);

internal sealed record GeminiFile(string MimeType, string FileUri);

internal sealed record GeminiFunctionCall
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public JsonElement? Args { get; init; }
}

internal sealed record GeminiFunctionResponse
{
    public string? Id { get; init; }
    public required string Name { get; init; }
    public required JsonElement Response { get; init; }
}

internal sealed record GeminiTool
{
    public IReadOnlyList<GeminiFunction>? FunctionDeclarations { get; init; }
    public GeminiComputerUse? ComputerUse { get; init; }
}

internal sealed record GeminiFunction(string Name, string? Description, JsonElement? ParametersJsonSchema);

internal sealed record GeminiComputerUse(string Environment, IReadOnlyList<string>? ExcludedPredefinedFunctions);

internal sealed record GeminiToolConfig(GeminiCallingConfig FunctionCallingConfig);

internal sealed record GeminiCallingConfig(string Mode, IReadOnlyList<string>? AllowedFunctionNames);

internal sealed record GeminiGenerationConfig
{
    public float? Temperature { get; init; }
    public float? TopP { get; init; }
    public int? TopK { get; init; }
    public int? MaxOutputTokens { get; init; }
    public IReadOnlyList<string>? StopSequences { get; init; }
    public long? Seed { get; init; }
    public string? ResponseMimeType { get; init; }
    public JsonElement? ResponseJsonSchema { get; init; }
    public GeminiThinking? ThinkingConfig { get; init; }
}

internal sealed record GeminiThinking(string? ThinkingLevel, int? ThinkingBudget);

/// <summary>The answer.</summary>
internal sealed record GeminiResponse
{
    public IReadOnlyList<GeminiCandidate>? Candidates { get; init; }
    public GeminiPromptFeedback? PromptFeedback { get; init; }
    public GeminiUsage? UsageMetadata { get; init; }
    public string? ModelVersion { get; init; }
    public string? ResponseId { get; init; }
}

internal sealed record GeminiCandidate
{
    public GeminiContent? Content { get; init; }
    public string? FinishReason { get; init; }
    public string? FinishMessage { get; init; }
}

internal sealed record GeminiPromptFeedback(string? BlockReason, string? BlockReasonMessage);

internal sealed record GeminiUsage
{
    public long? PromptTokenCount { get; init; }
    public long? CachedContentTokenCount { get; init; }
    public long? CandidatesTokenCount { get; init; }
    public long? ThoughtsTokenCount { get; init; }
    public long? ToolUsePromptTokenCount { get; init; }
    public long? TotalTokenCount { get; init; }
}

/// <summary>A file that was uploaded.</summary>
internal sealed record GeminiUploadedFile(GeminiFileState? File);

internal sealed record GeminiFileState(string? Name, string? Uri, string? MimeType, string? State);

internal sealed record GeminiUploadStart(GeminiUploadName File);

internal sealed record GeminiUploadName(string DisplayName);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GeminiRequest))]
[JsonSerializable(typeof(GeminiResponse))]
[JsonSerializable(typeof(GeminiUploadedFile))]
[JsonSerializable(typeof(GeminiFileState))]
[JsonSerializable(typeof(GeminiUploadStart))]
internal sealed partial class GeminiJson : JsonSerializerContext;
