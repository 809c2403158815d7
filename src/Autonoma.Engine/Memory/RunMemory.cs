using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Memory;

/// <summary>Variables of one run. Names are case-sensitive; values of secrets are masked wherever they would be shown.</summary>
public sealed class RunMemory
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _secrets;

    /// <summary>A memory with what is known from the start; later sources win.</summary>
    public RunMemory(IEnumerable<string> secrets, params IReadOnlyList<IReadOnlyDictionary<string, string>> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        _secrets = new(secrets, StringComparer.Ordinal);
        foreach (var source in sources)
        {
            foreach (var (name, value) in source)
                Set(name, value);
        }
    }

    /// <summary>Knows the values of the secrets, and passwords that were typed.</summary>
    public SecretMasker Masker { get; } = new();

    /// <summary>Names of the known variables, sorted.</summary>
    public IReadOnlyCollection<string> Names => [.. _values.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Names of the variables whose values are shown nowhere.</summary>
    public IReadOnlyCollection<string> Secrets => _secrets;

    /// <summary>Sets a variable.</summary>
    public void Set(string name, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _values[name] = value;
        if (_secrets.Contains(name))
            Masker.Add(value);
    }

    /// <summary>Names and values, the longest value first: what is replaced by its name must not be cut by a shorter one. Without blank values.</summary>
    internal IReadOnlyList<(string Name, string Value)> ValuesByLength
        => [.. _values.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).OrderByDescending(pair => pair.Value.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))];

    /// <summary>Everything, for the result of the run: secrets masked.</summary>
    public IReadOnlyDictionary<string, string> Snapshot()
        => _values.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Key, pair => _secrets.Contains(pair.Key) ? SecretMasker.Mask : Masker.Apply(pair.Value), StringComparer.Ordinal);

    /// <summary>Replaces references by their values, as they are: for text to be typed, addresses, paths.</summary>
    /// <exception cref="UnknownVariableException">A variable is not known.</exception>
    public string Resolve(string template) => Templates.Replace(template, (name, _) => Value(name));

    /// <summary>
    /// Replaces references by their values for a description or claim. A value with words in it is put in quotes, so that what it says
    /// can never be read as part of the instruction.
    /// </summary>
    /// <exception cref="UnknownVariableException">A variable is not known.</exception>
    public string ResolveQuoted(string template) => Templates.Replace(template, (name, before) =>
    {
        var value = TextFold.FoldKeepCase(Value(name));
        if (IsInsideQuotes(before))
            return value.Replace("\"", "\\\"", StringComparison.Ordinal);
        return value.Length > 0 && !value.Any(char.IsLetter) && !value.Contains('"', StringComparison.Ordinal) ? value : Quote(value);
    });

    private string Value(string name)
    {
        if (_values.TryGetValue(name, out var value))
            return value;
        var nearest = Spelling.Nearest(name, _values.Keys);
        throw new UnknownVariableException(_values.Count == 0
            ? $"The variable {{{{{name}}}}} is not known, and no other is. Read it from the page in an earlier step, or give it in the front matter under 'variables'."
            : $"The variable {{{{{name}}}}} is not known. Known: {string.Join(", ", Names)}.{(nearest is null ? "" : $" Is {{{{{nearest}}}}} meant?")}");
    }

    private static bool IsInsideQuotes(string before)
    {
        // An opening mark without its partner before the reference: the author has quoted it already.
        var spans = Quotes.Find(before);
        var rest = spans.Count == 0 ? before : before[spans[^1].End..];
        return rest.AsSpan().IndexOfAny("\"“„«`") >= 0 || rest.EndsWith('\'') || rest.Contains(" '", StringComparison.Ordinal);
    }

    private static string Quote(string value)
    {
        if (!value.Contains('"', StringComparison.Ordinal))
            return $"\"{value}\"";
        if (!value.Contains('`', StringComparison.Ordinal))
            return $"`{value}`";
        return $"\"{value.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }
}
