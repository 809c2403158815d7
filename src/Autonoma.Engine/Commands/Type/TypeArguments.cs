namespace Autonoma.Engine.Commands;

/// <summary>Enters text into a field; the default replaces what is in it.</summary>
/// <param name="Target">Description of the field; null for the field that has the focus or was used last.</param>
/// <param name="Text">The text, verbatim; empty to clear the field.</param>
/// <param name="Overwrite">False to append.</param>
public sealed record TypeArguments(string? Target, string Text, bool Overwrite = true) : CommandArguments
{
    /// <inheritdoc/>
    public override string Command => "type";
}
