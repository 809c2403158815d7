using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Autonoma.AI.Providers.ChatCompletions;

/// <summary>
/// Servers that speak OpenAI's protocol speak it loosely, and OpenAI's library is strict. Mended before it reads: arguments of a tool as an
/// object instead of text, a call without an id, a finish reason of the server's own, times that are no whole number. What is fine is left as it came.
/// </summary>
internal static class AnswerMending
{
    private static readonly string[] Reasons = ["stop", "length", "content_filter", "tool_calls", "function_call"];

    public static byte[] Mend(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject answer && Mend(answer) ? JsonSerializer.SerializeToUtf8Bytes(answer, MendedJson.Default.JsonObject) : body;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return body; // the library says what is wrong with it
        }
    }

    private static bool Mend(JsonObject answer)
    {
        var mended = false;
        if (answer["created"] is JsonValue created && !created.TryGetValue<long>(out _))
        {
            answer.Remove("created");
            mended = true;
        }

        foreach (var choice in (answer["choices"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var calls = (choice["message"]?["tool_calls"] as JsonArray ?? []).OfType<JsonObject>().ToList();
            for (var i = 0; i < calls.Count; i++)
                mended |= Mend(calls[i], i);
            // Broken off by the service is not finished: the library refuses it, and it is tried again.
            if (choice.ContainsKey("finish_reason") && choice["finish_reason"] is var reason && reason?.ToString() is not "error" && !Reasons.Contains(reason?.ToString(), StringComparer.Ordinal))
            {
                choice["finish_reason"] = calls.Count > 0 ? "tool_calls" : "stop";
                mended = true;
            }
        }

        return mended;
    }

    private static bool Mend(JsonObject call, int number)
    {
        var mended = false;
        if (call["id"] is not JsonValue id || id.ToString().Length == 0)
        {
            call["id"] = string.Create(CultureInfo.InvariantCulture, $"call_{number + 1}");
            mended = true;
        }

        if (call["function"] is JsonObject function && function["arguments"] is (JsonObject or JsonArray))
        {
            function["arguments"] = function["arguments"]!.ToJsonString();
            mended = true;
        }

        return mended;
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(JsonObject))]
internal sealed partial class MendedJson : System.Text.Json.Serialization.JsonSerializerContext;
