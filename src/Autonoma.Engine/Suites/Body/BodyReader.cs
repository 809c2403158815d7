using System.Text.RegularExpressions;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Suites.FrontMatter;

namespace Autonoma.Engine.Suites.Body;

/// <summary>Turns the sections of a body into steps. Prose is cut into sentences; in the setup prose is a note and only lists are carried out.</summary>
internal sealed partial class BodyReader(string file, ICollection<Diagnostic> diagnostics)
{
    private readonly List<TestStep> _setup = [], _steps = [], _expected = [], _notes = [];
    private readonly List<string> _description = [], _mightCatch = [];
    private (string Name, TestStep At)? _scenario;
    private (UiSize Size, TestStep At)? _viewport;
    private string? _heading;

    /// <summary>Whether a section of steps is there, with or without any.</summary>
    public bool HasSteps { get; private set; }

    /// <summary>Notes of the setup and remarks: shown, not carried out.</summary>
    public IReadOnlyList<TestStep> Notes => _notes;

    /// <summary>Adds what the body says to a test made of the front matter.</summary>
    public TestCase Read(IReadOnlyList<SourceLine> lines, TestCase test)
    {
        var sections = new BodyParser(file, diagnostics).Parse(lines);
        var planned = sections.Any(section => section.Kind == SectionKind.Steps);
        HasSteps = planned;
        foreach (var section in sections)
            Take(section, planned);
        WarnOfRepeats(sections);
        if (_steps.Count == 0)
        {
            var at = sections.FirstOrDefault(section => section.Kind == SectionKind.Steps);
            Report("no-steps", DiagnosticSeverity.Error, at?.Line ?? 0, at?.Column ?? 0, at is null ? "There are no steps." : "There is nothing under the heading 'Steps'.", "Write what to do, one step a line: '1. Click the Sign in button'.");
        }

        return Combined(test);
    }

    private TestCase Combined(TestCase test)
    {
        if (_scenario is { } scenario && test.Scenario is { } given && given != scenario.Name)
            Report("conflict", DiagnosticSeverity.Error, scenario.At.Line, scenario.At.Column, $"The setup uses the scenario '{scenario.Name}', but the front matter says '{given}'.", "Keep one of them.");
        if (_viewport is { } viewport && test.Viewport is { } size && size != viewport.Size)
            Report("conflict", DiagnosticSeverity.Error, viewport.At.Line, viewport.At.Column, $"The setup names a window of {viewport.Size.Width} x {viewport.Size.Height}, but 'viewport' says {size.Width} x {size.Height}.", "Keep one of them.");
        return test with
        {
            Title = test.Title.Length > 0 ? test.Title : _heading ?? "",
            Description = test.Description ?? Text(_description),
            MightCatch = Text(_mightCatch),
            Scenario = test.Scenario ?? _scenario?.Name,
            Viewport = test.Viewport ?? _viewport?.Size,
            Setup = _setup,
            Steps = _steps,
            Expected = _expected,
        };
    }

    private static string? Text(List<string> paragraphs) => paragraphs.Count == 0 ? null : string.Join("\n\n", paragraphs);

    private void Take(BodySection section, bool planned)
    {
        if (_heading is null && section.Heading.Length > 0 && section.Kind is SectionKind.Root or SectionKind.Other && section.Heading.Length > 0)
            _heading = TitlePrefix().Replace(section.Heading, "");
        switch (section.Kind)
        {
            case SectionKind.Setup: Setup(section); break;
            case SectionKind.Steps: Steps(section, _steps); break;
            case SectionKind.Expected: Steps(section, _expected); break;
            case SectionKind.MightCatch: Words(section, _mightCatch); break;
            case SectionKind.Description: Words(section, _description); break;
            case SectionKind.Root or SectionKind.Other when !planned: Steps(section, _steps); break;
            case SectionKind.Root: Intro(section); break;
            case SectionKind.Other: Ignored(section); break;
            default: throw new InvalidOperationException($"A section of kind {section.Kind} has no reader.");
        }
    }

