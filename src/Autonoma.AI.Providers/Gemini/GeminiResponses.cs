using System.Text.Json;
using Autonoma.AI.Failures;
using Autonoma.AI.Providers.Connecting;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Gemini;

/// <summary>From the native answer to ours.</summary>
internal static class GeminiResponses
{
    /// <summary>Begins the id of a call that came without one.</summary>
    public const string MadeUpId = "gemini-call-";

    public static ChatResponse Read(GeminiResponse response, ProviderConnection connection, string model)
    {
        if (response.PromptFeedback is { BlockReason: { } blocked } feedback)
            throw new ModelException(ModelFailure.Refused, $"Gemini does not take the prompt: {blocked}.{(feedback.BlockReasonMessage is { } why ? $" It says: {why}" : "")}") { Status = 200 };
        if (response.Candidates is not [{ } candidate, ..])
            throw ProviderCall.Unreadable(connection, model, "there are no candidates in it.");
        if (candidate.FinishReason is "MALFORMED_FUNCTION_CALL" or "UNEXPECTED_TOOL_CALL")
            throw ProviderCall.Unreadable(connection, model, $"the model called a tool in a broken way ({candidate.FinishReason}){(candidate.FinishMessage is { } message ? $": {message}" : ".")}");
        var contents = new List<AIContent>();
        var number = 0;
        foreach (var part in candidate.Content?.Parts ?? [])
        {
            AIContent? content = part switch
            {
                { FunctionCall: { } call } => Call(call, ++number),
                { Thought: true } => new TextReasoningContent(part.Text) { ProtectedData = part.ThoughtSignature },
                { Text: { } text } => new TextContent(text),
                _ => null,
            };
            if (content is null)
                continue;
            if (part.ThoughtSignature is { } signature && content is not TextReasoningContent)
                content.AdditionalProperties = new() { [GeminiRequests.Signature] = signature };
            contents.Add(content);
        }

        var finish = candidate.FinishReason switch
        {
            _ when contents.Any(content => content is FunctionCallContent) => ChatFinishReason.ToolCalls,
            "STOP" or null => ChatFinishReason.Stop,
            "MAX_TOKENS" => ChatFinishReason.Length,
            "SAFETY" or "RECITATION" or "BLOCKLIST" or "PROHIBITED_CONTENT" or "SPII" or "LANGUAGE" or "IMAGE_SAFETY" => ChatFinishReason.ContentFilter,
            var other => new ChatFinishReason(other),
        };
        return new(new ChatMessage(ChatRole.Assistant, contents))
        {
            ResponseId = response.ResponseId,
            ModelId = response.ModelVersion,
            FinishReason = finish,
            Usage = Usage(response.UsageMetadata),
        };
    }

    private static FunctionCallContent Call(GeminiFunctionCall call, int number)
    {
        var id = call.Id ?? $"{MadeUpId}{number}-{call.Name}";
        if (call.Args is null or { ValueKind: JsonValueKind.Null })
            return new(id, call.Name ?? "", new Dictionary<string, object?>());
        return FunctionCallContent.CreateFromParsedArguments(call.Args.Value, id, call.Name ?? "", args => args.ValueKind == JsonValueKind.Object
            ? args.EnumerateObject().ToDictionary(argument => argument.Name, object? (argument) => argument.Value.Clone(), StringComparer.Ordinal)
            : throw new JsonException($"they are {args.ValueKind}"));
    }

    // Thoughts are charged as output, and what a tool of the provider read as input.
    private static UsageDetails? Usage(GeminiUsage? usage) => usage is null ? null : new()
    {
        InputTokenCount = (usage.PromptTokenCount ?? 0) + (usage.ToolUsePromptTokenCount ?? 0),
        OutputTokenCount = (usage.CandidatesTokenCount ?? 0) + (usage.ThoughtsTokenCount ?? 0),
        TotalTokenCount = usage.TotalTokenCount,
        CachedInputTokenCount = usage.CachedContentTokenCount,
        ReasoningTokenCount = usage.ThoughtsTokenCount,
    };
}
