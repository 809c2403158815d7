using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Sentences;

/// <summary>Who acts (<c>the user should</c>, <c>I</c>, <c>the logged-in admin</c>): told apart from what the sentence is about.</summary>
internal static class Actor
{
    private static readonly HashSet<string> People = new(StringComparer.Ordinal)
    {
        "user", "users", "tester", "customer", "admin", "administrator", "visitor", "guest", "member", "manager", "agent", "buyer", "seller", "operator", "client", "employee", "person", "shopper", "editor", "author", "reviewer", "approver", "clerk", "cashier", "patient", "doctor", "nurse", "student", "teacher", "owner", "accountant", "recruiter", "dispatcher", "supervisor", "reader", "subscriber", "viewer", "player", "learner", "driver", "receptionist", "applicant",
    };

    // What things do as well: "the parcel goes into the van".
    private static readonly HashSet<string> Motions = new(StringComparer.Ordinal) { "goes", "moves", "comes", "runs", "returns", "jumps", "drops", "falls", "turns", "switches", "opens", "closes", "continues", "proceeds", "starts", "stops", "ends", "changes", "leaves", "lands", "stays", "waits" };

    private static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal) { "i", "we", "you", "they", "he", "she", "one" };

    private static readonly HashSet<string> Adverbs = new(StringComparer.Ordinal) { "now", "then", "also", "again", "immediately", "next", "first", "just", "simply", "directly", "finally", "subsequently", "only", "quickly", "successfully", "additionally" };

    /// <summary>How a sentence with an actor goes on.</summary>
    public enum Mood
    {
        /// <summary>No actor.</summary>
        None,
        /// <summary>Plain: the user clicks.</summary>
        Plain,
        /// <summary>Duty: the user should click.</summary>
        Duty,
        /// <summary>Ability: the user can click; it says something about the screen.</summary>
        Ability,
        /// <summary>Refusal: the user should not click.</summary>
        Negative,
    }

    /// <summary>Number of pieces that the actor and its modal take.</summary>
    public static int Length(Phrase phrase, out Mood mood)
    {
        mood = Mood.None;
        var i = 0;
        if (phrase.At(0) is not { IsWord: true } first)
            return 0;
        if (Pronouns.Contains(first.Norm))
        {
            i = 1;
            if (first.Norm == "one" && VerbTable.Find(phrase, 1) is not { Form: VerbForm.Third })
                return 0;
        }
        else if (first.Norm is "i'll" or "we'll" or "you'll" or "i'd" or "i'm" or "we're")
        {
            i = 1;
        }
        else
        {
            var start = phrase.Any(0, "the", "a", "an", "our", "this", "any", "each") ? 1 : 0;
            for (var k = start; k < Math.Min(start + 4, phrase.Count); k++)
            {
                if (!phrase[k].IsWord)
                    break;
                if (People.Contains(phrase.Norm(k)) && !(start == 0 && k > 0) && (start == 1 || phrase[k].Norm is not ("reader" or "editor" or "owner" or "manager" or "author" or "client")))
                {
                    i = k + 1;
                    break;
                }
            }

            if (i == 0)
                i = NamedActor(phrase, start);
        }

        if (i == 0)
            return 0;
        mood = Mood.Plain;
        while (Adverbs.Contains(phrase.Norm(i)))
            i++;
        (i, mood) = Modal(phrase, i);
        while (Adverbs.Contains(phrase.Norm(i)) || (phrase.Norm(i) is "to" && VerbTable.Find(phrase, i + 1) is not null))
            i++;
        return i;
    }

    /// <summary>Whether the duty is one of the application ("the user should read"), not one of the tester ("the user has to read").</summary>
    public static bool IsMust(Phrase phrase, int length) => phrase.To(length).Has("should", "must", "shall", "will");

    private static (int Next, Mood Mood) Modal(Phrase phrase, int i)
    {
        if (phrase.Any(i, "should", "must", "shall", "will", "would", "may", "might", "could"))
        {
            if (phrase.Any(i + 1, "not", "never"))
                return (i + 2, Mood.Negative);
            if (phrase.Is(i + 1, "be", "able", "to"))
                return (i + 4, Mood.Ability);
            return (i + 1, phrase.Any(i, "may", "might", "could") ? Mood.Ability : Mood.Duty);
        }

        if (phrase.Any(i, "can", "cannot", "can't", "can’t", "shouldn't", "mustn't", "won't", "don't", "doesn't", "couldn't"))
            return (i + 1, phrase.Any(i, "can") && !phrase.Any(i + 1, "not", "no") ? Mood.Ability : Mood.Negative);
        if (phrase.Any(i, "do", "does", "did") && phrase.Any(i + 1, "not"))
            return (i + 2, Mood.Negative);
        if (phrase.Any(i, "is", "are", "am") && phrase.Is(i + 1, "able", "to"))
            return (i + 3, Mood.Ability);
        if (phrase.Any(i, "is", "are", "am") && (phrase.Is(i + 1, "going", "to") || phrase.Is(i + 1, "asked", "to") || phrase.Is(i + 1, "required", "to") || phrase.Is(i + 1, "supposed", "to")))
            return (i + 3, Mood.Duty);
        if (phrase.Any(i, "has", "have", "needs", "need", "wants", "want", "tries", "try", "decides", "attempts", "proceeds", "continues") && phrase.Is(i + 1, "to"))
            return (i + 2, Mood.Duty);
        return (i, Mood.Plain);
    }

    // "Mira clicks", "the head nurse presses": somebody unknown with a verb that only people do.
    private static int NamedActor(Phrase phrase, int start)
    {
        for (var k = start + 1; k <= start + 2 && k < phrase.Count; k++)
        {
            if (VerbTable.Find(phrase, k) is { Form: VerbForm.Third, Mended: false } verb && IsHuman(verb.Kind) && phrase[k].Norm.Length > 0 && !phrase[k].IsCapital
                && !(start == 1 && !phrase[k - 1].IsCapital && Motions.Contains(phrase.Norm(k))) && !KindWords.TryKind(phrase.Norm(k - 1), out _) && phrase[k - 1].IsWord && (start == 1 || phrase[k - 1].IsCapital) && VerbTable.Find(phrase, start) is null)
                return k;
        }

        return 0;
    }

    private static bool IsHuman(VerbKind kind) => kind is VerbKind.Click or VerbKind.DoubleClick or VerbKind.RightClick or VerbKind.Press or VerbKind.Enter or VerbKind.Fill or VerbKind.Select or VerbKind.Check or VerbKind.Uncheck or VerbKind.Hover or VerbKind.Drag or VerbKind.Scroll or VerbKind.Upload or VerbKind.Assert or VerbKind.Visit or VerbKind.Go;
}
