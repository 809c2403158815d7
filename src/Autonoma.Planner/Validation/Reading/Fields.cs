using System.Globalization;
using Autonoma.Engine.Language;
using Autonoma.Planner.Documents;
using Autonoma.Planner.Validation.Rules;

namespace Autonoma.Planner.Validation.Reading;

/// <summary>The keys of a group, each asked for by the rule it must keep: what breaks the rule is reported, and null is given back.</summary>
internal sealed class Fields(MapNode map, string path, Report report)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public MapNode Map => map;

    public string Path => path;

    public string PathOf(string key) => DocumentNode.Member(path, key);

    public bool Has(string key) => map.Find(key) is not null;

    /// <summary>The value whatever it is; null when the key is not there.</summary>
    public DocumentNode? Node(string key)
    {
        _asked.Add(key);
        return map.Find(key)?.Value;
    }

    /// <summary>Text that is not blank, trimmed.</summary>
    public string? Text(string key, Rule rule, bool optional = false, int least = 1)
    {
        const string Expected = "text that is not empty";
        if (Present(key, rule, Expected, optional) is not { } node)
            return null;
        if (node is ScalarNode { Kind: ScalarKind.Text } scalar)
        {
            var text = scalar.Text.Trim();
            if (text.Length >= least)
                return text;
            report.Add(rule, node, PathOf(key), text.Length == 0 ? "must not be empty." : string.Create(CultureInfo.InvariantCulture, $"must hold at least {least} characters, and here are {text.Length}."));
            return null;
        }

        Wrong(key, rule, node, Expected);
        return null;
    }

    /// <summary>A whole number.</summary>
    public int? Whole(string key, Rule rule, int least, bool optional = false)
    {
        var expected = string.Create(CultureInfo.InvariantCulture, $"a whole number from {least}");
        if (Present(key, rule, expected, optional) is not { } node)
            return null;
        if (node is ScalarNode { Kind: ScalarKind.Whole } scalar && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least)
            return number;
        Wrong(key, rule, node, expected);
        return null;
    }

    /// <summary>true or false.</summary>
    public bool? Truth(string key, Rule rule, bool optional = false)
    {
        if (Present(key, rule, "true or false", optional) is not { } node)
            return null;
        if (node is ScalarNode { Kind: ScalarKind.Truth } scalar)
            return scalar.Text.Equals("true", StringComparison.OrdinalIgnoreCase);
        Wrong(key, rule, node, "true or false");
        return null;
    }

    /// <summary>One of a few words, in exactly this case.</summary>
    public string? OneOf(string key, Rule rule, params string[] words)
    {
        var expected = words.Length == 1 ? $"'{words[0]}'" : $"one of {string.Join(", ", words)}";
        if (Present(key, rule, expected, optional: false) is not { } node)
            return null;
        if (node is ScalarNode { Kind: ScalarKind.Text } scalar)
        {
            if (words.Contains(scalar.Text, StringComparer.Ordinal))
                return scalar.Text;
            report.Add(rule, node, PathOf(key), $"must be {expected}, and here it is {node.Described}.", Spelling.Nearest(scalar.Text, words) is { } near ? $"Did you mean '{near}'?" : null);
            return null;
        }

        Wrong(key, rule, node, expected);
        return null;
    }

    /// <summary>A list.</summary>
    public ListNode? List(string key, Rule rule, int least = 0, bool optional = false)
    {
        var expected = least == 0 ? "a list" : string.Create(CultureInfo.InvariantCulture, $"a list of at least {least}");
        if (Present(key, rule, expected, optional) is not { } node)
            return null;
        if (node is ListNode list && list.Items.Count >= least)
            return list;
        Wrong(key, rule, node, expected);
        return null;
    }

    /// <summary>A list of texts; what is none is reported, the others are given back.</summary>
    public List<(string Text, DocumentNode At)>? Texts(string key, Rule rule, int least = 0, bool optional = false, bool mayBeEmpty = false)
    {
        if (List(key, rule, least, optional) is not { } list)
            return null;
        var texts = new List<(string, DocumentNode)>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is ScalarNode { Kind: ScalarKind.Text } scalar && (mayBeEmpty || scalar.Text.Trim().Length > 0))
                texts.Add((scalar.Text.Trim(), scalar));
            else if (list.Items[i] is not ScalarNode { Kind: ScalarKind.Disputed })
                report.Add(rule, list.Items[i], $"{PathOf(key)}[{i}]", $"must be text that is not empty, and here it is {list.Items[i].Described}.");
        }

        return texts;
    }

    /// <summary>A list of groups, each with its own keys; what is none is reported.</summary>
    public List<Fields>? Groups(string key, Rule rule, Rule entryRule, int least = 0, bool optional = false)
    {
        if (List(key, rule, least, optional) is not { } list)
            return null;
        var groups = new List<Fields>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is MapNode group)
                groups.Add(new(group, $"{PathOf(key)}[{i}]", report));
            else if (list.Items[i] is not ScalarNode { Kind: ScalarKind.Disputed })
                report.Add(entryRule, list.Items[i], $"{PathOf(key)}[{i}]", $"must be a group of keys, and here it is {list.Items[i].Described}.");
        }

        return groups;
    }

    /// <summary>A group of keys.</summary>
    public Fields? Group(string key, Rule rule, bool optional = false)
    {
        if (Present(key, rule, "a group of keys", optional) is not { } node)
            return null;
        if (node is MapNode group)
            return new(group, PathOf(key), report);
        Wrong(key, rule, node, "a group of keys");
        return null;
    }

    /// <summary>Reports every key that nobody has asked for.</summary>
    public void NoOthers(Rule rule, params string[] alsoAllowed)
    {
        foreach (var entry in map.Entries.Where(entry => !_asked.Contains(entry.Key) && !alsoAllowed.Contains(entry.Key, StringComparer.Ordinal)))
        {
            var near = Spelling.Nearest(entry.Key, _asked.Where(known => !Has(known)));
            report.Add(rule, entry.Line, entry.Column, PathOf(entry.Key), $"No key is called '{DocumentNode.Short(entry.Key)}' here.", near is not null ? $"Did you mean '{near}'?" : $"Known are: {string.Join(", ", _asked)}.");
        }
    }

    private DocumentNode? Present(string key, Rule rule, string expected, bool optional)
    {
        var node = Node(key);
        if (node is null && !optional)
            report.Add(rule, map, PathOf(key), $"is missing: expected {expected}.", map.Entries.FirstOrDefault(entry => Spelling.Nearest(entry.Key, [key]) is not null)?.Key is { } near ? $"Is '{DocumentNode.Short(near)}' meant for it?" : null);
        return node is ScalarNode { Kind: ScalarKind.Disputed } || (optional && node is ScalarNode { Kind: ScalarKind.Null }) ? null : node;
    }

    private void Wrong(string key, Rule rule, DocumentNode node, string expected)
    {
        var fix = (node as ScalarNode)?.Kind switch
        {
            ScalarKind.Whole or ScalarKind.Real or ScalarKind.Truth when expected.Contains("text", StringComparison.Ordinal) => $"Put it in quotes: \"{DocumentNode.Short(((ScalarNode)node).Text)}\".",
            ScalarKind.Text when !expected.Contains("text", StringComparison.Ordinal) && !expected.Contains("list", StringComparison.Ordinal) && !expected.Contains("group", StringComparison.Ordinal) => "Write it without quotes.",
            _ => null,
        };
        if (fix is not null && ((ScalarNode)node).Kind == ScalarKind.Text && !int.TryParse(((ScalarNode)node).Text, out _) && ((ScalarNode)node).Text.Trim().ToLowerInvariant() is not ("true" or "false"))
            fix = null;
        report.Add(rule, node, PathOf(key), $"must be {expected}, and here it is {node.Described}.", fix);
    }
}
