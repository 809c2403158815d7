using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Environments;
using Autonoma.Cli.Output;
using Autonoma.Cli.Running;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Memory;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Suites.Linting;
using Autonoma.Scenarios.Recipes;
using Autonoma.Scenarios.Variables;

namespace Autonoma.Cli.Commands;

/// <summary><c>autonoma lint</c>: reads every test as the interpreter would; needs no browser and no app.</summary>
internal sealed class LintCommand
{
    private readonly ToolEnvironment _environment;
    private readonly Argument<string[]> _paths = new("path") { Description = "Folders or files of tests. Default: the current folder.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> _format = new("--format") { Description = "text, json, or github (annotations of a pull request). Default: text.", HelpName = "NAME" };
    private readonly Option<bool> _noWarnings = new("--quiet", "-q") { Description = "Errors only." };
    private readonly SettingOptions _settings;

    private LintCommand(ToolEnvironment environment, Command command)
    {
        _environment = environment;
        command.Arguments.Add(_paths);
        command.Options.Add(_format);
        command.Options.Add(_noWarnings);
        _settings = new(command, [.. Setting.All.Select(setting => setting.Key).Except(["baseUrl", "variables", "secrets", "strictExpected", "recipes"])]);
        command.SetAction(RunAsync);
    }

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("lint", "Check tests without a browser: what cannot be read, asserts nothing, or is not there. Exit code 1 when there are errors.");
        _ = new LintCommand(environment, command);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var format = parsed.GetValue(_format) ?? "text";
        if (format is not ("text" or "json" or "github"))
            throw new UserInputException($"--format: must be text, json or github, and here it is '{format}'.{(Engine.Language.Spelling.Nearest(format, ["text", "json", "github"]) is { } near ? $" Did you mean '{near}'?" : "")}");
        var paths = parsed.GetValue(_paths) is { Length: > 0 } given ? given.Select(_environment.FullPath).ToList() : [_environment.Folder];
        var folders = paths.Select(SuiteFolder.Read).ToList();
        var settings = ToolSettings.Read(_environment, _settings, parsed, folders[0].Folder);
        var files = folders.SelectMany(folder => folder.Files).DistinctBy(file => Path.GetFullPath(file.Path)).ToList();
        var skipped = folders.SelectMany(folder => folder.Skipped).ToList();
        if (files.Count == 0)
            throw new UserInputException($"There are no tests in {string.Join(", ", paths.Select(path => ToolSettings.Shown(_environment, path)))}.{(skipped.Count > 0 ? $" {skipped.Count} Markdown {(skipped.Count == 1 ? "file is" : "files are")} no test: {skipped[0].RelativePath}, because {skipped[0].Reason}." : "")}");
        var linter = new SuiteLinter(Interpreter.Reader, Interpreter.Checker);
        var options = new LintOptions
        {
            Variables = [.. settings.Values.Map("variables").Keys, .. settings.Values.List("secrets")],
            HasBaseUrl = settings.BaseUrl is not null,
            StrictExpected = settings.Values.Flag("strictExpected"),
        };
        var least = parsed.GetValue(_noWarnings) ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        var recipes = EndpointSettings.Recipes(_environment, settings.Values);
        var found = files.SelectMany(file => linter.Lint(file, options with { Variables = [.. options.Variables, .. VariablesOf(file.TestCase, recipes)] })).Where(diagnostic => diagnostic.Severity >= least)
            .Select(diagnostic => diagnostic with { File = ToolSettings.Shown(_environment, diagnostic.File).Replace('\\', '/') }).ToList();
        await (format switch
        {
            "json" => JsonAsync(found, files.Count, skipped),
            "github" => GitHubAsync(found),
            _ => TextAsync(found, files.Count, skipped),
        });
        return found.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? ExitCodes.Failed : ExitCodes.Passed;
    }

    // What the environment of a test sets. Which credentials an endpoint returns, only the endpoint knows.
    private static IEnumerable<string> VariablesOf(TestCase? test, RecipeFile? recipes)
    {
        if (recipes is null || test?.Scenario is not { Length: > 0 } scenario)
            return [];
        var credentials = test.Setup.Concat(test.Steps).Concat(test.Expected).SelectMany(step => Templates.Names(step.Text)).Where(name => name.StartsWith("credentials.", StringComparison.Ordinal));
        return [Tokens.RunIdToken, Tokens.ShortIdToken, "email", "password", "username", .. credentials, .. recipes.Find(scenario)?.Variables.Keys ?? []];
    }

    private async Task TextAsync(List<Diagnostic> found, int tests, List<SkippedFile> skipped)
    {
        var paint = new Paint(_environment.HasColor);
        foreach (var diagnostic in found)
        {
            var place = $"{diagnostic.File}{(diagnostic.Line > 0 ? $":{diagnostic.Line}:{diagnostic.Column}" : "")}";
            var severity = diagnostic.Severity == DiagnosticSeverity.Error ? paint.Bad("error") : paint.Warn("warning");
            await _environment.Out.WriteLineAsync($"{paint.Strong(place)}: {severity} {diagnostic.Code}: {diagnostic.Message}");
            if (diagnostic.Fix is { } fix)
                await _environment.Out.WriteLineAsync($"    {fix}");
        }

        foreach (var file in skipped)
            await _environment.Out.WriteLineAsync(paint.Faint($"skipped {file.RelativePath}: {file.Reason}"));
        var errors = found.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var warnings = found.Count - errors;
        await _environment.Out.WriteLineAsync($"{tests} test{(tests == 1 ? "" : "s")}, {errors} error{(errors == 1 ? "" : "s")}, {warnings} warning{(warnings == 1 ? "" : "s")}");
    }

    // https://docs.github.com: ::error file=...,line=...,col=...,title=...::message, with % and line ends escaped
    private async Task GitHubAsync(List<Diagnostic> found)
    {
        foreach (var diagnostic in found)
        {
            var place = diagnostic.Line > 0 ? $",line={diagnostic.Line},col={diagnostic.Column}" : "";
            var level = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
            await _environment.Out.WriteLineAsync($"::{level} file={Property(diagnostic.File)}{place},title={diagnostic.Code}::{Data(diagnostic.Message + (diagnostic.Fix is { } fix ? " " + fix : ""))}");
        }

        static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
        static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
    }

    private Task JsonAsync(List<Diagnostic> found, int tests, List<SkippedFile> skipped)
        => _environment.Out.WriteLineAsync(JsonSerializer.Serialize(new LintDocument(1, tests, found, [.. skipped.Select(file => new LintSkipped(file.RelativePath, file.Reason))]), LintJson.Default.LintDocument));
}

/// <summary>What <c>lint --format json</c> prints.</summary>
internal sealed record LintDocument(int Version, int Tests, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<LintSkipped> Skipped);

/// <summary>A Markdown file that is no test.</summary>
internal sealed record LintSkipped(string File, string Reason);

/// <summary>The form, compiled.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LintDocument))]
internal sealed partial class LintJson : JsonSerializerContext;
