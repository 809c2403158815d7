using System.Text.RegularExpressions;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis.Schemas;

/// <summary>Reads <c>db/schema.rb</c>.</summary>
internal static partial class RailsSchema
{
    public static IEnumerable<SchemaModel> Read(string text, string file)
    {
        var keys = ForeignKey().Matches(text).Select(m => (From: m.Groups["from"].Value, To: m.Groups["to"].Value, Column: m.Groups["column"].Success ? m.Groups["column"].Value : Names.Singular(m.Groups["to"].Value) + "_id")).ToList();
        foreach (Match table in Table().Matches(text))
        {
            var name = table.Groups["name"].Value;
            var model = new SchemaModel(Names.ClassOf(name), "activerecord", name, SchemaReader.Place(file, text, table.Index));
            if (!table.Groups["options"].Value.Contains("id: false", StringComparison.Ordinal))
                model.Fields.Add(new ModelField("id", table.Groups["options"].Value.Contains("uuid", StringComparison.Ordinal) ? "guid" : "long", true, true, true));
            foreach (Match column in Column().Matches(table.Groups["body"].Value))
            {
                var (kind, field, rest) = (column.Groups["kind"].Value, column.Groups["name"].Value, column.Groups["rest"].Value);
                if (kind == "index")
                    continue;
                field = kind is "references" or "belongs_to" ? field + "_id" : field;
                var isRequired = rest.Contains("null: false", StringComparison.Ordinal);
                model.Fields.Add(new ModelField(field, SchemaModel.TypeOf(kind is "references" or "belongs_to" ? "bigint" : kind), isRequired, false, rest.Contains("default:", StringComparison.Ordinal)));
                if (kind is "references" or "belongs_to" || (field.EndsWith("_id", StringComparison.Ordinal) && text.Contains($"create_table \"{field[..^3]}s\"", StringComparison.Ordinal) && !keys.Any(k => k.From == name && k.Column == field)))
                    model.Relate(Names.ClassOf(field[..^3]), field, isRequired);
            }

            foreach (var key in keys.Where(k => k.From == name))
                model.Relate(Names.ClassOf(key.To), key.Column, model.Fields.FirstOrDefault(f => f.Name == key.Column)?.IsRequired ?? false);
            foreach (Match index in UniqueIndex().Matches(table.Groups["body"].Value))
                model.Unique.Add([.. Quoted().Matches(index.Groups["columns"].Value).Select(q => q.Groups[1].Value)]);
            yield return model;
        }
    }

    [GeneratedRegex(@"create_table\s+""(?<name>\w+)""(?<options>[^\n]*?)\s+do\s+\|t\|(?<body>.*?)^\s*end\b", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"^\s*t\.(?<kind>\w+)\s+[""':](?<name>\w+)""?(?<rest>[^\n]*)", RegexOptions.Multiline)]
    private static partial Regex Column();

    [GeneratedRegex(@"t\.index\s+\[?(?<columns>(?:""\w+"",?\s*)+)\]?[^\n]*unique:\s*true")]
    private static partial Regex UniqueIndex();

    [GeneratedRegex(@"""(\w+)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"add_foreign_key\s+""(?<from>\w+)"",\s*""(?<to>\w+)""(?:[^\n]*column:\s*""(?<column>\w+)"")?")]
    private static partial Regex ForeignKey();
}
