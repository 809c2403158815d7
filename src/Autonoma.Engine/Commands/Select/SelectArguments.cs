namespace Autonoma.Engine.Commands;

/// <summary>Chooses an option of a select, combobox, listbox, menu-like dropdown, date picker or group of radio buttons.</summary>
/// <param name="Target">Description of the control; null when the sentence names the option alone.</param>
/// <param name="Option">The option as written.</param>
public sealed record SelectArguments(string? Target, string Option) : CommandArguments
{
    /// <inheritdoc/>
    public override string Command => "select";
}
