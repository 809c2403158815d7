using System.Text;

namespace Autonoma.Planner.CodeAnalysis.Projects;

/// <summary>Words in identifiers.</summary>
internal static class Names
{
    /// <summary>The words of an identifier or a path, in lower case: <c>OrderLine</c>, <c>order-line</c> and <c>order_line</c> are the same.</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            var starts = char.IsUpper(c) && (i == 0 || !char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if ((starts || !char.IsLetterOrDigit(c)) && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (char.IsLetterOrDigit(c))
                word.Append(char.ToLowerInvariant(c));
        }

        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    /// <summary>The singular of an English word, by its ending.</summary>
    public static string Singular(string word)
    {
        if (word.Length <= 3 || word.EndsWith("ss", StringComparison.OrdinalIgnoreCase) || word.EndsWith("us", StringComparison.OrdinalIgnoreCase) || word.EndsWith("is", StringComparison.OrdinalIgnoreCase))
            return word;
        if (word.EndsWith("people", StringComparison.OrdinalIgnoreCase))
            return word[..^4] + "rson";
        if (word.EndsWith("children", StringComparison.OrdinalIgnoreCase))
            return word[..^3];
        if (word.EndsWith("ies", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("movies", StringComparison.OrdinalIgnoreCase))
            return word[..^3] + "y";
        if (word.EndsWith("sses", StringComparison.OrdinalIgnoreCase) || word.EndsWith("xes", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ches", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("shes", StringComparison.OrdinalIgnoreCase) || word.EndsWith("statuses", StringComparison.OrdinalIgnoreCase))
            return word[..^2];
        return word.EndsWith('s') || word.EndsWith('S') ? word[..^1] : word;
    }

    /// <summary>A table's name as a class would be called: <c>time_entries</c> is <c>TimeEntry</c>.</summary>
    public static string ClassOf(string table)
    {
        var words = Words(table[(table.LastIndexOf('.') + 1)..].Trim('"', '`', '[', ']'));
        return string.Concat(words.Select((w, i) => Capital(i == words.Count - 1 ? Singular(w) : w)));
    }

    public static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    public static string Camel(string word) => word.Length == 0 ? word : char.ToLowerInvariant(word[0]) + word[1..];

    /// <summary>Whether the words of <paramref name="name"/> stand one after the other in <paramref name="text"/>, whatever the number.</summary>
    public static bool Contains(IReadOnlyList<string> text, IReadOnlyList<string> name)
    {
        for (var i = 0; i + name.Count <= text.Count; i++)
        {
            var all = true;
            for (var j = 0; j < name.Count && all; j++)
                all = text[i + j] == name[j] || Singular(text[i + j]) == Singular(name[j]);
            if (all && name.Count > 0)
                return true;
        }

        return false;
    }
}
