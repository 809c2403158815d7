using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Reading;

/// <summary>Finds the verb of a clause, and with it the subject and what is said of it.</summary>
internal static class ClauseReader
{
    private static readonly HashSet<string> NounLike = new(StringComparer.Ordinal)
    {
        "reports", "notes", "offers", "lists", "displays", "states", "features", "reads", "counts", "presents", "totals", "changes", "list", "amounts", "adds",
        "includes", "holds", "looks", "asks", "sums", "comprises", "amount", "start", "end", "offer", "contain", "add", "exist", "stay", "renders", "drops", "falls", "returns", "goes", "turns",
    };

    /// <summary>Where the verb may be, the likeliest first.</summary>
    public static List<int> VerbPositions(IReadOnlyList<ClaimToken> tokens)
    {
        var strong = new List<int>();
        var nounLike = new List<int>();
        var weak = new List<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!VerbWords.TryAny(tokens[i], out var verb) || !HasSubject(tokens, i) || !FollowersFit(tokens, i, verb))
                continue;
            if (IsRelative(tokens, i))
                continue;
            // "5 reservations in the arrivals list": nothing follows that it could say.
            if (i + 1 == tokens.Count && verb is not (ClaimVerb.Be or ClaimVerb.Do or ClaimVerb.Can or ClaimVerb.Appear or ClaimVerb.Vanish or ClaimVerb.Have) && !VerbWords.TryStrong(tokens[i], out _))
                continue;
            // "39 stays were found", "no changes are pending": what has a verb of its own is a noun.
            if (i + 1 < tokens.Count && tokens[i + 1].Is("is", "are", "was", "were") && tokens[i].Text.EndsWith('s') && !tokens[i].Is("is", "was", "has", "does", "says"))
                continue;
            // "the Show archived toggle": a capitalised word inside a name is no verb
            if (tokens[i].IsCapital && i > 0)
            {
                weak.Add(i);
                continue;
            }

