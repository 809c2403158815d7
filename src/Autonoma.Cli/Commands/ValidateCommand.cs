using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Output;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Language;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Validation;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Cli.Commands;

/// <summary><c>autonoma validate</c>: the files of a plan by all rules of the reference; needs no model, no network and no app.</summary>
internal sealed class ValidateCommand
{
    private static readonly Dictionary<string, ArtifactKind> Kinds = Enum.GetValues<ArtifactKind>().ToDictionary(NameOf, StringComparer.Ordinal);
    private static readonly string[] Formats = ["text", "json", "github"];

    private readonly ToolEnvironment _environment;
    private readonly Argument<string> _path = new("path") { Description = "A file of a plan, or the folder of one. Default: the folder 'autonoma' here.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _format = new("--format") { Description = "text, json, or github (annotations of a pull request). Default: text.", HelpName = "NAME" };
    private readonly Option<string> _as = new("--as") { Description = $"What the file is, when its name does not say it: {string.Join(", ", Kinds.Keys)}.", HelpName = "KIND" };

    private ValidateCommand(ToolEnvironment environment, Command command)
    {
        _environment = environment;
        command.Arguments.Add(_path);
        command.Options.Add(_format);
        command.Options.Add(_as);
        command.SetAction(RunAsync);
    }

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("validate", "Check the files of a plan: AUTONOMA.md, features.json, the entity audit, scenarios, recipes, tests ... Exit code 1 when one is invalid.");
        _ = new ValidateCommand(environment, command);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var format = OneOf("--format", parsed.GetValue(_format) ?? "text", Formats);
        var kind = parsed.GetValue(_as) is { } given ? Kinds[OneOf("--as", given, [.. Kinds.Keys])] : (ArtifactKind?)null;
        var results = Validate(_environment.FullPath(parsed.GetValue(_path) ?? PlanFolder.FolderName), kind);
        foreach (var repair in results.Select(result => result.Repair).OfType<Repair>())
            await File.WriteAllTextAsync(repair.File, repair.Text, cancellationToken);
        await (format switch
        {
            "json" => _environment.Out.WriteLineAsync(JsonSerializer.Serialize(Document(results), ValidateJson.Default.ValidateDocument)),
            "github" => GitHubAsync(results),
            _ => TextAsync(results),
        });
        return results.All(result => result.IsValid) ? ExitCodes.Passed : ExitCodes.Failed;
    }

    private IReadOnlyList<ArtifactValidation> Validate(string path, ArtifactKind? kind)
    {
        var validator = new PlanValidator(FileSource.Disk);
        if (Directory.Exists(path))
        {
            if (kind is not null)
                throw new UserInputException("--as says what a file is, and a folder was given.");
            var inner = Path.Combine(path, PlanFolder.FolderName);
            var results = validator.Validate(new PlanFolder(Directory.Exists(inner) ? inner : path));
            return results.Count > 0 ? results : throw new UserInputException($"The folder '{Shown(path)}' holds no file of a plan: no AUTONOMA.md, no features.json, no entity-audit.md, no scenarios.md ...");
        }

        if (!File.Exists(path))
            throw new UserInputException($"There is no file and no folder '{Shown(path)}'.{Hint(ArtifactPath.Nearest(path))}");
        var found = kind ?? ArtifactPath.KindOf(path) ?? throw new UserInputException($"'{Shown(path)}' is no file of a plan by its name.{Hint(ArtifactPath.Nearest(path))} Say what it is with --as: {string.Join(", ", Kinds.Keys)}.");
        return [validator.Validate(path, found)];
    }

