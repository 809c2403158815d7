using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Memory;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Recording;
using Autonoma.Engine.Recording.Drift;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Running;

/// <summary>What one run knows while it goes on: its tools, its memory, and what the last action left behind.</summary>
internal sealed class RunSession(IAppDriver driver, RunOptions options, IGrounder grounder, IClaimChecker checker, RunMemory memory, TimeProvider time, RunRecording? recording = null)
{
    private readonly long _start = time.GetTimestamp();
    private List<NodeRef> _carried = [];
    private bool _newRecord = true;
    private bool _sameDocument = true;
    private int _unsettled;
    private Observation? _seen;
    private long _seenAt;

    // Checks that follow one another judge the same screen, as a person would; longer ago is another moment.
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(60);

    public IAppDriver Driver { get; } = driver;

    public RunOptions Options { get; } = options;

    public IGrounder Grounder { get; } = recording is null ? grounder : new GuardedGrounder(grounder, recording);

    /// <summary>The recording that the run follows; null when it follows none.</summary>
    public RunRecording? Recording { get; } = recording;

    public IClaimChecker Checker { get; } = checker;

    public RunMemory Memory { get; } = memory;

    public TimeProvider Time { get; } = time;

    /// <summary>The test that is run; null for steps that belong to none.</summary>
    public TestCase? Test { get; init; }

    /// <summary>Folder that paths in the test are relative to.</summary>
    public string FilesFolder { get; init; } = "";

    public TimeSpan Elapsed => Time.GetElapsedTime(_start);

    public string Url => Driver.Navigation?.CurrentUrl ?? "";

    /// <summary>The element acted on last, as it was then.</summary>
    public UiNode? LastTarget { get; set; }

    /// <summary>The screen before the newest group of actions.</summary>
    public Observation? Baseline { get; private set; }

    /// <summary>Native dialogs since the last mark that dialog commands have accounted for.</summary>
    public int DialogsAnswered { get; set; }

    /// <summary>Answers that a step laid down for the action after it.</summary>
    public List<DialogAnswer> AnnouncedDialogs { get; } = [];

    /// <summary>Whether anything was done to the app yet.</summary>
    public bool HasActed { get; private set; }

    /// <summary>Index of the tab that was active before the last switch; -1 when there was none.</summary>
    public int PreviousTab { get; set; } = -1;

    /// <summary>The multiple-choice control that the last command chose an entry of, to which the next entry is added.</summary>
    public NodeRef? OpenChoice { get; set; }

    /// <summary>The next action starts a new record of changes: called at the start of a step and after a check.</summary>
    public void EndGroup() => _newRecord = true;

    /// <summary>What the last look saw; null when the app was touched since, or when it was too long ago.</summary>
    public Observation? JustSeen => _seen is not null && Time.GetElapsedTime(_seenAt) <= Fresh ? _seen : null;

    /// <summary>Called after each look.</summary>
    public void Looked(Observation observation) => (_seen, _seenAt) = (observation, Time.GetTimestamp());

    /// <summary>Called when the app was or may have been touched: the next command looks for itself.</summary>
    public void ForgetLook() => _seen = null;

    /// <summary>Called right before the app is touched, with the screen as it is.</summary>
    public async Task BeginActionAsync(Observation before, CancellationToken cancellationToken)
    {
        ForgetLook();
        if (!_newRecord)
            return;
        _newRecord = false;
        _carried = Opened(before);
        await Driver.Screen.MarkBeforeNextAsync(cancellationToken).ConfigureAwait(false);
        Baseline = before;
        _sameDocument = true;
        DialogsAnswered = 0;
        HasActed = true;
    }

    /// <summary>After a reload the numbers of elements start anew, but what the screen showed before is still worth comparing.</summary>
    public void ForgetElements()
    {
        _carried = [];
        _sameDocument = false;
        LastTarget = null;
        OpenChoice = null;
    }

    public GroundingContext GroundingFor(Observation now)
    {
        var opened = Opened(now);
        var last = LastTarget is { } target && Same(target, now.Tree.Find(target.Ref)) ? target.Ref : (NodeRef?)null;
        return last is null && opened.Count == 0 ? GroundingContext.None : new GroundingContext(last, opened);
    }

    public CheckContext ChecksFor(Observation now) => new(GroundingFor(now), Baseline);

    /// <summary>Waits until the page is at rest. A page that never is costs the full cap only the first times.</summary>
    public async Task<SettleResult> SettleAsync(CancellationToken cancellationToken)
        => Settled(await Driver.Screen.SettleAsync(SettleCap, cancellationToken).ConfigureAwait(false));

    /// <summary>
    /// The same, with the screen as it was at that moment where the driver can tell it in one go. What follows at once may judge by it (<see cref="JustSeen"/>): a look of its own
    /// would come a moment later and see the same.
    /// </summary>
    public async Task<(SettleResult Result, Observation? Screen)> SettleAndLookAsync(CancellationToken cancellationToken)
    {
        var (rest, screen) = await Driver.Screen.SettleAndLookAsync(SettleCap, cancellationToken).ConfigureAwait(false);
        if (screen is not null)
            Looked(screen);
        return (Settled(rest), screen);
    }

    private TimeSpan SettleCap => Options.SettleCap / (1 << Math.Min(_unsettled, 4));

    private SettleResult Settled(SettleResult result)
    {
        _unsettled = result.Settled ? 0 : _unsettled + 1;
        return result;
    }

    // An element's number is only unique within its document: after a reload the same number can be another element.
    private static bool Same(UiNode then, UiNode? now)
        => now is not null && now.Tag == then.Tag && now.ElementId == then.ElementId && now.NameAttribute == then.NameAttribute && now.InputType == then.InputType;

    /// <summary>The outermost elements that came since the newest actions began, and those of the step before that are still there.</summary>
    private List<NodeRef> Opened(Observation now)
    {
        if (Baseline is not { } before || !_sameDocument || WithoutFragment(before.Url) != WithoutFragment(now.Url))
            return [];
        var opened = new List<NodeRef>();
        var fresh = 0;
        foreach (var node in now.Tree.Nodes)
        {
            if (before.Tree.Find(node.Ref) is { } old && old.Tag == node.Tag)
                continue;
            fresh++;
            if (!node.IsText && node.Parent is { } parent && before.Tree.Find(parent.Ref) is not null)
                opened.Add(node.Ref);
        }

        // Nearly everything is new: another page, not something that opened on this one.
        if (fresh * 10 > now.Tree.Nodes.Count * 8)
            return [];
        foreach (var carried in _carried)
        {
            if (now.Tree.Find(carried) is not null && !opened.Contains(carried))
                opened.Add(carried);
        }

        return opened;
    }

    private static string WithoutFragment(string url) => url.Split('#', 2)[0];
}
