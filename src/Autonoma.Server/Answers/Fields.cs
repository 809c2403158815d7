using System.Text.RegularExpressions;
using Autonoma.Platform.Refusals;

namespace Autonoma.Server.Answers;

/// <summary>Looks at what was sent and collects what is wrong with it, so that everything is told at once.</summary>
internal sealed partial class Fields(string code)
{
    private const int LongestHeader = 10_000, MostHeaders = 50;

    private readonly List<FieldProblem> _problems = [];

    /// <summary>A text with something in it.</summary>
    public string Required(string? value, string path, int longest)
    {
        var text = value?.Trim() ?? "";
        if (text.Length == 0)
            Wrong(path, "is needed");
        return Short(text, path, longest);
    }

    /// <summary>A text, or none.</summary>
    public string? Optional(string? value, string path, int longest) => string.IsNullOrWhiteSpace(value) ? null : Short(value.Trim(), path, longest);

    /// <summary>An e-mail address.</summary>
    public string Email(string? value, string path)
    {
        var text = Required(value, path, 256);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (text.Length > 0 && (at < 1 || at == text.Length - 1 || text.LastIndexOf('@') != at || text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter))))
            Wrong(path, "is no e-mail address");
        return text;
    }

    /// <summary>An http or https address, or none.</summary>
    public string? Url(string? value, string path)
    {
        var text = Optional(value, path, 2000);
        if (text is null)
            return null;
        if (!text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            Wrong(path, "must begin with http:// or https://");
        else if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host.Length == 0)
            Wrong(path, "is no address");
        else if (url.UserInfo.Length > 0)
            Wrong(path, "must not hold a name or a password");
        return text;
    }

    /// <summary>Headers that requests are sent with: names as HTTP has them, and no line end in a value, which would begin another header.</summary>
    public IReadOnlyDictionary<string, string> Headers(IReadOnlyDictionary<string, string>? said, string path)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in said ?? new Dictionary<string, string>())
        {
            Check(HeaderName().IsMatch(name), $"{path}.{name}", "is no name of a header");
            Check(value is { Length: <= LongestHeader } && !value.Any(char.IsControl), $"{path}.{name}", "is no value of a header");
            headers[name] = value ?? "";
        }

        Check(headers.Count <= MostHeaders, path, $"has at most {MostHeaders} entries");
        return headers;
    }

    public void Check(bool holds, string path, string otherwise)
    {
        if (!holds)
            Wrong(path, otherwise);
    }

    public void Wrong(string path, string message) => _problems.Add(new(path, message));

    /// <exception cref="RefusedException">Something is wrong.</exception>
    public void ThrowIfWrong()
    {
        if (_problems.Count > 0)
            throw new RefusedException(RefusalKind.Invalid, code, string.Join("; ", _problems.Select(problem => $"{problem.Path} {problem.Message}".Trim())) + ".", _problems);
    }

    private string Short(string text, string path, int longest)
    {
        if (text.Length > longest)
            Wrong(path, $"has at most {longest} characters");
        // PostgreSQL cannot keep it, and nobody types it.
        if (text.Contains('\0', StringComparison.Ordinal))
            Wrong(path, "holds a character that no text has");
        return text;
    }

    [GeneratedRegex("^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$")]
    private static partial Regex HeaderName();
}
