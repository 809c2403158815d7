using Autonoma.Engine.Language;
using Autonoma.Engine.Memory;

namespace Autonoma.Engine.Recording.Capture;

/// <summary>Keeps the values of variables and secrets out of what is stored, and puts them in again when it is compared.</summary>
internal sealed class ValueTemplates(RunMemory memory)
{
    // A value this short occurs inside ordinary words: a text that holds it by itself is left out, not turned into a template.
    private const int ShortestTemplate = 3;

    /// <summary>The text with templates in place of values; null when it may not be stored.</summary>
    public string? Store(string? text)
    {
        // What looks like a template on the page would be taken for one of ours.
        if (string.IsNullOrEmpty(text) || text.Contains("{{", StringComparison.Ordinal) || memory.Masker.Apply(text) != text)
            return null;
        foreach (var (name, value) in memory.ValuesByLength)
        {
            if (value.Length >= ShortestTemplate)
                text = text.Replace(value, $"{{{{{name}}}}}", StringComparison.Ordinal);
        }

        return Holds(text) ? null : text;
    }

    /// <summary>Whether a stored text holds a value that is known by now, outside of its templates.</summary>
    public bool Holds(string stored)
    {
        var text = Templates.Replace(stored, static (_, _) => "\n");
        if (memory.Masker.Apply(text) != text)
            return true;
        foreach (var (_, value) in memory.ValuesByLength)
        {
            if (value.Length >= ShortestTemplate
                ? text.Contains(value, StringComparison.OrdinalIgnoreCase) || text.Contains(Uri.EscapeDataString(value), StringComparison.OrdinalIgnoreCase)
                : StandsAlone(text, value))
                return true;
        }

        return false;
    }

    /// <summary>Whether a value that is known by now is among words, however they are joined: the name of a file with somebody's face.</summary>
    public bool IsAmong(string words)
    {
        var all = $" {string.Join(' ', TextFold.Words(TextFold.Fold(words)))} ";
        return Holds(words) || memory.ValuesByLength.Any(pair => TextFold.Words(TextFold.Fold(pair.Value)) is { Count: > 0 } value && all.Contains($" {string.Join(' ', value)} ", StringComparison.Ordinal));
    }

    /// <summary>The text as it is on the screen; null when a value is not known.</summary>
    public string? Load(string? stored)
    {
        if (stored is null)
            return null;
        try
        {
            return memory.Resolve(stored);
        }
        catch (UnknownVariableException)
        {
            return null;
        }
    }

    private static bool StandsAlone(string text, string value)
    {
        for (var at = text.IndexOf(value, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(value, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + value.Length >= text.Length || !char.IsLetterOrDigit(text[at + value.Length])))
                return true;
        }

        return false;
    }
}
