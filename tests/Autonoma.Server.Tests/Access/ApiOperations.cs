using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Autonoma.Server.Tests.Access;

/// <summary>An operation of the API, as its description says.</summary>
/// <param name="Method">Verb.</param>
/// <param name="Path">With names of parameters in braces.</param>
/// <param name="Permission">What it asks of its caller: open, person, or a permission.</param>
/// <param name="Tags">What it belongs to.</param>
/// <param name="Queries">Names of its query parameters.</param>
/// <param name="Body">Schema of its JSON body; null when it has none.</param>
internal sealed partial record ApiOperation(HttpMethod Method, string Path, string Permission, IReadOnlyList<string> Tags, IReadOnlyList<string> Queries, JsonNode? Body)
{
    public IReadOnlyList<string> Parameters => [.. Parameter().Matches(Path).Select(match => match.Groups[1].Value)];

    public string Url(Func<string, string> value) => Parameter().Replace(Path, match => Uri.EscapeDataString(value(match.Groups[1].Value)));

    public override string ToString() => $"{Method} {Path}";

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}

/// <summary>All operations of a server's own description: what is added to the API is here by itself.</summary>
internal sealed class ApiOperations(JsonObject document)
{
    private static readonly string[] Verbs = ["get", "post", "put", "patch", "delete"];

    public IEnumerable<ApiOperation> All => from path in document["paths"]!.AsObject()
                                            from operation in path.Value!.AsObject()
                                            where Verbs.Contains(operation.Key, StringComparer.Ordinal)
                                            select new ApiOperation(
                                                HttpMethod.Parse(operation.Key),
                                                path.Key,
                                                operation.Value!["x-permission"]!.GetValue<string>(),
                                                [.. operation.Value["tags"]?.AsArray().Select(tag => tag!.GetValue<string>()) ?? []],
                                                [.. operation.Value["parameters"]?.AsArray().Where(parameter => parameter!["in"]!.GetValue<string>() == "query").Select(parameter => parameter!["name"]!.GetValue<string>()) ?? []],
                                                operation.Value["requestBody"]?["content"]?["application/json"]?["schema"]);

    /// <summary>A body that fits a schema; properties whose names are known have those values.</summary>
    public JsonNode? Sample(JsonNode? schema, Func<string, string?> known, string name = "", int depth = 0)
    {
        if (schema is not JsonObject node || depth > 6)
            return null;
        if (node["$ref"] is { } reference)
            return Sample(document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]], known, name, depth + 1);
        if ((node["oneOf"] ?? node["anyOf"]) is JsonArray either)
            return Sample(either.FirstOrDefault(one => one!["$ref"] is not null || one["type"]?.ToJsonString() != "\"null\""), known, name, depth + 1);
        if (node["enum"] is JsonArray words)
            return words.First(word => word is not null)!.DeepClone();
        if (node["type"] is null && node["properties"] is null && known(name) is { } anything)
            return anything;
        var types = node["type"] is JsonArray several ? several.Select(type => type!.GetValue<string>()).ToList() : node["type"] is { } one ? [one.GetValue<string>()] : ["object"];
        if (types.Contains("array"))
            return new JsonArray(Sample(node["items"], known, name.TrimEnd('s'), depth + 1));
        if (types.Contains("object"))
        {
            var result = new JsonObject();
            foreach (var (key, value) in node["properties"]?.AsObject() ?? [])
                result[key] = Sample(value, known, key, depth + 1);
            if (node["additionalProperties"] is JsonObject values)
                result["NAME"] = Sample(values, known, "value", depth + 1);
            return result;
        }

        if (types.Contains("boolean"))
            return true;
        if (types.Contains("integer") || types.Contains("number"))
            return 1;
        return known(name) ?? Text(node, name);
    }

    private static string Text(JsonObject schema, string name) => schema["format"]?.GetValue<string>() switch
    {
        "uuid" => Guid.CreateVersion7().ToString(),
        "date-time" => DateTimeOffset.UnixEpoch.AddYears(100).ToString("O", CultureInfo.InvariantCulture),
        _ when name.Contains("url", StringComparison.OrdinalIgnoreCase) => "https://example.com/",
        _ when name.Equals("path", StringComparison.OrdinalIgnoreCase) => "sample.md",
        _ => "sample",
    };
}
