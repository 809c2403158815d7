using System.Security.Cryptography;
using System.Text;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Recording.Format;

/// <summary>Tells whether a sentence is still the one that was recorded.</summary>
public static class StepId
{
    private const int Length = 12;

    /// <summary>Start of the SHA-256 of the sentence, in lower-case hexadecimal; runs of white space count as one space.</summary>
    public static string Of(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var text = string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
    }

    /// <summary>Whether an entry is that of a step.</summary>
    internal static bool Fits(RecordedStep entry, TestStep step, string section) => entry.Section == section && entry.Id == Of(step.Text);
}
