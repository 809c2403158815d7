using Autonoma.Engine.Instructions.Words;

namespace Autonoma.Engine.Instructions.Sentences;

/// <summary>Tells a statement about the screen from an instruction.</summary>
internal static class Predicates
{
    private static readonly HashSet<string> Strong = new(StringComparer.Ordinal)
    {
        "is", "are", "was", "were", "isn't", "aren't", "wasn't", "has", "have", "hasn't", "haven't", "should", "shouldn't", "ought", "needs", "must", "mustn't", "cannot", "can't", "shows", "displays", "contains", "reads", "says", "appears", "disappears", "lists", "equals", "remains", "stays", "becomes",
        "matches", "includes", "exists", "vanishes", "doesn't", "does", "don't", "do", "holds", "consists", "increases", "decreases", "turns", "differs", "mentions", "points", "begins", "carries", "bears", "gives", "offers", "redirects", "loads", "goes", "comes", "looks", "keeps", "closes", "opens", "switches", "updates", "indicates", "states", "prompts", "informs", "warns", "comprises", "features", "occurs", "expands", "collapses",
        "pops", "drops", "falls", "climbs", "slides", "fades", "flashes", "blinks", "jumps", "rises", "grows", "shrinks", "arrives", "belongs", "sits", "stands", "lies", "there's", "it's", "works", "work", "fails", "succeeds", "will", "won't", "can", "starts", "ends", "changes", "counts", "follows", "totals", "amounts", "wasn’t", "isn’t", "aren’t", "doesn’t",
    };

    private static readonly HashSet<string> Plural = new(StringComparer.Ordinal) { "appear", "disappear", "show", "contain", "read", "remain", "stay", "match", "equal", "exist", "vanish", "include", "pop", "occur", "arise", "happen" };

    /// <summary>Index of the finite verb of a statement, or -1 when the phrase is none.</summary>
    public static int Find(Phrase phrase)
    {
        var depth = 0;
        for (var i = 1; i < phrase.Count; i++)
        {
            var token = phrase[i];
            if (token.Norm == "(")
                depth++;
            if (token.Norm == ")")
                depth--;
            if (depth > 0 || !token.IsWord)
                continue;
            if (phrase.Any(i - 1, "that", "which", "who", "whose", "where", "when", "if", "what", "whatever", "whichever", "how", "why", "whoever"))
                continue;
            if (Strong.Contains(token.Norm) && !(token.IsCapital && token.Norm is not "is"))
                return i;
            if (Announces(phrase, i))
                return i;
            if (Plural.Contains(token.Norm) && !token.IsCapital && phrase[i - 1] is { IsWord: true } before && before.Norm.EndsWith('s'))
                return i;
        }

        return -1;
    }

    /// <summary>Whether a message says something there in a word that elsewhere is an order: "a message confirms ...".</summary>
    public static bool Announces(Phrase phrase, int at) => phrase.Any(at, "confirms", "acknowledges", "announces", "reports") && !phrase[at].IsCapital && phrase.Any(at - 1, "message", "notice", "notification", "toast", "banner", "snackbar", "alert", "dialog", "popup", "text", "line");

    /// <summary>Whether a sentence without an instruction verb reads as a claim: a noun phrase and a finite verb.</summary>
    public static bool IsStatement(Phrase phrase)
    {
        phrase = phrase.Trim();
        if (phrase.Count < 2)
            return false;
        var first = phrase[0];
        if (phrase.Any(0, "there", "it") && Find(phrase) > 0)
            return true;
        var verb = Find(phrase);
        if (verb <= 0)
            return false;
        if (first.Kind != TokenKind.Word || first.IsNumber || Nouns.IsDeterminer(first.Norm))
            return !RelativeOnly(phrase, verb);
        // "Prepare an order that is ready": a word and then an article is an instruction, unless the word opens a noun phrase.
        if (phrase.Count > 1 && phrase.Any(1, "the", "a", "an", "this", "these", "every", "each", "all", "some", "any", "my", "your", "its")
            && !phrase.Any(0, "all", "both", "only", "none", "neither", "either", "under", "below", "above", "in", "on", "at", "inside", "within", "next", "not", "even", "half", "beside", "after", "of", "among", "most", "also", "now", "that", "when", "for", "as", "from"))
            return false;
        if (VerbTable.Find(phrase, 0) is { Kind: VerbKind.Business, Form: VerbForm.Base } && verb > 2 && !first.IsCapital)
            return false;
        return !RelativeOnly(phrase, verb);
    }

    private static bool RelativeOnly(Phrase phrase, int verb)
    {
        var relative = phrase.Find(1, "that", "which", "who");
        return relative > 0 && relative < verb && relative == verb - 2 && phrase.Any(verb, "is", "are") && Find(phrase.From(verb)) < 0 && verb > phrase.Count - 2;
    }
}
