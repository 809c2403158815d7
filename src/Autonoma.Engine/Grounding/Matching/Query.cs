using System.Runtime.InteropServices;
using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>One description against one screen: which words of the one meet which words of the other, worked out once.</summary>
internal sealed class Query
{
    private readonly Dictionary<int, double>[] _match;
    private readonly Dictionary<ulong, int[]> _indexes = [];
    private readonly Dictionary<ulong, string> _joined = [];
    private readonly Dictionary<ulong, bool> _needs = [];
    private ulong? _entryNouns;
    private readonly ulong[] _own;
    private readonly ulong[] _below;

    public Query(ScreenModel screen, IReadOnlyList<Token> tokens, GroundingPurpose purpose, GroundingContext context)
    {
        Screen = screen;
        Tokens = tokens;
        Purpose = purpose;
        Context = context;
        _match = new Dictionary<int, double>[tokens.Count];
        var byWord = new Dictionary<int, ulong>();
        var begun = false;
        for (var t = 0; t < tokens.Count; t++)
        {
            // A capital inside the sentence is a name's: Holmes is not Holm.
            _match[t] = screen.Words.Match(tokens[t], IsCapitalised(tokens[t]) && (begun || !EverydayWords.Contains(tokens[t].Text)));
            begun |= !tokens[t].IsFiller;
            foreach (var id in _match[t].Keys)
                byWord[id] = byWord.GetValueOrDefault(id) | 1UL << t;
        }

        _own = new ulong[screen.Nodes.Length];
        _below = new ulong[screen.Nodes.Length];
        foreach (var node in screen.Nodes)
        {
            foreach (var name in node.Names)
            {
                var told = name.Origin is NameOrigin.Column or NameOrigin.Row or NameOrigin.Type or NameOrigin.Group;
                foreach (var word in name.Text.Words)
                {
                    if (!byWord.TryGetValue(word, out var mask))
                        continue;
                    _own[node.Index] |= mask;
                    if (!told)
                        _below[node.Index] |= mask;
                }
            }
        }

        for (var i = screen.Nodes.Length - 1; i >= 0; i--)
        {
            var node = screen.Nodes[i];
            if (!node.Node.IsVisible)
                continue;
            if (node.Parent is { } parent)
                _below[parent.Index] |= _below[i];
        }
    }

    public ScreenModel Screen { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public GroundingPurpose Purpose { get; }

    public GroundingContext Context { get; }

    /// <summary>Words that the element's own names mention.</summary>
    public ulong Own(ScreenNode node) => _own[node.Index];

    /// <summary>Words that it or anything in it mentions.</summary>
    public ulong Below(ScreenNode node) => _below[node.Index];

    public double Match(int token, int word) => _match[token].GetValueOrDefault(word);

    /// <summary>Whether the word is met anywhere on the screen.</summary>
    public bool IsKnown(int token) => (_below[0] >> token & 1) != 0;

    /// <summary>Whether a word may go unmet when it only says what sort of entry is meant.</summary>
    public bool IsEntryNoun(int token)
    {
        var t = Tokens[token];
        if (t.IsQuoted || t.Text.Length == 0 || t.Text.Any(char.IsDigit))
            return false;
        if (IsCapitalised(t) && token > 0)
            return false;
        // "station Kids Hour" on a page that speaks of stations: a common word before a name says what it is the name of.
        if (token + 1 < Tokens.Count && IsKnown(token) && t.Text.Length > 3 && char.IsLower(t.Raw[0]) && IsCapitalised(Tokens[token + 1]) && !Tokens[token + 1].IsQuoted && Enumerable.Range(0, token).All(before => Tokens[before].IsFiller) && !FillerWords.IsAction(t.Text) && !FillerWords.IsFunction(t.Text) && !t.IsFiller && !Screens.StateFit.IsState(t.Text))
            return true;
        return FillerWords.IsEntryNoun(t.Text) || Screen.PageStems.Contains(WordForms.Stem(WordForms.Canonical(t.Text))) || KindWords.TryKind(t.Text, out _);
    }

    /// <summary>Whether the word is what the page writes over a column or a table: then it says what sort of thing the other words name.</summary>
    public bool IsHeaderNoun(int token)
    {
        var t = Tokens[token];
        return !t.IsQuoted && t.Text.Length > 2 && !t.Text.Any(char.IsDigit) && !IsCapitalised(t) && Screen.HeaderStems.Contains(WordForms.Stem(WordForms.Canonical(t.Text)));
    }

    public ulong EntryNouns(ulong mask)
    {
        if (_entryNouns is not { } nouns)
        {
            nouns = 0;
            for (var t = 0; t < Tokens.Count; t++)
                nouns |= IsEntryNoun(t) ? 1UL << t : 0;
            _entryNouns = nouns;
        }

        return mask & nouns;
    }

    /// <summary>The words of a mask, first to last.</summary>
    public int[] Indexes(ulong mask)
    {
        ref var indexes = ref CollectionsMarshal.GetValueRefOrAddDefault(_indexes, mask, out var exists);
        return exists ? indexes! : indexes = [.. Enumerable.Range(0, Tokens.Count).Where(t => (mask >> t & 1) != 0)];
    }

    /// <summary>The words of a mask in their canonical form, without spaces.</summary>
    public string Joined(ulong mask)
    {
        ref var joined = ref CollectionsMarshal.GetValueRefOrAddDefault(_joined, mask, out var exists);
        return exists ? joined! : joined = string.Concat(Indexes(mask).Select(t => WordForms.Canonical(Tokens[t].Text).Replace(" ", "", StringComparison.Ordinal)));
    }

    /// <summary>
    /// Whether nothing that the element is called, holds or looks like answers to any of the words: most elements of a large page. Words that may go unmet (states, nouns for any entry,
    /// small words) are no reason, and neither is a name that is written in one word here and in two there.
    /// </summary>
    public bool CannotMeet(ScreenNode node, ulong mask)
    {
        // A sign may mean a word that it does not show: the cross on a chip removes it.
        if (((_own[node.Index] | _below[node.Index]) & mask) != 0 || node.Concepts.Count > 0)
            return false;
        ref var needs = ref CollectionsMarshal.GetValueRefOrAddDefault(_needs, mask, out var exists);
        if (!exists)
            needs = EntryNouns(mask) != mask && Array.TrueForAll(Indexes(mask), t => Tokens[t].IsQuoted || !StateFit.IsState(Tokens[t].Text)) && Array.Exists(Indexes(mask), t => !FillerWords.IsFunction(Tokens[t].Text));
        if (!needs)
            return false;
        foreach (var name in node.Names)
        {
            if (name.Text.Folded.Length <= NameScore.LongestJoined && IsWrittenApart(mask, Screen.Words.Joined(name.Text)))
                return false;
        }

        return true;
    }

    // Some of the words that follow one another make up the beginning of the name.
    private bool IsWrittenApart(ulong mask, string name)
    {
        if (name.Length < 4)
            return false;
        var words = Indexes(mask);
        for (var from = 0; from < words.Length; from++)
        {
            ulong run = 0;
            for (var to = from; to < words.Length; to++)
            {
                run |= 1UL << words[to];
                if (Joined(run) is { Length: >= 4 } said && name.StartsWith(said, StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }

    private static bool IsCapitalised(Token token) => token.Raw.Length > 0 && char.IsUpper(token.Raw[0]);
}
