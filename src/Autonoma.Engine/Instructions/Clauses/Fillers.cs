using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions.Sentences;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <summary>Words that ask for nothing: politeness, sequence, manner.</summary>
internal static class Fillers
{
    // Only where an instruction or an actor follows: "Next" and "First" may be names.
    private static readonly string[][] Front =
    [
        ["please", "to"], ["please"], ["kindly"], ["then"], ["now"], ["next"], ["also"], ["and"], ["but"], ["finally"], ["lastly"], ["afterwards"], ["afterward"], ["subsequently"], ["immediately"], ["just"], ["simply"], ["again"], ["quickly"], ["first"], ["firstly"], ["second"], ["secondly"], ["third"], ["thirdly"], ["so"], ["ok"], ["okay"],
        ["directly"], ["instead"], ["still"], ["carefully"], ["slowly"], ["additionally"], ["manually"], ["thereafter"], ["thereupon"], ["lets"], ["let's"], ["let", "us"], ["go", "ahead", "and"], ["proceed", "to"], ["continue", "to"], ["start", "by"], ["begin", "by"], ["continue", "by"], ["proceed", "by"], ["finish", "by"], ["end", "by"],
        ["start", "off", "by"], ["try", "to"], ["try"], ["attempt", "to"], ["make", "sure", "to"], ["make", "sure", "you"], ["be", "sure", "to"], ["remember", "to"], ["do", "not", "forget", "to"], ["don't", "forget", "to"], ["after", "that"], ["after", "this"], ["following", "that"], ["following", "this"], ["as", "a", "next", "step"], ["in", "the", "next", "step"],
        ["in", "the", "end"], ["at", "the", "end"], ["at", "last"], ["once", "again"], ["once", "more"], ["given"], ["when"], ["you", "need", "to"], ["you", "have", "to"], ["we", "need", "to"], ["it", "is", "necessary", "to"], ["it", "is", "required", "to"], ["would", "you"], ["could", "you"], ["can", "you"], ["want", "to"], ["need", "to"], ["have", "to"],
        ["would", "you", "be", "so", "kind", "as", "to"], ["would", "you", "be", "so", "kind", "and"], ["would", "you", "be", "kind", "enough", "to"], ["would", "you", "mind"], ["be", "so", "kind", "as", "to"], ["be", "so", "good", "as", "to"], ["be", "so", "kind", "and"], ["be", "so", "kind", "to"], ["be", "kind", "enough", "to"], ["be", "kind", "and"],
        ["i", "would", "like", "you", "to"], ["i'd", "like", "you", "to"], ["i", "want", "you", "to"], ["i", "need", "you", "to"], ["i", "would", "like", "to"], ["i'd", "like", "to"], ["i", "ask", "you", "to"], ["we", "would", "like", "you", "to"], ["we", "ask", "you", "to"], ["may", "you"], ["you", "are", "asked", "to"], ["you", "will", "need", "to"], ["you", "may", "now"], ["you", "can", "now"], ["you", "now", "need", "to"], ["you", "should", "now"], ["your", "task", "is", "to"], ["the", "next", "step", "is", "to"], ["the", "first", "step", "is", "to"], ["next", "thing", "is", "to"],
        ["first", "of", "all"], ["to", "begin", "with"], ["to", "start", "with"], ["having", "done", "that"], ["having", "done", "so"], ["having", "done", "this"], ["at", "this", "stage"], ["at", "that", "point"], ["last", "but", "not", "least"], ["with", "that", "done"], ["that", "done"], ["that", "being", "done"], ["after", "doing", "that"], ["after", "doing", "so"], ["as", "a", "last", "step"], ["in", "a", "next", "step"], ["a", "moment", "later"],
        ["if", "you", "please"], ["it", "is", "now", "necessary", "to"], ["thank", "you"], ["thanks"], ["start"], ["begin"], ["keep"], ["keep", "on"], ["all", "you", "need", "to", "do", "is"], ["as", "a", "first"], ["in", "order"], ["right", "after"], ["right", "after", "that"], ["as", "the", "first", "step"], ["as", "a", "first", "step"], ["as", "the", "next", "step"], ["as", "the", "last", "step"], ["to", "start"], ["to", "begin"], ["what", "you", "need", "to", "do", "is"], ["what", "you", "have", "to", "do", "is"], ["all", "you", "have", "to", "do", "is"], ["all", "that", "is", "left", "is", "to"], ["all", "that", "remains", "is", "to"], ["nothing", "is", "left", "but", "to"], ["it", "remains", "to"], ["it", "is", "time", "to"], ["it's", "time", "to"], ["time", "to"], ["feel", "free", "to"], ["take", "care", "to"], ["next", "up"], ["by", "now"], ["by", "then"], ["from", "now", "on"], ["in", "the", "meantime"], ["at", "the", "same", "time"], ["as", "a", "result"], ["as", "a", "consequence"], ["in", "consequence"], ["consequently"], ["therefore"], ["thus"], ["hence"], ["thereby"], ["eventually"], ["ultimately"], ["in", "response"], ["with", "that"], ["here"], ["there"], ["meanwhile"], ["successfully"], ["should"], ["must"], ["as", "well", "as"], ["action"], ["step"], ["at", "this", "point"], ["from", "here"], ["from", "there"], ["well"],
    ];

