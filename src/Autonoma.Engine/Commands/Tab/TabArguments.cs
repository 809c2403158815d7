namespace Autonoma.Engine.Commands;

/// <summary>Switches to, or closes, a tab.</summary>
/// <param name="Action">Switch or close.</param>
/// <param name="Which">Which tab, as written (<c>new</c>, <c>previous</c>, <c>2</c>, a title); null for the current one.</param>
public sealed record TabArguments(TabAction Action, string? Which = null) : CommandArguments
{
    /// <inheritdoc/>
    public override string Command => Action == TabAction.Close ? "close-tab" : "switch-tab";
}
