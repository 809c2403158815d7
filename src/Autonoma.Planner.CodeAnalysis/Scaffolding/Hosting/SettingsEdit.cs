using System.Text.Json;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Hosting;

/// <summary>Leaves a place for the two secrets where the app's settings are kept. A value is never written.</summary>
internal static class SettingsEdit
{
    private const string Shared = "AUTONOMA_SHARED_SECRET";
    private const string Signing = "AUTONOMA_SIGNING_SECRET";
    private static readonly string[] Examples = [".env.example", ".env.sample", ".env.template"];

    public static FileChange? Edit(string project, string root)
    {
        string[] examples = [.. new[] { project, root }.Distinct().SelectMany(folder => Examples.Select(name => Path.Combine(folder, name))).Where(File.Exists)];
        var development = Path.Combine(project, "appsettings.Development.json");
        if (examples.Append(development).Where(File.Exists).Any(file => File.ReadAllText(file).Contains(Shared, StringComparison.Ordinal)))
            return null;
        if (examples.Length == 0 && File.Exists(development) && File.ReadAllText(development) is var json && WithPlaces(json) is { } edited)
            return new(development, json, edited, "places for the two secrets");
        var target = examples.FirstOrDefault() ?? Path.Combine(project, ".env.example");
        var before = File.Exists(target) ? File.ReadAllText(target) : null;
        var lines = $"# The Environment Factory. Two different values, each from 'openssl rand -hex 32'; the first is also told to whoever runs the tests.\n{Shared}=\n{Signing}=\n";
        return new(target, before, before is null ? lines : $"{before.TrimEnd('\n')}\n\n{lines}", "places for the two secrets");
    }

    private static string? WithPlaces(string json)
    {
        var open = json.IndexOf('{', StringComparison.Ordinal);
        var close = json.LastIndexOf('}');
        if (open < 0 || close <= open)
            return null;
        var end = json.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var isEmpty = string.IsNullOrWhiteSpace(json[(open + 1)..close]);
        var edited = json.Insert(open + 1, $"{end}  \"{Shared}\": \"\",{end}  \"{Signing}\": \"\"{(isEmpty ? end : ",")}");
        try
        {
            using var _ = JsonDocument.Parse(edited, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return edited;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
