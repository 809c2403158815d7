namespace Autonoma.Planner.Designing.Values;

/// <summary>The words of a name in code, in lower case: <c>salePrice</c>, <c>sale_price</c> and <c>SalePrice</c> are sale, price.</summary>
internal static class NameWords
{
    public static IReadOnlyList<string> Of(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetterOrDigit(name[i]) || (i > start && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))));
            if (!ends)
                continue;
            if (i > start)
                words.Add(name[start..i].ToLowerInvariant());
            start = i < name.Length && !char.IsLetterOrDigit(name[i]) ? i + 1 : i;
        }

        // E-mail is written in two ways, and means one thing.
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i] == "e" && words[i + 1] == "mail")
            {
                words[i] = "email";
                words.RemoveAt(i + 1);
            }
        }

        return words;
    }

    /// <summary>The words as people write them: <c>sale price</c>.</summary>
    public static string Spoken(string name) => string.Join(' ', Of(name));

    /// <summary>A name that differs in case and separators only is the same.</summary>
    public static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
