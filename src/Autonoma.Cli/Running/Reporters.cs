using Autonoma.Cli.Configuration;
using Autonoma.Cli.Output;
using Autonoma.Engine.Reporting;
using Autonoma.Engine.Reporting.GitHub;
using Autonoma.Engine.Reporting.Html;
using Autonoma.Engine.Reporting.Json;
using Autonoma.Engine.Reporting.JUnit;

namespace Autonoma.Cli.Running;

/// <summary>Makes the reporters that were asked for.</summary>
internal static class Reporters
{
    /// <summary>Their names; <c>list</c> and <c>html</c> when none was named.</summary>
    public static IReadOnlyList<string> Names(SettingValues values) => values.List("reporter") is { Count: > 0 } named ? [.. named.Distinct()] : ["list", "html"];

    /// <summary>Where progress and talk go.</summary>
    public static TextWriter Talk(ToolEnvironment environment, SettingValues values) => environment.Out;

    public static IReadOnlyList<ISuiteReporter> Create(ToolEnvironment environment, ToolSettings settings, bool singleTest, int retries)
    {
        var output = settings.Output(environment);
        var names = Names(settings.Values);
        var reporters = new List<ISuiteReporter>();
        // What writes files comes first, so that a problem with one is told by the one that talks.
        foreach (var name in names.OrderBy(name => name is "list" or "line"))
        {
            reporters.Add(name switch
            {
                "list" => new ConsoleReporter(Talk(environment, settings.Values), environment, everyTest: true, everyStep: singleTest) { MaxRetries = retries },
                "line" => new ConsoleReporter(Talk(environment, settings.Values), environment, everyTest: false, everyStep: false) { MaxRetries = retries },
                "html" => new HtmlReporter(environment.Time),
                "json" => new JsonReporter(Path.Combine(output, "report.json"), environment.Time),
                "junit" => new JUnitReporter(Path.Combine(output, "junit.xml"), environment.Time),
                "github" => new GitHubReporter(environment.Out, environment.Variable("GITHUB_STEP_SUMMARY"), environment.Variable("GITHUB_WORKSPACE")),
                _ => throw new InvalidOperationException($"The reporter '{name}' is listed but not made."),
            });
        }

        return reporters;
    }
}
