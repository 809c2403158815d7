using System.Text.RegularExpressions;

namespace Autonoma.Engine.Suites.Body;

/// <summary>
/// Cuts the Markdown of a test into sections and blocks. A parser of our own: a test needs the exact place of every sentence, and what is
/// written below a step must stay with it as written, which a renderer's tree does not keep.
/// </summary>
internal sealed partial class BodyParser(string file, ICollection<Diagnostic> diagnostics)
{
    private readonly List<BodySection> _sections = [new(SectionKind.Root, "", 0, 0, 0, [])];
    private BodyBlock? _item;
    private BodyBlock? _paragraph;
    private bool _blank;
    private Fence? _fence;

    private sealed record Fence(string Marker, int Indent, int Line, int Column, BodyBlock? Owner);

    private BodySection Section => _sections[^1];

    /// <summary>Reads the lines after the front matter.</summary>
    public List<BodySection> Parse(IReadOnlyList<SourceLine> lines)
    {
        foreach (var line in WithoutComments(lines))
            Take(line);
        if (_fence is not null)
            diagnostics.Add(new("fence-not-closed", DiagnosticSeverity.Error, file, _fence.Line, _fence.Column, $"The code block that begins with {_fence.Marker} is never closed, so the rest of the file belongs to it.", $"End it with a line {_fence.Marker}."));
        return _sections;
    }

    private void Take(SourceLine line)
    {
        if (_fence is not null)
        {
            TakeFenced(line);
            return;
        }

        var text = line.Text.Trim();
        if (text.Length == 0)
        {
            _blank = true;
            _paragraph = null;
            return;
        }

        if (FenceForm().Match(text) is { Success: true } fence)
            OpenFence(line, fence.Groups[1].Value);
        else if (_item is not null && Belongs(line, text))
            TakeBelow(line, text);
        else if (HeadingForm().Match(text) is { Success: true } heading && line.Indent < 4)
            Heading(line.From(text.Length == 0 ? 0 : line.Text.IndexOf('#', StringComparison.Ordinal) + heading.Groups[1].Index), heading.Groups[1].Value, heading.Groups[0].Value.TakeWhile(c => c == '#').Count());
        else if (_paragraph is { Lines.Count: 1 } above && UnderlineForm().IsMatch(text) && !_blank)
        {
            Section.Blocks.Remove(above);
            Heading(above.First.From(0), above.First.Text.Trim(), text[0] == '=' ? 1 : 2);
        }
        else if (RuleForm().IsMatch(text))
            Close();
        else if (ItemForm().Match(text) is { Success: true } item)
            OpenItem(line, item);
        else if (text[0] == '|')
            Attach(line, text);
        else if (text[0] == '>')
            Add(new BodyBlock(BlockKind.Remark, line.From(line.Text.IndexOf('>', StringComparison.Ordinal) + 1)));
        else
            TakeProse(line);
        _blank = false;
    }

    private void TakeProse(SourceLine line)
    {
        if (_item is not null && !_blank)
            (_item.Below.Count == 0 ? (Action)(() => _item.Lines.Add(Kept(line))) : () => _item.Below.Add(line.Text.Trim()))();
        else if (_paragraph is not null)
            _paragraph.Lines.Add(Kept(line));
        else
        {
            var paragraph = new BodyBlock(BlockKind.Paragraph, Kept(line));
            Add(paragraph);
            _paragraph = paragraph;
        }
    }

    // Blanks at the end of a line are kept: two of them end it on purpose.
    private static SourceLine Kept(SourceLine line)
    {
        var start = line.Text.Length - line.Text.TrimStart().Length;
        return new(line.Text[start..], line.Line, line.Column + start);
    }

    private bool Belongs(SourceLine line, string text)
    {
        if (line.Indent >= _item!.MarkerIndent + 2)
            return true;
        // "1. Fill in the form:" and then bullets that the author did not indent.
        return _item.IsNumbered && line.Indent == _item.MarkerIndent && BulletForm().IsMatch(text) && (_item.Announces || (_item.Below.Count > 0 && BulletForm().IsMatch(_item.Below[^1])));
    }

    private void TakeBelow(SourceLine line, string text)
    {
        var nested = _item!.Below.Count > 0 || _blank || text[0] == '|' || ItemForm().IsMatch(text);
        if (nested)
            _item.Below.Add(line.Text.Replace("\t", "    ", StringComparison.Ordinal).TrimEnd());
        else
            _item.Lines.Add(Kept(line));
        _blank = false;
    }

    private static string Outdent(string text, int columns)
    {
        var i = 0;
        while (i < text.Length && i <= columns && char.IsWhiteSpace(text[i]))
            i++;
        return text[Math.Min(i, text.Length)..];
    }