    private void Intro(BodySection section)
    {
        if (section.Blocks.FirstOrDefault(block => block.Kind == BlockKind.Item) is { } item)
            Report("outside-steps", DiagnosticSeverity.Warning, item.First.Line, item.First.Column, "This list stands outside the section 'Steps', so it is not carried out.", "Move it under '## Steps', or under '## Setup'.");
        Words(section, _description);
    }

    private void Ignored(BodySection section)
    {
        if (section.Blocks.Count == 0)
            return;
        var near = Spelling.Nearest(section.Heading.ToLowerInvariant(), SectionNames.Usual.Select(name => name.ToLowerInvariant()));
        var fix = near is null ? "Steps go under '## Steps'; put remarks under '## Notes'." : $"Did you mean '## {SectionNames.Usual.First(name => name.Equals(near, StringComparison.OrdinalIgnoreCase))}'?";
        Report("unknown-section", DiagnosticSeverity.Warning, section.Line, section.Column, $"The section '{section.Heading}' is not carried out.", fix);
    }

    private static void Words(BodySection section, List<string> paragraphs) => paragraphs.AddRange(section.Blocks.Select(block => block.FullText));

    private void Setup(BodySection section)
    {
        foreach (var block in section.Blocks)
        {
            if (block.Kind == BlockKind.Item && !IsStatement(block))
                AddStep(_setup, block.FullText, block.First);
            else if (block.Kind is BlockKind.Paragraph or BlockKind.Item or BlockKind.Remark)
            {
                foreach (var sentence in Prose.Sentences(block.Lines))
                    Note(sentence);
                if (block.Below.Count > 0)
                    _notes.Add(new(_notes.Count + 1, string.Join('\n', block.Below), block.First.Line, block.First.Column));
            }
        }
    }

    // In a list of the setup, too, the scenario and the window are statements and not steps.
    private static bool IsStatement(BodyBlock block)
    {
        var text = Prose.Join(block.Lines);
        return ScenarioForm().IsMatch(text) || (ViewportSize.TryFind(text, out _) && !Prose.Sentences(block.Lines).Skip(1).Any() && !ResizeForm().IsMatch(text));
    }

    private void Note(SourceLine sentence)
    {
        var note = new TestStep(_notes.Count + 1, sentence.Text, sentence.Line, sentence.Column);
        _notes.Add(note);
        if (ScenarioForm().Match(sentence.Text) is { Success: true } scenario)
        {
            var name = scenario.Groups["name"].Value.TrimEnd('.');
            if (_scenario is { } first && first.Name != name)
                Report("conflict", DiagnosticSeverity.Error, sentence.Line, sentence.Column, $"A test has one scenario: '{first.Name}' is named in line {first.At.Line}, '{name}' here.", "Keep one of them.");
            _scenario ??= (name, note);
        }

        if (ViewportSize.TryFind(sentence.Text, out var size))
            _viewport ??= (size, note);
    }

    private void Steps(BodySection section, List<TestStep> steps)
    {
        for (var i = 0; i < section.Blocks.Count; i++)
        {
            var block = section.Blocks[i];
            switch (block.Kind)
            {
                case BlockKind.Item:
                    AddStep(steps, block.FullText, block.First);
                    break;
                case BlockKind.Paragraph:
                    i = Paragraph(section, i, steps);
                    break;
                case BlockKind.Remark:
                    _notes.Add(new(_notes.Count + 1, Prose.Join(block.Lines), block.First.Line, block.First.Column));
                    break;
                case BlockKind.Subheading:
                    Subheading(section, i, steps);
                    break;
                case BlockKind.Attachment:
                    Report("outside-steps", DiagnosticSeverity.Warning, block.First.Line, block.First.Column, "This table or code block follows no step, so it is not used.", "Put it below the step that it belongs to.");
                    break;
                default:
                    throw new InvalidOperationException($"A block of kind {block.Kind} has no reader.");
            }
        }
    }

