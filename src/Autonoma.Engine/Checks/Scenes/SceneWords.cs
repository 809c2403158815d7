using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Scenes;

/// <summary>What the page says anywhere: in text, names, title, address and class names.</summary>
internal sealed partial class Scene
{
    private SceneRecords? _records;
    private SceneHeads? _heads;
    private SceneSlots? _slots;
    private HashSet<string>? _vocabulary;
    private Dictionary<string, List<UiNode>>? _nameIndex;

    public SceneRecords Records => _records ??= new(this);

    public SceneHeads Heads => _heads ??= new(this);

    public SceneSlots Slots => _slots ??= new(this, Records);

    /// <summary>Nodes whose accessible name, placeholder or title holds the word.</summary>
    public IReadOnlyList<UiNode> Named(string word)
    {
        if (_nameIndex is null)
        {
            _nameIndex = new(StringComparer.Ordinal);
            foreach (var node in Nodes)
            {
                if (!IsPresent(node) || node.IsText || node.Name.Length == 0 && node.Placeholder.Length == 0 && node.Title.Length == 0)
                    continue;
                foreach (var token in Phrase.Tokens(node.Name).Concat(Phrase.Tokens(node.Placeholder)).Concat(Phrase.Tokens(node.Title)).Distinct())
                {
                    if (!_nameIndex.TryGetValue(token, out var list))
                        _nameIndex[token] = list = [];
                    list.Add(node);
                }
            }
        }

        return _nameIndex.TryGetValue(word, out var nodes) ? nodes : [];
    }

    /// <summary>Whether the words stand together in visible text (of one block) or in a name.</summary>
    public bool HasPhrase(IReadOnlyList<string> words)
    {
        foreach (var position in Find(words))
        {
            if (IsTogether(position, words.Count))
                return true;
        }

        foreach (var node in Named(words[0]))
        {
            if (Phrase.IndexOf(NameTokens(node), words) >= 0 || Phrase.IndexOf(Phrase.Tokens(node.Placeholder), words) >= 0 || Phrase.IndexOf(Phrase.Tokens(node.Title), words) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether a slice of text is read as one: within one line of inline text, or one short element.</summary>
    public bool IsTogether(int position, int length)
    {
        var holder = Holder(position, length);
        if (holder.IsText || Scene.IsInline(holder))
            return true;
        var first = OwnerAt(position);
        var last = OwnerAt(position + length - 1);
        if (ReferenceEquals(first, last))
            return true;
        for (var node = first; !ReferenceEquals(node, holder); node = node.Parent!)
        {
            if (!IsInline(node))
                return false;
        }

        for (var node = last; !ReferenceEquals(node, holder); node = node.Parent!)
        {
            if (!IsInline(node))
                return false;
        }

        return true;
    }

    /// <summary>Stems of every word that the page uses for things: text, names, title, address, class names.</summary>
    public bool SpeaksOf(string word) => Words.Contains(Phrase.Stem(word));

    /// <summary>Whether the page uses another form of the word: <c>smoking</c> where it says <c>smoke</c>, <c>votes</c> where it says <c>upvote</c>.</summary>
    public bool SpeaksOfFormOf(string word)
    {
        var stem = Phrase.Stem(word);
        if (stem.Length < 4)
            return false;
        var root = stem[..Math.Max(4, stem.Length - 3)];
        return Words.Any(known => known.Length <= stem.Length + 3 && known.StartsWith(root, StringComparison.Ordinal) || known.EndsWith(stem, StringComparison.Ordinal));
    }

    private HashSet<string> Words
    {
        get
        {
            if (_vocabulary is not null)
                return _vocabulary;

            _vocabulary = new(StringComparer.Ordinal);
            foreach (var token in _tokens)
                _vocabulary.Add(Phrase.Stem(token));
            foreach (var token in Phrase.Tokens(Observation.Title).Concat(ClassWords(Observation.Url)))
                _vocabulary.Add(Phrase.Stem(token));
            foreach (var node in Nodes)
            {
                if (!IsPresent(node) || node.IsText)
                    continue;
                foreach (var token in ClassWords(node.ClassName).Concat(ClassWords(node.ElementId)).Concat(ClassWords(node.TestId)))
                    _vocabulary.Add(Phrase.Stem(token));
                foreach (var token in node.Options.SelectMany(o => Phrase.Tokens(o.Label)))
                    _vocabulary.Add(Phrase.Stem(token));
                if (node.Name.Length is > 0 and < 80)
                {
                    foreach (var token in NameTokens(node))
                        _vocabulary.Add(Phrase.Stem(token));
                }
            }

            return _vocabulary;
        }
    }
}
