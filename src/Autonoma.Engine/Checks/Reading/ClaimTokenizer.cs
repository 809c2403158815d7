using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Reading;

/// <summary>Cuts a claim into tokens; quoted pieces stay whole.</summary>
internal static class ClaimTokenizer
{
    private static readonly Dictionary<string, string[]> Contractions = new(StringComparer.Ordinal)
    {
        ["can't"] = ["can", "not"], ["cannot"] = ["can", "not"], ["cant"] = ["can", "not"], ["won't"] = ["will", "not"], ["isnt"] = ["is", "not"],
        ["it's"] = ["it", "is"], ["that's"] = ["that", "is"], ["there's"] = ["there", "is"], ["they're"] = ["they", "are"], ["we're"] = ["we", "are"], ["you're"] = ["you", "are"], ["he's"] = ["he", "is"], ["she's"] = ["she", "is"], ["what's"] = ["what", "is"],
        ["there're"] = ["there", "are"], ["here's"] = ["here", "is"], ["hasnt"] = ["has", "not"], ["doesnt"] = ["does", "not"], ["arent"] = ["are", "not"],
    };

    public static List<ClaimToken> Tokenize(string claim)
    {
        var tokens = new List<ClaimToken>();
        var at = 0;
        foreach (var span in Quotes.Find(claim))
        {
            AddWords(tokens, claim[at..span.Start]);
            if (span.Text.Trim().Length > 0)
                tokens.Add(new(TextFold.Fold(span.Text), span.Text.Trim(), IsQuoted: true));
            else
                tokens.Add(new("empty", "empty"));
            at = span.End;
        }

        AddWords(tokens, claim[at..]);
        while (tokens.Count > 0 && tokens[^1].Is(".", "!", "?", ",", ";", ":"))
            tokens.RemoveAt(tokens.Count - 1);
        // "5 out of 12" is 5 of 12.
        for (var i = tokens.Count - 3; i > 0; i--)
        {
            if (tokens[i].Is("out") && tokens[i + 1].Is("of") && tokens[i - 1].HasDigit && tokens[i + 2].HasDigit && !tokens[i - 1].IsQuoted && !tokens[i + 2].IsQuoted)
                tokens.RemoveAt(i);
        }

        return tokens;
    }

    private static void AddWords(List<ClaimToken> tokens, string text)
    {
        var chunks = TextFold.FoldKeepCase(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < chunks.Length; i++)
            AddChunk(tokens, chunks[i], i > 0 ? chunks[i - 1] : "", i + 1 < chunks.Length ? chunks[i + 1] : "");
    }

    private static void AddChunk(List<ClaimToken> tokens, string chunk, string earlier, string next)
    {
        while (chunk.Length > 1 && chunk[0] == '(' && !IsBalanced(chunk))
        {
            tokens.Add(new("(", "("));
            chunk = chunk[1..];
        }

        if (chunk == "-" && tokens.Count > 0 && tokens[^1].HasDigit)
        {
            tokens.Add(new("-", "-"));
            return;
        }

        if (chunk is "-" or "--")
        {
            tokens.Add(new(",", "-"));
            return;
        }

        var after = new Stack<string>();
        while (chunk.Length > 1 && chunk[^1] is ',' or ';' or ':' or '.' or ')' or '!' or '?')
        {
            if (chunk[^1] == ')' && IsBalanced(chunk))
                break;
            if (chunk[^1] == '.' && (chunk.EndsWith("...", StringComparison.Ordinal) || !SentenceEnd.IsAt(earlier, chunk[..^1], next)))
                break;
            after.Push(chunk[^1].ToString());
            chunk = chunk[..^1];
        }

        var folded = TextFold.Fold(chunk);
        if (Contractions.TryGetValue(folded, out var parts))
        {
            foreach (var part in parts)
                tokens.Add(ClaimToken.Word(part));
        }
        else if (folded.EndsWith("n't", StringComparison.Ordinal) && folded.Length > 3)
        {
            tokens.Add(new(folded[..^3], chunk[..^3]));
            tokens.Add(ClaimToken.Word("not"));
        }
        else if (folded.EndsWith("'s", StringComparison.Ordinal) && folded.Length > 2)
        {
            tokens.Add(new(folded[..^2], chunk[..^2]));
            tokens.Add(new("'s", "'s"));
        }
        else if (folded == "'s" && tokens.Count > 0)
        {
            tokens.Add(new("'s", "'s"));
        }
        else if (folded.EndsWith("s'", StringComparison.Ordinal) && folded.Length > 3)
        {
            tokens.Add(new(folded[..^1], chunk[..^1]));
            tokens.Add(new("'s", "'s"));
        }
        else if (chunk.Length > 0)
        {
            tokens.Add(new(folded, chunk));
        }

        foreach (var mark in after)
            tokens.Add(new(mark, mark));
    }

    private static bool IsBalanced(string chunk) => chunk.Count(c => c == '(') == chunk.Count(c => c == ')');
}
