using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Autonoma.Planner.Artifacts.Text;

/// <summary>Writes front matter as every reader of YAML reads it: whatever one of them could take for something else than text is in quotes.</summary>
internal sealed partial class FrontMatterText
{
    private readonly StringBuilder _text = new("---\n");
    private string _indent = "";
    private string? _marker;

    public FrontMatterText Add(string key, string value) => Line(key, Scalar(value));

    public FrontMatterText Add(string key, int value) => Line(key, value.ToString(CultureInfo.InvariantCulture));

    public FrontMatterText Add(string key, bool value) => Line(key, value ? "true" : "false");

    /// <summary>Leaves the key out when there is nothing to say.</summary>
    public FrontMatterText AddIfAny(string key, string? value) => value is null ? this : Add(key, value);

    public FrontMatterText Add(string key, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0)
            return Line(key, "[]");
        Line(key, null);
        foreach (var value in values)
            _text.Append(CultureInfo.InvariantCulture, $"{_indent}  - {Scalar(value)}\n");
        return this;
    }

    public FrontMatterText AddEach<T>(string key, IReadOnlyCollection<T> values, Action<FrontMatterText, T> write)
    {
        if (values.Count == 0)
            return Line(key, "[]");
        Line(key, null);
        var outer = _indent;
        foreach (var value in values)
        {
            (_marker, _indent) = (outer + "  - ", outer + "    ");
            write(this, value);
            if (_marker is not null)
                throw new InvalidOperationException($"An entry of '{key}' wrote nothing.");
        }

        _indent = outer;
        return this;
    }

    public FrontMatterText AddGroup(string key, Action<FrontMatterText> write)
    {
        Line(key, null);
        var outer = _indent;
        _indent += "  ";
        write(this);
        _indent = outer;
        return this;
    }

    /// <summary>The whole file.</summary>
    public string End(string body)
    {
        _text.Append("---\n");
        var trimmed = body.ReplaceLineEndings("\n").Trim('\n');
        if (trimmed.Length > 0)
            _text.Append('\n').Append(trimmed).Append('\n');
        return _text.ToString();
    }

    private FrontMatterText Line(string key, string? value)
    {
        _text.Append(_marker ?? _indent).Append(key).Append(':').Append(value is null ? "" : " ").Append(value).Append('\n');
        _marker = null;
        return this;
    }

    private static string Scalar(string value)
    {
        if (Plain().IsMatch(value) && !Reserved().IsMatch(value))
            return value;
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' => $"\\u{(int)c:X4}",
                _ => c.ToString(),
            });
        }

        return text.Append('"').ToString();
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_./-]*\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?:y|n|yes|no|on|off|true|false|null|nan|inf)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
