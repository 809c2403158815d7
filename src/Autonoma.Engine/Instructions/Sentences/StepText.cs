using System.Text;
using System.Text.RegularExpressions;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Sentences;

/// <summary>What a part of a step is.</summary>
internal enum BlockKind
{
    Text,
    List,
    Table,
}

/// <summary>A part of a step: running text, the items of a list, or the rows of a table.</summary>
internal sealed record Block(BlockKind Kind, string Text, IReadOnlyList<string> Items, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>Brings a step into the form that is read: without list markers and mark-up, cut into text, lists and tables.</summary>
internal static partial class StepText
{
    [GeneratedRegex(@"\(\s*(?:the\s+)?(?:variable\s+)?(\{\{[^{}\n]*\}\})(?:\s+variable)?\s*\)")]
    private static partial Regex VariableNote();

    [GeneratedRegex(@"^\s*(?:[-*+•‣▪◦–—>✓✔☑☐□■●○➤►➜]+\uFE0F?\s+|✅\s*|\[[ xX]?\]\s*|\(?\d{1,3}(?:\.\d{1,3})*[.)\]:]\s+|\(?[a-zA-Z][.)]\s+|#{1,6}\s+|(?:test\s+)?(?:step|action)\s*#?\s*\d+\s*[:.)–—-]\s*|(?:step|action)\s*:\s*)+", RegexOptions.IgnoreCase)]
    private static partial Regex Marker();

    [GeneratedRegex(@"(?<=^|\s)(?:by (?:means|way|use) of|with the (?:help|aid) of|by the use of)(?= (?:the|a|an|its|their)\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Instrument();

    [GeneratedRegex(@"\*\*([^*\n]+)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"(?<![\w*])\*([^*\s](?:[^*\n]*[^*\s])?)\*(?![\w*])")]
    private static partial Regex Italics();

    /// <summary>Removes what mark-up adds; line breaks stay.</summary>
    public static string Clean(string sentence)
    {
        var text = sentence.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace("\u200b", "", StringComparison.Ordinal).Replace("\ufeff", "", StringComparison.Ordinal);
        text = VariableNote().Replace(text, "$1");
        if (Instrument().IsMatch(text))
            text = OutsideQuotes(text, part => Instrument().Replace(part, "via"));
        if (text.Contains('*', StringComparison.Ordinal))
            text = OutsideQuotes(text, part => Italics().Replace(Bold().Replace(part, Emphasis), Emphasis));
        return text.Trim();
    }

    // Bold marks a label, unless it marks the verb or something already quoted.
    private static string Emphasis(Match match)
    {
        var inner = match.Groups[1].Value;
        var atStart = match.Index == 0;
        return atStart || inner.Contains('"', StringComparison.Ordinal) || (!char.IsUpper(inner.TrimStart()[..Math.Min(1, inner.TrimStart().Length)].FirstOrDefault()) && Words.VerbTable.Find(Words.Tokenizer.Cut(inner), 0) is not null) ? inner : $"\"{inner}\"";
    }

    // "A. Click Save" is the first of a list; "T. Okoye is in bed 3" begins with a name.
    private static int MarkerLength(string line)
    {
        var match = Marker().Match(line);
        if (!match.Success)
            return 0;
        var marker = match.Value.Trim();
        if (marker.Length != 2 || !char.IsUpper(marker[0]) || marker[1] != '.')
            return match.Length;
        var rest = Words.Tokenizer.Cut(line[match.Length..].Split('\n')[0]);
        var begins = Words.VerbTable.Find(rest, 0) is not null || Actor.Length(rest, out _) > 0 || rest.Has(":");
        return rest.At(0) is not { IsCapital: true } first || SentenceEnd.IsAt("", marker[..1], first.Raw, begins) ? match.Length : 0;
    }

    private static string OutsideQuotes(string text, Func<string, string> change)
    {
        var builder = new StringBuilder();
        var from = 0;
        foreach (var quote in Quotes.Find(text))
        {
            builder.Append(change(text[from..quote.Start])).Append(text, quote.Start, quote.End - quote.Start);
            from = quote.End;
        }

        return builder.Append(change(text[from..])).ToString();
    }

    /// <summary>The parts of a step in order.</summary>
    public static List<Block> Blocks(string text)
    {
        var blocks = new List<Block>();
        var running = new StringBuilder();
        var items = new List<string>();
        var rows = new List<IReadOnlyList<string>>();
        var first = true;
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.Trim();
            if (trimmed.Length == 0)
                continue;
            if (trimmed[0] == '|' && trimmed.Length > 2)
            {
                FlushText();
                FlushItems();
                var cells = trimmed.Trim('|').Split('|').Select(cell => cell.Trim()).ToList();
                if (!cells.TrueForAll(cell => cell.Length > 0 && cell.All(c => c is '-' or ':' or ' ')))
                    rows.Add(cells);
            }
            else if (MarkerLength(trimmed) is > 0 and var marker && !first)
            {
                FlushText();
                FlushRows();
                items.Add(trimmed[marker..].Trim());
            }
            else
            {
                FlushItems();
                FlushRows();
                var body = trimmed[MarkerLength(trimmed)..];
                if (running.Length > 0)
                    running.Append('\n');
                running.Append(body);
            }

            first = false;
        }

        FlushText();
        FlushItems();
        FlushRows();
        // "- Click A\n- Click B": the first line was an item as well.
        if (blocks.Count == 2 && blocks[0].Kind == BlockKind.Text && blocks[1].Kind == BlockKind.List && MarkerLength(text) > 0 && !blocks[0].Text.TrimEnd().EndsWith(':'))
            return [new(BlockKind.List, "", [blocks[0].Text, .. blocks[1].Items], [])];
        return blocks;

        void FlushText()
        {
            if (running.Length > 0)
                blocks.Add(new(BlockKind.Text, running.ToString(), [], []));
            running.Clear();
        }

        void FlushItems()
        {
            if (items.Count > 0)
                blocks.Add(new(BlockKind.List, "", [.. items], []));
            items.Clear();
        }

        void FlushRows()
        {
            if (rows.Count > 0)
                blocks.Add(new(BlockKind.Table, "", [], [.. rows]));
            rows.Clear();
        }
    }
}
