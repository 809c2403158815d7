using System.Text.RegularExpressions;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Words;

/// <summary>Cuts a sentence into pieces and protects what must not be read as grammar: quotes, templates, addresses, files, e-mail addresses.</summary>
internal static partial class Tokenizer
{
    private static readonly Dictionary<string, string> Slips = new(StringComparer.Ordinal)
    {
        ["teh"] = "the", ["hte"] = "the", ["tje"] = "the", ["thhe"] = "the", ["adn"] = "and", ["nad"] = "and", ["andd"] = "and", ["tehn"] = "then", ["thne"] = "then",
        ["fro"] = "from", ["fom"] = "from", ["frmo"] = "from", ["fomr"] = "from", ["itno"] = "into", ["inot"] = "into", ["ino"] = "into", ["wiht"] = "with", ["wih"] = "with", ["wtih"] = "with", ["whit"] = "with",
        ["taht"] = "that", ["thta"] = "that", ["tht"] = "that", ["si"] = "is", ["sohuld"] = "should", ["shoud"] = "should", ["shuold"] = "should", ["shold"] = "should", ["untill"] = "until", ["utnil"] = "until", ["unitl"] = "until",
        ["displayd"] = "displayed", ["dispalyed"] = "displayed", ["visble"] = "visible", ["visibel"] = "visible", ["tot"] = "to", ["ot"] = "to", ["pls"] = "please", ["plz"] = "please", ["pleas"] = "please", ["&&"] = "and",
    };

    private static readonly HashSet<string> FileEndings = new(StringComparer.Ordinal)
    {
        "pdf", "png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "ico", "csv", "tsv", "xls", "xlsx", "ods", "doc", "docx", "odt", "rtf", "ppt", "pptx", "txt", "md", "json", "xml", "yaml", "yml",
        "zip", "gz", "tar", "7z", "rar", "mp3", "mp4", "mov", "avi", "webm", "wav", "ogg", "log", "sql", "ics", "vcf", "eml", "heic", "tif", "tiff", "psd", "exe", "dmg", "apk", "ipa", "bin", "dat", "key", "pem", "html", "htm",
        "php", "aspx", "jsp", "js", "css", "ts",
    };

    [GeneratedRegex(@"^[^\s@""']+@[\w-]+(\.[\w-]+)*$")]
    private static partial Regex EmailForm();

