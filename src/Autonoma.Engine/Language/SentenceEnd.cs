namespace Autonoma.Engine.Language;

/// <summary>Tells the full stop that ends a sentence from the one that shortens a word or a name (<c>Dr.</c>, <c>No. 7</c>, <c>T. Okoye</c>).</summary>
public static class SentenceEnd
{
    // Always followed by what they belong to.
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal) { "dr", "mr", "mrs", "ms", "mx", "prof", "st", "messrs", "rev", "capt", "sgt", "lt", "gen", "col", "hon", "vs", "e.g", "i.e", "eg", "ie", "cf", "approx", "incl", "excl", "resp", "viz", "esp", "dept", "mme", "mlle", "sra", "fr", "hr" };

    // Shortened before a number; words of their own, or the end of a sentence, otherwise.
    private static readonly HashSet<string> BeforeNumbers = new(StringComparer.Ordinal) { "no", "nos", "nr", "max", "min", "art", "ch", "fig", "vol", "p", "pp", "sec", "par", "ca", "c", "approx", "abt", "ext", "tel", "apt", "pos", "qty" };

    // May stand at the end of a sentence as well as inside one.
    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal) { "inc", "ltd", "co", "corp", "plc", "jr", "sr", "etc", "bros", "ave", "rd", "blvd", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

    // Words that name a thing by a letter: "seat A. Then ...".
    private static readonly HashSet<string> Lettered = new(StringComparer.Ordinal) { "seat", "option", "row", "column", "box", "gate", "bay", "step", "plan", "group", "class", "team", "line", "platform", "terminal", "block", "building", "room", "variant", "type", "size", "grade", "zone", "field", "cell", "answer", "choice", "letter", "key", "version", "part", "section", "area", "tab", "button", "press" };

    private static readonly HashSet<string> Beginnings = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "then", "there", "this", "that", "these", "those", "it", "its", "they", "he", "she", "we", "you", "i", "no", "all", "every", "each", "both", "only", "and", "but", "also", "next", "now", "after", "afterwards", "finally", "in", "on", "at", "under", "below", "above", "when", "if", "once", "until", "before", "as", "from", "for", "to", "with", "his", "her", "their", "my", "our", "your", "none", "neither", "nothing", "nobody", "another", "other", "first", "please", "so", "however", "otherwise", "expected", "result", "note",
    };

    /// <summary>Whether a full stop directly behind a word ends the sentence.</summary>
    /// <param name="earlier">The word before that one; empty when there is none.</param>
    /// <param name="before">The word that the full stop follows, without it.</param>
    /// <param name="after">The word behind the full stop; empty when nothing follows.</param>
    /// <param name="begins">Whether the word behind is known to begin a sentence where the question is asked (an instruction verb).</param>
    public static bool IsAt(string earlier, string before, string after, bool begins = false)
    {
        if (after.Length == 0)
            return true;
        var word = before.Trim('(', ')', '"', '\'', ',').ToLowerInvariant();
        var next = after.Trim('(', ')', '"', '\'', ',', '.', ':', ';').ToLowerInvariant();
        if (Titles.Contains(word))
            return false;
        if (BeforeNumbers.Contains(word) && next.Length > 0 && (char.IsDigit(next[0]) || next[0] == '{'))
            return false;
        // "Seal no. was left blank": no sentence begins with a small letter.
        if (BeforeNumbers.Contains(word) && earlier.Length > 0 && char.IsLower(after[0]) && !begins)
            return false;
        begins |= Beginnings.Contains(next);
        if (Endings.Contains(word))
            return begins || char.IsUpper(after[0]) && word is "etc";
        if (!IsInitial(word))
            return true;
        // "Jonas W. is available": no sentence begins so.
        if (word.Length == 1 && earlier.Length > 1 && char.IsUpper(earlier[0]) && char.IsUpper(before[0]) && char.IsLower(after[0]) && !begins && !Lettered.Contains(earlier.ToLowerInvariant()))
            return false;
        // "T. Okoye", "J. R. Hahn", "p.m. on Monday"; "seat A. Then", "option B. Click Save" end.
        return begins || Lettered.Contains(earlier.ToLowerInvariant()) || !char.IsLetter(after[0]) || char.IsLower(after[0]) && word.Length == 1;
    }

    /// <summary>Whether a word is the initials of a name (<c>T</c>, <c>J.R</c>, <c>J.-P</c>) or letters with stops between (<c>p.m</c>).</summary>
    private static bool IsInitial(string word)
    {
        if (word.Length == 0 || word.Length > 7 || !char.IsLetter(word[0]) || !char.IsLetter(word[^1]))
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsLetter(word[i]) ? i > 0 && char.IsLetter(word[i - 1]) : word[i] is not ('.' or '-'))
                return false;
        }

        return true;
    }
}
