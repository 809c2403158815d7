using Autonoma.Engine.Checks;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Memory;

namespace Autonoma.Engine.Suites.Linting;

/// <summary>What is known beside the files.</summary>
public sealed record LintOptions
{
    /// <summary>Names of variables that are given from outside.</summary>
    public IReadOnlyCollection<string> Variables { get; init; } = [];

    /// <summary>Whether tests without an address have one to start from.</summary>
    public bool HasBaseUrl { get; init; } = true;

    /// <summary>Whether the sentences of the expected result decide.</summary>
    public bool StrictExpected { get; init; }
}

/// <summary>Reads tests as the interpreter would, without a browser, and says what it could not do.</summary>
/// <param name="reader">Reads steps.</param>
/// <param name="checker">Tells which claims can be judged.</param>
public sealed class SuiteLinter(IStepReader reader, IClaimChecker checker)
{
    /// <summary>Everything found in a file, in the order of its lines.</summary>
    public IReadOnlyList<Diagnostic> Lint(TestFile file, LintOptions options)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var found = new List<Diagnostic>(file.Diagnostics);
        if (file.TestCase is { } test)
        {
            if (test.Url is null && !options.HasBaseUrl)
                Add(found, file, null, "no-start", DiagnosticSeverity.Warning, "The test names no 'url', and there is no base URL.", "Add 'url' to the front matter, or 'baseUrl' to autonoma.yaml.");
            Steps(found, file, test, options);
            Expected(found, file, test, options);
        }

        foreach (var note in file.Notes)
            Note(found, file, note);
        return [.. found.OrderBy(diagnostic => diagnostic.Line).ThenBy(diagnostic => diagnostic.Column)];
    }

    private void Steps(List<Diagnostic> found, TestFile file, TestCase test, LintOptions options)
    {
        var known = new HashSet<string>(options.Variables.Concat(test.Variables.Keys), StringComparer.Ordinal);
        var asserts = 0;
        foreach (var step in test.Setup.Concat(test.Steps))
        {
            Variables(found, file, test, step, known);
            var reading = reader.Read(step.Text);
            if (reading.Unresolved is { } reason)
            {
                Add(found, file, step, reason.Code, DiagnosticSeverity.Error, $"{Quote(step.Text)} cannot be carried out: {Sentence(reason.Message)}", reason.Suggestion is { } suggestion ? $"Write instead: {suggestion}" : null);
                continue;
            }

            foreach (var command in reading.Commands)
            {
                asserts += command is AssertArguments ? 1 : 0;
                Command(found, file, step, command);
                if (command is ReadArguments read)
                    known.Add(read.Variable);
                else if (command is SaveClipboardArguments save)
                    known.Add(save.Variable);
            }
        }

        if (asserts == 0)
            Add(found, file, test.Steps[^1], "no-assertion", DiagnosticSeverity.Error, "The test asserts nothing, so it can never pass.", "End it with what must be true then: 'Verify that \"Saved\" is displayed'.");
    }

    private void Command(List<Diagnostic> found, TestFile file, TestStep step, CommandArguments command)
    {
        switch (command)
        {
            case AssertArguments assert when checker.WhyUnreadable(assert.Claim) is { } why:
                Add(found, file, step, "unreadable-claim", DiagnosticSeverity.Error, $"The claim {Quote(assert.Claim)} cannot be judged: {Sentence(why)}", null);
                break;
            case WaitArguments { Milliseconds: null } wait when checker.WhyUnreadable(wait.Condition) is { } why:
                Add(found, file, step, "unreadable-condition", DiagnosticSeverity.Error, $"The condition {Quote(wait.Condition)} cannot be judged: {Sentence(why)}", null);
                break;
            case ScrollArguments { Until: { } until } when checker.WhyUnreadable(until) is { } why:
                Add(found, file, step, "unreadable-condition", DiagnosticSeverity.Error, $"The condition {Quote(until)} cannot be judged: {Sentence(why)}", null);
                break;
            case UploadArguments upload when file.Path.Length > 0:
                var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file.Path))!;
                foreach (var missing in upload.Files.Where(name => !name.Contains("{{", StringComparison.Ordinal) && !File.Exists(System.IO.Path.GetFullPath(name, folder))))
                    Add(found, file, step, "missing-file", DiagnosticSeverity.Error, $"The file '{missing}' is not there.", $"Files are looked for beside the test, in {folder}.");
                break;
            default:
                break;
        }
    }

    private static void Variables(List<Diagnostic> found, TestFile file, TestCase test, TestStep step, HashSet<string> known)
    {
        foreach (var name in Templates.Names(step.Text).Where(name => !known.Contains(name)).Distinct(StringComparer.Ordinal))
        {
            // "Remember the total as {{total}}" sets it; the reading below makes it known from the next step on.
            if (SetsVariable(step.Text, name))
                continue;
            var near = Language.Spelling.Nearest(name, known);
            // A scenario may bring it: what it holds is not known here.
            var severity = test.Scenario is null ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
            var fix = near is not null ? $"Did you mean {{{{{near}}}}}?" : $"Set it under 'variables', with --var, or with a step such as 'Remember the total as {{{{{name}}}}}'.";
            Add(found, file, step, "unknown-variable", severity, $"Nothing sets {{{{{name}}}}} before this step.", fix);
        }

        static bool SetsVariable(string text, string name)
            => text.Contains($"as {{{{{name}}}}}", StringComparison.OrdinalIgnoreCase) || text.Contains($"in {{{{{name}}}}}", StringComparison.OrdinalIgnoreCase) || text.Contains($"to {{{{{name}}}}}", StringComparison.OrdinalIgnoreCase);
    }

    private void Expected(List<Diagnostic> found, TestFile file, TestCase test, LintOptions options)
    {
        if (!options.StrictExpected)
            return;
        foreach (var sentence in test.Expected)
        {
            if (checker.WhyUnreadable(sentence.Text) is { } why)
                Add(found, file, sentence, "unreadable-claim", DiagnosticSeverity.Error, $"The expected result {Quote(sentence.Text)} cannot be judged: {Sentence(why)}", "Say what is shown, or run without --strict-expected.");
        }
    }

    // Prose of the setup is for people. If it reads as an action, its author probably counted on it.
    private void Note(List<Diagnostic> found, TestFile file, TestStep note)
    {
        if (FrontMatter.ViewportSize.TryFind(note.Text, out _))
            return; // "Open the page in a window of 1280 x 800" is honoured: the size is the viewport, and the page is opened anyway
        var reading = reader.Read(note.Text);
        if (reading.IsResolved && reading.Commands.Any(command => command is not (AssertArguments or WaitArguments or ScrollArguments)))
            Add(found, file, note, "note-not-carried-out", DiagnosticSeverity.Warning, $"{Quote(note.Text)} reads like a step, but prose there is for people and is not carried out.", "Make it an item of a list: '1. ...'.");
    }

    private static void Add(List<Diagnostic> found, TestFile file, TestStep? step, string code, DiagnosticSeverity severity, string message, string? fix)
        => found.Add(new(code, severity, file.Path, step?.Line ?? 0, step?.Column ?? 0, message, fix));

    private static string Quote(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"'{(line.Length > 120 ? line[..117] + "..." : line)}'";
    }

    private static string Sentence(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' ? text : text + ".";
}
