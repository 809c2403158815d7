using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Reading;

/// <summary>Takes off what a sentence says around its claim ("Verify that", "I should see") and brings "should be" to "is".</summary>
internal static class ClaimLead
{
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "verify", "check", "confirm", "assert", "ensure", "validate", "expect", "observe", "notice", "make", "see", "test", "be", "double-check", "look", "verifies", "checks", "recheck", "assure",
    };

    private static readonly string[] Reporting = ["tells", "tell", "explains", "explain", "says", "say", "states", "state", "warns", "warn", "informs", "announces", "notes", "indicates", "reminds", "complains", "mentions", "reports", "told", "informed", "warned", "reminded", "user", "visitor", "customer"];

    private static readonly HashSet<string> Viewers = new(StringComparer.Ordinal) { "i", "you", "we", "user", "users", "tester", "visitor", "customer" };

    /// <summary>The claim without its opening; <paramref name="seen"/> when the sentence said that somebody sees the thing.</summary>
    public static List<ClaimToken> Strip(List<ClaimToken> tokens, out bool seen)
    {
        seen = false;
        tokens = Particles(tokens);
        var at = 0;
        while (at < tokens.Count && tokens[at].Is("please", "also", "then", "and", "finally", "now", "again", ",", "additionally", "afterwards")
            || at + 1 < tokens.Count && tokens[at].Is("next") && tokens[at + 1].Is(",", "the"))
        {
            // "Next payment" is the name of a value.
            at++;
        }

        var expected = false;
        if (at < tokens.Count && Openers.Contains(tokens[at].Text) && !tokens[at].IsQuoted && at + 1 < tokens.Count && !VerbWords.TryStrong(tokens[at + 1], out _))
        {
            var opener = tokens[at].Text;
            if (opener is "make" && !tokens[at + 1].Is("sure", "certain") || opener is "be" && !tokens[at + 1].Is("sure", "certain"))
                return Modals(tokens[at..]);
            if (!(opener is "see" or "check" or "look" or "test" or "confirm") || tokens[at + 1].Is("that", "if", "whether", "the", "a", "an", "for", "there", "no") || tokens[at + 1].IsQuoted || tokens.Skip(at + 1).Any(t => VerbWords.TryStrong(t, out _)))
            {
                expected = opener == "expect";
                seen = opener is "see" or "look" or "observe" or "notice";
                at++;
                while (at < tokens.Count && tokens[at].Is("sure", "certain", "for", "once", "again", "to", "see", "carefully", "visually"))
                    at++;
                if (at < tokens.Count && tokens[at].Is("that", "if", "whether", ":", "how"))
                    at++;
            }
        }

        // "I should see X", "the user can see X"
        var start = at;
        if (at < tokens.Count && tokens[at].Is("the"))
            at++;
        if (at < tokens.Count && Viewers.Contains(tokens[at].Text) && !tokens[at].IsQuoted)
        {
            var v = at + 1;
            var negated = false;
            while (v < tokens.Count && tokens[v].Is("should", "must", "can", "will", "now", "then", "also", "to", "is", "able", "still", "not", "do", "does", "no", "longer"))
            {
                negated |= tokens[v].Is("not", "no");
                v++;
            }

            if (v < tokens.Count && tokens[v].Is("see", "sees", "find", "finds", "notice", "notices", "view"))
            {
                seen = true;
                var rest = tokens[(v + 1)..];
                if (rest.Count > 0 && rest[0].Is("that"))
                {
                    rest.RemoveAt(0);
                    seen = false;
                }

                if (negated)
                {
                    rest.AddRange([ClaimToken.Word("is"), ClaimToken.Word("not"), ClaimToken.Word("displayed")]);
                    seen = false;
                }

                return Modals(rest);
            }
        }

        var claim = tokens[start..];
        if (expected)
            ExpectTo(claim);
        return Modals(claim);
    }

    /// <summary>"pops up", "comes up", "shows up": it appears.</summary>
    private static List<ClaimToken> Particles(List<ClaimToken> tokens)
    {
        var result = new List<ClaimToken>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var (verb, next) = (tokens[i], i + 1 < tokens.Count ? tokens[i + 1] : null);
            var isUp = next?.Is("up") == true && (i + 2 >= tokens.Count || !tokens[i + 2].Is("to", "with"));
            if (isUp && verb.Is("pops", "popped", "comes", "came", "shows", "showed", "turns", "turned"))
                result.Add(ClaimToken.Word("appears"));
            else if (isUp && verb.Is("pop", "come", "show", "turn") && i > 0)
                result.Add(ClaimToken.Word("appear"));
            else
            {
                result.Add(verb);
                continue;
            }

            i++;
        }

        return result;
    }

    private static void ExpectTo(List<ClaimToken> tokens)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            if (!tokens[i].Is("to"))
                continue;
            if (VerbWords.TryAny(tokens[i + 1], out _) || tokens[i + 1].Is("not"))
            {
                tokens[i] = ClaimToken.Word("should");
                return;
            }
        }
    }

    /// <summary>"should not be" to "is not", "has been" to "is", "should show" to "shows".</summary>
    private static List<ClaimToken> Modals(List<ClaimToken> tokens)
    {
        // "a button that reads 'X'", "the field which says 'X'"
        for (var i = 1; i + 2 < tokens.Count; i++)
        {
            if (tokens[i].Is("that", "which") && tokens[i + 1].Is("reads", "says", "read", "say") && tokens[i + 2].IsQuoted)
                tokens = [.. tokens[..i], ClaimToken.Word("labelled"), .. tokens[(i + 2)..]];
        }

        var result = new List<ClaimToken>(tokens.Count);
        // What is reported is kept as it was said: a reading that must be higher is not said to be higher.
        var reported = tokens.FindIndex(t => t.Is("that")) is var that && that > 0 && that + 2 < tokens.Count && tokens[that - 1].Is(Reporting) ? that : tokens.Count;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i > reported)
            {
                result.Add(tokens[i]);
                continue;
            }

            var token = tokens[i];
            if (token.Is("expected", "supposed", "meant") && result.Count > 0 && result[^1].Is("is", "are", "was", "were") && i + 1 < tokens.Count && tokens[i + 1].Is("to"))
            {
                result.RemoveAt(result.Count - 1);
                i++;
                token = ClaimToken.Word("should");
            }

            if (token.Is("should", "must", "shall", "will", "would", "ought", "needs") && result.Count > 0)
            {
                var next = i + 1;
                if (token.Is("ought", "needs") && next < tokens.Count && tokens[next].Is("to"))
                    next++;
                if (token.Is("needs") && next == i + 1)
                {
                    result.Add(token);
                    continue;
                }

                var middle = new List<ClaimToken>();
                while (next < tokens.Count && tokens[next].Is("not", "now", "still", "also", "only", "never", "both", "all", "again", "no", "longer", "then"))
                    middle.Add(tokens[next++]);
                if (next < tokens.Count && tokens[next].Is("have") && next + 1 < tokens.Count && tokens[next + 1].Is("been"))
                {
                    result.Add(ClaimToken.Word("is"));
                    result.AddRange(middle);
                    i = next + 1;
                    continue;
                }

                if (next < tokens.Count && tokens[next].Is("be"))
                {
                    result.Add(ClaimToken.Word("is"));
                    result.AddRange(middle);
                    i = next;
                    continue;
                }

                if (next < tokens.Count)
                {
                    if (middle.Any(t => t.Is("not", "never")))
                        result.Add(ClaimToken.Word("does"));
                    result.AddRange(middle);
                    var verb = tokens[next];
                    result.Add(middle.Count > 0 && middle.Any(t => t.Is("not")) ? verb : Third(verb));
                    i = next;
                    continue;
                }
            }

            if (token.Is("has", "have", "had") && i + 1 < tokens.Count)
            {
                var next = i + 1;
                var middle = new List<ClaimToken>();
                while (next < tokens.Count && tokens[next].Is("not", "now", "still", "also", "already", "just", "never", "all", "both", "successfully", "since"))
                    middle.Add(tokens[next++]);
                if (next < tokens.Count && tokens[next].Is("been"))
                {
                    result.Add(ClaimToken.Word("is"));
                    result.AddRange(middle);
                    i = next;
                    continue;
                }

                if (next < tokens.Count && tokens[next].Is("disappeared", "vanished", "appeared", "closed", "opened", "gone", "changed", "become", "turned"))
                {
                    var main = tokens[next];
                    if (main.Is("closed", "gone", "opened"))
                        result.Add(ClaimToken.Word("is"));
                    else if (main.Is("become"))
                        main = ClaimToken.Word("becomes");
                    result.AddRange(middle);
                    result.Add(main);
                    i = next;
                    continue;
                }
            }

            if (token.Is("being") && result.Count > 0 && result[^1].Is("is", "are", "was", "were"))
                continue;
            result.Add(token);
        }

        return result;
    }

    private static ClaimToken Third(ClaimToken verb)
    {
        if (verb.IsQuoted)
            return verb;
        return verb.Text switch
        {
            "have" => ClaimToken.Word("has"),
            "be" => ClaimToken.Word("is"),
            "not" => verb,
            "go" => ClaimToken.Word("goes"),
            "vanish" => ClaimToken.Word("vanishes"),
            "match" => ClaimToken.Word("equals"),
            _ => VerbWords.TryStrong(ClaimToken.Word(TextFold.Fold(verb.Text) + "s"), out _) ? ClaimToken.Word(verb.Text + "s") : verb,
        };
    }
}
