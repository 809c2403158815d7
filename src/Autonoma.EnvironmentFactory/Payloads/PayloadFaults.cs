using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Payloads;

/// <summary>Collects what is wrong with a payload, so that one answer tells all of it.</summary>
internal sealed class PayloadFaults
{
    private const int Shown = 20;

    private readonly List<string> _faults = [];

    private int _count;

    public void Add(string fault)
    {
        if (_count++ < Shown)
            _faults.Add(fault);
    }

    public void ThrowIfAny(string code = ErrorCodes.InvalidBody)
    {
        if (_count == 0)
            return;
        var more = _count > Shown ? $"; and {_count - Shown} more" : "";
        throw new EnvironmentFactoryException(code, string.Join("; ", _faults) + more);
    }
}
