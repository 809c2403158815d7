using Autonoma.Engine.Checks;
using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Recording.Capture;
using Autonoma.Engine.Recording.Drift;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Recording.Healing;
using Autonoma.Engine.Recording.Signals;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Recording;

internal sealed partial class RunRecording
{
    private List<(string Words, RecordedTarget Target)> _sought = [];
    private readonly Dictionary<(string Words, GroundingPurpose Purpose), string> _now = [];
    private Drifted? _drift;
    private bool _guarded;
    private bool _driftOfElement;
    private Observation? _lastLook;
    private Observation? _readyFrom;

    /// <summary>The description of an element got its variables.</summary>
    public void Worded(string template, string words) => _capture?.Worded(template, words);

    /// <summary>Lets through what the words mean, unless it is not what was recorded.</summary>
    public GroundingResult Guard(string words, GroundingPurpose purpose, Observation screen, GroundingResult byWords)
    {
        if (_capture is not { } capture)
            return byWords;
        if (Recorded(words, purpose) is not var (meant, recorded))
        {
            if (byWords is { Outcome: GroundingOutcome.Found, Node: { } found })
                capture.Found(words, purpose, found, screen, byWords.ByWords);
            return byWords;
        }

        var (node, drift) = IsHealing ? Heal(recorded, meant, words, byWords, screen) : DriftGuard.Judge(recorded, words, byWords, screen);
        _drift = drift;
        if (node is null)
        {
            return new()
            {
                // What is gone may still come; what is there and is another will not turn into the recorded one.
                Outcome = drift!.IsGone ? GroundingOutcome.NotFound : GroundingOutcome.Ambiguous,
                Candidates = byWords.Candidates,
                Confidence = byWords.Confidence,
                Explanation = drift.Headline,
            };
        }

        _guarded = true;
        capture.Found(words, purpose, node, screen, byWords: byWords.ByWords && ReferenceEquals(node, byWords.Node));
        return ReferenceEquals(node, byWords.Node) ? byWords : new() { Outcome = GroundingOutcome.Found, Node = node, Confidence = 0.9, Explanation = "as recorded" };
    }

    /// <summary>The drift that keeps the command from going on, as a failure; null when there is none.</summary>
    /// <param name="search">What the search for the words found out.</param>
    public CommandFailure? DriftFailure(CommandFailure search)
    {
        if (_drift is not { } drift)
            return null;
        _driftOfElement = true;
        return Failure(drift, drift.IsGone ? search.Message : "");
    }

    /// <summary>Called right before the app is touched.</summary>
    public void Acting(Observation before)
    {
        _capture?.Acting(before);
        if (_sought.Count > 0 && !_guarded)
        {
            _driftOfElement = true;
            throw Failure(new("the step would act on an element that was not recorded.", string.Join("; ", _sought.Select(sought => DriftGuard.Describe(sought.Target)))), "");
        }
    }

    /// <summary>Whether a claim that holds does so by what proved it when it was recorded; null when it does.</summary>
    public Drifted? Objection(CheckResult held)
    {
        if (_expected?.Judged is not { } judged)
            return null;
        // Values are put in, but no text decides here: only which kind of element spoke, and where.
        return ProofGuard.Differs(judged, held);
    }

    /// <summary>What was waited for came; exports say it, a replay judges it anew.</summary>
    public void Waited(CheckResult result, Observation? screen)
    {
        if (_capture is { } capture)
            capture.Judged = ProofGuard.Read(result, screen);
    }

    /// <summary>A claim held.</summary>
    public void Held(CheckResult result, Observation? screen)
    {
        if (_capture is not { } capture)
            return;
        capture.Judged = ProofGuard.Read(result, screen);
        capture.Held(screen);
    }

    public static CommandFailure Failure(Drifted drift, string also)
        => new(FailureKind.Drift, $"{drift}\n{(also.Length > 0 ? also + "\n" : "")}Nothing was touched. If the app is right: '--mode heal' proposes a new recording, '--mode record' writes one.");

    /// <summary>Whether a failed attempt is one that a heal may look at; from then on the step is decided again.</summary>
    public bool BeginHealing(Attempt failed)
    {
        if (Mode != RecordingMode.Heal || IsHealing || failed.Failure != FailureKind.Drift || !_driftOfElement)
            return false;
        return IsHealing = true;
    }

    // Whoever decides again may call it otherwise than it was recorded: it then stands in for the one that is looked for in its place.
    private (string Words, RecordedTarget Target)? Recorded(string words, GroundingPurpose purpose)
    {
        foreach (var sought in _sought)
        {
            if (sought.Words == words && sought.Target.For == purpose)
                return sought;
        }

        if (!IsHealing)
            return null;
        foreach (var sought in _sought)
        {
            if (sought.Target.For == purpose && !_now.Any(now => now.Key.Purpose == purpose && now.Value == sought.Words && now.Key.Words != words))
            {
                _now[(words, purpose)] = sought.Words;
                return sought;
            }
        }

        return null;
    }

    // The rules judge by the words that were recorded: other ones that a model found say which element it chose, and nothing about whether it may.
    private (UiNode? Node, Drifted? Drift) Heal(RecordedTarget recorded, string meant, string words, GroundingResult byWords, Observation screen)
    {
        // Elements of the step that did not drift are taken as they are.
        if (words == meant && DriftGuard.Judge(recorded, words, byWords, screen).Node is { } same)
            return (same, null);
        var (node, whyNot) = HealRules.Choose(recorded, meant, byWords, screen, isOtherWords: words != meant);
        if (node is null)
            return (null, new($"\"{meant}\" drifted and was not healed: {whyNot}.", DriftGuard.Describe(recorded), byWords.Node is { } there ? DriftGuard.Describe(there) : "", IsGone: byWords.Outcome is GroundingOutcome.NotFound));
        var comparison = SignalComparison.Of(recorded, SignalReader.Read(node, screen));
        _stepHeals.RemoveAll(heal => heal.Recorded == DriftGuard.Describe(recorded));
        _stepHeals.Add(new()
        {
            Number = _number,
            Line = _step?.Line ?? 0,
            Step = memory.Masker.Apply(_step?.Text ?? ""),
            By = _by,
            Recorded = memory.Masker.Apply(DriftGuard.Describe(recorded)),
            Now = memory.Masker.Apply(DriftGuard.Describe(node)),
            Moved = [.. (words == meant ? [] : (string[])[$"words (\"{meant}\", now \"{words}\")"]).Concat(comparison.Moved.Select(moved => moved.ToString())).Select(memory.Masker.Apply)],
        });
        return (node, null);
    }

    private List<(string Words, RecordedTarget Target)> Load(IReadOnlyList<RecordedTarget> targets)
    {
        var loaded = new List<(string Words, RecordedTarget Target)>();
        foreach (var target in targets)
        {
            // A description whose variable is not known fails by itself, with a better message.
            if (Words(target.Means) is { } words)
                loaded.Add((words, RecordedTexts.Map(target, _templates.Load)));
        }

        return loaded;
    }

    private string? Words(string template)
    {
        try
        {
            return memory.ResolveQuoted(template);
        }
        catch (Memory.UnknownVariableException)
        {
            return null;
        }
    }
}
