namespace Autonoma.Engine.Commands;

/// <summary>Where to scroll.</summary>
public enum ScrollDirection
{
    /// <summary>One screenful up.</summary>
    Up,
    /// <summary>One screenful down.</summary>
    Down,
    /// <summary>One screenful left.</summary>
    Left,
    /// <summary>One screenful right.</summary>
    Right,
    /// <summary>To the very top.</summary>
    Top,
    /// <summary>To the very bottom.</summary>
    Bottom,
}
