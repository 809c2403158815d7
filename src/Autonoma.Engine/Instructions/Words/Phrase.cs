using System.Text;

namespace Autonoma.Engine.Instructions.Words;

/// <summary>A run of pieces of a sentence. Cutting a phrase out of another one copies nothing.</summary>
internal readonly record struct Phrase(string Source, Token[] Tokens, int Start, int End)
{
    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "the", "a", "an" };

    public int Count => End - Start;

    public bool IsEmpty => End <= Start;

    public Token this[int i] => Tokens[Start + i];

    /// <summary>The folded word at an index, empty outside and for what is protected.</summary>
    public string Norm(int i) => i >= 0 && i < Count ? Tokens[Start + i].Norm : "";

    public Token? At(int i) => i >= 0 && i < Count ? Tokens[Start + i] : null;

    public Phrase From(int i) => this with { Start = Math.Min(End, Start + i) };

    public Phrase To(int i) => this with { End = Math.Max(Start, Math.Min(End, Start + i)) };

    public Phrase Slice(int from, int to) => To(to).From(from);

    /// <summary>Whether these words stand at an index.</summary>
    public bool Is(int i, params ReadOnlySpan<string> words)
    {
        for (var k = 0; k < words.Length; k++)
        {
            if (Norm(i + k) != words[k])
                return false;
        }

        return words.Length > 0;
    }

    /// <summary>Whether the word at an index is one of these.</summary>
    public bool Any(int i, params ReadOnlySpan<string> words)
    {
        var norm = Norm(i);
        return norm.Length > 0 && words.Contains(norm);
    }

    /// <summary>Index of the first unprotected word that is one of these, outside parentheses; -1 when none.</summary>
    public int Find(int from, params ReadOnlySpan<string> words)
    {
        var depth = 0;
        for (var i = 0; i < Count; i++)
        {
            var norm = Norm(i);
            if (norm == "(")
                depth++;
            else if (norm == ")")
                depth--;
            else if (i >= from && depth <= 0 && norm.Length > 0 && words.Contains(norm))
                return i;
        }

        return -1;
    }

    /// <summary>Whether it is written with this word unprotected anywhere.</summary>
    public bool Has(params ReadOnlySpan<string> words) => Find(0, words) >= 0;

    /// <summary>Without leading and trailing marks and breaks.</summary>
    public Phrase Trim()
    {
        var (start, end) = (Start, End);
        while (start < end && IsLoose(Tokens[start]))
            start++;
        while (end > start && IsLoose(Tokens[end - 1]))
            end--;
        return this with { Start = start, End = end };
    }

    /// <summary>As written, from the first piece to the last.</summary>
    public string Raw => IsEmpty ? "" : Source[Tokens[Start].Start..Tokens[End - 1].End];

    /// <summary>As written without leading articles and without marks around it: how an element is described.</summary>
    public string Target
    {
        get
        {
            var phrase = Trim();
            while (phrase.Count > 1 && Articles.Contains(phrase.Norm(0)) && !(phrase[0].IsCapital && phrase[0].Norm == "a"))
                phrase = phrase.From(1).Trim();
            return phrase.Mended;
        }
    }

    /// <summary>As written, with slips in function words mended.</summary>
    public string Mended
    {
        get
        {
            var raw = Raw;
            var first = true;
            StringBuilder? builder = null;
            var copied = IsEmpty ? 0 : Tokens[Start].Start;
            for (var i = Start; i < End; i++)
            {
                var token = Tokens[i];
                if (token.Kind == TokenKind.Word && char.IsLower(token.Raw[0]) && Tokenizer.MendedSlip(token.Raw) is { } mended)
                {
                    builder ??= new();
                    builder.Append(Source, copied, token.Start - copied).Append(mended);
                    copied = token.End;
                    first = false;
                }
            }

            return first ? raw : builder!.Append(Source, copied, Tokens[End - 1].End - copied).ToString();
        }
    }

    /// <summary>The single protected piece or number it consists of, or null.</summary>
    public Token? OnlyLiteral => Trim() is { Count: 1 } one && one[0].IsLiteral ? one[0] : null;

    /// <summary>The template that stands alone before this word, or null: "{{x}} to".</summary>
    public string? OnlyTemplateBefore(string word) => Count > 2 && this[0] is { Kind: TokenKind.Template } token && Norm(1) == word ? token.Value.Trim('{', '}', ' ') : null;

    /// <summary>The text to be typed or chosen: without quotes when it is one quoted piece, else as written.</summary>
    public string Value
    {
        get
        {
            var phrase = Trim();
            if (phrase.Count == 1)
                return phrase[0].Value;
            return phrase.Raw;
        }
    }

    private static bool IsLoose(Token token) => token.Kind == TokenKind.Break || (token.Kind == TokenKind.Mark && token.Norm is "," or ";" or ":" or "." or "!" or "?" or "…" or "-" or "→" or "..." or "..");

    public override string ToString() => Raw;
}
