using System.Text.RegularExpressions;
using Autonoma.Engine.Driving;

namespace Autonoma.Cli.Configuration;

/// <summary>The headers of the settings. Their values can be secrets (a preview's bypass key): they are taken from the environment and shown nowhere.</summary>
internal static partial class HeaderSettings
{
    /// <summary>Names with values, the environment's variables filled in.</summary>
    /// <exception cref="UserInputException">A variable is not set, or it is no header.</exception>
    public static IReadOnlyDictionary<string, string> Read(ToolEnvironment environment, SettingValues values)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, written) in values.Map("headers"))
        {
            if (!Name().IsMatch(name))
                throw new UserInputException($"--header: '{name}' is no name of a header. Write it as in: --header 'X-Bypass: ${{BYPASS_KEY}}'");
            var value = Reference().Replace(written, match => environment.Variable(match.Groups[1].Value) is { Length: > 0 } found
                ? found
                : throw new UserInputException($"The header '{name}' takes its value from the environment variable '{match.Groups[1].Value}', which is not set."));
            if (value.Any(char.IsControl))
                throw new UserInputException($"The value of the header '{name}' holds a line break or another control character.");
            headers.TryAdd(name, value);
        }

        return headers;
    }

    /// <summary>As a shell would write it: variables stay variables, and any other value is left out.</summary>
    public static IEnumerable<(string Name, string Value)> Shown(SettingValues values)
        => values.Map("headers").Select(header => (header.Key, Reference().IsMatch(header.Value) ? Reference().Replace(header.Value, "$${$1}") : "..."));

    [GeneratedRegex("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Reference();
}
