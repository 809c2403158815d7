namespace Autonoma.Engine.Commands;

/// <summary>Drags one element to another.</summary>
/// <param name="Start">Description of what is dragged.</param>
/// <param name="End">Description of where it is dropped (an element, or a mark such as <c>80 % mark</c>).</param>
/// <param name="Position">Where relative to the end: onto it, before (above, left of) or after (below, right of) it.</param>
public sealed record DragArguments(string Start, string End, DropPosition Position = DropPosition.Onto) : CommandArguments
{
    /// <inheritdoc/>
    public override string Command => "drag";
}
