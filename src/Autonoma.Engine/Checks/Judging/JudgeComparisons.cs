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
        (decimal Number, List<string> Units, UiNode Node)? Figure(List<ClaimToken> thing) => Quantity(Of(thing)) ?? (word.Is("cheaper") ? PriceIn(thing) : null);
        if (Figure(subject) is not { } left)
            return Ruling.Unknown(expected, $"the number of '{ClaimToken.Join(subject)}' is not found once");
        // "that of B": the same figure of another one.
        if (other.Count > 2 && other[0].Is("that", "the") && other[1].Is("of", "one") && subject.FindIndex(t => t.Is("of")) is > 0 and var of)
            other = [.. subject[..of], .. other.Skip(1)];
        var literal = ValueText.TryQuantity(Phrase.Tokens(RawText(other)), out var number, out var units) && other.Any(t => t.HasDigit) && !(word.Is("cheaper") && PriceIn(other) is not null);
        if (literal)
        {
            if (!units.All(left.Units.Contains))
                return Ruling.Unknown(expected, $"it reads '{left.Number}' in other units");
            return Ruling.Of(up ? left.Number > number : left.Number < number, expected, $"it is {left.Number}", left.Node);
        }

        // "A's price is higher than B's", "the price of A is higher than B"
        var attribute = subject.FindIndex(t => t.Is("'s")) is > 0 and var possessive ? subject[(possessive + 1)..] : subject.FindIndex(t => t.Is("of")) is > 0 and var cut ? subject[..cut] : [];
        if (other[^1].Is("'s"))
            other = other[..^1];
        if (Figure(other) is not { } right && (attribute.Count == 0 || Quantity([.. other, ClaimToken.Word("'s"), .. attribute]) is not { } && true))
            return Ruling.Unknown(expected, $"the number of '{ClaimToken.Join(other)}' is not found once");
        var second = Figure(other) ?? Quantity([.. other, ClaimToken.Word("'s"), .. attribute])!.Value;
        return Ruling.Of(up ? left.Number > second.Number : left.Number < second.Number, expected, $"{left.Number} and {second.Number}", left.Node, second.Node);
    }

    private (decimal Number, List<string> Units, UiNode Node)? Quantity(List<ClaimToken> subject)
    {
        var phrase = Read(subject);
        if (phrase.Quantifier.Length > 0 || phrase.IsEmpty)
            return null;
        var slots = _resolver.Slots(phrase, true, out var sure);
        if (slots.Count == 0 || !sure)
            return null;
        // A field and the cell that holds it with its unit: the same figure.
        var figures = new List<(decimal Number, List<string> Units, UiNode Node)>();
        foreach (var slot in slots)
        {
            if (!ValueText.TryQuantity(Phrase.Tokens(TextOf(slot)), out var number, out var units))
                return null;
            figures.Add((number, units, slot.Value));
        }

        return figures.Select(f => f.Number).Distinct().Count() == 1 ? figures.OrderByDescending(f => f.Units.Count).First() : null;
    }
}
