using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions.Sentences;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <content>What has to be true.</content>
internal sealed partial class ClauseReader
{
    private UnresolvedReason? AssertThat(Phrase clause, Phrase args, Verb verb)
    {
        args = args.Trim();
        if (verb.Name.EndsWith(" that", StringComparison.Ordinal))
            args = Tokenizer.Cut("that " + args.Raw);
        if (args.Is(0, "to", "see"))
            args = args.From(2);
        if (args.Any(0, "to", "you", "not") && VerbTable.Find(args, args.Is(0, "you") ? 1 : 1) is { Form: VerbForm.Base } action && !args.Any(0, "not"))
            return Instruction(args.From(1), action);
        if (args.Any(0, "by") && VerbTable.Find(args, 1) is { Form: VerbForm.Gerund })
            return Reasons.Knowledge(clause.Raw);
        if (args.Any(0, "in", "on", "under", "at", "inside", "within") && args.Find(1, "that", "if", "whether") is > 1 and var late && Predicates.Find(args.To(late)) < 0)
            return Claim(args.To(late), args.From(late + 1));
        var said = args.Any(0, "that", "whether");
        while (args.Any(0, "that", "if", "whether", "the") && (args.Any(0, "that", "if", "whether") || args.Is(0, "the", "fact", "that")) && args.Count > 1)
            args = args.From(args.Any(0, "the") ? 3 : 1).Trim();
        if (args.IsEmpty)
            return Reasons.NoClaim("the page");
        // "status = "In transit""
        if (args.Find(1, "=") is > 0 and var equals && equals < args.Count - 1 && Predicates.Find(args) < 0)
            return Claim(Tokenizer.Cut($"{args.To(equals).Raw} is {args.From(equals + 1).Raw}"));
        if (Predicates.Find(args) > 0 || args.Any(0, "there", "there's", "it's", "that's") || said && args.Count > 2)
            return Claim(args);
        return Presence(args);
    }

    // "It should be checked that the bay is free": an order, whatever the voice.
    private Outcome? ToBeChecked(Phrase clause)
    {
        if (!clause.Any(0, "it") || clause.Find(2, "that", "whether", "if") is not (> 2 and <= 7 and var that) || that == clause.Count - 1)
            return null;
        var verb = VerbTable.Find(clause, that - 1) ?? (clause.Any(that - 1, "sure", "certain") ? VerbTable.Find(clause, that - 2) : null);
        if (verb is not { Form: VerbForm.Past, Kind: VerbKind.Assert or VerbKind.CheckOrAssert or VerbKind.Check or VerbKind.MakeSure or VerbKind.Confirm or VerbKind.Expect } || !clause.Slice(1, that - 1).Has("is", "be") || clause.To(that).Has("not", "never", "cannot"))
            return null;
        Understood = true;
        return new(AssertThat(clause, clause.From(that), new(VerbKind.Assert, VerbForm.Base, "verify", 1, false)));
    }

    // A thing without a predicate: it is there. Only where the thing is named, otherwise anything could be meant.
    private UnresolvedReason? Presence(Phrase thing)
    {
        thing = Fillers.StripBack(thing.Trim());
        var absent = false;
        var said = false;
        foreach (var word in new[] { "presence", "existence", "visibility", "display", "appearance", "absence" })
        {
            var start = thing.Any(0, "the") ? 1 : 0;
            if (thing.Is(start, word, "of"))
            {
                thing = thing.From(start + 2);
                (absent, said) = (word == "absence", true);
                break;
            }
        }

        if (thing.IsEmpty || Nouns.NeverConcreteWord(thing) is not null)
            return Reasons.NoClaim(thing.Raw);
        var kind = Nouns.HeadKind(thing, out var plural);
        if (!said && !HasQuote(thing) && kind is not (ElementKind.Message or ElementKind.Heading))
            return Reasons.NoClaim(thing.Raw);
        Add(new AssertArguments(Place($"{thing.Mended} {(plural ? "are" : "is")} {(absent ? "not " : "")}displayed")));
        return null;
    }

    private static bool HasQuote(Phrase thing)
    {
        for (var i = 0; i < thing.Count; i++)
        {
            if (thing[i].Kind is TokenKind.Quoted or TokenKind.Template)
                return true;
        }

        return false;
    }

