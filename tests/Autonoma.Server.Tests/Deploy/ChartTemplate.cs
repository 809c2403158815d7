using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Autonoma.Server.Tests.Deploy;

/// <summary>
/// Renders the chart as Helm does, as far as it uses Helm: of the template language this knows what stands in <c>deploy/helm</c>, and whatever else somebody writes there is an error. Stricter in one
/// thing: a value that <c>values.yaml</c> does not define is an error too, where Helm writes nothing.
/// </summary>
internal sealed partial class ChartTemplate
{
    private readonly Dictionary<string, List<Node>> _named = new(StringComparer.Ordinal);
    private readonly List<(string File, List<Node> Nodes)> _files = [];
    private readonly Dictionary<string, object?> _root;

    public ChartTemplate(string folder, Dictionary<string, object?> values)
    {
        var chart = Yaml.Read(File.ReadAllText(Path.Combine(folder, "Chart.yaml")));
        _root = new(StringComparer.Ordinal)
        {
            ["Values"] = values,
            ["Chart"] = new Dictionary<string, object?> { ["Name"] = chart["name"], ["Version"] = chart["version"], ["AppVersion"] = chart["appVersion"] },
            ["Release"] = new Dictionary<string, object?> { ["Name"] = "demo", ["Namespace"] = "default", ["Service"] = "Helm" },
        };
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "templates")).Order(StringComparer.Ordinal))
        {
            var tokens = new Queue<Node>(Tokens(File.ReadAllText(file)));
            var nodes = Body(tokens, out var end);
            if (end is not null)
                throw new FormatException($"{file}: '{end}' closes nothing");
            if (!Path.GetFileName(file).StartsWith('_'))
                _files.Add((Path.GetFileName(file), nodes));
        }
    }

    /// <summary>Values that were read, with dots.</summary>
    public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    /// <summary>Each file of templates as text.</summary>
    public IReadOnlyDictionary<string, string> Render() => _files.ToDictionary(file => file.File, file => Text(file.Nodes, _root), StringComparer.Ordinal);

    private static IEnumerable<Node> Tokens(string text)
    {
        var (at, trim) = (0, false);
        foreach (Match match in Action().Matches(text))
        {
            var before = text[at..match.Index];
            before = trim ? before.TrimStart() : before;
            yield return new(match.Groups["left"].Success ? before.TrimEnd() : before, null);
            yield return new(null, match.Groups["code"].Value);
            (at, trim) = (match.Index + match.Length, match.Groups["right"].Success);
        }

        yield return new(trim ? text[at..].TrimStart() : text[at..], null);
    }

    private List<Node> Body(Queue<Node> tokens, out string? end)
    {
        var nodes = new List<Node>();
        while (tokens.TryDequeue(out var token))
        {
            if (token.Code is not { } code)
                nodes.Add(token);
            else if (code is "end" or "else")
            {
                end = code;
                return nodes;
            }
            else if (code.StartsWith("define ", StringComparison.Ordinal))
                _named.Add(code["define ".Length..].Trim('"'), Closed(tokens));
            else if (code.StartsWith("if ", StringComparison.Ordinal) || code.StartsWith("with ", StringComparison.Ordinal))
            {
                var then = Body(tokens, out var closed);
                nodes.Add(token with { Then = then, Otherwise = closed == "else" ? Closed(tokens) : [] });
            }
            else if (!code.StartsWith("/*", StringComparison.Ordinal))
                nodes.Add(token);
        }

        end = null;
        return nodes;
    }

    private List<Node> Closed(Queue<Node> tokens)
    {
        var body = Body(tokens, out var end);
        return end == "end" ? body : throw new FormatException("an 'end' is missing");
    }

    private string Text(List<Node> nodes, object? dot)
    {
        var text = new StringBuilder();
        foreach (var node in nodes)
        {
            if (node.Code is null)
                text.Append(node.Text);
            else if (node.Then is null)
                text.Append(Written(Pipeline(node.Code, dot)));
            else
            {
                var value = Pipeline(node.Code[(node.Code.IndexOf(' ', StringComparison.Ordinal) + 1)..], dot);
                text.Append(IsTrue(value) ? Text(node.Then, node.Code[0] == 'w' ? value : dot) : Text(node.Otherwise!, dot));
            }
        }

        return text.ToString();
    }

    private object? Pipeline(string code, object? dot)
    {
        object? piped = null;
        var isFirst = true;
        foreach (var command in Split(code, '|'))
        {
            var words = Split(command, ' ');
            var arguments = words.Skip(1).Select(word => Operand(word, dot)).ToList();
            if (!isFirst)
                arguments.Add(piped);
            piped = char.IsAsciiLetter(words[0][0]) && words[0] is not ("true" or "false") ? Call(words[0], arguments) : words.Count == 1 && isFirst ? Operand(words[0], dot) : throw new NotSupportedException(code);
            isFirst = false;
        }

        return piped;
    }

    private object? Call(string function, List<object?> arguments) => (function, arguments) switch
    {
        ("include", [string name, var dot]) => Text(_named[name], dot),
        ("nindent", [long depth, string text]) => "\n" + string.Join('\n', text.Split('\n').Select(line => new string(' ', (int)depth) + line)),
        ("toYaml", [var value]) => Yaml.Write(value),
        ("quote", [var value]) => $"\"{Written(value).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        ("default", [var otherwise, var value]) => IsTrue(value) ? value : otherwise,
        ("add", [long left, long right]) => left + right,
        ("not", [var value]) => !IsTrue(value),
        ("dict", _) => arguments.Chunk(2).ToDictionary(pair => (string)pair[0]!, pair => pair[1], StringComparer.Ordinal),
        _ => throw new NotSupportedException($"The chart uses '{function}' with {arguments.Count} arguments, which this does not know. Teach it, and compare with Helm."),
    };

    private object? Operand(string word, object? dot)
    {
        if (word[0] == '(')
            return Pipeline(word[1..^1], dot);
        if (word[0] == '"')
            return word[1..^1];
        if (word is "true" or "false")
            return word == "true";
        if (long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        var path = word.TrimStart('$').Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (!(word[0] is '.' or '$'))
            throw new NotSupportedException(word);
        var value = word[0] == '$' ? _root : dot;
        for (var i = 0; i < path.Length; i++)
        {
            if (value is not Dictionary<string, object?> map || !map.TryGetValue(path[i], out var next))
                throw new FormatException($"'{word}': there is no '{path[i]}'");
            value = next;
        }

        Note(value);
        return value;
    }

    // By what was found, not by the words that led there: 'with' and parts of dicts are other ways to the same value.
    private void Note(object? found)
    {
        foreach (var (path, value) in Leaves(_root["Values"], ""))
        {
            if (ReferenceEquals(value, found) || Leaves(found, "").Any(leaf => ReferenceEquals(leaf.Value, value)))
                Used.Add(path);
        }
    }

    /// <summary>All values below one, with their paths; what is empty is a value itself.</summary>
    public static IEnumerable<(string Path, object? Value)> Leaves(object? value, string path)
        => value is Dictionary<string, object?> { Count: > 0 } map ? map.SelectMany(entry => Leaves(entry.Value, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}")) : [(path, value)];

    private static string Written(object? value) => value switch { null => "", true => "true", false => "false", _ => Convert.ToString(value, CultureInfo.InvariantCulture)! };

    private static bool IsTrue(object? value) => value switch { null or false or 0L or "" => false, Dictionary<string, object?> map => map.Count > 0, List<object?> list => list.Count > 0, _ => true };

    // At a separator outside of quotes and brackets.
    private static List<string> Split(string code, char separator)
    {
        var (parts, part, depth, isQuoted) = (new List<string>(), new StringBuilder(), 0, false);
        foreach (var letter in code)
        {
            isQuoted ^= letter == '"';
            depth += isQuoted ? 0 : letter switch { '(' => 1, ')' => -1, _ => 0 };
            if (letter == separator && depth == 0 && !isQuoted)
            {
                parts.Add(part.ToString().Trim());
                part.Clear();
            }
            else
            {
                part.Append(letter);
            }
        }

        parts.Add(part.ToString().Trim());
        return [.. parts.Where(found => found.Length > 0)];
    }

    [GeneratedRegex(@"\{\{(?<left>-)?\s*(?<code>.*?)\s*(?<right>-)?\}\}", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Action();

    private sealed record Node(string? Text, string? Code, List<Node>? Then = null, List<Node>? Otherwise = null);
}
