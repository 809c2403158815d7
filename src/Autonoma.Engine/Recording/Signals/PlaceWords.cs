using Autonoma.Engine.Language;

namespace Autonoma.Engine.Recording.Signals;

/// <summary>Tells whether a description means a place, whatever stands there: "the first row", "the newest order".</summary>
internal static class PlaceWords
{
    private static readonly HashSet<string> Places = new(StringComparer.Ordinal)
    {
        "top", "bottom", "uppermost", "lowest", "highest", "newest", "latest", "oldest", "earliest", "recent", "cheapest", "biggest", "largest", "smallest", "longest", "shortest", "next", "previous", "any", "random", "some",
    };

    /// <summary>Whether the words name a place, and not something that is called so.</summary>
    /// <param name="words">The description.</param>
    /// <param name="called">What the element and what it stands in are called.</param>
    public static bool Mean(string words, params IReadOnlyList<string?> called)
    {
        var outside = TextFold.Fold(words);
        foreach (var span in Quotes.Find(words).Reverse())
            outside = outside.Length >= span.End ? outside.Remove(span.Start, span.End - span.Start) : outside;
        var names = called.OfType<string>().SelectMany(TextFold.Words).ToHashSet(StringComparer.Ordinal);
        return TextFold.Words(outside).Any(word => (Places.Contains(word) || NumberWords.TryOrdinal(word, out _)) && !names.Contains(word));
    }
}
