namespace Autonoma.Engine.Commands;

/// <summary>Makes a checkbox, switch, radio button or toggle be on (or off); does nothing when it already is.</summary>
/// <param name="Target">Description of the control.</param>
/// <param name="On">False to uncheck.</param>
public sealed record CheckArguments(string Target, bool On = true) : CommandArguments
{
    /// <inheritdoc/>
    public override string Command => On ? "check" : "uncheck";
}
