using System.Text;
using System.Text.Json;
using Autonoma.Planner.Folders;

namespace Autonoma.Planner.Hooks;

/// <summary>What a coding agent tells its hooks: which tool is about to be used, or was used, on which file.</summary>
/// <param name="Tool">Name of the tool: <c>Write</c>, <c>Edit</c>, <c>MultiEdit</c>; others are no business of ours.</param>
/// <param name="File">Full path of the file.</param>
/// <param name="Arguments">The tool's own arguments.</param>
public sealed record HookInput(string Tool, string File, JsonElement Arguments)
{
    /// <summary>The agent's session as a file, one JSON object a line; null when the host does not say.</summary>
    public string? Transcript { get; init; }

    private static readonly string[] Tools = ["Write", "Edit", "MultiEdit"];

    /// <summary>Reads what came on standard input; null when it is empty, broken, or about something else. A hook must never stand in the way of what it does not understand.</summary>
    /// <param name="json">All of it.</param>
    /// <param name="folder">Where relative paths start when it names no <c>cwd</c>.</param>
    public static HookInput? Read(string json, string folder)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (Text(root, "tool_name") is not { } tool || !Tools.Contains(tool) || root.TryGetProperty("tool_input", out var arguments) is false || Text(arguments, "file_path") is not { Length: > 0 } file)
                return null;
            var from = Text(root, "cwd") is { Length: > 0 } named && Path.IsPathFullyQualified(named) ? named : folder;
            return new(tool, Path.GetFullPath(file, from), arguments.Clone()) { Transcript = Text(root, "transcript_path") };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What the file would hold after the tool has done its work; null when it would change nothing (it does not find what it is to replace, and says so itself).</summary>
    public byte[]? Outcome()
    {
        if (Tool == "Write")
            return Text(Arguments, "content") is { } content ? Encoding.UTF8.GetBytes(content) : null;
        var before = FileSource.Disk.Read(File, int.MaxValue);
        var text = before is null ? null : Encoding.UTF8.GetString(before);
        if (Tool == "Edit")
            return Replaced(text, Arguments) is { } edited ? Encoding.UTF8.GetBytes(edited) : null;
        if (!Arguments.TryGetProperty("edits", out var edits) || edits.ValueKind != JsonValueKind.Array)
            return null;
        foreach (var edit in edits.EnumerateArray())
        {
            text = Replaced(text, edit);
            if (text is null)
                return null;
        }

        return text is null ? null : Encoding.UTF8.GetBytes(text);
    }

    private static string? Replaced(string? text, JsonElement edit)
    {
        if (Text(edit, "old_string") is not { } old || Text(edit, "new_string") is not { } @new)
            return null;
        if (old.Length == 0)
            return string.IsNullOrEmpty(text) ? @new : null; // how an edit makes a file
        if (text is null)
            return null;
        var at = text.IndexOf(old, StringComparison.Ordinal);
        if (at < 0)
            return null;
        return edit.TryGetProperty("replace_all", out var all) && all.ValueKind == JsonValueKind.True ? text.Replace(old, @new, StringComparison.Ordinal) : string.Concat(text.AsSpan(0, at), @new, text.AsSpan(at + old.Length));
    }

    private static string? Text(JsonElement node, string name)
        => node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
