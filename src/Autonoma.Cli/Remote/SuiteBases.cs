using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Engine.Artifacts;

namespace Autonoma.Cli.Remote;

/// <summary>
/// Which version of a server's suite a folder was last like: what has changed there since is not written over unasked.
/// Kept beside the address of the server and not in the folder, so that a fresh checkout, as in a pipeline, knows of none and is what counts.
/// </summary>
internal sealed class SuiteBases(ToolEnvironment environment, ServerClient client, string folder, JsonNode application, string? branch)
{
    private readonly string _file = Path.Combine(Path.GetDirectoryName(ServerAccess.FileOf(environment))!, "suites.json");
    private readonly string _name = $"{client.Url} {application["id"]} {branch} {Path.GetFullPath(folder)}";
    private readonly string _query = branch is null ? "" : $"&branch={Uri.EscapeDataString(branch)}";

    /// <summary>Tests that the server has other than they were when the folder was last like it, and the version that this was seen at; null when any will do, since nothing is known of the folder.</summary>
    public async Task<(IReadOnlyList<JsonNode> Changed, string? At)> ChangedThereAsync(CancellationToken cancellationToken)
    {
        if (Read()[_name]?.GetValue<string>() is not { } known || await HeadAsync(cancellationToken) is not { } head)
            return ([], null);
        if (head == known)
            return ([], head);
        // A branch that was removed and begun anew knows nothing of the old version.
        var diff = await client.FindAsync(HttpMethod.Get, $"/v1/suite-versions/{known}/diff/{head}", cancellationToken);
        return (diff is null ? [] : [.. diff["items"]!.AsArray().Select(item => item!)], head);
    }

    /// <summary>The folder is like the server at a version; null when there is none to remember.</summary>
    public void Keep(string? head)
    {
        if (head is null)
            return;
        var all = Read();
        all[_name] = head;
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        AtomicFile.Write(_file, all.ToJsonString());
    }

    /// <summary>The newest version; null for a branch that does not exist yet: it is made by the first push.</summary>
    public async Task<string?> HeadAsync(CancellationToken cancellationToken)
        => await client.FindAsync(HttpMethod.Get, $"/v1/applications/{application["id"]}/suite-versions?limit=1{_query}", cancellationToken) is { } page && page["items"]!.AsArray() is [{ } newest, ..] ? newest["id"]!.GetValue<string>() : null;

    private JsonObject Read()
    {
        try
        {
            return File.Exists(_file) && JsonNode.Parse(File.ReadAllText(_file)) is JsonObject all ? all : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
