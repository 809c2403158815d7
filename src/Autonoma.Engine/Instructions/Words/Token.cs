namespace Autonoma.Engine.Instructions.Words;

/// <summary>What a piece of a sentence is; everything but a word is protected: it is never taken for grammar.</summary>
internal enum TokenKind
{
    Word,
    Quoted,
    Template,
    Address,
    File,
    Email,
    Mark,
    Break,
}

/// <summary>A piece of a sentence.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Index in the source.</param>
/// <param name="End">Index after its end.</param>
/// <param name="Raw">As written.</param>
/// <param name="Norm">Folded, with small slips in function words mended; empty for what is protected.</param>
/// <param name="Value">What it stands for: the text between quotes, else as written.</param>
internal sealed record Token(TokenKind Kind, int Start, int End, string Raw, string Norm, string Value)
{
    /// <summary>Whether it can be nothing but data.</summary>
    public bool IsLiteral => Kind is TokenKind.Quoted or TokenKind.Template or TokenKind.Address or TokenKind.File or TokenKind.Email || IsNumber;

    /// <summary>Whether it starts with a digit, perhaps after a sign or currency mark.</summary>
    public bool IsNumber => Kind == TokenKind.Word && Raw.Length > 0
        && (char.IsDigit(Raw[0]) || (Raw.Length > 1 && Raw[0] is '-' or '+' or '−' or '€' or '$' or '£' or '#' or '.' && char.IsDigit(Raw[1])));

    /// <summary>Whether it is a word with a capital first letter.</summary>
    public bool IsCapital => Kind == TokenKind.Word && Raw.Length > 0 && char.IsUpper(Raw[0]);

    /// <summary>Whether it can be part of grammar.</summary>
    public bool IsWord => Kind == TokenKind.Word;
}
