using System.Text;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Memory;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Recording.Replaying;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Recording.Export;

/// <summary>Writes a recorded test as ordinary code. What has no equivalent is marked and told, never left out silently.</summary>
/// <param name="reader">Reads the sentences whose commands are not in the recording.</param>
public sealed class TestExporter(IStepReader reader)
{
    /// <summary>The test as code.</summary>
    /// <exception cref="UserInputException">A step has no entry in the recording.</exception>
    public ExportedTest Export(TestCase test, TestRecording recording, ExportFormat format)
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(recording);
        ScriptDialect dialect = format switch
        {
            ExportFormat.PlaywrightCSharp => new PlaywrightCSharp(),
            ExportFormat.PlaywrightTs => new PlaywrightTypeScript(),
            ExportFormat.SeleniumCSharp => new SeleniumCSharp(),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };
        var steps = test.Setup.Select(step => (Step: step, Section: "setup")).Concat(test.Steps.Select(step => (Step: step, Section: "step"))).ToList();
        var entries = EntryAlignment.Of(recording, steps);
        var run = new Writer(dialect, reader);
        foreach (var (step, _) in steps)
        {
            if (!entries.TryGetValue(step, out var entry))
                throw new UserInputException($"Line {step.Line}: \"{step.Text}\" is not in the recording. Run 'autonoma test' once, so that it is.");
            run.Add(step, entry);
        }

        var name = NameOf(test);
        var code = dialect.File(test, name, run.Variables, test.Variables, run.Finish());
        return new(code, dialect.FileName(name), run.NotExported, run.Narrowed);
    }

    private static string NameOf(TestCase test)
    {
        var source = test.File.Length > 0 ? Path.GetFileNameWithoutExtension(test.File) : test.Title;
        var builder = new StringBuilder();
        var upper = true;
        foreach (var c in source)
        {
            if (char.IsAsciiLetterOrDigit(c))
                builder.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = !char.IsAsciiLetterOrDigit(c);
        }

        return builder.Length == 0 || char.IsAsciiDigit(builder[0]) ? "Test" + builder : builder.ToString();
    }

    private sealed class Writer(ScriptDialect dialect, IStepReader reader)
    {
        private readonly List<string> _lines = [];
        private readonly List<string> _variables = [];
        private readonly HashSet<string> _set = new(StringComparer.Ordinal);
        private int _lastAction;

        public List<string> NotExported { get; } = [];

        public List<string> Narrowed { get; } = [];

        /// <summary>Variables that the test does not set by itself.</summary>
        public IReadOnlyList<string> Variables => _variables;

        public void Add(TestStep step, RecordedStep entry)
        {
            _lines.Add("");
            _lines.Add(dialect.Comment(OneLine(entry.Step)));
            var read = entry.Commands.Any(command => command.Do is null) ? reader.Read(step.Text).Commands : [];
            for (var i = 0; i < entry.Commands.Count; i++)
            {
                if ((entry.Commands[i].Do ?? read.ElementAtOrDefault(i)) is { } command)
                    Add(step, command, entry.Commands[i]);
                else
                    Missing(step, "a command that the sentence does not say any more");
            }
        }

        public IReadOnlyList<string> Finish() => _lines;

        private void Add(TestStep step, CommandArguments command, RecordedCommand recorded)
        {
            NoteVariables(command);
            switch (command)
            {
                case AssertArguments assert:
                    Claim(step, assert, recorded.Judged ?? []);
                    return;
                case DialogArguments dialog when dialect.Answer(dialog) is { } answer:
                    // The answer must be there before the action that opens the dialog.
                    _lines.InsertRange(_lastAction, answer);
                    return;
                case WaitArguments { Milliseconds: null }:
                    _lines.Add(dialect.Comment("the next line waits by itself"));
                    return;
            }

            _lastAction = _lines.Count;
            var targets = recorded.Targets ?? [];
            var choices = targets.Take(2).Select(target => LocatorChoice.Of(target, words => words)).ToList();
            var found = choices.Select(choice => choice is null ? null : dialect.Locate(choice)).ToList();
            if (found.Contains(null))
            {
                Missing(step, $"nothing that code can look for was recorded of the element that '{command.Command}' takes");
                return;
            }

            // An entry that is an element of its own is not chosen in a list.
            if (command is SelectArguments)
            {
                command = targets switch
                {
                    [{ Role: "radio" or "checkbox" or "switch" or "menuitemradio" } one, ..] => new CheckArguments(one.Means),
                    [{ Role: "button" or "link" or "tab" or "option" or "menuitem" } one, ..] when targets.Count == 1 => new ClickArguments(one.Means),
                    _ => command,
                };
            }

            var element = found.ElementAtOrDefault(0);
            var other = found.ElementAtOrDefault(1);
            if (dialect.Act(command, element, other) is { } lines)
                _lines.AddRange(lines);
            else
                Missing(step, $"'{command.Command}' has no equivalent");
        }

        private void Claim(TestStep step, AssertArguments assert, IReadOnlyList<RecordedJudgement> parts)
        {
            if (parts.Count == 0)
                Missing(step, $"\"{assert.Claim}\" is not in the recording");
            foreach (var part in parts)
            {
                var checks = ClaimReading.Read(part);
                if (checks.Count == 0)
                    Missing(step, $"\"{part.Claim}\" has no equivalent");
                foreach (var check in checks)
                {
                    if (check.IsNarrow)
                    {
                        Narrowed.Add($"line {step.Line}: \"{part.Claim}\" is checked by the text \"{check.Text}\" only");
                        _lines.Add(dialect.Comment("NARROWED: the sentence says more than this line checks"));
                    }

                    if (dialect.Check(check) is { } lines)
                        _lines.AddRange(lines);
                    else
                        Missing(step, $"\"{part.Claim}\" has no equivalent");
                }
            }
        }

        private void Missing(TestStep step, string what)
        {
            NotExported.Add($"line {step.Line}: {what}");
            _lines.Add(dialect.Comment($"NOT EXPORTED: {OneLine(what)}"));
        }

        private void NoteVariables(CommandArguments command)
        {
            foreach (var name in Templates.Names(RecordingFile.Write(command)).Where(name => !_set.Contains(name) && !_variables.Contains(name)))
                _variables.Add(name);
            if (command is ReadArguments read)
                _set.Add(read.Variable);
            if (command is SaveClipboardArguments save)
                _set.Add(save.Variable);
        }

        private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
