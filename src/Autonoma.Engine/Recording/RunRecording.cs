using Autonoma.Engine.Checks;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Deciding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Memory;
using Autonoma.Engine.Recording.Capture;
using Autonoma.Engine.Recording.Drift;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Recording.Healing;
using Autonoma.Engine.Recording.Replaying;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Recording;

/// <summary>Follows one run: gives out what is recorded, watches that it still fits, and takes down what is new.</summary>
internal sealed partial class RunRecording(RecordingSession session, RunMemory memory, IStepReader reader)
{
    private readonly ValueTemplates _templates = new(memory);
    private readonly List<(RecordedStep Step, bool IsNew)> _steps = [];
    private readonly List<Heal> _heals = [];
    private IReadOnlyDictionary<TestStep, RecordedStep> _entries = new Dictionary<TestStep, RecordedStep>();

    private TestStep? _step;
    private int _number;
    private string _section = "step";
    private string _by = "";
    private RecordedStep? _entry;
    private List<RecordedCommand> _commands = [];
    private List<Heal> _stepHeals = [];
    private RecordedCommand? _expected;
    private CommandCapture? _capture;

    public RecordingMode Mode => session.Mode;

    /// <summary>Whether the step under way is decided again.</summary>
    public bool IsHealing { get; private set; }

    /// <summary>Who decided the step under way in the end.</summary>
    public string By => _by;

    /// <summary>Whether what is captured ends up in a recording.</summary>
    private bool Captures => (session.Keeps || Mode == RecordingMode.Heal) && (_expected is null || IsHealing);

    public void Plan(IReadOnlyList<(TestStep Step, string Section)> steps)
        => _entries = EntryAlignment.Of(Mode == RecordingMode.Record ? null : session.Recording, steps);

    public RecordedStep? EntryOf(TestStep step) => _entries.GetValueOrDefault(step);

    /// <summary>Why an entry that fits the sentence may not be replayed; null when it may.</summary>
    public string? WhyUnusable(TestStep step, RecordedStep entry)
    {
        var read = entry.By == "interpreter" || entry.Commands.Any(command => command.Do is null) ? reader.Read(step.Text) : null;
        if (entry.Commands.Count == 0)
            return "the recording of this sentence is empty";
        for (var i = 0; i < entry.Commands.Count; i++)
        {
            if (entry.Commands[i].Do is null && read!.Commands.ElementAtOrDefault(i) is null)
                return "the recording leaves a command to the sentence, and the sentence does not have it";
        }

        // What is judged is said by the test: a recording that says less, or something else, is not obeyed.
        if (entry.By == "interpreter")
        {
            var claims = read!.Commands.OfType<AssertArguments>().Select(assert => assert.Claim);
            if (!CommandsOf(step, entry).OfType<AssertArguments>().Select(assert => assert.Claim).SequenceEqual(claims, StringComparer.Ordinal))
                return "what the recording judges is not what the sentence says";
        }

        return null;
    }

    public IReadOnlyList<CommandArguments> CommandsOf(TestStep step, RecordedStep entry)
    {
        IReadOnlyList<CommandArguments>? read = null;
        var commands = new List<CommandArguments>();
        for (var i = 0; i < entry.Commands.Count; i++)
        {
            if ((entry.Commands[i].Do ?? (read ??= reader.Read(step.Text).Commands).ElementAtOrDefault(i)) is { } command)
                commands.Add(command);
        }

        return commands;
    }

    public void BeginStep(TestStep step, int number, string section)
    {
        (_step, _number, _section, _by) = (step, number, section, "");
        _entry = EntryOf(step);
        _commands = [];
        _stepHeals = [];
        IsHealing = false;
    }

    public void Decided(Decision decision) => _by = decision.By;

    /// <summary>A command of the step is about to be carried out.</summary>
    public void BeginCommand()
    {
        _capture = new();
        _readyFrom = _lastLook;
        _drift = null;
        _driftOfElement = false;
        _guarded = false;
        _expected = _entry is null || (_by != ReplayDecider.Name && !IsHealing) ? null : _entry.Commands.ElementAtOrDefault(_commands.Count);
        _sought = _expected?.Targets is { } targets ? Load(targets) : [];
        _now.Clear();
    }

