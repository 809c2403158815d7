namespace Autonoma.Engine.Commands;

/// <summary>Where something is dropped relative to the target.</summary>
public enum DropPosition
{
    /// <summary>Onto it.</summary>
    Onto,
    /// <summary>Before it: above or left.</summary>
    Before,
    /// <summary>After it: below or right.</summary>
    After,
}
