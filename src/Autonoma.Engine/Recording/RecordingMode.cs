namespace Autonoma.Engine.Recording;

/// <summary>What a run does with the recording of its test.</summary>
public enum RecordingMode
{
    /// <summary>What is recorded and unchanged is replayed, everything else is decided.</summary>
    Resolve,
    /// <summary>Everything is replayed; what is not recorded fails. Nothing is decided.</summary>
    Replay,
    /// <summary>Everything is decided anew.</summary>
    Record,
    /// <summary>As <see cref="Resolve"/>, but what drifted is decided again within limits; the outcome is a proposal.</summary>
    Heal,
}