    private void OpenItem(SourceLine line, Match match)
    {
        var text = match.Groups["text"];
        var lead = line.Text.Length - line.Text.TrimStart().Length;
        var start = lead + text.Index;
        var box = BoxForm().Match(text.Value);
        if (box.Success)
            start += box.Length;
        var first = new SourceLine(start <= line.Text.Length ? line.Text[start..] : "", line.Line, line.Column + start);
        var item = new BodyBlock(BlockKind.Item, first) { MarkerIndent = line.Indent, IsNumbered = !BulletForm().IsMatch(line.Text.Trim()) };
        Close();
        Section.Blocks.Add(item);
        _item = item;
    }

    private void Heading(SourceLine place, string text, int level)
    {
        Close();
        text = text.Trim().TrimEnd('#').TrimEnd();
        var kind = SectionNames.Of(text);
        var inside = Section.Kind is not (SectionKind.Root or SectionKind.Other) && level > Section.Level && kind == SectionKind.Other;
        if (inside)
            Section.Blocks.Add(new BodyBlock(BlockKind.Subheading, place with { Text = text }));
        else if (level == 1 && kind == SectionKind.Other && _sections.All(section => section.Level != 1))
            _sections.Add(new(SectionKind.Root, text, level, place.Line, place.Column, []));
        else
            _sections.Add(new(kind, text, level, place.Line, place.Column, []));
    }

    private void OpenFence(SourceLine line, string marker)
    {
        var owner = _item is not null && (line.Indent >= _item.MarkerIndent + 2 || !_blank || _item.Announces) ? _item : Section.Blocks.LastOrDefault(block => block.Kind is BlockKind.Item or BlockKind.Paragraph);
        _fence = new(marker, line.Indent, line.Line, line.Column + line.Indent, owner);
        _blank = false;
    }

    private void TakeFenced(SourceLine line)
    {
        var text = line.Text.Trim();
        if (text.Length >= _fence!.Marker.Length && text[0] == _fence.Marker[0] && text.All(c => c == text[0]))
            _fence = null;
        else if (_fence.Owner is { } owner)
            owner.Below.Add(Outdent(line.Text, _fence.Indent - 1));
        else
            Add(new BodyBlock(BlockKind.Attachment, line.From(0)));
    }

    private void Attach(SourceLine line, string text)
    {
        if (Section.Blocks.LastOrDefault() is { Kind: BlockKind.Item or BlockKind.Paragraph } owner)
            owner.Below.Add(text);
        else
            Section.Blocks.Add(new BodyBlock(BlockKind.Attachment, line.From(0)));
        _paragraph = null;
    }

    private void Add(BodyBlock block)
    {
        Close();
        Section.Blocks.Add(block);
    }

    private void Close()
    {
        _item = null;
        _paragraph = null;
    }

    // Comments are for people; blanks in their place keep every column where it was.
    private static IEnumerable<SourceLine> WithoutComments(IReadOnlyList<SourceLine> lines)
    {
        var inside = false;
        var fenced = false;
        foreach (var line in lines)
        {
            if (!inside && FenceForm().IsMatch(line.Text.Trim()))
                fenced = !fenced;
            if (fenced || (!inside && !line.Text.Contains("<!--", StringComparison.Ordinal)))
            {
                yield return line;
                continue;
            }

            var text = line.Text.ToCharArray();
            for (var i = 0; i < text.Length; i++)
            {
                if (!inside && Holds(text, i, "<!--"))
                    inside = true;
                if (inside && Holds(text, i, "-->"))
                {
                    text[i] = text[i + 1] = text[i + 2] = ' ';
                    inside = false;
                    i += 2;
                }
                else if (inside)
                    text[i] = ' ';
            }

            yield return line with { Text = new string(text) };
        }
    }

    private static bool Holds(char[] text, int at, string what) => at + what.Length <= text.Length && text.AsSpan(at, what.Length).SequenceEqual(what);

    [GeneratedRegex(@"^(`{3,}|~{3,})")]
    private static partial Regex FenceForm();

    [GeneratedRegex(@"^#{1,6}\s+(.*)$")]
    private static partial Regex HeadingForm();

    [GeneratedRegex(@"^(?:={2,}|-{2,})$")]
    private static partial Regex UnderlineForm();

    [GeneratedRegex(@"^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")]
    private static partial Regex RuleForm();

    [GeneratedRegex(@"^(?:(?<bullet>[-*+•])(?:\s+|$)|(?:\d{1,4}[.)])(?:\s+|$)|(?:[Ss]tep\s+\d{1,4}\s*[:.)–-])\s+)(?<text>.*)$")]
    private static partial Regex ItemForm();

    [GeneratedRegex(@"^[-*+•](?:\s|$)")]
    private static partial Regex BulletForm();

    [GeneratedRegex(@"^\[[ xX]\]\s+")]
    private static partial Regex BoxForm();
}
