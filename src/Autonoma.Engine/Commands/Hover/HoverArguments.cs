namespace Autonoma.Engine.Commands;

/// <summary>Moves the pointer over an element.</summary>
/// <param name="Target">Description of the element.</param>
public sealed record HoverArguments(string Target) : CommandArguments
{
    /// <inheritdoc/>
    public override string Command => "hover";
}