    // The last sentence of a paragraph takes what is attached to it, and the list that it announces with a colon.
    private int Paragraph(BodySection section, int index, List<TestStep> steps)
    {
        var block = section.Blocks[index];
        var sentences = Prose.Sentences(block.Lines).ToList();
        var below = new List<string>(block.Below);
        if (block.Announces && sentences.Count > 0)
        {
            if (IntroForm().IsMatch(sentences[^1].Text))
                sentences.RemoveAt(sentences.Count - 1); // "Follow these steps:" says nothing; the list below holds the steps
            else
            {
                while (index + 1 < section.Blocks.Count && section.Blocks[index + 1].Kind == BlockKind.Item)
                    below.AddRange($"- {section.Blocks[++index].FullText}".Split('\n'));
            }
        }

        for (var i = 0; i < sentences.Count; i++)
            AddStep(steps, i == sentences.Count - 1 && below.Count > 0 ? sentences[i].Text + "\n" + string.Join('\n', below) : sentences[i].Text, sentences[i]);
        return index;
    }

    private void Subheading(BodySection section, int index, List<TestStep> steps)
    {
        var heading = section.Blocks[index].First;
        var empty = index + 1 == section.Blocks.Count || section.Blocks[index + 1].Kind == BlockKind.Subheading;
        if (!empty)
            return;
        // "### Step 3: Click Save" with nothing below it is the step itself; any other empty heading would be dropped without a word.
        if (StepHeading().Match(heading.Text) is { Success: true } match)
            AddStep(steps, match.Groups[1].Value, heading with { Text = match.Groups[1].Value, Column = heading.Column + match.Groups[1].Index });
        else
            Report("empty-heading", DiagnosticSeverity.Warning, heading.Line, heading.Column, $"Nothing stands under '{heading.Text}', and headings are not carried out.", "If it is a step, make it an item of the list.");
    }

    private void AddStep(List<TestStep> steps, string text, SourceLine place)
    {
        if (text.Trim().Length == 0)
            Report("empty-step", DiagnosticSeverity.Error, place.Line, place.Column, "The step is empty.", "Write what to do, or remove it.");
        else
            steps.Add(new(steps.Count + 1, text.Trim(), place.Line, place.Column));
    }

    private void WarnOfRepeats(List<BodySection> sections)
    {
        foreach (var group in sections.Where(section => section.Kind is SectionKind.Setup or SectionKind.Steps or SectionKind.Expected).GroupBy(section => section.Kind))
        {
            foreach (var again in group.Skip(1))
                Report("repeated-section", DiagnosticSeverity.Warning, again.Line, again.Column, $"'{again.Heading}' is already in line {group.First().Line}; both are taken, one after the other.", "Put them together.");
        }
    }

    private void Report(string code, DiagnosticSeverity severity, int line, int column, string message, string? fix) => diagnostics.Add(new(code, severity, file, line, column, message, fix));

    [GeneratedRegex(@"^(?:test(?:\s*case)?|scenario)\s*(?:[:–—]|\s-)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex TitlePrefix();

    [GeneratedRegex(@"\busing\s+(?:the\s+)?scenario\s*:?\s*(?:`(?<name>[^`]+)`|""(?<name>[^""]+)""|'(?<name>[^']+)'|(?<name>[\w.-]*\w))", RegexOptions.IgnoreCase)]
    private static partial Regex ScenarioForm();

    [GeneratedRegex(@"^\s*(?:resize|set|change|make|maximi[sz]e)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ResizeForm();

    [GeneratedRegex(@"^(?:(?:the\s+)?(?:test\s+)?(?:steps|instructions|procedure)(?:\s+(?:are|to\s+follow))?|(?:please\s+)?(?:then\s+)?(?:do|follow|perform|carry\s+out|execute|complete)\s+(?:the\s+following|these|the)(?:\s+(?:steps|actions|instructions|things))?(?:\s+in\s+order)?)\s*:$", RegexOptions.IgnoreCase)]
    private static partial Regex IntroForm();

    [GeneratedRegex(@"^(?:step\s+)?\d{1,4}\s*[:.)–-]\s+(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex StepHeading();
}
