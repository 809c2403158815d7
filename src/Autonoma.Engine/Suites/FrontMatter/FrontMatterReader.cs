using System.Globalization;
using System.Text.RegularExpressions;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Suites.Yaml;

namespace Autonoma.Engine.Suites.FrontMatter;

/// <summary>Turns the keys of the front matter into a test's properties and reports every value that does not fit, all at once.</summary>
internal sealed partial class FrontMatterReader(string file, ICollection<Diagnostic> diagnostics)
{
    private static readonly string[] KnownNames = [.. FrontMatterKey.All.Select(key => key.Name)];
    private static readonly string[] Sides = ["width", "height"];
    private readonly Dictionary<string, string> _extra = new(StringComparer.Ordinal);
    private YamlScalar? _priorityKey;

    /// <summary>Reads the keys into a test that has neither title nor steps yet.</summary>
    public TestCase Read(YamlNode? root)
    {
        var test = new TestCase { Title = "", File = file };
        if (root is null or YamlScalar { IsNull: true })
            return test;
        if (root is not YamlMap map)
        {
            Error("front-matter-form", root, $"The front matter must be lines of 'key: value', and here it is {root.Described}.", "Write, for example, 'url: /login'.");
            return test;
        }

        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            if (done.Add(key.Text)) // a repeated key is reported where the YAML is read; the first one counts
                test = Apply(test, key, value);
        }

