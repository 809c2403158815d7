using System.Text.RegularExpressions;
using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis.Schemas;

/// <summary>Reads <c>schema.prisma</c>.</summary>
internal static partial class PrismaSchema
{
    public static IEnumerable<SchemaModel> Read(string text, string file)
    {
        var enums = Enum().Matches(text).ToDictionary(m => m.Groups["name"].Value, m => $"enum({string.Join(',', m.Groups["body"].Value.Split('\n', StringSplitOptions.TrimEntries).Select(l => l.Split("//")[0].Trim()).Where(l => l.Length > 0 && !l.StartsWith('@')).Select(l => l.Split(' ')[0]))})");
        var blocks = Model().Matches(text).ToList();
        var names = blocks.Select(b => b.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var manys = blocks.SelectMany(b => Field().Matches(b.Groups["body"].Value).Where(f => f.Groups["many"].Success && names.Contains(f.Groups["type"].Value) && !f.Groups["rest"].Value.Contains("@relation(", StringComparison.Ordinal))
            .Select(f => (From: b.Groups["name"].Value, To: f.Groups["type"].Value))).ToHashSet();
        foreach (var block in blocks)
        {
            var body = block.Groups["body"].Value;
            var map = TableMap().Match(body);
            var model = new SchemaModel(block.Groups["name"].Value, "prisma", map.Success ? map.Groups[1].Value : null, SchemaReader.Place(file, text, block.Index));
            var id = BlockId().Match(body) is { Success: true } composite ? Split(composite.Groups[1].Value) : [];
            foreach (Match field in Field().Matches(body))
            {
                var (name, type, rest) = (field.Groups["name"].Value, field.Groups["type"].Value, field.Groups["rest"].Value);
                var isRequired = !field.Groups["optional"].Success;
                if (names.Contains(type))
                {
                    if (RelationFields().Match(rest) is { Success: true } relation)
                        model.Relate(type, Split(relation.Groups[1].Value).FirstOrDefault(), isRequired);
                    else if (field.Groups["many"].Success && manys.Contains((type, model.Name)) && string.CompareOrdinal(model.Name, type) <= 0)
                        model.ManyToMany(type);
                    continue;
                }

                var isId = rest.Contains("@id", StringComparison.Ordinal) || id.Contains(name);
                var hasDefault = rest.Contains("@default", StringComparison.Ordinal) || rest.Contains("@updatedAt", StringComparison.Ordinal);
                model.Fields.Add(new ModelField(name, (enums.GetValueOrDefault(type) ?? SchemaModel.TypeOf(type)) + (field.Groups["many"].Success ? "[]" : ""), isRequired, isId, hasDefault));
                if (rest.Contains("@unique", StringComparison.Ordinal))
                    model.Unique.Add([name]);
            }

            foreach (Match unique in BlockUnique().Matches(body))
                model.Unique.Add(Split(unique.Groups[1].Value));
            yield return model;
        }
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^enum\s+(?<name>\w+)\s*\{(?<body>[^}]*)\}", RegexOptions.Multiline)]
    private static partial Regex Enum();

    [GeneratedRegex(@"^model\s+(?<name>\w+)\s*\{(?<body>(?:[^{}""]|""[^""]*"")*)\}", RegexOptions.Multiline)]
    private static partial Regex Model();

    [GeneratedRegex(@"^[ \t]*(?<name>[A-Za-z]\w*)[ \t]+(?<type>\w+)(?<many>\[\])?(?<optional>\?)?(?<rest>[^\n]*)$", RegexOptions.Multiline)]
    private static partial Regex Field();

    [GeneratedRegex(@"@relation\([^)]*fields:\s*\[([^\]]+)\]")]
    private static partial Regex RelationFields();

    [GeneratedRegex(@"@@id\(\[([^\]]+)\]")]
    private static partial Regex BlockId();

    [GeneratedRegex(@"@@unique\((?:fields:\s*)?\[([^\]]+)\]")]
    private static partial Regex BlockUnique();

    [GeneratedRegex(@"@@map\(""([^""]+)""\)")]
    private static partial Regex TableMap();
}
