using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Autonoma.Planner.Reporting;

/// <summary>Reads what a coding agent's session has come to since it was last looked at, with secrets taken out. Plain texts of the person are not read.</summary>
public static class TranscriptReader
{
    private const int LongestText = 4000;
    private const int LongestPreview = 500;
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Entries behind a position.</summary>
    /// <param name="file">The session, one JSON object a line.</param>
    /// <param name="from">Where to begin, in bytes; a file that has become shorter is read from its beginning.</param>
    /// <param name="secrets">Values that must not leave.</param>
    /// <returns>The entries, and where to begin next time: behind the last whole line.</returns>
    public static (IReadOnlyList<JsonObject> Entries, long Next) Read(string file, long from, IReadOnlyList<string> secrets)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var start = from > stream.Length ? 0 : from;
        stream.Position = start;
        var bytes = new byte[(int)Math.Min(MostBytes, stream.Length - start)];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var end = Array.LastIndexOf(bytes, (byte)'\n', Math.Max(0, length - 1), length);
        if (length == 0 || end < 0)
            return ([], start);
        var entries = Encoding.UTF8.GetString(bytes, 0, end).Split('\n').Select(line => Entry(line, secrets)).OfType<JsonObject>().ToList();
        return (entries, start + end + 1);
    }

    private static JsonObject? Entry(string line, IReadOnlyList<string> secrets)
    {
        try
        {
            if (JsonNode.Parse(line) is not JsonObject node || node["message"] is not JsonObject message || message["content"] is not JsonArray content)
                return null;
            var entry = node["type"]?.ToString() switch
            {
                "assistant" => Said(content, secrets),
                "user" => Results(content, secrets),
                _ => null,
            };
            if (entry is null)
                return null;
            entry["is_sidechain"] = node["isSidechain"]?.GetValueKind() == JsonValueKind.True;
            if (node["uuid"] is JsonValue id)
                entry["uuid"] = id.ToString();
            return entry;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // a line that is no entry is passed over
        }
    }

    private static JsonObject? Said(JsonArray content, IReadOnlyList<string> secrets)
    {
        var texts = new List<string>();
        var tools = new JsonArray();
        foreach (var block in content.OfType<JsonObject>())
        {
            switch (block["type"]?.ToString())
            {
                case "text":
                    texts.Add(block["text"]?.ToString() ?? "");
                    break;
                case "thinking":
                    texts.Add($"[thinking] {block["thinking"]}");
                    break;
                case "tool_use":
                    tools.Add((JsonNode)new JsonObject { ["name"] = block["name"]?.ToString(), ["input_preview"] = Safe(block["input"]?.ToJsonString() ?? "", secrets, LongestPreview) });
                    break;
                default:
                    break;
            }
        }

        if (texts.Count == 0 && tools.Count == 0)
            return null;
        var entry = new JsonObject { ["role"] = "assistant" };
        if (texts.Count > 0)
            entry["text"] = Safe(string.Join('\n', texts), secrets, LongestText);
        if (tools.Count > 0)
            entry["tool_uses"] = tools;
        return entry;
    }

    private static JsonObject? Results(JsonArray content, IReadOnlyList<string> secrets)
    {
        var results = new JsonArray();
        foreach (var block in content.OfType<JsonObject>().Where(block => block["type"]?.ToString() == "tool_result"))
        {
            var text = block["content"] is JsonArray parts ? string.Join('\n', parts.OfType<JsonObject>().Select(part => part["text"]?.ToString() ?? "")) : block["content"]?.ToString() ?? "";
            results.Add((JsonNode)new JsonObject { ["is_error"] = block["is_error"]?.GetValueKind() == JsonValueKind.True, ["preview"] = Safe(text, secrets, LongestPreview) });
        }

        return results.Count == 0 ? null : new JsonObject { ["role"] = "tool_result", ["results"] = results };
    }

    // Redacted before it is cut: half a secret is one too.
    private static string Safe(string text, IReadOnlyList<string> secrets, int longest)
    {
        var redacted = TranscriptRedaction.Of(text, secrets);
        return redacted.Length > longest ? redacted[..longest] : redacted;
    }
}
