using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.AI.Failures;
using Autonoma.AI.Providers.Connecting;
using Autonoma.AI.Tools;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Gemini;

/// <summary>From our messages and options to the native request.</summary>
internal static class GeminiRequests
{
    /// <summary>Under this name a content keeps the signature of the thought it came with; the next request must carry it.</summary>
    public const string Signature = "gemini.thoughtSignature";

    public static GeminiRequest Of(IEnumerable<ChatMessage> messages, ChatOptions? options, string model)
    {
        var system = new List<string>();
        if (options?.Instructions is { Length: > 0 } instructions)
            system.Add(instructions);
        // Before generation 3 a form and functions are refused together.
        var json = options?.ResponseFormat as ChatResponseFormatJson;
        if (json is not null && options!.Tools is { Count: > 0 } && !GeminiThinkingLevels.IsOfGeneration3(model))
        {
            system.Add(FormInWords.Of(json));
            json = null;
        }

        var contents = new List<GeminiContent>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            if (message.Role == ChatRole.System)
            {
                system.Add(message.Text);
                continue;
            }

            foreach (var call in message.Contents.OfType<FunctionCallContent>())
                names[call.CallId] = call.Name;
            var parts = message.Contents.SelectMany(content => Parts(content, names)).ToList();
            var role = message.Role == ChatRole.Assistant ? "model" : "user";
            // Turns must alternate: results of tools and what the user adds to them are one.
            if (contents is [.., { } last] && last.Role == role)
                contents[^1] = last with { Parts = [.. last.Parts!, .. parts] };
            else
                contents.Add(new() { Role = role, Parts = parts });
        }

        return new()
        {
            Contents = contents,
            SystemInstruction = system.Count == 0 ? null : new() { Parts = [.. system.Select(text => new GeminiPart { Text = text })] },
            Tools = Tools(options),
            ToolConfig = Mode(options),
            GenerationConfig = new()
            {
                Temperature = options?.Temperature,
                TopP = options?.TopP,
                TopK = options?.TopK,
                MaxOutputTokens = options?.MaxOutputTokens,
                StopSequences = options?.StopSequences is { Count: > 0 } stops ? [.. stops] : null,
                Seed = options?.Seed,
                ResponseMimeType = json is null ? null : "application/json",
                ResponseJsonSchema = json?.Schema is { } schema ? GeminiSchema.Of(schema) : null,
                ThinkingConfig = GeminiThinkingLevels.Of(model, options?.Reasoning?.Effort),
            },
        };
    }

    private static IEnumerable<GeminiPart> Parts(AIContent content, Dictionary<string, string> names)
    {
        switch (content)
        {
            case TextReasoningContent thought:
                if (thought.ProtectedData is { Length: > 0 } signature)
                    yield return new() { Text = thought.Text, Thought = true, ThoughtSignature = signature };
                break;
            case TextContent text:
                yield return new() { Text = text.Text, ThoughtSignature = SignatureOf(text) };
                break;
            case DataContent data:
                yield return new() { InlineData = new(data.MediaType, data.Base64Data.ToString()) };
                break;
            case UriContent file:
                yield return new() { FileData = new(file.MediaType, file.Uri.ToString()) };
                break;
            case FunctionCallContent call:
                yield return new()
                {
                    FunctionCall = new() { Id = OwnId(call.CallId), Name = call.Name, Args = JsonSerializer.SerializeToElement(call.Arguments ?? new Dictionary<string, object?>(), ToolJson.Options) },
                    ThoughtSignature = SignatureOf(call),
                };
                break;
            case FunctionResultContent result:
                yield return new() { FunctionResponse = new() { Id = OwnId(result.CallId), Name = names.GetValueOrDefault(result.CallId, result.CallId), Response = Response(result) } };
                foreach (var picture in ToolResults.Pictures(result))
                    yield return new() { InlineData = new(picture.MediaType, picture.Base64Data.ToString()) };
                break;
            default:
                throw new ModelException(ModelFailure.BadRequest, $"Gemini takes no {content.GetType().Name}. Nothing was sent.");
        }
    }

    // The response of a function is an object on the wire.
    private static JsonElement Response(FunctionResultContent result)
        => result.Result is JsonElement { ValueKind: JsonValueKind.Object } json ? json
            : JsonSerializer.SerializeToElement(new JsonObject { ["result"] = ToolResults.Text(result) }, GeminiNodes.Default.JsonObject);

    // An id that we made up because the model gave none is not sent back.
    private static string? OwnId(string id) => id.StartsWith(GeminiResponses.MadeUpId, StringComparison.Ordinal) ? null : id;

    private static string? SignatureOf(AIContent content) => content.AdditionalProperties?.TryGetValue(Signature, out string? signature) == true ? signature : null;

    private static List<GeminiTool>? Tools(ChatOptions? options)
    {
        var tools = new List<GeminiTool>();
        var functions = (options?.Tools ?? []).OfType<AIFunctionDeclaration>().Select(tool => new GeminiFunction(tool.Name, tool.Description, GeminiSchema.Parameters(tool.JsonSchema))).ToList();
        if (functions.Count > 0)
            tools.Add(new() { FunctionDeclarations = functions });
        foreach (var computer in (options?.Tools ?? []).OfType<ComputerUseTool>())
            tools.Add(new() { ComputerUse = new("ENVIRONMENT_BROWSER", computer.Excluded.Count == 0 ? null : computer.Excluded) });
        return tools.Count == 0 ? null : tools;
    }

    private static GeminiToolConfig? Mode(ChatOptions? options) => options?.Tools is not { Count: > 0 } ? null : options.ToolMode switch
    {
        NoneChatToolMode => new(new("NONE", null)),
        RequiredChatToolMode { RequiredFunctionName: { } name } => new(new("ANY", [name])),
        RequiredChatToolMode => new(new("ANY", null)),
        _ => null,
    };
}

[System.Text.Json.Serialization.JsonSerializable(typeof(JsonObject))]
internal sealed partial class GeminiNodes : System.Text.Json.Serialization.JsonSerializerContext;
