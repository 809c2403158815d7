namespace Autonoma.Cli.Output;

/// <summary>Lines at the bottom of a terminal that are drawn again and again, with finished lines above them.</summary>
internal sealed class LiveLines(TextWriter output, Func<int> width)
{
    private int _drawn;

    /// <summary>Prints lines that stay, then the lines that do not.</summary>
    public void Draw(IEnumerable<string> staying, IReadOnlyList<string> live)
    {
        // One write: a terminal that shows half of it flickers.
        var text = new System.Text.StringBuilder();
        if (_drawn > 0)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\r\u001b[{_drawn}A\u001b[J");
        foreach (var line in staying)
            text.Append(line).Append('\n');
        var columns = Math.Max(20, width()) - 1;
        foreach (var line in live)
            text.Append(line.Length > columns ? line[..(columns - 1)] + "…" : line).Append('\n');
        _drawn = live.Count;
        output.Write(text);
        output.Flush();
    }
}
