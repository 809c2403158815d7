using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis.Schemas;

/// <summary>A model of a schema file while it is put together.</summary>
internal sealed class SchemaModel(string name, string store, string? table, SourcePlace source)
{
    public string Name { get; } = name;
    public string? Table { get; } = table;
    public List<ModelField> Fields { get; } = [];
    public List<IReadOnlyList<string>> Unique { get; } = [];
    public List<ModelRelation> Relations { get; } = [];

    public DataModel ToResult() => new(Name, ModelKind.Entity, store, Table, source, Fields, Unique);

    public void Relate(string parent, string? field, bool isRequired, string kind = "one-to-many") => Relations.Add(new ModelRelation(Name, parent, field, kind, isRequired, source));

    public void ManyToMany(string other)
    {
        var (first, second) = string.CompareOrdinal(Name, other) <= 0 ? (Name, other) : (other, Name);
        Relations.Add(new ModelRelation(first, second, null, "many-to-many", false, source));
    }

    public static string TypeOf(string type) => type.ToLowerInvariant() switch
    {
        "string" or "text" or "varchar" or "char" or "charfield" or "textfield" or "emailfield" or "slugfield" or "urlfield" or "citext" or "unicode" => "string",
        "int" or "integer" or "int4" or "serial" or "autofield" or "integerfield" or "positiveintegerfield" or "smallint" or "number" => "int",
        "bigint" or "long" or "bigserial" or "bigautofield" or "bigintegerfield" or "biginteger" => "long",
        "boolean" or "bool" or "booleanfield" => "bool",
        "float" or "double" or "real" or "floatfield" or "doubleprecision" => "double",
        "decimal" or "numeric" or "decimalfield" or "bigdecimal" => "decimal",
        "datetime" or "timestamp" or "timestamptz" or "datetimefield" or "utc_datetime" or "naive_datetime" or "utc_datetime_usec" or "instant" or "localdatetime" or "date" or "offsetdatetime" => type.Equals("date", StringComparison.OrdinalIgnoreCase) ? "date" : "datetime",
        "datefield" or "localdate" => "date",
        "uuid" or "uuidfield" or "binary_id" => "guid",
        "json" or "jsonb" or "jsonfield" or "map" => "json",
        "bytes" or "binary" or "bytea" or "blob" => "bytes",
        _ => Names.Camel(type),
    };
}
