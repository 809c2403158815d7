using Autonoma.Engine.Language;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Suites.Yaml;

namespace Autonoma.Cli.Configuration;

/// <summary>Finds what settings were written in autonoma.yaml and in the environment.</summary>
internal static class SettingSources
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "autonoma.yaml";

    /// <summary>The nearest autonoma.yaml in a folder or above it; null when there is none.</summary>
    public static string? Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            foreach (var name in (string[])[FileName, "autonoma.yml"])
            {
                var path = Path.Combine(at.FullName, name);
                if (File.Exists(path))
                    return path;
            }
        }

        return null;
    }

    /// <summary>Reads the file. Keys that are not known are reported with their line and the nearest one that is.</summary>
    public static Dictionary<string, SettingValue> FromFile(string path, string shownPath, ICollection<Diagnostic> diagnostics)
    {
        var values = new Dictionary<string, SettingValue>(StringComparer.Ordinal);
        var root = YamlText.Read(File.ReadAllText(path), shownPath, 0, diagnostics);
        if (root is null or YamlScalar { IsNull: true })
            return values;
        if (root is not YamlMap map)
        {
            diagnostics.Add(new("settings-form", DiagnosticSeverity.Error, shownPath, root.Line, root.Column, $"The file must be lines of 'key: value', and here it is {root.Described}.", "Example: baseUrl: http://localhost:5080"));
            return values;
        }

        foreach (var (key, value) in map.Entries)
        {
            if (Setting.All.FirstOrDefault(setting => setting.Key == key.Text) is not { } setting)
            {
                var near = Spelling.Nearest(key.Text, Setting.All.Select(known => known.Key));
                diagnostics.Add(new("unknown-key", DiagnosticSeverity.Error, shownPath, key.Line, key.Column, $"No setting is called '{key.Text}'.", near is null ? "docs/reference/configuration.md lists them." : $"Did you mean '{near}'?"));
            }
            else if (TextsOf(setting, value) is { } texts)
                values.TryAdd(setting.Key, new(texts, $"{shownPath}:{value.Line}:{value.Column}"));
            else
                diagnostics.Add(new("bad-value", DiagnosticSeverity.Error, shownPath, value.Line, value.Column, $"'{key.Text}' cannot be {value.Described}.", $"Example: {key.Text}: {setting.Example}"));
        }

        return values;
    }

    /// <summary>Reads the environment. An empty variable counts as not set.</summary>
    public static Dictionary<string, SettingValue> FromEnvironment(Func<string, string?> variable)
    {
        var values = new Dictionary<string, SettingValue>(StringComparer.Ordinal);
        foreach (var setting in Setting.All)
        {
            var name = variable(setting.Variable) is { Length: > 0 } ? setting.Variable : setting.OtherVariable ?? setting.Variable;
            if (variable(name) is { Length: > 0 } text)
                values[setting.Key] = new(setting.Kind is SettingKind.List or SettingKind.Map ? Split(text) : [text], name);
        }

        return values;
    }

    /// <summary>Several values on one line.</summary>
    public static IReadOnlyList<string> Split(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IReadOnlyList<string>? TextsOf(Setting setting, YamlNode value) => (setting.Kind, value) switch
    {
        (SettingKind.List, YamlList list) when list.Items.All(item => item is YamlScalar { IsNull: false }) => [.. list.Items.Select(item => ((YamlScalar)item).Text)],
        (SettingKind.List, YamlScalar { IsNull: false } line) => Split(line.Text),
        (SettingKind.Map, YamlMap map) when map.Entries.All(entry => entry.Value is YamlScalar) => [.. map.Entries.Select(entry => $"{entry.Key.Text}={((YamlScalar)entry.Value).Text}")],
        (SettingKind.Size, YamlMap map) when map.Entries.FirstOrDefault(entry => entry.Key.Text == "width")?.Value is YamlScalar width && map.Entries.FirstOrDefault(entry => entry.Key.Text == "height")?.Value is YamlScalar height
            => [$"{width.Text}x{height.Text}"],
        (not (SettingKind.List or SettingKind.Map), YamlScalar { IsNull: false } scalar) => [scalar.Text],
        _ => null,
    };
}
