namespace Autonoma.Engine.Commands;

/// <summary>Waits for a time or until a condition holds.</summary>
/// <param name="Condition">The condition or duration as written (<c>spinner disappears</c>, <c>2 seconds</c>).</param>
/// <param name="Milliseconds">The duration, when the sentence names one; null for a condition.</param>
public sealed record WaitArguments(string Condition, int? Milliseconds = null) : CommandArguments
{
    /// <inheritdoc/>
    public override string Command => "wait";
}
