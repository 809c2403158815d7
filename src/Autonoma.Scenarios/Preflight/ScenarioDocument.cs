using Autonoma.Scenarios.Recipes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Autonoma.Scenarios.Preflight;

/// <summary>The scenarios that scenarios.md promises.</summary>
/// <param name="File">Path.</param>
/// <param name="Names">Names of its front matter, in its order.</param>
public sealed record ScenarioDocument(string File, IReadOnlyList<string> Names)
{
    /// <summary>Reads the front matter of a file.</summary>
    /// <exception cref="RecipeFileException">It is not there, or its front matter names no scenarios.</exception>
    public static ScenarioDocument Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!System.IO.File.Exists(path))
            throw Wrong(path, "no-file", "There is no such file.", "'source.scenariosPath' of the recipes names it, or --scenarios FILE.");
        var lines = System.IO.File.ReadAllLines(path);
        var end = lines.Length > 0 && lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, line => line.TrimEnd() == "---") : -1;
        if (end < 0)
            throw Wrong(path, "no-front-matter", "The file must begin with front matter between two lines of ---.", null);
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(string.Join('\n', lines[1..end])));
            var names = (yaml.Documents.Count > 0 ? yaml.Documents[0].RootNode : null) is YamlMappingNode root && root.Children.TryGetValue(new YamlScalarNode("scenarios"), out var list) && list is YamlSequenceNode sequence
                ? sequence.Children.Select(NameOf).OfType<string>().ToList()
                : [];
            return names.Count > 0 ? new(path, names) : throw Wrong(path, "no-scenarios", "The front matter names no scenarios.", "Example: scenarios: [{ name: standard, ... }]");
        }
        catch (YamlException e)
        {
            throw new RecipeFileException([new("not-yaml", ProblemSeverity.Error, "", $"The front matter is not YAML: {e.Message}") { File = path, Line = (int)e.Start.Line + 1, Column = (int)e.Start.Column }]);
        }
    }

    private static string? NameOf(YamlNode node) => node switch
    {
        YamlMappingNode map when map.Children.TryGetValue(new YamlScalarNode("name"), out var name) => (name as YamlScalarNode)?.Value?.Trim(),
        YamlScalarNode scalar => scalar.Value?.Trim(),
        _ => null,
    };

    private static RecipeFileException Wrong(string path, string code, string message, string? fix) => new([new(code, ProblemSeverity.Error, "", message, fix) { File = path }]);
}
