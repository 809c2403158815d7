using System.Text;

namespace Autonoma.Engine.Observing;

/// <summary>The text of a part of a tree, of which each node's text is a slice.</summary>
internal sealed class JoinedText
{
    private string? _whole;

    public StringBuilder Buffer { get; } = new();

    /// <summary>Everything that was joined. Not to be asked for before all of it was.</summary>
    public string Whole => _whole ??= Buffer.ToString();
}
