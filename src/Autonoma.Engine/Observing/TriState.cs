namespace Autonoma.Engine.Observing;

/// <summary>A state that an element may not have at all (null elsewhere), have, not have, or have in part.</summary>
public enum TriState
{
    /// <summary>Not checked, not pressed.</summary>
    Off,

    /// <summary>Checked, pressed.</summary>
    On,

    /// <summary>Partly: an indeterminate checkbox.</summary>
    Mixed,
}
