using System.Text.RegularExpressions;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Scenes;

/// <summary>
/// One observation, indexed for judging: all visible text as one row of tokens, of which each node holds a slice; names and values of
/// controls; groups of like records with their column heads; labels with their values.
/// </summary>
internal sealed partial class Scene
{
    private readonly List<string> _tokens = [];
    private readonly List<UiNode> _owners = [];
    private readonly HashSet<int> _clauseStarts = [];
    private readonly Dictionary<string, List<int>> _postings = new(StringComparer.Ordinal);
    private readonly int[] _start;
    private readonly int[] _end;
    private readonly bool[] _shown;
    private readonly bool[] _present;
    private readonly Dictionary<int, string[]> _names = [];

    public Scene(Observation observation, CheckContext context)
    {
        Observation = observation;
        Context = context;
        var nodes = observation.Tree.Nodes;
        _start = new int[nodes.Count];
        _end = new int[nodes.Count];
        _shown = new bool[nodes.Count];
        _present = new bool[nodes.Count];
        foreach (var node in nodes)
            Read(node);
        for (var i = nodes.Count - 1; i > 0; i--)
        {
            var parent = nodes[i].Parent!.Index;
            _end[parent] = Math.Max(_end[parent], _end[i]);
        }
    }

    public Observation Observation { get; }

    public CheckContext Context { get; }

    public IReadOnlyList<UiNode> Nodes => Observation.Tree.Nodes;

    public UiNode Root => Observation.Tree.Root;

    public GroundingContext Grounding => Context.Grounding;

    public int TokenCount => _tokens.Count;

    public string TokenAt(int position) => _tokens[position];

    public UiNode OwnerAt(int position) => _owners[position];

    /// <summary>Whether punctuation parts the token from the one before it: a "not" before the full stop says nothing of what follows.</summary>
    public bool BeginsClause(int position) => _clauseStarts.Contains(position);

    /// <summary>Seen by the user, scrolling allowed.</summary>
    public bool IsShown(UiNode node) => _shown[node.Index];

    /// <summary>Takes part in the picture, be it as a transparent control laid over a painted one.</summary>
    public bool IsPresent(UiNode node) => _present[node.Index];

    public int Start(UiNode node) => _start[node.Index];

    public int End(UiNode node) => _end[node.Index];

    public int Length(UiNode node) => _end[node.Index] - _start[node.Index];

    public IReadOnlyList<string> Tokens(UiNode node) => _tokens.GetRange(_start[node.Index], Length(node));

    /// <summary>Name, or what stands for it, as tokens.</summary>
    public string[] NameTokens(UiNode node)
    {
        if (!_names.TryGetValue(node.Index, out var tokens))
            _names[node.Index] = tokens = Phrase.Tokens(node.Name);
        return tokens;
    }

    public bool Contains(UiNode scope, IReadOnlyList<string> phrase) => Find(phrase, scope).Any();

    /// <summary>Positions of a phrase in the visible text of a scope.</summary>
    public IEnumerable<int> Find(IReadOnlyList<string> phrase, UiNode? scope = null)
    {
        if (phrase.Count == 0)
            yield break;
        var (from, to) = scope is null ? (0, _tokens.Count) : (_start[scope.Index], _end[scope.Index]);
        foreach (var position in Positions(phrase[0]))
        {
            if (position < from || position + phrase.Count > to)
                continue;
            var j = 1;
            while (j < phrase.Count && Phrase.Same(_tokens[position + j], phrase[j]))
                j++;
            if (j == phrase.Count)
                yield return position;
        }
    }

    public IEnumerable<int> Positions(string word)
    {
        var key = word.TrimStart('#');
        return _postings.TryGetValue(key.Length == 0 ? word : key, out var list) ? list.Where(p => Phrase.Same(_tokens[p], word)) : [];
    }

    public bool HasWord(string word) => Positions(word).Any();

    /// <summary>Positions of any number or plural of a word.</summary>
    public bool HasStem(UiNode scope, string word)
    {
        for (var i = _start[scope.Index]; i < _end[scope.Index]; i++)
        {
            if (Phrase.SameStem(_tokens[i], word))
                return true;
        }

        return false;
    }

