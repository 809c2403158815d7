using System.Text;
using System.Text.RegularExpressions;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Memory;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Recording.Replaying;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Recording.Export;

/// <summary>Writes a recorded test as ordinary code. A test of which a step has no equivalent is refused: code that checks less would pass where the test fails.</summary>
/// <param name="reader">Reads the sentences whose commands are not in the recording.</param>
public sealed partial class TestExporter(IStepReader reader)
{
    /// <summary>The test as code.</summary>
    /// <exception cref="UserInputException">A step has no entry in the recording.</exception>
    /// <exception cref="ExportRefusedException">A step has no equivalent in code.</exception>
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
        var run = new Writer(dialect, reader, new(recording));
        foreach (var (step, _) in steps)
        {
            if (!entries.TryGetValue(step, out var entry))
                throw new UserInputException($"Line {step.Line}: \"{step.Text}\" is not in the recording. Run 'autonoma test' once, so that it is.");
            run.Add(step, entry);
        }

        if (run.NotExported.Count > 0)
            throw new ExportRefusedException(test.File.Length > 0 ? Path.GetFileName(test.File) : test.Title, run.NotExported);
        var name = NameOf(test);
        var code = dialect.File(test, name, run.Variables, test.Variables, run.Finish());
        return new(code, dialect.FileName(name));
    }

    // A class of such a name would hide a type that its code uses, or have a method of its own name.
    private static readonly HashSet<string> Taken = new(
        [
            "Run", "Environment", "Uri", "Func", "Math", "Enumerable", "StringComparison", "StringSplitOptions", "TimeSpan", "InvalidOperationException", "System", "Regex", "Task",
            "Microsoft", "Playwright", "Assertions", "Expect", "AriaRole", "MouseButton", "KeyboardModifier", "SelectOptionValue", "PlaywrightException",
            "OpenQA", "Keys", "By", "Actions", "WebDriverWait", "WebElement", "ReadOnlyCollection", .. SeleniumHelpers.All.Select(helper => helper.Call.TrimEnd('(')),
            "FramedBy", "ShadowBy", "IsHit",
        ], StringComparer.Ordinal);

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

        var name = builder.Length == 0 || char.IsAsciiDigit(builder[0]) ? "Test" + builder : builder.ToString();
        return Taken.Contains(name) ? name + "Test" : name;
    }

    private sealed partial class Writer(ScriptDialect dialect, IStepReader reader, Encounters met)
    {
        private static readonly ClaimChecker Claims = new(null);
        private readonly List<string> _lines = [];
        private readonly List<string> _variables = [];
        private readonly HashSet<string> _set = new(StringComparer.Ordinal);
        private int _lastAction;
        private string? _frame;
        private string? _frameBeforeAction;
        private ExportedCheck? _effect;

        public List<NotExported> NotExported { get; } = [];

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
                    Claim(step, assert.Claim, recorded.Judged ?? []);
                    return;
                case DialogArguments dialog when dialect.Answer(dialog) is { } answer:
                    // The answer must be there before the action that opens the dialog.
                    _lines.InsertRange(_lastAction, answer);
                    return;
                case WaitArguments { Milliseconds: null } wait when recorded.Judged is null && WaitCondition.Read(wait.Condition ?? "", Claims) is { IsLoading: true } or { IsArrival: true } or { Deed.Length: > 0 }:
                    _lines.Add(dialect.Comment("the next line waits by itself"));
                    return;
                case WaitArguments { Milliseconds: null } wait:
                    Claim(step, wait.Condition ?? "", recorded.Judged ?? []);
                    return;
            }

            // Who leaves the page at once takes back what the page was about to do.
            if (command is NavigateArguments or HistoryArguments or RefreshArguments && _effect is { } effect && dialect.Check(effect) is { } arrived)
            {
                Enter(null);
                _lines.AddRange(arrived);
            }

            _effect = EffectOf(recorded);
            (_lastAction, _frameBeforeAction) = (_lines.Count, _frame);
            var targets = recorded.Targets ?? [];
            var choices = targets.Take(2).Select(target => LocatorChoice.Of(target, words => words)).ToList();
            var found = choices.Select(choice => choice is null ? null : dialect.Locate(choice)).ToList();
            if (found.Contains(null))
            {
                Missing(step, choices.Contains(null) ? $"nothing that code can look for was recorded of the element that '{command.Command}' takes"
                    : choices.All(choice => FramePath.IsKnown(choice!.Frame)) ? "this library finds nothing of that kind in a shadow tree" : "the frame has no name, id or title of its own");
                return;
            }

            if (command is DragArguments && choices is [{ Frame: var from }, { Frame: var to }] && from != to)
            {
                Missing(step, "it is dragged from one frame to another");
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

            // What a list makes while it is scrolled is not there to be scrolled to.
            if (command is ScrollArguments && targets.Count > 0 && recorded.Before?.Appears is { Count: > 0 })
            {
                Missing(step, "the list makes its entries while it is scrolled, and how far that is was not recorded");
                return;
            }

            // What is called so may stand beside what is read.
            if (command is ReadArguments { Variable: var variable } && targets is [var source, ..] && !IsField(source) && !Holds(source.Text ?? source.Name, variable))
            {
                if ((source.Text ?? source.Name) is not { } label || source.Near is not [.., var after] || !Holds(after, variable))
                {
                    Missing(step, "where the text stands that is read was not recorded");
                    return;
                }

                found[0] = dialect.Locate(new(LocatorKind.Beside, label, source.Role, [], null, source.Frame, InCustomElement: source.InCustomElement is true));
                if (found[0] is null)
                {
                    Missing(step, "this library finds nothing by its place in a shadow tree");
                    return;
                }
            }

            var element = found.ElementAtOrDefault(0);
            var other = found.ElementAtOrDefault(1);
            if (dialect.Act(command, element, other) is { } lines)
            {
                // What goes to whatever has the focus stays where that is.
                if (choices is [{ } choice, ..])
                    Enter(choice.Frame);
                else if (command is NavigateArguments or HistoryArguments or RefreshArguments or ScrollArguments)
                    Enter(null);
                _lines.AddRange(lines);
            }
            else
                Missing(step, $"'{command.Command}' has no equivalent");
        }

        // What the action was seen to do, where that is the same in every run.
        private ExportedCheck? EffectOf(RecordedCommand recorded)
        {
            if (recorded is not { After: { } after, Targets: not [{ Frame: not null }, ..] })
                return null;
            if (after.Url is { Length: > 1 } path && !path.Any(char.IsDigit))
                return new(null, ExportedFact.AddressHolds, path);
            return after.Appeared?.FirstOrDefault(text => !text.Any(char.IsDigit) && Templates.Names(text).Count == 0) is { } text
                ? new(new(ExportedPlaceKind.Text, text) { InCustomElement = met.HasShadow }, ExportedFact.Shown) : null;
        }

        private static bool IsField(RecordedTarget target) => target.Role is "textbox" or "searchbox" or "spinbutton" or "combobox";

        private static bool Holds(string? text, string variable) => text?.Contains($"{{{{{variable}}}}}", StringComparison.Ordinal) == true;

        private void Claim(TestStep step, string said, IReadOnlyList<RecordedJudgement> parts)
        {
            // What is claimed is waited for.
            _effect = null;
            if (parts.Count == 0)
                Missing(step, $"\"{said}\" is not in the recording");
            foreach (var part in parts)
            {
                var claim = ClaimReading.Read(part, met);
                var lines = new List<(ExportedPlace? Place, IReadOnlyList<string> Code)>();
                foreach (var check in claim.Checks)
                {
                    if (dialect.Check(check) is not { } made)
                    {
                        claim = ExportedClaim.No(FramePath.IsKnown(check.Place?.Frame) ? "this library has no equivalent" : "the frame has no name, id or title of its own");
                        break;
                    }

                    // "no longer": that it was there is claimed too.
                    if (check is { IsAbsence: true, Place: { } gone } && gone.Root.Frame == met.FrameOf(gone.Root.Text) && NoLonger().IsMatch(part.Claim) && dialect.Check(check with { Fact = ExportedFact.Shown }) is { } before)
                        InsertBeforeAction(before, check.Place?.Root.Frame);
                    lines.Add((check.Place, made));
                }

                if (claim.Checks.Count == 0)
                    Missing(step, $"\"{part.Claim}\" cannot be checked by code: {claim.WhyNot}");
                foreach (var (place, code) in claim.Checks.Count == 0 ? [] : lines)
                {
                    if (place is not null)
                        Enter(place.Root.Frame);
                    _lines.AddRange(code);
                }
            }
        }

        // An element of a frame is told with its frame; only the way back has to be said.
        private void Enter(string? frame)
        {
            if (_frame is not null && frame is null)
                _lines.AddRange(dialect.Leave);
            _frame = frame;
        }

        private void InsertBeforeAction(IReadOnlyList<string> check, string? frame)
            => _lines.InsertRange(_lastAction, [.. frame is null && _frameBeforeAction is not null ? dialect.Leave : [], .. check, .. frame is not null && _frameBeforeAction is null ? dialect.Leave : []]);

        private void Missing(TestStep step, string what) => NotExported.Add(new(step.Line, step.Text, what));

        private void NoteVariables(CommandArguments command)
        {
            foreach (var name in Templates.Names(RecordingFile.Write(command)).Where(name => !_set.Contains(name) && !_variables.Contains(name)))
                _variables.Add(name);
            if (command is ReadArguments read)
                _set.Add(read.Variable);
            if (command is SaveClipboardArguments save)
                _set.Add(save.Variable);
        }

        [GeneratedRegex(@"\b(?:no longer|any longer|any ?more)\b", RegexOptions.IgnoreCase)]
        private static partial Regex NoLonger();

        private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
