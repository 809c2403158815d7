namespace Autonoma.Engine.Web.Driving;

/// <summary>The key of a US keyboard that a character is typed with.</summary>
/// <param name="Code">Physical key (<c>KeyA</c>).</param>
/// <param name="VirtualKey">Windows key code, which pages see as <c>keyCode</c>.</param>
internal readonly record struct KeyStroke(string Code, int VirtualKey)
{
    // Plain and shifted character, physical key, key code.
    private static readonly (string Characters, string Code, int VirtualKey)[] Others =
    [
        ("`~", "Backquote", 192), ("1!", "Digit1", 49), ("2@", "Digit2", 50), ("3#", "Digit3", 51), ("4$", "Digit4", 52), ("5%", "Digit5", 53), ("6^", "Digit6", 54), ("7&", "Digit7", 55),
        ("8*", "Digit8", 56), ("9(", "Digit9", 57), ("0)", "Digit0", 48), ("-_", "Minus", 189), ("=+", "Equal", 187), ("[{", "BracketLeft", 219), ("]}", "BracketRight", 221), ("\\|", "Backslash", 220),
        (";:", "Semicolon", 186), ("'\"", "Quote", 222), (",<", "Comma", 188), (".>", "Period", 190), ("/?", "Slash", 191), (" ", "Space", 32),
    ];

    private static readonly Dictionary<char, KeyStroke> Known = Build();

    /// <summary>The key of a character; null when no key of that keyboard types it.</summary>
    public static KeyStroke? Of(char character) => Known.TryGetValue(character, out var stroke) ? stroke : null;

    private static Dictionary<char, KeyStroke> Build()
    {
        var keys = new Dictionary<char, KeyStroke>();
        for (var letter = 'A'; letter <= 'Z'; letter++)
            keys[letter] = keys[char.ToLowerInvariant(letter)] = new($"Key{letter}", letter);
        foreach (var (characters, code, virtualKey) in Others)
        {
            foreach (var character in characters)
                keys[character] = new(code, virtualKey);
        }

        return keys;
    }
}
