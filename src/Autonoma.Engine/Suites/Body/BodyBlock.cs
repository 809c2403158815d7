namespace Autonoma.Engine.Suites.Body;

/// <summary>What a piece of the body is.</summary>
internal enum BlockKind
{
    /// <summary>Lines of prose.</summary>
    Paragraph,
    /// <summary>An item of a list with what belongs to it.</summary>
    Item,
    /// <summary>A table or code block that stands alone: it belongs to what is before it.</summary>
    Attachment,
    /// <summary>A quotation: a remark for people.</summary>
    Remark,
    /// <summary>A heading inside a section.</summary>
    Subheading,
}

/// <summary>A piece of a section.</summary>
internal sealed class BodyBlock(BlockKind kind, SourceLine first)
{
    public BlockKind Kind { get; } = kind;

    /// <summary>Its place: the first character of its text.</summary>
    public SourceLine First { get; } = first;

    /// <summary>Lines of prose, or of an item before anything nested.</summary>
    public List<SourceLine> Lines { get; } = [first];

    /// <summary>What is nested below an item, or attached, line by line.</summary>
    public List<string> Below { get; } = [];

    /// <summary>For an item: columns before its marker.</summary>
    public int MarkerIndent { get; init; }

    /// <summary>For an item: whether it is numbered.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>The text with what belongs to it on lines of its own.</summary>
    public string FullText => Below.Count == 0 ? Prose.Join(Lines) : Prose.Join(Lines) + "\n" + string.Join('\n', Dedented());

    // Deeper nesting keeps its indentation relative to the shallowest line.
    private IEnumerable<string> Dedented()
    {
        var least = Below.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return Below.Select(line => line.Length >= least ? line[least..] : line);
    }

    /// <summary>Whether it announces something that follows.</summary>
    public bool Announces => Below.Count == 0 && Lines.Count > 0 && Lines[^1].Text.TrimEnd().EndsWith(':');
}

/// <summary>A section of the body.</summary>
internal sealed record BodySection(SectionKind Kind, string Heading, int Level, int Line, int Column, List<BodyBlock> Blocks);
