using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Autonoma.Engine.Artifacts;

/// <summary>Folder names that every operating system accepts, made from titles and paths.</summary>
public static class FolderNames
{
    /// <summary>Longest name in characters: leaves room for what lies inside within the 260 characters of Windows.</summary>
    public const int MaximumLength = 64;

    // Windows gives these to devices, with any extension.
    private static readonly HashSet<string> Reserved = new(
        ["con", "prn", "aux", "nul", "conin$", "conout$", .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"com{i}", $"lpt{i}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Lower-case letters, digits, dashes and underscores that remind of the text; never empty. A text that lost letters, or is too long,
    /// gets eight digits of its hash at the end, so that different texts give different names.
    /// </summary>
    public static string For(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var name = new StringBuilder();
        var lost = false;
        foreach (var rune in Decompose(text).EnumerateRunes())
        {
            if (rune.IsAscii && (Rune.IsLetterOrDigit(rune) || rune.Value == '_'))
            {
                name.Append(char.ToLowerInvariant((char)rune.Value));
                continue;
            }

            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
                continue;
            lost |= !rune.IsAscii || Rune.IsControl(rune);
            if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
        }

        var result = name.ToString().Trim('-');
        if (result.Length == 0 || lost || result.Length > MaximumLength || Reserved.Contains(result))
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
            result = result.Length > MaximumLength - 9 ? result[..(MaximumLength - 9)].TrimEnd('-') : result;
            result = result.Length == 0 ? $"test-{hash}" : $"{result}-{hash}";
        }

        return result;
    }

    // Half a surrogate pair cannot be normalized; enumerating runes replaces it anyway.
    private static string Decompose(string text) => string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormD);

    /// <summary>A name that is not taken yet; file systems that ignore case are respected. The name is added to <paramref name="taken"/>.</summary>
    /// <param name="text">Title or path.</param>
    /// <param name="taken">Names in use. Use a comparer that ignores case.</param>
    public static string Unique(string text, ISet<string> taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var name = For(text);
        var candidate = name;
        for (var i = 2; !taken.Add(candidate); i++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $"-{i}");
            candidate = (name.Length + suffix.Length > MaximumLength ? name[..(MaximumLength - suffix.Length)] : name) + suffix;
        }

        return candidate;
    }
}
