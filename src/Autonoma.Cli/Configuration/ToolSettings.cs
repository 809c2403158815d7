using System.CommandLine;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;

namespace Autonoma.Cli.Configuration;

/// <summary>The settings of one invocation and where they come from.</summary>
/// <param name="Values">Checked values.</param>
/// <param name="File">The autonoma.yaml that was read; null when there is none.</param>
internal sealed record ToolSettings(SettingValues Values, string? File)
{
    /// <summary>Reads command line, environment and the autonoma.yaml nearest to a folder.</summary>
    /// <exception cref="UserInputException">Something does not fit; every problem is in the message, one a line.</exception>
    public static ToolSettings Read(ToolEnvironment environment, SettingOptions options, ParseResult parsed, string folder)
    {
        var path = SettingSources.Find(folder);
        var diagnostics = new List<Diagnostic>();
        var file = path is null ? [] : SettingSources.FromFile(path, Shown(environment, path), diagnostics);
        if (diagnostics.Count > 0)
            throw new UserInputException(string.Join('\n', diagnostics));
        if (path is not null)
            MakeAbsolute(file, Path.GetDirectoryName(path)!);
        var values = new SettingValues(options.Read(parsed), SettingSources.FromEnvironment(environment.Variable), file);
        values.CheckAll();
        return new(values, path);
    }

    /// <summary>How tests are run.</summary>
    public RunOptions RunOptions(ToolEnvironment environment)
    {
        var defaults = new RunOptions();
        var variables = new Dictionary<string, string>(Values.Map("variables"), StringComparer.Ordinal);
        var secrets = Values.List("secrets");
        foreach (var secret in secrets)
        {
            variables[secret] = environment.Variable(secret) is { Length: > 0 } value
                ? value
                : throw new UserInputException($"The secret '{secret}' is taken from the environment variable '{secret}', which is not set.");
        }

        return defaults with
        {
            BaseUrl = BaseUrl,
            MaxSteps = Values.Number("maxSteps") ?? defaults.MaxSteps,
            StepTimeout = Values.Duration("stepTimeout") ?? defaults.StepTimeout,
            AssertionTimeout = Values.Duration("assertionTimeout") ?? defaults.AssertionTimeout,
            WaitTimeout = Values.Duration("waitTimeout") ?? defaults.WaitTimeout,
            NavigationTimeout = Values.Duration("navigationTimeout") ?? defaults.NavigationTimeout,
            RunTimeout = Values.Duration("timeout") ?? defaults.RunTimeout,
            StrictExpected = Values.Flag("strictExpected"),
            Locale = Values.Text("locale") ?? defaults.Locale,
            Variables = variables,
            Secrets = secrets,
        };
    }

    /// <summary>Address that relative URLs start from; <c>http://</c> is added to a bare loopback host, <c>https://</c> to another one.</summary>
    public string? BaseUrl
    {
        get
        {
            if (Values.Text("baseUrl") is not { Length: > 0 } url)
                return null;
            if (url.Contains("://", StringComparison.Ordinal))
                return Uri.TryCreate(url, UriKind.Absolute, out _) ? url : throw new UserInputException($"The base URL '{url}' is not an address.");
            if (url.StartsWith('/') || url.StartsWith('.'))
                return url;
            var host = url.Split('/', ':')[0];
            return (host is "localhost" || host.StartsWith("127.", StringComparison.Ordinal) ? "http://" : "https://") + url;
        }
    }

    /// <summary>Folder that everything is written to.</summary>
    public string Output(ToolEnvironment environment) => environment.FullPath(Values.Text("output") ?? "autonoma-report");

    /// <summary>A path as short as it can be said from where the user stands.</summary>
    public static string Shown(ToolEnvironment environment, string path)
    {
        var relative = Path.GetRelativePath(environment.Folder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) && relative.Length > path.Length ? path : relative;
    }

    /// <summary>A typo in a path is answered with what lies beside it; empty when nothing is like it.</summary>
    public static string NearestPath(ToolEnvironment environment, string missing)
    {
        var parent = Path.GetDirectoryName(missing);
        if (parent is null || !Directory.Exists(parent))
            return "";
        var near = Engine.Language.Spelling.Nearest(Path.GetFileName(missing), Directory.EnumerateFileSystemEntries(parent).Select(entry => Path.GetFileName(entry)!));
        return near is null ? "" : $" Did you mean '{Shown(environment, Path.Combine(parent, near))}'?";
    }

    // Paths in the file are meant from where the file is, not from where the tool was called.
    private static void MakeAbsolute(Dictionary<string, SettingValue> file, string folder)
    {
        foreach (var key in (string[])["output", "storageState", "recipes"])
        {
            if (file.TryGetValue(key, out var value) && value.Texts is [var path])
                file[key] = value with { Texts = [Path.GetFullPath(path, folder)] };
        }
    }
}
