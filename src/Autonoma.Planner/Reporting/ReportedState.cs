using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Planner.Artifacts.Text;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Pipeline.State;

namespace Autonoma.Planner.Reporting;

/// <summary>What a platform has taken, by name and hash of what it held: nothing is sent twice, and what was not taken is sent again.</summary>
/// <param name="folder">The plan.</param>
/// <param name="disk">Writes.</param>
internal sealed class ReportedState(PlanFolder folder, DurableFiles disk)
{
    public const string FileName = ".reported.json";

    private JsonObject? _taken;

    public bool IsTaken(string setup, string name, byte[] content) => Taken[Key(setup, name)]?.ToString() == Seal.HashOf(content);

    public void Take(string setup, string name, byte[] content)
    {
        Taken[Key(setup, name)] = Seal.HashOf(content);
        Save();
    }

    /// <summary>How far a transcript was sent, in bytes.</summary>
    public long Position(string setup, string file) => long.TryParse(Taken[Key(setup, $"transcript {file}")]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : 0;

    public void Move(string setup, string file, long position)
    {
        Taken[Key(setup, $"transcript {file}")] = position.ToString(CultureInfo.InvariantCulture);
        Save();
    }

    private void Save() => disk.Write(Path.Combine(folder.Root, FileName), Encoding.UTF8.GetBytes(JsonText.Write(Taken)));

    private JsonObject Taken => _taken ??= Read();

    // What cannot be read is sent again: the platform can live with that.
    private JsonObject Read()
    {
        try
        {
            return FileSource.Disk.Read(Path.Combine(folder.Root, FileName), 16 * 1024 * 1024) is { } content && JsonNode.Parse(content) is JsonObject taken ? taken : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string Key(string setup, string name) => $"{setup} {name}";
}