    // When or in what order, alone: "By now, ...", "As a result, ...".
    private static readonly HashSet<string> Adverbials = new(StringComparer.Ordinal) { "by now", "by then", "from now on", "in the meantime", "at the same time", "as a result", "as a consequence", "in consequence", "consequently", "therefore", "thus", "hence", "thereby", "eventually", "ultimately", "in response", "at this point", "at that point", "at this stage", "in the end", "at the end", "at last", "after that", "after this", "meanwhile", "of course", "next up" };

    /// <summary>Whether it says only when or in what order.</summary>
    public static bool IsAdverbial(Phrase phrase) => phrase.Trim() is { Count: > 0 and <= 5 } words && Adverbials.Contains(Nouns.Join(words, 0, words.Count));

    private static readonly Dictionary<string, string[][]> FrontByWord = Front.GroupBy(words => words[0], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static readonly string[][] Back =
    [
        ["again"], ["afterwards"], ["afterward"], ["now"], ["then"], ["please"], ["too"], ["as", "well"], ["immediately"], ["instead"], ["at", "once"], ["right", "away"], ["once", "more"], ["one", "more", "time"], ["once", "again"], ["for", "now"], ["at", "the", "end"], ["in", "the", "end"], ["anew"], ["afresh"], ["straight", "away"], ["straightaway"], ["directly"],
        ["in", "the", "same", "tab"], ["in", "this", "tab"], ["in", "the", "current", "tab"], ["in", "the", "same", "window"], ["in", "this", "window"],
        ["thanks"], ["thank", "you"], ["cheers"], ["if", "you", "please"], ["if", "you", "would"], ["by", "drag", "and", "drop"], ["via", "drag", "and", "drop"], ["with", "drag", "and", "drop"], ["using", "drag", "and", "drop"], ["by", "drag-and-drop"], ["via", "drag-and-drop"], ["using", "drag-and-drop"], ["by", "mouse"],
        ["another", "time"], ["one", "last", "time"], ["a", "second", "time"], ["for", "a", "second", "time"], ["next"], ["after", "that"], ["with", "the", "mouse"], ["using", "the", "mouse"], ["with", "your", "mouse"], ["quickly"], ["slowly"], ["carefully"], ["as", "before"], ["as", "expected"], ["as", "next"], ["to", "continue"], ["to", "proceed"], ["to", "confirm"], ["in", "the", "browser"], ["manually"], ["with", "the", "left", "mouse", "button"], ["afterwards", "too"],
    ];

    /// <summary>Takes them off the front as long as an instruction, an actor or a claim remains.</summary>
    public static Phrase StripFront(Phrase phrase)
    {
        for (var again = true; again;)
        {
            again = false;
            phrase = phrase.Trim();
            foreach (var words in FrontByWord.GetValueOrDefault(phrase.Norm(0)) ?? [])
            {
                if (!phrase.Is(0, words) || phrase.Count <= words.Length)
                    continue;
                var rest = phrase.From(words.Length);
                var comma = rest.Norm(0) is "," or ":";
                rest = rest.Trim();
                if (rest.IsEmpty || !(comma || Leads(rest, words[0])))
                    continue;
                if (words[0] is "when" or "given" && comma)
                    continue;
                phrase = rest;
                again = true;
                break;
            }
        }

        return phrase;
    }

    /// <summary>Takes them off the end.</summary>
    public static Phrase StripBack(Phrase phrase)
    {
        for (var again = true; again;)
        {
            again = false;
            phrase = phrase.Trim();
            foreach (var words in Back)
            {
                var at = phrase.Count - words.Length;
                if (at < 1 || !phrase.Is(at, words) || phrase[at].IsCapital)
                    continue;
                // "click Back in the browser" is another thing than "Back".
                if (words[0] is "in" && words[^1] is "browser" && at <= 4 && phrase.To(at).Has("back", "forward", "refresh", "reload"))
                    continue;
                // "click next": the word itself is what is clicked; "the button next" hardly is.
                if (words[0] is "next" && at < 2)
                    continue;
                // "Pay now", "Try again" are labels; "Click the Save button now" is haste.
                if (words[0] is "now" && phrase[at - 1].IsWord && !Nouns.KindEndingAt(phrase, at, out _, out _, out _) && at <= 3 || words[0] is "again" && phrase.Any(at - 1, "try", "start", "play", "ask", "log", "login"))
                    continue;
                phrase = phrase.To(at);
                again = true;
                break;
            }

            if (phrase.Count > 1 && phrase[0] is { IsCapital: false } && phrase.Any(0, "immediately", "again", "also", "just", "now", "simply", "then", "twice") && phrase.Norm(0) != "twice")
            {
                phrase = phrase.From(1);
                again = true;
            }
        }

        return phrase;
    }

    /// <summary>Splits off how often (<c>twice</c>, <c>3 times</c>).</summary>
    public static (Phrase Body, int Count) Repetitions(Phrase phrase)
    {
        phrase = phrase.Trim();
        var n = phrase.Count;
        if (n >= 1 && phrase.Any(n - 1, "twice", "thrice", "once") && (n > 1 || phrase.Norm(0) != "once"))
            return (phrase.To(n - 1), phrase.Norm(n - 1) switch { "twice" => 2, "thrice" => 3, _ => 1 });
        if (n >= 2 && phrase.Any(n - 1, "times", "time", "x") && phrase[n - 2].IsWord && !phrase.Any(n - 2, "a", "an") && NumberWords.TryCardinal(phrase.Norm(n - 2), out var count))
            return (phrase.To(phrase.Any(n - 3, "for", "exactly") ? n - 3 : n - 2), count);
        if (n >= 2 && phrase[n - 1].IsWord && phrase.Norm(n - 1) is { Length: 2 } last && last[1] == 'x' && char.IsDigit(last[0]))
            return (phrase.To(n - 1), last[0] - '0');
        // "Click twice on Next", "Press 3 times Tab".
        if (n >= 2 && phrase.Any(0, "twice", "thrice"))
            return (SkipOn(phrase.From(1)), phrase.Norm(0) == "twice" ? 2 : 3);
        if (n >= 3 && phrase.Any(1, "times") && phrase[0].IsWord && NumberWords.TryCardinal(phrase.Norm(0), out count))
            return (SkipOn(phrase.From(2)), count);
        return (phrase, 1);
    }

    private static Phrase SkipOn(Phrase phrase) => phrase.Any(0, "on", "upon") ? phrase.From(1) : phrase;

    private static bool Leads(Phrase rest, string filler)
    {
        if (Actor.Length(rest, out _) > 0)
            return true;
        // "Could you have a look whether ..."
        if (filler is "would" or "could" or "can" or "please" or "may" && rest.Any(0, "have", "take", "give", "do", "make") && rest.Any(1, "a", "another", "the"))
            return true;
        if (VerbTable.Find(rest, 0, mend: true) is { } verb)
        {
            if (verb.Form == VerbForm.Gerund)
                return filler is "start" or "begin" or "continue" or "proceed" or "finish" or "end" or "try" or "then" or "and" or "would" || filler is "keep" && verb.Kind is VerbKind.Scroll;
            if (filler is "start" or "begin" or "keep")
                return false;
            // "Next page is shown", "First name": the filler is part of a name.
            if (filler is "first" or "second" or "third" or "next" or "here" or "there" or "step" or "action" or "well" or "still" or "should" or "must" && (rest[0].IsCapital || verb.Form is VerbForm.Past || verb.Mended))
                return false;
            return verb.Form is VerbForm.Base or VerbForm.Third;
        }

        if (filler is "by" or "in" or "as" or "from" or "at" or "consequently" or "therefore" or "thus" or "hence" or "thereby" or "eventually" or "ultimately" && Predicates.IsStatement(rest))
            return true;
        if (filler is "start" or "begin" && rest[rest.Count - 1].Kind is TokenKind.Address or TokenKind.File)
            return false;
        return filler is "then" or "now" or "and" or "also" or "but" or "finally" or "please" or "afterwards" or "so" && !rest[0].IsCapital
            || filler is "then" or "and" or "but" || (filler is "given" && Predicates.IsStatement(rest))
            || rest.Any(0, "please", "then", "now", "also", "again", "immediately", "just", "simply", "finally", "try", "make", "go", "start", "begin", "by", "after", "before", "in", "on", "when", "once");
    }
}
