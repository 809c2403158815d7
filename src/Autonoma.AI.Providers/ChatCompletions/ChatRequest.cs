using System.Text.Json;
using Autonoma.AI.Failures;
using Autonoma.AI.Providers.Connecting;
using Autonoma.AI.Tools;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using ChatResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat;
using OpenAIMessage = OpenAI.Chat.ChatMessage;

namespace Autonoma.AI.Providers.ChatCompletions;

/// <summary>From our messages and options to those of the client library.</summary>
internal static class ChatRequest
{
    // Strict schemas: everything required, nothing beyond, no defaults (platform.openai.com/docs/guides/structured-outputs).
    private static readonly AIJsonSchemaTransformOptions Strict = new() { RequireAllProperties = true, DisallowAdditionalProperties = true, ConvertBooleanSchemas = true, MoveDefaultKeywordToDescription = true };

    public static List<OpenAIMessage> Messages(IEnumerable<ChatMessage> messages, ChatOptions? options, ChatDialect dialect)
    {
        var result = new List<OpenAIMessage>();
        if (IsFormInWords(options, dialect))
            result.Add(new SystemChatMessage(FormInWords.Of((ChatResponseFormatJson)options!.ResponseFormat!)));
        if (options?.Instructions is { Length: > 0 } instructions)
            result.Add(new SystemChatMessage(instructions));
        foreach (var message in messages)
        {
            if (message.Role == ChatRole.System)
                result.Add(new SystemChatMessage(message.Text));
            else if (message.Role == ChatRole.Assistant)
                result.Add(Assistant(message));
            else if (message.Role == ChatRole.Tool)
                result.AddRange(Tool(message));
            else
                result.Add(new UserChatMessage(message.Contents.Select(Part)));
        }

        return result;
    }

    public static ChatCompletionOptions Options(ChatOptions? options, ChatDialect dialect, string model)
    {
        var result = new ChatCompletionOptions();
        if (options is null)
            return result;
        if (options.Temperature is { } temperature && dialect.TakesTemperature(model))
            result.Temperature = temperature;
        result.TopP = options.TopP;
#pragma warning disable OPENAI001, SCME0001 // seed and fields beyond OpenAI's own: experimental in the library, stable on the wire
        result.Seed = options.Seed;
        if (options.MaxOutputTokens is { } most)
        {
            if (dialect.OldMaxTokens)
                result.Patch.Set("$.max_tokens"u8, most);
            else
                result.MaxOutputTokenCount = most;
        }

        if (options.Reasoning?.Effort is { } effort && dialect.Reasoning(model, effort) is { } reasoning)
            result.Patch.Set(System.Text.Encoding.UTF8.GetBytes(reasoning.Path), reasoning.Value);
#pragma warning restore OPENAI001, SCME0001
        foreach (var stop in options.StopSequences ?? [])
            result.StopSequences.Add(stop);
        if (!IsFormInWords(options, dialect))
            result.ResponseFormat = Format(options.ResponseFormat, dialect.StrictSchemas(model));
        foreach (var tool in (options.Tools ?? []).OfType<AIFunctionDeclaration>())
            result.Tools.Add(ChatTool.CreateFunctionTool(tool.Name, tool.Description, BinaryData.FromString(tool.JsonSchema.GetRawText())));
        if (result.Tools.Count > 0)
        {
            result.ToolChoice = Choice(options.ToolMode);
            result.AllowParallelToolCalls = options.AllowMultipleToolCalls;
        }

        return result;
    }

    private static bool IsFormInWords(ChatOptions? options, ChatDialect dialect) => !dialect.FormWithTools && options is { Tools.Count: > 0, ResponseFormat: ChatResponseFormatJson };

    private static OpenAI.Chat.ChatResponseFormat? Format(ChatResponseFormat? format, bool strict) => format switch
    {
        ChatResponseFormatJson { Schema: { } schema } json => OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(
            json.SchemaName ?? "answer", BinaryData.FromString((strict ? AIJsonUtilities.TransformSchema(schema, Strict) : schema).GetRawText()), json.SchemaDescription, strict ? true : null),
        ChatResponseFormatJson => OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat(),
        _ => null,
    };

    private static ChatToolChoice? Choice(ChatToolMode? mode) => mode switch
    {
        NoneChatToolMode => ChatToolChoice.CreateNoneChoice(),
        RequiredChatToolMode { RequiredFunctionName: { } name } => ChatToolChoice.CreateFunctionChoice(name),
        RequiredChatToolMode => ChatToolChoice.CreateRequiredChoice(),
        _ => null,
    };

    private static AssistantChatMessage Assistant(ChatMessage message)
    {
        var calls = message.Contents.OfType<FunctionCallContent>().Select(call => ChatToolCall.CreateFunctionToolCall(call.CallId, call.Name, BinaryData.FromString(JsonSerializer.Serialize(call.Arguments ?? new Dictionary<string, object?>(), ToolJson.Options)))).ToList();
        if (calls.Count == 0)
            return new(message.Text);
        var result = new AssistantChatMessage(calls);
        if (message.Text.Length > 0)
            result.Content.Add(ChatMessageContentPart.CreateTextPart(message.Text));
        return result;
    }

    // The protocol has no pictures in results of tools: they follow as a message of the user.
    private static IEnumerable<OpenAIMessage> Tool(ChatMessage message)
    {
        var results = message.Contents.OfType<FunctionResultContent>().ToList();
        foreach (var result in results)
            yield return new ToolChatMessage(result.CallId, ToolResults.Text(result));
        var pictures = results.SelectMany(ToolResults.Pictures).Concat(message.Contents.OfType<DataContent>()).ToList();
        if (pictures.Count > 0)
            yield return new UserChatMessage(pictures.Select(Part));
    }

    private static ChatMessageContentPart Part(AIContent content) => content switch
    {
        TextContent text => ChatMessageContentPart.CreateTextPart(text.Text),
        DataContent picture when picture.HasTopLevelMediaType("image") => ChatMessageContentPart.CreateImagePart(BinaryData.FromBytes(picture.Data), picture.MediaType),
        UriContent picture when picture.HasTopLevelMediaType("image") => ChatMessageContentPart.CreateImagePart(picture.Uri),
        _ => throw new ModelException(ModelFailure.BadRequest, $"This protocol takes texts and pictures, and no {(content as DataContent)?.MediaType ?? (content as UriContent)?.MediaType ?? content.GetType().Name}. Nothing was sent."),
    };
}
