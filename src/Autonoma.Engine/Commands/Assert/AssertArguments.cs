namespace Autonoma.Engine.Commands;

/// <summary>Checks a claim about the screen.</summary>
/// <param name="Claim">The claim as written, which may be compound.</param>
public sealed record AssertArguments(string Claim) : CommandArguments
{
    /// <inheritdoc/>
    public override string Command => "assert";
}
