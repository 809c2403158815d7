using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Planner.Artifacts.Text;

namespace Autonoma.Planner.Pipeline.State;

/// <summary>What the pipeline knew when it wrote a sentinel: which files it stands on and what they held.</summary>
/// <param name="Of">The sentinel, relative to the plan.</param>
/// <param name="Over">Hash of each file, by path relative to the repository; the sentinel itself is among them.</param>
/// <param name="Signature">Over both.</param>
internal sealed record Seal(string Of, IReadOnlyDictionary<string, string> Over, string Signature)
{
    /// <summary>Stands for a file that was not there.</summary>
    public const string Absent = "absent";

    public string Signed => Text(Of, Over);

    public static string Text(string of, IReadOnlyDictionary<string, string> over)
        => $"{of}\n{string.Concat(over.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}\n{pair.Value}\n"))}";

    /// <summary>SHA-256; the same for both kinds of line ends, which version control may exchange.</summary>
    public static string HashOf(byte[]? content)
        => content is null ? Absent : Convert.ToHexStringLower(SHA256.HashData(content.AsSpan().Contains((byte)'\r') ? Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(content).Replace("\r\n", "\n", StringComparison.Ordinal)) : content));

    public string Write()
    {
        var over = new JsonObject();
        foreach (var (path, hash) in Over.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            over[path] = hash;
        return JsonText.Write(new JsonObject { ["of"] = Of, ["over"] = over, ["signature"] = Signature });
    }

    /// <summary>Reads one; null for anything else.</summary>
    public static Seal? Read(byte[] content)
    {
        try
        {
            return JsonNode.Parse(content) is JsonObject node && node["of"] is JsonValue of && node["signature"] is JsonValue signature && node["over"] is JsonObject over
                ? new(of.GetValue<string>(), over.ToDictionary(pair => pair.Key, pair => pair.Value?.GetValue<string>() ?? "", StringComparer.Ordinal), signature.GetValue<string>()) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
