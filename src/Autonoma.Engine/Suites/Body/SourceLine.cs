namespace Autonoma.Engine.Suites.Body;

/// <summary>A line of text, or the rest of one, and where it begins.</summary>
/// <param name="Text">Text without what stands before it on the line.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based column of the first character of the text.</param>
internal readonly record struct SourceLine(string Text, int Line, int Column)
{
    /// <summary>The rest from an index on, leading blanks removed.</summary>
    public SourceLine From(int index)
    {
        while (index < Text.Length && char.IsWhiteSpace(Text[index]))
            index++;
        return new(Text[index..].TrimEnd(), Line, Column + index);
    }

    /// <summary>Columns of blank before the text; a tab counts to the next multiple of four.</summary>
    public int Indent
    {
        get
        {
            var indent = 0;
            foreach (var c in Text)
            {
                if (c == ' ')
                    indent++;
                else if (c == '\t')
                    indent += 4 - (indent % 4);
                else
                    break;
            }

            return indent;
        }
    }
}