    /// <summary>A command was carried out.</summary>
    public void EndCommand(CommandArguments arguments, Attempt attempt)
    {
        if (_capture is not { } capture || attempt.Status != StepStatus.Passed)
        {
            _capture = null;
            return;
        }

        _capture = null;
        _commands.Add(_expected is { } expected && !IsHealing ? expected : Captures ? Record(arguments, capture) : new RecordedCommand { Do = arguments });
        _lastLook = capture.Before is null ? _lastLook ?? capture.Ready : _lastLook;
    }

    public void EndStep(StepStatus status)
    {
        if (status == StepStatus.Passed && _step is { } step)
        {
            // What was replayed as recorded stays as it is: a recording changes where the test did.
            _steps.Add(_entry is { } entry && _stepHeals.Count == 0 ? (entry, false) : (new RecordedStep
            {
                Step = memory.Masker.Apply(step.Text),
                Id = StepId.Of(step.Text),
                Section = _section,
                By = _by,
                Commands = _commands,
            }, true));
            _heals.AddRange(_stepHeals);
        }

        _step = null;
    }

    /// <summary>The run is over.</summary>
    public void Finish(bool passed)
    {
        session.Heals = _heals;
        // A value that was read from the page late in the run may stand in a text from before.
        session.Outcome = passed && session.Keeps && Mode != RecordingMode.Replay
            ? new TestRecording { Steps = [.. _steps.Select(done => done.IsNew ? RecordedTexts.Map(done.Step, text => _templates.Holds(text) ? null : text) : done.Step)] }
            : null;
    }

    private RecordedCommand Record(CommandArguments arguments, CommandCapture capture)
    {
        var masked = HidesSecret(arguments);
        var targets = capture.Targets.Select(sought => Target(sought, capture)).ToList();
        return new()
        {
            Do = masked ? null : arguments,
            Masked = masked ? true : null,
            Before = PlanWait(capture, arguments),
            Targets = targets.Count == 0 ? null : targets,
            After = RecordedTexts.Map(targets.Any(target => target.ByPosition is true) ? OfAnyPlace(capture.Effect) : capture.Effect, _templates.Store),
            Judged = capture.Judged is { } judged ? [.. judged.Select(part => RecordedTexts.Map(part, _templates.Store))] : null,
        };
    }

    // What the first row brings depends on who stands there.
    private static RecordedEffect? OfAnyPlace(RecordedEffect? effect) => effect is null ? null : effect with { Url = null, Appeared = null, Vanished = null };

    private bool HidesSecret(CommandArguments arguments)
    {
        var text = RecordingFile.Write(arguments);
        return memory.Masker.Apply(text) != text;
    }

    private RecordedTarget Target(CommandCapture.Sought sought, CommandCapture capture)
    {
        var raw = Signals.SignalReader.Read(sought.Node, sought.Screen, memory.Masker.Apply(capture.TemplateOf(sought.Words)), sought.Purpose);
        var byPosition = Signals.PlaceWords.Mean(sought.Words, raw.Name, raw.Label, raw.Text, raw.Entry, raw.Attributes?.Placeholder);
        raw = raw with { Words = sought.ByWords, ByPosition = byPosition ? true : null, Alone = Signals.SignalReader.Alone(sought.Node, sought.Screen) };
        if (raw.Alone is null)
            raw = raw with { Nth = Signals.SignalReader.Nth(sought.Node, sought.Screen) };
        if (!sought.ByWords && Drift.DriftGuard.Alike(raw, sought.Screen) is { Count: > 1 } alike)
            raw = raw with { Among = [alike.TakeWhile(node => !ReferenceEquals(node, sought.Node)).Count(), alike.Count] };
        // An image of somebody is that of a value.
        if (raw.Icon is not null && Signals.Icons.WordsOf(sought.Node).Any(_templates.IsAmong))
            raw = raw with { Icon = null, IconOnly = null };
        // What stands in a place may change, but not what the words call it: the first "Delete" is one, whoever's it is.
        if (byPosition)
            raw = raw with { Name = IfNamed(raw.Name), Label = IfNamed(raw.Label), Text = IfNamed(raw.Text), Entry = null, Near = null, Icon = null, IconOnly = null };
        string? IfNamed(string? called) => called is not null && Signals.EntryText.NamedBy(sought.Words, called).Count > 0 ? called : null;
        return RecordedTexts.Map(raw, _templates.Store);
    }
}
