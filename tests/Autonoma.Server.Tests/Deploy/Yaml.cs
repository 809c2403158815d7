using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Autonoma.Server.Tests.Deploy;

/// <summary>YAML as maps (<see cref="Dictionary{TKey,TValue}"/> by name), lists, strings, numbers (<c>long</c>), booleans and null.</summary>
internal static class Yaml
{
    /// <summary>The documents of a text, without empty ones; <c>&lt;&lt;</c> takes over what is not said.</summary>
    public static List<object?> ReadAll(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(document => Value(document.RootNode)).Where(document => document is not null)];
    }

    /// <summary>The one document of a text, a map.</summary>
    public static Dictionary<string, object?> Read(string text) => (Dictionary<string, object?>)ReadAll(text).Single()!;

    /// <summary>What lies at a path: names, and numbers for places in lists.</summary>
    public static object? At(object? value, params object[] path)
        => path.Aggregate(value, (at, step) => (at, step) switch
        {
            (Dictionary<string, object?> map, string name) => map.GetValueOrDefault(name),
            (List<object?> list, int place) when place < list.Count => list[place],
            _ => null,
        });

    /// <summary>The entries of a list; none where there is no list.</summary>
    public static IEnumerable<object?> Items(object? value) => value as List<object?> ?? [];

    /// <summary>The entries of a map; none where there is no map.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Entries(object? value) => value as Dictionary<string, object?> ?? [];

    /// <summary>As Helm's <c>toYaml</c> writes it: names in order, two spaces, lists at the depth of their name.</summary>
    public static string Write(object? value) => Write(value, "").TrimEnd('\n');

    private static string Write(object? value, string indent)
    {
        var text = new StringBuilder();
        switch (value)
        {
            case Dictionary<string, object?> { Count: > 0 } map:
                foreach (var (name, held) in map.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    text.Append(indent).Append(name).Append(':');
                    if (held is Dictionary<string, object?> { Count: > 0 } or List<object?> { Count: > 0 })
                        text.Append('\n').Append(Write(held, held is List<object?> ? indent : indent + "  "));
                    else
                        text.Append(' ').Append(Scalar(held)).Append('\n');
                }

                break;
            case List<object?> { Count: > 0 } list:
                foreach (var held in list)
                    text.Append(indent).Append("- ").Append(held is Dictionary<string, object?> or List<object?> ? Write(held, indent + "  ").TrimStart() : Scalar(held) + "\n");
                break;
            default:
                return Scalar(value) + "\n";
        }

        return text.ToString();
    }

    private static string Scalar(object? value) => value switch
    {
        null => "null",
        true => "true",
        false => "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        Dictionary<string, object?> => "{}",
        List<object?> => "[]",
        string text when text.Length > 0 && Plain(text) is string && text.All(letter => char.IsAsciiLetterOrDigit(letter) || "./_-".Contains(letter, StringComparison.Ordinal)) => text,
        string text => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private static object? Value(YamlNode node)
    {
        switch (node)
        {
            case YamlScalarNode scalar:
                return scalar.Style == ScalarStyle.Plain ? Plain(scalar.Value ?? "") : scalar.Value;
            case YamlSequenceNode sequence:
                return sequence.Children.Select(Value).ToList();
            case YamlMappingNode mapping:
                var map = new Dictionary<string, object?>(StringComparer.Ordinal);
                foreach (var (key, value) in mapping.Children.Where(child => ((YamlScalarNode)child.Key).Value != "<<"))
                    map[((YamlScalarNode)key).Value!] = Value(value);
                foreach (var (_, merged) in mapping.Children.Where(child => ((YamlScalarNode)child.Key).Value == "<<"))
                {
                    foreach (var (name, value) in Entries(Value(merged)))
                        map.TryAdd(name, value);
                }

                return map;
            default:
                throw new NotSupportedException(node.GetType().Name);
        }
    }

    private static object? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" or "false" => text == "true",
        _ => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : text,
    };
}
