using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Autonoma.EnvironmentFactory;

/// <summary>The records that exist so far, by model in the order of first creation, each list in the order of creation.</summary>
public sealed class CreatedRecords : IReadOnlyDictionary<string, IReadOnlyList<CreatedRecord>>
{
    private readonly List<string> _models = [];
    private readonly Dictionary<string, List<CreatedRecord>> _byModel = new(StringComparer.Ordinal);
    private readonly List<CreatedRecord> _all = [];

    internal CreatedRecords()
    {
    }

    /// <summary>All records in the order of creation, whatever their model.</summary>
    public IReadOnlyList<CreatedRecord> InOrder => _all;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _models;

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<CreatedRecord>> Values => _models.Select(model => _byModel[model]);

    /// <summary>How many models have records.</summary>
    public int Count => _models.Count;

    /// <summary>The records of a model; empty if there are none.</summary>
    public IReadOnlyList<CreatedRecord> this[string key] => _byModel.TryGetValue(key, out var records) ? records : [];

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _byModel.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out IReadOnlyList<CreatedRecord> value)
    {
        var found = _byModel.TryGetValue(key, out var records);
        value = records;
        return found;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, IReadOnlyList<CreatedRecord>>> GetEnumerator()
        => _models.Select(model => new KeyValuePair<string, IReadOnlyList<CreatedRecord>>(model, _byModel[model])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(CreatedRecord record)
    {
        if (!_byModel.TryGetValue(record.Model, out var records))
        {
            _models.Add(record.Model);
            _byModel.Add(record.Model, records = []);
        }

        records.Add(record);
        _all.Add(record);
    }

    // Only the newest can be taken away: a rollback goes backwards.
    internal void RemoveLast()
    {
        var record = _all[^1];
        _all.RemoveAt(_all.Count - 1);
        var records = _byModel[record.Model];
        records.RemoveAt(records.Count - 1);
        if (records.Count == 0)
        {
            _byModel.Remove(record.Model);
            _models.Remove(record.Model);
        }
    }
}
