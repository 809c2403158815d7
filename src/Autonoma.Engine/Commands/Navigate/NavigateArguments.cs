namespace Autonoma.Engine.Commands;

/// <summary>Goes to an address.</summary>
/// <param name="Url">Full URL, bare host (<c>https</c> is added; <c>http</c> for loopback) or path relative to the current page.</param>
public sealed record NavigateArguments(string Url) : CommandArguments
{
    /// <inheritdoc/>
    public override string Command => "navigate";
}
