namespace Autonoma.Engine.Commands;

/// <summary>Keeps the text of the clipboard in memory.</summary>
/// <param name="Variable">Bare name of the variable.</param>
public sealed record SaveClipboardArguments(string Variable) : CommandArguments
{
    /// <inheritdoc/>
    public override string Command => "save-clipboard";
}
