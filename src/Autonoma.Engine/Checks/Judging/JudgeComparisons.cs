using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"The total is greater than 100", "the price of A is lower than that of B", "A costs more than B".</summary>
internal sealed partial class Judge
{
    private static readonly string[] Greater = ["greater", "higher", "larger", "bigger", "more", "later", "longer", "above", "over", "newer"];
    private static readonly string[] Smaller = ["less", "lower", "smaller", "fewer", "cheaper", "earlier", "shorter", "below", "under", "older"];

    private Ruling Compare(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var expected = $"{ClaimToken.Join(subject)} is {ClaimToken.Join(obj)}";
        var than = obj.FindIndex(t => t.Is("than"));
        var word = than > 0 ? obj[than - 1] : null;
        var up = word?.Is(Greater) == true;
        if (word is null || !up && !word.Is(Smaller) || than != 1 || than + 1 >= obj.Count)
            return Ruling.Unknown(expected, "this comparison cannot be judged here");
        var other = obj[(than + 1)..];
        // "cheaper", "older" say themselves what is compared.
        List<ClaimToken> Of(List<ClaimToken> thing) => word.Is("cheaper") ? [.. thing, ClaimToken.Word("'s"), ClaimToken.Word("price")] : thing;
        (SortKey Key, UiNode Node)? Figure(List<ClaimToken> thing) => Quantity(Of(thing)) ?? (word.Is("cheaper") && PriceIn(thing) is { } price ? (SortKey.Read(_scene.ShownText(price.Node)), price.Node) : null);
        if (Figure(subject) is not { } left)
            return Ruling.Unknown(expected, $"the number of '{ClaimToken.Join(subject)}' is not found once");
        // "that of B": the same figure of another one.
        if (other.Count > 2 && other[0].Is("that", "the") && other[1].Is("of", "one") && subject.FindIndex(t => t.Is("of")) is > 0 and var of)
            other = [.. subject[..of], .. other.Skip(1)];
        if (ValueText.TryQuantity(Phrase.Tokens(RawText(other)), out var number, out var units) && other.Any(t => t.HasDigit) && !(word.Is("cheaper") && PriceIn(other) is not null))
        {
            // Without a unit the number is meant as it is shown.
            if (units.Count == 0 && ValueText.TryQuantity(Phrase.Tokens(left.Key.Text), out var shown, out _))
                return Ruling.Of(up ? shown > number : shown < number, expected, $"it is {left.Key}", left.Node);
            return Ordered(left, (SortKey.Read(RawText(other)), left.Node));
        }

        // "A's price is higher than B's", "the price of A is higher than B"
        var attribute = subject.FindIndex(t => t.Is("'s")) is > 0 and var possessive ? subject[(possessive + 1)..] : subject.FindIndex(t => t.Is("of")) is > 0 and var cut ? subject[..cut] : [];
        if (other[^1].Is("'s"))
            other = other[..^1];
        if ((Figure(other) ?? (attribute.Count > 0 ? Quantity([.. other, ClaimToken.Word("'s"), .. attribute]) : null)) is not { } second)
            return Ruling.Unknown(expected, $"the number of '{ClaimToken.Join(other)}' is not found once");
        return Ordered(left, second);

        Ruling Ordered((SortKey Key, UiNode Node) one, (SortKey Key, UiNode Node) two)
        {
            if (one.Key is { Number: null, Date: null } || !SortKey.AreComparable([one.Key, two.Key]))
                return Ruling.Unknown(expected, $"'{one.Key}' and '{two.Key}' are not told in one unit and form");
            // Who is 44 is older than who is 31, and what is dated later is newer: only a point in time says which is meant.
            if (word.Is("later", "earlier", "newer", "older") && !one.Key.IsInTime)
                return Ruling.Unknown(expected, $"'{one.Key}' is no point in time");
            var order = one.Key.CompareTo(two.Key);
            return Ruling.Of(up ? order > 0 : order < 0, expected, $"{one.Key} and {two.Key}", one.Node, two.Node);
        }
    }

    private (SortKey Key, UiNode Node)? Quantity(List<ClaimToken> subject)
    {
        var phrase = Read(subject);
        if (phrase.Quantifier.Length > 0 || phrase.IsEmpty)
            return null;
        var slots = _resolver.Slots(phrase, true, out var sure);
        if (slots.Count == 0 || !sure)
            return null;
        // A field and the cell that holds it with its unit: the same figure.
        var figures = slots.Select(s => (Key: SortKey.Read(TextOf(s)), Node: s.Value)).ToList();
        if (figures.Exists(f => f.Key is { Number: null, Date: null }))
            return null;
        var told = figures.OrderByDescending(f => f.Key.Unit.Length).First();
        return figures.TrueForAll(f => f.Key.CompareTo(told.Key) == 0 && f.Key.Unit == told.Key.Unit || f.Key.Unit.Length == 0 && ValueText.TryQuantity(Phrase.Tokens(told.Key.Text), out var shown, out _) && f.Key.Number == shown) ? told : null;
    }
}
