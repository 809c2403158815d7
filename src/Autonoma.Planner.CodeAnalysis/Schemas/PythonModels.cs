using System.Text.RegularExpressions;
using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis.Schemas;

/// <summary>Reads model classes of SQLAlchemy and Django.</summary>
internal static partial class PythonModels
{
    public static IEnumerable<SchemaModel> SqlAlchemy(string text, string file)
    {
        var tables = Class().Matches(text).Where(c => TableName().IsMatch(Body(text, c))).ToDictionary(c => TableName().Match(Body(text, c)).Groups[1].Value, c => c.Groups["name"].Value);
        foreach (Match type in Class().Matches(text))
        {
            var body = Body(text, type);
            var columns = Column().Matches(body).ToList();
            if (columns.Count == 0 || body.Contains("__abstract__", StringComparison.Ordinal))
                continue;
            var table = TableName().Match(body);
            var model = new SchemaModel(type.Groups["name"].Value, "sqlalchemy", table.Success ? table.Groups[1].Value : null, SchemaReader.Place(file, text, type.Index));
            foreach (var column in columns)
            {
                var (name, hint, arguments) = (column.Groups["name"].Value, column.Groups["hint"].Value, column.Groups["args"].Value);
                var isId = arguments.Contains("primary_key=True", StringComparison.Ordinal);
                var isOptional = hint.Contains("Optional", StringComparison.Ordinal) || hint.Contains("None", StringComparison.Ordinal) || arguments.Contains("nullable=True", StringComparison.Ordinal) || (hint.Length == 0 && !isId && !arguments.Contains("nullable=False", StringComparison.Ordinal));
                var words = Word().Matches(hint.Length > 0 ? hint : arguments).Select(m => m.Value).Where(w => w is not ("Mapped" or "Optional" or "None" or "sa" or "db" or "Column" or "mapped_column" or "ForeignKey")).ToList();
                var values = arguments.Contains("Enum(", StringComparison.Ordinal) ? Quoted().Matches(SchemaReader.Inside(arguments, arguments.IndexOf("Enum(", StringComparison.Ordinal) + 4)).Select(q => q.Groups[1].Value).ToList() : [];
                model.Fields.Add(new ModelField(name, values.Count > 0 ? $"enum({string.Join(',', values)})" : SchemaModel.TypeOf(words.FirstOrDefault() is { } w && w is "str" ? "string" : words.FirstOrDefault() ?? "unknown"), isId || !isOptional, isId,
                    arguments.Contains("default", StringComparison.Ordinal) || isId));
                if (arguments.Contains("unique=True", StringComparison.Ordinal))
                    model.Unique.Add([name]);
                if (ForeignKey().Match(arguments) is { Success: true } key)
                    model.Relate(tables.GetValueOrDefault(key.Groups[1].Value) ?? Projects.Names.ClassOf(key.Groups[1].Value), name, !isOptional);
            }

            yield return model;
        }
    }

    public static IEnumerable<SchemaModel> Django(string text, string file)
    {
        foreach (Match type in Class().Matches(text))
        {
            var body = Body(text, type);
            if (!DjangoBase().IsMatch(type.Groups["bases"].Value) && !DjangoField().IsMatch(body) || body.Contains("abstract = True", StringComparison.Ordinal) || type.Groups["bases"].Value.Contains("Form", StringComparison.Ordinal))
                continue;
            var model = new SchemaModel(type.Groups["name"].Value, "django", null, SchemaReader.Place(file, text, type.Index));
            if (!body.Contains("primary_key=True", StringComparison.Ordinal))
                model.Fields.Add(new ModelField("id", "long", true, true, true));
            foreach (Match field in DjangoField().Matches(body))
            {
                var (name, kind, arguments) = (field.Groups["name"].Value, field.Groups["kind"].Value, field.Groups["args"].Value);
                var isRequired = !arguments.Contains("null=True", StringComparison.Ordinal);
                if (kind is "ForeignKey" or "OneToOneField" or "ManyToManyField")
                {
                    var target = Target().Match(arguments).Groups[1].Value;
                    target = target == "self" ? model.Name : target[(target.LastIndexOf('.') + 1)..];
                    if (kind == "ManyToManyField")
                    {
                        model.ManyToMany(target);
                        continue;
                    }

                    model.Relate(target, name + "_id", isRequired, kind == "OneToOneField" ? "one-to-one" : "one-to-many");
                    model.Fields.Add(new ModelField(name + "_id", "long", isRequired, false, false));
                    continue;
                }

                model.Fields.Add(new ModelField(name, SchemaModel.TypeOf(kind), isRequired, arguments.Contains("primary_key=True", StringComparison.Ordinal), arguments.Contains("default=", StringComparison.Ordinal) || arguments.Contains("auto_now", StringComparison.Ordinal) || arguments.Contains("blank=True", StringComparison.Ordinal),
                    MaxLength().Match(arguments) is { Success: true } length ? int.Parse(length.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : null));
                if (arguments.Contains("unique=True", StringComparison.Ordinal))
                    model.Unique.Add([name]);
            }

            yield return model;
        }
    }

    // A class reaches as far as lines are indented.
    private static string Body(string text, Match type)
    {
        var start = type.Index + type.Length;
        var next = Unindented().Match(text, Math.Min(start, text.Length));
        return text[start..(next.Success ? next.Index : text.Length)];
    }

    [GeneratedRegex(@"^class\s+(?<name>\w+)\s*\((?<bases>[^)]*)\)\s*:", RegexOptions.Multiline)]
    private static partial Regex Class();

    [GeneratedRegex(@"^\S", RegexOptions.Multiline)]
    private static partial Regex Unindented();

    [GeneratedRegex(@"__tablename__\s*=\s*['""](\w+)['""]")]
    private static partial Regex TableName();

    [GeneratedRegex(@"^[ \t]+(?<name>\w+)\s*(?::\s*(?<hint>[^=\n]+?))?\s*=\s*(?:\w+\.)?(?:Column|mapped_column)\((?<args>(?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)", RegexOptions.Multiline)]
    private static partial Regex Column();

    [GeneratedRegex(@"[A-Za-z]\w*")]
    private static partial Regex Word();

    [GeneratedRegex(@"['""]([^'""]+)['""]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"ForeignKey\(\s*['""](?:\w+\.)?(\w+)\.\w+['""]")]
    private static partial Regex ForeignKey();

    [GeneratedRegex(@"models\.Model|AbstractUser|AbstractBaseUser")]
    private static partial Regex DjangoBase();

    [GeneratedRegex(@"^[ \t]+(?<name>\w+)\s*=\s*models\.(?<kind>\w*Field|ForeignKey)\((?<args>(?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)", RegexOptions.Multiline)]
    private static partial Regex DjangoField();

    [GeneratedRegex(@"^\s*(?:to\s*=\s*)?['""]?([\w.]+)")]
    private static partial Regex Target();

    [GeneratedRegex(@"max_length=(\d+)")]
    private static partial Regex MaxLength();
}
