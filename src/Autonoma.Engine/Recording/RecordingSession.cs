using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Recording.Healing;

namespace Autonoma.Engine.Recording;

/// <summary>The recording of one test during one run: what is replayed, and what comes of it.</summary>
/// <param name="mode">What to do with the recording.</param>
/// <param name="recording">The recording that is there; null when there is none.</param>
public sealed class RecordingSession(RecordingMode mode, TestRecording? recording)
{
    /// <summary>What to do with the recording.</summary>
    public RecordingMode Mode { get; } = mode;

    /// <summary>The recording that was there.</summary>
    public TestRecording? Recording { get; } = recording;

    /// <summary>Whether a run that needed heals counts as passed. The default is no: nobody has looked at them yet.</summary>
    public bool HealsPass { get; init; }

    /// <summary>Whether a passed run leaves a recording. The default is yes; a replay never does.</summary>
    public bool Keeps { get; init; } = true;

    /// <summary>The recording after the run; null unless the run passed.</summary>
    public TestRecording? Outcome { get; internal set; }

    /// <summary>What was taken in place of recorded elements. With any, <see cref="Outcome"/> is a proposal.</summary>
    public IReadOnlyList<Heal> Heals { get; internal set; } = [];
}
