using System.Security.Cryptography;
using System.Text;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Suites.Linting;

namespace Autonoma.Platform.Tests;

/// <summary>A test's text, read.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Content">As written.</param>
/// <param name="Title">Of the front matter, or made of the file's name.</param>
/// <param name="Tags">Sorted.</param>
/// <param name="Scenario">Null when it needs none.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="File">As the engine reads it.</param>
public sealed record ReadTest(string Path, string Content, string Title, IReadOnlyList<string> Tags, string? Scenario, IReadOnlyList<Diagnostic> Problems, TestFile File)
{
    /// <summary>Whether it cannot run.</summary>
    public bool HasErrors => Problems.Any(problem => problem.Severity == DiagnosticSeverity.Error);

    /// <summary>Of path and content: equal texts at one place are one plan.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Path}\n{Content}")));
}

/// <summary>Reads tests with the engine's own reader and linter, which is what runs them.</summary>
public static class TestReading
{
    /// <summary>How long a test may be.</summary>
    public const int LongestContent = 256 * 1024;

    private const int LongestTitle = 500;

    private static readonly IClaimChecker Checker = new ClaimChecker(new Grounder());
    private static readonly IStepReader Steps = new StepReader();
    private static readonly SuiteLinter Linter = new(Steps, Checker);

    /// <summary>Reads one.</summary>
    /// <param name="path">Where it lies, in its one form.</param>
    /// <param name="content">As written.</param>
    /// <param name="variables">Names that are given from outside: the application's secrets.</param>
    public static ReadTest Read(string path, string content, IReadOnlyCollection<string>? variables = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var named = TestFileReader.ReadText(content, System.IO.Path.GetFileName(path), path);
        // Files beside the test are looked for where it runs, not here: without a path the linter leaves them.
        var file = named with { Path = "", Diagnostics = [.. named.Diagnostics.Select(diagnostic => diagnostic with { File = "" })] };
        var problems = Linter.Lint(file, new LintOptions { Variables = variables ?? [] });
        var title = Cut(file.TestCase?.Title ?? TitleOf(path));
        return new(path, content, title, [.. (file.TestCase?.Tags ?? []).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], file.TestCase?.Scenario, problems, file);
    }

    /// <summary>What the interpreter makes of a step, in its own words; null when it cannot be carried out.</summary>
    public static string? Reading(string step)
    {
        var reading = Steps.Read(step);
        return reading.Unresolved is null ? string.Join("; then ", reading.Commands.Select(Say)) : null;
    }

    // What a command was asked beyond its defaults, in the order in which it is declared: "click: "Save" button", "type: text mara, target Email field".
    private static string Say(CommandArguments command)
    {
        var constructor = command.GetType().GetConstructors().OrderByDescending(made => made.GetParameters().Length).First();
        var said = constructor.GetParameters()
            .Select(parameter => (parameter.Name, Value: command.GetType().GetProperty(parameter.Name!)?.GetValue(command), Default: parameter.HasDefaultValue ? parameter.DefaultValue : null))
            .Where(part => part.Value is not (null or false) && !part.Value.Equals(part.Default is { } value && part.Value is Enum ? Enum.ToObject(part.Value.GetType(), value) : part.Default))
            .Select(part => (Name: string.Concat(part.Name!.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")).Trim(), Text: Text(part.Value!)))
            .Where(part => part.Text.Length > 0).ToList();
        return said.Count switch
        {
            0 => command.Command,
            1 => $"{command.Command}: {said[0].Text}",
            _ => $"{command.Command}: {string.Join(", ", said.Select(part => $"{part.Name} {part.Text}"))}",
        };
    }

    private static string Text(object value) => value switch
    {
        string text => text,
        Enum word => word.ToString().ToLowerInvariant(),
        System.Collections.IEnumerable several => string.Join(", ", several.Cast<object>().Select(Text)),
        IFormattable plain => plain.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string TitleOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path).Replace('-', ' ').Replace('_', ' ').Trim() is { Length: > 0 } name ? name : "Untitled test";

    private static string Cut(string title) => title.Length > LongestTitle ? title[..LongestTitle] : title;
}
