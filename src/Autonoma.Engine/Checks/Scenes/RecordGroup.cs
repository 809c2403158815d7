using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Scenes;

/// <summary>Like records side by side: rows of a table, cards of a column, entries of a list.</summary>
internal sealed class RecordGroup(UiNode parent, UiNode? table)
{
    private readonly List<UiNode> _records = [];
    private readonly HashSet<int> _indices = [];

    /// <summary>What holds the records: the table, list or block.</summary>
    public UiNode Parent { get; } = parent;

    public UiNode? Table { get; } = table;

    public IReadOnlyList<UiNode> Records => _records;

    public UiNode? First => _records.Count > 0 ? _records[0] : null;

    /// <summary>Column heads, left to right.</summary>
    public List<UiNode> Heads { get; set; } = [];

    /// <summary>The records hold several texts each: entries rather than the cells of one entry.</summary>
    public bool IsStructured { get; set; }

    /// <summary>Rows told apart by role rather than by likeness.</summary>
    public bool IsTable => Table is not null;

    public void Add(UiNode record)
    {
        if (_indices.Add(record.Index))
            _records.Add(record);
    }

    public void Remove(UiNode record)
    {
        if (_indices.Remove(record.Index))
            _records.Remove(record);
    }

    public bool Holds(UiNode record) => _indices.Contains(record.Index);

    /// <summary>The record that a node lies in.</summary>
    public UiNode? RecordOf(UiNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            if (Holds(current))
                return current;
        }

        return null;
    }
}
