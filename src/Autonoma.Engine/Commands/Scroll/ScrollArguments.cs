namespace Autonoma.Engine.Commands;

/// <summary>Scrolls the page, an element's content, or until something is in view.</summary>
/// <param name="Target">With a direction: the element whose content scrolls (null: the page). Without one: what has to come into view.</param>
/// <param name="Direction">Where to; null to bring the target into view.</param>
/// <param name="Until">A condition that ends the scrolling; null for one screenful.</param>
public sealed record ScrollArguments(string? Target, ScrollDirection? Direction = null, string? Until = null) : CommandArguments
{
    /// <summary>With a target and a direction: the target has to come into view, and this is the way to look for it.</summary>
    public bool IntoView { get; init; }

    /// <inheritdoc/>
    public override string Command => "scroll";
}
