using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Connecting;

/// <summary>The form of an answer, said in the prompt: for services that take a schema or tools, and not both.</summary>
internal static class FormInWords
{
    public static string Of(ChatResponseFormatJson format) => format.Schema is { } schema
        ? $"When you are done with tools, answer with one JSON object and nothing else. It must fit this JSON Schema:\n{schema.GetRawText()}"
        : "When you are done with tools, answer with one JSON object and nothing else.";
}
