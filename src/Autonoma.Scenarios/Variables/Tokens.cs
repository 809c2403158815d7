using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Scenarios.Variables;

/// <summary>The <c>{{tokens}}</c> in the values of a recipe's records.</summary>
public static partial class Tokens
{
    /// <summary>The run id; known without being declared.</summary>
    public const string RunIdToken = "testRunId";

    /// <summary>The short form of the run id; known without being declared.</summary>
    public const string ShortIdToken = "testRunShortId";

    /// <summary>Whether a token has a value that no recipe declares: by us, or (<c>index</c>, <c>cycle(a,b)</c>) by the endpoint for each record.</summary>
    public static bool IsBuiltIn(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token is RunIdToken or ShortIdToken || IsOfTheEndpoint(token);
    }

    /// <summary>Every token with the path of the value it stands in, in the order of the document. Keys, aliases and references hold none.</summary>
    public static IEnumerable<(string Token, string Path)> In(JsonNode? node, string path)
    {
        foreach (var (text, at) in Texts(node, path))
        {
            foreach (Match match in Pattern().Matches(text))
                yield return (match.Groups[1].Value, at);
        }
    }

    /// <summary>Every text value with its path.</summary>
    internal static IEnumerable<(string Text, string Path)> Texts(JsonNode? node, string path)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (name, value) in map)
                {
                    if (name is "_alias" or "_ref")
                        continue;
                    foreach (var inner in Texts(value, JsonPlaces.Member(path, name)))
                        yield return inner;
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    foreach (var inner in Texts(list[i], $"{path}[{i}]"))
                        yield return inner;
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                yield return (value.GetValue<string>(), path);
                break;
        }
    }

    /// <summary>The node with its tokens replaced. A token that is the whole value keeps the type of what it stands for.</summary>
    /// <param name="node">Not changed.</param>
    /// <param name="values">Values by token; tokens without one stay.</param>
    internal static JsonNode? Replace(JsonNode? node, IReadOnlyDictionary<string, JsonNode?> values) => node switch
    {
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, pair.Key is "_alias" or "_ref" ? pair.Value?.DeepClone() : Replace(pair.Value, values)))),
        JsonArray list => new JsonArray([.. list.Select(item => Replace(item, values))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => ReplaceText(value.GetValue<string>(), values),
        null => null,
        _ => node.DeepClone(),
    };

    /// <summary>A scalar as it stands inside other text.</summary>
    internal static string Text(JsonNode? value) => value is null ? "null" : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    internal static bool IsOfTheEndpoint(string token) => token is "index" || Cycle().IsMatch(token);

    private static JsonNode? ReplaceText(string text, IReadOnlyDictionary<string, JsonNode?> values)
    {
        var whole = Pattern().Match(text);
        if (whole.Success && whole.Length == text.Length && values.TryGetValue(whole.Groups[1].Value, out var typed))
            return typed?.DeepClone();
        return Pattern().Replace(text, match => values.TryGetValue(match.Groups[1].Value, out var value) ? Text(value) : match.Value);
    }

    [GeneratedRegex(@"\{\{\s*([^{}]+?)\s*\}\}")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^cycle\(.*\)$")]
    private static partial Regex Cycle();
}
