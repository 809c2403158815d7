namespace Autonoma.Engine.Grounding.Wording;

/// <summary>A place in a description where a new part may begin.</summary>
internal sealed record Cut(int At, int Length, RelationKind Kind, Place Place, string Word);

/// <summary>The words that tie an element to something else.</summary>
internal static class RelationWords
{
    private static readonly (string[] Words, RelationKind Kind, Place Place)[] Phrases = Build();

    /// <summary>Every place where the description may be cut, in order; quotations are never cut.</summary>
    public static IReadOnlyList<Cut> Cuts(IReadOnlyList<Token> tokens)
    {
        var cuts = new List<Cut>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Separator && i > 0 && tokens[i].Raw is ">" or "›" or "»" or "->" or "→" && i + 1 < tokens.Count)
            {
                cuts.Add(new(i, 1, RelationKind.In, Place.None, "path"));
                continue;
            }

            if (tokens[i].IsQuoted || tokens[i].Text.Length == 0)
                continue;
            foreach (var (words, kind, place) in Phrases)
            {
                if (!Matches(tokens, i, words))
                    continue;
                var last = i + words.Length >= tokens.Count;
                if (last && kind != RelationKind.Position)
                    continue;
                // "Save for later" begins with a name, "in the header" may begin a description; a cut before any word has no head.
                cuts.Add(new(i, words.Length, kind, place, string.Join(' ', words)));
                // "Days left of Uwe": the first word may belong to the name.
                if (words is ["left" or "right", "of"])
                    cuts.Add(new(i + 1, 1, RelationKind.Of, Place.None, "of"));
                // "The box for looking up a batch", "the button to print a label": what it is good for.
                if (words is ["for" or "to"] && IsDeed(tokens[i + 1], words[0]))
                {
                    // "The field to add a tag" can be nothing else; what is "next to Add" may lie there.
                    if (words is ["to"] && i + 3 < tokens.Count && tokens[i + 2] is { IsQuoted: false, Text: "a" or "an" })
                        cuts.RemoveAt(cuts.Count - 1);
                    cuts.Add(new(i, 1, RelationKind.Clause, Place.None, words[0]));
                }
                i += words.Length - 1;
                break;
            }
        }

        return cuts;
    }

    /// <summary>The place that an adjective before a noun names: "the upper one".</summary>
    public static Place PlaceOf(string word) => word switch
    {
        "upper" or "uppermost" or "topmost" or "top" => Place.Top,
        "lower" or "lowermost" or "bottom" or "bottommost" => Place.Bottom,
        "left" or "leftmost" or "left-hand" or "lefthand" => Place.Left,
        "right" or "rightmost" or "right-hand" or "righthand" => Place.Right,
        _ => Place.None,
    };

    private static bool IsDeed(Token next, string tie) => !next.IsQuoted && next.Raw.Length > 3 && next.Raw.All(char.IsLower) && (tie == "for" ? next.Text.Length > 5 && next.Text.EndsWith("ing", StringComparison.Ordinal) : FillerWords.IsAction(next.Text) || next.Text is "look" or "find" or "pick" or "turn");

    private static bool Matches(IReadOnlyList<Token> tokens, int at, string[] words)
    {
        if (at + words.Length > tokens.Count)
            return false;
        for (var k = 0; k < words.Length; k++)
        {
            if (tokens[at + k].IsQuoted || tokens[at + k].Text != words[k])
                return false;
        }

        return true;
    }

    private static (string[], RelationKind, Place)[] Build()
    {
        var list = new List<(string[], RelationKind, Place)>();
        void Add(RelationKind kind, string phrases, Place place = Place.None)
        {
            foreach (var phrase in phrases.Split('|'))
                list.Add((phrase.Split(' '), kind, place));
        }

        foreach (var (word, place) in new[] { ("top", Place.Top), ("bottom", Place.Bottom), ("left", Place.Left), ("right", Place.Right), ("upper", Place.Top), ("lower", Place.Bottom), ("middle", Place.Middle), ("centre", Place.Middle), ("center", Place.Middle) })
        {
            foreach (var preposition in new[] { "at the", "on the", "in the", "to the", "at", "on the far", "at the very", "on the very" })
            {
                // "To the right of Apply" is a neighbour, "at the right of the header" a place.
                if (preposition != "to the")
                    Add(RelationKind.Position, $"{preposition} {word} of|{preposition} {word} side of|{preposition} {word} hand side of|{preposition} {word} edge of|{preposition} {word} part of|{preposition} {word} corner of|{preposition} {word} end of", place);
                Add(RelationKind.Position, $"{preposition} {word}|{preposition} {word} side|{preposition} {word} hand side|{preposition} {word}-hand side|{preposition} {word} edge|{preposition} {word} corner|{preposition} {word} part", place);
                foreach (var (second, other) in new[] { ("left", Place.Left), ("right", Place.Right) })
                {
                    if (place is Place.Left or Place.Right or Place.Middle)
                        continue;
                    foreach (var join in new[] { word + " " + second, word + "-" + second, word + " " + second + "-hand", word + " " + second + " hand" })
                        Add(RelationKind.Position, $"{preposition} {join} of|{preposition} {join} corner of|{preposition} {join} corner|{preposition} {join}", place | other);
                }
            }
        }

        Add(RelationKind.LeftOf, "to the left of|left of|on the left of|on the left side of|left from");
        Add(RelationKind.RightOf, "to the right of|right of|on the right of|on the right side of|right from");
        Add(RelationKind.NextTo, "right next to|directly next to|next to|beside|besides|right in front of|to the side of|near|nearby|close to|adjacent to|alongside|by the side of|along with|near to|in front of|before|behind|after|following|right after|directly after");
        Add(RelationKind.Above, "right above|directly above|just above|above|on top of|over");
        Add(RelationKind.Below, "right below|directly below|directly under|just below|right under|below|under|underneath|beneath");
        Add(RelationKind.Between, "between|in between");
        Add(RelationKind.With, "asking for|asking|that asks for|that asks|which asks for|which asks|that wants to know|that says|which says|that reads|which reads|with the initials|with initials|with the letters|with the letter|with the hint|with the sign|with the symbol|with the mark|with the inscription|with the writing|with the wording|saying|reading|labelled as|labeled as|that is labelled|that is labeled|which is labelled|which is labeled|labelled|labeled|named|called|titled|entitled|with the text|with text|with the label|with label|with the title|with title|with the name|with name|with the caption|with the heading|with the placeholder|with placeholder|with the tooltip|with the value|with value|marked as|marked|that shows|which shows|showing|displaying|containing|that contains|which contains|whose name is|whose title is|whose text is|whose label is|with the id|with id|with the words|with the word|with the number|with number|with the count|with a count of|with count|with the price|with the date|with the sku|with the code|with the email|ending in|ending with|ends in|that ends in|starting with|beginning with|that has the text|tagged|that is marked as|which is marked as|that is called|which is called");
        Add(RelationKind.Clause, "into which|in which|on which|onto which|with which|by which|for which|through which|from which|to which|that is waiting to be|that are waiting to be|which is waiting to be|waiting to be|that is still to be|that has still to be|still to be|yet to be|that has to be|that needs to be|that is yet to be|that|which|who|whose|where|when|used to|used for|to be|for choosing|for selecting|for picking|for entering|for typing|for changing|for setting|for filtering by|for sorting by|to choose|to select|to enter|to change|to set");
        Add(RelationKind.In, "in the corner of|in a corner of|at the end of|at the start of|at the beginning of|in the middle of|inside of|inside|within|in|on|onto|into|at|among|amongst|under the heading|below the heading|beneath the heading|as part of|part of");
        Add(RelationKind.Of, "of|for|from|by|about|regarding|concerning|belonging to|that belongs to|which belongs to|to|with|against|assigned to|sent by|created by|written by|posted by|owned by|relating to|related to|corresponding to|associated with");
        return [.. list.OrderByDescending(entry => entry.Item1.Length)];
    }
}
