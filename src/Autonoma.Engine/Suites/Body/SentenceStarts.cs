using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Autonoma.Engine.Suites.Body;

/// <summary>Words that begin an instruction, and words that cannot end a line's thought: they decide where one step ends and the next begins.</summary>
internal static partial class SentenceStarts
{
    private static readonly FrozenSet<string> Openers = new[]
    {
        "click", "tap", "press", "hit", "push", "type", "enter", "fill", "input", "write", "put", "insert", "select", "choose", "pick", "check", "uncheck", "tick",
        "untick", "toggle", "enable", "disable", "activate", "deactivate", "open", "close", "go", "navigate", "visit", "browse", "scroll", "hover", "move", "drag",
        "drop", "upload", "attach", "wait", "verify", "assert", "validate", "confirm", "ensure", "expect", "see", "observe", "set", "clear", "delete", "remove", "log",
        "sign", "search", "find", "read", "remember", "note", "store", "save", "copy", "paste", "cut", "reload", "refresh", "switch", "accept", "dismiss", "cancel", "answer",
        "double-click", "double", "right-click", "right", "expand", "collapse", "submit", "change", "replace", "add", "create", "edit", "leave", "focus",
        "then", "next", "now", "afterwards", "after", "before", "finally", "lastly", "first", "second", "third", "once", "when", "while", "also", "again", "make", "do", "let",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Hanging = new[]
    {
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "with", "and", "or", "but", "by", "into", "onto", "is", "are", "be", "was", "were", "named", "called", "labelled", "labeled",
        "titled", "as", "that", "which", "whose", "than", "not", "no", "its", "their", "this", "these", "says", "reads", "shows", "contains", "under", "next", "below", "above", "inside", "should", "has", "have",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // "Click Sign in" ends with its verb's own particle; "the button named" does not end at all.
    private static readonly FrozenSet<string> Particles = new[] { "in", "on", "by", "next", "below", "above", "under", "inside", "not", "no" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the text begins as an instruction does.</summary>
    public static bool IsOpener(string text) => FirstWord().Match(text) is { Success: true } word && Openers.Contains(word.Groups[1].Value);

    /// <summary>Whether the text stops where no sentence and no line of a list would.</summary>
    public static bool Hangs(string text, string next)
    {
        var trimmed = text.TrimEnd();
        if (trimmed.Length == 0 || trimmed[^1] is ',' or ';' or '(' or '-' or '–' or '/')
            return trimmed.Length > 0;
        return LastWord().Match(trimmed) is { Success: true } word && Hanging.Contains(word.Value) && !(Particles.Contains(word.Value) && IsOpener(next));
    }

    [GeneratedRegex(@"^[\s""'“‘(*_]*([\p{L}]+(?:-[\p{L}]+)?)")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"\p{L}+$")]
    private static partial Regex LastWord();
}
