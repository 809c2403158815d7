namespace Autonoma.Engine.Suites.Yaml;

/// <summary>A piece of YAML that knows where it stands.</summary>
/// <param name="Line">1-based line in the file.</param>
/// <param name="Column">1-based column.</param>
public abstract record YamlNode(int Line, int Column)
{
    /// <summary>What it is, in words, for messages: <c>the text "abc"</c>, <c>a list</c>.</summary>
    public abstract string Described { get; }
}

/// <summary>Text, a number, yes or no: always kept as written.</summary>
/// <param name="Text">As written, quotes removed.</param>
/// <param name="IsPlain">Whether it was written without quotes, so that other readers of YAML may take it for something else than text.</param>
/// <param name="Line">1-based line in the file.</param>
/// <param name="Column">1-based column.</param>
public sealed record YamlScalar(string Text, bool IsPlain, int Line, int Column) : YamlNode(Line, Column)
{
    /// <summary>Nothing was written, or <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => IsPlain && Text is ("" or "~" or "null" or "Null" or "NULL");

    /// <inheritdoc/>
    public override string Described => IsNull ? "nothing" : $"'{(Text.Length > 60 ? Text[..57] + "..." : Text)}'";
}

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Line">1-based line in the file.</param>
/// <param name="Column">1-based column.</param>
public sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line, int Column) : YamlNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Described => "a list";
}

/// <summary>Keys with values.</summary>
/// <param name="Entries">In the order of the file, repeated keys included.</param>
/// <param name="Line">1-based line in the file.</param>
/// <param name="Column">1-based column.</param>
public sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, int Line, int Column) : YamlNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Described => "a group of keys";
}

/// <summary>A key with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">Its value.</param>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);
