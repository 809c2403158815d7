namespace Autonoma.Engine.Commands;

/// <summary>Loads the page again.</summary>
public sealed record RefreshArguments() : CommandArguments
{
    /// <inheritdoc/>
    public override string Command => "refresh";
}
