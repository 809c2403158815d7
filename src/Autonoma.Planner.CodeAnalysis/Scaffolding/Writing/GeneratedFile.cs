using System.Security.Cryptography;
using System.Text;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Writing;

/// <summary>Marks files that were written, so that a later run knows whether somebody has changed one since.</summary>
internal static class GeneratedFile
{
    private const string Mark = "// Written by 'autonoma scaffold environment-factory'. It is yours: a file that you change is left as it is. ";

    /// <summary>The text with its mark in the first line.</summary>
    public static string Sign(string text) => $"{Mark}[{Hash(text)}]\n{text}";

    /// <summary>Whether a file is as it was written.</summary>
    public static bool IsUntouched(string text)
    {
        var plain = text.ReplaceLineEndings("\n");
        var end = plain.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && plain.StartsWith(Mark, StringComparison.Ordinal) && plain[..end] == $"{Mark}[{Hash(plain[(end + 1)..])}]";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