    private async Task TextAsync(IReadOnlyList<ArtifactValidation> results)
    {
        var paint = new Paint(_environment.HasColor);
        foreach (var result in results)
        {
            foreach (var problem in result.Problems)
            {
                var place = $"{Shown(result.File)}{(problem.Line > 0 ? $":{problem.Line}:{problem.Column}" : "")}";
                var severity = problem.Severity == ProblemSeverity.Error ? paint.Bad("error") : paint.Warn("warning");
                await _environment.Out.WriteLineAsync($"{paint.Strong(place)}: {severity} {problem.Code}: {(problem.Path.Length > 0 ? problem.Path + ": " : "")}{problem.Message}");
                if (problem.Fix is { } fix)
                    await _environment.Out.WriteLineAsync($"    {fix}");
            }

            if (result.Repair is { } repair)
                await _environment.Out.WriteLineAsync($"{paint.Strong($"{Shown(result.File)}:{repair.Line}:{repair.Column}")}: repaired {repair.Code}: {repair.Message}");
        }

        var errors = results.Sum(result => result.Problems.Count(problem => problem.Severity == ProblemSeverity.Error));
        var warnings = results.Sum(result => result.Problems.Count) - errors;
        await _environment.Out.WriteLineAsync($"{results.Count} file{(results.Count == 1 ? "" : "s")}, {results.Count(result => !result.IsValid)} invalid, {errors} error{(errors == 1 ? "" : "s")}, {warnings} warning{(warnings == 1 ? "" : "s")}");
    }

    private async Task GitHubAsync(IReadOnlyList<ArtifactValidation> results)
    {
        foreach (var problem in results.SelectMany(result => result.Problems))
        {
            var place = problem.Line > 0 ? $",line={problem.Line},col={problem.Column}" : "";
            var text = $"{(problem.Path.Length > 0 ? problem.Path + ": " : "")}{problem.Message}{(problem.Fix is { } fix ? " " + fix : "")}";
            await _environment.Out.WriteLineAsync($"::{(problem.Severity == ProblemSeverity.Error ? "error" : "warning")} file={Property(Shown(problem.File))}{place},title={problem.Code}::{Data(text)}");
        }

        foreach (var repair in results.Select(result => result.Repair).OfType<Repair>())
            await _environment.Out.WriteLineAsync($"::notice file={Property(Shown(repair.File))},line={repair.Line},col={repair.Column},title={repair.Code}::{Data(repair.Message)}");

        static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
        static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
    }

    private ValidateDocument Document(IReadOnlyList<ArtifactValidation> results) => new(1, results.All(result => result.IsValid),
        [.. results.Select(result => new ValidatedFile(Shown(result.File), NameOf(result.Kind), result.IsValid,
            [.. result.Problems.Select(problem => new ValidateProblem(problem.Code, problem.Severity == ProblemSeverity.Error ? "error" : "warning", problem.Line, problem.Column, problem.Path, problem.Message, problem.Fix))],
            result.Repair is { } repair ? new(repair.Code, repair.Line, repair.Column, repair.Message) : null))]);

    private string Shown(string path) => ToolSettings.Shown(_environment, path).Replace('\\', '/');

    private static string NameOf(ArtifactKind kind) => kind switch
    {
        ArtifactKind.TestIndex => "index",
        ArtifactKind.Test => "test",
        _ => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()),
    };

    private static string OneOf(string option, string value, IReadOnlyList<string> known)
        => known.Contains(value, StringComparer.Ordinal) ? value : throw new UserInputException($"{option}: must be one of {string.Join(", ", known)}, and here it is '{value}'.{Hint(Spelling.Nearest(value, known))}");

    private static string Hint(string? near) => near is null ? "" : $" Did you mean '{near}'?";
}

/// <summary>What <c>validate --format json</c> prints.</summary>
internal sealed record ValidateDocument(int Version, bool Valid, IReadOnlyList<ValidatedFile> Files);

/// <summary>A file and what is wrong with it.</summary>
internal sealed record ValidatedFile(string File, string Kind, bool Valid, IReadOnlyList<ValidateProblem> Problems, ValidateRepair? Repaired);

/// <summary>A broken rule. Line and column are 0 for the file as a whole.</summary>
internal sealed record ValidateProblem(string Code, string Severity, int Line, int Column, string Path, string Message, string? Fix);

/// <summary>What was put right in the file.</summary>
internal sealed record ValidateRepair(string Code, int Line, int Column, string Message);

/// <summary>The form, compiled.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ValidateDocument))]
internal sealed partial class ValidateJson : JsonSerializerContext;
