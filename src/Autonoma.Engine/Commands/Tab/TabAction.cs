namespace Autonoma.Engine.Commands;

/// <summary>What is done to a tab.</summary>
public enum TabAction
{
    /// <summary>Makes it the active one.</summary>
    Switch,
    /// <summary>Closes it.</summary>
    Close,
}
