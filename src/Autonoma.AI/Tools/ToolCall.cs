using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Tools;

/// <summary>A tool that a model wants to be called.</summary>
/// <param name="Id">The call's id, which its result carries.</param>
/// <param name="Name">Name of the tool.</param>
/// <param name="Arguments">An object; empty when they are broken.</param>
/// <param name="Problem">Why the call cannot be carried out, in words the model can mend it by; null when it can.</param>
public sealed record ToolCall(string Id, string Name, JsonElement Arguments, string? Problem = null)
{
    /// <summary>The calls of an answer, in order. Broken arguments and tools that were not offered are calls with a <see cref="Problem"/>.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="tools">What was offered.</param>
    public static IReadOnlyList<ToolCall> Of(ChatResponse response, IEnumerable<AITool> tools)
    {
        ArgumentNullException.ThrowIfNull(response);
        var known = tools.Select(tool => tool.Name).ToList();
        return [.. response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Where(call => !call.InformationalOnly).Select(call => Of(call, known))];
    }

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="JsonException">They do not fit; the message says where.</exception>
    public T ArgumentsAs<T>(JsonSerializerOptions options) => Arguments.Deserialize<T>(options) ?? throw new JsonException("The arguments are null.");

    /// <summary>The result that is sent back.</summary>
    /// <param name="result">Text, or anything that becomes JSON.</param>
    public ChatMessage Answer(object? result) => new(ChatRole.Tool, [new FunctionResultContent(Id, result)]);

    private static ToolCall Of(FunctionCallContent call, List<string> known)
    {
        if (call.Exception is { } broken)
            return new(call.CallId, call.Name, JsonDocument.Parse("{}").RootElement, $"The arguments are no JSON object ({broken.Message}). Call the tool again with arguments that fit its schema.");
        var arguments = JsonSerializer.SerializeToElement(call.Arguments ?? new Dictionary<string, object?>(), ToolJson.Options);
        return new(call.CallId, call.Name, arguments, known.Contains(call.Name, StringComparer.Ordinal) ? null : $"There is no tool '{call.Name}'. There are: {(known.Count == 0 ? "none" : string.Join(", ", known))}.");
    }
}