    private UnresolvedReason? Expect(Phrase args)
    {
        args = args.Trim();
        if (args.Any(0, "that") || Predicates.Find(args) > 0 && args.Find(0, "to") < 0)
            return AssertThat(args, args, new(VerbKind.Expect, VerbForm.Base, "expect", 1, false));
        if (args.Is(0, "to", "see") || args.Is(0, "to", "find"))
            return Presence(args.From(2), sure: true);
        if (args.Is(0, "to", "not", "see") || args.Is(0, "not", "to", "see"))
        {
            Add(new AssertArguments(Place($"{args.From(3).Mended} is not displayed")));
            return null;
        }

        for (var i = 1; i < args.Count - 1; i++)
        {
            if (!args.Any(i, "to") || args[i].IsCapital)
                continue;
            var negative = args.Any(i - 1, "not") || args.Any(i + 1, "not");
            var subject = args.To(args.Any(i - 1, "not") ? i - 1 : i);
            var at = args.Any(i + 1, "not") ? i + 2 : i + 1;
            var plural = IsPlural(subject);
            var rest = args.From(at + 1).Mended;
            var verb = args.Norm(at);
            var finite = verb switch
            {
                "be" => (plural ? "are" : "is") + (negative ? " not" : ""),
                "have" when !negative => plural ? "have" : "has",
                _ => negative ? (plural ? "do not " : "does not ") + verb : plural ? verb : Third(verb),
            };
            Add(new AssertArguments(Place($"{subject.Mended} {finite} {rest}".TrimEnd())));
            return null;
        }

        return Presence(args, sure: true);
    }

    private UnresolvedReason? Presence(Phrase thing, bool sure)
    {
        thing = Fillers.StripBack(thing.Trim());
        if (thing.Any(0, "that") || Predicates.Find(thing) > 0)
            return AssertThat(thing, thing, new(VerbKind.Assert, VerbForm.Base, "verify", 1, false));
        if (thing.IsEmpty || Nouns.NeverConcreteWord(thing) is not null || !sure)
            return Reasons.NoClaim(thing.Raw);
        // "The notice "Sent" and no bar below": one is there and the other is not.
        if (thing.Find(1, "and", "but") is > 0 and var and && thing.Any(and + 1, "no") && and + 2 < thing.Count && !thing.Any(0, "no"))
            return Presence(thing.To(and), sure) ?? Presence(thing.From(and + 1), sure);
        Nouns.HeadKind(thing, out var plural);
        plural |= thing[0].IsWord && (thing.Any(0, "no", "only", "exactly") || NumberWords.TryCardinal(thing.Norm(0), out _)) && IsPlural(thing);
        Add(new AssertArguments(Place($"{thing.Mended} {(plural ? "are" : "is")} displayed")));
        return null;
    }

    private UnresolvedReason? See(Phrase clause, Phrase args, Verb verb)
    {
        var trimmed = args.Trim();
        if (trimmed.IsEmpty || verb.Name is "look" or "find" or "find out" && !trimmed.Any(0, "that", "whether", "if"))
            return Reasons.Knowledge(clause.Raw, $"Verify that {(trimmed.IsEmpty ? "..." : trimmed.Raw)} is displayed");
        if (trimmed.Any(0, "that", "if", "whether", "how") || Predicates.Find(trimmed) > 0)
            return AssertThat(clause, args, verb);
        return Presence(trimmed);
    }

    private UnresolvedReason? ActorClaim(Phrase clause, Phrase rest)
    {
        Understood = true;
        if (Nouns.NeverConcreteWord(clause) is { } word)
            return Reasons.Vague(word);
        // "I am logged in as admin": how to get there is not said.
        if (clause.Has("logged", "signed", "authenticated", "registered", "authorised", "authorized") && !clause.Has("should", "must") || clause.Has("account", "subscription", "permission", "permissions", "access", "role") && clause.Has("has", "have"))
            return Reasons.Knowledge(clause.Raw, "Verify that ..., or write the single actions that lead there");
        if (rest.Any(0, "is", "are", "gets") && VerbTable.Find(rest, 1) is { Kind: VerbKind.Business, Form: VerbForm.Past } done && !IsAlsoState(done))
            return Reasons.Knowledge(clause.Raw, $"Verify that {clause.Raw}");
        if (Predicates.Find(clause) > 0 || VerbTable.Find(rest, 0) is { Kind: VerbKind.See or VerbKind.Read } || clause.Any(0, "i", "we", "you", "they") && clause.Any(1, "am", "are", "should", "can", "must", "cannot", "can't"))
        {
            if (clause.Is(0, "i", "am", "on") || clause.Is(0, "the", "user", "is", "on") || clause.Is(0, "we", "are", "on"))
            {
                var place = clause.From(clause.Is(0, "the") ? 4 : 3);
                if (Address(place) is { } url && _out.Count == 0)
                {
                    Add(new NavigateArguments(url));
                    return null;
                }
            }

            return Claim(clause);
        }

        return VerbTable.Find(rest, 0) is { Kind: VerbKind.Business } verb ? Business(rest, verb) : Reasons.UnknownVerb(rest.IsEmpty ? clause.Raw : rest[0].Raw, null);
    }

