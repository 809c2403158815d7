using System.Text.RegularExpressions;
using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis.Schemas;

/// <summary>Reads modules with <c>use Ecto.Schema</c>.</summary>
internal static partial class EctoSchema
{
    public static IEnumerable<SchemaModel> Read(string text, string file)
    {
        var module = Module().Match(text);
        var schema = Schema().Match(text);
        if (!module.Success || !schema.Success)
            yield break;
        var model = new SchemaModel(Last(module.Groups[1].Value), "ecto", schema.Groups[1].Value, SchemaReader.Place(file, text, schema.Index));
        var required = Required().Matches(text).SelectMany(m => Atom().Matches(m.Groups[1].Value).Select(a => a.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        model.Fields.Add(new ModelField("id", text.Contains(":binary_id, autogenerate", StringComparison.Ordinal) ? "guid" : "long", true, true, true));
        foreach (Match field in Field().Matches(text))
        {
            var (kind, name, type, rest) = (field.Groups["kind"].Value, field.Groups["name"].Value, field.Groups["type"].Value.TrimStart(':'), field.Groups["rest"].Value);
            if (kind == "field")
            {
                var values = type == "Ecto.Enum" ? $"enum({string.Join(',', Atom().Matches(rest).Select(a => a.Groups[1].Value))})" : SchemaModel.TypeOf(type);
                model.Fields.Add(new ModelField(name, values, required.Contains(name), false, rest.Contains("default:", StringComparison.Ordinal)));
            }
            else if (kind == "belongs_to")
            {
                model.Fields.Add(new ModelField(name + "_id", "long", required.Contains(name + "_id"), false, false));
                model.Relate(Last(type), name + "_id", required.Contains(name + "_id"));
            }
            else if (kind == "many_to_many")
                model.ManyToMany(Last(type));
        }

        foreach (Match unique in Unique().Matches(text))
            model.Unique.Add([.. Atom().Matches(unique.Groups[1].Value).Select(a => a.Groups[1].Value)]);
        yield return model;
    }

    private static string Last(string module) => module[(module.LastIndexOf('.') + 1)..];

    [GeneratedRegex(@"defmodule\s+([\w.]+)\s+do")]
    private static partial Regex Module();

    [GeneratedRegex(@"^\s*schema\s+""(\w+)""\s+do", RegexOptions.Multiline)]
    private static partial Regex Schema();

    [GeneratedRegex(@"^\s*(?<kind>field|belongs_to|many_to_many)\s*\(?\s*:(?<name>\w+)\s*,\s*(?<type>:?[\w.]+)(?<rest>[^\n]*)", RegexOptions.Multiline)]
    private static partial Regex Field();

    [GeneratedRegex(@"validate_required\([^\[\n]*\[([^\]]*)\]")]
    private static partial Regex Required();

    [GeneratedRegex(@"unique_constraint\((?:\w+,\s*)?(\[[^\]]*\]|:\w+)")]
    private static partial Regex Unique();

    [GeneratedRegex(@":(\w+)")]
    private static partial Regex Atom();
}
