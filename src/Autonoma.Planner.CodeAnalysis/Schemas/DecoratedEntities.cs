using System.Text.RegularExpressions;
using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis.Schemas;

/// <summary>Reads classes marked <c>@Entity</c>: TypeORM and JPA.</summary>
internal static partial class DecoratedEntities
{
    public static IEnumerable<SchemaModel> TypeOrm(string text, string file) => Read(text, file, "typeorm", TypeOrmField());

    public static IEnumerable<SchemaModel> Jpa(string text, string file) => Read(text, file, "jpa", JpaField());

    private static IEnumerable<SchemaModel> Read(string text, string file, string store, Regex fields)
    {
        foreach (Match entity in Entity().Matches(text))
        {
            var marks = entity.Groups["marks"].Value;
            var table = TableName().Match(marks);
            var model = new SchemaModel(entity.Groups["name"].Value, store, table.Success ? table.Groups[1].Value : null, SchemaReader.Place(file, text, entity.Index));
            var open = text.IndexOfAny(['{', '('], entity.Index + entity.Length);
            if (open < 0)
                continue;
            foreach (Match field in fields.Matches(SchemaReader.Inside(text, open)))
                Read(model, field, text);
            yield return model;
        }
    }

    private static void Read(SchemaModel model, Match field, string text)
    {
        var (marks, name, type) = (field.Groups["marks"].Value, field.Groups["name"].Value, field.Groups["type"].Value.Trim());
        var isNullable = Nullable().IsMatch(marks) || field.Groups["optional"].Success || type.Contains("null", StringComparison.Ordinal) || type.EndsWith('?');
        var target = Generic().Match(type) is { Success: true } generic ? generic.Groups[1].Value : type.TrimEnd('?', '[', ']').Split('|')[0].Trim();
        if (marks.Contains("@ManyToMany", StringComparison.Ordinal))
        {
            if (!marks.Contains("mappedBy", StringComparison.Ordinal) && (marks.Contains("@JoinTable", StringComparison.Ordinal) || string.CompareOrdinal(model.Name, target) <= 0))
                model.ManyToMany(target);
            return;
        }

        if (marks.Contains("@ManyToOne", StringComparison.Ordinal) || (marks.Contains("@OneToOne", StringComparison.Ordinal) && marks.Contains("@JoinColumn", StringComparison.Ordinal)))
        {
            var column = ColumnName().Match(marks);
            model.Relate(target, column.Success ? column.Groups[1].Value : name + "Id", !isNullable && !marks.Contains("optional = true", StringComparison.Ordinal), marks.Contains("@OneToOne", StringComparison.Ordinal) ? "one-to-one" : "one-to-many");
            return;
        }

        if (marks.Contains("@OneTo", StringComparison.Ordinal) || marks.Contains("@Transient", StringComparison.Ordinal))
            return;
        var isId = marks.Contains("@PrimaryGeneratedColumn", StringComparison.Ordinal) || marks.Contains("@PrimaryColumn", StringComparison.Ordinal) || Id().IsMatch(marks);
        var values = EnumValues(text, target);
        model.Fields.Add(new ModelField(name, values ?? SchemaModel.TypeOf(target), isId || !isNullable, isId, marks.Contains("default", StringComparison.Ordinal) || marks.Contains("Generated", StringComparison.Ordinal) || marks.Contains("@CreateDate", StringComparison.Ordinal) || marks.Contains("@UpdateDate", StringComparison.Ordinal)));
        if (Unique().IsMatch(marks))
            model.Unique.Add([name]);
    }

    private static string? EnumValues(string text, string type)
    {
        var match = Regex.Match(text, $@"\benum\s+(?:class\s+)?{Regex.Escape(type)}\s*\{{([^}};]*)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return match.Success ? $"enum({string.Join(',', match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=', '(')[0].Trim()))})" : null;
    }

    [GeneratedRegex(@"(?<marks>@Entity\b(?:\([^)]*\))?(?:\s*@\w+(?:\((?:[^()]|\([^()]*\))*\))?)*)\s*(?:(?:export|public|default|abstract|final|open|data)\s+)*class\s+(?<name>\w+)")]
    private static partial Regex Entity();

    [GeneratedRegex(@"(?:@Table\([^)]*name\s*=\s*|@Entity\(\s*(?:\{[^}]*name:\s*)?)['""]([\w.]+)['""]")]
    private static partial Regex TableName();

    [GeneratedRegex(@"(?<marks>(?:@\w+\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\s*)+)(?:(?:public|private|protected|readonly)\s+)*(?<name>\w+)(?<optional>\?)?!?\s*:\s*(?<type>[^;=\n]+)")]
    private static partial Regex TypeOrmField();

    [GeneratedRegex(@"(?<marks>(?:@[\w:]+(?:\((?:[^()]|\([^()]*\))*\))?\s*)*)(?:private|protected|public)\s+(?!static|class|enum|final\s+static)(?:final\s+)?(?<type>[\w<>.,\[\]? ]+?)\s+(?<name>\w+)\s*(?:=[^;()]*(?:\([^)]*\))?[^;]*)?;(?<optional>(?!))?")]
    private static partial Regex JpaField();

    [GeneratedRegex(@"nullable\s*[:=]\s*true")]
    private static partial Regex Nullable();

    [GeneratedRegex(@"unique\s*[:=]\s*true")]
    private static partial Regex Unique();

    [GeneratedRegex(@"@Id\b|@EmbeddedId\b")]
    private static partial Regex Id();

    [GeneratedRegex(@"@JoinColumn\([^)]*name\s*[:=]\s*['""](\w+)['""]")]
    private static partial Regex ColumnName();

    [GeneratedRegex(@"^\w+<\s*(\w+)\s*>$")]
    private static partial Regex Generic();
}
