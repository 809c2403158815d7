using System.Text.RegularExpressions;

namespace Autonoma.Planner.Designing.Writing;

/// <summary>The part of scenarios.md below the front matter: reads the records of its scenarios, and puts other records into their place without touching anything else.</summary>
public sealed partial class ScenarioBody
{
    private readonly List<string> _lines;

    /// <summary>Takes a body apart.</summary>
    /// <param name="body">Markdown.</param>
    public ScenarioBody(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        _lines = [.. body.ReplaceLineEndings("\n").Split('\n')];
    }

    /// <summary>The text as it is now.</summary>
    public string Text => string.Join('\n', _lines);

    /// <summary>The records of a scenario, in the order of its tables; empty when it has no table that can be read.</summary>
    /// <param name="scenario">Its name.</param>
    /// <param name="problems">Takes what cannot be read.</param>
    public IReadOnlyList<DesignedRecord> Records(string scenario, List<string> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var records = new List<DesignedRecord>();
        foreach (var (model, from, to) in Tables(scenario))
        {
            if (RecordTable.Read(model, _lines[from..to], problems) is { } read)
                records.AddRange(read);
        }

        return records;
    }

    /// <summary>Writes the tables of a scenario anew: each in its place, new ones behind the last, empty ones away.</summary>
    /// <param name="scenario">Its name.</param>
    /// <param name="records">All its records.</param>
    public void Replace(string scenario, IReadOnlyList<DesignedRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var byModel = records.GroupBy(record => record.Model, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var known = new List<string>();
        var end = SectionEnd(scenario);
        foreach (var (model, from, to) in Tables(scenario).Reverse())
        {
            if (RecordTable.Read(model, _lines[from..to], []) is null)
                continue;
            known.Add(model);
            var heading = from - 1;
            while (!Heading().IsMatch(_lines[heading]))
                heading--;
            _lines.RemoveRange(heading, to - heading);
            var lines = byModel.TryGetValue(model, out var own) ? Table(model, own) : [];
            _lines.InsertRange(heading, lines);
            end += lines.Count - (to - heading);
        }

        foreach (var model in byModel.Keys.Except(known, StringComparer.Ordinal))
        {
            var lines = Table(model, byModel[model]);
            _lines.InsertRange(end, ["", .. lines]);
            end += lines.Count + 1;
        }
    }

    /// <summary>Takes a scenario away, with everything that is said about it.</summary>
    /// <param name="scenario">Its name.</param>
    public void Remove(string scenario)
    {
        var start = SectionStart(scenario);
        if (start >= 0)
            _lines.RemoveRange(start, SectionEnd(scenario) - start);
    }

    /// <summary>Writes a section of its own at the end, in place of the one that had its title.</summary>
    /// <param name="title">Title.</param>
    /// <param name="text">Markdown.</param>
    public void Section(string title, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = _lines.FindIndex(line => line.Trim() == $"## {title}");
        if (start >= 0)
        {
            var end = _lines.FindIndex(start + 1, line => line.StartsWith("## ", StringComparison.Ordinal));
            _lines.RemoveRange(start, (end < 0 ? _lines.Count : end) - start);
        }

        while (_lines.Count > 0 && _lines[^1].Length == 0)
            _lines.RemoveAt(_lines.Count - 1);
        _lines.AddRange(["", $"## {title}", "", .. text.TrimEnd().Split('\n'), ""]);
    }

    /// <summary>The lines of a list in a section; empty when it is not there.</summary>
    /// <param name="title">Its title.</param>
    public IReadOnlyList<string> ListOf(string title)
    {
        var start = _lines.FindIndex(line => line.Trim() == $"## {title}");
        return start < 0 ? [] : [.. _lines.Skip(start + 1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..])];
    }

    internal static List<string> Table(string model, IReadOnlyList<DesignedRecord> records) => [$"### {model} ({records.Count})", "", .. RecordTable.Write(records).TrimEnd('\n').Split('\n')];

    private IEnumerable<(string Model, int From, int To)> Tables(string scenario)
    {
        var start = SectionStart(scenario);
        if (start < 0)
            yield break;
        var end = SectionEnd(scenario);
        string? model = null;
        for (var i = start + 1; i < end; i++)
        {
            if (Heading().Match(_lines[i]) is { Success: true } heading)
                model = heading.Groups["model"].Value;
            else if (model is not null && _lines[i].TrimStart().StartsWith('|'))
            {
                var from = i;
                while (i < end && _lines[i].TrimStart().StartsWith('|'))
                    i++;
                yield return (model, from, i);
                model = null;
                i--;
            }
        }
    }

    private int SectionStart(string scenario) => _lines.FindIndex(line => Scenario().Match(line) is { Success: true } match && match.Groups["name"].Value == scenario);

    private int SectionEnd(string scenario)
    {
        var start = SectionStart(scenario);
        if (start < 0)
            return _lines.Count;
        var next = _lines.FindIndex(start + 1, line => line.StartsWith("## ", StringComparison.Ordinal) || line.StartsWith("# ", StringComparison.Ordinal));
        var end = next < 0 ? _lines.Count : next;
        while (end > start + 1 && _lines[end - 1].Trim().Length == 0)
            end--;
        return end;
    }

    [GeneratedRegex(@"^##\s+(?:Scenario:?\s+)?`?(?<name>[^`\s][^`]*?)`?\s*$")]
    private static partial Regex Scenario();

    [GeneratedRegex(@"^###\s+`?(?<model>\w+)`?(?:\s*\(\d+\))?\s*$")]
    private static partial Regex Heading();
}
