namespace Autonoma.Engine.Commands;

/// <summary>Goes back or forward in the tab's history.</summary>
/// <param name="Forward">False to go back.</param>
public sealed record HistoryArguments(bool Forward) : CommandArguments
{
    /// <inheritdoc/>
    public override string Command => Forward ? "forward" : "back";
}