            if (!VerbWords.TryStrong(tokens[i], out _))
                weak.Add(i);
            else if (NounLike.Contains(tokens[i].Text) && !(i + 1 < tokens.Count && (tokens[i + 1].Is("that", "to", "be") || tokens[i + 1].IsQuoted)))
                nounLike.Add(i);
            else
                strong.Add(i);
        }

        // A noun-like verb before the first sure one wins only when the sure one belongs to what is said.
        strong.AddRange(nounLike);
        strong.AddRange(weak);
        return strong;
    }

    public static bool HasVerb(IReadOnlyList<ClaimToken> tokens) => VerbPositions(tokens).Count > 0;

    /// <summary>Whether the piece begins with a verb: "is disabled", "and reads X".</summary>
    public static bool BeginsWithVerb(IReadOnlyList<ClaimToken> tokens)
    {
        var i = 0;
        while (i < tokens.Count && tokens[i].Is("also", "then", "now", "still", "it", "they", "therefore", "thus", "even", "both", "no", "longer", "currently"))
            i++;
        return i < tokens.Count && VerbWords.TryStrong(tokens[i], out var verb) && !tokens[i].IsCapital && FollowersFit(tokens, i, verb);
    }

    /// <summary>Reads with the verb at a position.</summary>
    public static Clause Read(IReadOnlyList<ClaimToken> tokens, int at)
    {
        var subject = tokens.Take(at).ToList();
        VerbWords.TryAny(tokens[at], out var verb);
        var text = tokens[at].Text;
        var existential = subject.Count > 0 && subject[^1].Is("there");
        if (existential)
            subject.RemoveAt(subject.Count - 1);
        var negated = text is "lacks" or "lack";
        var still = false;
        var noLonger = false;
        var quantifier = "";
        while (subject.Count > 0 && subject[^1].Is("also", "now", "still", "then", "already", "currently", "never", "correctly", "longer", "all", "both", "again", "therefore"))
        {
            var word = subject[^1];
            if (word.Is("correctly"))
                break;
            if (word.Is("all", "both"))
            {
                if (subject.Count == 1)
                    break;
                quantifier = word.Text;
            }

            if (word.Is("longer"))
            {
                if (subject.Count < 2 || !subject[^2].Is("no"))
                    break;
                negated = noLonger = true;
                subject.RemoveAt(subject.Count - 1);
            }

            still |= word.Is("still");
            negated |= word.Is("never");
            subject.RemoveAt(subject.Count - 1);
        }

        while (subject.Count > 0 && (subject[0].Is("now", "then", "also", "here", "therefore", "thus", "instead", "afterwards", ",", "that", "where", "but", "and") || subject[0].Is("still") && subject.Count > 1))
            subject.RemoveAt(0);

        var i = at + 1;
        if (verb == ClaimVerb.Do)
        {
            while (i < tokens.Count && tokens[i].Is("not", "still", "also", "yet", "longer"))
                negated |= tokens[i++].Is("not");
            if (i < tokens.Count && VerbWords.TryAny(tokens[i], out var main))
            {
                verb = main;
                text = tokens[i].Text;
                i++;
            }
            else if (i < tokens.Count && VerbWords.TryStrong(ClaimToken.Word(tokens[i].Text + "s"), out main))
            {
                verb = main;
                text = tokens[i].Text;
                i++;
            }
        }

        for (; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Is("not"))
                negated = !negated;
            else if (token.Is("never"))
                negated = !negated;
            else if (token.Is("no") && i + 1 < tokens.Count && tokens[i + 1].Is("longer", "more"))
            {
                negated = noLonger = true;
                i++;
            }
            else if (token.Is("still"))
                still = true;
            else if (token.Is("now", "currently", "already", "again", "also", "just", "even", "once", "simply", "actually", "really", "too") && !(token.Is("once") && i + 1 < tokens.Count))
                continue;
            else if (token.Is("both", "all", "only", "each") && verb is ClaimVerb.Be or ClaimVerb.Can && i + 1 < tokens.Count && token.Is("both", "all", "each"))
                quantifier = token.Text;
            else
                break;
        }

        var rest = tokens.Skip(i).ToList();
        while (rest.Count > 0 && rest[^1].Is("now", "again", "already", "currently", "too", "anymore", "yet", "still", "instead", "also", "either", "immediately", "instantly") && !(rest[^1].Is("again") && rest.Count > 1 && rest[^2].Is("try")))
        {
            if (rest[^1].Is("still"))
                still = true;
            if (rest[^1].Is("anymore"))
                noLonger = true;
            rest.RemoveAt(rest.Count - 1);
        }

        // "The column has three deals in it"
        if (subject.Count > 0 && rest.FindIndex(t => t.Is("in", "on", "inside", "within")) is > 0 and var inIt && inIt + 1 < rest.Count && rest[inIt + 1].Is("it", "them", "there") && (inIt + 2 == rest.Count || !rest[inIt + 2].IsQuoted && !VerbWords.TryStrong(rest[inIt + 2], out _)))
            rest.RemoveRange(inIt, 2);
        if (rest.Count > 1 && rest[^1].Is("more") && rest[^2].Is("any"))
            rest.RemoveRange(rest.Count - 2, 2);
        if (rest.Count > 1 && rest[^1].Is("all", "as") && rest[^2].Is("at", "well"))
            rest.RemoveRange(rest.Count - 2, 2);
        // "A message 'X' shows": it appears.
        if (rest.Count == 0 && verb == ClaimVerb.Show && subject.Count > 0)
            verb = ClaimVerb.Appear;
        // "In the sidebar there is a button": where it is said to be.
        if (existential && subject.Count > 0)
        {
            List<ClaimToken> place = subject[0].Is("today", "tomorrow", "yesterday") || subject[0].Is("next", "last", "this") && subject.Count == 2 ? [ClaimToken.Word("under"), .. subject] : subject;
            (subject, rest) = ([], [.. rest, .. place.Where(t => !t.Is(","))]);
        }

        return new() { Subject = subject, Verb = verb, VerbText = text, Negated = negated, Object = rest, IsExistential = existential, IsStill = still, IsNoLonger = noLonger, Quantifier = quantifier };
    }

    private static bool HasSubject(IReadOnlyList<ClaimToken> tokens, int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (!tokens[i].IsMark && !tokens[i].Is("the", "a", "an", "and", "but", "or", "that", "also", "then", "now", "still", "no"))
                return true;
        }

        return false;
    }

    private static bool FollowersFit(IReadOnlyList<ClaimToken> tokens, int at, ClaimVerb verb)
    {
        var next = at + 1 < tokens.Count ? tokens[at + 1] : null;
        return verb switch
        {
            ClaimVerb.Start or ClaimVerb.End => next?.Is("with", "in", "on", "at") == true,
            ClaimVerb.Change => next?.Is("to", "from", "by", "up", "down", "into", "on", "off", "red", "green") == true,
            ClaimVerb.Belong => next?.Is("to", "from") == true || tokens[at].Is("comes", "come") && next?.Is("first", "second", "third", "fourth", "fifth", "last") == true,
            ClaimVerb.Cost => tokens[at].Text switch
            {
                "amounts" or "amount" => next?.Is("to") == true,
                "adds" or "add" or "sums" => next?.Is("up", "to") == true,
                "total" or "totals" or "cost" => next is not null && (next.HasDigit || next.IsQuoted || next.Is("€", "$", "£", "eur", "usd", "to", "up")),
                _ => next is not null,
            },
            // "the trash can in the toolbar"
            ClaimVerb.Can => next is not null && !next.Is("in", "on", "of", "at", "is", "icon", "button", "symbol", "next", "beside"),
            ClaimVerb.Yield => next is not null && (next.Is("nothing", "no", "only", "exactly", "just", "at") || NumberWords.TryCardinal(next.Text, out _) && !next.Is("a", "an")),
            _ => true,
        };
    }

    // "the button that is red", "the row whose status is Open": their verbs belong to the description.
    private static bool IsRelative(IReadOnlyList<ClaimToken> tokens, int at)
    {
        for (var i = at - 1; i > 0; i--)
        {
            if (tokens[i].Is("that", "which", "who", "whose", "where"))
            {
                for (var j = i + 1; j < at; j++)
                {
                    if (VerbWords.TryStrong(tokens[j], out _))
                        return false;
                }

                return true;
            }

            if (tokens[i].Is(",", ":"))
                return false;
        }

        return false;
    }
}
