using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Autonoma.Planner.Designing.Writing;

/// <summary>
/// Records of a model as a table of Markdown that is read back as it was written: a cell is text as it stands, <c>→ alias</c> another record, JSON in backticks
/// anything else; an empty one is a field that is not sent.
/// </summary>
internal static partial class RecordTable
{
    public const string AliasColumn = "Alias";
    private const string Arrow = "→";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<DesignedRecord> records)
    {
        var columns = records.SelectMany(record => record.Fields.Select(pair => pair.Key)).Distinct(StringComparer.Ordinal).ToList();
        var text = new StringBuilder($"| {AliasColumn} |");
        foreach (var column in columns)
            text.Append(' ').Append(column).Append(" |");
        text.Append("\n|").Append(string.Concat(Enumerable.Repeat(" --- |", columns.Count + 1))).Append('\n');
        foreach (var record in records)
        {
            text.Append("| ").Append(record.Alias).Append(" |");
            foreach (var column in columns)
                text.Append(' ').Append(record.Fields.TryGetPropertyValue(column, out var value) ? Cell(value) : "").Append(" |");
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The records of a table; null when its lines are no such table.</summary>
    /// <param name="model">Their model.</param>
    /// <param name="lines">The lines of the table, head included.</param>
    /// <param name="problems">Takes what cannot be read.</param>
    public static List<DesignedRecord>? Read(string model, IReadOnlyList<string> lines, List<string> problems)
    {
        if (lines.Count < 2 || Cells(lines[0]) is not { Count: > 0 } head || !head[0].Equals(AliasColumn, StringComparison.OrdinalIgnoreCase))
            return null;
        var records = new List<DesignedRecord>();
        foreach (var line in lines.Skip(2))
        {
            var cells = Cells(line);
            if (cells.Count != head.Count)
            {
                problems.Add($"The table of {model} has {head.Count} columns, and this row has {cells.Count}: {line.Trim()}");
                continue;
            }

            var record = new DesignedRecord(model, cells[0], []);
            for (var i = 1; i < head.Count; i++)
            {
                if (cells[i].Length == 0)
                    continue;
                if (Value(cells[i], out var value))
                    record.Fields[head[i]] = value;
                else
                    problems.Add($"{model}, {cells[0]}: what stands in backticks under '{head[i]}' is no JSON: {cells[i]}");
            }

            records.Add(record);
        }

        return records;
    }

    private static string Cell(JsonNode? value)
    {
        if (DesignedRecord.Reference(value) is { } alias)
            return $"{Arrow} {alias}";
        if (value is JsonValue text && text.TryGetValue<string>(out var plain) && Plain().IsMatch(plain) && !plain.StartsWith(Arrow, StringComparison.Ordinal))
            return plain;
        return $"`{(value?.ToJsonString(Readable) ?? "null").Replace("|", "\\u007c", StringComparison.Ordinal).Replace("`", "\\u0060", StringComparison.Ordinal)}`";
    }

    private static bool Value(string cell, out JsonNode? value)
    {
        value = null;
        if (cell.StartsWith(Arrow, StringComparison.Ordinal))
        {
            value = DesignedRecord.RefTo(cell[Arrow.Length..].Trim().Trim('`'));
            return true;
        }

        if (cell.Length < 3 || cell[0] != '`' || cell[^1] != '`')
        {
            value = JsonValue.Create(cell);
            return true;
        }

        try
        {
            value = JsonNode.Parse(cell[1..^1]);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static List<string> Cells(string line)
    {
        var trimmed = line.Trim();
        if (!trimmed.StartsWith('|'))
            return [];
        return [.. Bar().Split(trimmed[1..(trimmed.EndsWith('|') && trimmed.Length > 1 ? ^1 : ^0)]).Select(cell => cell.Trim().Replace("\\|", "|", StringComparison.Ordinal))];
    }

    [GeneratedRegex(@"^[^\s|`\\](?:[^|`\\\r\n\t]*[^\s|`\\])?\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();
}
