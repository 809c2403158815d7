using Autonoma.Engine.Language;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Suites.Yaml;

namespace Autonoma.Cli.Configuration;

/// <summary>Finds what settings were written in autonoma.yaml and in the environment.</summary>
internal static class SettingSources
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "autonoma.yaml";

    private const string PlanKey = "plan";

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

        Take(map, Setting.All, "", values, shownPath, diagnostics);
        return values;
    }

    private static void Take(YamlMap map, IReadOnlyList<Setting> known, string above, Dictionary<string, SettingValue> values, string shownPath, ICollection<Diagnostic> diagnostics)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (above.Length == 0 && key.Text == PlanKey)
            {
                if (value is YamlMap plan)
                    Take(plan, Setting.OfPlan, PlanKey + ".", values, shownPath, diagnostics);
                else if (value is not YamlScalar { IsNull: true })
                    diagnostics.Add(new("bad-value", DiagnosticSeverity.Error, shownPath, value.Line, value.Column, $"'{PlanKey}' cannot be {value.Described}.", $"Below it stand keys of their own. Example: {PlanKey}: {{ {Setting.OfPlan[0].Key[(PlanKey.Length + 1)..]}: {Setting.OfPlan[0].Example} }}"));
            }
            else if (known.FirstOrDefault(setting => setting.Key == above + key.Text) is not { } setting)
            {
                var near = Spelling.Nearest(key.Text, known.Select(other => other.Key[above.Length..]).Concat(above.Length == 0 ? [PlanKey] : []));
                diagnostics.Add(new("unknown-key", DiagnosticSeverity.Error, shownPath, key.Line, key.Column, $"No setting{(above.Length == 0 ? "" : $" of '{above.TrimEnd('.')}'")} is called '{key.Text}'.", near is null ? "docs/reference/configuration.md lists them." : $"Did you mean '{near}'?"));
            }
            else if (TextsOf(setting, value) is { } texts)
                values.TryAdd(setting.Key, new(texts, $"{shownPath}:{value.Line}:{value.Column}"));
            else
                diagnostics.Add(new("bad-value", DiagnosticSeverity.Error, shownPath, value.Line, value.Column, $"'{setting.Key}' cannot be {value.Described}.", $"Example: {key.Text}: {setting.Example}"));
        }
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
