using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <summary>Takes lists apart: "the checkboxes of Ana and Tom", "A and B", "the Name and Email fields".</summary>
internal static class Listing
{
    /// <summary>One element of a list.</summary>
    /// <param name="Phrase">Its words.</param>
    /// <param name="Text">Its description, when it is not just its words.</param>
    public readonly record struct Item(Phrase Phrase, string? Text);

    /// <summary>The elements that a description means.</summary>
    /// <param name="args">The description.</param>
    /// <param name="eager">Whether capitalised names are taken apart (checkboxes, options) or kept as one label (buttons).</param>
    public static List<Item> Targets(Phrase args, bool eager)
    {
        args = args.Trim();
        if (args.Any(0, "both") && args.Count > 2)
            args = args.From(1);
        // "the following in order: A, B, C"
        if (args.Find(1, ":") is > 0 and var colon && args.To(colon).Has("following", "these") && Split(args.From(colon + 1)) is { Count: > 1 } named && Nouns.HeadKind(args.To(colon)) is null)
            return [.. named.Select(item => new Item(item, null))];
        if (PrefixPlural(args) is { } prefixed)
            return prefixed;
        var items = Split(args);
        if (items.Count < 2)
            return [new(args, null)];
        if (SuffixPlural(args, items) is { } suffixed)
            return suffixed;
        if (!(eager ? items.TrueForAll(IsName) : items.TrueForAll(IsComplete)))
            return [new(args, null)];
        // "A and B in the Conditions section": the place belongs to both.
        var last = items[^1];
        var tail = Nouns.HeadEnd(last);
        var shared = tail < last.Count && items.Take(items.Count - 1).All(item => Nouns.HeadEnd(item) == item.Count) && last.Any(tail, "in", "on", "under", "of", "inside", "within", "at", "for") ? last.From(tail).Raw : null;
        return [.. items.Select((item, index) => shared is null || index == items.Count - 1 ? new Item(item, null) : new Item(item, $"{item.Target} {shared}"))];
    }

    /// <summary>Parts between commas and "and".</summary>
    public static List<Phrase> Split(Phrase phrase)
    {
        var items = new List<Phrase>();
        var start = 0;
        var depth = 0;
        for (var i = 0; i <= phrase.Count; i++)
        {
            if (phrase.Norm(i) == "(")
                depth++;
            if (phrase.Norm(i) == ")")
                depth--;
            var separator = i < phrase.Count && depth == 0 && (phrase.Any(i, ",", ";", "and", "&", "plus") || phrase[i].Kind == TokenKind.Break);
            if (i < phrase.Count && !separator)
                continue;
            var item = phrase.Slice(start, i).Trim();
            if (!item.IsEmpty)
                items.Add(item);
            start = i + 1;
        }

        return items;
    }

    private static bool IsName(Phrase item)
    {
        var first = item[0];
        return first.IsLiteral || first.IsCapital || (Nouns.IsDeterminer(first.Norm) && item.Count > 1);
    }

    // A description that stands on its own beyond doubt: quoted, or an article with a word for its kind.
    private static bool IsComplete(Phrase item)
    {
        if (item.OnlyLiteral is { Kind: TokenKind.Quoted })
            return true;
        if (item.Any(0, "the", "a", "an") && item.Count > 1)
            return Nouns.HeadKind(item) is not null || item.Count > 2 && item[1].Kind == TokenKind.Quoted || item[1].Kind == TokenKind.Quoted && item.Count == 2;
        return item[0].Kind == TokenKind.Quoted && Nouns.HeadKind(item) is not null || Nouns.KindEndingAt(item, item.Count, out _, out _, out var length) && item.Count > length && item[0].IsCapital;
    }

    // "the checkboxes of orders #5008 and #5007", "the boxes next to A and B", "the tags red, green".
    private static List<Item>? PrefixPlural(Phrase args)
    {
        var i = 0;
        while (args.Any(i, "the", "these", "following", "two", "three"))
            i++;
        for (var length = Math.Min(KindWords.LongestPhrase, args.Count - i - 1); length > 0; length--)
        {
            if (!KindWords.TryKind(Nouns.Join(args, i, length), out _, out var plural) || !plural)
                continue;
            var rest = args.From(i + length);
            var relation = "";
            foreach (var words in new[] { new[] { "next", "to" }, ["of"], ["for"], ["labelled"], ["labeled"], ["named"], ["called"], ["beside"], ["in", "the", "rows", "of"], ["in", "the", "row", "of"], ["in", "front", "of"], [":"] })
            {
                if (!rest.Is(0, words))
                    continue;
                relation = words[0] == ":" ? "" : string.Join(' ', words).Replace("rows", "row", StringComparison.Ordinal) + " ";
                rest = rest.From(words.Length);
                break;
            }

            var items = Split(rest);
            if (items.Count < 2 || !items.TrueForAll(item => item[0].IsLiteral || item[0].IsCapital || Nouns.IsDeterminer(item[0].Norm) || item == items[0] && item.Count == 2 && item[1].IsLiteral))
                return null;
            var kind = Singular(Nouns.Join(args, i, length));
            var noun = "";
            if (items[0] is { Count: 2 } first && first[0] is { IsWord: true, IsCapital: false } shared && items.Skip(1).All(item => item.Count == 1 && item[0].IsLiteral))
            {
                noun = Singular(shared.Norm) + " ";
                items[0] = first.From(1);
            }

            return [.. items.Select(item => new Item(item, $"{kind} {relation}{noun}{item.Target}"))];
        }

        return null;
    }

    // "the Name and Email fields", "the "A", "B" and "C" checkboxes", "the first and second checkbox".
    private static List<Item>? SuffixPlural(Phrase args, List<Phrase> items)
    {
        var last = items[^1];
        var end = Nouns.HeadEnd(last);
        if (!Nouns.KindEndingAt(last, end, out _, out var plural, out var length) || end - length < 1)
            return null;
        var ordinals = items.TrueForAll(item => NumberWords.TryOrdinal(item.Norm(item.Any(0, "the") ? 1 : 0), out _)) && items.Take(items.Count - 1).All(item => item.Count <= 2);
        if (!plural && !ordinals)
            return null;
        for (var i = 0; i < items.Count - 1; i++)
        {
            if (Nouns.KindEndingAt(items[i], items[i].Count, out _, out _, out var own) && own < items[i].Count && items[i].Count > 1 && !ordinals)
                return null;
        }

        var kind = plural ? Singular(Nouns.Join(last, end - length, length)) : Nouns.Join(last, end - length, length);
        var tail = end < last.Count ? " " + last.From(end).Raw : "";
        return [.. items.Select((item, index) => new Item(item, $"{(index == items.Count - 1 ? item.To(end - length) : item).Target} {kind}{tail}"))];
    }

    private static string Singular(string plural)
    {
        foreach (var singular in KindWords.Singulars(plural))
        {
            if (KindWords.TryKind(singular, out _))
                return singular;
        }

        return plural.EndsWith('s') && plural.Length > 3 ? plural[..^1] : plural;
    }
}
