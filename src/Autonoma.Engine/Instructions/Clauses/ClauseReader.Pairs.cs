using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <content>Fields and their values in pairs: "fill in the form with ...", lists and tables of fields.</content>
internal sealed partial class ClauseReader
{
    /// <summary>A field and its value from a list or table; an empty cell leaves the field empty.</summary>
    public UnresolvedReason? ReadPair(Phrase target, string value)
    {
        Understood = true;
        if (value.Trim().Length == 0)
            return Empty(target);
        var phrase = Tokenizer.Cut(value);
        // Cells hold data: only what is said to be open ("any valid e-mail") is refused.
        if (phrase.OnlyLiteral is null && phrase.Any(0, "the"))
            return Reasons.NoValue("fill in", target.Target);
        return Pair(target, phrase, "fill in");
    }

    private UnresolvedReason? Fill(Phrase args)
    {
        args = args.Trim();
        if (PairsAfterColon(args, "fill in") is { } listed)
            return listed.Reason;
        if (args.IsEmpty)
            return Reasons.NoTarget("fill in");
        if (args.Is(0, "in"))
            args = args.From(1);
        // Pairs that share the verb: every part must be one, or the list is part of a name or value.
        var items = Listing.Split(args);
        var pairs = items.ConvertAll(FillPair);
        if (items.Count > 1 && pairs.TrueForAll(pair => pair is not null))
        {
            foreach (var pair in pairs)
            {
                if (FillOne(pair!.Value) is { } failed)
                    return failed;
            }

            return null;
        }

        if (FillPair(args) is { } one)
            return FillOne(one);
        return Nouns.NeverConcreteWord(args) is { } word ? Reasons.Vague(word) : Vagueness(args) ?? Reasons.NoValue("fill in", args.Target);
    }

    private UnresolvedReason? FillOne((Phrase Target, Phrase Value, bool Into) pair)
    {
        // "Fill in the form with valid data"
        if (!pair.Into && Nouns.HeadKind(pair.Target) is ElementKind.Section or ElementKind.Page or ElementKind.Dialog && !Nouns.IsSpecific(pair.Target))
            return Reasons.NoValue("fill in", pair.Target.Target);
        return pair.Into ? EnterPair(pair.Value, pair.Target, "fill in") : Pair(pair.Target, pair.Value, "fill in");
    }

    private static (Phrase Target, Phrase Value, bool Into)? FillPair(Phrase item)
    {
        item = item.Trim();
        for (var i = 1; i < item.Count - 1; i++)
        {
            if (item.Any(i, "with", "=", ":", "by") && !item[i].IsCapital)
                return (item.To(i), item.From(i + 1), false);
        }

        if (item[0].IsLiteral && item.Find(1, "in", "into", "for", "as", "to", "inside", "on") is 1 and var into)
            return item.Count > into + 1 ? (item.From(into + 1), item.To(into), true) : null;
        if (item.Find(1, "into", "in") is > 0 and var place && item.At(place + 1) is { } right && (Nouns.IsDeterminer(right.Norm) || right.Kind == TokenKind.Quoted) && item[place - 1] is { } value && (value.IsLiteral || value.IsCapital) && !item.Any(0, "the"))
            return (item.From(place + 1), item.To(place), true);
        if (item.Count > 1 && item[item.Count - 1].IsLiteral && !item[0].IsLiteral)
        {
            var target = item.To(item.Count - 1).Trim();
            return (target.Count > 1 && target.Any(target.Count - 1, "as", "to") ? target.To(target.Count - 1) : target, item.From(item.Count - 1), false);
        }

        if (item.Find(1, "as") is > 0 and var asValue && asValue < item.Count - 1)
            return item[0].IsLiteral || item[0].IsCapital && item.Any(asValue + 1, "the", "its", "his", "her", "their") ? (item.From(asValue + 1), item.To(asValue), true) : (item.To(asValue), item.From(asValue + 1), false);
        return null;
    }

    // "the following: Name: X; IBAN: Y", "the line item: Qty = 3, VAT = 10 %"
    private Outcome? PairsAfterColon(Phrase args, string verb)
    {
        var colon = args.Find(0, ":");
        if (colon < 0 || colon == args.Count - 1)
            return null;
        var head = args.To(colon);
        var body = args.From(colon + 1).Trim();
        var parts = SplitPairs(body);
        if (parts.Count == 0)
            return null;
        var introduces = head.Any(0, "the", "in") || head.IsEmpty || head.Has("following", "form", "details", "data", "fields", "values", "item", "with");
        if (!introduces || parts.TrueForAll(part => part is null))
            return null;
        foreach (var part in parts)
        {
            if (part is not { } pair)
                return new(Reasons.NoValue(verb, body.Target));
            if (Pair(pair.Target, pair.Value, verb) is { } failed)
                return new(failed);
        }

        return new(null);
    }

    private static List<(Phrase Target, Phrase Value)?> SplitPairs(Phrase body)
    {
        var parts = new List<(Phrase, Phrase)?>();
        foreach (var item in Listing.Split(body))
        {
            var mark = item.Find(1, ":", "=", "-", "→");
            if (mark > 0 && mark < item.Count - 1)
                parts.Add((item.To(mark), item.From(mark + 1)));
            else if (item.Count > 1 && item[item.Count - 1].IsLiteral && !item[0].IsLiteral)
                parts.Add((item.To(item.Count - 1), item.From(item.Count - 1)));
            else if (parts.Count > 0 && parts[^1] is { } previous)
                parts[^1] = (previous.Item1, previous.Item2 with { End = item.End });
            else
                parts.Add(null);
        }

        return parts;
    }
}
