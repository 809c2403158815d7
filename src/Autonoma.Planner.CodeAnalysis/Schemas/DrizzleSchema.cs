using System.Text.RegularExpressions;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis.Schemas;

/// <summary>Reads tables of Drizzle: <c>export const orders = pgTable('orders', { ... })</c>.</summary>
internal static partial class DrizzleSchema
{
    public static IEnumerable<SchemaModel> Read(string text, string file)
    {
        var enums = Enum().Matches(text).ToDictionary(m => m.Groups["name"].Value, m => $"enum({string.Join(',', Quoted().Matches(m.Groups["values"].Value).Select(q => q.Groups[1].Value))})");
        foreach (Match table in Table().Matches(text))
        {
            var model = new SchemaModel(Names.ClassOf(table.Groups["name"].Value), "drizzle", table.Groups["table"].Value, SchemaReader.Place(file, text, table.Index));
            var body = SchemaReader.Inside(text, table.Index + table.Length - 1);
            foreach (Match column in Column().Matches(body))
            {
                var (name, type) = (column.Groups["name"].Value, column.Groups["type"].Value);
                var rest = column.Groups["rest"].Value;
                var isId = rest.Contains(".primaryKey(", StringComparison.Ordinal);
                var isRequired = isId || rest.Contains(".notNull(", StringComparison.Ordinal);
                model.Fields.Add(new ModelField(name, enums.GetValueOrDefault(type) ?? SchemaModel.TypeOf(type), isRequired, isId,
                    rest.Contains(".default", StringComparison.Ordinal) || rest.Contains(".$default", StringComparison.Ordinal) || type.Contains("serial", StringComparison.OrdinalIgnoreCase)));
                if (rest.Contains(".unique(", StringComparison.Ordinal))
                    model.Unique.Add([name]);
                if (References().Match(rest) is { Success: true } reference)
                    model.Relate(Names.ClassOf(reference.Groups[1].Value), name, isRequired);
            }

            yield return model;
        }
    }

    [GeneratedRegex(@"(?:const|let)\s+(?<name>\w+)\s*=\s*pgEnum\(\s*['""]\w+['""]\s*,\s*\[(?<values>[^\]]*)\]")]
    private static partial Regex Enum();

    [GeneratedRegex(@"['""]([^'""]+)['""]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?:const|let)\s+(?<name>\w+)\s*=\s*(?:pg|mysql|sqlite|\w*[tT]able\w*)?(?:Table)?\(\s*['""](?<table>\w+)['""]\s*,\s*\{")]
    private static partial Regex Table();

    [GeneratedRegex(@"^\s*(?<name>\w+)\s*:\s*(?<type>\w+)\((?<rest>(?:[^\n]|\n\s*\.)*)", RegexOptions.Multiline)]
    private static partial Regex Column();

    [GeneratedRegex(@"\.references\(\s*\(\s*\)[^=]*=>\s*(\w+)\.")]
    private static partial Regex References();
}