    /// <summary>The element, or run of text, whose whole text is that slice; the innermost.</summary>
    public UiNode? Exactly(int position, int length)
    {
        for (UiNode? node = _owners[position]; node is not null && _start[node.Index] == position; node = node.Parent)
        {
            if (_end[node.Index] == position + length)
                return node;
            if (_end[node.Index] > position + length)
                return null;
        }

        // A node that begins here may still be too short: its parent holds more.
        for (UiNode? node = _owners[position]; node is not null; node = node.Parent)
        {
            if (_start[node.Index] == position && _end[node.Index] == position + length)
                return node;
            if (_end[node.Index] > position + length)
                return null;
        }

        return null;
    }

    /// <summary>The smallest node that holds the slice.</summary>
    public UiNode Holder(int position, int length)
    {
        var node = _owners[position];
        while (node.Parent is not null && (_end[node.Index] < position + length || _start[node.Index] > position))
            node = node.Parent;
        return node;
    }

    /// <summary>The line of text that a node belongs to: the outermost ancestor that holds nothing but inline text.</summary>
    public UiNode Line(UiNode node)
    {
        var line = node;
        while (line.Parent is { } parent && IsInline(line) && !IsControl(parent) && parent.Children.All(c => IsInline(c) || !IsShown(c)))
            line = parent;
        return line;
    }

    public static bool IsInline(UiNode node) => node.IsText || node.Tag is "span" or "b" or "i" or "em" or "strong" or "small" or "code" or "mark" or "a" or "u" or "s" or "sup" or "sub" or "time" or "abbr" or "svg" or "img" or "br" or "del" or "ins" or "output" or "kbd" or "data" or "bdi" or "q" or "font" or "cite" or "var" or "wbr";

    /// <summary>A thing to operate: a field, button, link, tab, option ...</summary>
    public static bool IsControl(UiNode node) => node.Tag is "button" or "input" or "select" or "textarea" or "a" or "option" or "summary"
        || node.Role is "button" or "link" or "textbox" or "searchbox" or "checkbox" or "radio" or "switch" or "combobox" or "listbox" or "option" or "slider" or "spinbutton" or "tab" or "menuitem" or "menuitemcheckbox" or "menuitemradio" or "treeitem"
        || node.IsEditable || node.Checked is not null || node.Pressed is not null;

    /// <summary>A field that holds a value.</summary>
    public static bool IsField(UiNode node) => node.IsEditable || (node.Tag is "select" or "textarea" or "input" && node.InputType is not ("checkbox" or "radio" or "button" or "submit" or "reset" or "image")) || node.Role is "textbox" or "searchbox" or "combobox" or "spinbutton" or "slider"
        || (node.Role is "progressbar" or "meter" && node.Value is not null);

    /// <summary>A switch drawn with plain elements, told by its class: the whole of it, not its track or thumb.</summary>
    public static bool IsSwitchByClass(UiNode node) => !node.IsText && node.Checked is null && node.Tag is "div" or "span" or "i" or "label" or "a" && node.ClassName.Length > 0
        && ClassWords(node.ClassName.Split(' ')[0]).ToList() is var words && words.Count > 0 && words[^1] is "switch" or "toggle" or "sw" or "tgl" && !IsControl(node);