    [GeneratedRegex(@"^(https?://|ftp://|file://|about:|www\.)\S+$|^localhost(:\d+)?(/\S*)?$|^(\d{1,3}\.){3}\d{1,3}:\d+(/\S*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex AddressForm();

    [GeneratedRegex(@"^/([\w.~%-]+([/?#]\S*)?)?$|^\.{1,2}/\S+$")]
    private static partial Regex PathForm();

    [GeneratedRegex(@"^([a-z0-9-]+\.)+[a-z]{2,}(:\d+)?([/?#]\S*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex HostForm();

    /// <summary>Cuts.</summary>
    public static Phrase Cut(string text)
    {
        var tokens = new List<Token>();
        var quotes = Quotes.Find(text);
        var quote = 0;
        var depth = 0;
        var i = 0;
        while (i < text.Length)
        {
            while (quote < quotes.Count && quotes[quote].Start < i)
                quote++;
            if (text[i] is '\n' or '\r')
            {
                tokens.Add(new(TokenKind.Break, i, i + 1, "\n", "\n", "\n"));
                i++;
            }
            else if (char.IsWhiteSpace(text[i]))
            {
                i++;
            }
            else if (quote < quotes.Count && quotes[quote].Start == i)
            {
                var span = quotes[quote];
                tokens.Add(new(TokenKind.Quoted, span.Start, span.End, text[span.Start..span.End], "", span.Text));
                i = span.End;
            }
            else
            {
                var end = ChunkEnd(text, i, quote < quotes.Count ? quotes[quote].Start : text.Length);
                AddChunk(text, i, end, tokens, ref depth);
                i = end;
            }
        }

        return new(text, [.. tokens], 0, tokens.Count);
    }

    /// <summary>Whether a text names a page: a URL, host, path or page file.</summary>
    public static bool IsAddress(string text) => AddressForm().IsMatch(text) || PathForm().IsMatch(text) || text.StartsWith("{{", StringComparison.Ordinal) && text.Contains('/', StringComparison.Ordinal)
        || (HostForm().IsMatch(text) && (text.Contains('/', StringComparison.Ordinal) || Ending(text) is "html" or "htm" or "php" or "aspx" or "jsp" || !FileEndings.Contains(Ending(text))));

    /// <summary>Whether a text is the name of a file, with or without folders.</summary>
    public static bool IsFile(string text) => text.Length > 3 && !text.Contains("://", StringComparison.Ordinal) && text.IndexOf('.', StringComparison.Ordinal) > 0 && FileEndings.Contains(Ending(text));

    private static string Ending(string text)
    {
        var path = text.AsSpan();
        var cut = path.IndexOfAny('?', '#');
        if (cut >= 0)
            path = path[..cut];
        var dot = path.LastIndexOf('.');
        return dot < 0 ? "" : path[(dot + 1)..].ToString().ToLowerInvariant();
    }

    private static int ChunkEnd(string text, int start, int nextQuote)
    {
        var braces = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (i + 1 < text.Length && text[i] == '{' && text[i + 1] == '{')
                braces = text.IndexOf("}}", i, StringComparison.Ordinal) is var close and > 0 ? close + 2 : 0;
            if (i < braces)
                continue;
            // A straight quote inside a chunk (5" or a closing apostrophe) belongs to the chunk unless it opens a quoted piece.
            if (char.IsWhiteSpace(text[i]) || (i == nextQuote && i > start))
                return i;
        }

        return text.Length;
    }

    private static void AddChunk(string text, int start, int end, List<Token> tokens, ref int depth)
    {
        while (end > start && text[start] is '(' or '[' && end - start > 1 && !text.AsSpan(start, 2).SequenceEqual("{{"))
        {
            if (text[start] == '(')
                depth++;
            Mark(text, start++, tokens);
        }

        var tail = end;
        while (tail > start && text[tail - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '…' && tail - start > 1 && !(text[tail - 1] is ')' && text[start..tail].Contains('(', StringComparison.Ordinal)))
            tail--;
        var equals = text.IndexOf('=', start, tail - start);
        var body = text[start..tail];
        // "a)" in the middle of a line starts a new item.
        if (tail == end - 1 && text[tail] == ')' && depth == 0 && body.Length <= 2 && body.All(char.IsAsciiLetterOrDigit) && (body.Length == 1 || body.All(char.IsAsciiDigit)))
        {
            tokens.Add(new(TokenKind.Break, start, end, text[start..end], "\n", "\n"));
            return;
        }

        if (equals > start && equals < tail - 1 && !IsAddress(body) && !body.Contains("{{", StringComparison.Ordinal) && char.IsLetter(text[start]) && text[equals + 1] != '>')
        {
            tokens.Add(Make(text, start, equals));
            Mark(text, equals, tokens);
            tokens.Add(Make(text, equals + 1, tail));
            AddTail(text, tail, end, tokens, ref depth);
            return;
        }

        if (equals == end - 1 && equals > start)
        {
            tokens.Add(Make(text, start, equals));
            Mark(text, equals, tokens);
            return;
        }

        tokens.Add(Make(text, start, tail));
        AddTail(text, tail, end, tokens, ref depth);
    }

    private static void AddTail(string text, int tail, int end, List<Token> tokens, ref int depth)
    {
        for (var i = tail; i < end; i++)
        {
            if (text[i] == ')' && depth > 0)
                depth--;
            Mark(text, i, tokens);
        }
    }

    private static void Mark(string text, int at, List<Token> tokens) => tokens.Add(new(TokenKind.Mark, at, at + 1, text[at].ToString(), text[at].ToString(), text[at].ToString()));

    private static Token Make(string text, int start, int end)
    {
        var raw = text[start..end];
        if (!raw.Any(char.IsLetterOrDigit))
            return raw.Contains('{', StringComparison.Ordinal) ? new(TokenKind.Word, start, end, raw, raw, raw) : new(TokenKind.Mark, start, end, raw, raw switch { "->" or "=>" or "→" or "⇒" or "➔" or "➜" => "→", "&&" => "and", "–" or "—" or "−" => "-", _ => raw }, raw);
        if (raw.StartsWith("{{", StringComparison.Ordinal) && raw.EndsWith("}}", StringComparison.Ordinal) && raw.IndexOf("}}", StringComparison.Ordinal) == raw.Length - 2)
            return new(TokenKind.Template, start, end, raw, "", raw);
        if (EmailForm().IsMatch(raw))
            return new(TokenKind.Email, start, end, raw, "", raw);
        if (IsFile(raw))
            return new(TokenKind.File, start, end, raw, "", raw);
        if (IsAddress(raw))
            return new(TokenKind.Address, start, end, raw, "", raw);
        if (raw.Contains("{{", StringComparison.Ordinal))
            return new(TokenKind.Template, start, end, raw, "", raw);
        var folded = TextFold.Fold(raw);
        return new(TokenKind.Word, start, end, raw, Slips.GetValueOrDefault(folded, folded), raw);
    }

    /// <summary>The intended function word when the written one is a known slip (<c>teh</c>).</summary>
    public static string? MendedSlip(string word) => Slips.GetValueOrDefault(TextFold.Fold(word));
}