    private UnresolvedReason? StateOrKnowledge(Phrase clause)
    {
        if (clause.Has("logged", "authenticated") && !clause.Has("should", "must"))
            return Reasons.Knowledge(clause.Raw);
        return Claim(clause);
    }

    private UnresolvedReason? Claim(Phrase place, Phrase claim)
    {
        _location ??= place.Trim();
        return Claim(claim);
    }

    private UnresolvedReason? Claim(Phrase claim)
    {
        Understood = true;
        claim = claim.Trim();
        // "It is important that "Saved" is shown": what is behind it is the claim.
        if (claim.Any(0, "it") && claim.Find(2, "that") is > 1 and <= 7 and var that && claim.Any(that - 1, "important", "essential", "expected", "required", "necessary", "case", "so", "crucial", "vital") && claim.Count > that + 2 && !claim.To(that).Has("not", "isn't", "no"))
            claim = claim.From(that + 1).Trim();
        if (claim.IsEmpty)
            return Reasons.NoClaim("the page");
        if (Nouns.NeverConcreteWord(claim) is { } open)
            return Reasons.Vague(open);
        if (VagueClaim(claim) is { } vague)
            return vague;
        Add(new AssertArguments(Place(ClaimText(claim))));
        return null;
    }

    private static UnresolvedReason? VagueClaim(Phrase claim)
    {
        var verb = Predicates.Find(claim);
        if (claim.Has("expected") && claim.Find(0, "as") is >= 0 and var asExpected && claim.Any(asExpected + 1, "expected"))
            return Reasons.Vague("as expected");
        if (verb > 0 && claim.Any(verb, "works", "work") && claim.Count <= verb + 3)
            return Reasons.Vague(claim.Raw);
        if (verb > 0 && claim.Any(verb, "looks", "look") && claim.Any(verb + 1, "good", "right", "fine", "ok", "okay", "correct", "nice", "well", "as"))
            return Reasons.Vague(claim.Raw);
        if (verb > 0 && claim.Count <= 5 && claim.Any(verb, "is", "are") && claim.Any(verb + 1, "correct", "fine", "okay", "ok", "good", "right", "reasonable", "sensible", "proper", "appropriate") && claim.Count == verb + 2)
            return Reasons.Vague(claim.Raw);
        return null;
    }

    /// <summary>A place in front of the sentence belongs to the claim; leaving it out would weaken it.</summary>
    private string Place(string claim)
    {
        if (_location is not { } location)
            return claim;
        _location = null;
        return Nouns.HeadKind(location.From(1)) is ElementKind.Page ? claim : $"{location.Raw}, {claim}";
    }