    /// <summary>
    /// A switch that only paint tells: a small bar, wider than high, to be clicked, without a text, and one round knob in it at one of its ends. On when the knob lies at the far end,
    /// off at the near one; null when it is none, or the knob lies between.
    /// </summary>
    public static bool? SwitchedByShape(UiNode node)
    {
        if (node.IsText || node.Checked is not null || node.Pressed is not null || node.InnerText.Length > 0 || node.Tag is not ("div" or "span" or "label" or "i" or "b" or "a" or "button") || node.Style is not { Background.Alpha: > 0.2 })
            return null;
        var (box, knobs) = (node.Bounds, node.Children.Where(c => !c.IsText && c.IsVisible && !c.Bounds.IsEmpty).ToList());
        if (box.Width is < 22 or > 80 || box.Height is < 10 or > 44 || box.Width < 1.3 * box.Height || box.Width > 2.8 * box.Height || knobs is not [{ Bounds: var knob }])
            return null;
        if (knob.Width > 0.65 * box.Width || knob.Height < 0.45 * box.Height || knob.Width < 0.7 * knob.Height || knob.Width > 1.4 * knob.Height)
            return null;
        var (before, after) = (knob.X - box.X, box.Right - knob.Right);
        if (Math.Max(before, after) < 2 * Math.Max(1, Math.Min(before, after)))
            return null;
        return before > after != node.IsRightToLeft;
    }

    /// <summary>What the user reads in a field or element.</summary>
    public string ShownText(UiNode node) => node.Value is { } value && (IsField(node) || node.InnerText.Length == 0) && (value.Length > 0 || IsField(node)) ? value : WithFields(node) ?? (node.InnerText.Length > 0 ? node.InnerText : node.IsText ? node.OwnText : node.PseudoText);

    // A cell with a field and its unit reads "18,450 kg", though the field's value is no text of it.
    private string? WithFields(UiNode node)
    {
        if (node.IsText || node.InnerText.Length == 0 || Length(node) is 0 or > 12 || Length(node) == Phrase.Tokens(node.InnerText).Length)
            return null;
        var parts = new List<string>();
        foreach (var part in node.Descendants().Where(IsShown))
        {
            if (part.IsText)
                parts.Add(part.OwnText.Trim());
            else if (IsField(part) && !part.IsPassword && part.Value is { Length: > 0 } typed && !HasTextBelow(part))
                parts.Add(typed);
        }

        return string.Join(' ', parts.Where(p => p.Length > 0));
    }

    [GeneratedRegex(@"[a-z]+|[A-Z][a-z]*|\d+")]
    private static partial Regex ClassWord();

    /// <summary>Words within class names and ids: <c>btn-primary isActive</c> holds btn, primary, is, active.</summary>
    public static IEnumerable<string> ClassWords(string names) => ClassWord().Matches(names).Select(match => match.Value.ToLowerInvariant());

    private void Read(UiNode node)
    {
        var i = node.Index;
        var parent = node.Parent;
        _present[i] = node.IsVisible && (parent is null || _present[parent.Index]);
        var clear = node.IsTransparent || node.Style is { Opacity: < 0.05 };
        _shown[i] = _present[i] && (parent is null || _shown[parent.Index]) && !clear;
        _start[i] = _tokens.Count;
        if (_shown[i])
        {
            if (node.IsText)
                Append(node, node.OwnText);
            else if (!string.IsNullOrEmpty(node.PseudoText) && node.PseudoText.Any(char.IsLetterOrDigit))
                Append(node, node.PseudoText);
            if (!node.IsText && node.Value is { Length: > 0 } && !node.IsPassword && IsField(node) && !HasTextBelow(node))
                Append(node, node.Value);
            else if (node.Tag == "input" && node.InputType is "button" or "submit" or "reset" && !HasTextBelow(node))
                Append(node, node.Value is { Length: > 0 } ? node.Value : node.Name);
        }

        _end[i] = _tokens.Count;
    }

    private static bool HasTextBelow(UiNode node) => node.Children.Any(c => c.IsText || HasTextBelow(c));

    private void Append(UiNode node, string text)
    {
        var isFirst = true;
        foreach (var clause in Phrase.Clauses(text))
        {
            if (!isFirst)
                _clauseStarts.Add(_tokens.Count);
            isFirst = false;
            Append(node, Phrase.Tokens(clause));
        }
    }

    private void Append(UiNode node, string[] tokens)
    {
        foreach (var token in tokens)
        {
            var key = token.TrimStart('#');
            if (key.Length == 0)
                key = token;
            if (!_postings.TryGetValue(key, out var list))
                _postings[key] = list = [];
            list.Add(_tokens.Count);
            _tokens.Add(token);
            _owners.Add(node);
        }
    }
}
