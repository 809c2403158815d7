using System.Text.Json;

namespace Autonoma.Accuracy;

/// <summary>The entries of a corpus, as its README defines them.</summary>
public sealed record SetupAction(string Kind, string Selector, string Text, int Milliseconds)
{
    public static IReadOnlyList<SetupAction> Parse(JsonElement entry)
    {
        if (!entry.TryGetProperty("setup", out var setup) || setup.ValueKind != JsonValueKind.Array)
            return [];
        var actions = new List<SetupAction>();
        foreach (var item in setup.EnumerateArray())
        {
            var property = item.EnumerateObject().First();
            actions.Add(property.Name switch
            {
                "wait" => new("wait", "", "", property.Value.GetInt32()),
                "fill" or "select" => new(property.Name, property.Value[0].GetString()!, property.Value[1].GetString()!, 0),
                _ => new(property.Name, property.Value.GetString()!, "", 0),
            });
        }

        return actions;
    }
}

public static class CorpusCases
{
    public static IReadOnlyList<JsonElement> Load(string corpus, string file)
    {
        var path = Path.Combine(corpus, file);
        return File.Exists(path) ? [.. JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateArray()] : [];
    }

    public static IReadOnlyList<string> Tags(JsonElement entry) => Strings(entry, "tags");

    public static IReadOnlyList<string> Strings(JsonElement entry, string name)
        => entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [];
}
