namespace Autonoma.Cli.Output;

/// <summary>Colours of the terminal, or nothing where there are none.</summary>
internal sealed class Paint(bool on)
{
    public string Good(string text) => Wrap("32", text);

    public string Bad(string text) => Wrap("31;1", text);

    public string Warn(string text) => Wrap("33", text);

    public string Faint(string text) => Wrap("2", text);

    public string Strong(string text) => Wrap("1", text);

    private string Wrap(string code, string text) => on && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
