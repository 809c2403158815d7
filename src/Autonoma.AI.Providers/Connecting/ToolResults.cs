using System.Text.Json;
using Autonoma.AI.Tools;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Connecting;

/// <summary>What a tool answered, as providers take it.</summary>
internal static class ToolResults
{
    /// <summary>As text. Pictures are not in it: see <see cref="Pictures"/>.</summary>
    public static string Text(FunctionResultContent result) => result.Result switch
    {
        null => result.Exception is { } failed ? $"Error: {failed.Message}" : "",
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
        JsonElement json => json.GetRawText(),
        TextContent text => text.Text,
        AIContent => "See the picture.",
        IEnumerable<AIContent> contents => string.Join('\n', contents.OfType<TextContent>().Select(content => content.Text)) is { Length: > 0 } text ? text : "See the picture.",
        var other => JsonSerializer.Serialize(other, ToolJson.Options),
    };

    /// <summary>Its pictures, for providers that take none in the result of a tool.</summary>
    public static IEnumerable<DataContent> Pictures(FunctionResultContent result) => result.Result switch
    {
        DataContent picture => [picture],
        IEnumerable<AIContent> contents => contents.OfType<DataContent>(),
        _ => [],
    };
}
