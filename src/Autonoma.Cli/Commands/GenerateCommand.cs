using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Planning.Tests;
using Autonoma.Cli.Running;
using Autonoma.Engine.Driving;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Exploring;
using Autonoma.Planner.Generating;
using Autonoma.Planner.Validation;

namespace Autonoma.Cli.Commands;

/// <summary><c>autonoma generate</c>: a suite for an application that is running, without a plan.</summary>
internal sealed class GenerateCommand
{
    private readonly ToolEnvironment _environment;
    private readonly Argument<string?> _url = new("url") { Description = "Where the application runs; default: the base URL.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<double?> _minutes = new("--minutes") { Description = "Time for exploring, and the same for running tests. Default: 4.", HelpName = "N" };
    private readonly Option<string?> _scenario = new("--scenario") { Description = "Each session and test in an environment of this scenario of its own.", HelpName = "NAME" };
    private readonly Option<string?> _signIn = new("--sign-in") { Description = "A test whose steps sign in.", HelpName = "FILE" };
    private readonly Option<bool> _throwaway = new("--throwaway") { Description = "The application's data may be changed although no scenario isolates it." };
    private readonly Option<bool> _ownData = new("--data-per-session") { Description = "Each session of a browser has data of its own, so that several may work at the same time. Implies --throwaway." };
    private readonly Option<string?> _exploration = new("--exploration") { Description = "An exploration.json to work from instead of exploring now.", HelpName = "FILE" };
    private readonly Option<string?> _features = new("--features") { Description = "A features.json, and an AUTONOMA.md beside it, to sort the tests by.", HelpName = "FILE" };
    private readonly Option<string?> _only = new("--only") { Description = "Tests of this topic only.", HelpName = "TOPIC" };
    private readonly SettingOptions _settings;

    private GenerateCommand(ToolEnvironment environment, Command command)
    {
        _environment = environment;
        command.Arguments.Add(_url);
        foreach (var option in (Option[])[_minutes, _scenario, _signIn, _throwaway, _ownData, _exploration, _features, _only])
            command.Options.Add(option);
        _settings = new(command, [.. Setting.All.Select(setting => setting.Key).Except(["baseUrl", "output", "viewport", "device", "locale", "timeZone", "headed", "browserName", "browserPath", "browserUrl", "storageState", "headers", "ignoreCertificateErrors", "offline", "allowedHosts", "navigationTimeout", "recipes", "sdkUrl"])]);
        command.SetAction(RunAsync);
    }

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("generate", "Generate tests for a running application: explore it, draft tests of what was seen, and keep those that pass twice. Exit code 1 when none does.");
        _ = new GenerateCommand(environment, command);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var settings = ToolSettings.Read(_environment, _settings, parsed, _environment.Folder);
        var minutes = parsed.GetValue(_minutes) ?? 4;
        if (minutes is <= 0 or > 24 * 60)
            throw new UserInputException(string.Create(CultureInfo.InvariantCulture, $"--minutes takes a number above 0 and up to 1440, not {minutes}."));
        var scenario = parsed.GetValue(_scenario);
        var output = settings.Values.Text("output") is null ? _environment.FullPath("qa-tests") : settings.Output(_environment);
        if (Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any())
            throw new UserInputException($"'{ToolSettings.Shown(_environment, output)}' is not empty. Name another folder with --output, or remove it.");
        using var scenarios = scenario is null ? null : TestScenarios.Create(_environment, settings)
            ?? throw new UserInputException("--scenario needs the app's Environment Factory: --sdk-url URL and --env FILE (recipes), or 'sdkUrl' and 'recipes' in autonoma.yaml.");
        var maker = new SuiteMaker(_environment, settings)
        {
            Start = ExploreCommand.Start(parsed.GetValue(_url) ?? settings.BaseUrl),
            Scenario = scenario,
            SignIn = ExploreCommand.SignIn(_environment, parsed.GetValue(_signIn)),
            IsIsolated = scenario is not null || parsed.GetValue(_throwaway) || parsed.GetValue(_ownData),
            IsSessionIsolated = parsed.GetValue(_ownData),
            ExploreTime = TimeSpan.FromMinutes(minutes),
            TrialTime = TimeSpan.FromMinutes(minutes),
            Say = line => _environment.Error.WriteLine($"  {line}"),
        };
        var (features, knowledge) = Known(parsed.GetValue(_features));
        var exploration = parsed.GetValue(_exploration) is { } file ? Read(file) : await maker.ExploreAsync(features?.Features.Where(feature => feature.Type != FeatureType.Api).Select(feature => feature.Path) ?? [], scenarios, cancellationToken);
        var explored = Stopwatch.GetElapsedTime(started);
        var suite = await maker.GenerateAsync(exploration, features, knowledge, parsed.GetValue(_only), scenarios, cancellationToken);
        await WriteAsync(output, exploration, suite, cancellationToken);
        await _environment.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{suite.Kept.Count} tests are kept, each passed twice; {suite.Dropped.Count} were dropped ({explored.TotalSeconds:0} s exploring, {(Stopwatch.GetElapsedTime(started) - explored).TotalSeconds:0} s running)."));
        await _environment.Out.WriteLineAsync($"Written to {ToolSettings.Shown(_environment, output)}: INDEX.md, tests by feature, .scratchpad/ with the review and what was dropped.");
        return suite.Kept.Count > 0 ? ExitCodes.Passed : ExitCodes.Failed;
    }

    private static async Task WriteAsync(string output, Exploration exploration, GeneratedSuite suite, CancellationToken cancellationToken)
    {
        (string Path, string Text)[] files = [.. suite.Files, ("INDEX.md", suite.Index.Write()), .. suite.Notes.Select(note => (Path.Combine(".scratchpad", note.Path), note.Text)), (Path.Combine(".scratchpad", "exploration.json"), exploration.Write())];
        foreach (var (path, text) in files)
        {
            var full = Path.Combine(output, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await File.WriteAllTextAsync(full, text, cancellationToken);
        }
    }

    private (FeatureInventory?, KnowledgeBase?) Known(string? path)
    {
        if (path is null)
            return (null, null);
        var full = _environment.FullPath(path);
        if (!File.Exists(full))
            throw new UserInputException($"There is no file '{path}'.");
        var read = ArtifactReader.Features(File.ReadAllText(full), full);
        var features = read.Value ?? throw new UserInputException($"'{path}' is no list of features: {(read.Problems is [var problem, ..] ? problem : null)}");
        var beside = Path.Combine(Path.GetDirectoryName(full)!, "AUTONOMA.md");
        return (features, File.Exists(beside) ? ArtifactReader.KnowledgeBase(File.ReadAllText(beside), beside).Value : null);
    }

    private Exploration Read(string path)
    {
        try
        {
            return Exploration.Read(File.ReadAllText(_environment.FullPath(path)));
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            throw new UserInputException($"'{path}' is no exploration: {e.Message}", e);
        }
    }
}
