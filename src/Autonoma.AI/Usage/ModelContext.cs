using System.Collections.ObjectModel;

namespace Autonoma.AI.Usage;

/// <summary>What is known around calls and goes to monitors with each: <c>run</c>, <c>step</c>. Safe for several threads.</summary>
public sealed class ModelContext
{
    private readonly Lock _gate = new();
    private readonly ModelContext? _outer;
    private SortedDictionary<string, object> _values = new(StringComparer.Ordinal);

    internal ModelContext(ModelContext? outer = null) => _outer = outer;

    /// <summary>Everything at this moment, that of the outside included.</summary>
    public IReadOnlyDictionary<string, object> Snapshot()
    {
        var all = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in _outer?.Snapshot() ?? ReadOnlyDictionary<string, object>.Empty)
            all[name] = value;
        lock (_gate)
        {
            foreach (var (name, value) in _values)
                all[name] = value;
        }

        return all;
    }

    /// <summary>Adds a value, or replaces it.</summary>
    public void Add(string name, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        lock (_gate)
            _values[name] = value;
    }

    /// <summary>Forgets what was added here.</summary>
    public void Reset()
    {
        lock (_gate)
            _values = new(StringComparer.Ordinal);
    }
}
