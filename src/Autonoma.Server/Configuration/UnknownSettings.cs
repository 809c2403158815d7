using System.Text.RegularExpressions;
using Autonoma.Engine.Language;

namespace Autonoma.Server.Configuration;

/// <summary>What was said to the server and is no setting of it. A typing mistake that is passed over is a server that runs otherwise than its owner believes.</summary>
internal static partial class UnknownSettings
{
    private const string Prefix = "AUTONOMA_";

    // What ASP.NET Core reads from the command line itself; what stands behind a colon is its own affair.
    private static readonly HashSet<string> OfTheFramework = new(StringComparer.OrdinalIgnoreCase)
    {
        "AllowedHosts", "applicationName", "contentRoot", "detailedErrors", "environment", "http_ports", "https_ports", "Kestrel", "Logging", "shutdownTimeoutSeconds", "webRoot",
    };

    // The product's other programs may share the environment: the tool, tests, and apps with an Environment Factory.
    private static readonly HashSet<string> OfOthers = new(
        """
        ALLOWED_HOSTS ALLOW_PRODUCTION API_KEY API_URL ASSERTION_TIMEOUT AUDIT_FLIP_CAP AUTO_ADVANCE BASE_URL BROWSER BROWSER_NAME BROWSER_PATH BROWSER_URL BUDGETS DATABASE DECIDER DEVICE
        FAIL_ON_FLAKY FALLBACK_MODEL HEADED HEADERS HEALS_PASS IGNORE_CERTIFICATE_ERRORS JOURNAL LOCALE MAX_FAILURES MAX_STEPS MAX_TIME MODE MODEL MODELS MODEL_API_KEY MODEL_PRICES MODEL_RETRIES
        MODEL_SPENDING MODEL_TIMEOUT MODEL_URL MODEL_URLS NAVIGATION_TIMEOUT NO_CDP NO_RECORD OFFLINE OUTPUT PLAN_KEY POSTGRES PREVIOUS_SHARED_SECRETS PREVIOUS_SIGNING_SECRETS PROJECT_ID RECIPES
        REPORTER RETRIES SDK_ENDPOINT SDK_SOURCE SDK_URL SECRETS SERVER SHARED_SECRET SIGNING_SECRET STEP_TIMEOUT STORAGE_STATE STREAM_TRANSCRIPT STRICT_EXPECTED TIMEOUT TIME_ZONE UI_SUITE VARIABLES
        VIDEO VIEWPORT WAIT_TIMEOUT WORKERS WRITE_REFERENCE
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(name => Prefix + name), StringComparer.Ordinal);

    /// <summary>A line for each thing that nobody knows, with the nearest that is known. Values are not repeated: they may be secrets.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="variables">Names of the variables of the environment.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> args, IEnumerable<string> variables)
        => [.. OfLine(args), .. Strange(variables).Where(found => found.Meant is not null).Select(found => $"The environment variable {found.Name} is no setting: did you mean {found.Meant}? If it is another program's, start the server without it.")];

    /// <summary>
    /// A line for each variable that looks like ours and like none of our settings. No reason not to start: whoever has programs of their own around the product names their variables after it, and what
    /// is no typing mistake of any setting cannot have been meant for one.
    /// </summary>
    public static IReadOnlyList<string> Passed(IEnumerable<string> variables)
        => [.. Strange(variables).Where(found => found.Meant is null).Select(found => $"The environment variable {found.Name} is no setting of the server: it is passed over. 'autonoma-server --help' lists what there is.")];

    private static IEnumerable<string> OfLine(IReadOnlyList<string> args)
    {
        string? before = null;
        for (var i = 0; i < args.Count; i++)
        {
            var hasValue = args[i].IndexOf('=', StringComparison.Ordinal) is var at && at > 0;
            var said = hasValue ? args[i][..at] : args[i];
            if (!said.StartsWith('-') && !hasValue)
            {
                yield return before is null
                    ? $"'{said}' is no command{Near(said, ["rotate-keys", "openapi", "schema"], ": ")} Settings are written --NAME VALUE."
                    : $"{before} takes one value, and more follows it: put what has spaces into quotes.";
                continue;
            }

            var name = said.TrimStart('-');
            before = $"--{name}";
            if (!said.StartsWith("--", StringComparison.Ordinal) || !IsKnown(name))
                yield return $"{said} is no setting{Near(name, SettingReader.Variables.Keys, ": ", "--")}";
            if (hasValue)
                continue;
            if (i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
                i++;
            else if (IsKnown(name))
                yield return $"{before} has no value.";
        }
    }

    // What is compared is what stands behind the prefix, which all have in common: with it, any short name would be near another.
    private static IEnumerable<(string Name, string? Meant)> Strange(IEnumerable<string> variables)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (setting, names) in SettingReader.Variables)
        {
            foreach (var name in names)
                known.TryAdd(name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name, name);
            known.TryAdd(setting.Replace('-', '_').ToUpperInvariant(), names[0]);
        }

        var ours = SettingReader.Variables.Values.SelectMany(names => names).ToHashSet(StringComparer.Ordinal);
        return variables
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && !ours.Contains(name) && !OfOthers.Contains(name) && !OfAService().IsMatch(name)).Order(StringComparer.Ordinal)
            .Select(name => (name, Spelling.Nearest(name[Prefix.Length..], known.Keys) is { } near ? known[near] : null));
    }

    private static bool IsKnown(string name) => SettingReader.Variables.ContainsKey(name.ToLowerInvariant()) || OfTheFramework.Contains(name.Split(':')[0]);

    private static string Near(string name, IEnumerable<string> known, string before, string mark = "")
        => Spelling.Nearest(name, known) is { } near ? $"{before}did you mean {mark}{near}?" : "; autonoma-server --help lists what there is.";

    // Kubernetes tells pods of every service in variables that begin with its name, which may be ours.
    [GeneratedRegex("_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT(_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfAService();
}
