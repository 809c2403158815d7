using System.Globalization;
using System.Text;
using Autonoma.Planner.Validation.Reading;
using Autonoma.Planner.Validation.Rules;

namespace Autonoma.Planner.Documents;

/// <summary>The text of a file, once it is known to be text.</summary>
/// <param name="Text">Without byte order mark; line ends are line feeds.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record SourceText(string Text, string[] Lines)
{
    /// <summary>Largest file that is read, in bytes: a thousand times what an artifact holds.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads bytes; null when they are no text, which is then reported.</summary>
    public static SourceText? Read(ReadOnlySpan<byte> bytes, Report report)
    {
        if (bytes.Length > MostBytes)
        {
            report.Add(TextRules.Size, 0, 0, "", string.Create(CultureInfo.InvariantCulture, $"The file holds more than {MostBytes / 1024 / 1024} MB, which is no artifact of a plan."));
            return null;
        }

        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            report.Add(TextRules.ByteOrderMark, 1, 1, "", "The file begins with a byte order mark, which other readers of it refuse.", "Save it as UTF-8 without one.");
            bytes = bytes[3..];
        }

        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var before = bytes[..Math.Clamp(e.Index, 0, bytes.Length)];
            var lossy = Encoding.UTF8.GetString(before[(before.LastIndexOf((byte)'\n') + 1)..]);
            report.Add(TextRules.Utf8, before.Count((byte)'\n') + 1, lossy.Length + 1, "", bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? "The file is UTF-16." : "The file is not UTF-8.", "Save it as UTF-8.");
            return null;
        }

        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var at = lines[i].AsSpan().IndexOfAnyInRange('\0', '\u001F') is var control && control >= 0 ? Control(lines[i]) : -1;
            if (at < 0)
                continue;
            report.Add(TextRules.Control, i + 1, at + 1, "", string.Create(CultureInfo.InvariantCulture, $"The character U+{(int)lines[i][at]:X4} is no text."), "Remove it.");
            return null;
        }

        if (!string.IsNullOrWhiteSpace(text))
            return new(text, lines);
        report.Add(TextRules.Empty, 0, 0, "", "The file is empty.", "Write what its page of the reference asks for.");
        return null;
    }

    private static int Control(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] < ' ' && line[i] != '\t')
                return i;
        }

        return -1;
    }
}
