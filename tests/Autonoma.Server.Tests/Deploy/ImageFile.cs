using System.Text.RegularExpressions;

namespace Autonoma.Server.Tests.Deploy;

/// <summary>One stage of a Dockerfile.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Base">The image, or the stage, that it starts from.</param>
/// <param name="Instructions">Its lines, continued ones joined.</param>
internal sealed record ImageStage(string Name, string Base, List<(string Keyword, string Arguments)> Instructions);

/// <summary>A Dockerfile, read without an engine.</summary>
internal sealed class ImageFile
{
    public ImageFile(string text)
    {
        var lines = Regex.Replace(string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith('#'))), @"\\\n\s*", "", RegexOptions.None, TimeSpan.FromSeconds(1));
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (keyword, arguments) = (line.Split(' ')[0], line[line.Split(' ')[0].Length..].Trim());
            if (keyword != "FROM")
            {
                Stages[^1].Instructions.Add((keyword, arguments));
                continue;
            }

            var words = arguments.Split(' ');
            if (words is not [_, "AS", _])
                throw new FormatException($"'{line}': a stage has a name");
            Stages.Add(new(words[2], words[0], []));
        }
    }

    public List<ImageStage> Stages { get; } = [];

    /// <summary>Instructions of a stage and of those that it starts from, in the order in which they are carried out.</summary>
    public List<(string Keyword, string Arguments)> AllOf(string stage)
    {
        var found = Stages.Single(known => known.Name == stage);
        return [.. Stages.Any(known => known.Name == found.Base) ? AllOf(found.Base) : [], .. found.Instructions];
    }

    /// <summary>Variables of the environment that the image sets; the last one said wins.</summary>
    public Dictionary<string, string> Environment(string stage)
        => AllOf(stage).Where(instruction => instruction.Keyword == "ENV").SelectMany(instruction => instruction.Arguments.Split(' ')).Select(pair => pair.Split('=', 2))
            .GroupBy(pair => pair[0], StringComparer.Ordinal).ToDictionary(pairs => pairs.Key, pairs => pairs.Last()[1], StringComparer.Ordinal);
}