    // "must list" says "lists"; "it must not be possible to click X" says "X cannot be clicked".
    private static string ClaimText(Phrase claim)
    {
        if (claim.Any(0, "it") && claim.Find(1, "possible") is > 0 and <= 6 and var possible && claim.Any(possible + 1, "to") && VerbTable.Find(claim, possible + 2) is { } action)
        {
            var negative = claim.To(possible).Has("not", "no", "isn't", "shouldn't", "mustn't", "longer", "never");
            var target = claim.From(possible + 2 + action.Length);
            var participle = action.Kind switch { VerbKind.Click or VerbKind.Press => "clicked", VerbKind.Enter => "edited", VerbKind.Select => "selected", VerbKind.Check => "checked", _ => "" };
            if (participle.Length > 0 && !target.IsEmpty)
                return $"{target.Mended} {(negative ? "cannot" : "can")} be {participle}";
        }

        // "A message confirms "Sent"": that is what it says.
        for (var i = 1; i < claim.Count - 1; i++)
        {
            if (Predicates.Announces(claim, i) && i == claim.Count - 2 && claim[i + 1].Kind == TokenKind.Quoted)
                return $"{claim.To(i).Mended} says {claim.From(i + 1).Mended}";
        }

        if (claim.Is(0, "there", "should", "be") || claim.Is(0, "there", "must", "be"))
        {
            var rest = claim.From(3);
            return $"there {(rest.Any(0, "no") && rest.Count > 1 && rest.Norm(1).EndsWith('s') || IsPlural(rest) ? "are" : "is")} {rest.Mended}";
        }

        if (Obligation(claim) is (> 0 and var must, var behind))
        {
            var subject = claim.To(must);
            var plural = IsPlural(subject);
            var negative = claim.To(behind).From(must).Has("not") || claim.Any(behind, "not");
            var at = claim.Any(behind, "not") ? behind + 1 : behind;
            var adverb = "";
            while (at < claim.Count - 1 && claim.Any(at, "now", "also", "still", "then", "again", "always", "only", "immediately"))
                adverb += " " + claim[at++].Raw;
            var verb = claim.Norm(at);
            if (verb.Length > 0 && at < claim.Count)
            {
                var finite = verb switch
                {
                    "be" => (plural ? "are" : "is") + (negative ? " not" : "") + adverb,
                    "have" when !negative => plural ? "have" : "has",
                    _ => negative ? (plural ? "do not " : "does not ") + verb : plural ? verb : Third(verb),
                };
                return $"{subject.Mended} {finite} {claim.From(at + 1).Mended}".TrimEnd();
            }
        }

        return claim.Mended;
    }

    // Where "must", "has to", "ought to", "is supposed to" stand in a claim, and what comes behind; only with a verb there.
    private static (int At, int Behind) Obligation(Phrase claim)
    {
        for (var i = 1; i < claim.Count - 1; i++)
        {
            // "The error says the name must be given": what is said stays as it is said.
            if (claim.Any(i, "says", "say", "states", "reads", "tells", "complains", "warns", "explains", "demands", "mentions") && i > 1)
                return (-1, -1);
            if (claim[i].IsCapital || claim.Any(i - 1, "that", "which", "who", "not", "doesn't", "don't"))
                continue;
            if (claim.Any(i, "must", "shall"))
                return (i, i + 1);
            var to = claim.Any(i, "is", "are") && claim.Any(i + 1, "supposed", "meant", "expected", "bound") ? i + 2 : i + 1;
            if (claim.Any(i, "ought") && claim.Any(to, "not"))
                to++;
            if (to < claim.Count - 1 && claim.Any(to, "to") && (claim.Any(i, "has", "have", "needs", "need", "ought") || to == i + 2) && !claim[to + 1].IsLiteral && !claim[to + 1].IsCapital && (claim.Any(to + 1, "be", "have", "not", "say", "show", "read", "contain", "stand", "appear", "list", "stay", "remain", "hold", "display", "mention", "start", "end", "begin", "disappear", "vanish", "go", "come", "match", "equal", "include")))
                return (i, to + 1);
        }

        return (-1, -1);
    }

    private static bool IsPlural(Phrase subject)
    {
        subject = subject.Trim();
        if (subject.Has("and"))
            return true;
        if (subject.Any(0, "all", "both", "these", "those", "several") || subject[0].IsWord && NumberWords.TryCardinal(subject.Norm(0), out var number) && number > 1)
            return true;
        var head = subject.To(Nouns.HeadEnd(subject));
        var last = head.IsEmpty ? "" : head.Norm(head.Count - 1);
        return last.Length > 3 && last.EndsWith('s') && !last.EndsWith("ss", StringComparison.Ordinal) && !last.EndsWith("us", StringComparison.Ordinal) && !last.EndsWith("is", StringComparison.Ordinal);
    }

    private static string Third(string verb) => verb switch
    {
        "have" => "has",
        "do" => "does",
        "go" => "goes",
        _ when verb.EndsWith('s') || verb.EndsWith('x') || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) => verb + "es",
        _ when verb.EndsWith('y') && verb.Length > 1 && "aeiou".IndexOf(verb[^2], StringComparison.Ordinal) < 0 => verb[..^1] + "ies",
        _ => verb + "s",
    };
}
