using System.Text.RegularExpressions;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Documents;
using Autonoma.Planner.Validation.Rules;

namespace Autonoma.Planner.Validation.Reading;

internal static partial class SentinelReader
{
    private const int MostTried = 8;
    private const int LongestLine = 4000;

    public static SdkEndpoint? SdkEndpoint(SourceText source, Report report)
    {
        var text = source.Text.Trim();
        var line = Array.FindIndex(source.Lines, candidate => candidate.Trim().Length > 0) + 1;
        if (text.Any(char.IsWhiteSpace))
            report.Add(SdkEndpointRules.One, line, 1, "", $"must be one address without blanks, and here it is '{DocumentNode.Short(text)}'.", "Keep one address.");
        else if (EndpointAddress.WhyWrong(text) is { } why)
            report.Add(SdkEndpointRules.Url, line, 1, "", why, "Example: http://localhost:3000/api/autonoma.");
        else
            return new(new Uri(text));
        return null;
    }

    /// <summary>The paths that may be the handler's, the most likely first, each with its line.</summary>
    public static List<(string Path, int Line)> Handlers(SourceText source)
    {
        var paths = new List<(string, int)>();
        for (var i = 0; i < source.Lines.Length; i++)
        {
            if (source.Lines[i].Length <= LongestLine && HandlerLine().Match(source.Lines[i]) is { Success: true } match)
                paths.Add((Clean(match.Groups[1].Value), i + 1));
        }

        for (var i = 0; i < source.Lines.Length; i++)
            paths.AddRange(SourcePath().Matches(source.Lines[i].Length > LongestLine ? "" : source.Lines[i]).Select(match => (Clean(match.Value), i + 1)));
        return [.. paths.Where(path => path.Item1.Length > 0).DistinctBy(path => path.Item1)];
    }

    /// <summary>The handler's file, when the sentinel names one that is there; what is wrong is reported.</summary>
    public static string? Handler(SourceText source, PlanContents plan, Report report)
    {
        var handlers = Handlers(source);
        if (handlers.Count == 0)
        {
            report.Add(EndpointImplementedRules.Handler, 1, 1, "", "The file names no handler.", "Write a line 'handler: src/path/to/the/endpoint'.");
            return null;
        }

        foreach (var (path, _) in handlers)
        {
            if (path.IndexOf('\0', StringComparison.Ordinal) < 0 && Path.GetFullPath(path.Replace('\\', '/'), plan.Folder.Repository) is var full && plan.Files.Exists(full))
                return full;
        }

        report.Add(EndpointImplementedRules.HandlerIsThere, handlers[0].Line, 1, "", $"There is no such file: {string.Join(", ", handlers.Take(MostTried).Select(handler => $"'{DocumentNode.Short(handler.Path)}'"))}.", "Paths are relative to the folder around the plan.");
        return null;
    }

    private static string Clean(string path) => path.Trim().Trim('`', '"', '\'', '<', '>', '(', ')').TrimEnd('.', ',', ';', ':').Trim('`', '"', '\'');

    [GeneratedRegex(@"^\s*(?:[-*]\s+)?\**handler(?:_path)?\**\s*:\**\s*(.+?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HandlerLine();

    [GeneratedRegex(@"[\w@~()\[\]./\\-]{1,400}\.(?:tsx?|jsx?|mjs|cjs|py|rb|php|java|kt|go|rs|exs?|cs|fs|vb)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SourcePath();
}