        return test with { Extra = _extra };
    }

    private TestCase Apply(TestCase test, YamlScalar key, YamlNode value)
    {
        var name = KnownNames.FirstOrDefault(known => string.Equals(known, key.Text, StringComparison.OrdinalIgnoreCase));
        if (name is not null && name != key.Text)
            Warning("key-case", key, $"The key '{key.Text}' is written '{name}'.", "It is read as meant, but other tools may not.");
        switch (name)
        {
            case "url": return Url(key, value) is { } url ? test with { Url = url } : test;
            case "title": return Text(key, value) is { } title ? test with { Title = title } : test;
            case "description": return Text(key, value) is { } description ? test with { Description = description } : test;
            case "intent": return Text(key, value) is { } intent ? test with { Intent = intent } : test;
            case "verification": return Text(key, value) is { } verification ? test with { Verification = verification } : test;
            case "flow": return Text(key, value) is { } flow ? test with { Flow = flow } : test;
            case "scenario": return Text(key, value) is { } scenario ? test with { Scenario = scenario } : test;
            case "category": return Category(key, value) is { } category ? test with { Category = category } : test;
            case "priority" or "criticality": return Priority(test, key, value);
            case "tags": return Tags(key, value) is { } tags ? test with { Tags = tags } : test;
            case "viewport": return Viewport(key, value) is { } viewport ? test with { Viewport = viewport } : test;
            case "timeout": return Timeout(key, value) is { } timeout ? test with { Timeout = timeout } : test;
            case "retries": return Whole(key, value, 0, 10) is { } retries ? test with { Retries = retries } : test;
            case "variables": return Variables(key, value) is { } variables ? test with { Variables = variables } : test;
            default:
                Unknown(key, value);
                return test;
        }
    }

    private void Unknown(YamlScalar key, YamlNode value)
    {
        _extra[key.Text] = value is YamlScalar scalar ? scalar.Text : value.Described;
        if (!FrontMatterKey.Tolerated.Contains(key.Text, StringComparer.Ordinal) && Spelling.Nearest(key.Text.ToLowerInvariant(), KnownNames) is { } near)
            Warning("unknown-key", key, $"No key is called '{key.Text}'.", $"Did you mean '{near}'?");
    }

    private string? Text(YamlScalar key, YamlNode value)
    {
        if (Scalar(key, value, "text") is not { } scalar)
            return null;
        WarnIfAmbiguous(key.Text, scalar);
        return scalar.Text.Trim();
    }

    private YamlScalar? Scalar(YamlScalar key, YamlNode value, string expected)
    {
        if (value is YamlScalar { IsNull: false } scalar && scalar.Text.Trim().Length > 0)
            return scalar;
        var found = value is YamlScalar ? "nothing" : value.Described;
        var at = value is YamlScalar ? key : value; // what is missing has no place of its own
        Error("bad-value", at, $"'{key.Text}' must be {expected}, and here it is {found}.", $"Example: {key.Text}: {Example(key.Text)}");
        return null;
    }

    private string? Url(YamlScalar key, YamlNode value)
    {
        if (Scalar(key, value, "an address") is not { } scalar)
            return null;
        var url = scalar.Text.Trim();
        var scheme = Scheme().Match(url);
        if (url.Any(char.IsWhiteSpace))
            Error("bad-value", scalar, $"'url' must be an address without spaces, and here it is '{url}'.", "Write spaces in addresses as %20.");
        else if (scheme.Success && scheme.Groups[1].Value.ToLowerInvariant() is not ("http" or "https" or "file" or "about" or "data"))
            Error("bad-value", scalar, $"'url' must begin with http:// or https://, or be a path, and here it is '{url}'.", $"Did you mean '{(scheme.Groups[1].Value.Contains('s', StringComparison.OrdinalIgnoreCase) ? "https" : "http")}://{url[scheme.Length..]}'?");
        else if (scheme.Success && !Uri.TryCreate(url, UriKind.Absolute, out _))
            Error("bad-value", scalar, $"'url' must be an address, and '{url}' is none.", "Check the host and the port.");
        else
            return url;
        return null;
    }

    private string? Category(YamlScalar key, YamlNode value)
    {
        if (Scalar(key, value, "A to H, or Journey") is not { } scalar)
            return null;
        // "A - Forms" and "a" are what people write; the letter says it.
        var match = CategoryForm().Match(scalar.Text);
        var found = match.Success ? FrontMatterKey.Categories.FirstOrDefault(category => category.Equals(match.Groups[1].Value, StringComparison.OrdinalIgnoreCase)) : null;
        if (found is null)
            Error("bad-value", scalar, $"'category' must be one of {string.Join(", ", FrontMatterKey.Categories)}, and here it is '{scalar.Text}'.", Suggest(scalar.Text, FrontMatterKey.Categories));
        return found;
    }

    private TestCase Priority(TestCase test, YamlScalar key, YamlNode value)
    {
        if (Scalar(key, value, "Critical, High, Medium or Low") is not { } scalar)
            return test;
        // Planners call it 'mid' where it is a criticality.
        var written = scalar.Text.Trim().Equals("mid", StringComparison.OrdinalIgnoreCase) ? "Medium" : scalar.Text.Trim();
        var found = FrontMatterKey.Priorities.FirstOrDefault(priority => priority.Equals(written, StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            Error("bad-value", scalar, $"'{key.Text}' must be one of {string.Join(", ", FrontMatterKey.Priorities)}, and here it is '{scalar.Text}'.", Suggest(scalar.Text, FrontMatterKey.Priorities));
            return test;
        }

        if (_priorityKey is not null && test.Priority != found)
            Error("conflict", scalar, $"'{key.Text}' says {found}, but '{_priorityKey.Text}' in line {_priorityKey.Line} says {test.Priority}.", "They mean the same: keep one of them.");
        _priorityKey ??= key;
        return test with { Priority = test.Priority ?? found };
    }

    private List<string>? Tags(YamlScalar key, YamlNode value)
    {
        if (value is YamlScalar { IsNull: false } line)
            return Distinct(line.Text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        if (value is not YamlList list)
        {
            Error("bad-value", value is YamlScalar ? key : value, $"'{key.Text}' must be a list of words, and here it is {value.Described}.", $"Example: tags: {Example("tags")}");
            return null;
        }

        var tags = new List<string>();
        foreach (var item in list.Items)
        {
            if (item is YamlScalar { IsNull: false } tag)
                tags.Add(tag.Text.Trim());
            else
                Error("bad-value", item, $"A tag must be a word, and here it is {item.Described}.", null);
        }

        return Distinct(tags);
    }

    private static List<string> Distinct(IEnumerable<string> tags)
        => [.. tags.Select(tag => tag.TrimStart('@', '#')).Where(tag => tag.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    private UiSize? Viewport(YamlScalar key, YamlNode value)
    {
        if (value is YamlMap map)
        {
            int? width = null, height = null;
            foreach (var (name, side) in map.Entries)
            {
                if (name.Text == "width")
                    width = Whole(name, side, ViewportSize.Smallest, ViewportSize.Largest);
                else if (name.Text == "height")
                    height = Whole(name, side, ViewportSize.Smallest, ViewportSize.Largest);
                else
                    Error("unknown-key", name, $"A viewport has 'width' and 'height', not '{name.Text}'.", null);
            }

            foreach (var missing in Sides.Where(side => map.Entries.All(entry => entry.Key.Text != side)))
                Error("bad-value", key, $"'viewport' has no '{missing}'.", "Example: viewport: { width: 1280, height: 800 }");
            return width is { } w && height is { } h ? new UiSize(w, h) : null;
        }

        if (Scalar(key, value, "a size such as 1280x800") is not { } scalar)
            return null;
        if (ViewportSize.TryParse(scalar.Text, out var size))
            return size;
        Error("bad-value", scalar, $"'viewport' must be WIDTHxHEIGHT with sides from {ViewportSize.Smallest} to {ViewportSize.Largest}, and here it is '{scalar.Text}'.", "Example: viewport: 1280x800");
        return null;
    }

    private TimeSpan? Timeout(YamlScalar key, YamlNode value)
    {
        if (Scalar(key, value, "a duration") is not { } scalar)
            return null;
        if (Duration.TryParse(scalar.Text, out var timeout))
            return timeout;
        Error("bad-value", scalar, $"'{key.Text}' must be a duration up to 24h, and here it is '{scalar.Text}'.", "Examples: 90s, 2m, 1m30s, or 90 for seconds.");
        return null;
    }

    private int? Whole(YamlScalar key, YamlNode value, int least, int most)
    {
        if (Scalar(key, value, $"a whole number from {least} to {most}") is not { } scalar)
            return null;
        if (int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Error("bad-value", scalar, $"'{key.Text}' must be a whole number from {least} to {most}, and here it is '{scalar.Text}'.", null);
        return null;
    }

    private Dictionary<string, string>? Variables(YamlScalar key, YamlNode value)
    {
        if (value is not YamlMap map)
        {
            Error("bad-value", value is YamlScalar { IsNull: true } ? key : value, $"'{key.Text}' must be names with values, and here it is {value.Described}.", "Example: variables: { user: mira }");
            return null;
        }

        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, item) in map.Entries)
        {
            if (!VariableName().IsMatch(name.Text))
                Error("bad-value", name, $"'{name.Text}' cannot be the name of a variable.", "Names begin with a letter; letters, digits, '_', '-' and '.' may follow.");
            else if (item is not YamlScalar scalar)
                Error("bad-value", item, $"The variable '{name.Text}' must be text, and here it is {item.Described}.", null);
            else if (scalar.IsNull)
                Error("bad-value", name, $"The variable '{name.Text}' has no value.", $"For an empty text write {name.Text}: \"\".");
            else
            {
                WarnIfAmbiguous(name.Text, scalar);
                variables.TryAdd(name.Text, scalar.Text);
            }
        }

        return variables;
    }

    // Text is taken as written. YAML 1.1 readers (and people who know them) take some unquoted words for something else: say so.
    private void WarnIfAmbiguous(string key, YamlScalar scalar)
    {
        if (!scalar.IsPlain)
            return;
        var other = scalar.Text switch
        {
            _ when BooleanWord().IsMatch(scalar.Text) => "yes or no (a boolean)",
            _ when DateForm().IsMatch(scalar.Text) => "a date",
            _ when OctalForm().IsMatch(scalar.Text) => "a number in base 8 or without its leading zero",
            _ when SexagesimalForm().IsMatch(scalar.Text) => "a number in base 60",
            _ when TrailingZero().IsMatch(scalar.Text) => "a number without its last zero",
            _ => null,
        };
        if (other is not null)
            Warning("yaml-ambiguous", scalar, $"'{key}' is read as the text '{scalar.Text}', but other tools take it for {other}.", $"Put it in quotes: \"{scalar.Text}\".");
    }

    private static string Example(string key) => FrontMatterKey.All.FirstOrDefault(known => known.Name.Equals(key, StringComparison.OrdinalIgnoreCase))?.Example ?? "\"...\"";

    private static string? Suggest(string text, IEnumerable<string> known)
    {
        var names = known.ToDictionary(name => name.ToLowerInvariant());
        return Spelling.Nearest(text.Trim().ToLowerInvariant(), names.Keys) is { } near ? $"Did you mean '{names[near]}'?" : null;
    }

    private void Error(string code, YamlNode at, string message, string? fix) => diagnostics.Add(new(code, DiagnosticSeverity.Error, file, at.Line, at.Column, message, fix));

    private void Warning(string code, YamlNode at, string message, string? fix) => diagnostics.Add(new(code, DiagnosticSeverity.Warning, file, at.Line, at.Column, message, fix));

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9+.-]*)://")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^\s*([A-Za-z]|[Jj]ourneys?)\s*(?:$|[^\w].*$)")]
    private static partial Regex CategoryForm();

    [GeneratedRegex(@"^\p{L}[\w.-]*$")]
    private static partial Regex VariableName();

    [GeneratedRegex(@"^(?:y|n|yes|no|on|off|true|false)$", RegexOptions.IgnoreCase)]
    private static partial Regex BooleanWord();

    [GeneratedRegex(@"^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ].*)?$")]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^[-+]?0\d+$")]
    private static partial Regex OctalForm();

    [GeneratedRegex(@"^[-+]?\d+(?::[0-5]?\d)+$")]
    private static partial Regex SexagesimalForm();

    [GeneratedRegex(@"^[-+]?\d+\.\d*0$")]
    private static partial Regex TrailingZero();
}
