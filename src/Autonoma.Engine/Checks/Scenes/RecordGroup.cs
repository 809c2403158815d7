using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Scenes;

/// <summary>Like records side by side: rows of a table, cards of a column, entries of a list.</summary>
internal sealed class RecordGroup(UiNode parent, UiNode? table)
{
    /// <summary>What holds the records: the table, list or block.</summary>
    public UiNode Parent { get; } = parent;

    public UiNode? Table { get; } = table;

    public List<UiNode> Records { get; } = [];

    /// <summary>Column heads, left to right.</summary>
    public List<UiNode> Heads { get; set; } = [];

    /// <summary>The records hold several texts each: entries rather than the cells of one entry.</summary>
    public bool IsStructured { get; set; }

    /// <summary>Rows told apart by role rather than by likeness.</summary>
    public bool IsTable => Table is not null;

    /// <summary>The record that a node lies in.</summary>
    public UiNode? RecordOf(UiNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            if (Records.Contains(current))
                return current;
        }

        return null;
    }
}
