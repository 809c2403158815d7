using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Words;

/// <summary>What a description says about the kind of element it means, and whether it says enough to mean one.</summary>
internal static class Nouns
{
    public static readonly string[] Relations = ["of", "in", "on", "at", "next", "beside", "under", "below", "above", "near", "for", "from", "with", "labelled", "labeled", "named", "called", "titled", "inside", "within", "that", "which", "whose", "to", "belonging", "containing", "between", "after", "before", "into", "as", "behind", "reading", "saying"];

    private static readonly string[] HeadEnds = [.. Relations, "(", ","];

    private static readonly HashSet<string> Determiners = new(StringComparer.Ordinal) { "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "my", "your", "our", "both", "all", "every", "each", "any", "some", "another", "no" };

    // Adjectives that leave the choice to the reader.
    private static readonly HashSet<string> Open = new(StringComparer.Ordinal)
    {
        "random", "any", "some", "valid", "invalid", "correct", "incorrect", "wrong", "arbitrary", "appropriate", "suitable", "proper", "necessary", "needed", "mandatory", "required", "relevant", "various", "several", "different", "other", "another", "remaining", "certain", "such", "sample", "dummy", "fake", "unique", "existing", "nonexistent", "non-existing",
        "non-existent", "typical", "similar", "realistic", "plausible", "usual", "desired", "preferred", "favourite", "favorite", "matching", "corresponding", "respective", "available", "unknown", "unregistered", "registered", "missing", "expected", "same", "cheapest", "best", "many", "multiple", "few", "more", "enough", "too", "very", "long", "short", "strong", "weak", "malformed", "your", "my", "our", "their", "his", "her", "default", "test", "one", "whatever", "whichever", "something", "anything", "everything", "nothing", "someone", "somewhere",
    };

    private static readonly HashSet<string> NeverConcrete = new(StringComparer.Ordinal) { "whatever", "whichever", "something", "somewhere", "anything", "anywhere", "everything", "everywhere", "someone", "anyone", "somehow", "random", "randomly", "arbitrary", "etc", "wherever", "whoever" };

    // Controls of which one chooses a value rather than typing it.
    private static readonly HashSet<string> Choices = new(StringComparer.Ordinal)
    {
        "status", "priority", "role", "currency", "country", "language", "category", "type", "gender", "assignee", "timezone", "time zone", "vat", "vat rate", "tax rate", "state", "severity", "salutation", "payment method", "payment terms", "shipping method", "delivery method", "unit", "theme", "sort order", "page size", "rows per page", "visibility", "department", "frequency", "period", "region", "locale", "title prefix", "stage", "level", "nationality", "size", "colour", "color",
    };

    /// <summary>Whether the word begins a noun phrase.</summary>
    public static bool IsDeterminer(string word) => Determiners.Contains(word);

    /// <summary>Whether a bare field name usually belongs to a control with fixed choices.</summary>
    public static bool IsChoice(Phrase phrase)
    {
        var name = TextFold.Fold(phrase.OnlyLiteral?.Value ?? phrase.Target);
        // A filter is of the kind of what it filters by: "the status filter" is chosen from, "the name filter" is typed into.
        if (name.EndsWith(" filter", StringComparison.Ordinal))
            name = name[..^" filter".Length];
        // "Line of business", "kind of cargo": one of a few.
        var of = name.IndexOf(" of ", StringComparison.Ordinal);
        if (of > 0 && name[..of] is var head && (head.StartsWith("the ", StringComparison.Ordinal) ? head[4..] : head) is "line" or "kind" or "sort" or "type" or "mode" or "class" or "method" or "category" or "means" or "unit" or "condition")
            return true;
        return Choices.Contains(name) || HeadKind(phrase) is ElementKind.Dropdown;
    }

    /// <summary>Kind of element the description's head word names; null when none does. Quoted text names no kind.</summary>
    public static ElementKind? HeadKind(Phrase phrase) => HeadKind(phrase, out _);

    /// <summary>As above, telling whether it stands in the plural.</summary>
    public static ElementKind? HeadKind(Phrase phrase, out bool plural)
    {
        phrase = phrase.Trim();
        plural = false;
        var end = HeadEnd(phrase);
        // Longest kind phrase at the end of the head, then at its beginning ("field "Email"", "card TL-101").
        if (KindEndingAt(phrase, end, out var kind, out plural, out _))
            return kind;
        for (var start = 0; start < end; start++)
        {
            for (var length = Math.Min(KindWords.LongestPhrase, end - start); length > 0; length--)
            {
                if (AllWords(phrase, start, length) && KindWords.TryKind(Join(phrase, start, length), out kind, out plural) && (kind != ElementKind.Any))
                    return start == 0 || phrase.At(start + length) is not { IsCapital: true } ? kind : kind;
            }
        }

        return null;
    }

    /// <summary>Whether a kind phrase ends at an index.</summary>
    public static bool KindEndingAt(Phrase phrase, int end, out ElementKind kind, out bool plural, out int length)
    {
        for (length = Math.Min(KindWords.LongestPhrase, end); length > 0; length--)
        {
            if (AllWords(phrase, end - length, length) && KindWords.TryKind(Mended(phrase, end - length, length), out kind, out plural))
                return true;
        }

        kind = ElementKind.Any;
        plural = false;
        length = 0;
        return false;
    }

    /// <summary>Index at which the head of a description ends and its relations (of, in, next to ...) begin.</summary>
    public static int HeadEnd(Phrase phrase)
    {
        // "the Next button": a relation is never written with a capital.
        var i = phrase.Find(1, HeadEnds);
        while (i > 0 && phrase[i].IsCapital)
            i = phrase.Find(i + 1, HeadEnds);
        return i < 0 ? phrase.Count : i;
    }

    /// <summary>Why a description cannot mean one element, or null.</summary>
    public static UnresolvedReason? Vagueness(Phrase phrase)
    {
        phrase = phrase.Trim();
        if (phrase.IsEmpty)
            return Reasons.NoTarget();
        if (NeverConcreteWord(phrase) is { } word)
            return Reasons.Vague(word);
        if (phrase.Count == 1 && phrase.Any(0, "nothing", "none", "nobody") && !phrase[0].IsCapital)
            return Reasons.Vague(phrase.Raw);
        // "e-mail and the same address below"
        if (phrase.Find(1, "and", ",") is > 0 and var also && (phrase.Any(also + 1, "same") || phrase.Is(also + 1, "the", "same")))
            return Reasons.Vague(phrase.Raw);
        // "of the menu", "the button for": half of a description.
        if (phrase.Count > 1 && (phrase.Any(0, "of", "than", "until", "till", "onto", "into", "because", "through", "across", "around", "about", "along") && !phrase[0].IsCapital || phrase.Any(phrase.Count - 1, "for", "of", "from", "with", "to", "the", "a", "an") && !phrase[phrase.Count - 1].IsCapital))
            return Reasons.NoTarget();
        var specific = IsSpecific(phrase);
        var i = 0;
        while (i < phrase.Count && phrase.Any(i, "the", "a", "an", "this", "that", "these", "those"))
            i++;
        var first = phrase.At(i);
        var lower = first is { IsWord: true, IsCapital: false };
        if (lower && phrase.Any(i, "all", "every", "each", "any", "some", "several", "many", "various", "multiple", "both", "whichever", "few") && !(phrase.Any(i, "both") && specific))
            return phrase.Any(i, "all", "every", "each", "both") ? Reasons.Loop(phrase.Raw) : Reasons.Vague(phrase.Raw);
        // "the size that is available"
        if (!specific && phrase.Find(1, "that", "which") is > 0 and var relative && phrase.Any(relative + 1, "is", "are") && Open.Contains(phrase.Norm(relative + 2)) && relative + 3 == phrase.Count)
            return Reasons.Vague(phrase.Raw);
        if (lower && phrase.Is(i, "one", "of") && !phrase.Is(i, "one", "of", "the", "following"))
            return Reasons.Vague(phrase.Raw);
        if (lower && phrase.Count - i > 1 && Open.Contains(first!.Norm) && !specific)
            return Reasons.Vague(phrase.Raw);
        // "a customer": which one is not said. "a" in front of a capital may be a name ("A4 paper").
        if (phrase.Any(0, "a", "an") && !phrase[0].IsCapital && !specific && HeadKind(phrase) is not (ElementKind.Page or ElementKind.Field))
            return Reasons.Vague(phrase.Raw);
        return null;
    }

    /// <summary>Whether something in it singles out one thing: quoted text, a template, a number, a name with a capital, an ordinal.</summary>
    public static bool IsSpecific(Phrase phrase)
    {
        for (var i = 0; i < phrase.Count; i++)
        {
            if (phrase[i].IsLiteral || (phrase[i].IsCapital && phrase[i].Norm is not ("i" or "a" or "the")) || (phrase[i].IsWord && NumberWords.TryOrdinal(phrase[i].Norm, out _)))
                return true;
        }

        return false;
    }

    /// <summary>Whether it is specific, or names its thing after the kind ("the tag camping").</summary>
    public static bool IsSpecificOrNamed(Phrase phrase) => IsSpecific(phrase) || phrase.Trim().Count > (IsDeterminer(phrase.Norm(0)) ? 2 : 1) && !phrase.Any(0, "a", "an", "all", "every");

    /// <summary>A word that names nothing (<c>something</c>, <c>whatever</c>), or null.</summary>
    public static string? NeverConcreteWord(Phrase phrase)
    {
        for (var i = 0; i < phrase.Count; i++)
        {
            if (phrase[i] is { IsWord: true, IsCapital: false } word && NeverConcrete.Contains(word.Norm))
                return word.Norm;
        }

        return null;
    }

    /// <summary>Whether the text to be typed or chosen is only described, not given.</summary>
    public static bool IsOpenValue(Phrase phrase)
    {
        phrase = phrase.Trim();
        if (phrase.IsEmpty || phrase.OnlyLiteral is not null)
            return false;
        if (NeverConcreteWord(phrase) is not null)
            return true;
        var first = phrase[0];
        if (!first.IsWord || (first.IsCapital && phrase.Start > 0 && first.Norm is not ("a" or "an" or "the")))
            return false;
        if (phrase.Any(0, "a", "an", "the", "some", "any", "all", "this", "that", "these", "those", "my", "your", "his", "her", "their", "its", "our", "it", "them", "him"))
            return true;
        return Open.Contains(first.Norm) && (phrase.Count > 1 || NeverConcrete.Contains(first.Norm));
    }

    public static string Join(Phrase phrase, int start, int length)
    {
        if (length == 1)
            return phrase[start].Norm;
        return string.Join(' ', Enumerable.Range(start, length).Select(phrase.Norm));
    }

    private static string Mended(Phrase phrase, int start, int length)
    {
        var joined = Join(phrase, start, length);
        if (length == 1 && !KindWords.TryKind(joined, out _))
        {
            foreach (var word in TypoKinds)
            {
                if (Spelling.IsTypoOf(joined, word))
                    return word;
            }
        }

        return joined;
    }

    private static readonly string[] TypoKinds = ["button", "field", "dropdown", "checkbox", "link", "toggle", "switch", "dialog", "column", "section", "heading", "message"];

    private static bool AllWords(Phrase phrase, int start, int length)
    {
        if (start < 0)
            return false;
        for (var i = start; i < start + length; i++)
        {
            if (!phrase[i].IsWord)
                return false;
        }

        return true;
    }
}
