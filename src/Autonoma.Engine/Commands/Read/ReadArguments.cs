namespace Autonoma.Engine.Commands;

/// <summary>Reads a value or text off the screen into memory.</summary>
/// <param name="Target">Description of what is read.</param>
/// <param name="Variable">Bare name of the variable.</param>
public sealed record ReadArguments(string Target, string Variable) : CommandArguments
{
    /// <inheritdoc/>
    public override string Command => "read";
}
