namespace Autonoma.Engine.Commands;

/// <summary>Answers a native dialog (alert, confirm, prompt): the one an earlier command opened, or the next one.</summary>
/// <param name="Accept">OK or Cancel.</param>
/// <param name="Text">Answer to a prompt; null for its default.</param>
public sealed record DialogArguments(bool Accept, string? Text = null) : CommandArguments
{
    /// <inheritdoc/>
    public override string Command => "dialog";
}
