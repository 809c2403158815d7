using Autonoma.Engine.Commands;

namespace Autonoma.Engine.Running;

/// <summary>Notices a run that goes in circles: the same command again and again, and the screen stays as it is.</summary>
internal sealed class LoopDetector(int limit)
{
    private CommandArguments? _command;
    private long _fingerprint;
    private int _repeats;

    /// <summary>True when the command was carried out on an unchanged screen once too often.</summary>
    public bool IsCircle(CommandArguments command, long fingerprint)
    {
        _repeats = command == _command && fingerprint == _fingerprint ? _repeats + 1 : 0;
        (_command, _fingerprint) = (command, fingerprint);
        return _repeats >= limit;
    }
}
