using System.Runtime.InteropServices;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Screens;

/// <summary>The distinct words of a screen, numbered, so that a description's words are compared with each of them once.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly Dictionary<string, List<int>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PageText> _texts = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _joined = new(StringComparer.Ordinal);

    public string Word(int id) => _words[id];

    /// <summary>The words of a text in their canonical form, without spaces.</summary>
    public string Joined(PageText text)
    {
        ref var joined = ref CollectionsMarshal.GetValueRefOrAddDefault(_joined, text.Folded, out var exists);
        return exists ? joined! : joined = string.Concat(text.Words.Select(id => WordForms.Canonical(_words[id])));
    }

    public PageText Text(string raw)
    {
        ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(_texts, raw, out var exists);
        if (exists)
            return found!;
        var folded = TextFold.Fold(raw);
        var words = TextFold.Words(folded);
        var ids = new int[words.Count];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = Id(words[i]);
        return found = new PageText(folded, ids);
    }

    /// <summary>Words of identifiers: camelCase, kebab-case and snake_case taken apart.</summary>
    public PageText Identifier(string raw)
    {
        var parts = new List<string>();
        var start = -1;
        for (var i = 0; i <= raw.Length; i++)
        {
            var boundary = i == raw.Length || !char.IsLetterOrDigit(raw[i]) || (start >= 0 && char.IsUpper(raw[i]) && char.IsLower(raw[i - 1])) || (start >= 0 && char.IsDigit(raw[i]) != char.IsDigit(raw[i - 1]));
            if (boundary && start >= 0)
            {
                parts.Add(raw[start..i]);
                start = -1;
            }

            if (i < raw.Length && char.IsLetterOrDigit(raw[i]) && start < 0)
                start = i;
        }

        return Text(string.Join(' ', parts));
    }

    public int Concept(string concept) => Id("§" + concept);

    /// <summary>Words of the page that a word of a description may stand for, with how well.</summary>
    /// <param name="token">The word.</param>
    /// <param name="isName">Written as a name: then another form of the word is another name.</param>
    public Dictionary<int, double> Match(Token token, bool isName)
    {
        var result = new Dictionary<int, double>();
        if (token.Concept is { } named)
        {
            var concepts = named.StartsWith("words:", StringComparison.Ordinal) ? IconConcepts.OfWords(named[6..]) : IconConcepts.OfGlyphs(token.Raw);
            foreach (var concept in concepts)
            {
                if (_ids.TryGetValue("§" + concept, out var id))
                    result[id] = 0.97;
            }
        }

        if (token.Text.Length == 0)
            return result;
        foreach (var key in WordForms.Keys(token.Text).Append("~" + token.Text[^1]))
        {
            if (!_byKey.TryGetValue(key, out var ids))
                continue;
            foreach (var id in ids)
            {
                var quality = WordForms.Quality(token.Text, _words[id]);
                if (token.IsQuoted && quality < 0.95 || isName && quality < 0.95 && !WordForms.AreRelated(token.Text, _words[id]))
                    quality = 0;
                if (quality > result.GetValueOrDefault(id))
                    result[id] = quality;
            }
        }

        return result;
    }

    private int Id(string word)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, word, out var exists);
        if (exists)
            return id;
        id = _words.Count;
        _words.Add(word);
        if (word[0] == '§')
            return id;
        foreach (var key in WordForms.Keys(word))
        {
            if (!_byKey.TryGetValue(key, out var list))
                _byKey[key] = list = [];
            list.Add(id);
        }

        return id;
    }
}
