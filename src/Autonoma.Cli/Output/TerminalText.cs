namespace Autonoma.Cli.Output;

/// <summary>Text of a page, a server or a model on the way to a terminal: it can hold what a terminal obeys, and is data.</summary>
internal static class TerminalText
{
    /// <summary>The text on one line.</summary>
    public static string Line(string text) => string.Concat(text.ReplaceLineEndings(" ").Where(letter => !char.IsControl(letter)));
}
