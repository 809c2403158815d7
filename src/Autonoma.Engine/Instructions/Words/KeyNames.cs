namespace Autonoma.Engine.Instructions.Words;

/// <summary>Keys and chords as people write them, by the names that Playwright uses.</summary>
internal static class KeyNames
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["enter"] = "Enter", ["return"] = "Enter", ["carriage return"] = "Enter", ["esc"] = "Escape", ["escape"] = "Escape", ["tab"] = "Tab", ["tabulator"] = "Tab", ["space"] = "Space", ["space bar"] = "Space", ["spacebar"] = "Space", ["blank"] = "Space",
        ["backspace"] = "Backspace", ["back space"] = "Backspace", ["delete"] = "Delete", ["del"] = "Delete", ["insert"] = "Insert", ["ins"] = "Insert", ["home"] = "Home", ["end"] = "End",
        ["pageup"] = "PageUp", ["page up"] = "PageUp", ["pgup"] = "PageUp", ["pagedown"] = "PageDown", ["page down"] = "PageDown", ["pgdn"] = "PageDown", ["pgdown"] = "PageDown", ["page-down"] = "PageDown", ["page-up"] = "PageUp",
        ["arrowup"] = "ArrowUp", ["arrowdown"] = "ArrowDown", ["arrowleft"] = "ArrowLeft", ["arrowright"] = "ArrowRight", ["up arrow"] = "ArrowUp", ["down arrow"] = "ArrowDown", ["left arrow"] = "ArrowLeft", ["right arrow"] = "ArrowRight",
        ["arrow up"] = "ArrowUp", ["arrow down"] = "ArrowDown", ["arrow left"] = "ArrowLeft", ["arrow right"] = "ArrowRight", ["up-arrow"] = "ArrowUp", ["down-arrow"] = "ArrowDown", ["left-arrow"] = "ArrowLeft", ["right-arrow"] = "ArrowRight",
        ["cursor up"] = "ArrowUp", ["cursor down"] = "ArrowDown", ["cursor left"] = "ArrowLeft", ["cursor right"] = "ArrowRight", ["up cursor"] = "ArrowUp", ["down cursor"] = "ArrowDown", ["left cursor"] = "ArrowLeft", ["right cursor"] = "ArrowRight",
        ["caps lock"] = "CapsLock", ["capslock"] = "CapsLock", ["context menu"] = "ContextMenu", ["print screen"] = "PrintScreen",
    };

    // Only keys when the word "key" stands beside them: alone they are just as likely a label.
    private static readonly Dictionary<string, string> NamedKeys = new(StringComparer.Ordinal)
    {
        ["up"] = "ArrowUp", ["down"] = "ArrowDown", ["left"] = "ArrowLeft", ["right"] = "ArrowRight", ["plus"] = "+", ["minus"] = "-", ["slash"] = "/", ["forward slash"] = "/", ["backslash"] = "\\", ["question mark"] = "?", ["comma"] = ",", ["period"] = ".", ["dot"] = ".",
        ["asterisk"] = "*", ["star"] = "*", ["hash"] = "#", ["shift"] = "Shift", ["control"] = "Control", ["ctrl"] = "Control", ["alt"] = "Alt", ["meta"] = "Meta", ["command"] = "Meta", ["windows"] = "Meta", ["menu"] = "ContextMenu", ["equals"] = "=", ["semicolon"] = ";",
    };

    private static readonly Dictionary<string, string> Modifiers = new(StringComparer.Ordinal)
    {
        ["ctrl"] = "Control", ["control"] = "Control", ["ctl"] = "Control", ["strg"] = "Control", ["shift"] = "Shift", ["alt"] = "Alt", ["option"] = "Alt", ["opt"] = "Alt", ["altgr"] = "AltGraph", ["cmd"] = "Meta", ["command"] = "Meta", ["meta"] = "Meta", ["win"] = "Meta", ["windows"] = "Meta",
        ["super"] = "Meta", ["controlormeta"] = "ControlOrMeta", ["ctrl/cmd"] = "ControlOrMeta", ["cmd/ctrl"] = "ControlOrMeta", ["⌘"] = "Meta", ["⌃"] = "Control", ["⌥"] = "Alt", ["⇧"] = "Shift",
    };

    /// <summary>Name of a modifier key, or null.</summary>
    public static string? Modifier(string word) => Modifiers.GetValueOrDefault(word);

    /// <summary>Reads a key or chord; null when it is none.</summary>
    /// <param name="text">Folded text: <c>ctrl + s</c>, <c>down arrow</c>, <c>f5</c>.</param>
    /// <param name="saidKey">Whether the word key (or keyboard, shortcut) stands beside it, so that single characters and loose names count.</param>
    public static string? Parse(string text, bool saidKey)
    {
        text = text.Trim();
        if (text.Length == 0)
            return null;
        if (Single(text, saidKey) is { } single)
            return single;
        if (!text.Contains('+', StringComparison.Ordinal) && !text.Contains('-', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal))
            return null;
        // Ctrl+S, Ctrl + Shift + K, Ctrl-S, Ctrl S, "ctrl and s", "control plus a".
        var parts = text.Replace(" plus ", "+", StringComparison.Ordinal).Replace(" and ", "+", StringComparison.Ordinal).Split(['+', '-', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0 || Modifier(parts[0]) is null)
            return null;
        var names = new List<string>();
        var i = 0;
        while (i < parts.Length - 1 && Modifier(parts[i]) is { } modifier)
        {
            names.Add(modifier);
            i++;
        }

        var rest = string.Join(' ', parts[i..]);
        if (text.EndsWith("++", StringComparison.Ordinal) || text.EndsWith("+ +", StringComparison.Ordinal))
            rest = "+";
        if (names.Count == 0 || Single(rest, saidKey: true) is not { } last)
            return null;
        // Playwright: Control+S and Control+s differ only by the shift the test wrote.
        names.Add(last.Length == 1 ? last.ToUpperInvariant() : last);
        return string.Join('+', names);
    }

    private static string? Single(string text, bool saidKey)
    {
        if (Keys.TryGetValue(text, out var key))
            return key;
        if (text.Length is 2 or 3 && text[0] == 'f' && int.TryParse(text.AsSpan(1), out var number) && number is >= 1 and <= 12)
            return "F" + number;
        if (!saidKey)
            return null;
        if (NamedKeys.TryGetValue(text, out var named))
            return named;
        return text.Length == 1 ? text : null;
    }
}
