using System.Text;

namespace Autonoma.Planner.Documents;

/// <summary>A piece of front matter or JSON that knows where it stands: one form, so that one set of rules serves both.</summary>
/// <param name="Line">1-based line in the file.</param>
/// <param name="Column">1-based column in UTF-16 characters.</param>
internal abstract record DocumentNode(int Line, int Column)
{
    /// <summary>What it is, in words: <c>the text 'abc'</c>, <c>a list</c>.</summary>
    public abstract string Described { get; }

    /// <summary>The path of a member. Names that would read as something else are quoted.</summary>
    public static string Member(string path, string name)
    {
        var plain = name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '$');
        if (plain)
            return path.Length == 0 ? name : $"{path}.{name}";
        return $"{path}[\"{Short(name, 40)}\"]";
    }

    /// <summary>Foreign text for a message: on one line, of a bearable length, nothing that a terminal would act on.</summary>
    public static string Short(string text, int most = 60)
    {
        var shown = new StringBuilder();
        foreach (var c in text)
        {
            if (shown.Length >= most)
                return shown.Append("...").ToString();
            if (char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format || c is '\u2028' or '\u2029')
                shown.Append(c is '\n' or '\r' or '\t' ? ' ' : '\uFFFD');
            else
                shown.Append(c);
        }

        return shown.ToString();
    }
}

/// <summary>What a scalar is to those who ask for its type.</summary>
internal enum ScalarKind
{
    /// <summary>Text.</summary>
    Text,
    /// <summary>A whole number, of any size.</summary>
    Whole,
    /// <summary>Any other number.</summary>
    Real,
    /// <summary>true or false.</summary>
    Truth,
    /// <summary>Nothing.</summary>
    Null,
    /// <summary>Readers disagree about it, which was reported: no rule says anything more about it.</summary>
    Disputed,
}

/// <summary>Text, a number, true, false or nothing.</summary>
internal sealed record ScalarNode(ScalarKind Kind, string Text, int Line, int Column) : DocumentNode(Line, Column)
{
    public override string Described => Kind switch
    {
        ScalarKind.Text => Text.Trim().Length == 0 ? "empty text" : $"the text '{Short(Text)}'",
        ScalarKind.Whole or ScalarKind.Real => $"the number {Short(Text)}",
        ScalarKind.Truth => Text,
        ScalarKind.Null => "nothing",
        ScalarKind.Disputed => $"'{Short(Text)}'",
        _ => throw new InvalidOperationException($"A scalar of kind {Kind} has no words."),
    };
}

/// <summary>A list.</summary>
internal sealed record ListNode(IReadOnlyList<DocumentNode> Items, int Line, int Column) : DocumentNode(Line, Column)
{
    public override string Described => Items.Count == 0 ? "an empty list" : "a list";
}

/// <summary>Keys with values; a repeated key was reported, and its first value counts.</summary>
internal sealed record MapNode(IReadOnlyList<DocumentEntry> Entries, int Line, int Column) : DocumentNode(Line, Column)
{
    public override string Described => Entries.Count == 0 ? "an empty group of keys" : "a group of keys";

    public DocumentEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);
}

/// <summary>A key with its value, and where the key stands.</summary>
internal sealed record DocumentEntry(string Key, int Line, int Column, DocumentNode Value);
